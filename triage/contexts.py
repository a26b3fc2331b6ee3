"""What the words around a match make of it: negation, the past, a game, a film, homework, a quotation, someone else."""

from __future__ import annotations

from bisect import bisect_left
from collections.abc import Callable, Mapping, Sequence, Set
from dataclasses import dataclass
from typing import NamedTuple, TypeVar

from triage.net import Hit
from triage.rules import CONTEXT_REACH_WORDS, NEGATION_REACH_WORDS, Context, Effect, Rule, Signal
from triage.words import Words

MAX_SIGNAL_WORDS = 12
"""No context phrase is longer."""
_WHOLE_SENTENCE = {
    Context.GAME: Signal.GAME,
    Context.HOMEWORK: Signal.HOMEWORK,
    Context.MEDIA: Signal.MEDIA,
    Context.QUOTATION: Signal.QUOTATION,
    Context.PAST: Signal.PAST,
    Context.THIRD_PERSON: Signal.THIRD_PERSON,
}
_SIGNALS = {
    Context.NEGATION: (Signal.NEGATION_BEFORE, Signal.NEGATION_AFTER),
    **{context: (signal,) for context, signal in _WHOLE_SENTENCE.items()},
}
"""In the order in which they are judged."""
_OF_LANGUAGE = frozenset({Context.NEGATION, Context.PAST, Context.THIRD_PERSON})
_FRAMES = frozenset({Context.GAME, Context.HOMEWORK, Context.MEDIA, Context.QUOTATION})
"""What tells of something made up. In a clause of its own behind the words of risk, it only says when it happens."""


@dataclass(frozen=True)
class Verdict:
    """What the words around a match make of it.

    Attributes:
        effect: BLOCK, LOWER or IGNORE (nothing changes).
        why: The context that decided, or None.
    """

    effect: Effect
    why: Context | None = None


PLAIN = Verdict(Effect.IGNORE)


class _Place(NamedTuple):
    """Where a signal stands, and in which language."""

    first: int
    end: int
    tag: str
    signal: Signal


_Found = TypeVar("_Found", Hit, _Place)
Signals = Mapping[tuple[str, Signal], Sequence[Hit]]


class Contexts:
    """The contexts of one message, by place."""

    def __init__(self, words: Words, signals: Signals) -> None:
        """Sort the signals.

        Args:
            words: The message.
            signals: For each language and signal, where it stands, ordered by first word.
        """
        self._words, self._signals = words, signals
        by_signal: dict[Signal, list[str]] = {}
        for tag, signal in signals:
            by_signal.setdefault(signal, []).append(tag)
        self._heard: list[tuple[Context, list[_Place]]] = []
        for context, kinds in _SIGNALS.items():
            places = [
                _Place(hit.first, hit.end, tag, signal)
                for signal in kinds
                for tag in by_signal.get(signal, ())
                for hit in signals[tag, signal]
            ]
            if places:
                self._heard.append((context, sorted(places)))

    def judge(self, rule: Rule, parts: Sequence[Hit], find_tags: Callable[[Rule, Sequence[Hit]], Set[str]]) -> Verdict:
        """Return what the words around *parts* make of them. Blocking goes before lowering.

        Args:
            rule: What they are parts of.
            parts: Where they stand.
            find_tags: Returns the languages in which what denies or says when counts. Games, films and homework count
                in every language.
        """
        around, effects, near = stretch(parts), rule.effects, []
        for context, places in self._heard:
            reach = NEGATION_REACH_WORDS if context is Context.NEGATION else CONTEXT_REACH_WORDS
            if effects[context] is not Effect.IGNORE and (found := _near(places, around, reach)):
                near.append((context, found))
        if not near:
            return PLAIN
        tags = find_tags(rule, parts)
        touching = [
            Verdict(effects[context], context) for context, found in near if self._counts(context, found, parts, tags)
        ]
        blocking = [verdict for verdict in touching if verdict.effect is Effect.BLOCK]
        return (*blocking, *touching, PLAIN)[0]

    def _counts(self, context: Context, places: Sequence[_Place], parts: Sequence[Hit], tags: Set[str]) -> bool:
        """Return whether a context that stands at *places* touches *parts* from outside."""
        known = [place for place in places if place.tag in tags] if context in _OF_LANGUAGE else places
        places = [place for place in known if not is_inside(place, parts)]
        if context is Context.NEGATION:
            return any(self._denies(place, part) for place in places for part in parts)
        sentences = self._words.sentences
        told = {sentences[part.first] for part in parts}
        around = stretch(parts)
        coloured = {
            place.tag
            for place in places
            if sentences[place.first] in told
            and not (context in _FRAMES and self._opens_clause(tags, around.end, place.first))
        }
        if context is not Context.PAST:
            return bool(coloured)
        return any(not self._is_still(tag, around, told) for tag in coloured)

    def _denies(self, place: _Place, part: Hit) -> bool:
        """Return whether a negation and *part* stand close together in one clause, on the right side of each other."""
        end, first = (place.end, part.first) if place.signal is Signal.NEGATION_BEFORE else (part.end, place.first)
        if not 0 <= first - end <= NEGATION_REACH_WORDS:
            return False
        clauses = self._words.clauses
        if clauses[end - 1] != clauses[first]:
            return False
        breaks = self._signals.get((place.tag, Signal.CLAUSE_BREAK), ())
        return not any(one.first < first for one in between(breaks, end, first))

    def _is_still(self, tag: str, around: Hit, told: Set[int]) -> bool:
        """Return whether a word in one of the sentences *told* says that it goes on."""
        still = _near(self._signals.get((tag, Signal.STILL), ()), around, CONTEXT_REACH_WORDS)
        return any(self._words.sentences[hit.first] in told for hit in still)

    def _opens_clause(self, tags: Set[str], end: int, first: int) -> bool:
        """Return whether a clause opens between word *end* and word *first*: "he hits me when i play minecraft"."""
        return any(
            one.first < first
            for tag in tags
            for one in between(self._signals.get((tag, Signal.CLAUSE_BREAK), ()), end, first)
        )


def between(hits: Sequence[_Found], first: int, end: int) -> Sequence[_Found]:
    """Return those of *hits*, ordered by first word, that begin at word *first* or later, and not behind *end*."""
    return hits[bisect_left(hits, (first,)) : bisect_left(hits, (end + 1,))]


def stretch(parts: Sequence[Hit]) -> Hit:
    """Return the stretch of words that holds all *parts*."""
    return parts[0] if len(parts) == 1 else Hit(min(part.first for part in parts), max(part.end for part in parts), 0)


def is_inside(hit: Hit | _Place, others: Sequence[Hit]) -> bool:
    """Return whether *hit* lies wholly inside one of *others*."""
    return any(other.first <= hit.first and hit.end <= other.end for other in others)


def _near(hits: Sequence[_Found], part: Hit, reach: int) -> Sequence[_Found]:
    """Return those of a signal's *hits* that stand within *reach* words of *part*."""
    near = between(hits, part.first - reach - MAX_SIGNAL_WORDS, part.end + reach)
    return [hit for hit in near if part.first - hit.end <= reach]
