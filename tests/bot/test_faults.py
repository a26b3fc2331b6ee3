"""What breaks on the way: bad values, unsayable words, late words. No signal of danger is swallowed by any of it."""

from dataclasses import replace

import pytest

from bot import accept as door
from bot.prepared import DELETE_YES
from core.conversation import HandoffReason, HandoffState
from core.message import AssistantReply, Button, Command, CommandName, Incoming, Kind, Say, Sender
from core.risk import RiskLevel
from core.text import ChildText
from tests.factories import words

CALM = "hello, can you help me please"
UNCLEAR = "everyone at school laughs at me and calls me names"
DANGER = "my dad beats me every night with his belt"
HURT = Button("button_hurt", "/talk_physical_violence")


async def newest(line):
    """Return the newest message of the conversation."""
    found = await line.child.find("web", "child-1")
    return (await line.child.read(found.id, 0))[-1]


async def show(line, *buttons):
    """Let the robot show buttons; return the message's number."""
    line.assistant.reply_with = AssistantReply((Say("utter_more_topics", buttons=buttons),))
    await line.write(CALM)
    await line.work()
    return (await newest(line)).seq


async def with_counsellor(line):
    """Let a counsellor have the conversation."""
    counsellor, found = await line.hire(), await line.child.find("web", "child-1")
    await line.child.ask_person(found.id)
    await line.desk.claim(counsellor, found.id)
    return counsellor


@pytest.mark.parametrize(
    "command",
    [
        Command(CommandName.HAND_OFF, {"reason": "boredom"}),
        Command(CommandName.RAISE_LEVEL, {"level": "terrible", "category": "none"}),
        Command(CommandName.RAISE_LEVEL, {"level": "high", "category": "rain"}),
        Command(CommandName.RAISE_LEVEL, {"level": "emergency"}),
    ],
)
async def test_a_signal_with_a_value_nobody_knows_calls_a_human_at_once(line, command):
    """The assistant's word for danger counts at the first try, also when it is spelt wrong."""
    line.assistant.reply_with = AssistantReply((command,))
    await line.write(CALM)
    await line.work()
    found = await line.child.find("web", "child-1")
    assert found.state is HandoffState.WAITING
    assert len(line.assistant.asked) == 1


async def test_a_level_that_nobody_knows_is_not_no_level(line):
    """What cannot be read is at least unclear."""
    line.assistant.reply_with = AssistantReply((Command(CommandName.RAISE_LEVEL, {"level": "terrible"}),))
    await line.write(CALM)
    await line.work()
    assert (await line.child.find("web", "child-1")).level is RiskLevel.ELEVATED


@pytest.mark.parametrize(
    "say",
    [
        Say("utter_nobody_wrote_this"),
        Say("utter_wait_place", {}),
        Say("utter_greet", buttons=(Button("button_nobody_wrote", "/greet"),)),
    ],
)
async def test_a_sentence_that_cannot_be_said_is_no_answer(line, say):
    """The child gets the prepared sentence at once, and nothing half said."""
    line.assistant.reply_with = AssistantReply(
        (Say("utter_thanks"), Command(CommandName.SET_COUNTRY, {"country": "EG"}), say)
    )
    await line.write(CALM)
    await line.work()
    found = await line.child.find("web", "child-1")
    assert (await line.names(found.id))[1:] == ["utter_prepared"]
    assert len(line.assistant.asked) == 1


async def test_a_tap_on_being_hurt_calls_a_human_when_the_assistant_is_down(line):
    """A topic of harm that was tapped is as clear as words; no menu comes between."""
    seq = await show(line, HURT)
    line.assistant.down = "refused"
    await line.tap(seq, 0)
    await line.work()
    found = await line.child.find("web", "child-1")
    assert (found.state, found.reason) == (HandoffState.WAITING, HandoffReason.FAILURE)


async def test_a_language_is_switched_without_the_assistant(line):
    """The first tap a child makes works when Rasa is away."""
    seq = await show(line, Button("button_language_is", '/tell_language{"language": "fr"}', {"language": "Français"}))
    line.assistant.down = "refused"
    await line.tap(seq, 0)
    await line.work()
    last = await newest(line)
    assert (last.name, last.language) == ("utter_language_set", "fr")


@pytest.mark.parametrize("between", [0, 5])
async def test_a_typed_no_after_the_safety_question_is_heard(line, between):
    """However many messages the child wrote in between, "no" is the answer to the question."""
    await line.write(UNCLEAR)
    await line.work()
    for number in range(between):
        await line.write(f"wait {number}")
    accepted = await line.write("no")
    assert accepted.conversation.state is HandoffState.WAITING
    assert accepted.conversation.level is RiskLevel.HIGH


@pytest.mark.parametrize("answer", ["i dont know", "i dont want to say"])
async def test_an_unsure_answer_brings_a_human_whatever_the_assistant_understands(line, answer):
    """Only a yes leaves the child with the robot."""
    await line.write(UNCLEAR)
    await line.work()
    line.assistant.reply_with = AssistantReply((Say("utter_unclear_first"),))
    await line.write(answer)
    await line.work()
    found = await line.child.find("web", "child-1")
    assert (found.state, found.reason) == (HandoffState.WAITING, HandoffReason.SAFETY_ANSWER)


async def test_danger_told_while_waiting_brings_the_numbers_once(line):
    """A child who waited to chat and tells of danger sees emergency numbers; the queue knows the higher level."""
    first = await line.write(CALM)
    await line.child.ask_person(first.conversation.id)
    for _ in range(2):
        accepted = await line.write(DANGER)
    assert accepted.conversation.level >= RiskLevel.HIGH
    assert (await line.names(first.conversation.id)).count("utter_numbers_now") == 1


@pytest.mark.parametrize("claimed", [False, True])
async def test_deleting_works_whoever_has_the_conversation(line, claimed):
    """The child's yes is done while they wait and while a counsellor writes with them."""
    seq = await show(line, Button("button_delete_yes", DELETE_YES))
    if claimed:
        await with_counsellor(line)
    else:
        await line.child.ask_person((await line.child.find("web", "child-1")).id)
    await line.tap(seq, 0)
    await line.work()
    assert await line.child.find("web", "child-1") is None


async def test_words_written_after_deleting_are_kept(line):
    """What the child writes before the deletion is done begins a new conversation, danger and all."""
    seq = await show(line, Button("button_delete_yes", DELETE_YES))
    old = (await line.tap(seq, 0)).conversation.id
    await line.write(DANGER, key="web:after")
    await line.work()
    found = await line.child.find("web", "child-1")
    assert found.id != old
    assert found.state is HandoffState.WAITING
    childs = [one for one in await line.child.read(found.id, 0) if one.sender is Sender.CHILD]
    assert [one.words.reveal() for one in childs] == [DANGER]
    assert (await line.child.accept(words(DANGER, key="web:after"))).duplicate


async def test_a_start_is_silent_while_a_counsellor_writes(line):
    """No "welcome back" between two people."""
    await line.write(CALM)
    await with_counsellor(line)
    before = await newest(line)
    await line.child.accept(Incoming("web", "child-1", "web:start", Kind.START))
    assert await newest(line) == before


async def test_the_robot_confirms_nothing_between_two_people(line):
    """A switch of language or mode, or a message of nothing, is settled without a word of the robot."""
    accepted = await line.write(CALM)
    await with_counsellor(line)
    before, found = await newest(line), accepted.conversation.id
    await line.child.set_language(found, "fr")
    await line.child.set_simple(found, on=True)
    await line.child.set_aloud(found, on=True)
    await line.child.say_error(found, "utter_empty")
    assert await newest(line) == before
    changed = await line.child.find("web", "child-1")
    assert (changed.language, changed.passport.simple_words, changed.passport.read_aloud) == ("fr", True, True)


@pytest.mark.parametrize("claimed", [False, True])
async def test_a_tapped_language_counts_outside_the_robots_talk_too(line, claimed):
    """The child decides about the language while waiting and with a counsellor."""
    seq = await show(line, Button("button_language_is", '/tell_language{"language": "ur"}', {"language": "اردو"}))
    if claimed:
        await with_counsellor(line)
    else:
        await line.child.ask_person((await line.child.find("web", "child-1")).id)
    assert (await line.tap(seq, 0)).conversation.language == "ur"


async def test_a_broken_detection_loses_no_message(line, monkeypatch):
    """Without a detected language the words are stored and read for risk all the same."""

    def broken(*_):
        raise RuntimeError

    monkeypatch.setattr(door, "detect", broken)
    assert (await line.write(DANGER)).conversation.state is HandoffState.WAITING


async def test_a_caption_counts_for_what_is_said_later(line):
    """Triage reads the words under a picture together with what follows."""
    read = []
    assess = line.parts.assess

    def noting(said, **context):
        read.append([one.reveal() for one in context["history"]])
        return assess(said, **context)

    line.parts = replace(line.parts, assess=noting)
    await line.child.accept(Incoming("web", "child-1", "web:photo", Kind.UNSUPPORTED, ChildText("my uncle")))
    await line.write("again last night")
    assert read[-1] == ["my uncle"]
