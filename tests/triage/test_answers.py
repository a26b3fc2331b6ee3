"""Answers to the safety question: every language has them, and what they mean is read from the beginning."""

from __future__ import annotations

import pytest

from core.errors import BadData
from core.text import ChildText
from languages.registry import ROOT, usable_languages
from tests.triage.conftest import MakeTriage
from triage.answers import load_answers
from triage.load import ANSWERS_FILE
from triage.policy import ANSWER_MEANINGS, load_policy
from triage.source import load_source

ASKED = "utter_ask_safe_now"
ANSWERS = load_answers(ROOT)


@pytest.mark.parametrize(
    ("text", "meaning"),
    [
        ("yes", "yes"),
        ("Yeah, I'm ok", "yes"),
        ("no", "no"),
        ("nooo", "no"),
        ("not really", "no"),
        ("idk", "unsure"),
        ("yes but he comes back later", "unsure"),
        ("i dont want to say", "unsaid"),
        ("hello there", None),
        ("my cat says no", None),
        ("", None),
    ],
)
def test_read_knows_english_answers(text: str, meaning: str | None) -> None:
    """The beginning of a message answers; the longest wording wins."""
    answer = ANSWERS.read(ChildText(text), ASKED, "en")
    assert (answer.meaning if answer else None) == meaning


@pytest.mark.parametrize("question", load_policy().safety_answers)
@pytest.mark.parametrize("tag", usable_languages())
def test_every_language_has_its_own_answers(tag: str, question: str) -> None:
    """Each wording that a language lists is read as the meaning it stands under."""
    path = ROOT / "data" / tag / "triage" / ANSWERS_FILE
    asked = load_source(path, ROOT).keys()["answers"].keys()[question].keys()
    assert set(asked) == set(ANSWER_MEANINGS)
    plain = {
        line.text(): meaning
        for meaning, lines in asked.items()
        for line in lines.items()
        if not set(line.text()) & set("|?*+~()_…")
    }
    answers = load_answers(ROOT, [tag])
    wrong = {
        text: meaning
        for text, meaning in plain.items()
        if (found := answers.read(ChildText(text), question, tag)) is None or found.meaning != meaning
    }
    assert not wrong


def test_read_takes_the_childs_language_first(make_triage: MakeTriage) -> None:
    """Where two languages read the same word differently, the child's decides; without one, the careful meaning."""
    other = "answers: {utter_ask_safe_now: {yes: [no], no: [ya], unsure: [hm], unsaid: [sh]}}"
    engine = make_triage({"xx/triage/answers.yml": other})
    levels = {tag: engine.assess(ChildText("no"), asked=ASKED, language=tag).level.word for tag in ("en", "xx", None)}
    assert levels == {"en": "high", "xx": "none", None: "high"}


@pytest.mark.parametrize(
    ("text", "reason"),
    [
        ("answers: {utter_ask_safe_now: {yes: [yes]}}", "no is missing"),
        (
            "answers: {utter_ask_safe_now: {yes: [y], no: [n], unsure: [u], unsaid: [s], maybe: [m]}}",
            "unknown key maybe",
        ),
        ("answer: {}", "unknown key answer"),
        ("answers: {utter_ask_safe_now: {yes: y, no: [n], unsure: [u], unsaid: [s]}}", "a list is wanted here"),
    ],
)
def test_load_answers_names_the_mistake(make_triage: MakeTriage, text: str, reason: str) -> None:
    """A malformed answers file stops the start."""
    with pytest.raises(BadData) as caught:
        make_triage({"en/triage/answers.yml": text})
    assert caught.value.file == "data/en/triage/answers.yml"
    assert reason in caught.value.reason


def test_load_answers_only_of_the_languages_asked_for() -> None:
    """A list of tags leaves the others out."""
    assert load_answers(ROOT, ["fr"]).read(ChildText("yeah"), ASKED) is None
