"""What happens when a timer is due. A timer is re-checked against the conversation when it fires."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import timedelta
from types import MappingProxyType

from bot.log import event
from bot.parts import Parts
from bot.turn import Turn, publish
from core.conversation import HandoffReason, HandoffState
from core.errors import ConversationNotFound, StorageDown
from core.message import Say, Sender
from core.ports import Hint, Transaction
from core.risk import Assessment, RiskLevel
from core.work import Timer, TimerKind
from handoff.moves import lapse

NUMBERS_FROM_STEP = 3
"""From the third "still here" on, numbers come along. Source: docs/adr/0009-waiting-promises.md."""

RETRY_S = 10.0
"""When a timer that broke is tried again."""


async def fire_due(parts: Parts) -> int:
    """Fire every timer that is due; return how many fired here. One that breaks holds up no other.

    Raises:
        StorageDown: Nothing more was fired; they stay due.
    """
    due = await parts.db.read(lambda tx: tx.timers.due(parts.clock.now()))
    fired = 0
    for timer in due:
        try:
            fired += await _fire(parts, timer)
        except StorageDown:
            raise
        except Exception as error:  # noqa: BLE001 -- boundary: one broken timer must not starve the others
            event("timer_failed", kind=timer.kind.value, conversation=timer.conversation, error=type(error).__name__)
            await _put_off(parts, timer)
    return fired


async def _put_off(parts: Parts, timer: Timer) -> None:
    """Let a timer that broke try again in a while, unless it was cancelled or replaced since."""
    due_at = parts.clock.now() + timedelta(seconds=RETRY_S)

    async def job(tx: Transaction) -> None:
        if await tx.timers.fire(timer, parts.clock.now()):
            await tx.timers.set(timer.conversation, timer.kind, due_at, timer.step)

    with suppress(ConversationNotFound):
        await parts.db.write(job)


async def _fire(parts: Parts, timer: Timer) -> bool:
    """Fire one timer in one transaction: mark, act, save."""
    hints: list[Hint] = []

    async def job(tx: Transaction) -> bool:
        hints.clear()
        if not await tx.timers.fire(timer, parts.clock.now()):
            return False
        try:
            conversation = await tx.conversations.load(timer.conversation)
        except ConversationNotFound:
            return False
        turn = Turn(parts, tx, conversation, f"timer:{timer.id}:{timer.step}")
        await _ACTS[timer.kind](turn, timer)
        await turn.save()
        hints.extend(turn.hints)
        return True

    fired = await parts.db.write(job)
    await publish(parts, hints)
    return fired


async def _still_here(turn: Turn, timer: Timer) -> None:
    """Tell a waiting child that it is not forgotten; later ones carry numbers."""
    if turn.conversation.state is not HandoffState.WAITING:
        return
    if timer.step >= NUMBERS_FROM_STEP:
        await turn.say(Say("utter_still_here_numbers", {"list": turn.numbers().text}))
    else:
        await turn.say(Say("utter_still_here"))
    await turn.start_wait(timer.step + 1)


async def _lease(turn: Turn, timer: Timer) -> None:
    """Return a conversation whose counsellor went silent to the head of the queue, and tell the child."""
    lease_until = turn.conversation.lease_until
    if turn.conversation.state is not HandoffState.WITH_COUNSELLOR or lease_until is None:
        return
    if lease_until > turn.now:
        await turn.tx.timers.set(turn.conversation.id, TimerKind.LEASE, lease_until)
        return
    event("lease_lapsed", conversation=turn.conversation.id)
    turn.conversation = lapse(turn.conversation)
    await turn.say(Say("note_left"), sender=Sender.NOTE)
    await turn.start_wait(1)


async def _safety_question(turn: Turn, timer: Timer) -> None:
    """Take silence after a safety question as an answer: a counsellor is told."""
    if turn.conversation.state is HandoffState.WITH_BOT:
        turn.note_risk(Assessment(RiskLevel.ELEVATED))
        await turn.hand_off(HandoffReason.SAFETY_ANSWER)


_ACTS: Mapping[TimerKind, Callable[[Turn, Timer], Awaitable[None]]] = MappingProxyType(
    {
        TimerKind.STILL_HERE: _still_here,
        TimerKind.LEASE: _lease,
        TimerKind.SAFETY_QUESTION: _safety_question,
    }
)
