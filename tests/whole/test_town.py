"""The way a new helpline goes: children in four languages, a counsellor, and plugs that are pulled."""

import asyncio
import time
import uuid

import pytest

from tests.whole.town import WebChild

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(300)]

LONELY = {
    "ar": "حاسس حالي وحيد وما عندي أصحاب",
    "en": "i feel lonely, i have no friends",
    "fr": "je me sens seul, j'ai pas d'amis",
    "ur": "میں بہت اکیلا محسوس کرتا ہوں کوئی دوست نہیں",
}
DANGER = {
    "ar": "بابا بيضربني كل يوم بالحزام",
    "en": "my dad beats me every night with his belt",
    "fr": "mon père me frappe tous les soirs avec sa ceinture",
    "ur": "ابو مجھے روز بیلٹ سے مارتے ہیں",
}


@pytest.mark.parametrize("tag", LONELY)
async def test_a_child_is_answered_in_its_own_language(town, tag):
    """Real Rasa hears loneliness in each language and the robot answers in it, after the welcome."""
    async with WebChild(town, tag) as child:
        await child.write(LONELY[tag])
        await child.until(lambda: len(child.said()) >= 2)
        assert child.names()[:2] == ["utter_welcome", "utter_talk_loneliness"]
        assert {one["lang"] for one in child.messages.values()} == {tag}


@pytest.mark.parametrize("tag", DANGER)
async def test_danger_brings_a_counsellor_who_sees_it_and_answers(town, counsellor, tag):
    """The queue has the child, the page marks the evidence, words go both ways, and the robot is silent."""
    async with WebChild(town, tag) as child:
        await child.write(DANGER[tag])
        await child.until(lambda: child.state["state"] == "waiting")
        assert child.names()[-2:] == ["utter_handoff_risk", "utter_numbers_now"]
        conversation = await _find(counsellor, DANGER[tag].split()[0])
        page = await counsellor.get(f"/console/conversations/{conversation}")
        assert "<mark" in page
        await child.until(lambda: child.state["state"] == "person")
        said = len(child.names())
        for number in range(3):
            await child.write(f"message {number}")
        key = str(uuid.uuid4())
        assert await counsellor.post(conversation, "send", words="I am here with you.", key=key) == 200
        assert await counsellor.post(conversation, "send", words="I am here with you.", key=key) == 200
        await child.until(lambda: child.said("person"))
        await asyncio.sleep(0.5)
        assert child.said("person") == ["I am here with you."]
        assert len(child.names()) == said
        assert await counsellor.post(conversation, "close", reason="helped") == 200
        await child.until(lambda: child.state["state"] == "closed")


async def _find(counsellor, first_word):
    """Claim waiting children until the one who wrote *first_word* is found."""
    for conversation in await counsellor.queue():
        if await counsellor.post(conversation, "claim") == 200:
            page = await counsellor.get(f"/console/conversations/{conversation}")
            if first_word in page:
                return conversation
            await counsellor.post(conversation, "release")
    raise AssertionError("the child is not in the queue")


async def test_a_killed_rasa_costs_one_prepared_sentence_and_comes_back(town):
    """While Rasa is gone the child is answered in seconds; later the real answers return, nothing lost."""
    async with WebChild(town) as child:
        await child.write("hello there")
        await child.until(lambda: len(child.said()) >= 2)
        town.kill("rasa")
        asked = time.monotonic()
        await child.write("i have something on my mind")
        await child.until(lambda: "utter_prepared" in child.names(), 5)
        assert time.monotonic() - asked < 3.5
    async with WebChild(town) as child:
        for _ in range(60):
            await child.write("i feel lonely, i have no friends")
            await asyncio.sleep(2)
            if "utter_talk_loneliness" in child.names():
                return
            if child.state["state"] != "robot":
                break
        async with WebChild(town) as third:
            await _until_rasa_is_back(third)


async def _until_rasa_is_back(child):
    """Open fresh talks until the real robot answers."""
    async with asyncio.timeout(90):
        while "utter_talk_loneliness" not in child.names():
            async with WebChild(child.town) as other:
                await other.write("i feel lonely, i have no friends")
                await asyncio.sleep(2)
                child.messages.update(other.messages)


async def test_a_killed_service_loses_and_doubles_nothing(town):
    """Killed twice while a child writes: every acknowledged message is there once, in order."""
    async with WebChild(town) as child:
        for number in range(12):
            if number in (4, 8):
                town.kill("service")
            await child.write(f"this is sentence number {number}")
        await asyncio.sleep(1)
    own = [one for one in child.said("child") if one.startswith("this is sentence")]
    assert own == [f"this is sentence number {number}" for number in range(12)]
    assert sorted(child.messages) == list(range(1, len(child.messages) + 1))


async def test_a_reload_and_two_tabs_show_the_same_once(town):
    """A second tab with the same session sees everything live; neither doubles anything."""
    async with WebChild(town) as first:
        await first.write("i feel lonely, i have no friends")
        await first.until(lambda: len(first.said()) >= 2)
        second = WebChild(town)
        second.session = first.session
        async with second:
            await second.until(lambda: set(second.messages) == set(first.messages))
            await second.write("and this is from the other tab")
            await first.until(lambda: "and this is from the other tab" in first.said("child"))
            await asyncio.sleep(1)
            assert second.messages == first.messages


async def test_deleting_leaves_nothing_to_come_back_to(town):
    """After "delete" the same session shows nothing."""
    async with WebChild(town) as child:
        await child.write("i feel lonely, i have no friends")
        await child.until(lambda: len(child.said()) >= 2)
        session = child.session
        await child.raw('{"op":"delete"}')
        await child.until(lambda: child.session != session)
        again = WebChild(town)
        again.session = session
        async with again:
            await asyncio.sleep(0.5)
            assert again.messages == {}


async def test_the_same_talk_on_telegram(town):
    """A child on Telegram is welcomed and answered by the same robot, in its language, with buttons."""
    seen = len(town.telegram.sent)
    await town.telegram.from_child(901, text=LONELY["ar"], language="ar")
    sent = await town.telegram.until_sent(seen + 2, 20)
    own = [one for one in sent if one["chat"]["id"] == 901]
    assert len(own) >= 2
    assert all("🤖" in one["text"] for one in own)
    assert own[-1]["reply_markup"]["inline_keyboard"]
