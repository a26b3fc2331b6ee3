"""`python -m triage evaluate`: run triage over RiskCheck, show the figures, write the page and the baseline.

python -m triage evaluate                 every language, as tables
python -m triage evaluate ar ur-Latn      all Arabic, and Urdu in Latin letters
python -m triage evaluate --fresh         the second set, which nobody read before it was measured
python -m triage evaluate --misses hi     each miss, with its place and what was said
python -m triage evaluate --json FILE     the figures for a program
python -m triage evaluate --write         docs/triage/results.md and the baseline of tests/triage/test_riskcheck.py
"""

from __future__ import annotations

import json
import re
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from pathlib import Path

from core.errors import BadData
from languages.registry import ROOT
from triage.engine import Triage
from triage.measure import Share, assess_cases, make_report
from triage.report import cells_from_json, cells_to_json, render_misses, render_page, render_tables, to_json
from triage.riskcheck import FOLDER, load_cases

PAGE = "docs/triage/results.md"
FRESH = "tests/triage/fresh"
BASELINE = "tests/triage/riskcheck.json"
_CELL = re.compile(r"\[\s+(\d+),\s+(\d+)\s+\]")


def add_arguments(parser: ArgumentParser) -> None:
    """Say which words may stand behind `evaluate`."""
    parser.add_argument("tags", nargs="*", help="languages or dialects; every one when left out")
    parser.add_argument("--json", type=Path, metavar="FILE", help="also write the figures to FILE")
    parser.add_argument("--misses", action="store_true", help="list every case that is not right, no tables")
    parser.add_argument("--rules", action="store_true", help="leave the second opinion out")
    parser.add_argument("--fresh", action="store_true", help=f"measure on {FRESH} instead")
    parser.add_argument("--write", action="store_true", help=f"write {PAGE} and {BASELINE}; for all languages only")


def evaluate(triage: Triage, chosen: Namespace, root: Path = ROOT) -> Iterator[str]:
    """Yield the lines to print; write the files that were asked for.

    Args:
        triage: What is measured.
        chosen: The arguments of `add_arguments`, parsed.
        root: Folder that holds tests/ and docs/.

    Raises:
        BadData: A file of the test set is malformed, or `--write` was asked for some languages only.
    """
    if chosen.write and (chosen.tags or chosen.rules or chosen.fresh):
        raise BadData(PAGE, 0, "is written for all of RiskCheck and the second opinion: only --write may stand there")
    cases = load_cases(root, chosen.tags, FRESH if chosen.fresh else FOLDER)
    alone = assess_cases(triage.rules_alone(), cases)
    outcomes = alone if chosen.rules else assess_cases(triage, cases)
    report = make_report(outcomes, alone)
    yield from render_misses(outcomes) if chosen.misses else render_tables(report)
    if chosen.json is not None:
        _write_json(chosen.json, to_json(report))
    if chosen.write:
        page = root / PAGE
        before = page.read_text(encoding="utf-8") if page.exists() else ""
        page.write_text(render_page(report, before), encoding="utf-8")
        _write_json(root / BASELINE, cells_to_json(report.cells))


def load_baseline(root: Path = ROOT) -> dict[str, dict[str, Share]]:
    """Return the recorded cells: for each tag and functionality, how many were right; none when nothing is recorded."""
    file = root / BASELINE
    return cells_from_json(json.loads(file.read_text(encoding="utf-8"))) if file.exists() else {}


def _write_json(file: Path, content: object) -> None:
    """Write JSON with one line for each value or cell, so that a change is easy to see."""
    text = _CELL.sub(r"[\1, \2]", json.dumps(content, indent=1, sort_keys=True))
    file.write_text(f"{text}\n", encoding="utf-8")
