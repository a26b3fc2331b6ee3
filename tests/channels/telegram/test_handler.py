"""A child on Telegram, over HTTP: words, taps, voices, and everything Telegram can do to a send."""

import asyncio

import pytest

from core.conversation import HandoffState
from core.message import AssistantReply, Delivery, Say, Sender
from core.text import ChildText
from tests.channels.telegram.fake_api import TOKEN, Failure

DANGER = "my dad beats me every night with his belt"


async def find(line, chat=7):
    """Return the conversation of a chat."""
    return await line.child.find("telegram", str(chat))


async def until(check, timeout_s=5.0):
    """Wait until *check* returns something true; return it."""
    async with asyncio.timeout(timeout_s):
        while not (result := await check()):
            await asyncio.sleep(0.01)
    return result


async def test_a_start_brings_welcome_and_languages_then_a_tap_switches(channel, telegram, line):
    """The first thing a child reads says that a robot is writing; a tap on a language answers in it."""
    await telegram.from_child(text="/start", language="fr")
    welcome = (await telegram.until_sent(1))[0]
    assert welcome["text"].startswith("🤖 Bonjour")
    labels = [button["text"] for row in welcome["reply_markup"]["inline_keyboard"] for button in row]
    assert labels == ["العربية", "English", "Français", "اردو"]
    await telegram.press(welcome, 0, 1)
    await telegram.until_sent(2)
    assert len(telegram.answered) == 1
    assert line.assistant.asked[0].payload == '/tell_language{"language": "en"}'


async def test_words_are_answered_once_each_and_in_order(channel, telegram, line):
    """Ten messages, ten answers, the child's own order kept."""
    for number in range(10):
        await telegram.from_child(text=f"this is my message number {number}")
    await telegram.until_sent(11)
    texts = [one for one in await line.texts((await find(line)).id) if one.startswith("this is my")]
    assert texts == [f"this is my message number {number}" for number in range(10)]


async def test_a_disclosure_calls_a_counsellor_and_both_sides_talk(channel, telegram, line):
    """Danger opens the hand-off; the counsellor's words arrive under a name; the robot is silent."""
    await telegram.from_child(text=DANGER)
    await telegram.until_sent(3)
    conversation = await find(line)
    assert conversation.state is HandoffState.WAITING
    counsellor = await line.hire()
    await line.desk.claim(counsellor, conversation.id)
    await line.desk.send(counsellor, conversation.id, ChildText("Hello, I am here."), "1")
    sent = await telegram.until_sent(5)
    assert sent[-1]["text"] == "🧡 Mariam:\nHello, I am here."
    await telegram.from_child(text="thank you")
    await until(lambda: _has_text(line, conversation.id, "thank you"))
    await asyncio.sleep(0.3)
    assert len(telegram.sent) == 5
    assert line.assistant.asked == []


async def _has_text(line, conversation, text):
    return text in await line.texts(conversation)


@pytest.mark.parametrize(
    "content",
    [
        {"photo": [{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}]},
        {"sticker": {"file_id": "1", "file_unique_id": "1", "type": "regular", "width": 1, "height": 1,
                     "is_animated": False, "is_video": False}},
        {"voice": {"file_id": "1", "file_unique_id": "1", "duration": 2}},
        {"document": {"file_id": "1", "file_unique_id": "1"}},
        {"location": {"latitude": 1.0, "longitude": 2.0}},
    ],
)  # fmt: skip
async def test_what_the_robot_cannot_see_is_answered_kindly(channel, telegram, line, content):
    """A photo, a sticker, a voice note, a file, a place: one kind sentence, nothing fetched."""
    await telegram.from_child(**content)
    await telegram.until_sent(2)
    assert (await line.names((await find(line)).id))[-1] == "utter_unsupported"
    assert not any(name == "getFile" for name, _ in telegram.calls)


async def test_a_caption_and_an_edit_are_read_for_risk(channel, telegram, line):
    """Danger in a picture's caption, or edited into an old message, opens the hand-off."""
    await telegram.from_child(
        8, photo=[{"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}], caption=DANGER
    )
    await until(lambda: _is_waiting(line, 8))
    await telegram.from_child(9, text="hello, can you help me please")
    await until(lambda: find(line, 9))
    await telegram.from_child(9, kind="edited_message", text=DANGER, edit_date=1_800_000_000)
    await until(lambda: _is_waiting(line, 9))


async def _is_waiting(line, chat):
    conversation = await find(line, chat)
    return conversation is not None and conversation.state is HandoffState.WAITING


async def test_4096_characters_become_two_messages(channel, telegram, line):
    """Telegram's longest text loses nothing."""
    await telegram.from_child(text="a" * 4090 + " end")
    conversation = await until(lambda: find(line))
    await until(lambda: _count(line, conversation.id, 2))
    texts = [one for one in await line.texts(conversation.id) if "aaa" in one]
    assert "".join(texts) == "a" * 4090 + " end"


async def _count(line, conversation, count):
    messages = await line.child.read(conversation, 0)
    return sum(one.sender is Sender.CHILD for one in messages) >= count


@pytest.mark.parametrize(
    ("text", "sentence"), [("\u200b\u2060", "utter_empty"), ("/restart", "utter_greet"), ("👍", "utter_greet")]
)
async def test_odd_words_have_a_defined_answer(channel, telegram, line, text, sentence):
    """Nothing visible, a command that is none of ours, one emoji: answered, and a slash commands nothing."""
    await telegram.from_child(text=text)
    await telegram.until_sent(2)
    assert sentence in await line.names((await find(line)).id)


async def test_commands_of_the_menu_work_without_the_assistant(channel, telegram, line):
    """A person and numbers are one command away, also when Rasa is gone."""
    line.assistant.down = "refused"
    await telegram.from_child(text="/numbers", language="en")
    await telegram.until_sent(2)
    await telegram.from_child(text="/person")
    await until(lambda: _is_waiting(line, 7))
    assert "utter_numbers" in await line.names((await find(line)).id)


async def test_deleting_removes_both_sides_messages(channel, telegram, line):
    """After the confirmation nothing is left here, and Telegram was asked to delete every message."""
    await telegram.from_child(text="hello, can you help me please")
    await telegram.until_sent(2)
    await telegram.from_child(text="/delete")
    question = (await telegram.until_sent(3))[-1]
    await telegram.press(question, 1)
    last = (await telegram.until_sent(4))[-1]
    assert await until(lambda: _is_gone(line))
    assert "deleted" in last["text"]
    assert set(telegram.deleted) >= {one["message_id"] for one in telegram.sent[:3]} | {1}
    await telegram.press(question, 1)
    await telegram.until_sent(5)


async def _is_gone(line):
    return await find(line) is None


async def test_a_voice_message_comes_when_the_child_wants_to_listen(channel, telegram, line):
    """With reading aloud on, the words come as text and as sound."""
    await telegram.from_child(text="hello, can you help me please")
    await telegram.until_sent(2)
    await line.child.set_aloud((await find(line)).id, on=True)
    await telegram.from_child(text="what can you do for me")
    await until(lambda: _has_voice(telegram))
    assert next(iter(telegram.voices.values())) == b"sound"


async def _has_voice(telegram):
    return telegram.voices


async def test_a_throttled_chat_waits_and_others_do_not(channel, telegram, line):
    """429 with retry_after holds one chat for that long and no other."""
    telegram.failures["sendMessage"] = Failure(429, retry_after=1, chat=7)
    await telegram.from_child(7, text="hello, can you help me please")
    await telegram.from_child(8, text="hello, can you help me please")
    await telegram.until_sent(2)
    assert {one["chat"]["id"] for one in telegram.sent} == {8}
    sent = await telegram.until_sent(4)
    assert [one["chat"]["id"] for one in sent[2:]] == [7, 7]


async def test_a_child_that_blocked_the_bot_is_left_in_peace(channel, telegram, line):
    """403 is final: no retry storm, and the console can see that it was not delivered."""
    telegram.failures["sendMessage"] = Failure(403, times=99)
    await telegram.from_child(text="hello, can you help me please")
    conversation = await until(lambda: find(line))
    await until(lambda: _all_failed(line, conversation.id))
    calls = sum(name == "sendMessage" for name, _ in telegram.calls)
    await asyncio.sleep(0.5)
    assert sum(name == "sendMessage" for name, _ in telegram.calls) == calls == 2


async def _all_failed(line, conversation):
    robot = [one for one in await line.child.read(conversation, 0) if one.sender is Sender.ROBOT]
    return len(robot) == 2 and all(one.delivery is Delivery.FAILED for one in robot)


async def test_server_errors_are_retried_until_the_words_arrive(channel, telegram, line):
    """Two 502 in a row delay a sentence and lose none."""
    telegram.failures["sendMessage"] = Failure(502, times=2)
    await telegram.from_child(text="hello, can you help me please")
    await telegram.until_sent(2, timeout_s=15)


async def test_a_lost_answer_sends_what_matters_again_and_nudges_not(channel, telegram, line):
    """The welcome may appear twice; "still here" is held."""
    telegram.failures["sendMessage"] = Failure(lost=True)
    await telegram.from_child(text="hello, can you help me please")
    sent = await telegram.until_sent(3, timeout_s=10)
    assert sent[0]["text"] == sent[1]["text"]
    conversation = await find(line)
    telegram.failures["sendMessage"] = Failure(lost=True)
    await line.child.say_error(conversation.id, "utter_still_here")
    await until(lambda: _newest_is(line, conversation.id, Delivery.UNKNOWN))
    assert sum("forgotten" in one["text"] for one in telegram.sent) == 1


async def _newest_is(line, conversation, delivery):
    return (await line.child.read(conversation, 0))[-1].delivery is delivery


async def test_the_same_update_again_changes_nothing(channel, telegram, line):
    """Telegram repeats what it believes lost; the child's words stand there once."""
    update = await telegram.from_child(text="hello, can you help me please")
    await telegram.until_sent(2)
    for _ in range(5):
        await telegram.push({"message": update["message"]})
    await asyncio.sleep(0.3)
    assert len(telegram.sent) == 2


async def test_groups_and_bots_are_not_answered(channel, telegram, line):
    """A helpline speaks with one child alone."""
    update = {"message_id": 1, "date": 1, "chat": {"id": -5, "type": "group", "title": "Class"}, "text": "hi",
              "from": {"id": 5, "is_bot": False, "first_name": "A"}}  # fmt: skip
    await telegram.push({"message": update})
    await telegram.push({"poll_answer": {"poll_id": "1", "option_ids": []}})
    await asyncio.sleep(0.3)
    assert telegram.sent == []


async def test_a_pressed_button_cannot_be_forged(channel, telegram, line):
    """Callback data of other makes is a new beginning, not a command."""
    line.assistant.reply_with = AssistantReply((Say("utter_greet"),))
    await telegram.from_child(text="/start")
    welcome = (await telegram.until_sent(1))[0]
    for data in ("/ask_person", "1:99", "x:y", "99999999999999999:1"):
        await telegram.press(welcome, 0, data=data)
    await asyncio.sleep(0.3)
    assert (await find(line)).state is HandoffState.WITH_BOT
    assert line.assistant.asked == []


async def test_the_token_stays_out_of_the_log(channel, telegram, line, caplog):
    """Whatever fails, no log line of any library holds the token or the child's words."""
    caplog.set_level("DEBUG")
    telegram.failures["sendMessage"] = Failure(502, times=1)
    await telegram.from_child(text="a sentence that nobody logs")
    await telegram.until_sent(2, timeout_s=10)
    from sanad.logs import PINNED

    shown = [one for one in caplog.records if one.levelno >= 30 or not one.name.startswith(PINNED)]
    assert not any(TOKEN in one.getMessage() or "nobody logs" in one.getMessage() for one in shown)
