"""One transaction: the repositories over one connection."""

from __future__ import annotations

from sqlalchemy import update

from core.ports import Transaction
from storage.conversations import SqlConversations
from storage.messages import SqlMessages
from storage.outbox import SqlOutbox
from storage.scope import Scope
from storage.staff import SqlStaff
from storage.tables import installation
from storage.timers import SqlTimers

_TOUCH = update(installation).values(key_check=installation.c.key_check)


class SqlTransaction:
    """Fulfils core.ports.Transaction."""

    def __init__(self, scope: Scope) -> None:
        """Work inside *scope*."""
        self._connection = scope.connection
        self.conversations = SqlConversations(scope)
        self.messages = SqlMessages(scope)
        self.outbox = SqlOutbox(scope)
        self.timers = SqlTimers(scope)
        self.staff = SqlStaff(scope)

    async def touch(self) -> None:
        """Write a row as it stands, which fails where nothing can be written."""
        await self._connection.execute(_TOUCH)


async def touch(tx: Transaction) -> None:
    """Do `SqlTransaction.touch` as a job."""
    if isinstance(tx, SqlTransaction):
        await tx.touch()
