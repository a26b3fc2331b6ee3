"""The WebSocket does what docs/protocol.md says."""

import asyncio

import pytest
from aiohttp import WSServerHandshakeError

from channels.web.chat import address_of
from core.text import ChildText
from tests.channels.web.site import open_site
from tests.channels.web.talker import connect, fresh_uuid, greet


async def conversation_of(site, talker):
    """Return the stored conversation of a talker, or None."""
    return await site.line.child.find("web", address_of(talker.session))


async def test_hello_leaves_no_trace(site):
    """Looking at the page stores nothing."""
    talker = await greet(site)
    assert len(talker.session) == 43
    assert await conversation_of(site, talker) is None


async def test_words_are_answered_by_the_robot(site):
    """The first words bring the welcome, the echo, the acknowledgement and the answer, numbered without gaps."""
    talker = await greet(site)
    uuid = fresh_uuid()
    ack = await talker.say("every night there is shouting at home", uuid)
    await talker.until("message", name="utter_ask_safe_now")
    messages = [one for one in talker.frames if one["op"] == "message"]
    assert [one["seq"] for one in messages] == [1, 2, 3, 4]
    assert [one.get("name") for one in messages] == [
        "utter_welcome", None, "utter_talk_family_conflict", "utter_ask_safe_now",
    ]  # fmt: skip
    assert messages[1]["uuid"] == uuid
    assert ack["seq"] == 2
    assert [one["label"] for one in messages[3]["buttons"]][:2] == ["Yes, I am safe", "No, I am not safe"]
    assert (messages[3]["simpler"], messages[3]["voice"], messages[3]["dir"]) == (True, True, "ltr")
    assert "payload" not in str(messages)


async def test_words_sent_twice_are_stored_once(site):
    """A resent frame gets the same acknowledgement and has no second effect."""
    talker = await greet(site)
    uuid = fresh_uuid()
    first = await talker.say("hello", uuid)
    again = await talker.say("hello", uuid)
    assert first["seq"] == again["seq"]
    await talker.quiet()
    stored = await site.line.texts((await conversation_of(site, talker)).id)
    assert stored.count("hello") == 1
    assert len([one for one in talker.frames if one.get("text") == "hello"]) == 1


async def test_tap_is_read_from_the_message_that_showed_it(site):
    """A tap is stored as the label; a button that was never shown is refused in words."""
    talker = await greet(site)
    await talker.say("at home")
    asked = await talker.until("message", name="utter_ask_safe_now")
    uuid = fresh_uuid()
    await talker.send("tap", uuid=uuid, seq=asked["seq"], index=0)
    assert (await talker.until("message", uuid=uuid))["text"] == "Yes, I am safe"
    for seq, index in ((asked["seq"], 9), (999, 0)):
        wrong = fresh_uuid()
        await talker.send("tap", uuid=wrong, seq=seq, index=index)
        error = await talker.until("error", uuid=wrong)
        assert (error["code"], bool(error["text"]), "retry_ms" in error) == ("unknown_tap", True, False)


async def test_a_new_connection_gets_what_it_missed(site):
    """After `last_seq` comes exactly what is newer; a reload with 0 gets everything."""
    talker = await greet(site)
    await talker.say("hello")
    await talker.until("message", name="utter_greet")
    await talker.close()
    back = await greet(site, talker.session, last_seq=2)
    assert [one["seq"] for one in await back.quiet() if one["op"] == "message"] == [3]
    reloaded = await greet(site, talker.session)
    assert [one["seq"] for one in await reloaded.quiet() if one["op"] == "message"] == [1, 2, 3]


async def test_a_number_from_the_future_is_answered_with_everything(site):
    """The page is told, and shown the whole conversation again."""
    talker = await greet(site)
    await talker.say("hello")
    back = await greet(site, talker.session, last_seq=4711)
    assert back.frames[0]["code"] == "future_seq"
    assert back.frames[0]["text"]
    assert (await back.until("message"))["seq"] == 1


@pytest.mark.parametrize("session", ["A" * 43, "short", "ü" * 43])
async def test_an_unknown_session_starts_afresh(site, session):
    """A deleted or made-up session that claims a past gets `erased` and a fresh one, never somebody's words."""
    stranger = await greet(site)
    await stranger.say("my secret")
    talker = await greet(site, session, last_seq=3)
    assert talker.frames[0] == {"op": "erased"}
    assert talker.session not in (session, stranger.session)
    assert [one for one in await talker.quiet() if one["op"] == "message"] == []


async def test_two_windows_see_the_same_and_double_nothing(site):
    """What one window writes both see once, live."""
    one = await greet(site)
    two = await greet(site, one.session)
    await one.say("hello")
    await two.until("message", name="utter_greet")
    await two.say("from the other window")
    await one.until("message", text="from the other window")
    await asyncio.gather(one.quiet(), two.quiet())
    for talker in (one, two):
        seqs = [frame["seq"] for frame in talker.frames if frame["op"] == "message"]
        assert seqs == sorted(set(seqs)) == list(range(1, len(seqs) + 1))


async def test_delete_erases_in_every_window(site):
    """Both windows hear it, nothing is left, and the old token opens nothing."""
    one = await greet(site)
    await one.say("hello")
    two = await greet(site, one.session)
    await one.send("delete", uuid=fresh_uuid())
    await one.until("erased")
    await two.until("erased")
    assert await conversation_of(site, one) is None
    back = await greet(site, one.session, last_seq=3)
    assert back.frames[0] == {"op": "erased"}


async def test_person_puts_the_child_into_the_queue_once(site):
    """The state says so with an honest place, and asking again changes nothing."""
    talker = await greet(site)
    for _ in range(2):
        uuid = fresh_uuid()
        await talker.send("person", uuid=uuid)
        await talker.until("ack", uuid=uuid)
    await talker.quiet()
    state = [one for one in talker.frames if one["op"] == "state"][-1]
    assert (state["state"], state["ahead"], state["detail"]) == ("waiting", 0, "You are next")
    names = [one.get("name") for one in talker.frames if one["op"] == "message"]
    assert names == ["utter_welcome", "utter_handoff_asked", "utter_wait_place"]


async def test_a_counsellor_is_seen_with_name_and_words(site):
    """The claim changes the state, the note and the message carry who it is."""
    talker = await greet(site)
    await talker.send("person")
    await talker.until("state", state="waiting")
    mariam = await site.line.hire("Mariam")
    row = (await site.line.desk.queue())[0]
    await site.line.desk.claim(mariam, row.conversation.id)
    await talker.until("message", **{"from": "note"})
    await site.line.desk.send(mariam, row.conversation.id, ChildText("Hello, I have read it."), "k1")
    await talker.quiet()
    message = next(one for one in talker.frames if one.get("from") == "person")
    assert (message["author"], message["text"], message["simpler"]) == ("Mariam", "Hello, I have read it.", False)
    state = [one for one in talker.frames if one["op"] == "state"][-1]
    assert (state["state"], state["person"], state["title"]) == ("person", "Mariam", "This is Mariam")


async def test_settings_begin_the_conversation_and_are_said_once(site):
    """Language, easy words and country are kept; a resent frame does not make the robot say it again."""
    talker = await greet(site)
    for op, fields in (("language", {"tag": "ur"}), ("simple", {"on": True}), ("country", {"code": "JO"})):
        for _ in range(2):
            uuid = fresh_uuid()
            await talker.send(op, uuid=uuid, **fields)
            await talker.until("ack", uuid=uuid)
    await talker.quiet()
    state = [one for one in talker.frames if one["op"] == "state"][-1]
    assert (state["language"], state["dir"], state["simple"], state["country"]) == ("ur", "rtl", True, "JO")
    names = [one.get("name") for one in talker.frames if one["op"] == "message"]
    assert names == ["utter_welcome", "utter_language_set", "utter_simple_on"]


async def test_simpler_and_numbers_answer_at_once(site):
    """Easy words of a message and the numbers of a country come without a message in the conversation."""
    talker = await greet(site)
    await talker.say("hello")
    await talker.send("simpler", seq=1)
    assert (await talker.until("simpler"))["text"].startswith("Hello, I am a robot, not a person. A helper")
    await talker.send("simpler", seq=2)
    assert (await talker.until("error"))["code"] == "unknown_message"
    await talker.send("numbers", country="JO")
    card = await talker.until("numbers")
    assert {"911", "110"} <= {line["dial"] for line in card["lines"]}
    await talker.send("numbers", country="XX")
    assert (await talker.until("error"))["code"] == "wrong_shape"


async def test_too_fast_is_told_and_nothing_is_lost(db):
    """The refused frame may be sent again after `retry_ms` and then arrives."""
    async with open_site(db, burst=2, per_s=5.0) as site:
        talker = await greet(site)
        await talker.say("one")
        await talker.say("two")
        uuid = fresh_uuid()
        await talker.send("words", uuid=uuid, text="three")
        error = await talker.until("error", uuid=uuid)
        assert error["code"] == "too_many"
        await asyncio.sleep(error["retry_ms"] / 1000)
        await talker.say("three", uuid)
        texts = await site.line.texts((await conversation_of(site, talker)).id)
        assert [one for one in texts if one in ("one", "two", "three")] == ["one", "two", "three"]


async def test_a_session_has_a_limit_of_windows(db):
    """The one too many is told why and closed; the others live on."""
    async with open_site(db, max_sockets_per_session=1) as site:
        first = await greet(site)
        second = await connect(site)
        await second.send("hello", v=1, session=first.session, last_seq=0, language="en")
        assert (await second.until("error"))["code"] == "too_many_windows"
        assert (await second.next())["code"] == 1013
        await first.say("still here")


async def test_a_full_house_is_refused_before_the_upgrade(db):
    """Status 503 with a time to come back; a place that gets free is given away."""
    async with open_site(db, max_sockets=1) as site:
        first = await greet(site)
        with pytest.raises(WSServerHandshakeError) as refused:
            await connect(site)
        assert refused.value.status == 503
        await first.close()
        await asyncio.sleep(0.2)
        await greet(site)


@pytest.mark.parametrize("origin", ["https://evil.example", "null", "http://127.0.0.1:1"])
async def test_another_site_cannot_open_the_socket(site, origin):
    """The Origin header must be the page's own."""
    with pytest.raises(WSServerHandshakeError) as refused:
        await connect(site, origin=origin)
    assert refused.value.status == 403


async def test_an_allowed_origin_can_open_the_socket(db):
    """The operator may name more origins."""
    async with open_site(db, origins=("https://charity.example",)) as site:
        await connect(site, origin="https://charity.example")
