"""Timers: nobody waits without one, none starves another, and none makes the robot chatter."""

from dataclasses import replace
from datetime import timedelta

import pytest

from core.conversation import HandoffReason, HandoffState
from core.message import AssistantReply, Command, CommandName, Say
from core.work import TimerKind
from languages.catalogue import Catalogue

UNCLEAR = "everyone at school laughs at me and calls me names"
DANGER = "my dad beats me every night with his belt"


async def running(line):
    """Return the kinds of the timers that have not fired."""
    far = line.clock.now() + timedelta(days=999)
    return [one.kind for one in await line.parts.db.read(lambda tx: tx.timers.due(far))]


async def heard(line, conversation):
    """Return how often the child was told that somebody is still here."""
    return sum(name.startswith("utter_still_here") for name in await line.names(conversation))


class BrokenFor(Catalogue):
    """Cannot say one sentence in French."""

    def text(self, tag, name, values=None, form=None, **more):
        """Break where told."""
        if (tag, name) == ("fr", "utter_still_here"):
            raise KeyError(name)
        return super().text(tag, name, values, *([form] if form else []), **more)


async def test_a_timer_that_cannot_fire_holds_up_no_other(line):
    """The first child's timer breaks again and again; the second child hears the promise all the same."""
    line.parts = replace(line.parts, catalogue=BrokenFor(line.parts.languages))
    first = await line.write("bonjour, je voudrais parler avec quelqu'un", address="first")
    await line.child.ask_person(first.conversation.id)
    line.clock.turn(1)
    second = await line.write("hello, can you help me please", address="second")
    await line.child.ask_person(second.conversation.id)
    await line.wait(61)
    assert await heard(line, second.conversation.id) == 1
    assert (await running(line)).count(TimerKind.STILL_HERE) == 2


@pytest.mark.parametrize("how", ["release", "lapse"])
async def test_a_child_given_back_hears_one_promise_at_a_time(line, how):
    """After a long talk the promises begin anew; they do not all come at once."""
    counsellor = await line.hire()
    conversation = (await line.write(DANGER)).conversation.id
    await line.wait(1000)
    await line.desk.claim(counsellor, conversation)
    before = await heard(line, conversation)
    await (line.desk.release(counsellor, conversation) if how == "release" else line.wait(61))
    for _ in range(10):
        await line.wait(1)
    assert await heard(line, conversation) == before
    await line.wait(60)
    assert await heard(line, conversation) == before + 1


async def test_a_service_that_was_away_says_one_promise_at_a_time(line):
    """An hour without a service is not made up for by four sentences in four seconds."""
    conversation = (await line.write(DANGER)).conversation.id
    await line.wait(3600)
    for _ in range(10):
        await line.wait(1)
    assert await heard(line, conversation) == 1


async def test_a_long_wait_is_never_without_a_promise(line):
    """Past the last step of the policy the child hears from us every hour, for a day; then it is left in peace."""
    conversation = (await line.write(DANGER)).conversation.id
    for minutes in range(10, 24 * 60, 10):
        await line.wait(600)
        assert TimerKind.STILL_HERE in await running(line), minutes
    told = await heard(line, conversation)
    assert 20 <= told <= 32
    for _ in range(48):
        await line.wait(3600)
    assert await heard(line, conversation) <= told + 2
    assert await running(line) == []


async def test_a_safety_question_is_not_settled_by_other_words(line):
    """The child writes on without an answer, the robot talks on: a counsellor is told all the same."""
    accepted = await line.write(UNCLEAR)
    await line.work()
    await line.wait(60)
    await line.write("wait a moment")
    await line.work()
    assert (await line.names(accepted.conversation.id))[-1] == "utter_greet"
    await line.wait(61)
    found = await line.child.find("web", "child-1")
    assert (found.state, found.reason) == (HandoffState.WAITING, HandoffReason.SAFETY_ANSWER)


async def test_a_typed_yes_settles_the_safety_question(line):
    """When the assistant takes the words for a yes, nobody is called."""
    await line.write(UNCLEAR)
    await line.work()
    line.assistant.reply_with = AssistantReply((Say("utter_safe_yes"),))
    await line.write("yes")
    await line.work()
    assert await running(line) == []


async def test_a_tapped_yes_settles_the_safety_question(line):
    """The button needs no assistant for that."""
    line.assistant.reply_with = AssistantReply((Say("utter_greet"),))
    accepted = await line.write(UNCLEAR)
    await line.work()
    question = (await line.child.read(accepted.conversation.id, 0))[-1]
    line.assistant.down = "refused"
    await line.tap(question.seq, 0)
    assert await running(line) == []


async def test_a_repeated_safety_question_still_has_its_timer(line):
    """Hearing it once more does not make it unasked."""
    await line.write(UNCLEAR)
    await line.work()
    line.assistant.reply_with = AssistantReply((Command(CommandName.REPEAT),))
    await line.write("what did you say")
    await line.work()
    assert TimerKind.SAFETY_QUESTION in await running(line)
