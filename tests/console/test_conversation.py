"""One conversation on the page and over its socket."""

import asyncio
import html
import re

import pytest
from aiohttp import WSMsgType, WSServerHandshakeError
from markupsafe import escape

from core.conversation import HandoffState
from core.message import Delivery
from core.staff import Role

ATTACKS = (
    "<script>alert(1)</script>",
    '<img src=x onerror="alert(1)">',
    "</div></article><form action=//elsewhere.example>",
    "{{ visit.token }} {% include '/etc/passwd' %}",
    '" onmouseover="alert(1)',
    "<b hx-get=/console/team hx-trigger=load>",
    "&lt;script&gt; <!-- ",
    "]]><svg onload=alert(1)>",
)


class Follower:
    """An open conversation page."""

    def __init__(self, seat, socket):
        self.seat, self.socket, self.seen = seat, socket, ""

    async def wait_for(self, text, timeout_s=5):
        """Read fragments until one holds *text*."""
        async with asyncio.timeout(timeout_s):
            while text not in self.seen:
                frame = await self.socket.receive()
                assert frame.type is WSMsgType.TEXT, frame
                self.seen += frame.data
        return self.seen

    async def write(self, words, key, **changes):
        """Send words as the page's form does."""
        await self.socket.send_json({"op": "send", "csrf": self.seat.csrf, "words": words, "key": key, **changes})

    async def code(self, timeout_s=5):
        """Return the code with which the service closes the line."""
        async with asyncio.timeout(timeout_s):
            while True:
                frame = await self.socket.receive()
                if frame.type in (WSMsgType.CLOSE, WSMsgType.CLOSED, WSMsgType.CLOSING):
                    return self.socket.close_code
                self.seen += frame.data


async def take(office, seat, *texts):
    """Let a child write, a counsellor take the conversation, and return its id and page."""
    for text in texts:
        await office.helpline.write(text, address="child-waiting")
    found = await office.waiting()
    page = await seat.post(f"/console/conversations/{found}/claim")
    assert page.path == f"/console/conversations/{found}", page.path
    return found, page


async def follow(seat, page, after=None, stands="mine"):
    """Open the socket of a page that was loaded."""
    path = html.unescape(re.search(r'ws-connect="(/console/conversations/[^"]+)"', page.text)[1])
    shown = re.search(r'data-after="(\d+)"', page.text)[1]
    return Follower(seat, await seat.connect(f"{path}&after={shown if after is None else after}&stands={stands}"))


@pytest.mark.parametrize("attack", ATTACKS)
async def test_child_s_words_never_become_markup(office, attack):
    """Whatever a child writes stands in the page as text, at first and when it arrives live."""
    seat = await office.hire()
    _, page = await take(office, seat, attack)
    assert escape(attack) in page.text
    assert attack not in page.text
    line = await follow(seat, page)
    await office.helpline.write(attack + " again", address="child-waiting")
    await line.wait_for(" again</div>")
    assert attack not in line.seen


async def test_evidence_is_marked_and_leads_to_its_reason(office):
    """What made a rule fire is marked in the child's words, with a number that leads to the reason in words."""
    seat = await office.hire()
    _, page = await take(office, seat, "my uncle hits me every night")
    assert '<mark>hits me</mark><a class="tag" href="#reason-1"' in page.text
    assert '<mark>every night</mark><a class="tag" href="#reason-2"' in page.text
    assert 'id="reason-1"' in page.text
    assert "Somebody hits the child." in page.text


async def test_evidence_found_later_marks_earlier_words_on_an_open_page(office):
    """When a later message gives meaning to an earlier one, the earlier one is drawn again with its mark."""
    seat = await office.hire()
    _, page = await take(office, seat, "it is about my dad")
    assert "<mark>" not in page.text
    line = await follow(seat, page)
    await office.helpline.write("it is every night", address="child-waiting")
    await line.wait_for("<mark>every night</mark>")
    await line.wait_for("<mark>my dad</mark>")
    await line.wait_for("It is about the father.")


async def test_chat_goes_both_ways_and_a_resend_doubles_nothing(office):
    """What a counsellor writes reaches the child once, however often it is sent; the child's answer comes back."""
    seat = await office.hire()
    found, page = await take(office, seat, "hello")
    line = await follow(seat, page)
    for _ in range(3):
        await line.write("I am Mariam. I read what you wrote.", "a" * 32)
    await line.wait_for(f'data-key="{"a" * 32}"')
    await office.helpline.write("good", address="child-waiting")
    await line.wait_for(">good</div>")
    assert line.seen.count(f'data-key="{"a" * 32}"') == 1
    texts = await office.helpline.texts(found)
    assert texts.count("I am Mariam. I read what you wrote.") == 1


async def test_reconnected_page_gets_what_it_missed_once(office):
    """A page that comes back names its newest message and gets exactly the later ones, in order."""
    seat = await office.hire()
    _, page = await take(office, seat, "hello")
    line = await follow(seat, page)
    await office.helpline.write("one", address="child-waiting")
    await line.wait_for(">one</div>")
    newest = int(re.findall(r'data-seq="(\d+)"', line.seen)[-1])
    await line.socket.close()
    for text in ("two", "three"):
        await office.helpline.write(text, address="child-waiting")
    back = await follow(seat, page, after=newest)
    await back.wait_for(">three</div>")
    assert re.findall(r'<div class="words"[^>]*>(\w+)</div>', back.seen) == ["two", "three"]
    assert 'id="answer"' not in back.seen


@pytest.mark.parametrize("after", ["99999999", "-1", "x", "9" * 30])
async def test_nonsense_place_of_a_page_is_survived(office, after):
    """A place in the future or of no sense gets what is new from now on."""
    seat = await office.hire()
    _, page = await take(office, seat, "hello")
    line = await follow(seat, page, after=after)
    await line.wait_for('id="head"')
    await office.helpline.write("one", address="child-waiting")
    await line.wait_for(">one</div>")


@pytest.mark.parametrize(
    ("words", "key"), [("", "a" * 32), ("   \n", "a" * 32), ("x" * 4001, "a" * 32), ("hello", "../x"), ("hello", "")]
)
async def test_what_cannot_be_sent_is_said(office, words, key):
    """Empty and too long texts and strange keys are refused in words, and nothing is stored."""
    seat = await office.hire()
    found, page = await take(office, seat, "hello")
    before = await office.helpline.texts(found)
    line = await follow(seat, page)
    await line.write(words, key)
    await line.wait_for("Not sent")
    assert await office.helpline.texts(found) == before


async def test_open_page_keeps_the_claim_and_a_silent_one_loses_it(office):
    """While the page is open the claim is renewed; a minute after it went silent the child is back in the queue."""
    seat = await office.hire()
    found, page = await take(office, seat, "hello")
    line = await follow(seat, page)
    await line.wait_for('id="head"')
    first = (await office.helpline.child.find("web", "child-waiting")).lease_until
    office.helpline.clock.turn(20)
    await office.until(office.lease, lambda lease: lease > first)
    await line.socket.close()
    await office.helpline.wait(200)
    back = await office.helpline.child.find("web", "child-waiting")
    assert (back.id, back.state) == (found, HandoffState.WAITING)


async def test_lost_claim_closes_the_answer_field(office):
    """A page whose claim lapsed says so and offers no field to write in."""
    seat = await office.hire()
    _, page = await take(office, seat, "hello")
    await office.helpline.wait(200)
    line = await follow(seat, page)
    text = await line.wait_for("You no longer have this conversation")
    assert 'id="words"' not in text
    await line.write("too late", "b" * 32)
    await line.wait_for("You do not have this conversation.")


async def test_deleted_conversation_leaves_the_screen(office):
    """When the child deletes the conversation, an open page loses the words and its line."""
    seat = await office.hire()
    found, page = await take(office, seat, "hello")
    line = await follow(seat, page)
    await line.wait_for('id="head"')
    await office.helpline.parts.db.write(lambda tx: tx.conversations.forget(found))
    assert await line.code() == 4404
    assert '<div id="log"' in line.seen
    assert (await seat.get(f"/console/conversations/{found}")).status == 404


async def test_signing_out_closes_open_lines_at_once(office):
    """After signing out nothing more is pushed to the browser's other pages."""
    seat = await office.hire()
    _, page = await take(office, seat, "hello")
    line = await follow(seat, page)
    await line.wait_for('id="head"')
    await seat.post("/console/logout")
    assert await line.code() == 4401


async def test_locked_account_loses_its_lines(office):
    """A session that is over, however it ended, loses its open pages within a tick."""
    seat = await office.hire()
    _, page = await take(office, seat, "hello")
    line = await follow(seat, page)
    await office.lock("mariam")
    assert await line.code() == 4401


@pytest.mark.parametrize("frame", ["", "not json", "[]", "null", '{"op":"send"}', '{"op":{},"csrf":7}', "[" * 60_000])
async def test_frame_without_the_token_closes_the_line(office, frame):
    """A frame that is no form of ours ends the line and changes nothing."""
    seat = await office.hire()
    _, page = await take(office, seat, "hello")
    line = await follow(seat, page)
    await line.socket.send_str(frame)
    assert await line.code() == 1008


async def test_too_many_lines_of_one_browser_are_refused(office):
    """One session holds a few open pages, not hundreds."""
    seat = await office.hire()
    _, page = await take(office, seat, "hello")
    lines = [await follow(seat, page) for _ in range(8)]
    with pytest.raises(WSServerHandshakeError, match="429"):
        await follow(seat, page)
    for line in lines:
        await line.socket.close()


async def test_closing_needs_a_reason_of_the_list(office):
    """A conversation ends with a reason of the list, which is on record; with another it stays open."""
    seat = await office.hire()
    found, _ = await take(office, seat, "hello")
    for reason, said in (("bored", "not_yours"), ("helped", "closed")):
        page = await seat.post(f"/console/conversations/{found}/close", {"reason": reason})
        assert page.path == f"/console?said={said}"
    log = await office.helpline.parts.db.read(lambda tx: tx.staff.accesses(found))
    assert (log[0].action, log[0].detail) == ("conversation.close", "helped")


async def test_given_back_conversation_is_free_for_a_colleague(office):
    """After giving back, the conversation waits again and somebody else can take it."""
    seat, other = await office.hire("Mariam"), await office.hire("Omar")
    found, _ = await take(office, seat, "hello")
    assert (await other.post(f"/console/conversations/{found}/claim")).path == "/console?said=taken"
    assert (await seat.post(f"/console/conversations/{found}/release")).path == "/console?said=released"
    assert (await other.post(f"/console/conversations/{found}/claim")).path == f"/console/conversations/{found}"


async def test_form_without_a_socket_sends_too(office):
    """A browser without scripts can still write; the same form sent twice stores once."""
    seat = await office.hire()
    found, page = await take(office, seat, "hello")
    key = re.search(r'name="key" value="(\w+)"', page.text)[1]
    for _ in range(2):
        back = await seat.post(f"/console/conversations/{found}/send", {"words": "I am here\r\nwith you", "key": key})
    assert back.path == f"/console/conversations/{found}"
    assert (await office.helpline.texts(found)).count("I am here\nwith you") == 1


async def test_opening_is_on_record_each_time(office):
    """Every opening of the page adds one line to the access log, following it live adds none."""
    seat = await office.hire("Salma", Role.SUPERVISOR)
    found, page = await take(office, seat, "hello")
    line = await follow(seat, page)
    await line.wait_for('id="head"')
    await seat.get(f"/console/conversations/{found}")
    log = await office.helpline.parts.db.read(lambda tx: tx.staff.accesses(found))
    assert [one.action for one in log] == ["conversation.read", "conversation.read", "conversation.claim"]


async def test_delivery_to_telegram_is_shown_as_it_changes(office):
    """What has not reached a child on a pushing channel says so, and changes when it did or could not."""
    seat = await office.hire()
    office.helpline.senders["telegram"] = object()
    found = (await office.helpline.write("hello", address="7", channel="telegram")).conversation.id
    await office.helpline.child.ask_person(found)
    page = await seat.post(f"/console/conversations/{found}/claim")
    line = await follow(seat, page)
    await line.write("I am here", "c" * 32)
    await line.wait_for("not delivered yet")
    seq = int(re.search(r'id="d-(\d+)"', line.seen)[1])
    for delivery, text in ((Delivery.UNKNOWN, "may appear twice"), (Delivery.FAILED, "delivery_failed")):
        await office.helpline.parts.db.write(lambda tx, delivery=delivery: tx.messages.mark(found, seq, delivery, None))
        await line.wait_for(text)
