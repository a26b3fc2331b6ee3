"""What each level does and what answers to a safety question mean: data/core/triage_policy.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from core.risk import Assessment, Category, Evidence, RiskLevel
from languages.registry import ROOT
from triage.source import Source, load_source

POLICY_FILE = "data/core/triage_policy.yml"
ANSWER_MEANINGS = ("yes", "no", "unsure", "unsaid")
_LEVELS = {level.word: level for level in RiskLevel}
_KEYS = frozenset({"levels", "safety_question_wait_s", "still_here_s", "questions", "safety_answers", "category_order"})
_LEVEL_KEYS = frozenset({"hand_off", "ask", "numbers"})


@dataclass(frozen=True)
class LevelPolicy:
    """What happens at one level.

    Attributes:
        hand_off: A human gets the conversation.
        ask: Catalogue id of the gentle question to ask, or None.
        numbers: The child is shown the emergency numbers of their country.
    """

    hand_off: bool
    ask: str | None
    numbers: bool


@dataclass(frozen=True)
class Policy:
    """The whole policy.

    Attributes:
        levels: What each level does.
        safety_question_wait_s: Seconds without an answer to a safety question after which a counsellor is told.
        still_here_s: Seconds of waiting after which the child is told that somebody is still coming, rising.
        questions: For categories with a safety question of their own, its catalogue id.
        safety_answers: For each safety question, what "yes", "no", "unsure" and "unsaid" mean.
        category_order: Which category names a message that speaks of several at one level, most urgent first.
    """

    levels: Mapping[RiskLevel, LevelPolicy]
    safety_question_wait_s: int
    still_here_s: tuple[int, ...]
    questions: Mapping[Category, str]
    safety_answers: Mapping[str, Mapping[str, RiskLevel]]
    category_order: tuple[Category, ...]

    def question(self, assessment: Assessment) -> str | None:
        """Return the catalogue id of the gentle question to ask after a message, or None."""
        ask = self.levels[assessment.level].ask
        return None if ask is None else self.questions.get(assessment.category, ask)

    def rank(self, evidence: Evidence) -> tuple[int, int, int, int, str]:
        """Return a sort key that puts the evidence first that a counsellor must see first."""
        order = self.category_order.index(evidence.category)
        return -evidence.level, order, evidence.turns_ago, evidence.start, evidence.rule


def load_policy(root: Path = ROOT) -> Policy:
    """Return the policy of this installation.

    Raises:
        BadData: The file is malformed or incomplete.
    """
    source = load_source(root / POLICY_FILE, root)
    keys = source.known_keys(required=_KEYS)
    levels = keys["levels"].known_keys(required=frozenset(_LEVELS))
    answers = {name: _parse_answers(one) for name, one in keys["safety_answers"].keys().items()}
    return Policy(
        levels={_LEVELS[word]: _parse_level(one, answers) for word, one in levels.items()},
        safety_question_wait_s=_parse_seconds(keys["safety_question_wait_s"]),
        still_here_s=_parse_rising(keys["still_here_s"]),
        questions=_parse_questions(keys["questions"], answers),
        safety_answers=answers,
        category_order=_parse_order(keys["category_order"]),
    )


def _parse_level(source: Source, questions: Mapping[str, object]) -> LevelPolicy:
    """Return what one level does."""
    keys = source.known_keys(required=_LEVEL_KEYS)
    ask = _parse_word(keys["ask"], questions) if keys["ask"].text() else None
    return LevelPolicy(_parse_flag(keys["hand_off"]), ask, _parse_flag(keys["numbers"]))


def _parse_questions(source: Source, questions: Mapping[str, object]) -> Mapping[Category, str]:
    """Return the question of each category that has one of its own."""
    keys = source.known_keys(required=frozenset(), optional=frozenset(category.value for category in Category))
    return {Category(name): _parse_word(one, questions) for name, one in keys.items()}


def _parse_answers(source: Source) -> Mapping[str, RiskLevel]:
    """Return what each answer to one question means."""
    keys = source.known_keys(required=frozenset(ANSWER_MEANINGS))
    return {meaning: _LEVELS[_parse_word(one, _LEVELS)] for meaning, one in keys.items()}


def _parse_flag(source: Source) -> bool:
    """Return `true` or `false`."""
    return _parse_word(source, {"true": True, "false": False}) == "true"


def _parse_word(source: Source, known: Mapping[str, object]) -> str:
    """Return a word that is one of *known*."""
    if source.text() not in known:
        raise source.error(f"{source.text() or '(nothing)'} is none of: {', '.join(known)}")
    return source.text()


def _parse_seconds(source: Source) -> int:
    """Return a whole number of seconds above 0."""
    text = source.text()
    if not text.isascii() or not text.isdigit() or int(text) == 0:
        raise source.error("a whole number of seconds above 0 is wanted")
    return int(text)


def _parse_rising(source: Source) -> tuple[int, ...]:
    """Return seconds that rise."""
    seconds = tuple(_parse_seconds(item) for item in source.items())
    if not seconds or list(seconds) != sorted(set(seconds)):
        raise source.error("the seconds must rise from one to the next")
    return seconds


def _parse_order(source: Source) -> tuple[Category, ...]:
    """Return every category once; the name for "nothing" always stands last."""
    names = source.texts()
    wanted = {category.value for category in Category if category is not Category.NONE}
    if sorted(names) != sorted(wanted):
        odd = sorted(wanted.symmetric_difference(names)) or ["a category twice"]
        raise source.error(f"every category must stand here once; look at: {', '.join(odd)}")
    return (*(Category(name) for name in names), Category.NONE)
