"""What holds for every text there is: no error, the same answer twice, evidence inside, no way to hide, linear time."""

from __future__ import annotations

import gc
import time
from collections.abc import Iterator

import pytest
from hypothesis import given
from hypothesis import strategies as st

from core.risk import RiskLevel
from core.text import ChildText
from triage.engine import Triage

TRIAGE = Triage()
RISKS = ("i want to kill myself", "my dad hits me", "my uncle touches my private parts")
FIRING = [example.text for rule in TRIAGE.book.rules for example in rule.fires]
SAID = st.lists(
    st.sampled_from(
        "i my dad not never hits me touches cut myself want to die kill with a belt in the movie minecraft years ago again "
        "but and . , ? ! 😂 nobody knows ابوي يضربني ما انا mujhe abbu marte nahi papa me frappe pas jamais k.i.l.l h1ts".split()
    ),
    max_size=30,
).map(" ".join)
TEXTS = SAID | st.text() | st.sampled_from(FIRING)
INVISIBLE = st.sampled_from("\u200b\u200c\u200d\u200e\u200f\u202e\u2066\ufeff\u0640\u064e\u00ad")


@given(TEXTS, st.lists(TEXTS, max_size=8), st.sampled_from(["en", "ar", None, "xx"]))
def test_assess_never_raises_and_is_the_same_twice(text: str, history: list[str], language: str | None) -> None:
    """Any text with any history gets an answer, always the same, with evidence inside the words."""
    words, earlier = ChildText(text), [ChildText(one) for one in history]
    found = TRIAGE.assess(words, language=language, history=earlier, asked="utter_ask_safe_now")
    assert found == TRIAGE.assess(words, language=language, history=earlier, asked="utter_ask_safe_now")
    assert found.level == max((one.level for one in found.evidence), default=RiskLevel.NONE)
    for one in found.evidence:
        message = [text, *reversed(history)][one.turns_ago]
        assert 0 <= one.start < one.end <= len(message)


@given(TEXTS, INVISIBLE, st.integers(0, 200))
def test_assess_does_not_see_invisible_marks(text: str, mark: str, at: int) -> None:
    """A zero-width, bidi, tatweel or vowel mark anywhere changes neither level nor rules."""
    plain, marked = TRIAGE.assess(ChildText(text)), TRIAGE.assess(ChildText(text[:at] + mark + text[at:]))
    assert plain.level is marked.level
    assert [one.rule for one in plain.evidence] == [one.rule for one in marked.evidence]


@given(SAID)
def test_assess_does_not_see_capitals(text: str) -> None:
    """Shouting changes nothing."""
    assert TRIAGE.assess(ChildText(text)).level is TRIAGE.assess(ChildText(text.upper())).level


@given(TEXTS, st.sampled_from(RISKS), st.booleans())
def test_a_risk_sentence_is_never_drowned(text: str, risk: str, is_first: bool) -> None:
    """Whatever else a child writes, a sentence of risk keeps its level."""
    whole = f"{risk}. {text}" if is_first else f"{text}. {risk}"
    assert TRIAGE.assess(ChildText(whole)).level >= TRIAGE.assess(ChildText(risk)).level


@given(st.sampled_from(FIRING), st.lists(TEXTS, max_size=6))
def test_history_never_lowers(text: str, history: list[str]) -> None:
    """Earlier messages can add to a message, never take away."""
    words = ChildText(text)
    assert TRIAGE.assess(words, history=[ChildText(one) for one in history]).level >= TRIAGE.assess(words).level


@pytest.fixture
def _no_collector() -> Iterator[None]:
    """Keep the collector of the whole test run, which walks a large heap at any moment, out of what is measured."""
    gc.disable()
    yield
    gc.enable()


@pytest.mark.usefixtures("_no_collector")
@pytest.mark.parametrize(
    "unit",
    [
        "i went to school and we had fun. ",
        "my dad hits me ",
        "hit me ",
        "not my dad hit me ",
        "my ",
        "a",
        "😂",
        "1",
        "ابوي ",
        "abcdefgh",
        "my dad hits me when i play fortnite ",
    ],
)
def test_assess_is_linear(unit: str) -> None:
    """Eight times the text takes about eight times as long, whatever it is made of, and 4,000 characters stay quick."""
    TRIAGE.assess(ChildText(unit))
    took_s = []
    for length in (4_000, 32_000):
        words = ChildText((unit * (length // len(unit) + 1))[:length])
        begin = time.thread_time()
        TRIAGE.assess(words)
        took_s.append(time.thread_time() - begin)
    assert took_s[0] < 0.5
    assert took_s[1] < 0.2 + 24 * took_s[0]
