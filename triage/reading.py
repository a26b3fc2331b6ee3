"""One message as rules see it: its words, the concepts in them, and what stands around each."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from operator import itemgetter

from triage.contexts import Contexts, Verdict
from triage.lexicon import Classed, Hit
from triage.rules import Rule, RuleBook, Signal
from triage.words import Words

_new_hit = tuple.__new__
"""Half as dear as `Hit(...)`, and there are dozens in a message."""


@dataclass(frozen=True)
class Reading:
    """A message and the concepts in it.

    Attributes:
        words: The message, cut up.
        hits: For each concept number, where it stands, ordered by first word.
        signals: For each language and signal, where it stands.
        stretches: For each stretch of words that stands for concepts, all of them.
        book: The rules it was read for.
    """

    words: Words
    hits: Mapping[int, Sequence[Hit]]
    signals: Mapping[tuple[str, Signal], Sequence[Hit]]
    stretches: Mapping[tuple[int, int], Sequence[int]]
    book: RuleBook

    def of_part(self, concepts: frozenset[int]) -> Sequence[Hit]:
        """Return every place where one part of a rule stands, ordered by first word."""
        found = self._parts.get(concepts)
        if found is None:
            found = self._parts[concepts] = sorted(
                [hit for concept in concepts & self.hits.keys() for hit in self.hits[concept]], key=itemgetter(0, 1)
            )
        return found

    def span_words(self, first: int, end: int) -> int:
        """Return how many words lie from word *first* to *end* (exclusive), sentence ends counted in."""
        return self.words.places[end - 1] - self.words.places[first] + 1

    def judge(self, rule: Rule, parts: Sequence[Hit]) -> Verdict:
        """Return what the words around *parts* make of them. Blocking goes before lowering.

        What denies or says when counts in the rule's language, in those that *parts* are written in and in those that
        know all of them ("suicide"); elsewhere the same letters mean something else. Games, films and homework count in
        every language.
        """
        return self._contexts.judge(rule, parts, self._tags)

    def _tags(self, rule: Rule, parts: Sequence[Hit]) -> set[str]:
        """Return the languages in which what stands around *parts* counts."""
        knowing = [self._knowing(part) for part in parts]
        return {rule.tag, *(self.language(part) for part in parts), *knowing[0].intersection(*knowing[1:])}

    def language(self, part: Hit) -> str:
        """Return the language whose folder holds the words of *part*."""
        return self.book.names[part.concept][0]

    @cached_property
    def _parts(self) -> dict[frozenset[int], Sequence[Hit]]:
        """Return where each part stands that was asked for: many rules share their parts."""
        return {}

    @cached_property
    def _contexts(self) -> Contexts:
        """Return what stands around a match, sorted when the first match asks for it."""
        return Contexts(self.words, self.signals)

    def _knowing(self, part: Hit) -> set[str]:
        """Return the languages that have a concept for just the words of *part*."""
        book = self.book
        concepts = self.stretches[part.first, part.end]
        return {book.names[concept][0] for concept in concepts if concept not in book.signals}

    def silenced(self, rule: Rule) -> frozenset[int]:
        """Return the sentences in which a concept stands that keeps *rule* silent."""
        if rule.unless.isdisjoint(self.hits):
            return frozenset()
        return frozenset(self.words.sentences[hit.first] for hit in self.of_part(rule.unless))


def read(words: Words, classed: Classed, book: RuleBook) -> Reading:
    """Return a message as rules see it.

    Args:
        words: The message, cut.
        classed: The classes of its words.
        book: The rules.
    """
    endings = classed.find()
    hits: dict[int, list[Hit]] = {}
    for first, end, concepts in endings:
        for concept in concepts:
            hit = _new_hit(Hit, (first, end, concept))
            if concept in hits:
                hits[concept].append(hit)
            else:
                hits[concept] = [hit]
    signals = {book.signals[concept]: hits.pop(concept) for concept in book.signals.keys() & hits.keys()}
    idioms = [hit for (_, signal), found in signals.items() if signal is Signal.IDIOM for hit in found]
    if idioms:
        hits = _mask(hits, idioms)
    for tag in [tag for tag, signal in signals if signal is Signal.NOT_NEGATION]:
        covered = _reach_of(signals[tag, Signal.NOT_NEGATION])
        for side in (Signal.NEGATION_BEFORE, Signal.NEGATION_AFTER):
            if known := signals.get((tag, side)):
                signals[tag, side] = [hit for hit in known if covered.get(hit.first, 0) < hit.end]
    return Reading(words, hits, signals, {(first, end): concepts for first, end, concepts in endings}, book)


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
