"""The counsellor's side: claims, words both ways, what is on record."""

import asyncio
from datetime import timedelta

import pytest

from core.conversation import HandoffState
from core.errors import ConversationNotFound, MoveNotAllowed
from core.message import Sender
from core.staff import Role
from core.text import ChildText

DANGER = "my dad beats me every night with his belt"


async def test_the_queue_is_in_order_of_danger_then_waiting(line):
    """A later emergency stands before an earlier wish to talk."""
    asked = await line.write("hello, can you help me please", address="calm")
    await line.child.ask_person(asked.conversation.id)
    line.clock.turn(60)
    high = await line.write(DANGER, address="danger")
    rows = await line.desk.queue()
    assert [row.conversation.id for row in rows] == [high.conversation.id, asked.conversation.id]
    assert [(row.ahead, row.wait_s) for row in rows] == [(0, 0), (1, 60)]


async def test_two_counsellors_claim_one_child_and_one_wins(line):
    """The other is told; the child meets one person."""
    first, second = await line.hire("Mariam"), await line.hire("Omar")
    conversation = (await line.write(DANGER)).conversation.id
    results = await asyncio.gather(
        line.desk.claim(first, conversation), line.desk.claim(second, conversation), return_exceptions=True
    )
    assert sum(isinstance(one, MoveNotAllowed) for one in results) == 1
    assert (await line.names(conversation)).count("note_joined") == 1


async def test_words_go_both_ways_and_a_resend_doubles_nothing(line):
    """The counsellor's words reach the child under the counsellor's first name, once."""
    counsellor = await line.hire()
    conversation = (await line.write(DANGER)).conversation.id
    await line.desk.claim(counsellor, conversation)
    for _ in range(3):
        await line.desk.send(counsellor, conversation, ChildText("Hello, I am here."), "uuid-1")
    await line.write("thank you")
    said = [(one.sender, one.author) for one in await line.child.read(conversation, 0)][-2:]
    assert said == [(Sender.PERSON, "Mariam"), (Sender.CHILD, None)]


async def test_evidence_marks_the_childs_own_letters(line):
    """What the counsellor sees marked is part of what the child wrote."""
    counsellor = await line.hire()
    accepted = await line.write(f"Hi. {DANGER}!")
    view = await line.desk.open(counsellor, accepted.conversation.id)
    message = next(one for one in view.messages if one.sender is Sender.CHILD)
    marked = [message.words.reveal()[one.start : one.end] for one in message.assessment.evidence]
    assert any("beats me" in one for one in marked)


async def test_every_reading_is_on_record(line):
    """One opening, one row; the row says who and what."""
    counsellor = await line.hire()
    conversation = (await line.write(DANGER)).conversation.id
    await line.desk.open(counsellor, conversation)
    view = await line.desk.open(counsellor, conversation)
    assert [(one.actor, one.action) for one in view.accesses] == [(counsellor.id, "conversation.read")] * 2


async def test_a_conversation_with_the_robot_is_nobodys_business(line):
    """Neither a counsellor nor a supervisor reads what was not handed off; it looks like a missing one."""
    conversation = (await line.write("hello, can you help me please")).conversation.id
    for role in Role:
        with pytest.raises(ConversationNotFound):
            await line.desk.open(await line.hire("Lina", role), conversation)


async def test_a_colleagues_conversation_is_for_supervisors_only(line):
    """The holder and a supervisor may look, another counsellor may not."""
    holder, other = await line.hire("Mariam"), await line.hire("Omar")
    boss = await line.hire("Huda", Role.SUPERVISOR)
    conversation = (await line.write(DANGER)).conversation.id
    await line.desk.claim(holder, conversation)
    assert (await line.desk.open(boss, conversation)).conversation.counsellor == holder.id
    with pytest.raises(ConversationNotFound):
        await line.desk.open(other, conversation)
    with pytest.raises(MoveNotAllowed):
        await line.desk.send(other, conversation, ChildText("Hello"), "uuid-2")


async def test_a_silent_console_gives_the_child_back_to_the_head_of_the_queue(line):
    """The claim lapses, the child is told, and the first waiting time counts."""
    counsellor = await line.hire()
    conversation = (await line.write(DANGER)).conversation
    await line.desk.claim(counsellor, conversation.id)
    await line.wait(30)
    await line.desk.renew(counsellor, conversation.id)
    await line.wait(45)
    assert (await line.child.find("web", "child-1")).state is HandoffState.WITH_COUNSELLOR
    await line.wait(61)
    found = await line.child.find("web", "child-1")
    assert (found.state, found.waiting_since) == (HandoffState.WAITING, conversation.waiting_since)
    assert (await line.names(conversation.id))[-1] == "note_left"
    with pytest.raises(MoveNotAllowed):
        await line.desk.send(counsellor, conversation.id, ChildText("Hello"), "uuid-3")


async def test_a_released_child_is_told_and_waits_with_a_running_timer(line):
    """Nobody waits without a promise."""
    counsellor = await line.hire()
    conversation = (await line.write(DANGER)).conversation.id
    await line.desk.claim(counsellor, conversation)
    await line.desk.release(counsellor, conversation)
    due = await line.parts.db.read(lambda tx: tx.timers.due(line.clock.now() + timedelta(hours=1)))
    assert [one.conversation for one in due] == [conversation]


async def test_closing_needs_a_reason_from_the_list(line):
    """An unknown reason changes nothing."""
    counsellor = await line.hire()
    conversation = (await line.write(DANGER)).conversation.id
    await line.desk.claim(counsellor, conversation)
    with pytest.raises(MoveNotAllowed):
        await line.desk.close(counsellor, conversation, "because")
    closed = await line.desk.close(counsellor, conversation, "helped")
    assert closed.state is HandoffState.CLOSED


async def test_a_waiting_child_hears_that_we_are_still_here(line):
    """At each step of the policy one sentence, from the third on with numbers, and never after the claim."""
    counsellor = await line.hire()
    conversation = (await line.write(DANGER)).conversation.id
    steps = line.parts.policy.still_here_s
    passed = 0.0
    for step in steps:
        await line.wait(step - passed + 1)
        passed = step + 1
    said = [name for name in await line.names(conversation) if name.startswith("utter_still_here")]
    assert said == ["utter_still_here", "utter_still_here", "utter_still_here_numbers", "utter_still_here_numbers"]
    await line.desk.claim(counsellor, conversation)
    assert await line.wait(30) == 0


async def test_a_deleted_conversation_is_gone_for_everyone(line):
    """Nobody finds, opens or answers it, and its work and timers are gone."""
    counsellor = await line.hire()
    conversation = (await line.write(DANGER)).conversation.id
    await line.child.forget(conversation)
    assert await line.child.find("web", "child-1") is None
    assert await line.desk.queue() == []
    assert await line.wait(3600) == 0
    with pytest.raises(ConversationNotFound):
        await line.desk.open(counsellor, conversation)


async def test_a_person_can_be_asked_for_after_the_end(line):
    """The button on the page works in a closed conversation too."""
    counsellor = await line.hire()
    conversation = (await line.write(DANGER)).conversation.id
    await line.desk.claim(counsellor, conversation)
    await line.desk.close(counsellor, conversation, "helped")
    await line.child.ask_person(conversation)
    assert (await line.child.find("web", "child-1")).state is HandoffState.WAITING
