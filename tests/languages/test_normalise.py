"""Normalising words: what becomes one spelling, what must survive, and what holds for every string there is."""

from __future__ import annotations

import time

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from languages.letters import MAX_REMEMBERED, Folding
from languages.normalise import Normalised, normalise

NASTY = st.text("aab 1345$@'.-_/*\u200b\u0640\u064bаісkلا\u0130ß\ufdfa😂\ud800\n٣३été", max_size=40)

SAME = [
    ("HEEELP", "help"),
    ("لاااا", "لا"),
    ("soooo", "so"),
    ("no!!!", "no!"),
    ("k i l l", "kill"),
    ("k.i.l.l myself", "kill myself"),
    ("k-i-l-l", "kill"),
    ("k i l l  m y s e l f", "kill myself"),
    ("ا ن ت ح ر", "انتحر"),
    ("k1ll", "kill"),
    ("p0rn", "porn"),
    ("su1c1d3", "suicide"),
    ("$ex", "sex"),
    ("r@pe", "rape"),
    ("kіll", "kill"),
    ("jai été", "jai ete"),
    ("J’ai été", "jai ete"),
    ("cœur", "coeur"),
    ("don't", "dont"),
    ("خَائِفٌ", "خايف"),
    ("مـــرحبا", "مرحبا"),
    ("أنا إلى آخر", "انا الي اخر"),
    ("مدرسة", "مدرسه"),
    ("کیا ہے", "كيا هي"),
    ("مجھے", "مجهي"),
    ("١٢٣ ۴۵۶ १२", "123 456 12"),
    ("he\u200blp", "help"),
    ("\u202ehelp\u202c", "help"),
    ("ﻻ", "لا"),
    ("ｈｅｌｐ", "help"),
    ("  a \n\t b  ", "a b"),
    ("👍🏽", "👍"),
    ("İSTANBUL ılık", "istanbul ilik"),
]
KEPT = ["5ayfa", "3ayza 7ad", "2albi", "gr8", "b4", "911", "1000000", "good", "mp3", "room1", "a a a", "r u", "привет"]


@pytest.mark.parametrize(("written", "expected"), SAME)
def test_normalise_writes_one_spelling(written: str, expected: str) -> None:
    """Ways of writing the same word come out the same."""
    assert normalise(written).text == expected


@pytest.mark.parametrize("written", KEPT)
def test_normalise_keeps_what_carries_meaning(written: str) -> None:
    """Arabizi digits, numbers, double letters and other scripts stay."""
    assert normalise(written).text == written


@pytest.mark.parametrize("apostrophe", "'’‘ʼ′`´")
def test_normalise_drops_every_apostrophe_inside_a_word(apostrophe: str) -> None:
    """All the apostrophes of all the keyboards are one, and none inside a word."""
    assert normalise(f"don{apostrophe}t").text == "dont"


@pytest.mark.parametrize("written", ["kіль", "Кіт", "x3d", "a8b"])
def test_normalise_leaves_words_it_cannot_read_in_latin(written: str) -> None:
    """A word is made Latin only when all of it can be."""
    assert normalise(written).text == normalise(written.lower()).text
    assert not normalise(written).text.isalpha() or not normalise(written).text.isascii()


def test_span_points_at_the_letters_as_written() -> None:
    """A span in the normalised words leads back to the child's own letters."""
    written = "Oh, k.i.l.l  me"
    folded = normalise(written)
    start = folded.text.index("kill")
    begin, end = folded.span(start, start + 4)
    assert written[begin:end] == "k.i.l.l"


@pytest.mark.parametrize(("start", "end"), [(0, 0), (-1, 1), (0, 3), (2, 1)])
def test_span_refuses_what_is_not_inside(start: int, end: int) -> None:
    """An empty or outside span is an error, not a guess."""
    with pytest.raises(IndexError):
        Normalised("ab", (0, 1)).span(start, end)


def test_folding_forgets_beyond_its_limit() -> None:
    """Somebody who sends every character there is cannot fill the memory."""
    folding = Folding()
    for code in range(MAX_REMEMBERED + 1000):
        assert isinstance(folding[chr(code)], str)
    assert len(folding) == MAX_REMEMBERED


@given(st.text() | NASTY)
@example("a a a.b.c")
@example("$A0A")
@example("i1i b c")
@example("aаа b c")
@example("$'a")
def test_normalise_holds_for_any_text(text: str) -> None:
    """It never raises, is stable, and its map is monotone and inside the text."""
    folded = normalise(text)
    assert len(folded.text) == len(folded.origin)
    assert list(folded.origin) == sorted(folded.origin)
    assert all(0 <= index < len(text) for index in folded.origin)
    assert normalise(folded.text).text == folded.text


@given(st.text("help منه "), st.sampled_from("\u200b\u200f\u00ad\u202a\u0640\u064e"), st.integers(0, 10))
def test_normalise_does_not_see_invisible_marks(text: str, mark: str, at: int) -> None:
    """A zero-width, bidi, tatweel or vowel mark anywhere changes nothing."""
    assert normalise(text[:at] + mark + text[at:]).text == normalise(text).text


@pytest.mark.parametrize("unit", ["hello my friend, ", "أنا خائفة جداً ", "a.", "1a", "'", "$", " ", "a", "a1"])
def test_normalise_is_linear(unit: str) -> None:
    """A megabyte takes about ten times as long as a tenth of it, whatever it is made of."""
    small, large = unit * (100_000 // len(unit)), unit * (1_000_000 // len(unit))
    begin = time.process_time()
    normalise(small)
    middle = time.process_time()
    normalise(large)
    took_s = time.process_time() - middle
    assert took_s < max(2.0, 30 * (middle - begin))
