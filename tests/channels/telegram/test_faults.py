"""What goes wrong around Telegram: words beside a command, faults of our own, voices that fail, batches refused."""

import asyncio

import pytest

from channels.telegram import sending
from core.conversation import HandoffReason, HandoffState
from core.errors import SendError
from core.message import AssistantReply, Button, Delivery, Kind, Say, Sender
from core.risk import RiskLevel
from tests.channels.telegram.fake_api import Failure
from tests.channels.telegram.test_handler import DANGER, find, until

CALM = "hello, can you help me please"


async def child_said(line, chat=7):
    """Return the child's words."""
    found = await find(line, chat)
    messages = await line.child.read(found.id, 0) if found else ()
    return [one.words.reveal() for one in messages if one.sender is Sender.CHILD]


async def is_waiting(line, chat=7):
    """Return whether the chat's child waits for a person."""
    found = await find(line, chat)
    return found is not None and found.state is HandoffState.WAITING


@pytest.mark.parametrize("command", ["/start", "/help", "/person", "/numbers", "/delete", "/PERSON@chat_test_bot"])
async def test_words_after_a_command_are_words(channel, telegram, line, command):
    """A command does its work, and what the child wrote beside it is stored and read for risk."""
    await telegram.from_child(text=f"{command} {DANGER}")
    assert await until(lambda: child_said(line)) == [DANGER]
    found = await find(line)
    assert (found.state, found.level >= RiskLevel.HIGH) == (HandoffState.WAITING, True)


async def test_the_parameter_of_a_link_is_not_the_childs(channel, telegram, line):
    """A poster's link opens the bot with `/start poster-7`: nobody wrote that."""
    await telegram.from_child(text="/start poster-7")
    await telegram.until_sent(1)
    assert await child_said(line) == []


async def test_invisible_letters_at_the_end_lose_nothing(channel, telegram, line):
    """The second half of a long text holds nothing visible; the first half is kept."""
    await telegram.from_child(text=DANGER.ljust(4000, "!") + "\u200b" * 20)
    assert await until(lambda: child_said(line)) == [DANGER.ljust(4000, "!")]


async def test_an_update_that_breaks_us_calls_a_human_and_holds_up_no_other(channel, telegram, line, monkeypatch):
    """After a few tries it is left, its chat goes to a counsellor, and the next child is answered."""
    accept = line.child.__class__.accept

    async def breaks(self, incoming):
        if incoming.address == "7" and incoming.kind is Kind.WORDS:
            raise RuntimeError
        return await accept(self, incoming)

    monkeypatch.setattr(line.child.__class__, "accept", breaks)
    await telegram.from_child(7, text=CALM)
    await telegram.from_child(8, text=CALM)
    assert await until(lambda: child_said(line, 8)) == [CALM]
    await until(lambda: is_waiting(line))
    assert (await find(line)).reason is HandoffReason.FAILURE


async def test_a_voice_that_breaks_sends_the_words_once(channel, telegram, line):
    """Whatever a voice does, the words were sent and are not sent again."""

    async def broken(*_, **__):
        raise FileNotFoundError

    object.__setattr__(line.parts.voices, "speak", broken)
    await telegram.from_child(text=CALM)
    await telegram.until_sent(2)
    await line.child.set_aloud((await find(line)).id, on=True)
    await telegram.until_sent(3)
    await asyncio.sleep(1.5)
    assert len(telegram.sent) == 3


async def test_a_voice_message_is_deleted_with_its_words(channel, telegram, line):
    """After deleting, no sound of the conversation stays on the child's phone."""
    await telegram.from_child(text=CALM)
    await telegram.until_sent(2)
    await line.child.set_aloud((await find(line)).id, on=True)
    sent = await telegram.until_sent(4)
    voice = next(one["message_id"] for one in sent if "voice" in one)
    await until(lambda: sent_all(line))
    await telegram.from_child(text="/delete")
    question = next(one for one in await telegram.until_sent(6) if "reply_markup" in one)
    await telegram.press(question, 1)
    await until(lambda: is_gone(line))
    assert voice in telegram.deleted


async def sent_all(line):
    """Return whether everything was delivered."""
    found = await find(line)
    return all(one.delivery in (Delivery.NONE, Delivery.SENT) for one in await line.child.read(found.id, 0))


async def is_gone(line):
    """Return whether the chat has no conversation."""
    return await find(line) is None


@pytest.mark.parametrize("failure", [Failure(400), Failure(429, retry_after=1)])
async def test_a_refused_deletion_stops_nothing(channel, telegram, line, failure):
    """A batch that Telegram refuses or puts off: the rest goes, the child is told, and all is gone here."""
    await telegram.from_child(text=CALM)
    await telegram.until_sent(2)
    await telegram.from_child(text="/delete")
    question = (await telegram.until_sent(3))[-1]
    telegram.failures["deleteMessages"] = failure
    await telegram.press(question, 1)
    await until(lambda: is_gone(line))
    assert "deleted" in (await telegram.until_sent(4))[-1]["text"]
    if failure.status == 429:
        assert 1 in telegram.deleted


async def test_a_send_that_hangs_ends_before_its_lease(channel, telegram, line, monkeypatch):
    """A slow platform is an unknown outcome in good time, not two workers with one message."""
    monkeypatch.setattr(sending, "SEND_S", 0.1)

    async def hangs(_):
        await asyncio.sleep(5)

    monkeypatch.setattr(telegram, "_sendMessage", hangs)
    accepted = await line.write(CALM, channel="telegram", address="7")
    message = (await line.child.read(accepted.conversation.id, 0))[0]
    with pytest.raises(SendError) as raised:
        await channel.send(accepted.conversation, message)
    assert (raised.value.code, raised.value.unknown) == ("timeout", True)


async def test_a_message_that_cannot_be_sent_holds_up_no_other(channel, telegram, line, monkeypatch):
    """A fault of our own is tried a few times; then the next message goes out and a human is called."""
    monkeypatch.setattr("bot.deliver.MAX_FAULTS", 1)
    line.assistant.reply_with = AssistantReply((Say("utter_greet", buttons=(Button("button_yes", "/affirm"),)),))
    broken = sending.make_keyboard

    def breaks(seq, labels):
        if labels:
            raise RuntimeError
        return broken(seq, labels)

    monkeypatch.setattr(sending, "make_keyboard", breaks)
    await telegram.from_child(text=CALM)
    await until(lambda: is_waiting(line))
    assert (await find(line)).reason is HandoffReason.FAILURE
    await until(lambda: told(line, telegram))


async def told(line, telegram):
    """Return whether the hand-off's sentence arrived."""
    found = await find(line)
    words = [one.words.reveal() for one in await line.child.read(found.id, 0) if one.name and "handoff" in one.name]
    return any(words[0] in one["text"] for one in telegram.sent)
