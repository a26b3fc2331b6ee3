"""Answering: what the assistant says, what happens without it, and silence once a human has the conversation."""

import asyncio
from dataclasses import replace

import pytest

from bot.answer import answer
from core.conversation import HandoffReason, HandoffState
from core.errors import LeaseLost
from core.message import AssistantReply, Command, CommandName, Say, Sender
from core.risk import Assessment, Category, RiskLevel
from core.work import WorkKind


async def test_the_reply_is_in_the_childs_language_and_mode(line):
    """The assistant names a sentence; the child reads the easy form in French."""
    accepted = await line.write("bonjour, je voudrais parler avec quelqu'un")
    await line.child.set_simple(accepted.conversation.id, on=True)
    await line.work()
    newest = (await line.child.read(accepted.conversation.id, 0))[-1]
    assert (newest.name, newest.language, newest.simple) == ("utter_greet", "fr", True)


@pytest.mark.parametrize("code", ["timeout", "refused", "garbage"])
async def test_without_the_assistant_the_child_gets_the_menu_then_a_human(line, code):
    """The first time a prepared sentence with taps, the second time a counsellor."""
    line.assistant.down = code
    accepted = await line.write("i have a question about something")
    await line.work()
    newest = (await line.child.read(accepted.conversation.id, 0))[-1]
    assert newest.name == "utter_prepared"
    assert any(button.name == "button_person" for button in newest.buttons)
    await line.write("are you there")
    await line.work()
    found = await line.child.find("web", "child-1")
    assert (found.state, found.reason) == (HandoffState.WAITING, HandoffReason.FAILURE)


async def test_without_the_assistant_the_way_to_a_person_still_works(line):
    """The button needs nobody but us."""
    line.assistant.down = "refused"
    accepted = await line.write("i have a question about something")
    await line.work()
    newest = (await line.child.read(accepted.conversation.id, 0))[-1]
    await line.tap(newest.seq, [one.name for one in newest.buttons].index("button_person"))
    found = await line.child.find("web", "child-1")
    assert (found.state, found.reason) == (HandoffState.WAITING, HandoffReason.ASKED)


async def test_the_robot_is_silent_once_a_counsellor_has_the_conversation(line):
    """Messages before, during and after the claim get no robot answer, not even a late one."""
    counsellor = await line.hire()
    accepted = await line.write("hello, can you help me please")
    await line.child.ask_person(accepted.conversation.id)
    late = await line.write("and another thing")
    await line.desk.claim(counsellor, accepted.conversation.id)
    said = len(await line.names(accepted.conversation.id))
    for number in range(5):
        await line.write(f"message {number}")
    assert await line.work() == 0
    assert len(await line.names(accepted.conversation.id)) == said
    assert line.assistant.asked == []
    assert late.message.seq > 0


async def test_an_answer_that_is_late_stores_nothing(line):
    """The hand-off happens while Rasa thinks: its reply is dropped."""
    accepted = await line.write("hello, can you help me please")
    claimed = await line.parts.db.write(lambda tx: tx.outbox.claim([WorkKind.ANSWER], line.clock.now(), 30.0, 1))
    thinking = asyncio.Event()
    told = line.assistant.reply

    async def slow(request):
        thinking.set()
        await asyncio.sleep(0.05)
        return await told(request)

    line.assistant.reply = slow
    task = asyncio.create_task(answer(line.parts, claimed[0]))
    await thinking.wait()
    await line.child.ask_person(accepted.conversation.id)
    with pytest.raises(LeaseLost):
        await task
    assert "utter_greet" not in await line.names(accepted.conversation.id)


async def test_a_worker_that_lost_its_lease_writes_nothing(line):
    """Two workers with the same piece: the answer stands there once."""
    accepted = await line.write("hello, can you help me please")
    first = await line.parts.db.write(lambda tx: tx.outbox.claim([WorkKind.ANSWER], line.clock.now(), 1.0, 1))
    line.clock.turn(5)
    second = await line.parts.db.write(lambda tx: tx.outbox.claim([WorkKind.ANSWER], line.clock.now(), 30.0, 1))
    with pytest.raises(LeaseLost):
        await answer(line.parts, first[0])
    await answer(line.parts, second[0])
    assert (await line.names(accepted.conversation.id)).count("utter_greet") == 1


async def test_five_failures_bring_a_human(line):
    """A piece of work that keeps failing is given up to a counsellor, never skipped."""
    accepted = await line.write("hello, can you help me please")
    for _ in range(5):
        await line.parts.db.write(lambda tx: tx.outbox.claim([WorkKind.ANSWER], line.clock.now(), 1.0, 1))
        line.clock.turn(2)
    await line.work()
    found = await line.child.find("web", "child-1")
    assert (found.state, found.reason) == (HandoffState.WAITING, HandoffReason.FAILURE)
    assert accepted.conversation.id == found.id


async def test_the_safety_question_follows_unclear_words(line):
    """Elevated words get one gentle question, and its silence brings a counsellor."""
    accepted = await line.write("everyone at school laughs at me and calls me names")
    assert accepted.conversation.level is RiskLevel.ELEVATED
    await line.work()
    assert (await line.names(accepted.conversation.id))[-1] == "utter_ask_safe_now"
    assert await line.wait(line.parts.policy.safety_question_wait_s + 1) == 1
    found = await line.child.find("web", "child-1")
    assert (found.state, found.reason) == (HandoffState.WAITING, HandoffReason.SAFETY_ANSWER)


@pytest.mark.parametrize(
    ("index", "level", "state"),
    [(0, RiskLevel.ELEVATED, HandoffState.WITH_BOT), (1, RiskLevel.HIGH, HandoffState.WAITING)],
)
async def test_answers_to_the_safety_question_move_the_level(line, index, level, state):
    """Yes keeps the level, no raises it and calls a counsellor, without the assistant."""
    line.assistant.down = None
    accepted = await line.write("everyone at school laughs at me and calls me names")
    await line.work()
    question = (await line.child.read(accepted.conversation.id, 0))[-1]
    tapped = await line.tap(question.seq, index)
    assert (tapped.conversation.level, tapped.conversation.state) == (level, state)


OWN_QUESTIONS = [("self_harm", "hurt_self", RiskLevel.HIGH), ("sexual_abuse", "someone_there", RiskLevel.EMERGENCY)]
"""Categories with a question of their own, what it is about, and what a "yes" means."""


async def ask_about(line, category):
    """Let a child write something unclear of *category*; return the message that stands last then."""
    found = Assessment(RiskLevel.ELEVATED, Category(category))
    line.parts = replace(line.parts, assess=lambda words, **_: found)
    accepted = await line.write("it is complicated")
    await line.work()
    return (await line.child.read(accepted.conversation.id, 0))[-1]


@pytest.mark.parametrize(("category", "topic", "level"), OWN_QUESTIONS)
async def test_a_yes_to_a_question_of_its_own_calls_a_counsellor(line, category, topic, level):
    """What is asked comes close to what was said; a yes raises the level, with no assistant there."""
    question = await ask_about(line, category)
    assert question.name == f"utter_ask_{topic}"
    line.assistant.down = "refused"
    tapped = await line.tap(question.seq, 0)
    assert (tapped.conversation.level, tapped.conversation.state) == (level, HandoffState.WAITING)


@pytest.mark.parametrize(("category", "topic", "_"), OWN_QUESTIONS)
async def test_a_no_to_a_question_of_its_own_stays_with_the_robot(line, category, topic, _):
    """The robot says so with no assistant there, the level stays, and nobody waits for an answer any more."""
    question = await ask_about(line, category)
    line.assistant.down = "refused"
    tapped = await line.tap(question.seq, 1)
    assert (tapped.conversation.level, tapped.conversation.state) == (RiskLevel.ELEVATED, HandoffState.WITH_BOT)
    assert (await line.names(tapped.conversation.id))[-1] == f"utter_{topic}_no"
    assert await line.wait(line.parts.policy.safety_question_wait_s + 1) == 0


@pytest.mark.parametrize(("category", "topic", "_"), OWN_QUESTIONS)
@pytest.mark.parametrize("index", [2, 3])
async def test_no_clear_answer_is_one_a_counsellor_hears_of(line, category, topic, _, index):
    """Not being sure and not wanting to say bring a person; so does silence."""
    question = await ask_about(line, category)
    tapped = await line.tap(question.seq, index)
    assert (tapped.conversation.state, tapped.conversation.reason) == (
        HandoffState.WAITING,
        HandoffReason.SAFETY_ANSWER,
    )


@pytest.mark.parametrize(("category", "topic", "level"), OWN_QUESTIONS)
async def test_a_typed_answer_is_read_in_the_context_of_its_question(line, category, topic, level):
    """A typed yes means what the policy says of this question."""
    assess = line.parts.assess
    await ask_about(line, category)
    line.parts = replace(line.parts, assess=assess)
    written = await line.write("yes")
    assert (written.conversation.level, written.conversation.state) == (level, HandoffState.WAITING)


async def test_commands_are_carried_out_in_order(line):
    """The assistant only names what to do."""
    line.assistant.reply_with = AssistantReply(
        (
            Command(CommandName.SET_COUNTRY, {"country": "EG"}),
            Command(CommandName.LIST_NUMBERS),
            Command(CommandName.SET_ALOUD, {"on": "true"}),
            Say("utter_thanks"),
        )
    )
    accepted = await line.write("hello, can you help me please")
    await line.work()
    messages = await line.child.read(accepted.conversation.id, 0)
    assert [one.name for one in messages[2:]] == ["utter_numbers", "utter_aloud_on", "utter_thanks"]
    assert "16000" in messages[2].words.reveal()
    assert [one.play for one in messages[2:]] == [False, True, True]


@pytest.mark.parametrize("name", list(CommandName))
async def test_every_command_is_carried_out_whatever_its_values(line, name):
    """No command of the assistant can break a turn, also with values it should not have."""
    line.assistant.reply_with = AssistantReply(
        (Command(name, {"language": "xx", "country": "??"}), Say("utter_thanks"))
    )
    accepted = await line.write("hello, can you help me please")
    assert await line.work() >= 1
    if name is CommandName.DELETE_CHAT:
        assert await line.child.find("web", "child-1") is None
    else:
        senders = [one.sender for one in await line.child.read(accepted.conversation.id, 0)]
        assert senders.count(Sender.ROBOT) >= 2
