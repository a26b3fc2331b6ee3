"""One message as rules see it: its words, the concepts in them, and what stands around each."""

from __future__ import annotations

from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence, Set
from dataclasses import dataclass
from functools import cached_property

from triage.lexicon import Hit, Lexicon
from triage.rules import (
    CONTEXT_REACH_WORDS,
    NEGATION_REACH_WORDS,
    Context,
    Effect,
    Rule,
    RuleBook,
    Signal,
)
from triage.words import Words, cut

_WHOLE_SENTENCE = (
    (Context.GAME, Signal.GAME),
    (Context.HOMEWORK, Signal.HOMEWORK),
    (Context.MEDIA, Signal.MEDIA),
    (Context.QUOTATION, Signal.QUOTATION),
    (Context.PAST, Signal.PAST),
    (Context.THIRD_PERSON, Signal.THIRD_PERSON),
)


@dataclass(frozen=True)
class Verdict:
    """What the words around a match make of it.

    Attributes:
        effect: BLOCK, LOWER or IGNORE (nothing changes).
        why: The context that decided, or None.
    """

    effect: Effect
    why: Context | None = None


_OF_LANGUAGE = frozenset({Context.PAST, Context.THIRD_PERSON})
_FRAMES = frozenset({Signal.GAME, Signal.HOMEWORK, Signal.MEDIA, Signal.QUOTATION})
"""What tells of something made up. In a clause of its own behind the words of risk, it only says when it happens."""
MAX_SIGNAL_WORDS = 12
"""No context phrase is longer."""

_PLAIN = Verdict(Effect.IGNORE)


@dataclass(frozen=True)
class Reading:
    """A message and the concepts in it.

    Attributes:
        words: The message, cut up.
        hits: For each concept number, where it stands, ordered by first word.
        signals: For each language and signal, where it stands.
        book: The rules it was read for.
    """

    words: Words
    hits: Mapping[int, Sequence[Hit]]
    signals: Mapping[tuple[str, Signal], Sequence[Hit]]
    book: RuleBook

    def of_part(self, concepts: frozenset[int]) -> list[Hit]:
        """Return every place where one part of a rule stands, ordered by first word."""
        found = [hit for concept in concepts & self.hits.keys() for hit in self.hits[concept]]
        return sorted(found, key=lambda hit: (hit.first, hit.end))

    def span_words(self, first: int, end: int) -> int:
        """Return how many words lie from word *first* to *end* (exclusive), sentence ends counted in."""
        return self.words.places[end - 1] - self.words.places[first] + 1

    def judge(self, rule: Rule, parts: Sequence[Hit]) -> Verdict:
        """Return what the words around *parts* make of them. Blocking goes before lowering.

        What denies or says when counts in the rule's language, in those that *parts* are written in and in those that
        know all of them ("suicide"); elsewhere the same letters mean something else. Games, films and homework count in
        every language.
        """
        knowing = frozenset.intersection(*(self._knowing[part.first, part.end] for part in parts))
        tags = {rule.tag, *(self.language(part) for part in parts), *knowing}
        denying = rule.effects[Context.NEGATION]
        verdict = _PLAIN
        if denying is not Effect.IGNORE and any(self._is_denied(tag, parts) for tag in tags):
            verdict = Verdict(denying, Context.NEGATION)
        for context, signal in _WHOLE_SENTENCE:
            effect = rule.effects[context]
            if effect is Effect.IGNORE or verdict.effect is Effect.BLOCK:
                continue
            speakers = tags if context in _OF_LANGUAGE else {tag for tag, one in self.signals if one is signal}
            if (effect is Effect.BLOCK or verdict is _PLAIN) and any(
                self._is_coloured(tag, signal, parts, tags) for tag in speakers
            ):
                verdict = Verdict(effect, context)
        return verdict

    def language(self, part: Hit) -> str:
        """Return the language whose folder holds the words of *part*."""
        return self.book.names[part.concept][0]

    @cached_property
    def _knowing(self) -> Mapping[tuple[int, int], frozenset[str]]:
        """Return for each stretch of words the languages that have a concept for just these words."""
        known: dict[tuple[int, int], set[str]] = {}
        for found in self.hits.values():
            for hit in found:
                known.setdefault((hit.first, hit.end), set()).add(self.language(hit))
        return {stretch: frozenset(tags) for stretch, tags in known.items()}

    def silenced(self, rule: Rule) -> frozenset[int]:
        """Return the sentences in which a concept stands that keeps *rule* silent."""
        if rule.unless.isdisjoint(self.hits):
            return frozenset()
        return frozenset(self.words.sentences[hit.first] for hit in self.of_part(rule.unless))

    def _is_denied(self, tag: str, parts: Sequence[Hit]) -> bool:
        """Return whether a negation outside *parts* denies one of them."""
        breaks = self.signals.get((tag, Signal.CLAUSE_BREAK), ())
        for part in parts:
            for one in self._close_by((tag, Signal.NEGATION_BEFORE), part, NEGATION_REACH_WORDS):
                if not _is_inside(one, parts) and self._reaches(one.end, part.first, breaks):
                    return True
            for one in self._close_by((tag, Signal.NEGATION_AFTER), part, NEGATION_REACH_WORDS):
                if not _is_inside(one, parts) and self._reaches(part.end, one.first, breaks):
                    return True
        return False

    def _reaches(self, end: int, first: int, breaks: Sequence[Hit]) -> bool:
        """Return whether what ends at *end* and what begins at *first* stand close together in one clause."""
        if not 0 <= first - end <= NEGATION_REACH_WORDS:
            return False
        clauses = self.words.clauses
        if clauses[end - 1] != clauses[first]:
            return False
        return not any(end <= one.first < first for one in between(breaks, end, first))

    def _is_coloured(self, tag: str, signal: Signal, parts: Sequence[Hit], tags: Set[str]) -> bool:
        """Return whether *signal* of language *tag* stands near *parts*, words of *tags*, in one of their sentences."""
        if (tag, signal) not in self.signals:
            return False
        around = Hit(0, min(part.first for part in parts), max(part.end for part in parts))
        sentences = {self.words.sentences[part.first] for part in parts}
        near = [
            hit
            for hit in self._close_by((tag, signal), around, CONTEXT_REACH_WORDS)
            if self.words.sentences[hit.first] in sentences
            and not _is_inside(hit, parts)
            and not (signal in _FRAMES and self._opens_clause(tags, around.end, hit.first))
        ]
        if not near or signal is not Signal.PAST:
            return bool(near)
        still = self._close_by((tag, Signal.STILL), around, CONTEXT_REACH_WORDS)
        return not any(self.words.sentences[hit.first] in sentences for hit in still)

    def _opens_clause(self, tags: Set[str], end: int, first: int) -> bool:
        """Return whether a clause opens between word *end* and word *first*: "he hits me when i play minecraft"."""
        return any(
            one.first < first
            for tag in tags
            for one in between(self.signals.get((tag, Signal.CLAUSE_BREAK), ()), end, first)
        )

    def _close_by(self, key: tuple[str, Signal], part: Hit, reach: int) -> Sequence[Hit]:
        """Return the places of a signal within *reach* words of *part*."""
        found = self.signals.get(key)
        if not found:
            return ()
        near = between(found, part.first - reach - MAX_SIGNAL_WORDS, part.end + reach)
        return [hit for hit in near if part.first - hit.end <= reach]


def between(hits: Sequence[Hit], first: int, end: int) -> Sequence[Hit]:
    """Return those of *hits*, ordered by first word, that begin at word *first* or later, and not behind *end*."""
    low = bisect_left(hits, first, key=lambda hit: hit.first)
    return hits[low : bisect_right(hits, end, key=lambda hit: hit.first)]


def read(written: str, lexicon: Lexicon, book: RuleBook) -> Reading:
    """Return *written* as rules see it. Takes any string."""
    words = cut(written)
    hits: dict[int, list[Hit]] = {}
    signals: dict[tuple[str, Signal], list[Hit]] = {}
    for hit in lexicon.find(words):
        if (pair := book.signals.get(hit.concept)) is not None:
            signals.setdefault(pair, []).append(hit)
        else:
            hits.setdefault(hit.concept, []).append(hit)
    for (tag, signal), found in list(signals.items()):
        if signal is Signal.IDIOM:
            hits = _mask(hits, found)
        elif signal is Signal.NOT_NEGATION:
            covered = _reach_of(found)
            for side in (Signal.NEGATION_BEFORE, Signal.NEGATION_AFTER):
                known = signals.get((tag, side), [])
                signals[tag, side] = [hit for hit in known if covered.get(hit.first, 0) < hit.end]
    return Reading(words, hits, signals, book)


def _mask(hits: dict[int, list[Hit]], idioms: Sequence[Hit]) -> dict[int, list[Hit]]:
    """Return *hits* without those that lie inside an idiom."""
    covered = _reach_of(idioms)
    kept = {concept: [hit for hit in found if covered.get(hit.first, 0) < hit.end] for concept, found in hits.items()}
    return {concept: found for concept, found in kept.items() if found}


def _reach_of(stretches: Sequence[Hit]) -> Mapping[int, int]:
    """Return for each word inside one of *stretches* how far the longest of them that holds it goes."""
    covered: dict[int, int] = {}
    for one in stretches:
        for word in range(one.first, one.end):
            covered[word] = max(covered.get(word, 0), one.end)
    return covered


def _is_inside(hit: Hit, others: Sequence[Hit]) -> bool:
    """Return whether *hit* lies wholly inside one of *others*."""
    return any(other.first <= hit.first and hit.end <= other.end for other in others)
