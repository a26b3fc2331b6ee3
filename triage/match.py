"""Try rules on readings: which parts stand together, and what is said in the end."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import islice

from core.risk import Evidence, RiskLevel
from triage.lexicon import Hit
from triage.reading import Reading, Verdict, between
from triage.rules import Effect, Rule

MAX_TRIES = 12
"""Most combinations of one rule's parts that are tried from one place of the first part; only nonsense has more."""


@dataclass(frozen=True)
class Match:
    """A rule's parts, found together.

    Attributes:
        rule: Which rule.
        parts: Where, each with its message: 0 is the one assessed, 1 the one before it.
        verdict: What the words around made of it.
        readings: The messages that `parts` counts back in.
        is_across: The parts do not stand together in one window.
    """

    rule: Rule
    parts: tuple[tuple[int, Hit], ...]
    verdict: Verdict
    readings: Sequence[Reading]
    is_across: bool = False

    def evidence(self) -> list[Evidence]:
        """Return where the match stands: one stretch in one message, or each part on its own across messages."""
        if all(ago == 0 for ago, _ in self.parts) and not self.is_across:
            groups = [self.parts]
        else:
            groups = [(part,) for part in sorted(self.parts, key=lambda part: (part[0], part[1].first))]
        level = self.rule.level
        if self.verdict.effect is Effect.LOWER:
            level = min(level, RiskLevel.ELEVATED)
        pieces: list[Evidence] = []
        for group in groups:
            ago = group[0][0]
            first, end = min(hit.first for _, hit in group), max(hit.end for _, hit in group)
            start, stop = self.readings[ago].words.span(first, end)
            pieces.append(Evidence(start, stop, self.rule.id, level, self.rule.category, ago))
        return pieces


def match_together(rule: Rule, reading: Reading) -> Match | None:
    """Return the match of *rule* that says most within one message; a blocked one when there is no other."""
    best: Match | None = None
    silenced = reading.silenced(rule)
    for parts in _combinations(rule, reading):
        if _is_foreign(rule, [reading.language(hit) for hit in parts]):
            continue
        if silenced and any(reading.words.sentences[hit.first] in silenced for hit in parts):
            verdict = Verdict(Effect.BLOCK)
        else:
            verdict = reading.judge(rule, parts)
        if best is None or _weight(verdict) > _weight(best.verdict):
            best = Match(rule, tuple((0, hit) for hit in parts), verdict, (reading,))
        if verdict.effect is Effect.IGNORE:
            break
    return best


def match_across(rule: Rule, readings: Sequence[Reading]) -> Match | None:
    """Return a match of *rule* whose parts stand in different messages or far apart.

    Args:
        rule: A rule with `across`.
        readings: The message assessed, then the earlier ones, newest first.

    Returns:
        The match, or None. At least one part stands in the message assessed; no part is denied or coloured where it
        stands; each part is taken from the newest message that has it.
    """
    parts: list[tuple[int, Hit]] = []
    for concepts in rule.parts:
        place = next(_clean_places(rule, concepts, readings), None)
        if place is None:
            return None
        parts.append(place)
    if all(ago for ago, _ in parts) or _is_foreign(rule, [readings[ago].language(hit) for ago, hit in parts]):
        return None
    return Match(rule, tuple(parts), Verdict(Effect.IGNORE), readings, is_across=True)


def _clean_places(rule: Rule, concepts: frozenset[int], readings: Sequence[Reading]) -> Iterator[tuple[int, Hit]]:
    """Yield where one part stands with nothing around it that blocks or lowers, newest message first."""
    for ago, reading in enumerate(readings):
        if concepts.isdisjoint(reading.hits):
            continue
        silenced = reading.silenced(rule)
        for hit in reading.of_part(concepts):
            is_silent = reading.words.sentences[hit.first] in silenced
            if not is_silent and reading.judge(rule, (hit,)).effect is Effect.IGNORE:
                yield ago, hit


def _is_foreign(rule: Rule, languages: Sequence[str]) -> bool:
    """Return whether all parts are words of one other language: then that language's own rules decide."""
    return rule.tag not in languages and len(set(languages)) == 1


def _weight(verdict: Verdict) -> int:
    """Return how much a verdict lets a rule say."""
    return (Effect.BLOCK, Effect.LOWER, Effect.IGNORE).index(verdict.effect)


def _combinations(rule: Rule, reading: Reading) -> Iterator[tuple[Hit, ...]]:
    """Yield the ways to fill the parts of *rule* within its window, without overlap, from left to right."""
    places = [reading.of_part(concepts) for concepts in rule.parts]
    for first in places[0] if all(places) else ():
        yield from islice(_fill(rule, reading, places, (first,)), MAX_TRIES)


def _fill(
    rule: Rule, reading: Reading, places: Sequence[Sequence[Hit]], chosen: tuple[Hit, ...]
) -> Iterator[tuple[Hit, ...]]:
    """Yield the ways to add the parts that are still missing to *chosen*."""
    if len(chosen) == len(places):
        yield chosen
        return
    start = chosen[0].first - rule.within if rule.any_order else chosen[-1].end
    for hit in between(places[len(chosen)], start, chosen[0].first + rule.within):
        if any(hit.first < other.end and other.first < hit.end for other in chosen):
            continue
        every = (*chosen, hit)
        first, end = min(one.first for one in every), max(one.end for one in every)
        if reading.span_words(first, end) <= rule.within:
            yield from _fill(rule, reading, places, every)
