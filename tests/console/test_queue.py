"""The queue on the page and over its socket."""

import asyncio
import re

import pytest
from aiohttp import WSMsgType

from core.staff import Role
from languages.registry import ROOT


async def fragment(socket, text, timeout_s=5):
    """Return the first fragment that holds *text*."""
    async with asyncio.timeout(timeout_s):
        while True:
            frame = await socket.receive()
            assert frame.type is WSMsgType.TEXT, frame
            if text in frame.data:
                return frame.data


def levels(text):
    """Return the levels of the rows, top to bottom."""
    return re.findall(r'<li class="item (\w+)"', text)


async def fill(office):
    """Put four children of different levels into the queue, the calm one first."""
    await office.waiting("calm")
    office.helpline.clock.turn(120)
    for address, text in (("laughed", "they laugh at me"), ("hit", "he hits me"), ("now", "he is at the door now")):
        await office.helpline.write(text, address=address)
        office.helpline.clock.turn(60)


async def test_most_urgent_stands_first_and_no_child_s_word_in_the_list(office):
    """Rows are in the desk's order, with level, wait, category and language in words, and nothing a child wrote."""
    seat = await office.hire()
    await fill(office)
    text = (await seat.get("/console")).text
    assert levels(text) == ["emergency", "high", "high", "none"]
    for word in ("Emergency", "Take it now", "1 min", "5 min", "Bullying", "Physical abuse", "English", "Web page"):
        assert word in text
    for words in ("laugh", "hits", "door"):
        assert words not in text


async def test_access_needs_are_said_in_words(office):
    """A row says that a child wants simple words or listens."""
    seat = await office.hire()
    found = await office.waiting()
    await office.helpline.child.set_simple(found, on=True)
    await office.helpline.child.set_aloud(found, on=True)
    text = (await seat.get("/console")).text
    assert "Simple words" in text
    assert "Hears it read aloud" in text


async def test_new_child_appears_on_an_open_page(office):
    """A child who starts to wait appears by itself, and leaves the list when somebody takes it."""
    seat, other = await office.hire("Mariam"), await office.hire("Omar")
    socket = await seat.connect("/console/queue/live")
    assert "Nobody is waiting" in await fragment(socket, 'id="queue"')
    await office.helpline.write("he is at the door now")
    appeared = await fragment(socket, "emergency")
    assert "1 emergency is waiting." in appeared
    found = re.search(r"conversations/(\w+)/claim", appeared)[1]
    await other.post(f"/console/conversations/{found}/claim")
    gone = await fragment(socket, "Omar")
    assert "/claim" not in gone
    assert "Read along" not in gone


async def test_unchanged_queue_is_not_sent_again(office):
    """Ticks without a change send only the sign of life, so that nothing moves under the pointer."""
    seat = await office.hire()
    await office.waiting()
    socket = await seat.connect("/console/queue/live")
    await fragment(socket, 'id="queue"')
    frames = [(await socket.receive()).data for _ in range(4)]
    assert not any('id="queue"' in one for one in frames)


async def test_mine_and_colleagues_stand_apart(office):
    """What I have can be opened; what colleagues have shows their name, and only supervisors may read along."""
    seat, boss = await office.hire("Mariam"), await office.hire("Salma", Role.SUPERVISOR)
    found = await office.waiting()
    await seat.post(f"/console/conversations/{found}/claim")
    mine, theirs = (await seat.get("/console")).text, (await boss.get("/console")).text
    assert ">Mine<" in mine
    assert f'id="open-{found}"' in mine
    assert ">With colleagues<" in theirs
    assert "<bdi>Mariam</bdi>" in theirs
    assert "Read along" in theirs


@pytest.mark.parametrize("language", ["ar", "ur"])
async def test_console_speaks_the_counsellor_s_language_right_to_left(office, language):
    """An account's language decides words and direction of every page."""
    seat = await office.hire("Mariam", language=language)
    await office.waiting()
    text = (await seat.get("/console")).text
    assert f'<html lang="{language}" dir="rtl"' in text
    assert "Waiting, most urgent first" not in text


async def test_sign_in_page_follows_the_browser(office):
    """Before sign-in the browser's first written language is spoken; an unknown one gets the default."""
    seat = office.sit()
    for wanted, html in (("xx, ar-JO;q=0.9", '<html lang="ar" dir="rtl"'), ("xx", '<html lang="en" dir="ltr"')):
        assert html in (await seat.get("/console/login", **{"Accept-Language": wanted})).text


def test_every_word_a_template_asks_for_is_written():
    """No template names a message that the catalogue does not have."""
    written = (ROOT / "data/en/messages/console.ftl").read_text(encoding="utf-8")
    names = set(re.findall(r"^console_(\w+) =", written, re.MULTILINE))
    for template in sorted((ROOT / "console/templates").glob("*.html")):
        asked = set(re.findall(r"\bt\('(\w+)'[,)]", template.read_text(encoding="utf-8")))
        assert asked <= names, (template.name, asked - names)
