"""What a page may send is parsed or refused with a code, whatever it is."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from channels.web.payloads import (
    MAX_FRAME_BYTES,
    Hello,
    Numbers,
    Plain,
    SetMode,
    TapAnswer,
    Words,
    clean_words,
    is_session,
    parse_envelope,
    parse_op,
    parse_words,
)
from core.errors import BadPayload

UUID = "0b6f4c1e-8a55-4e0e-9a52-0d5a4a6a7c11"


def parse(frame: object):
    """Parse a frame as the socket does."""
    return parse_op(parse_envelope(frame if isinstance(frame, str) else json.dumps(frame)))


@pytest.mark.parametrize(("frame", "op"), [
    ({"op": "hello", "v": 1, "session": None, "last_seq": 0, "language": None}, Hello(None, 0, None)),
    ({"op": "tap", "uuid": UUID, "seq": 4, "index": 1}, TapAnswer(4, 1)),
    ({"op": "simple", "on": True}, SetMode("simple", on=True)),
    ({"op": "aloud", "on": False, "uuid": UUID}, SetMode("aloud", on=False)),
    ({"op": "numbers"}, Numbers("")),
    ({"op": "person"}, Plain("person")),
    ({"op": "start", "unknown": {"field": 1}}, Plain("start")),
])  # fmt: skip
def test_parse_op_returns_what_the_page_wants(frame, op):
    """Each op becomes its own small type; fields that are not known are ignored."""
    assert parse(frame) == op


@pytest.mark.parametrize(("frame", "code"), [
    ("", "not_json"),
    ("{", "not_json"),
    ("[" * 30000, "not_json"),
    ('{"op":"words","uuid":' + "9" * 9000 + "}", "not_json"),
    ("[]", "wrong_shape"),
    ("null", "wrong_shape"),
    ({"text": "no op"}, "wrong_shape"),
    ({"op": 5}, "wrong_shape"),
    ({"op": "sing"}, "wrong_shape"),
    ({"op": "words", "text": "no uuid"}, "wrong_shape"),
    ({"op": "words", "uuid": "x", "text": "bad uuid"}, "wrong_shape"),
    ({"op": "words", "uuid": UUID, "text": 5}, "wrong_shape"),
    ({"op": "words", "uuid": UUID, "text": ["a"]}, "wrong_shape"),
    ({"op": "tap", "uuid": UUID, "seq": True, "index": 0}, "wrong_shape"),
    ({"op": "tap", "uuid": UUID, "seq": -1, "index": 0}, "wrong_shape"),
    ({"op": "tap", "uuid": UUID, "seq": 2**60, "index": 0}, "wrong_shape"),
    ({"op": "tap", "uuid": UUID, "seq": 1.5, "index": 0}, "wrong_shape"),
    ({"op": "simple", "on": "yes"}, "wrong_shape"),
    ({"op": "hello", "v": 2, "session": None, "last_seq": 0, "language": None}, "wrong_shape"),
    ({"op": "hello", "v": 1, "session": 5, "last_seq": 0, "language": None}, "wrong_shape"),
    ({"op": "words", "uuid": UUID, "text": ""}, "empty"),
    ({"op": "words", "uuid": UUID, "text": " \n\t\u00a0"}, "empty"),
    ({"op": "words", "uuid": UUID, "text": "\u200b\u202e\u2066\ufeff\u00ad\u0000\u001b"}, "empty"),
    ({"op": "words", "uuid": UUID, "text": "\u200d\u200e\ufe0f"}, "empty"),
    ({"op": "words", "uuid": UUID, "text": "a" * 4001}, "too_long"),
    ({"op": "words", "uuid": UUID, "text": "a" * MAX_FRAME_BYTES}, "too_large"),
])  # fmt: skip
def test_parse_refuses_with_a_code(frame, code):
    """Whatever is wrong has one code from the protocol."""
    with pytest.raises(BadPayload) as refused:
        parse(frame)
    assert refused.value.code == code


@pytest.mark.parametrize(("written", "kept"), [
    ("/restart", "/restart"),
    ("😭😭", "😭😭"),
    ("👨\u200d👩\u200d👧", "👨\u200d👩\u200d👧"),
    ("می\u200cخواهم", "می\u200cخواهم"),
    ("a\u202egnp.exe", "agnp.exe"),
    ("he\u200bl\u2060p", "help"),
    ("\u2066hidden\u2069", "hidden"),
    ("line\r\nnext\u2028third\rfourth", "line\nnext\nthird\nfourth"),
    ("bell\x07 and \x9b escape\x1b[31m", "bell and  escape[31m"),
    ("half \ud83d pair", "half \ufffd pair"),
    ("  spaces around \n", "spaces around"),
    ("لاااا يا ماما", "لاااا يا ماما"),
])  # fmt: skip
def test_clean_words_keeps_what_a_child_wrote(written, kept):
    """Only what cannot be seen and could mislead is dropped."""
    assert clean_words(written) == kept


def test_parse_words_takes_exactly_the_longest_text():
    """4,000 characters pass, emoji counted as one each."""
    assert len(parse_words("😀" * 4000)) == 4000


@given(st.text())
def test_clean_words_is_idempotent_and_can_be_sent(text):
    """Cleaning twice changes nothing more, and the result is valid UTF-8."""
    cleaned = clean_words(text)
    assert clean_words(cleaned) == cleaned
    cleaned.encode("utf-8")


KEYS = ["op", "uuid", "text", "seq", "index", "on", "v", "session", "last_seq", "language", "tag", "code"]
LEAVES = st.none() | st.booleans() | st.integers() | st.text()


@given(st.recursive(LEAVES, lambda inner: st.lists(inner) | st.dictionaries(st.sampled_from(KEYS), inner)))
def test_parse_never_raises_anything_but_bad_payload(value):
    """No JSON value gets through in another way than as an op or a refusal with a known code."""
    try:
        parse(value)
        code = None
    except BadPayload as refused:
        code = refused.code
    assert code in {None, "not_json", "wrong_shape", "empty", "too_long", "too_large"}


def test_words_never_show_in_a_repr():
    """A parsed message can be logged by accident without its words."""
    assert "secret" not in repr(Words(parse_words("secret")))


def test_is_session_knows_the_form_of_a_token():
    """43 characters of base64url, nothing else."""
    assert is_session("A" * 43)
    assert not is_session("A" * 42)
    assert not is_session("A" * 42 + "!")
    assert not is_session(None)
