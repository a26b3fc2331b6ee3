"""Timers in SQL: a row with an absolute time, never a sleeping task."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import bindparam, delete, insert, select, update

from core.conversation import ConversationId
from core.work import Timer, TimerKind
from storage.scope import Scope
from storage.tables import timer

_ADD = insert(timer)
_CANCEL = delete(timer).where(
    timer.c.conversation == bindparam("wanted"),
    timer.c.kind.in_(bindparam("kinds", expanding=True)),
    timer.c.fired_at.is_(None),
)
_DUE = (
    select(timer)
    .where(timer.c.fired_at.is_(None), timer.c.due_at <= bindparam("now"))
    .order_by(timer.c.due_at, timer.c.id)
    .limit(bindparam("most"))
)
_FIRE = update(timer).where(timer.c.id == bindparam("wanted"), timer.c.fired_at.is_(None))


class SqlTimers:
    """Fulfils core.ports.Timers."""

    def __init__(self, scope: Scope) -> None:
        """Work inside *scope*."""
        self._scope = scope

    async def set(self, conversation_id: ConversationId, kind: TimerKind, due_at: datetime, step: int = 1) -> None:
        """Start a timer; one of the same kind that has not fired is replaced, under a new id."""
        await self._scope.hold(conversation_id)
        await self.cancel(conversation_id, [kind])
        values = {"conversation": conversation_id, "kind": kind.value, "due_at": due_at, "step": step}
        await self._scope.connection.execute(_ADD, values)

    async def cancel(self, conversation_id: ConversationId, kinds: Sequence[TimerKind]) -> None:
        """Stop timers that have not fired."""
        wanted = {"wanted": conversation_id, "kinds": [kind.value for kind in kinds]}
        await self._scope.connection.execute(_CANCEL, wanted)

    async def due(self, now: datetime, limit: int = 50) -> Sequence[Timer]:
        """Return timers due at *now* that have not fired, earliest first."""
        rows = await self._scope.connection.execute(_DUE, {"now": now, "most": limit})
        return [
            Timer(row.id, ConversationId(row.conversation), TimerKind(row.kind), row.due_at, row.step) for row in rows
        ]

    async def fire(self, due: Timer, now: datetime) -> bool:
        """Mark fired; False when somebody else did, or it was cancelled or replaced since it was read."""
        return (await self._scope.connection.execute(_FIRE, {"wanted": due.id, "fired_at": now})).rowcount == 1
