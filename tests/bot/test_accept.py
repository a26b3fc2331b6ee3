"""Accepting: one transaction, nothing twice, risk to a human."""

import asyncio
from dataclasses import replace

import pytest

from core.conversation import HandoffReason, HandoffState
from core.errors import BadPayload
from core.message import Incoming, Kind, Sender
from core.risk import RiskLevel
from core.text import ChildText
from tests.factories import words


async def test_a_first_message_is_stored_after_the_welcome(line):
    """The child reads who is speaking before anything else, and both are numbered."""
    accepted = await line.write("hello, can you help me please")
    messages = await line.child.read(accepted.conversation.id, 0)
    assert [(one.seq, one.sender, one.name) for one in messages] == [
        (1, Sender.ROBOT, "utter_welcome"),
        (2, Sender.CHILD, None),
    ]
    assert accepted.conversation.state is HandoffState.WITH_BOT


async def test_the_same_message_five_times_at_once_is_one(line):
    """A resend gives the stored number and adds no work."""
    same = words("i feel sad today", key="web:same")
    first = await line.child.accept(same)
    again = await asyncio.gather(*(line.child.accept(same) for _ in range(5)))
    assert {one.message.seq for one in again} == {first.message.seq}
    assert all(one.duplicate for one in again)
    assert await line.work() == 1


@pytest.mark.parametrize(
    ("text", "language"),
    [
        ("my dad beats me every night with his belt", "en"),
        ("بابا بيضربني كل يوم بالحزام", "ar"),
        ("mon père me frappe tous les soirs avec sa ceinture", "fr"),
        ("ابو مجھے روز بیلٹ سے مارتے ہیں", "ur"),
    ],
)
async def test_a_disclosure_opens_the_handoff_in_the_same_commit(line, text, language):
    """In each language a counsellor is called, the child is told in it, and numbers follow, before Rasa is asked."""
    accepted = await line.write(text)
    assert accepted.conversation.state is HandoffState.WAITING
    assert accepted.conversation.level >= RiskLevel.HIGH
    assert accepted.conversation.reason is HandoffReason.RISK
    assert accepted.conversation.language == language
    assert await line.names(accepted.conversation.id) == ["utter_welcome", "utter_handoff_risk", "utter_numbers_now"]
    assert line.assistant.asked == []
    assert await line.work() == 0


async def test_a_broken_triage_calls_a_human(line):
    """An error never means "no risk"."""

    def broken(*_args, **_kwargs):
        raise RuntimeError

    line.parts = replace(line.parts, assess=broken)
    accepted = await line.write("what a lovely day")
    assert accepted.conversation.state is HandoffState.WAITING
    assert accepted.conversation.reason is HandoffReason.FAILURE
    assert accepted.conversation.level is RiskLevel.ELEVATED


async def test_a_level_never_falls(line):
    """After a disclosure, harmless words leave the level where it is."""
    await line.write("my dad beats me every night with his belt")
    accepted = await line.write("just kidding, nice weather")
    assert accepted.conversation.level >= RiskLevel.HIGH


async def test_a_tap_that_was_never_shown_is_refused(line):
    """Neither a made-up message nor a made-up button means anything, and nothing is stored."""
    accepted = await line.write("hello, can you help me please")
    for seq, index in ((1, 0), (1, -1), (2, 0), (99, 0)):
        with pytest.raises(BadPayload):
            await line.tap(seq, index)
    assert len(await line.child.read(accepted.conversation.id, 0)) == 2


async def test_words_that_look_like_a_command_are_words(line):
    """A typed `/ask_person` is stored as words and read by the assistant as words."""
    accepted = await line.write('/ask_person{"reason": "asked"}')
    await line.work()
    assert accepted.conversation.state is HandoffState.WITH_BOT
    assert line.assistant.asked[0].payload is None


async def test_a_chosen_language_is_kept(line):
    """Detection never overrides what the child chose."""
    accepted = await line.write("hello, can you help me please")
    await line.child.set_language(accepted.conversation.id, "fr")
    again = await line.write("I would like to talk about my school now")
    assert again.conversation.language == "fr"


async def test_a_hint_is_only_a_hint(line):
    """What the device says counts until the child writes."""
    started = await line.child.accept(Incoming("web", "c", "web:1", Kind.START, language_hint="fr-MA"))
    assert started.conversation.language == "fr"
    accepted = await line.child.accept(Incoming("web", "c", "web:2", words=ChildText("مرحبا، أريد أن أتكلم مع أحد")))
    assert accepted.conversation.language == "ar"


async def test_a_photo_is_answered_kindly(line):
    """What the robot cannot see is kept as a fact, and its caption is read for risk."""
    photo = Incoming("web", "c", "web:1", Kind.UNSUPPORTED)
    accepted = await line.child.accept(photo)
    assert (await line.names(accepted.conversation.id))[-1] == "utter_unsupported"
    caption = Incoming("web", "c", "web:2", Kind.UNSUPPORTED, ChildText("my dad beats me every night with his belt"))
    assert (await line.child.accept(caption)).conversation.state is HandoffState.WAITING


async def test_a_child_that_returns_after_the_end_is_heard_again(line):
    """A closed conversation goes back to the robot, its level still known."""
    counsellor = await line.hire()
    first = await line.write("my dad beats me every night with his belt")
    await line.desk.claim(counsellor, first.conversation.id)
    await line.desk.close(counsellor, first.conversation.id, "helped")
    again = await line.write("hello, me again")
    assert again.conversation.id == first.conversation.id
    assert again.conversation.state is HandoffState.WITH_BOT
    assert again.conversation.level >= RiskLevel.HIGH
    worse = await line.write("he is beating me now, please help")
    assert worse.conversation.state is HandoffState.WAITING
