"""Sentences as children write them, language by language: each reaches the level it must and goes no higher than it may.

The rules answer for each sentence; the second opinion, which is right in a share of cases, is left out. Its share of these
sentences is in test_learned.py.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from core.risk import RiskLevel
from core.text import ChildText
from triage.engine import Triage

FILES = sorted((Path(__file__).parent / "everyday").glob("*.yml"))
MIN_SENTENCES = 40
MIN_KEPT = 0.97
"""Share of disclosures that stay an alarm with an innocent clause behind; the rest are cut short by a list of exceptions."""
TRIAGE = Triage(second_opinion=False)
LEVELS = {level.word: level for level in RiskLevel}


def _sentences(file: Path, key: str) -> list[tuple[RiskLevel, str]]:
    """Return the sentences under *key* with the level that bounds them."""
    found = yaml.safe_load(file.read_text(encoding="utf-8"))[key]
    return [(LEVELS[word], sentence) for word, sentences in found.items() for sentence in sentences]


def _failures(sentences: list[tuple[RiskLevel, str]], *, too_low: bool) -> list[str]:
    """Return one line for every sentence that is read below its level, or above it."""
    failures = []
    for bound, sentence in sentences:
        found = TRIAGE.assess(ChildText(sentence))
        if found.level < bound if too_low else found.level > bound:
            rules = sorted({one.rule for one in found.evidence})
            failures.append(f"{sentence!r}: {found.level.word}, not {bound.word}; {', '.join(rules)}")
    return failures


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_disclosures_reach_their_level(file: Path) -> None:
    """Every sentence that tells of harm is read at its level or above."""
    sentences = _sentences(file, "at_least")
    assert len(sentences) >= MIN_SENTENCES
    failures = _failures(sentences, too_low=True)
    assert not failures, "\n" + "\n".join(failures)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_everyday_talk_stays_below_its_bound(file: Path) -> None:
    """Greetings, questions, games, idioms and small quarrels ring no alarm; sorrow alone is at most unclear."""
    sentences = _sentences(file, "at_most")
    assert len(sentences) >= MIN_SENTENCES
    failures = _failures(sentences, too_low=False)
    assert not failures, "\n" + "\n".join(failures)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)
def test_innocent_words_behind_a_disclosure_do_not_silence_it(file: Path) -> None:
    """Homework, a film, a game or a dog beside a disclosure leaves it an alarm: they say when and where it happens."""
    clauses = yaml.safe_load(file.read_text(encoding="utf-8"))["beside"]
    told = [one.text for rule in TRIAGE.book.rules if rule.tag == file.stem for one in rule.fires]
    alarms = [text for text in told if TRIAGE.assess(ChildText(text)).level >= RiskLevel.HIGH]
    tried = [f"{text} {clause}" for text in alarms for clause in clauses]
    lost = [text for text in tried if TRIAGE.assess(ChildText(text)).level < RiskLevel.HIGH]
    assert 1 - len(lost) / len(tried) >= MIN_KEPT, f"{len(lost)} of {len(tried)}:\n" + "\n".join(lost)
