"""What the engine makes of parts, contexts, history and answers, with a small rule folder of its own."""

from __future__ import annotations

import pytest

import triage
from core.risk import Assessment, Category, RiskLevel
from core.text import ChildText
from tests.triage.conftest import MakeTriage
from triage.engine import HISTORY_MESSAGES

NONE, ELEVATED, HIGH, EMERGENCY = RiskLevel


def _level(make_triage: MakeTriage, text: str, *history: str) -> RiskLevel:
    """Return the level of one message."""
    return make_triage().assess(ChildText(text), history=[ChildText(one) for one in history]).level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("my dad hits me", HIGH),
        ("MY DAD hiiiits me!!!", HIGH),
        ("My dad. He hits me.", HIGH),
        ("hits me with a belt", EMERGENCY),
        ("the belt, he hits me", EMERGENCY),
        ("belt and then a long walk home before somebody hits me", NONE),
        ("hello", NONE),
        ("", NONE),
        ("my dad hits me haha jk", HIGH),
        ("i do not want to live", HIGH),
        ("dying", HIGH),
        ("dying of laughter", NONE),
        ("dying of laughter but really dying", HIGH),
        ("my dad hits me with a pillow", NONE),
        ("my dad hits me. i like my pillow", HIGH),
    ],
)
def test_assess_combines_concepts(make_triage: MakeTriage, text: str, level: RiskLevel) -> None:
    """Parts in their window fire; idioms and what a rule excepts do not."""
    assert _level(make_triage, text) is level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("my dad never hits me", NONE),
        ("nobody hits me", NONE),
        ("my dad not only hits me", HIGH),
        ("nobody knows my dad hits me", HIGH),
        ("i do not lie and my dad hits me", HIGH),
        ("not, my dad hits me", HIGH),
        ("my dad hits me pas", NONE),
        ("my dad hits me and pas", HIGH),
        ("never in a very long long time my dad hits me", HIGH),
        ("my dad never hits me. my mum hits me", HIGH),
    ],
)
def test_assess_reads_negation(make_triage: MakeTriage, text: str, level: RiskLevel) -> None:
    """A negation denies what is near in its clause, and only that."""
    assert _level(make_triage, text) is level


@pytest.mark.parametrize(
    ("text", "level"),
    [
        ("my dad hits me in minecraft", NONE),
        ("my essay: my dad hits me", HIGH),
        ("my essay my dad hits me", NONE),
        ("my dad hits me in the movie", NONE),
        ("the lyrics my dad hits me", NONE),
        ("in minecraft. my dad hits me", HIGH),
        ("my dad hits me years ago", ELEVATED),
        ("my dad used to and hits me again", HIGH),
        ("years ago he hits me with a belt", EMERGENCY),
        ("my friend he hits me with the belt", ELEVATED),
        ("my friend my dad hits me", HIGH),
        ("in minecraft i build one two three four five six seven eight nine ten eleven my dad hits me", HIGH),
    ],
)
def test_assess_reads_contexts(make_triage: MakeTriage, text: str, level: RiskLevel) -> None:
    """Games, films, homework and lyrics silence their sentence; the past lowers it; a rule may choose otherwise."""
    assert _level(make_triage, text) is level


def test_assess_puts_parts_of_several_messages_together(make_triage: MakeTriage) -> None:
    """Who in one message and what in a later one are one disclosure, with evidence in both."""
    history = [ChildText("i was with my dad"), ChildText("ok")]
    found = make_triage().assess(ChildText("he hits me"), history=history)
    assert found.level is HIGH
    assert [(one.turns_ago, one.start, one.end) for one in found.evidence] == [(0, 3, 10), (2, 11, 17)]


@pytest.mark.parametrize(
    ("text", "history", "level"),
    [
        ("ok", ["my dad hits me"], NONE),
        ("he hits me", ["hello"], NONE),
        ("he hits me", ["my dad in minecraft"], NONE),
        ("he hits me", ["my dad is nice", *["ok"] * HISTORY_MESSAGES], NONE),
        ("he never hits me", ["my dad"], NONE),
        ("he hits me", ["my pillow and my dad"], NONE),
        ("my dad is one two three four five six seven eight nine ten and hits me", [], HIGH),
    ],
)
def test_assess_does_not_put_together_what_does_not_belong(
    make_triage: MakeTriage, text: str, history: list[str], level: RiskLevel
) -> None:
    """Something new must be in this message, and each part must hold where it stands."""
    assert _level(make_triage, text, *history) is level


@pytest.mark.parametrize(
    ("text", "level"),
    [("yes", NONE), ("no", HIGH), ("not really", HIGH), ("i do not know", ELEVATED), ("I can not say...", ELEVATED)],
)
def test_assess_reads_answers_in_the_context_of_the_question(
    make_triage: MakeTriage, text: str, level: RiskLevel
) -> None:
    """The policy says what yes, no, unsure and unsaid mean; without the question they mean nothing."""
    engine = make_triage()
    assert engine.assess(ChildText(text), asked="utter_ask_safe_now").level is level
    assert engine.assess(ChildText(text)) == Assessment()
    assert engine.assess(ChildText(text), asked="utter_ask_country") == Assessment()


def test_assess_names_an_answer_after_what_was_told_before(make_triage: MakeTriage) -> None:
    """A "no" is about what the child spoke of; when that is not known, about nothing in particular."""
    engine = make_triage()
    told = [ChildText("my dad hits me"), ChildText("ok")]
    found = engine.assess(ChildText("no"), asked="utter_ask_safe_now", history=told)
    assert (found.category, found.evidence[0].rule) == (Category.PHYSICAL_ABUSE, "answer.utter_ask_safe_now.no")
    assert engine.assess(ChildText("no"), asked="utter_ask_safe_now").category is Category.NONE


def test_assess_puts_the_most_urgent_first(make_triage: MakeTriage) -> None:
    """Level goes before category, and the policy's order of categories before place."""
    found = make_triage().assess(ChildText("my dad hits me, i am dying"))
    assert [one.category for one in found.evidence] == [Category.SUICIDE, Category.PHYSICAL_ABUSE]
    assert found.category is Category.SUICIDE


def test_assess_marks_the_childs_own_letters(make_triage: MakeTriage) -> None:
    """Evidence covers whole words as written, also elongated and spaced ones."""
    words = "oh my dad h-i-t-s meeee every day"
    found = make_triage().assess(ChildText(words)).evidence[0]
    assert words[found.start : found.end] == "my dad h-i-t-s meeee"


FRENCH = """
concepts:
  family: [papa]
  hurts: [me tape]
rules:
  - id: fr.body.family
    category: physical_abuse
    level: emergency
    reason: Somebody at home hits.
    when: [family, hurts]
    fires: [papa me tape]
    silent: [papa]
"""
SHARED = {"core/triage_concepts.yml": "shared: {family: Relatives., hurts: Hits me.}", "fr/triage/a.yml": FRENCH}


def test_assess_reads_two_languages_in_one_sentence(make_triage: MakeTriage) -> None:
    """A shared concept is filled by all languages, so a mixed sentence is read by both."""
    found = make_triage(SHARED).assess(ChildText("papa hits me"))
    assert {one.rule for one in found.evidence} == {"fr.body.family", "en.body.family"}


def test_assess_leaves_a_language_to_its_own_rules(make_triage: MakeTriage) -> None:
    """A rule does not fire on a sentence all of whose words belong to another language."""
    found = make_triage(SHARED).assess(ChildText("my dad hits me"))
    assert {one.rule for one in found.evidence} == {"en.body.family"}


def test_assess_hears_a_negation_in_the_language_of_the_words(make_triage: MakeTriage) -> None:
    """In a mixed sentence the negation of either language counts."""
    assert not make_triage(SHARED).assess(ChildText("papa never hits me")).evidence


def test_assess_of_the_installation_is_loaded_once() -> None:
    """The function and the class give the same answer."""
    found = triage.assess(ChildText("i want to kill myself"))
    assert found.level is HIGH
    assert found == triage.assess(ChildText("i want to kill myself"), language="en")
