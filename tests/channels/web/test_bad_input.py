"""Whatever arrives has a defined answer in the child's language, and what was stored before stays."""

import json

import pytest

from channels.web.chat import address_of
from core.errors import StorageDown
from tests.channels.web.talker import connect, fresh_uuid, greet
from tests.factories import CATALOGUE

TEXTS = [
    ("", "empty"),
    (" \n ", "empty"),
    ("\u200b\u2060\ufeff\u202e", "empty"),
    ("\x00\x07\x1b", "empty"),
    ("a" * 4001, "too_long"),
    ("ا" * 4001, "too_long"),
    ("a" * 40_000, "too_large"),
]


@pytest.mark.parametrize(("text", "code"), TEXTS)
@pytest.mark.parametrize("language", ["en", "ur"])
async def test_words_that_cannot_be_taken_are_explained(site, language, text, code):
    """The error is a sentence in the child's language; the next message is taken as usual."""
    talker = await greet(site, language=language)
    await talker.send("words", uuid=fresh_uuid(), text=text)
    error = await talker.until("error")
    assert error["code"] == code
    assert error["text"] == CATALOGUE.text(language, f"page_error_{code}")
    assert "retry_ms" not in error
    await talker.say("I am still here")


@pytest.mark.parametrize(
    "text", ["/restart", "/ask_person{}", "😭", "👨\u200d👩\u200d👧", "a" * 4000, "<b>x</b>", "\\u0000"]
)
async def test_odd_words_are_words(site, text):
    """Commands, emoji, markup and the longest text arrive as they are."""
    talker = await greet(site)
    uuid = fresh_uuid()
    await talker.say(text, uuid)
    assert (await talker.until("message", uuid=uuid))["text"] == text
    conversation = await site.line.child.find("web", address_of(talker.session))
    assert text in await site.line.texts(conversation.id)


@pytest.mark.parametrize("frame", [
    "", "nonsense", "[]", "7", '{"op":"sing"}', '{"op":"words"}', '{"op":"words","uuid":"1","text":"x"}', '{"op":null}',
    '{"op":"tap","uuid":"0b6f4c1e-8a55-4e0e-9a52-0d5a4a6a7c11","seq":"1","index":0}', '{"op":"language","tag":"xx"}',
    '{"op":"country","code":"../"}', '{"op":"simple","on":1}', '{"op":"hello","v":1,"session":null,"last_seq":0}',
])  # fmt: skip
async def test_a_frame_of_the_wrong_shape_is_answered_and_survived(site, frame):
    """One sentence in the child's language, and the connection stays."""
    talker = await greet(site, language="ur")
    await talker.socket.send_str(frame)
    error = await talker.until("error")
    assert error["code"] in ("wrong_shape", "not_json")
    assert error["text"] == CATALOGUE.text("ur", "page_error_wrong_shape")
    await talker.say("I am still here")


async def test_a_binary_frame_is_answered_and_survived(site):
    """Only text frames are spoken."""
    talker = await greet(site)
    await talker.socket.send_bytes(b"\x00\x01")
    assert (await talker.until("error"))["code"] == "wrong_shape"
    await talker.say("I am still here")


async def test_a_megabyte_closes_the_connection_and_loses_nothing(site):
    """Code 1009, and the conversation is there for the next connection."""
    talker = await greet(site)
    await talker.say("hello")
    await talker.socket.send_str(json.dumps({"op": "words", "uuid": fresh_uuid(), "text": "a" * 1_000_000}))
    while (frame := await talker.next())["op"] != "closed":
        pass
    assert frame["code"] == 1009
    back = await greet(site, talker.session)
    assert (await back.until("message", text="hello"))["seq"] == 2


async def test_text_that_is_not_utf8_closes_the_connection(site):
    """Code 1007, as the WebSocket standard wants it."""
    talker = await greet(site)
    await talker.socket._writer.send_frame(b'{"op":"words","text":"\xff\xfe"}', 1)
    while (frame := await talker.next())["op"] != "closed":
        pass
    assert frame["code"] == 1007


async def test_half_a_surrogate_pair_is_stored_as_a_mark(site):
    """JSON can carry what UTF-8 cannot; the child's other words stay."""
    talker = await greet(site)
    uuid = fresh_uuid()
    await talker.socket.send_str(f'{{"op":"words","uuid":"{uuid}","text":"sad \\ud83d face"}}')
    assert (await talker.until("message", uuid=uuid))["text"] == "sad \ufffd face"


@pytest.mark.parametrize("first", ["nonsense", '{"op":"person"}', '{"op":"hello","v":9,"session":null,"last_seq":0}'])
async def test_a_connection_that_does_not_say_hello_is_closed(site, first):
    """It is told so, and closed with code 1008."""
    talker = await connect(site)
    await talker.socket.send_str(first)
    assert (await talker.next())["code"] == "wrong_shape"
    assert (await talker.next())["code"] == 1008


async def test_a_database_that_is_away_is_told_and_tried_again(site, monkeypatch):
    """Nothing is acknowledged that is not stored; the same frame works later."""
    talker = await greet(site)
    good = site.line.parts.db.write

    async def away(job):
        raise StorageDown("disk")

    monkeypatch.setattr(site.line.parts.db, "write", away)
    uuid = fresh_uuid()
    await talker.send("words", uuid=uuid, text="keep me")
    error = await talker.until("error", uuid=uuid)
    assert (error["code"], error["text"]) == ("down", CATALOGUE.text("en", "page_error_down"))
    assert error["retry_ms"] >= 1000
    assert not [one for one in talker.frames if one["op"] == "ack"]
    monkeypatch.setattr(site.line.parts.db, "write", good)
    await talker.say("keep me", uuid)
