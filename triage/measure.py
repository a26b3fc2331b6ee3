"""Count what triage makes of RiskCheck: recall, false positives, levels and categories, with 95 % intervals. Pure."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from math import sqrt

from core.risk import Assessment, RiskLevel
from core.text import ChildText
from triage.engine import Triage
from triage.riskcheck import Case

Z_95 = 1.959964
"""Standard normal quantile for a two-sided interval of 95 %."""
PREVALENCES = (0.02, 0.10)
"""Shares of messages that carry risk for which precision is told."""


@dataclass(frozen=True)
class Share:
    """So many of so many.

    Attributes:
        hits: How many.
        total: Of how many.
    """

    hits: int
    total: int

    @property
    def rate(self) -> float | None:
        """Return the share from 0 to 1, None of nothing."""
        return self.hits / self.total if self.total else None

    @property
    def interval(self) -> tuple[float, float] | None:
        """Return the 95 % interval of the share.

        Source:
            Wilson 1927, J. Am. Stat. Assoc. 22:209, score interval without continuity correction.
        """
        if not self.total:
            return None
        n, rate = self.total, self.hits / self.total
        middle = rate + Z_95**2 / (2 * n)
        half = Z_95 * sqrt(rate * (1 - rate) / n + Z_95**2 / (4 * n * n))
        scale = 1 + Z_95**2 / n
        return max(0.0, (middle - half) / scale), min(1.0, (middle + half) / scale)

    def is_worse_than(self, other: Share) -> bool:
        """Return whether this share is smaller than *other*, which may be of another number."""
        return self.hits * other.total < other.hits * self.total


@dataclass(frozen=True)
class Outcome:
    """What triage said of one case."""

    case: Case
    found: Assessment

    @property
    def is_flagged(self) -> bool:
        """Return whether triage said anything above `none`."""
        return self.found.level is not RiskLevel.NONE

    @property
    def is_right(self) -> bool:
        """Return whether it was flagged if and only if it must be."""
        return self.is_flagged is self.case.is_alarm


@dataclass(frozen=True)
class Figures:
    """The figures of one group of cases.

    Attributes:
        recall: Of those that must alarm, how many were flagged.
        false_alarms: Of those that must not, how many were flagged.
        false_high: Of those that must not, how many were flagged at `high` or above.
        emergencies: Of the emergencies, how many were flagged at `high` or above.
        near_level: Of those rightly flagged, how many at a level at most one step from the one wanted.
        category: Of those rightly flagged, how many had the wanted category named first.
    """

    recall: Share
    false_alarms: Share
    false_high: Share
    emergencies: Share
    near_level: Share
    category: Share

    def precision(self, prevalence: float) -> tuple[float, float, float] | None:
        """Return how many of the flagged are rightly flagged when *prevalence* of all messages carry risk.

        Returns:
            The share, and its bounds when recall and false alarms both stand at the ends of their intervals.
        """
        recall, false_alarms = self.recall.interval, self.false_alarms.interval
        if recall is None or false_alarms is None or self.recall.rate is None or self.false_alarms.rate is None:
            return None

        def share(caught: float, false: float) -> float:
            """Return the share of true ones among the flagged."""
            right, wrong = caught * prevalence, false * (1 - prevalence)
            return right / (right + wrong) if right + wrong else 0.0

        return (
            share(self.recall.rate, self.false_alarms.rate),
            share(recall[0], false_alarms[1]),
            share(recall[1], false_alarms[0]),
        )


@dataclass(frozen=True)
class Report:
    """All figures: over all, and for each group by name."""

    total: Figures
    alone: Figures
    """Over all, by the rules without the second opinion."""
    tags: Mapping[str, Figures]
    categories: Mapping[str, Figures]
    functionalities: Mapping[str, Figures]
    cells: Mapping[str, Mapping[str, Share]]
    """For each tag and functionality, how many were right."""


def assess_cases(triage: Triage, cases: Iterable[Case]) -> list[Outcome]:
    """Return what *triage* says of every case."""
    return [
        Outcome(
            case,
            triage.assess(
                ChildText(case.text), language=case.language, history=[ChildText(one) for one in case.history]
            ),
        )
        for case in cases
    ]


def make_report(outcomes: Sequence[Outcome], alone: Sequence[Outcome]) -> Report:
    """Return all figures.

    Args:
        outcomes: What triage said.
        alone: What the rules said without the second opinion.
    """
    tags = _group(outcomes, lambda one: one.case.tag)
    return Report(
        total=count(outcomes),
        alone=count(alone),
        tags={name: count(group) for name, group in tags.items()},
        categories=_count_categories(outcomes),
        functionalities={
            name: count(group) for name, group in _group(outcomes, lambda one: one.case.functionality).items()
        },
        cells={tag: count_cells(group) for tag, group in tags.items()},
    )


def count(outcomes: Sequence[Outcome]) -> Figures:
    """Return the figures of one group."""
    alarms = [one for one in outcomes if one.case.is_alarm]
    quiet = [one for one in outcomes if not one.case.is_alarm]
    caught = [one for one in alarms if one.is_flagged]
    urgent = [one for one in alarms if one.case.level is RiskLevel.EMERGENCY]
    return Figures(
        recall=_share(alarms, lambda one: one.is_flagged),
        false_alarms=_share(quiet, lambda one: one.is_flagged),
        false_high=_share(quiet, _is_high),
        emergencies=_share(urgent, _is_high),
        near_level=_share(caught, lambda one: abs(one.found.level - one.case.level) <= 1),
        category=_share(caught, lambda one: one.found.category is one.case.category),
    )


def count_cells(outcomes: Sequence[Outcome]) -> Mapping[str, Share]:
    """Return for each functionality how many cases of one file were right."""
    groups = _group(outcomes, lambda one: one.case.functionality)
    return {name: _share(group, lambda one: one.is_right) for name, group in groups.items()}


def find_worse(
    cells: Mapping[str, Mapping[str, Share]], baseline: Mapping[str, Mapping[str, Share]]
) -> list[tuple[str, str, Share, Share]]:
    """Return tag, functionality, what is and what was of every cell that got worse than its *baseline*.

    Only the tags in *cells* are looked at; a functionality that is gone there counts as nothing right.
    """
    return [
        (tag, name, is_now, was)
        for tag in sorted(cells.keys() & baseline.keys())
        for name, was in baseline[tag].items()
        if (is_now := cells[tag].get(name, Share(0, 1))).is_worse_than(was)
    ]


def _count_categories(outcomes: Sequence[Outcome]) -> Mapping[str, Figures]:
    """Return figures by category: of what must alarm the wanted one, of false alarms the one that was named."""
    quiet = [one for one in outcomes if not one.case.is_alarm]
    groups = _group([one for one in outcomes if one.case.is_alarm], lambda one: one.case.category.value)
    counted = {}
    for name, group in groups.items():
        loud = [one for one in quiet if one.found.category.value == name]
        of_alarms = count(group)
        counted[name] = Figures(
            recall=of_alarms.recall,
            false_alarms=Share(len(loud), len(quiet)),
            false_high=Share(sum(map(_is_high, loud)), len(quiet)),
            emergencies=of_alarms.emergencies,
            near_level=of_alarms.near_level,
            category=of_alarms.category,
        )
    return counted


def _group(outcomes: Iterable[Outcome], key: Callable[[Outcome], str]) -> Mapping[str, list[Outcome]]:
    """Return the outcomes by *key*, in the order of first appearance."""
    groups: dict[str, list[Outcome]] = {}
    for one in outcomes:
        groups.setdefault(key(one), []).append(one)
    return groups


def _share(group: Sequence[Outcome], is_hit: Callable[[Outcome], bool]) -> Share:
    """Return how many of *group* are hits."""
    return Share(sum(map(is_hit, group)), len(group))


def _is_high(outcome: Outcome) -> bool:
    """Return whether triage said `high` or above."""
    return outcome.found.level >= RiskLevel.HIGH
