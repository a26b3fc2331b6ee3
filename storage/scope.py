"""What the repositories of one transaction share: the connection, the keyring, and the conversations held so far."""

from __future__ import annotations

from dataclasses import dataclass, field

from sqlalchemy import bindparam, select

from core.conversation import ConversationId
from core.errors import ConversationNotFound
from storage.sealing import Keyring, seal, unseal
from storage.statements import AnyRow, Statements
from storage.tables import conversation, conversation_key

WITH_KEY = select(conversation, conversation_key.c.wrapped).join(conversation_key)
"""A conversation's row with its wrapped key."""
_BY_ID = WITH_KEY.where(conversation.c.id == bindparam("wanted"))
_BY_ADDRESS = WITH_KEY.where(
    conversation.c.channel == bindparam("at_channel"), conversation.c.address_hash == bindparam("at_address")
)
# Keyed by whether the transaction writes. SQLite's writer holds the whole file and ignores the lock of a row.
_FIND_BY_ID = {False: _BY_ID, True: _BY_ID.with_for_update(of=conversation)}
_FIND_BY_ADDRESS = {False: _BY_ADDRESS, True: _BY_ADDRESS.with_for_update(of=conversation)}


@dataclass(slots=True)
class Held:
    """A conversation that this transaction has read, and in a write transaction locked.

    Attributes:
        id: Whose.
        key: Its bare key.
        last_seq: Number of its newest message, this transaction's own included.
    """

    id: ConversationId
    key: bytes
    last_seq: int

    def seal(self, plain: bytes, seq: int, column: str) -> bytes:
        """Seal for one place in this conversation."""
        return seal(self.key, plain, self.id, seq, column)

    def unseal(self, sealed: bytes, seq: int, column: str) -> bytes:
        """Open what stands in one place in this conversation. Raises SealBroken."""
        return unseal(self.key, sealed, self.id, seq, column)


@dataclass(slots=True)
class Scope:
    """One run of a job.

    Attributes:
        connection: Runs statements in the transaction.
        keyring: Opens and seals.
        writing: Conversations that are found are locked until the end.
        held: Conversations found so far; what stands here stays true, because a write transaction locks them.
        forgot: A key was destroyed, so its traces in the files must go too.
    """

    connection: Statements
    keyring: Keyring
    writing: bool
    held: dict[ConversationId, Held] = field(default_factory=dict)
    forgot: bool = False

    async def hold(self, conversation_id: ConversationId) -> Held:
        """Return (and lock) a conversation's key and newest number. Raises ConversationNotFound."""
        known = self.held.get(conversation_id)
        return known if known is not None else (await self.find(conversation_id))[1]

    async def find(self, conversation_id: ConversationId) -> tuple[AnyRow, Held]:
        """Return (and lock) a conversation's row. Raises ConversationNotFound."""
        found = (await self.connection.execute(_FIND_BY_ID[self.writing], {"wanted": conversation_id})).first()
        if found is None:
            raise ConversationNotFound(conversation_id)
        return found, self._note(found)

    async def find_at(self, channel: str, address: str) -> tuple[AnyRow, Held] | None:
        """Return (and lock) the row of the conversation at an address, or None."""
        at = {"at_channel": channel, "at_address": self.address_hash(channel, address)}
        found = (await self.connection.execute(_FIND_BY_ADDRESS[self.writing], at)).first()
        return None if found is None else (found, self._note(found))

    def address_hash(self, channel: str, address: str) -> bytes:
        """Return what stands in the table for an address."""
        return self.keyring.hash("address", channel, address)

    def open(self, row: AnyRow) -> Held:
        """Unwrap the key in a row of WITH_KEY, without holding it. Raises SealBroken."""
        return Held(ConversationId(row.id), self.keyring.unwrap(row.id, row.wrapped), row.last_seq)

    def _note(self, row: AnyRow) -> Held:
        """Remember a row's conversation as held."""
        held = self.held[ConversationId(row.id)] = self.open(row)
        return held
