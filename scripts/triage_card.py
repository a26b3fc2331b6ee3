"""Write the figures of the second opinion into docs/triage/model-card.md, between two marks."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from itertools import pairwise
from pathlib import Path

import numpy as np  # type: ignore[import-not-found]

from core.risk import Category, RiskLevel
from triage.measure import Share
from triage.model import Model, chance
from triage.report import render_table
from triage.training import Seen

CARD = "docs/triage/model-card.md"
MARKS = ("<!-- figures: begin -->", "<!-- figures: end -->")
_BINS = (0.0, 0.05, 0.2, 0.4, 0.6, 0.8, 0.95, 1.0)
_Test = Callable[[Seen], bool]


def write_card(card: Path, sentences: Sequence[Seen], model: Model, unseen: Mapping[str, np.ndarray]) -> None:
    """Replace what stands between the marks of *card*.

    Args:
        card: The page.
        sentences: What was learnt from.
        model: What came out.
        unseen: For each head, the log-odds of its sentences by models that had not seen them.
    """
    begin, end = MARKS
    before, _, rest = card.read_text(encoding="utf-8").partition(begin)
    behind = rest.partition(end)[2]
    lines = "\n".join(_figures(sentences, model, unseen))
    card.write_text(f"{before}{begin}\n{lines}\n{end}{behind}", encoding="utf-8")


def _figures(sentences: Sequence[Seen], model: Model, unseen: Mapping[str, np.ndarray]) -> Iterator[str]:
    """Yield the lines of all tables."""
    whole = unseen["any"]
    joined = unseen["joined"]
    yield f"{len(model.features):,} features. `elevated` from a chance of {chance(model.elevated):.4f} of any risk,"
    yield f"`high` from {chance(model.high):.4f}. Alarm: `elevated` or above, by models that had not seen the"
    yield "sentence; brackets hold the 95 % interval. Of long everyday messages, several sentences joined,"
    yield f"{sum(joined >= model.elevated)} of {len(joined)} alarm, {sum(joined >= model.high)} of them at `high`."
    yield ""
    yield from render_table(
        [
            "",
            "tell of risk",
            "alarm",
            "high",
            "rules silent",
            "alarm",
            "everyday",
            "alarm",
            "high",
            "near misses",
            "alarm",
        ],
        [_language_row(name, tags, sentences, model, whole) for name, tags in _rows(sentences)],
    )
    yield ""
    yield from render_table(["", "sentences", "alarm", "named right"], _category_rows(sentences, model, unseen))
    yield ""
    yield from render_table(
        ["chance of any risk", "sentences", "of which tell of risk"], _reliability_rows(sentences, whole)
    )


def _rows(sentences: Sequence[Seen]) -> Iterator[tuple[str, frozenset[str]]]:
    """Yield the name of each row, and the languages it is about."""
    tags = sorted({one.sentence.tag for one in sentences})
    yield "all", frozenset(tags)
    for tag in tags:
        yield tag, frozenset({tag})


def _language_row(
    name: str, tags: frozenset[str], sentences: Sequence[Seen], model: Model, whole: np.ndarray
) -> list[str]:
    """Return the row of some languages."""

    def share(bound: float, test: _Test) -> Share:
        """Return how many of the sentences that pass *test* reach *bound*."""
        found = [odds for one, odds in zip(sentences, whole, strict=True) if one.sentence.tag in tags and test(one)]
        return Share(sum(odds >= bound for odds in found), len(found))

    told = share(model.elevated, lambda one: one.is_told)
    missed = share(model.elevated, lambda one: one.is_told and one.ruled is RiskLevel.NONE)
    everyday = share(model.elevated, lambda one: one.sentence.is_everyday)
    everyday_high = share(model.high, lambda one: one.sentence.is_everyday)
    near = share(model.elevated, lambda one: one.sentence.is_near_miss)
    return [
        name,
        *(str(told.total), _shown(told), _shown(share(model.high, lambda one: one.is_told))),
        *(str(missed.total), _shown(missed)),
        *(str(everyday.total), str(everyday.hits), str(everyday_high.hits), str(near.total), str(near.hits)),
    ]


def _category_rows(sentences: Sequence[Seen], model: Model, unseen: Mapping[str, np.ndarray]) -> Iterator[list[str]]:
    """Yield how often each category alarms, and how often those that do are named right."""
    told = [(one, odds) for one, odds in zip(sentences, unseen["any"], strict=True) if one.is_told]
    names = [category.value for category in model.categories]
    best = np.stack([unseen[name] for name in names]).argmax(axis=0)
    for category in Category:
        rows = [at for at, (one, _) in enumerate(told) if one.sentence.category is category]
        alarms = [at for at in rows if told[at][1] >= model.elevated]
        if rows:
            right = Share(sum(names[best[at]] == category.value for at in alarms), len(alarms))
            yield [category.value, str(len(rows)), _shown(Share(len(alarms), len(rows))), _shown(right)]


def _reliability_rows(sentences: Sequence[Seen], whole: np.ndarray) -> Iterator[list[str]]:
    """Yield for each range of chances how many sentences in it tell of risk."""
    chances = [chance(float(odds)) for odds in whole]
    for low, high in pairwise(_BINS):
        inside = [one for one, odds in zip(sentences, chances, strict=True) if low <= odds < high or odds == high == 1]
        yield [
            f"{low:.2f} to {high:.2f}",
            str(len(inside)),
            _shown(Share(sum(one.is_told for one in inside), len(inside))),
        ]


def _shown(share: Share) -> str:
    """Return a share with its interval."""
    if share.rate is None or share.interval is None:
        return "–"
    low, high = share.interval
    return f"{share.rate:.3f} ({low:.3f} to {high:.3f})"
