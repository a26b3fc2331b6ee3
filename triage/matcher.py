"""Try all rules on a message, and read earlier messages only when a rule needs them.

Most rules are not even looked at: each waits for its rarest part, and is left as soon as one part is missing.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator, Mapping, Sequence
from functools import cached_property

from core.text import ChildText
from triage.lexicon import Classed, Lexicon
from triage.match import Match, match_across, match_together
from triage.reading import Reading, read
from triage.rules import Effect, Rule, RuleBook
from triage.words import BREAK, Words, cut, cut_all


class Matcher:
    """The rules of a book, with what finds their words."""

    def __init__(self, book: RuleBook, lexicon: Lexicon) -> None:
        """Index the rules.

        Args:
            book: The rules.
            lexicon: Finds the concepts of *book*. Nothing can be added to it afterwards.
        """
        self._book, self._lexicon = book, lexicon
        lexicon.close(_own_words(book), (part for rule in book.rules if rule.across for part in rule.parts))
        self._rules = sorted(book.rules, key=lambda rule: rule.id)
        self._bits, self._waiting = _index(self._rules)

    def read(self, words: ChildText) -> Reading:
        """Return a message as the rules see it."""
        message = cut(words.reveal())
        return read(message, self._lexicon.classed(message), self._book)

    def match(self, reading: Reading, earlier: Sequence[ChildText]) -> list[Match]:
        """Return every match, also the blocked ones, in the order of the rules' ids.

        Args:
            reading: The message.
            earlier: The child's earlier messages that count together with it, newest first.
        """
        conversation: _Conversation | None = None
        found: list[Match] = []
        for rule, is_whole in self.candidates(reading):
            match = match_together(rule, reading) if is_whole else None
            if rule.across and (match is None or match.verdict.effect is not Effect.IGNORE):
                conversation = conversation or _Conversation(self._book, self._lexicon, reading, earlier)
                match = match_across(rule, conversation) or match
            if match is not None:
                found.append(match)
        return found

    def candidates(self, reading: Reading) -> list[tuple[Rule, bool]]:
        """Return the rules that may match, and whether all their parts stand in the message."""
        present = 0
        for concept in reading.hits:
            present |= self._bits.get(concept, 0)
        found = {
            at: needed & present == needed
            for concept in reading.hits
            for at, needed, across in self._waiting.get(concept, ())
            if across or needed & present == needed
        }
        return [(self._rules[at], found[at]) for at in sorted(found)]


class _Conversation:
    """A message and the earlier ones.

    When a rule first asks for the earlier ones, their words are looked up, which is enough to say in which of them a
    part of the rule stands: most often in none. Only that message is read.
    """

    def __init__(self, book: RuleBook, lexicon: Lexicon, newest: Reading, earlier: Sequence[ChildText]) -> None:
        """Read nothing yet.

        Args:
            book: The rules.
            lexicon: Finds their concepts.
            newest: The message assessed.
            earlier: The messages before it, newest first.
        """
        self._book, self._lexicon, self._earlier = book, lexicon, earlier
        self._readings = {0: newest}
        self._holding: dict[frozenset[int], Sequence[int]] = {}

    def __getitem__(self, ago: int) -> Reading:
        """Return one message, read once."""
        if ago not in self._readings:
            words, classed = self._cut[ago - 1]
            self._readings[ago] = read(words, classed, self._book)
        return self._readings[ago]

    def holding(self, concepts: frozenset[int]) -> Sequence[int]:
        """Return the earlier messages that hold one of *concepts*, a part of a rule with `across`, newest first."""
        if concepts not in self._holding:
            holds, messages = self._lexicon.holds, enumerate(self._cut, 1)
            self._holding[concepts] = [ago for ago, (_, classed) in messages if holds(classed, concepts)]
        return self._holding[concepts]

    @cached_property
    def _cut(self) -> Sequence[tuple[Words, Classed]]:
        """Return the earlier messages cut into words, with their classes."""
        return [(words, self._lexicon.classed(words)) for words in cut_all([one.reveal() for one in self._earlier])]


def _own_words(book: RuleBook) -> Iterator[str]:
    """Yield the words of all examples, and the one that stands between messages."""
    yield BREAK
    for rule in book.rules:
        yield from cut("\n".join(one.text for one in (*rule.fires, *rule.lowered, *rule.silent))).texts
    yield from cut("\n".join(one.text for one in book.quiet)).texts


def _index(rules: Sequence[Rule]) -> tuple[Mapping[int, int], Mapping[int, Sequence[tuple[int, int, bool]]]]:
    """Return what `candidates` looks up.

    A rule whose parts must stand together waits for the part that the fewest rules name; one that reaches across
    messages may be completed by any of them.

    Returns:
        For each concept the bits of the parts that it fills; and for each concept the rules that wait for it, by
        position, each with the bits of its parts and whether they may stand in several messages.
    """
    named = Counter(concept for rule in rules for part in rule.parts for concept in part)
    numbers: dict[frozenset[int], int] = {}
    bits: dict[int, int] = {}
    waiting: dict[int, list[tuple[int, int, bool]]] = {}
    for at, rule in enumerate(rules):
        needed = 0
        for part in rule.parts:
            bit = 1 << numbers.setdefault(part, len(numbers))
            needed |= bit
            for concept in part:
                bits[concept] = bits.get(concept, 0) | bit
        rarest = min(rule.parts, key=lambda part: sum(named[concept] for concept in part))
        for concept in frozenset[int]().union(*rule.parts) if rule.across else rarest:
            waiting.setdefault(concept, []).append((at, needed, rule.across))
    return bits, waiting
