"""Read a child's answer to a safety question of the policy: data/<tag>/triage/answers.yml.

    answers:
      utter_ask_safe_now:
        yes: [yes, yeah]
        no: [no, not really]
        unsure: [i don't know]
        unsaid: [i can't say]

An answer counts when it stands at the beginning of a message. The longest wording wins; when two languages read the
same words differently, the child's language decides, and without one the more careful meaning.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.risk import RiskLevel
from core.text import ChildText
from triage.lexicon import Joined, Lexicon
from triage.load import ANSWERS_FILE
from triage.phrases import parse_line
from triage.policy import ANSWER_MEANINGS, load_policy
from triage.source import load_source
from triage.words import cut


@dataclass(frozen=True)
class Answer:
    """What a child answered.

    Attributes:
        meaning: `yes`, `no`, `unsure` or `unsaid`.
        span: Where, in the message as written.
    """

    meaning: str
    span: tuple[int, int]


class Answers:
    """The ways to answer, in all languages."""

    def __init__(
        self,
        lexicon: Lexicon,
        entries: Sequence[tuple[str, str, str]],
        levels: Mapping[str, Mapping[str, RiskLevel]],
    ) -> None:
        """Keep the words of the answers.

        Args:
            lexicon: Its concept numbers are positions in *entries*.
            entries: Language, question and meaning.
            levels: What each answer to each question means for the risk.
        """
        self._lexicon, self._entries, self._levels = lexicon, entries, levels

    def read(self, words: ChildText, asked: str, language: str | None = None) -> Answer | None:
        """Return what *words* answer to the question *asked*, or None when they are not an answer."""
        message = cut(words.reveal())
        found = [
            (hit, *self._entries[hit.concept])
            for hit in self._lexicon.find(message)
            if hit.first == 0 and self._entries[hit.concept][1] == asked
        ]
        if not found:
            return None
        levels = self._levels[asked]
        hit, _, _, meaning = min(found, key=lambda one: (-one[0].end, one[1] != language, -levels[one[3]], one[3]))
        return Answer(meaning, message.span(hit.first, hit.end))


def load_answers(root: Path, tags: Iterable[str] | None = None) -> Answers:
    """Return the answers of every language folder under *root*, or only of *tags*.

    Raises:
        BadData: A file is malformed.
    """
    lexicon, levels = Lexicon(), load_policy(root).safety_answers
    entries: list[tuple[str, str, str]] = []
    for path in sorted(root.glob(f"data/*/triage/{ANSWERS_FILE}")):
        tag = path.parent.parent.name
        if tags is not None and tag not in set(tags):
            continue
        questions = load_source(path, root).known_keys(required=frozenset({"answers"}))["answers"]
        for question, source in questions.known_keys(required=frozenset(), optional=frozenset(levels)).items():
            meanings: Mapping[str, object] = source.known_keys(required=frozenset(ANSWER_MEANINGS))
            for meaning in meanings:
                lines = [parse_line(item) for item in source.keys()[meaning].items()]
                lexicon.add(len(entries), lines, Joined())
                entries.append((tag, question, meaning))
    return Answers(lexicon, entries, levels)
