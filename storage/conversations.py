"""Conversations in SQL."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, update

from core.conversation import Conversation, ConversationId, CounsellorId, HandoffReason, HandoffState
from core.errors import ConversationNotFound, StaleWrite
from core.risk import RiskLevel
from storage.scope import WITH_KEY, Held, Scope
from storage.serial import dump_about, load_about
from storage.statements import AnyRow, InsertNew
from storage.tables import conversation, conversation_key, message, outbox, timer

QUEUE_LIMIT = 500
"""Most conversations that `queue` returns. Source: core.ports.Conversations."""

_START = InsertNew(conversation)
_ADD_KEY = insert(conversation_key)
_SAVE = update(conversation).where(
    conversation.c.id == bindparam("wanted"), conversation.c.version == bindparam("version_read")
)
_IN_QUEUE = WITH_KEY.where(
    conversation.c.state.in_([HandoffState.WAITING.value, HandoffState.WITH_COUNSELLOR.value])
).limit(QUEUE_LIMIT)
# The key first: whatever happens afterwards, nothing can be read again.
_FORGET = [
    *(delete(table).where(table.c.conversation == bindparam("wanted")) for table in
      (conversation_key, message, outbox, timer)),
    delete(conversation).where(conversation.c.id == bindparam("wanted")),
]  # fmt: skip


class AddressTaken(StaleWrite):
    """Somebody else started a conversation at this address a moment ago; the job must look again."""


class SqlConversations:
    """Fulfils core.ports.Conversations."""

    def __init__(self, scope: Scope) -> None:
        """Work inside *scope*."""
        self._scope = scope

    async def find(self, channel: str, address: str) -> Conversation | None:
        """Return the conversation at this address, or None."""
        found = await self._scope.find_at(channel, address)
        return None if found is None else _conversation(*found)

    async def load(self, conversation_id: ConversationId) -> Conversation:
        """Return a conversation. Raises ConversationNotFound."""
        return _conversation(*await self._scope.find(conversation_id))

    async def start(self, channel: str, address: str, now: datetime) -> Conversation:
        """Make a conversation. Raises AddressTaken when there is one at this address."""
        fresh = Conversation(ConversationId(secrets.token_hex(16)), channel, address, created_at=now)
        key, wrapped = self._scope.keyring.make_key(fresh.id)
        held = Held(fresh.id, key, fresh.last_seq)
        values = _columns(fresh, held) | {
            "id": fresh.id,
            "channel": channel,
            "address_hash": self._scope.address_hash(channel, address),
            "created_at": now,
            "last_seq": fresh.last_seq,
        }
        if not await _START.run(self._scope.connection, values):
            raise AddressTaken(channel)
        await self._scope.connection.execute(_ADD_KEY, {"conversation": fresh.id, "wrapped": wrapped})
        self._scope.held[fresh.id] = held
        return fresh

    async def save(self, changed: Conversation) -> Conversation:
        """Write every field but last_seq, if nobody wrote in between."""
        held = await self._scope.hold(changed.id)
        saved = replace(changed, version=changed.version + 1, last_seq=held.last_seq)
        where = {"wanted": changed.id, "version_read": changed.version}
        if (await self._scope.connection.execute(_SAVE, _columns(saved, held) | where)).rowcount != 1:
            raise StaleWrite(changed.id)
        return saved

    async def forget(self, conversation_id: ConversationId) -> None:
        """Destroy the key and every row but the access log's."""
        try:
            # The lock keeps a message from arriving between two of the deletes.
            await self._scope.hold(conversation_id)
        except ConversationNotFound:
            return
        for statement in _FORGET:
            await self._scope.connection.execute(statement, {"wanted": conversation_id})
        del self._scope.held[conversation_id]
        self._scope.forgot = True

    async def queue(self) -> Sequence[Conversation]:
        """Return all that wait or are with a counsellor."""
        rows = (await self._scope.connection.execute(_IN_QUEUE)).all()
        # Not locked, so not held: a list must not stop anybody's writing.
        return [_conversation(row, self._scope.open(row)) for row in rows]


def _columns(wanted: Conversation, held: Held) -> dict[str, object]:
    """Return the columns that may change after the start."""
    return {
        "state": wanted.state.value,
        "level": int(wanted.level),
        "language": wanted.language,
        "language_chosen": wanted.language_chosen,
        "counsellor": wanted.counsellor,
        "lease_until": wanted.lease_until,
        "waiting_since": wanted.waiting_since,
        "reason": wanted.reason and wanted.reason.value,
        "version": wanted.version,
        "about_sealed": held.seal(dump_about(wanted), 0, "about"),
    }


def _conversation(row: AnyRow, held: Held) -> Conversation:
    """Return the conversation that stands in a row."""
    about = load_about(held.unseal(row.about_sealed, 0, "about"))
    return Conversation(
        id=held.id,
        channel=row.channel,
        address=about.address,
        created_at=row.created_at,
        state=HandoffState(row.state),
        level=RiskLevel(row.level),
        categories=about.categories,
        language=row.language,
        language_chosen=row.language_chosen,
        country=about.country,
        passport=about.passport,
        assistant_state=about.assistant_state,
        counsellor=row.counsellor and CounsellorId(row.counsellor),
        lease_until=row.lease_until,
        waiting_since=row.waiting_since,
        reason=row.reason and HandoffReason(row.reason),
        last_seq=row.last_seq,
        version=row.version,
    )
