"""Risk in a child's words: text in, assessment out. No I/O after loading, no memory of what was read."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from functools import cache
from pathlib import Path

from core.risk import Assessment, Category, Evidence, RiskLevel
from core.text import ChildText
from languages.registry import ROOT
from triage.answers import Answers, load_answers
from triage.load import load_rules
from triage.match import Match, match_across, match_together
from triage.policy import Policy, load_policy
from triage.reading import Reading, read
from triage.rules import Effect, Rule, RuleBook

HISTORY_MESSAGES = 6
"""How many earlier messages of the child count together with the one assessed."""


class Triage:
    """The rules of some languages, compiled once."""

    def __init__(self, book_root: Path = ROOT, tags: Iterable[str] | None = None) -> None:
        """Load every language folder under *book_root*, or only *tags*.

        Raises:
            BadData: A file is malformed: file, line, reason.
        """
        self._book, self._lexicon = load_rules(book_root, tags)
        self._policy: Policy = load_policy(book_root)
        self._answers: Answers = load_answers(book_root, tags)
        self._by_concept = _index(self._book.rules)

    @property
    def book(self) -> RuleBook:
        """Return the rules, for those who show or test them."""
        return self._book

    def read(self, words: ChildText) -> Reading:
        """Return a message as the rules see it, for those who ask why."""
        return read(words.reveal(), self._lexicon, self._book)

    def matches(self, words: ChildText, history: Sequence[ChildText] = ()) -> list[Match]:
        """Return every match, also the blocked ones, in the order of the rules.

        Args:
            words: The message.
            history: The child's earlier messages, oldest first; the last HISTORY_MESSAGES count.
        """
        reading = self.read(words)
        earlier: list[Reading] | None = None
        found: list[Match] = []
        for rule in self._candidates(reading):
            match = match_together(rule, reading)
            if rule.across and (match is None or match.verdict.effect is not Effect.IGNORE):
                if earlier is None:
                    earlier = [self.read(one) for one in reversed(history[-HISTORY_MESSAGES:])]
                match = match_across(rule, [reading, *earlier]) or match
            if match is not None:
                found.append(match)
        return found

    def assess(
        self,
        words: ChildText,
        *,
        language: str | None = None,
        history: Sequence[ChildText] = (),
        asked: str | None = None,
    ) -> Assessment:
        """Return how fast a human must look, why, and at which of the child's letters.

        Args:
            words: The message, any length, any script.
            language: The child's language if known. All languages are read anyway, because children mix them; it
                decides which words of an answer are tried first.
            history: The child's earlier messages, oldest first.
            asked: Name of the question the robot asked last, for example `utter_ask_safe_now`.

        Returns:
            The highest level found. No evidence means level `none`.
        """
        evidence = [
            one
            for match in self.matches(words, history)
            if match.verdict.effect is not Effect.BLOCK
            for one in match.evidence()
        ]
        if asked is not None and (answer := self._answers.read(words, asked, language)) is not None:
            level = self._policy.safety_answers[answer.meaning]
            if level is not RiskLevel.NONE:
                rule = f"answer.{asked}.{answer.meaning}"
                evidence.append(Evidence(*answer.span, rule, level, self._told_before(history)))
        if not evidence:
            return Assessment()
        evidence.sort(key=self._policy.rank)
        return Assessment(evidence[0].level, evidence[0].category, tuple(evidence))

    def _candidates(self, reading: Reading) -> list[Rule]:
        """Return the rules of which at least one part stands in the message, each once, in a fixed order."""
        found: Mapping[str, Rule] = {
            rule.id: rule
            for concept in reading.hits
            for rule in self._by_concept.get(concept, ())
            if rule.across or all(not part.isdisjoint(reading.hits) for part in rule.parts)
        }
        return [found[key] for key in sorted(found)]

    def _told_before(self, history: Sequence[ChildText]) -> Category:
        """Return what the newest earlier message with risk in it was about."""
        for words in reversed(history[-HISTORY_MESSAGES:]):
            category = self.assess(words).category
            if category is not Category.NONE:
                return category
        return Category.NONE


def _index(rules: Sequence[Rule]) -> Mapping[int, Sequence[Rule]]:
    """Return for each concept the rules to try when it is found.

    A rule whose parts must stand together waits for the part that the fewest rules name; one that reaches across
    messages may be completed by any of them.
    """
    named = Counter(concept for rule in rules for part in rule.parts for concept in part)
    index: dict[int, list[Rule]] = {}
    for rule in rules:
        rarest = min(rule.parts, key=lambda part: sum(named[concept] for concept in part))
        for concept in frozenset[int]().union(*rule.parts) if rule.across else rarest:
            index.setdefault(concept, []).append(rule)
    return index


@cache
def default_triage() -> Triage:
    """Return the triage of this installation, loaded on first use."""
    return Triage()


def assess(
    words: ChildText,
    *,
    language: str | None = None,
    history: Sequence[ChildText] = (),
    asked: str | None = None,
) -> Assessment:
    """Assess with the rules of this installation; see `Triage.assess`."""
    return default_triage().assess(words, language=language, history=history, asked=asked)
