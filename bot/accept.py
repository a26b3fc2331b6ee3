"""Accept a child's message: one transaction stores it, reads its risk, opens the hand-off and adds the work to do.

Nothing here waits for Rasa, a voice or a network. What fails, fails towards a human.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from bot.log import event
from bot.parts import Parts
from bot.prepared import QUESTIONS, language_buttons
from bot.taps import TapMeaning, do_alone, do_at_once, is_answer, read_tap
from bot.turn import Turn, publish
from core.conversation import Conversation, HandoffReason, HandoffState
from core.message import Button, Draft, Incoming, Kind, Message, Say, Sender
from core.ports import Hint, Transaction
from core.risk import Assessment, Category, RiskLevel
from core.work import TimerKind, WorkKind
from handoff.moves import reopen
from languages.detect import detect

HISTORY = 40
"""How many earlier messages are read for the context of a new one."""
SURE = 0.75
"""Detection below this changes nothing. Source: docs/languages.md."""


@dataclass(frozen=True)
class Accepted:
    """What became of an incoming message.

    Attributes:
        conversation: As saved.
        message: The child's message as stored; None for Kind.START.
        duplicate: It had been accepted before; nothing changed.
    """

    conversation: Conversation
    message: Message | None
    duplicate: bool = False


async def accept(parts: Parts, incoming: Incoming) -> Accepted:
    """Store a child's message and everything that must follow from it.

    Returns:
        After the commit: from here on the message survives a kill, a crash and a power cut.

    Raises:
        BadPayload: `unknown_tap`: the button was never shown in this conversation.
        StorageDown: Nothing was stored; the channel must not acknowledge.
    """
    hints: list[Hint] = []

    async def job(tx: Transaction) -> Accepted:
        hints.clear()
        return await accept_in(parts, tx, incoming, hints)

    accepted = await parts.db.write(job)
    await publish(parts, hints)
    return accepted


async def accept_in(parts: Parts, tx: Transaction, incoming: Incoming, hints: list[Hint]) -> Accepted:
    """Do the work of `accept` in the caller's transaction; *hints* are to be published after its commit."""
    conversation = await tx.conversations.find(incoming.channel, incoming.address)
    if conversation is not None:
        known = await tx.messages.find(conversation.id, incoming.ext_key)
        if known is not None:
            return Accepted(conversation, known, duplicate=True)
    is_new = conversation is None
    if conversation is None:
        conversation = await tx.conversations.start(incoming.channel, incoming.address, parts.clock.now())
    turn = Turn(parts, tx, conversation, f"accept:{incoming.ext_key}")
    recent = await tx.messages.recent(conversation.id, HISTORY)
    _choose_language(turn, incoming)
    if is_new:
        await turn.say(Say("utter_welcome", buttons=_first_buttons(parts, incoming)))
    elif incoming.kind is Kind.START:
        await turn.confirm(Say("utter_welcome_back", buttons=language_buttons(parts.languages.values())))
    message = None if incoming.kind is Kind.START else await _take(turn, incoming, recent)
    saved = await turn.save()
    hints.extend(turn.hints)
    return Accepted(saved, message)


def _first_buttons(parts: Parts, incoming: Incoming) -> tuple[Button, ...]:
    """Return the language buttons for a first contact; the web page has its own."""
    wants = incoming.kind is Kind.START and incoming.channel in parts.senders
    return language_buttons(parts.languages.values()) if wants else ()


async def _take(turn: Turn, incoming: Incoming, recent: Sequence[Message]) -> Message:
    """Store the child's message and decide what follows."""
    meaning = await read_tap(turn, incoming) if incoming.kind is Kind.TAP else TapMeaning()
    if turn.conversation.state is HandoffState.CLOSED:
        turn.conversation = reopen(turn.conversation)
    if meaning.is_answer:
        await turn.tx.timers.cancel(turn.conversation.id, [TimerKind.SAFETY_QUESTION])
    assessment, failed = _assess(turn, incoming, recent, meaning)
    message = await turn.add(Draft(
        sender=Sender.CHILD, words=meaning.words or incoming.words, ext_key=incoming.ext_key,
        language=turn.language, kind=incoming.kind, tapped=meaning.button, assessment=assessment,
    ))  # fmt: skip
    turn.about = message.seq
    rose = turn.note_risk(assessment)
    if turn.conversation.state is HandoffState.WITH_BOT:
        await _follow(turn, message, assessment, failed=failed)
    else:
        await _follow_in_queue(turn, message, rose=rose)
    return message


async def _follow(turn: Turn, message: Message, assessment: Assessment, *, failed: bool) -> None:
    """Open the hand-off where risk asks for it, else let the bot answer."""
    answered_question = is_answer(message.tapped)
    if failed:
        await turn.hand_off(HandoffReason.FAILURE)
    elif turn.parts.policy.levels[assessment.level].hand_off:
        await turn.hand_off(HandoffReason.SAFETY_ANSWER if answered_question else HandoffReason.RISK)
    elif message.tapped is not None and await do_at_once(turn, message.tapped):
        return
    elif message.kind is Kind.UNSUPPORTED and not message.words:
        await turn.say(Say("utter_unsupported"))
    else:
        await turn.queue_work(WorkKind.ANSWER, message.seq)


async def _follow_in_queue(turn: Turn, message: Message, *, rose: bool) -> None:
    """Do what must be done for a child who waits or writes with a counsellor; the assistant is not asked."""
    waits = turn.conversation.state is HandoffState.WAITING
    if rose and waits and turn.parts.policy.levels[turn.conversation.level].numbers:
        await turn.say_numbers(urgent=True)
    if message.tapped is not None:
        await do_alone(turn, message.tapped)


def _assess(turn: Turn, incoming: Incoming, recent: Sequence[Message], meaning: TapMeaning) -> tuple[Assessment, bool]:
    """Return what triage says, and whether triage itself failed. A failure never means "no risk"."""
    if meaning.assessment is not None:
        return meaning.assessment, False
    if not incoming.words:
        return Assessment(), False
    history = [one.words for one in recent if one.sender is Sender.CHILD and one.kind is not Kind.TAP and one.words]
    try:
        assessment = turn.parts.assess(
            incoming.words, language=turn.conversation.language, history=history[-6:], asked=_question(recent)
        )
    except Exception as error:  # noqa: BLE001 -- promise 1: whatever breaks in triage, a human looks
        event("triage_failed", error=type(error).__name__, conversation=turn.conversation.id)
        return Assessment(RiskLevel.ELEVATED, Category.NONE), True
    return assessment, False


def _question(recent: Sequence[Message]) -> str | None:
    """Return the safety question that stands open: the robot's newest words, however much the child wrote since."""
    robot = [one.name for one in recent if one.sender is Sender.ROBOT]
    return next((name for name in reversed(robot[-2:]) if name in QUESTIONS), None)


def _choose_language(turn: Turn, incoming: Incoming) -> None:
    """Set the language of a conversation that has none, or whose child writes another; a chosen one stays."""
    if turn.conversation.language_chosen:
        return
    offered = turn.parts.languages
    hint = (incoming.language_hint or "").split("-")[0].lower()
    if turn.conversation.language is None:
        turn.change(language=hint if hint in offered else turn.parts.default_language)
    if incoming.kind is Kind.WORDS and incoming.words:
        try:
            found = detect(incoming.words.reveal(), list(offered))
        except Exception as error:  # noqa: BLE001 -- promise 1: words are stored and read for risk in any language
            event("detection_failed", error=type(error).__name__, conversation=turn.conversation.id)
            return
        if found.language in offered and found.confidence >= SURE:
            turn.change(language=found.language)
