"""Send messages on channels that push, and take back what a child wants gone.

A bot has no key that makes a send unrepeatable, so a crash between the call and its answer leaves a send unknown.
What a child must not miss is sent again (it may appear twice); a nudge is not.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from bot.accept import accept_in
from bot.log import event
from bot.parts import Parts
from bot.prepared import PERSON
from bot.turn import Turn, publish
from core.conversation import Conversation, HandoffReason, HandoffState
from core.errors import ConversationNotFound, SendError
from core.message import Delivery, Incoming, Kind, Message, Sender
from core.ports import Hint, Transaction
from core.work import Work

NUDGES = frozenset({"utter_still_here", "utter_wait_place"})
NOBODY_THERE = frozenset({"blocked", "gone"})
"""The child left: neither another try nor a counsellor reaches anybody."""
MAX_TRIES = 100
"""About eight hours at LONGEST_WAIT_S: longer than a platform is away."""
MAX_FAULTS = 5
"""After this many faults of our own a message counts as failed. Source: design, section 4."""
MAX_ERASES = 5
LONGEST_WAIT_S = 300.0


async def deliver(parts: Parts, work: Work) -> None:
    """Do one piece of DELIVER work. Raises LeaseLost, StorageDown."""

    async def begin(tx: Transaction) -> tuple[Conversation, Message]:
        conversation = await tx.conversations.load(work.conversation)
        message = await tx.messages.load(work.conversation, work.seq)
        if message.delivery is Delivery.WAITING:
            await tx.messages.mark(work.conversation, work.seq, Delivery.SENDING, None)
        return conversation, message

    conversation, message = await parts.db.write(begin)
    sender = parts.senders.get(conversation.channel)
    if message.delivery is Delivery.SENDING and message.name in NUDGES:
        await _settle(parts, work, Delivery.UNKNOWN, None)
        return
    try:
        if sender is None:
            raise SendError("no_channel", retryable=True)
        remote_id = await sender.send(conversation, message)
    except SendError as error:
        await _failed(parts, work, message, error)
    except Exception as error:  # noqa: BLE001 -- boundary: one that cannot be sent must not hold up those behind it
        event("send_fault", error=type(error).__name__, conversation=work.conversation)
        await _failed(parts, work, message, SendError("fault", retryable=work.tries < MAX_FAULTS, unknown=True))
    else:
        await _settle(parts, work, Delivery.SENT, remote_id)


async def _failed(parts: Parts, work: Work, message: Message, error: SendError) -> None:
    """Try again later, or note that it cannot be delivered."""
    event("send_failed", reason=error.code, conversation=work.conversation, tries=work.tries)
    nudge_unknown = error.unknown and message.name in NUDGES
    if not error.retryable or nudge_unknown or work.tries >= MAX_TRIES:
        if error.code not in NOBODY_THERE and not nudge_unknown:
            await _call_human(parts, work)
        await _settle(parts, work, Delivery.UNKNOWN if error.unknown else Delivery.FAILED, None)
        return
    wait_s = error.wait_s or min(2.0 ** (work.tries - 1), LONGEST_WAIT_S)
    due_at = parts.clock.now() + timedelta(seconds=wait_s)

    async def later(tx: Transaction) -> None:
        await tx.outbox.postpone(work, due_at)
        if not error.unknown:
            await tx.messages.mark(work.conversation, work.seq, Delivery.WAITING, None)

    await parts.db.write(later)


async def _call_human(parts: Parts, work: Work) -> None:
    """Give a conversation whose words do not reach the child to a counsellor, if the robot had it."""
    hints: list[Hint] = []

    async def job(tx: Transaction) -> None:
        hints.clear()
        turn = Turn(parts, tx, await tx.conversations.load(work.conversation), f"undelivered:{work.id}")
        if turn.conversation.state is HandoffState.WITH_BOT:
            await turn.hand_off(HandoffReason.FAILURE)
            await turn.save()
        hints.extend(turn.hints)

    await parts.db.write(job)
    await publish(parts, hints)


async def _settle(parts: Parts, work: Work, delivery: Delivery, remote_id: str | None) -> None:
    """Note the outcome and finish the work; the console sees it."""

    async def job(tx: Transaction) -> None:
        await tx.outbox.finish(work)
        await tx.messages.mark(work.conversation, work.seq, delivery, remote_id)

    await parts.db.write(job)
    await publish(parts, [Hint(f"conversation:{work.conversation}", "delivery", work.seq)])


async def erase(parts: Parts, work: Work) -> None:
    """Do one piece of ERASE work: the child's device first, as far as the platform lets us, then everything here."""
    conversation = await parts.db.read(lambda tx: tx.conversations.load(work.conversation))
    sender = parts.senders.get(conversation.channel)
    if sender is not None:
        messages = await parts.db.read(lambda tx: tx.messages.recent(work.conversation, 500))
        try:
            await sender.erase(conversation, messages)
        except SendError as error:
            event("erase_failed", reason=error.code, conversation=work.conversation, tries=work.tries)
            if error.retryable and work.tries < MAX_ERASES:
                due_at = parts.clock.now() + timedelta(seconds=error.wait_s or work.tries)
                await parts.db.write(lambda tx: tx.outbox.postpone(work, due_at))
                return
    await forget(parts, conversation, work.seq)


async def forget(parts: Parts, conversation: Conversation, up_to: int | None = None) -> None:
    """Destroy a conversation and tell open pages. A conversation that is gone already is fine.

    Args:
        parts: What a turn is made with.
        conversation: What goes.
        up_to: Number of the child's message that asked for it. What the child said after it begins a new
            conversation in the same transaction: it was not what the child wanted gone. None: everything goes.
    """
    hints: list[Hint] = []

    async def job(tx: Transaction) -> None:
        hints[:] = [Hint(f"conversation:{conversation.id}", "erased"), Hint("queue", "state")]
        later = [] if up_to is None else await _said_after(tx, conversation, up_to)
        await tx.conversations.forget(conversation.id)
        for incoming in later:
            await accept_in(parts, tx, incoming, hints)

    await parts.db.write(job)
    await publish(parts, hints)


async def _said_after(tx: Transaction, conversation: Conversation, seq: int) -> Sequence[Incoming]:
    """Return what the child said after a message, as if it had just come in; a call for a person becomes words."""
    try:
        messages = await tx.messages.after(conversation.id, seq)
    except ConversationNotFound:
        return ()
    return [
        Incoming(conversation.channel, conversation.address, one.ext_key, kind, one.words, language_hint=one.language)
        for one in messages
        if one.sender is Sender.CHILD and (one.tapped is None or one.tapped.payload == PERSON.payload)
        for kind in [Kind.WORDS if one.kind is Kind.TAP else one.kind]
    ]
