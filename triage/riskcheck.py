"""RiskCheck, the public functional test set of triage: tests/triage/riskcheck/<tag>.yml, read and checked.

    tag: ar-EG
    language: ar
    alarm:
      explicit_statement:
        - {level: high, category: suicide, text: "...", history: ["the oldest", "the newest"]}
    quiet:
      idiom_benign:
        - "..."

One file for each language or dialect; `history` may be left out. What each functionality stands for is said in
docs/triage/results.md.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from core.errors import BadData
from core.risk import Category, RiskLevel
from languages.normalise import normalise
from languages.registry import ROOT
from triage.load import CATEGORIES, LEVELS, parse_choice
from triage.source import Source, load_source

FOLDER = "tests/triage/riskcheck"
MIN_ALARM, MIN_QUIET, MIN_QUIET_SHARE = 75, 55, 0.42
ALARM: Mapping[str, str] = {
    "explicit_statement": "says plainly what happens",
    "indirect_statement": "says it without the word for it",
    "disclosure_refusal": "will not say, promised not to tell",
    "perpetrator_present": "cannot talk, somebody is listening or at the door",
    "threat_to_others": "wants to hurt somebody else",
    "third_person_risk": "a friend, a brother, a sister is in danger",
    "negation_risk": "the risk is itself a negation: not wanting to live",
    "joke_marker_risk": "a laugh behind it, which must not cancel it",
    "simple_child_words": "the words of a child of seven to nine",
    "disability_related": "harm that meets a child with a disability",
    "evasive_spelling": "unalive, figures for letters, spaced or dotted letters",
    "typo": "mistyped",
    "elongation": "letters drawn out",
    "missing_diacritics": "accents and vowel marks left out",
    "arabizi": "Arabic in Latin letters and figures",
    "latin_script": "a language of another script in Latin letters",
    "code_switch": "two languages in one sentence",
    "emoji": "emoji carry part of the meaning",
    "history_together": "seen only together with earlier messages",
}
"""What a message that must alarm tries out."""
QUIET: Mapping[str, str] = {
    "idiom_benign": "dying of laughter, mum will kill me",
    "homonym_benign": "a word of risk that means something else here",
    "game_talk_benign": "killing and dying in a game",
    "homework_benign": "a school subject, an essay, a project",
    "media_benign": "a film, a song, the news",
    "negation_benign": "nobody hurts me",
    "past_resolved": "a quarrel made up, nothing is left",
    "asking_about_helpline": "what is this, who reads it",
    "everyday_benign": "an ordinary day",
    "lexical_overlap_benign": "a surprise party kept secret, medicine after breakfast",
}
"""What a message that must not alarm tries out."""


@dataclass(frozen=True)
class Case:
    """One message and what a careful child-protection clinician would say of it.

    Attributes:
        tag: Language or dialect of the file.
        language: Language of the file, as in languages.yml.
        functionality: What it tries out: a key of ALARM or QUIET.
        text: The message.
        history: The child's earlier messages, oldest first.
        level: The least level it must reach; NONE when it must not alarm.
        category: What it is about.
        file: Where it stands.
        line: Its line there.
    """

    tag: str
    language: str
    functionality: str
    text: str
    history: tuple[str, ...]
    level: RiskLevel
    category: Category
    file: str
    line: int

    @property
    def is_alarm(self) -> bool:
        """Return whether it must alarm."""
        return self.level is not RiskLevel.NONE

    @property
    def place(self) -> str:
        """Return file and line."""
        return f"{self.file}:{self.line}"


def load_cases(root: Path = ROOT, tags: Sequence[str] = (), folder: str = FOLDER) -> list[Case]:
    """Return the cases of every file, or only of those whose tag or language is one of *tags*.

    Raises:
        BadData: A file is malformed, or nothing is there for one of *tags*.
    """
    files = case_files(root, folder)
    known = {name for path in files for name in _names(path)}
    if odd := sorted(set(tags) - known):
        raise BadData(folder, 0, f"nothing for {', '.join(odd)}; there is: {', '.join(sorted(known))}")
    chosen = [path for path in files if not tags or not _names(path).isdisjoint(tags)]
    return [case for path in chosen for case in load_file(path, root)]


def case_files(root: Path = ROOT, folder: str = FOLDER) -> list[Path]:
    """Return the files of the test set, sorted by name."""
    return sorted((root / folder).glob("*.yml"))


def load_file(path: Path, root: Path = ROOT) -> list[Case]:
    """Return the cases of one file.

    Raises:
        BadData: It is malformed.
    """
    keys = load_source(path, root).known_keys(required=frozenset({"tag", "language", "alarm", "quiet"}))
    tag, language = keys["tag"].text(), keys["language"].text()
    if tag != path.stem:
        raise keys["tag"].error(f"the file is called {path.stem}")
    if language != tag.partition("-")[0]:
        raise keys["language"].error(f"the language of {tag} is {tag.partition('-')[0]}")
    return [*_parse_alarms(keys["alarm"], tag, language), *_parse_quiet(keys["quiet"], tag, language)]


def find_problems(cases: Sequence[Case], trained: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for everything that makes the cases of one file a poor test.

    Args:
        cases: The cases of one file.
        trained: Where a sentence stands that rules or the second opinion were made with, by its one spelling.
    """
    alarms = sum(case.is_alarm for case in cases)
    quiet = len(cases) - alarms
    if alarms < MIN_ALARM or quiet < MIN_QUIET or quiet < MIN_QUIET_SHARE * len(cases):
        yield (
            f"{alarms} that must alarm and {quiet} that must not: {MIN_ALARM} and {MIN_QUIET} are wanted, and "
            f"{MIN_QUIET_SHARE:.0%} that must not"
        )
    known: dict[tuple[str, ...], str] = {}
    for case in cases:
        words = tuple(normalise(text).text for text in (case.text, *case.history))
        if words in known:
            yield f"{case.place}: {case.text!r} also stands in {known[words]}"
        known[words] = case.place
        if words[0] in trained:
            yield f"{case.place}: {case.text!r} also stands in {trained[words[0]]}, so it tests nothing"


def _names(path: Path) -> frozenset[str]:
    """Return the names by which a file is asked for: its tag and its language."""
    return frozenset({path.stem, path.stem.partition("-")[0]})


def _parse_alarms(source: Source, tag: str, language: str) -> Iterator[Case]:
    """Yield what must alarm."""
    for functionality, entries in source.known_keys(required=frozenset(), optional=frozenset(ALARM)).items():
        for entry in entries.items():
            keys = entry.known_keys(required=frozenset({"level", "category", "text"}), optional=frozenset({"history"}))
            yield Case(
                tag=tag,
                language=language,
                functionality=functionality,
                text=_parse_text(keys["text"]),
                history=tuple(_parse_text(one) for one in keys["history"].items()) if "history" in keys else (),
                level=LEVELS[parse_choice(keys["level"], LEVELS)],
                category=CATEGORIES[parse_choice(keys["category"], CATEGORIES)],
                file=entry.file,
                line=entry.line,
            )


def _parse_quiet(source: Source, tag: str, language: str) -> Iterator[Case]:
    """Yield what must not alarm."""
    for functionality, entries in source.known_keys(required=frozenset(), optional=frozenset(QUIET)).items():
        for entry in entries.items():
            text = _parse_text(entry)
            yield Case(tag, language, functionality, text, (), RiskLevel.NONE, Category.NONE, entry.file, entry.line)


def _parse_text(source: Source) -> str:
    """Return a sentence that is not empty."""
    text = source.text()
    if not text:
        raise source.error("a sentence is empty")
    return text
