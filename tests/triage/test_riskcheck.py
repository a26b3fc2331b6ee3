"""RiskCheck itself: every file is a fair test, no sentence of it was used to make triage, and no cell gets worse.

A cell is one functionality in one language. `python -m triage evaluate --misses <tag>` lists what is not right;
`python -m triage evaluate --write` records what is, in riskcheck.json and docs/triage/results.md.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path

import pytest

from triage.engine import Triage
from triage.evaluate import load_baseline
from triage.measure import assess_cases, count_cells, find_worse
from triage.riskcheck import case_files, find_problems, load_file
from triage.training import find_written

FILES = case_files()
TRIAGE = Triage()


@cache
def _written() -> dict[str, str]:
    """Return every sentence that triage was made with, and where it stands."""
    return dict(find_written(TRIAGE.book))


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_file_is_a_fair_test(file: Path) -> None:
    """It is well formed and large enough, says nothing twice, and tests no sentence that triage was made with."""
    problems = list(find_problems(load_file(file), _written()))
    assert not problems, "\n" + "\n".join(problems)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_no_cell_is_worse_than_recorded(file: Path) -> None:
    """Every functionality of every language is at least as often right as when the baseline was written."""
    cells = {file.stem: count_cells(assess_cases(TRIAGE, load_file(file)))}
    worse = [
        f"{tag} {name}: {is_now.hits} of {is_now.total} right, recorded are {was.hits} of {was.total}"
        for tag, name, is_now, was in find_worse(cells, load_baseline())
    ]
    assert not worse, "\n" + "\n".join(worse)


def test_every_file_is_recorded() -> None:
    """The baseline knows every file and no other; `python -m triage evaluate --write` makes it so."""
    assert sorted(load_baseline()) == sorted(file.stem for file in FILES)
