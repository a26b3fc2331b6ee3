"""Try rules on readings: which parts stand together, and what is said in the end."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import islice
from typing import Protocol

from core.risk import Evidence, RiskLevel
from triage.contexts import PLAIN, Verdict, between
from triage.lexicon import Hit
from triage.reading import Reading
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
        readings: For each message that `parts` count back to, how it was read.
        is_across: The parts do not stand together in one window.
    """

    rule: Rule
    parts: tuple[tuple[int, Hit], ...]
    verdict: Verdict
    readings: Mapping[int, Reading]
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


class Conversation(Protocol):
    """The message assessed (0) and the child's earlier ones (1 and up, newest first), read when they are needed."""

    def __getitem__(self, ago: int) -> Reading:
        """Return one message."""

    def holding(self, concepts: frozenset[int]) -> Sequence[int]:
        """Return the earlier messages that may hold one of *concepts*, a part of a rule with `across`, newest first."""


def match_together(rule: Rule, reading: Reading) -> Match | None:
    """Return the match of *rule* that says most within one message; a blocked one when there is no other."""
    places = [reading.of_part(concepts) for concepts in rule.parts]
    if not all(places):
        return None
    best: Match | None = None
    silenced = reading.silenced(rule)
    for parts in _combinations(rule, reading, places):
        if _is_foreign(rule, [reading.language(hit) for hit in parts]):
            continue
        if silenced and any(reading.words.sentences[hit.first] in silenced for hit in parts):
            verdict = Verdict(Effect.BLOCK)
        else:
            verdict = reading.judge(rule, parts)
        if best is None or _weight(verdict) > _weight(best.verdict):
            best = Match(rule, tuple((0, hit) for hit in parts), verdict, {0: reading})
        if verdict.effect is Effect.IGNORE:
            break
    return best


def match_across(rule: Rule, conversation: Conversation) -> Match | None:
    """Return a match of *rule* whose parts stand in different messages or far apart.

    Args:
        rule: A rule with `across`.
        conversation: The message assessed and the earlier ones.

    Returns:
        The match, or None. At least one part stands in the message assessed; no part is denied or coloured where it
        stands; each part is taken from the newest message that has it.
    """
    newest = conversation[0]
    if not all(conversation.holding(concepts) for concepts in rule.parts if concepts.isdisjoint(newest.hits)):
        return None
    now = [_clean_place(rule, concepts, newest) for concepts in rule.parts]
    if not any(now):
        return None
    parts: list[tuple[int, Hit]] = []
    for concepts, hit in zip(rule.parts, now, strict=True):
        place = (0, hit) if hit is not None else _earlier_place(rule, concepts, conversation)
        if place is None:
            return None
        parts.append(place)
    readings = {ago: conversation[ago] for ago, _ in parts}
    if _is_foreign(rule, [readings[ago].language(hit) for ago, hit in parts]):
        return None
    return Match(rule, tuple(parts), PLAIN, readings, is_across=True)


def _earlier_place(rule: Rule, concepts: frozenset[int], conversation: Conversation) -> tuple[int, Hit] | None:
    """Return where one part stands in the newest earlier message that has it."""
    for ago in conversation.holding(concepts):
        hit = _clean_place(rule, concepts, conversation[ago])
        if hit is not None:
            return ago, hit
    return None


def _clean_place(rule: Rule, concepts: frozenset[int], reading: Reading) -> Hit | None:
    """Return the first place where one part stands with nothing around it that blocks or lowers."""
    places = reading.of_part(concepts)
    silenced = reading.silenced(rule) if places else frozenset()
    for hit in places:
        is_silent = silenced and reading.words.sentences[hit.first] in silenced
        if not is_silent and reading.judge(rule, (hit,)).effect is Effect.IGNORE:
            return hit
    return None


def _is_foreign(rule: Rule, languages: Sequence[str]) -> bool:
    """Return whether all parts are words of one other language: then that language's own rules decide."""
    return rule.tag not in languages and len(set(languages)) == 1


def _weight(verdict: Verdict) -> int:
    """Return how much a verdict lets a rule say."""
    return (Effect.BLOCK, Effect.LOWER, Effect.IGNORE).index(verdict.effect)


def _combinations(rule: Rule, reading: Reading, places: Sequence[Sequence[Hit]]) -> Iterator[tuple[Hit, ...]]:
    """Yield the ways to fill the parts of *rule* within its window, without overlap, from left to right."""
    for first in places[0]:
        if len(places) == 1:
            yield (first,)
        else:
            yield from islice(_fill(rule, reading, places, (first,)), MAX_TRIES)


def _fill(
    rule: Rule, reading: Reading, places: Sequence[Sequence[Hit]], chosen: tuple[Hit, ...]
) -> Iterator[tuple[Hit, ...]]:
    """Yield the ways to add the parts that are still missing to *chosen*."""
    start = chosen[0].first - rule.within if rule.any_order else chosen[-1].end
    for hit in between(places[len(chosen)], start, chosen[0].first + rule.within):
        if any(hit.first < other.end and other.first < hit.end for other in chosen):
            continue
        every = (*chosen, hit)
        first, end = min(one.first for one in every), max(one.end for one in every)
        if reading.span_words(first, end) > rule.within:
            continue
        if len(every) == len(places):
            yield every
        else:
            yield from _fill(rule, reading, places, every)
