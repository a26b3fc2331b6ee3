"""What comes through the door is typed or refused."""

from __future__ import annotations

import json
from contextlib import suppress

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.connector.payloads import MAX_BODY_BYTES, Tap, disarm, parse_request, parse_tap
from core.errors import BadPayload
from core.message import MAX_WORDS_CHARS


def body(**fields: object) -> bytes:
    """Return a request of a child who says hello, with other fields."""
    return json.dumps({"conversation": "c", "words": "hello", **fields}).encode()


def test_parse_request_reads_words_slots_and_state() -> None:
    """What the service tells overrules what was remembered."""
    found = parse_request(body(
        slots={"language": "ar", "asked": "b"},
        state={"slots": {"asked": "a", "misunderstood": 2}, "loop": "safe_form", "requested": "safe_now"},
    ))  # fmt: skip
    assert found.words == "hello"
    assert found.tap is None
    assert found.slots == {"language": "ar", "asked": "b", "misunderstood": 2}
    assert (found.loop, found.requested) == ("safe_form", "safe_now")


def test_parse_request_reads_a_tap() -> None:
    """A payload becomes an intent with its values."""
    found = parse_request(json.dumps({"conversation": "c", "payload": '/tell_country{"country": "JO"}'}).encode())
    assert (found.words, found.tap) == (None, Tap("tell_country", {"country": "JO"}))


def test_parse_request_takes_the_longest_words() -> None:
    """4,000 characters outside the basic plane, escaped, fit into the largest body."""
    longest = body(words="🙂" * MAX_WORDS_CHARS)
    assert len(longest) < MAX_BODY_BYTES
    assert len(parse_request(longest).words or "") == MAX_WORDS_CHARS


@pytest.mark.parametrize(
    ("sent", "code"),
    [
        (body(words="a" * (MAX_WORDS_CHARS + 1)), "too_long"),
        (b" " * (MAX_BODY_BYTES + 1), "too_large"),
        (b"\x80", "not_utf8"),
        (b"{", "not_json"),
        (body(slots={"misunderstood": float("nan")}), "not_json"),
        (body(slots=[]), "wrong_shape"),
        (body(state=None), "wrong_shape"),
        (body(words=None), "wrong_shape"),
        (body(payload="/greet"), "wrong_shape"),
    ],
)
def test_parse_request_refuses_with_a_code(sent: bytes, code: str) -> None:
    """Each fault has its code, and the code is all that is said."""
    with pytest.raises(BadPayload) as caught:
        parse_request(sent)
    assert caught.value.args == (code,)


@pytest.mark.parametrize(
    "payload", ["", "greet", "/", "/Greet", "/greet{", "/greet[]", '/greet{"a": 1}', "/greet{}x", "/" + "a" * 600]
)
def test_parse_tap_refuses_what_is_no_tap(payload: str) -> None:
    """Only `/intent` with an object of texts is a tap."""
    with pytest.raises(BadPayload):
        parse_tap(payload)


@given(st.text())
def test_disarm_leaves_no_leading_slash(words: str) -> None:
    """Whatever was written, Rasa finds no slash when it strips the text, and the rest of the words is kept."""
    left = disarm(words)
    assert not left.strip().startswith("/")
    assert words.endswith(left)


@given(st.binary(max_size=300))
def test_parse_request_raises_nothing_but_bad_payload(sent: bytes) -> None:
    """Any bytes are a request or a BadPayload."""
    with suppress(BadPayload):
        parse_request(sent)
