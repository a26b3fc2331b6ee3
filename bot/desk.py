"""What the console may ask of the helpline on behalf of a counsellor. Every reading of a conversation is on record."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass

from bot.parts import Parts
from bot.turn import Turn, publish
from core.conversation import Conversation, ConversationId, HandoffState
from core.errors import ConversationNotFound, MoveNotAllowed
from core.message import Draft, Message, Say, Sender
from core.ports import Hint, Transaction
from core.staff import Access, Counsellor, Role
from core.text import ChildText
from core.work import TimerKind, WorkKind
from handoff import moves
from handoff.queue import in_order

CLOSING_REASONS = ("helped", "referred", "child_left", "test", "abuse_of_service", "other")


@dataclass(frozen=True)
class QueueRow:
    """One conversation in the queue.

    Attributes:
        conversation: As stored.
        wait_s: Seconds since it entered the queue.
        ahead: How many are taken before it; 0 for those a counsellor has.
        holder: First name of the counsellor who has it, or None.
    """

    conversation: Conversation
    wait_s: int
    ahead: int
    holder: str | None = None


@dataclass(frozen=True)
class CaseView:
    """A conversation as a counsellor sees it."""

    conversation: Conversation
    messages: Sequence[Message]
    accesses: Sequence[Access]


class Desk:
    """The counsellor's side."""

    def __init__(self, parts: Parts) -> None:
        """Take the parts a turn is made with."""
        self._parts = parts

    async def queue(self) -> Sequence[QueueRow]:
        """Return the waiting ones in order, then those that counsellors have."""

        async def job(tx: Transaction) -> Sequence[QueueRow]:
            known = await tx.conversations.queue()
            taken = [one for one in known if one.state is HandoffState.WITH_COUNSELLOR]
            names = {one.counsellor: await tx.staff.load(one.counsellor) for one in taken if one.counsellor}
            rows = [QueueRow(one, self._wait_s(one), place) for place, one in enumerate(in_order(known))]
            for one in taken:
                holder = names.get(one.counsellor) if one.counsellor else None
                rows.append(QueueRow(one, self._wait_s(one), 0, holder.first_name if holder else None))
            return rows

        return await self._parts.db.read(job)

    async def open(self, actor: Counsellor, conversation: ConversationId) -> CaseView:
        """Return a conversation and note who read it; without the note there is no reading.

        Raises:
            ConversationNotFound: Missing, or still with the robot, or held by a colleague (supervisors may look).
        """

        async def job(tx: Transaction) -> CaseView:
            found = await self._access(tx, actor, conversation)
            await self._log(tx, actor, "conversation.read", conversation)
            messages = await tx.messages.recent(conversation, 1000)
            return CaseView(found, messages, await tx.staff.accesses(conversation))

        return await self._parts.db.write(job)

    async def read(self, actor: Counsellor, conversation: ConversationId, after_seq: int) -> Sequence[Message]:
        """Return newer messages of a conversation that was opened. Raises ConversationNotFound."""

        async def job(tx: Transaction) -> Sequence[Message]:
            await self._access(tx, actor, conversation)
            return await tx.messages.after(conversation, after_seq)

        return await self._parts.db.read(job)

    async def state(self, actor: Counsellor, conversation: ConversationId) -> Conversation:
        """Return a conversation as it stands. Raises ConversationNotFound."""
        return await self._parts.db.read(lambda tx: self._access(tx, actor, conversation))

    async def claim(self, actor: Counsellor, conversation: ConversationId) -> Conversation:
        """Take a waiting conversation: from here on the robot is silent. Raises MoveNotAllowed when it is taken."""

        async def work(turn: Turn) -> None:
            turn.conversation = moves.claim(turn.conversation, actor.id, turn.now)
            await turn.tx.outbox.drop(turn.conversation.id, WorkKind.ANSWER)
            await turn.tx.timers.cancel(turn.conversation.id, list(TimerKind))
            await turn.tx.timers.set(turn.conversation.id, TimerKind.LEASE, turn.now + moves.LEASE)
            await turn.say(Say("note_joined", {"name": actor.first_name}), sender=Sender.NOTE)

        return await self._change(actor, conversation, "claim", work)

    async def renew(self, actor: Counsellor, conversation: ConversationId) -> Conversation:
        """Keep a claim alive. Raises MoveNotAllowed when it was lost."""

        async def job(tx: Transaction) -> Conversation:
            found = await tx.conversations.load(conversation)
            return await tx.conversations.save(moves.renew(found, actor.id, self._parts.clock.now()))

        return await self._parts.db.write(job)

    async def send(self, actor: Counsellor, conversation: ConversationId, words: ChildText, ext_key: str) -> Message:
        """Write to the child. A repeated *ext_key* changes nothing. Raises MoveNotAllowed unless *actor* has it."""
        sent: list[Message] = []

        async def work(turn: Turn) -> None:
            turn.conversation = moves.renew(turn.conversation, actor.id, turn.now)
            draft = Draft(
                sender=Sender.PERSON, words=words, ext_key=f"staff:{ext_key}", language=turn.language,
                author=actor.first_name, play=turn.conversation.passport.read_aloud,
            )  # fmt: skip
            sent[:] = [await turn.add(draft)]

        await self._change(actor, conversation, "send", work)
        return sent[0]

    async def release(self, actor: Counsellor, conversation: ConversationId) -> Conversation:
        """Give a conversation back to the head of the queue."""

        async def work(turn: Turn) -> None:
            turn.conversation = moves.release(turn.conversation, actor.id)
            await turn.tx.timers.cancel(turn.conversation.id, [TimerKind.LEASE])
            await turn.say(Say("note_left"), sender=Sender.NOTE)
            await turn.start_wait(1)

        return await self._change(actor, conversation, "release", work)

    async def close(self, actor: Counsellor, conversation: ConversationId, reason: str) -> Conversation:
        """End a conversation for one of CLOSING_REASONS."""
        if reason not in CLOSING_REASONS:
            raise MoveNotAllowed("unknown_reason")

        async def work(turn: Turn) -> None:
            turn.conversation = moves.close(turn.conversation, actor.id)
            await turn.tx.timers.cancel(turn.conversation.id, list(TimerKind))
            await turn.say(Say("note_closed"), sender=Sender.NOTE)

        return await self._change(actor, conversation, "close", work, reason)

    def _wait_s(self, conversation: Conversation) -> int:
        """Return whole seconds of waiting."""
        since = conversation.waiting_since or conversation.created_at
        return max(0, int((self._parts.clock.now() - since).total_seconds()))

    async def _access(self, tx: Transaction, actor: Counsellor, conversation: ConversationId) -> Conversation:
        """Return a conversation this person may read. Raises ConversationNotFound for all others alike."""
        found = await tx.conversations.load(conversation)
        mine = found.counsellor == actor.id and found.state is not HandoffState.WITH_BOT
        if found.state is HandoffState.WAITING or mine:
            return found
        if actor.role is Role.SUPERVISOR and found.state is not HandoffState.WITH_BOT:
            return found
        raise ConversationNotFound(conversation)

    async def _log(
        self, tx: Transaction, actor: Counsellor, action: str, conversation: ConversationId, detail: str = ""
    ) -> None:
        """Append to the access log."""
        await tx.staff.log(Access(actor.id, action, conversation, self._parts.clock.now(), detail))

    async def _change(
        self,
        actor: Counsellor,
        conversation: ConversationId,
        action: str,
        work: Callable[[Turn], Awaitable[None]],
        detail: str = "",
    ) -> Conversation:
        """Run a move in one transaction with its access row, then tell listeners."""
        hints: list[Hint] = []

        async def job(tx: Transaction) -> Conversation:
            hints.clear()
            now = self._parts.clock.now()
            turn = Turn(self._parts, tx, await tx.conversations.load(conversation), f"{action}:{now.timestamp()}")
            await work(turn)
            await self._log(tx, actor, f"conversation.{action}", conversation, detail)
            saved = await turn.save()
            hints.extend(turn.hints)
            return saved

        saved = await self._parts.db.write(job)
        await publish(self._parts, hints)
        return saved
