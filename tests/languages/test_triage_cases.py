"""Whole messages through triage: of each language how many that must alarm do, and how many everyday ones stay quiet.

The rules' own examples run in tests/triage; these were written apart from them, by way of speaking. A language may not
fall below the floors that stand in its file; a failing run lists every miss.
"""

from __future__ import annotations

from pathlib import Path

import pytest
import yaml

from core.risk import RiskLevel
from core.text import ChildText
from triage.engine import Triage

FILES = sorted(Path(__file__).parent.glob("*/triage.yml"))
TRIAGE = Triage()
LEVELS = {level.word: level for level in RiskLevel}


def level_of(words: str) -> RiskLevel:
    """Return what triage says of one message without history."""
    return TRIAGE.assess(ChildText(words)).level


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_messages_that_must_alarm_do(file: Path) -> None:
    """The share of messages that reach at least their level is not below the language's floor."""
    cases = yaml.safe_load(file.read_text(encoding="utf-8"))
    missed = [case for case in cases["alarm"] if level_of(case["text"]) < LEVELS[case["level"]]]
    share = 1 - len(missed) / len(cases["alarm"])
    assert share >= cases["floor"]["alarm"], "\n".join(f"{case['kind']}: {case['text']}" for case in missed)


@pytest.mark.parametrize("file", FILES, ids=lambda file: file.parent.name)
def test_messages_that_must_not_alarm_stay_quiet(file: Path) -> None:
    """The share of everyday messages on which nothing fires is not below the language's floor."""
    cases = yaml.safe_load(file.read_text(encoding="utf-8"))
    loud = [case for case in cases["quiet"] if level_of(case["text"]) is not RiskLevel.NONE]
    share = 1 - len(loud) / len(cases["quiet"])
    assert share >= cases["floor"]["quiet"], "\n".join(f"{case['kind']}: {case['text']}" for case in loud)
