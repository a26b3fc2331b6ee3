"""Messages in SQL, sealed."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import Executable, bindparam, select, update

from core.conversation import ConversationId
from core.errors import ConversationNotFound, StaleWrite
from core.message import Delivery, Draft, Message
from storage.scope import Held, Scope
from storage.serial import Envelope, dump_draft, load_message
from storage.statements import AnyRow, InsertNew
from storage.tables import conversation, message

_ADD = InsertNew(message)
_NUMBER = update(conversation).where(conversation.c.id == bindparam("wanted"))
_ALL = select(message).where(message.c.conversation == bindparam("wanted"))
_BY_EXT_KEY = _ALL.where(message.c.ext_key_hash == bindparam("wanted_key"))
_BY_SEQ = _ALL.where(message.c.seq == bindparam("wanted_seq"))
_AFTER = _ALL.where(message.c.seq > bindparam("last")).order_by(message.c.seq).limit(bindparam("most"))
_RECENT = _ALL.order_by(message.c.seq.desc()).limit(bindparam("most"))
_MARK = update(message).where(message.c.conversation == bindparam("wanted"), message.c.seq == bindparam("wanted_seq"))


class SqlMessages:
    """Fulfils core.ports.Messages."""

    def __init__(self, scope: Scope) -> None:
        """Work inside *scope*."""
        self._scope = scope

    async def find(self, conversation_id: ConversationId, ext_key: str) -> Message | None:
        """Return the message stored under the channel's own id, or None."""
        found = await self._read(conversation_id, _BY_EXT_KEY, wanted_key=self._hash(conversation_id, ext_key))
        return found[0] if found else None

    async def add(self, conversation_id: ConversationId, draft: Draft, now: datetime) -> Message:
        """Seal and store with the next number; a known ext_key returns the stored message."""
        held = await self._scope.hold(conversation_id)
        envelope = Envelope(conversation_id, held.last_seq + 1, now, draft.delivery)
        body = dump_draft(draft)
        values = {
            "conversation": conversation_id,
            "seq": envelope.seq,
            "ext_key_hash": self._hash(conversation_id, draft.ext_key),
            "at": now,
            "delivery": draft.delivery.value,
            "body_sealed": held.seal(body, envelope.seq, "body"),
        }
        if not await _ADD.run(self._scope.connection, values):
            return await self._known(conversation_id, draft.ext_key)
        await self._scope.connection.execute(_NUMBER, {"wanted": conversation_id, "last_seq": envelope.seq})
        held.last_seq = envelope.seq
        return load_message(body, envelope)

    async def after(self, conversation_id: ConversationId, seq: int, limit: int = 200) -> Sequence[Message]:
        """Return messages numbered above *seq*, smallest first."""
        return await self._read(conversation_id, _AFTER, last=seq, most=limit)

    async def recent(self, conversation_id: ConversationId, limit: int) -> Sequence[Message]:
        """Return the newest *limit* messages, smallest number first."""
        return (await self._read(conversation_id, _RECENT, most=limit))[::-1]

    async def load(self, conversation_id: ConversationId, seq: int) -> Message:
        """Return one message. Raises ConversationNotFound."""
        found = await self._read(conversation_id, _BY_SEQ, wanted_seq=seq)
        if not found:
            raise ConversationNotFound(conversation_id)
        return found[0]

    async def mark(self, conversation_id: ConversationId, seq: int, delivery: Delivery, remote_id: str | None) -> None:
        """Note how far a message has come; a remote_id of None leaves the stored one."""
        values: dict[str, object] = {"wanted": conversation_id, "wanted_seq": seq, "delivery": delivery.value}
        if remote_id is not None:
            held = await self._scope.hold(conversation_id)
            values["remote_id_sealed"] = held.seal(remote_id.encode(), seq, "remote_id")
        await self._scope.connection.execute(_MARK, values)

    def _hash(self, conversation_id: ConversationId, ext_key: str) -> bytes:
        """Return what stands in the table for a channel's id of a message."""
        # Telegram's own id of a message contains the chat's id, which is the child's address.
        return self._scope.keyring.hash("ext_key", conversation_id, ext_key)

    async def _known(self, conversation_id: ConversationId, ext_key: str) -> Message:
        """Return the message that took the key first."""
        known = await self.find(conversation_id, ext_key)
        if known is None:
            # The number was taken, not the key: somebody wrote past the lock.
            raise StaleWrite(conversation_id)
        return known

    async def _read(self, conversation_id: ConversationId, query: Executable, **wanted: object) -> list[Message]:
        """Run a query for messages of one conversation and open what it finds."""
        held = await self._scope.hold(conversation_id)
        rows = await self._scope.connection.execute(query, {"wanted": conversation_id, **wanted})
        return [_message(held, row) for row in rows]


def _message(held: Held, row: AnyRow) -> Message:
    """Return the message that stands in a row."""
    remote_id = row.remote_id_sealed and held.unseal(row.remote_id_sealed, row.seq, "remote_id").decode()
    envelope = Envelope(held.id, row.seq, row.at, Delivery(row.delivery), remote_id)
    return load_message(held.unseal(row.body_sealed, row.seq, "body"), envelope)
