"""The sentences from which the second opinion learns, and the hash of everything that its training depends on.

Three sources: data/<tag>/triage/examples.yml and data/<tag>/triage/examples/*.yml, which have one key, `examples`, and
below it one key for each category and `none`, each with a list of sentences; the rules' own examples; and those of the
assistant's examples whose intent says what they are about. RiskCheck is never among them: its sentences are left out
here, and tests/triage/test_riskcheck.py looks for them. Runs on Python 3.10 too, where the training runs.
"""

from __future__ import annotations

import hashlib
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.risk import Category, RiskLevel
from core.text import ChildText
from languages.normalise import normalise
from languages.registry import ROOT
from triage.engine import Triage
from triage.features import features
from triage.load import EXAMPLES_FILE
from triage.match import Match
from triage.reading import Reading
from triage.riskcheck import FOLDER, load_cases
from triage.rules import Effect, RuleBook
from triage.source import load_source

INPUTS = (
    "data/core/triage_concepts.yml",
    "data/*/triage/*.yml",
    "data/*/triage/examples/*.yml",
    "data/*/nlu/*.yml",
    f"{FOLDER}/*.yml",
    "languages/letters.py",
    "languages/normalise.py",
    "scripts/train_triage.py",
    "scripts/triage_folds.py",
    "triage/*.py",
)
"""Globs of everything that the model depends on."""
_NOT_INPUTS = frozenset({"__main__", "answers", "evaluate", "explain", "jsonl", "measure", "policy", "report"})
"""Modules of triage/ that do not touch what is learnt."""
_NAMES = frozenset(category.value for category in Category)
_INTENTS = {
    "talk_bullying": Category.BULLYING,
    "talk_cyberbullying": Category.BULLYING,
    "talk_domestic_violence": Category.DOMESTIC_VIOLENCE,
    "talk_emotional_violence": Category.EMOTIONAL_ABUSE,
    "talk_family_conflict": Category.CONFLICT,
    "talk_forced_marriage": Category.FORCED_MARRIAGE,
    "talk_neglect": Category.NEGLECT,
    "talk_online_exploitation": Category.ONLINE_EXPLOITATION,
    "talk_physical_violence": Category.PHYSICAL_ABUSE,
    "talk_self_harm": Category.SELF_HARM,
    "talk_sexual_violence": Category.SEXUAL_ABUSE,
    "talk_suicide": Category.SUICIDE,
    "talk_trafficking": Category.TRAFFICKING,
    **dict.fromkeys(
        (
            *("affirm", "ask_is_free", "ask_is_robot", "ask_is_secret", "ask_person", "change_language", "change_mode"),
            *("delete_chat", "deny", "find_numbers", "goodbye", "greet", "out_of_scope", "read_aloud", "repeat"),
            *("say_simpler", "thanks"),
        ),
        Category.NONE,
    ),
}
"""What the assistant's examples of an intent are about; those of other intents are not learnt from."""


@dataclass(frozen=True)
class Sentence:
    """One sentence to learn from.

    Attributes:
        text: As a child would write it.
        category: What it tells of; NONE when it tells of nothing.
        tag: Language folder it stands in.
        file: Where it stands.
        line: Its line there.
        rule: The rule it is an example of, or "".
    """

    text: str
    category: Category
    tag: str
    file: str
    line: int
    rule: str = ""

    @property
    def is_near_miss(self) -> bool:
        """Return whether it is one on which a rule must be silent, though it uses the rule's words."""
        return self.category is Category.NONE and self.rule != ""

    @property
    def is_everyday(self) -> bool:
        """Return whether it is everyday talk, which tells of nothing: also games, films, idioms and happy secrets."""
        return self.category is Category.NONE and self.rule == ""


@dataclass(frozen=True)
class Seen:
    """A sentence as the second opinion sees it.

    Attributes:
        sentence: Which.
        reading: As the rules read it.
        matches: What the rules made of it, also the blocked ones.
    """

    sentence: Sentence
    reading: Reading
    matches: Sequence[Match]

    @property
    def is_told(self) -> bool:
        """Return whether it tells of risk."""
        return self.sentence.category is not Category.NONE

    @property
    def ruled(self) -> RiskLevel:
        """Return what the rules say of it."""
        fired = [match for match in self.matches if match.verdict.effect is not Effect.BLOCK]
        return max((one.level for match in fired for one in match.evidence()), default=RiskLevel.NONE)

    def names(self) -> list[str]:
        """Return what is to be seen in it; twice when it stands there twice."""
        return [name for word in features(self.reading, self.matches) for name in word]


def hash_inputs(root: Path = ROOT) -> str:
    """Return the hash of every file the model depends on."""
    digest = hashlib.sha256()
    for file in sorted({file for pattern in INPUTS for file in root.glob(pattern)}):
        if file.parent.name == "triage" and file.suffix == ".py" and file.stem in _NOT_INPUTS:
            continue
        content = file.read_bytes()
        digest.update(f"{file.relative_to(root).as_posix()}\0{len(content)}\0".encode())
        digest.update(content)
    return digest.hexdigest()


def collect(triage: Triage, root: Path = ROOT, every: int = 1) -> list[Seen]:
    """Return what is learnt from, in a fixed order, each spelling once.

    A sentence that tells of nothing counts only when no rule fires on it: a rule's silence may be another one's alarm.

    Args:
        triage: The rules.
        root: Folder that holds data/ and tests/.
        every: Take only every so many sentences.
    """
    tested = {normalise(case.text).text for case in load_cases(root)}
    found: dict[str, Seen] = {}
    for sentence in [*load_examples(root), *_of_rules(triage.book), *_of_assistant(root)][::every]:
        spelling = normalise(sentence.text).text
        if spelling in tested or spelling in found:
            continue
        seen = see(triage, sentence)
        if seen.reading.words.texts and (seen.is_told or seen.ruled is RiskLevel.NONE):
            found[spelling] = seen
    return list(found.values())


def see(triage: Triage, sentence: Sentence) -> Seen:
    """Return *sentence* as the second opinion sees it."""
    words = ChildText(sentence.text)
    return Seen(sentence, triage.read(words), triage.matches(words))


def load_examples(root: Path = ROOT) -> list[Sentence]:
    """Return the sentences of every examples.yml and of every folder of examples.

    Raises:
        BadData: A file is malformed.
    """
    found = []
    for path in sorted([*root.glob(f"data/*/triage/{EXAMPLES_FILE}"), *root.glob("data/*/triage/examples/*.yml")]):
        tag = path.relative_to(root).parts[1]
        keys = load_source(path, root).known_keys(required=frozenset({"examples"}))["examples"]
        for name, source in keys.known_keys(required=frozenset(), optional=_NAMES).items():
            for item in source.items():
                if not item.text():
                    raise item.error("a sentence is empty")
                found.append(Sentence(item.text(), Category(name), tag, item.file, item.line))
    return found


def find_written(book: RuleBook, root: Path = ROOT) -> Mapping[str, str]:
    """Return where every sentence stands that rules or the second opinion were made with, by its one spelling."""
    return {normalise(one.text).text: f"{one.file}:{one.line}" for one in (*_of_rules(book), *load_examples(root))}


def _of_rules(book: RuleBook) -> Iterator[Sentence]:
    """Yield the rules' own examples, those that tell of something first."""
    for rule in book.rules:
        for one in (*rule.fires, *rule.lowered):
            yield Sentence(one.text, rule.category, rule.tag, one.file, one.line, rule.id)
    for rule in book.rules:
        for one in rule.silent:
            yield Sentence(one.text, Category.NONE, rule.tag, one.file, one.line, rule.id)
    for one in book.quiet:
        yield Sentence(one.text, Category.NONE, Path(one.file).parts[1], one.file, one.line)


def _of_assistant(root: Path) -> Iterator[Sentence]:
    """Yield the assistant's examples of intents that say what they are about."""
    for path in sorted(root.glob("data/*/nlu/*.yml")):
        tag = path.parent.parent.name
        for entry in load_source(path, root).keys()["nlu"].items():
            keys = entry.keys()
            if "intent" not in keys or (category := _INTENTS.get(keys["intent"].text())) is None:
                continue
            source = keys["examples"]
            for at, line in enumerate(source.text().splitlines(), source.line + 1):
                if text := line.strip().removeprefix("-").strip():
                    yield Sentence(text, category, tag, source.file, at)
