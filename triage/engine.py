"""Risk in a child's words: text in, assessment out. No I/O after loading, no memory of what was read."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from copy import copy
from functools import cache
from pathlib import Path

from core.errors import BadData
from core.risk import Assessment, Category, Evidence, RiskLevel
from core.text import ChildText
from languages.registry import ROOT
from triage.answers import Answers, load_answers
from triage.learned import SecondOpinion
from triage.load import load_rules
from triage.match import Match
from triage.matcher import Matcher
from triage.model import MODEL_FILE, load_model
from triage.policy import Policy, load_policy
from triage.reading import Reading
from triage.rules import Effect, RuleBook

HISTORY_MESSAGES = 6
"""How many earlier messages of the child count together with the one assessed."""


class Triage:
    """The rules of some languages, compiled once."""

    def __init__(
        self, book_root: Path = ROOT, tags: Iterable[str] | None = None, *, second_opinion: bool = True
    ) -> None:
        """Load every language folder under *book_root*, or only *tags*.

        Args:
            book_root: Folder that holds data/.
            tags: The languages to load; None for every folder that is there.
            second_opinion: Load the learned second opinion too. Without it rules alone decide.

        Raises:
            BadData: A file is malformed: file, line, reason; or the second opinion is damaged.
        """
        self._book, lexicon = load_rules(book_root, tags)
        self._matcher = Matcher(self._book, lexicon)
        self._policy: Policy = load_policy(book_root)
        self._answers: Answers = load_answers(book_root, tags)
        model = load_model(book_root) if second_opinion else None
        self._learned = SecondOpinion(model) if model is not None else None

    @property
    def book(self) -> RuleBook:
        """Return the rules, for those who show or test them."""
        return self._book

    @property
    def learned(self) -> SecondOpinion | None:
        """Return the second opinion, or None when rules alone decide."""
        return self._learned

    @property
    def lack(self) -> BadData | None:
        """Return what is missing though triage works, to be logged once at the start; None when all is there."""
        if self._learned is not None:
            return None
        return BadData(MODEL_FILE, 0, "there is no second opinion: rules alone decide")

    def rules_alone(self) -> Triage:
        """Return the same rules without the second opinion, to see what each of them does."""
        alone = copy(self)
        alone._learned = None
        return alone

    def read(self, words: ChildText) -> Reading:
        """Return a message as the rules see it, for those who ask why."""
        return self._matcher.read(words)

    def matches(self, words: ChildText, history: Sequence[ChildText] = ()) -> list[Match]:
        """Return every match, also the blocked ones, in the order of the rules.

        Args:
            words: The message.
            history: The child's earlier messages, oldest first; the last HISTORY_MESSAGES count.
        """
        return self._match(self.read(words), history)

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
            The highest level found. No evidence means level `none`. The second opinion is asked only where it could
            raise the level, and can do nothing else.
        """
        reading = self.read(words)
        matches = self._match(reading, history)
        evidence = [one for match in matches if match.verdict.effect is not Effect.BLOCK for one in match.evidence()]
        if asked is not None and (answer := self._answers.read(words, asked, language)) is not None:
            level = self._policy.safety_answers[asked][answer.meaning]
            if level is not RiskLevel.NONE:
                rule = f"answer.{asked}.{answer.meaning}"
                evidence.append(Evidence(*answer.span, rule, level, self._told_before(history)))
        evidence += self._learn(reading, matches, max((one.level for one in evidence), default=RiskLevel.NONE))
        if not evidence:
            return Assessment()
        evidence.sort(key=self._policy.rank)
        return Assessment(evidence[0].level, evidence[0].category, tuple(evidence))

    def _match(self, reading: Reading, history: Sequence[ChildText]) -> list[Match]:
        """Return every match in a message that is read already."""
        return self._matcher.match(reading, history[-HISTORY_MESSAGES:][::-1])

    def _learn(self, reading: Reading, matches: Sequence[Match], level: RiskLevel) -> list[Evidence]:
        """Return what the second opinion adds when it says more than *level*, which others have said already."""
        if self._learned is None or level >= RiskLevel.HIGH:
            return []
        opinion = self._learned.judge(reading, matches)
        if opinion.level <= level:
            return []
        span = reading.words.span(opinion.first, opinion.end)
        return [Evidence(*span, f"learned.{opinion.category.value}", opinion.level, opinion.category)]

    def _told_before(self, history: Sequence[ChildText]) -> Category:
        """Return what the newest earlier message with risk in it was about."""
        for words in reversed(history[-HISTORY_MESSAGES:]):
            category = self.assess(words).category
            if category is not Category.NONE:
                return category
        return Category.NONE


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
