"""Answer a child's message: ask the assistant, then store its replies and "done" in one transaction."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace

from accessibility.adapt import adapt, label
from bot.commands import carry_out, read_level
from bot.log import event
from bot.parts import Parts
from bot.prepared import PREPARED, QUESTIONS
from bot.taps import do_alone, is_answer
from bot.turn import Turn, publish
from core.conversation import Conversation, HandoffReason, HandoffState
from core.errors import AssistantDown
from core.message import AssistantReply, Command, CommandName, Kind, Message, Say, Sender
from core.ports import AssistantRequest, Hint, Transaction
from core.risk import Assessment, RiskLevel
from core.work import TimerKind, Work

CALMED = frozenset({"utter_safe_yes", "utter_hurt_self_no", "utter_someone_there_no"})
"""What the assistant says after the one answer to each question that leaves the child with the robot."""
MAX_TRIES = 5
"""After this many failures a human gets the conversation. Source: design, section 4."""


@dataclass(frozen=True)
class _Question:
    """What the work is about, as read before the assistant is asked."""

    conversation: Conversation
    message: Message
    recent: Sequence[Message]


async def answer(parts: Parts, work: Work) -> None:
    """Do one piece of ANSWER work.

    Raises:
        LeaseLost: Another worker has the work; nothing was written.
        StorageDown: Nothing was written; the lease will run out.
    """
    question = await parts.db.read(lambda tx: _load(tx, work))
    given_up = work.tries > MAX_TRIES
    silent = given_up or question.conversation.state is not HandoffState.WITH_BOT
    reply = None if silent else await _ask(parts, question)
    hints: list[Hint] = []

    async def job(tx: Transaction) -> None:
        hints.clear()
        turn = Turn(parts, tx, await tx.conversations.load(work.conversation), f"answer:{work.id}")
        turn.about = work.seq
        await (tx.outbox.bury(work) if given_up else tx.outbox.finish(work))
        if turn.conversation.state is HandoffState.WITH_BOT:
            await (turn.hand_off(HandoffReason.FAILURE) if given_up else _reply(turn, question, reply))
            await turn.save()
        hints.extend(turn.hints)

    await parts.db.write(job)
    await publish(parts, hints)


async def _load(tx: Transaction, work: Work) -> _Question:
    """Read what the work is about."""
    conversation = await tx.conversations.load(work.conversation)
    message = await tx.messages.load(work.conversation, work.seq)
    return _Question(conversation, message, await tx.messages.recent(work.conversation, 20))


async def _ask(parts: Parts, question: _Question) -> AssistantReply | None:
    """Return the assistant's answer, or None when it gives none."""
    conversation, message = question.conversation, question.message
    tapped = message.tapped.payload if message.tapped else None
    request = AssistantRequest(
        conversation=conversation.id,
        words=None if tapped else message.words,
        payload=tapped,
        slots={
            "language": conversation.language,
            "country": conversation.country,
            "level": conversation.level.word,
            "simple": conversation.passport.simple_words,
            "asked": next((one.name for one in reversed(question.recent) if one.name and one.buttons), None),
        },
        state=conversation.assistant_state,
    )
    try:
        return await parts.assistant.reply(request)
    except AssistantDown as error:
        event("assistant_down", reason=str(error), conversation=conversation.id)
        return None


async def _reply(turn: Turn, question: _Question, reply: AssistantReply | None) -> None:
    """Say what the assistant answered; without an answer, the prepared sentence and the way to a human."""
    steps: Sequence[Say | Command] = ()
    if reply is not None:
        turn.change(assistant_state=reply.state)
        steps = _choose_steps(turn, question, reply.steps)
    for step in steps:
        if isinstance(step, Say):
            await turn.say(step)
        else:
            await carry_out(turn, step)
    if turn.conversation.state is HandoffState.WITH_BOT:
        await _go_on(turn, question, steps)


async def _go_on(turn: Turn, question: _Question, steps: Sequence[Say | Command]) -> None:
    """Do what must follow what was said: call a human, wait for an answer, or say something after all."""
    said = {step.name for step in steps if isinstance(step, Say)}
    reason = _must_call(turn, question, steps)
    if reason is not None:
        await turn.hand_off(reason)
    elif not said.isdisjoint(QUESTIONS):
        await turn.expect_safety_answer()
    elif not said.isdisjoint(CALMED):
        await turn.tx.timers.cancel(turn.conversation.id, [TimerKind.SAFETY_QUESTION])
    elif not turn.spoke and CommandName.DELETE_CHAT not in {step.name for step in steps}:
        await _without_assistant(turn, question)


def _choose_steps(turn: Turn, question: _Question, steps: Sequence[Say | Command]) -> Sequence[Say | Command]:
    """Return what is said and done of the assistant's steps: what can be said, and the safety question where due."""
    chosen = list(steps)
    if not all(_can_say(turn, step) for step in chosen if isinstance(step, Say)):
        event("assistant_unsayable", conversation=turn.conversation.id)
        return [step for step in chosen if isinstance(step, Command)]
    if _answered_unsafe(question):
        return [step for step in chosen if step.name not in QUESTIONS]
    asked = any(step.name in (*QUESTIONS, CommandName.HAND_OFF) for step in chosen)
    due = _due_question(turn, question)
    if chosen and not asked and due is not None:
        chosen.append(QUESTIONS[due])
    return _one_question(chosen)


def _can_say(turn: Turn, say: Say) -> bool:
    """Return whether the catalogue has a sentence and its buttons, with all their variables."""
    catalogue, language = turn.parts.catalogue, turn.language
    try:
        adapt(catalogue, language, turn.conversation.passport, say.name, say.values)
        for button in say.buttons:
            label(catalogue, language, button)
    except (KeyError, ValueError):
        return False
    return True


def _must_call(turn: Turn, question: _Question, steps: Sequence[Say | Command]) -> HandoffReason | None:
    """Return why a human must look at this, although nobody asked for one; None when nothing says so."""
    for step in steps:
        if isinstance(step, Command) and step.name is CommandName.RAISE_LEVEL:
            level = read_level(step.values)
            if level is None:
                return HandoffReason.FAILURE
            if turn.parts.policy.levels[level].hand_off:
                return HandoffReason.RISK
    return HandoffReason.SAFETY_ANSWER if _answered_unsafe(question) else None


def _answered_unsafe(question: _Question) -> bool:
    """Return whether the child answered a safety question, and not in the way that calms."""
    message = question.message
    assessment = message.assessment or Assessment()
    typed = any(one.rule.startswith("answer.") for one in assessment.evidence)
    return assessment.level > RiskLevel.NONE and (typed or is_answer(message.tapped))


def _one_question(steps: Sequence[Say | Command]) -> Sequence[Say | Command]:
    """Return the steps with buttons under the last sentence that has some: one question at a time."""
    last = max((place for place, step in enumerate(steps) if isinstance(step, Say) and step.buttons), default=-1)
    return [
        replace(step, buttons=()) if isinstance(step, Say) and place < last else step
        for place, step in enumerate(steps)
    ]


def _due_question(turn: Turn, question: _Question) -> str | None:
    """Return the safety question that the policy wants after this message, unless it was asked lately."""
    wanted = turn.parts.policy.question(question.message.assessment or Assessment())
    asked_lately = any(one.name == wanted for one in question.recent)
    return wanted if question.message.kind is Kind.WORDS and not asked_lately else None


async def _without_assistant(turn: Turn, question: _Question) -> None:
    """Say the prepared sentence with the tap menu; offer the conversation to counsellors if anything was unclear."""
    level = (question.message.assessment or Assessment()).level
    tapped = question.message.tapped
    again = any(one.name == PREPARED.name for one in question.recent[-4:] if one.sender is Sender.ROBOT)
    if tapped is not None and await do_alone(turn, tapped):
        return
    told = tapped is not None and tapped.payload.startswith("/talk_")
    if level >= RiskLevel.ELEVATED or again or told:
        await turn.hand_off(HandoffReason.FAILURE)
    else:
        await turn.say(PREPARED)
