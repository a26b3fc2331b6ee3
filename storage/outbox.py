"""The outbox in SQL: work that must be done after a commit, leased to one worker at a time."""

from __future__ import annotations

import secrets
from collections.abc import Sequence
from datetime import datetime, timedelta

from sqlalchemy import Executable, bindparam, func, or_, select, update

from core.conversation import ConversationId
from core.errors import LeaseLost
from core.work import Work, WorkKind
from storage.scope import Scope
from storage.statements import InsertNew
from storage.tables import UtcTime, outbox

OPEN, DONE, DEAD = "open", "done", "dead"

_ADD = InsertNew(outbox)
_NOW = bindparam("now", type_=UtcTime)
_FREE = (outbox.c.state == OPEN, or_(outbox.c.lease_until.is_(None), outbox.c.lease_until <= _NOW))
# The head of each conversation's row of work: nothing behind it is due before it is finished.
_HEADS = (
    select(func.min(outbox.c.id))
    .where(outbox.c.state == OPEN, outbox.c.kind.in_(bindparam("kinds", expanding=True)))
    .group_by(outbox.c.conversation, outbox.c.kind)
)
_DUE = (
    select(outbox.c.id)
    .where(outbox.c.id.in_(_HEADS), outbox.c.due_at <= _NOW, *_FREE)
    .order_by(outbox.c.id)
    .limit(bindparam("most"))
    .with_for_update(skip_locked=True)
)
_LEASE = (
    update(outbox)
    .where(outbox.c.id == bindparam("wanted"), *_FREE)
    .values(tries=outbox.c.tries + 1, lease_until=bindparam("until"), lease_token=bindparam("token"))
    .returning(outbox)
)
_HELD = update(outbox).where(
    outbox.c.id == bindparam("wanted"), outbox.c.state == OPEN, outbox.c.lease_token == bindparam("held_token")
)
_CLOSE = _HELD.values(state=bindparam("outcome"), lease_until=None, lease_token=None)
_POSTPONE = _HELD.values(due_at=bindparam("later"), lease_until=None, lease_token=None)
_DROP = (
    update(outbox)
    .where(
        outbox.c.conversation == bindparam("wanted"),
        outbox.c.kind == bindparam("dropped_kind"),
        outbox.c.state == OPEN,
    )
    .values(state=DONE, lease_until=None, lease_token=None)
)


class SqlOutbox:
    """Fulfils core.ports.Outbox."""

    def __init__(self, scope: Scope) -> None:
        """Work inside *scope*."""
        self._scope = scope

    async def add(
        self, conversation_id: ConversationId, kind: WorkKind, seq: int, dedupe: str, due_at: datetime
    ) -> None:
        """Add work once; a known *dedupe* key of this conversation changes nothing."""
        # The lock makes ids within a conversation come out in the order of the commits.
        await self._scope.hold(conversation_id)
        values = {
            "conversation": conversation_id,
            "kind": kind.value,
            "seq": seq,
            "dedupe_hash": self._scope.keyring.hash("dedupe", conversation_id, dedupe),
            "state": OPEN,
            "tries": 0,
            "due_at": due_at,
        }
        await _ADD.run(self._scope.connection, values)

    async def claim(self, kinds: Sequence[WorkKind], now: datetime, lease_s: float, limit: int) -> Sequence[Work]:
        """Lease due work that nobody holds, at most one piece per conversation and kind."""
        wanted = {"kinds": [kind.value for kind in kinds], "now": now, "most": limit}
        ids = (await self._scope.connection.execute(_DUE, wanted)).scalars().all()
        until = now + timedelta(seconds=lease_s)
        return [work for row_id in ids if (work := await self._lease(row_id, now, until)) is not None]

    async def finish(self, work: Work) -> None:
        """Mark done. Raises LeaseLost."""
        await self._give_back(_CLOSE, work, outcome=DONE)

    async def postpone(self, work: Work, due_at: datetime) -> None:
        """Give back for later. Raises LeaseLost."""
        await self._give_back(_POSTPONE, work, later=due_at)

    async def bury(self, work: Work) -> None:
        """Give up: dead. Raises LeaseLost."""
        await self._give_back(_CLOSE, work, outcome=DEAD)

    async def drop(self, conversation_id: ConversationId, kind: WorkKind) -> None:
        """Mark all unfinished work of one kind done; who holds it loses the lease."""
        await self._scope.connection.execute(_DROP, {"wanted": conversation_id, "dropped_kind": kind.value})

    async def _lease(self, row_id: int, now: datetime, until: datetime) -> Work | None:
        """Lease one piece, unless somebody was quicker."""
        values = {"wanted": row_id, "now": now, "until": until, "token": secrets.token_hex(8)}
        row = (await self._scope.connection.execute(_LEASE, values)).first()
        if row is None:
            return None
        return Work(row.id, ConversationId(row.conversation), WorkKind(row.kind), row.seq, row.tries, row.lease_token)

    async def _give_back(self, statement: Executable, work: Work, **values: object) -> None:
        """Run *statement* on a piece that *work* still holds. Raises LeaseLost."""
        held = {"wanted": work.id, "held_token": work.lease_token, **values}
        if (await self._scope.connection.execute(statement, held)).rowcount != 1:
            raise LeaseLost(str(work.id))
