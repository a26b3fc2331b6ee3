"""Show the figures of RiskCheck: tables for people, JSON for programs, and the page docs/triage/results.md. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence

from triage.measure import PREVALENCES, Figures, Outcome, Report, Share
from triage.riskcheck import ALARM, QUIET

BY_HAND = ("<!-- written by hand: begin -->", "<!-- written by hand: end -->")
"""What stands between these lines of the page is kept when the page is written anew."""
_EMPTY_HAND = "## Where it is weak\n\nNothing is written here yet."
_NOTHING = "–"
_HEAD = (
    "cases",
    "recall",
    "95 %",
    "false alarms",
    "95 %",
    "false, high",
    "emergency at least high",
    "level within one",
    "category right",
    *(f"precision at {prevalence:.0%}" for prevalence in PREVALENCES),
)
_INTRODUCTION = """# RiskCheck: how well triage finds risk

<!-- Written by `python -m triage evaluate --write`. Change nothing but the part between the two marks. -->

RiskCheck is a functional test set: {alarms} messages that must alarm and {quiet} that must not, in {tags} languages
and dialects, one file each in `tests/triage/riskcheck/`. Each message tries out one thing, its *functionality*. The
messages are invented and were written apart from the rules. The rules were then improved by reading which of them were
missed, so these figures flatter the rules; see "Where it is weak". No sentence may stand in rules or training, which a
test checks. They are hard on purpose: those that must not alarm use the very words of risk. Nothing here says how often
triage will be right about real children.

- **Flagged** is any level above `none`. **Recall**: of those that must alarm, how many were flagged. **False alarms**:
  of those that must not, how many were flagged; **false, high**: at `high` or `emergency`, which calls a person.
- **Emergency at least high**: of the emergencies, how many call a person at once. **Level within one** and **category
  right** are of those rightly flagged.
- **95 %** is the Wilson interval. **Precision**: of the flagged, how many carry risk, if 2 % or 10 % of all messages
  do; in brackets, recall and false alarms both at the ends of their intervals.
- **Rules alone** leaves the second opinion out ([model card](model-card.md)); all other figures are of both together.
- In the table of categories, recall is of the messages of that category, false alarms are those that were named after
  it, and precision is for messages of which 2 % or 10 % carry that very risk.
"""


def render_tables(report: Report) -> Iterator[str]:
    """Yield the lines of all tables, as Markdown that is also easy to read as it is."""
    yield "## Over all"
    yield ""
    yield from render_table(["", *_HEAD], [["all", *_figures(report.total)], ["rules alone", *_figures(report.alone)]])
    for title, groups in (("Languages and dialects", report.tags), ("Categories", report.categories)):
        yield ""
        yield f"## {title}"
        yield ""
        yield from render_table(["", *_HEAD], [[name, *_figures(groups[name])] for name in sorted(groups)])
    yield ""
    yield "## Functionalities"
    yield ""
    yield from _render_functionalities(report)
    for title, names in (("that must alarm", ALARM), ("that must not", QUIET)):
        yield ""
        yield f"## Right, by functionality {title} and language"
        yield ""
        yield from _render_cells(report, names)


def render_page(report: Report, before: str) -> str:
    """Return docs/triage/results.md; *before* is the page as it was, "" when there was none."""
    begin, end = BY_HAND
    kept = before.partition(begin)[2].partition(end)[0].strip() or _EMPTY_HAND
    head = _INTRODUCTION.format(
        alarms=report.total.recall.total, quiet=report.total.false_alarms.total, tags=len(report.tags)
    )
    return "\n".join([head, begin, kept, end, "", *render_tables(report), ""])


def render_misses(outcomes: Iterable[Outcome]) -> Iterator[str]:
    """Yield one line for every case that is not right: where, what it tries out, what was wanted, what was said."""
    for one in outcomes:
        if not one.is_right:
            rules = ", ".join(sorted({evidence.rule for evidence in one.found.evidence}))
            said = f"{one.found.level.word}{f' ({rules})' if rules else ''}"
            wanted = f"{one.case.level.word} {one.case.category.value}" if one.case.is_alarm else "none"
            earlier = "".join(f"{text!r} … " for text in one.case.history)
            yield f"{one.case.place}: {one.case.functionality}: {wanted}, not {said}: {earlier}{one.case.text!r}"


def render_table(head: Sequence[str], rows: Iterable[Sequence[str]]) -> Iterator[str]:
    """Yield a Markdown table whose columns stand under each other."""
    rows = list(rows)
    widths = [max(3, *(len(row[at]) for row in (head, *rows))) for at in range(len(head))]
    yield _row(head, widths)
    yield f"|{'|'.join('-' * (width + 2) for width in widths)}|"
    for row in rows:
        yield _row(row, widths)


def _row(cells: Sequence[str], widths: Sequence[int]) -> str:
    """Return one row."""
    return f"| {' | '.join(cell.ljust(width) for cell, width in zip(cells, widths, strict=True))} |"


def to_json(report: Report) -> dict[str, object]:
    """Return all figures as JSON objects."""
    return {
        "total": _figures_json(report.total),
        "rules_alone": _figures_json(report.alone),
        "tags": {name: _figures_json(one) for name, one in report.tags.items()},
        "categories": {name: _figures_json(one) for name, one in report.categories.items()},
        "functionalities": {name: _figures_json(one) for name, one in report.functionalities.items()},
        "cells": cells_to_json(report.cells),
    }


def cells_to_json(cells: Mapping[str, Mapping[str, Share]]) -> dict[str, dict[str, list[int]]]:
    """Return the table of cells as JSON objects: [right, of]."""
    return {tag: {name: [one.hits, one.total] for name, one in row.items()} for tag, row in cells.items()}


def cells_from_json(cells: Mapping[str, Mapping[str, Sequence[int]]]) -> dict[str, dict[str, Share]]:
    """Return what `cells_to_json` was given."""
    return {tag: {name: Share(hits, total) for name, (hits, total) in row.items()} for tag, row in cells.items()}


def _render_functionalities(report: Report) -> Iterator[str]:
    """Yield the table of functionalities, with what each of them tries out."""
    rows = []
    for name, meaning in {**ALARM, **QUIET}.items():
        if (one := report.functionalities.get(name)) is not None:
            share = one.recall if name in ALARM else one.false_alarms
            rows.append([name, meaning, "flagged" if name in ALARM else "false alarms", *_share(share)])
    yield from render_table(["", "tries out", "", "of", "share", "95 %"], rows)


def _render_cells(report: Report, names: Iterable[str]) -> Iterator[str]:
    """Yield a table with one row for each functionality and one column for each tag."""
    tags = sorted(report.cells)
    rows = []
    for name in names:
        cells = [report.cells[tag].get(name) for tag in tags]
        if any(cells):
            rows.append([name, *(f"{one.hits}/{one.total}" if one else _NOTHING for one in cells)])
    yield from render_table(["", *tags], rows)


def _figures(figures: Figures) -> list[str]:
    """Return the cells of one row."""
    cases, recall, recall_interval = _share(figures.recall)
    others, false_alarms, false_interval = _share(figures.false_alarms)
    return [
        f"{cases} + {others}",
        recall,
        recall_interval,
        false_alarms,
        false_interval,
        str(figures.false_high.hits),
        _of(figures.emergencies),
        _of(figures.near_level),
        _of(figures.category),
        *(_precision(figures.precision(prevalence)) for prevalence in PREVALENCES),
    ]


def _share(share: Share) -> tuple[str, str, str]:
    """Return how many, the share and its interval."""
    if share.rate is None or share.interval is None:
        return "0", _NOTHING, _NOTHING
    low, high = share.interval
    return str(share.total), f"{share.rate:.3f}", f"{low:.3f} to {high:.3f}"


def _of(share: Share) -> str:
    """Return a share with its numbers."""
    return _NOTHING if share.rate is None else f"{share.rate:.2f} ({share.hits}/{share.total})"


def _precision(precision: tuple[float, float, float] | None) -> str:
    """Return a precision with its bounds."""
    return "{:.2f} ({:.2f} to {:.2f})".format(*precision) if precision else _NOTHING


def _figures_json(figures: Figures) -> dict[str, object]:
    """Return the figures of one group as JSON objects."""
    precision = {str(one): figures.precision(one) for one in PREVALENCES}
    return {
        **{name: _share_json(getattr(figures, name)) for name in _SHARES},
        "precision": {
            name: dict(zip(("value", "low", "high"), found, strict=True)) if found else None
            for name, found in precision.items()
        },
    }


_SHARES = ("recall", "false_alarms", "false_high", "emergencies", "near_level", "category")


def _share_json(share: Share) -> dict[str, object]:
    """Return a share as a JSON object."""
    low, high = share.interval or (None, None)
    return {"hits": share.hits, "total": share.total, "rate": share.rate, "low": low, "high": high}
