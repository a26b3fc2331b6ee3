"""The policy file: what it says, and that a malformed one stops the start."""

from __future__ import annotations

from pathlib import Path

import pytest

from core.errors import BadData
from core.risk import Assessment, Category, Evidence, RiskLevel
from languages.registry import ROOT
from triage.policy import POLICY_FILE, load_policy

WRITTEN = (ROOT / POLICY_FILE).read_text(encoding="utf-8")


def test_policy_hands_high_and_emergency_to_a_human() -> None:
    """From high on a human gets the conversation and the child sees numbers; elevated asks one question."""
    policy = load_policy()
    for level in (RiskLevel.HIGH, RiskLevel.EMERGENCY):
        assert policy.levels[level].hand_off
        assert policy.levels[level].numbers
    assert policy.levels[RiskLevel.ELEVATED].ask == "utter_ask_safe_now"
    assert policy.levels[RiskLevel.NONE].ask is None
    unclear = {"unsure": RiskLevel.ELEVATED, "unsaid": RiskLevel.ELEVATED}
    assert policy.safety_answers == {
        "utter_ask_safe_now": {"yes": RiskLevel.NONE, "no": RiskLevel.HIGH, **unclear},
        "utter_ask_hurt_self": {"yes": RiskLevel.HIGH, "no": RiskLevel.NONE, **unclear},
        "utter_ask_someone_there": {"yes": RiskLevel.EMERGENCY, "no": RiskLevel.NONE, **unclear},
    }
    assert policy.safety_question_wait_s == 120
    assert policy.still_here_s == (60, 180, 300, 600)


def test_question_comes_close_to_what_was_said() -> None:
    """Only a level that asks has a question; some categories have their own."""
    policy = load_policy()
    asked = {
        (level, category): policy.question(Assessment(level, category))
        for level in RiskLevel
        for category in (Category.SUICIDE, Category.BULLYING)
    }
    assert asked.pop((RiskLevel.ELEVATED, Category.SUICIDE)) == "utter_ask_hurt_self"
    assert asked.pop((RiskLevel.ELEVATED, Category.BULLYING)) == "utter_ask_safe_now"
    assert set(asked.values()) == {None}


def test_policy_ranks_every_category() -> None:
    """Any evidence can be ranked: level first, then category, then what is newer and further left."""
    policy = load_policy()
    assert set(policy.category_order) == set(Category)
    high, emergency = RiskLevel.HIGH, RiskLevel.EMERGENCY
    wanted = [
        Evidence(9, 10, "d", emergency, Category.CONFLICT),
        Evidence(5, 6, "c", high, Category.SUICIDE),
        Evidence(7, 8, "c", high, Category.SUICIDE),
        Evidence(0, 1, "b", high, Category.SUICIDE, turns_ago=1),
        Evidence(0, 1, "a", high, Category.NONE),
    ]
    assert sorted(reversed(wanted), key=policy.rank) == wanted


@pytest.mark.parametrize(
    ("change", "reason"),
    [
        (("hand_off: true", "hand_off: yes"), "yes is none of: true, false"),
        (("hand_off: true", "hand_off: ''"), "(nothing) is none of"),
        (("  none: {", "  calm: {"), "unknown key calm"),
        (("safety_question_wait_s: 120", "safety_question_wait_s: 0"), "above 0"),
        (("safety_question_wait_s: 120", "safety_question_wait_s: soon"), "above 0"),
        (("safety_question_wait_s: 120\n", ""), "safety_question_wait_s is missing"),
        (("[60, 180, 300, 600]", "[60, 60]"), "must rise"),
        (("[60, 180, 300, 600]", "[]"), "must rise"),
        (("no: high", "no: worse"), "worse is none of"),
        (("suicide: utter_ask_hurt_self", "suicide: utter_ask"), "utter_ask is none of"),
        (("suicide: utter_ask_hurt_self", "sadness: utter_ask_hurt_self"), "unknown key sadness"),
        (("ask: utter_ask_safe_now", "ask: utter_ask"), "utter_ask is none of"),
        (("unsaid: elevated}", "said: elevated}"), "unknown key said"),
        (("  - conflict\n", ""), "look at: conflict"),
        (("  - conflict\n", "  - conflict\n  - conflict\n"), "a category twice"),
        (("ask: null", "ask: [a]"), "one value is wanted here"),
    ],
)
def test_load_policy_names_the_mistake(tmp_path: Path, change: tuple[str, str], reason: str) -> None:
    """A malformed policy stops the start with file and reason."""
    assert change[0] in WRITTEN
    file = tmp_path / POLICY_FILE
    file.parent.mkdir(parents=True)
    file.write_text(WRITTEN.replace(*change, 1), encoding="utf-8")
    with pytest.raises(BadData) as caught:
        load_policy(tmp_path)
    assert caught.value.file == POLICY_FILE
    assert reason in caught.value.reason


def test_load_policy_needs_the_file(tmp_path: Path) -> None:
    """Without a policy nothing starts."""
    with pytest.raises(BadData, match="FileNotFoundError"):
        load_policy(tmp_path)
