"""Accounts, sessions, invitations and the access log in SQL."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime

from sqlalchemy import ColumnElement, case, delete, func, insert, select, update
from sqlalchemy.exc import IntegrityError

from core.conversation import CounsellorId
from core.errors import ConversationNotFound, StaleWrite
from core.staff import Access, Counsellor, Invitation, Role, Session
from storage.scope import Scope
from storage.statements import AnyRow, InsertNew
from storage.tables import access_log, counsellor, invitation, session

_ADD = InsertNew(counsellor)


class SqlStaff:
    """Fulfils core.ports.Staff."""

    def __init__(self, scope: Scope) -> None:
        """Work inside *scope*."""
        self._scope, self._connection = scope, scope.connection

    async def add(self, account: Counsellor) -> None:
        """Store a new account. Raises StaleWrite when the login is taken."""
        values = self._columns(account) | {"id": account.id, "totp_last_step": account.totp_last_step}
        if not await _ADD.run(self._connection, values):
            raise StaleWrite(account.id)

    async def save(self, account: Counsellor) -> None:
        """Write an account; a spent code stays spent.

        Raises:
            ConversationNotFound: There is no such account.
            StaleWrite: The login is taken.
        """
        step = counsellor.c.totp_last_step
        newest = case((step < account.totp_last_step, account.totp_last_step), else_=step)
        query = update(counsellor).where(counsellor.c.id == account.id)
        try:
            done = await self._connection.execute(query.values(self._columns(account) | {"totp_last_step": newest}))
        except IntegrityError:
            raise StaleWrite(account.id) from None
        if done.rowcount != 1:
            raise ConversationNotFound(account.id)

    async def find(self, login: str) -> Counsellor | None:
        """Return the account with this login, or None."""
        return await self._account(counsellor.c.login == login)

    async def load(self, counsellor_id: CounsellorId) -> Counsellor | None:
        """Return an account, or None."""
        return await self._account(counsellor.c.id == counsellor_id)

    async def count(self) -> int:
        """Return how many accounts there are."""
        return int((await self._connection.execute(select(func.count()).select_from(counsellor))).scalar_one())

    async def use_totp_step(self, counsellor_id: CounsellorId, step: int) -> bool:
        """Spend a 30-second step; False when this or a newer one was spent already."""
        query = update(counsellor).where(counsellor.c.id == counsellor_id, counsellor.c.totp_last_step < step)
        return (await self._connection.execute(query.values(totp_last_step=step))).rowcount == 1

    async def open_session(self, opened: Session) -> None:
        """Store a session."""
        values = {
            "token_hash": opened.token_hash,
            "counsellor": opened.counsellor,
            "created_at": opened.created_at,
            "seen_at": opened.seen_at,
        }
        await self._connection.execute(insert(session).values(values))

    async def find_session(self, token_hash: str) -> Session | None:
        """Return a session, or None."""
        row = (await self._connection.execute(select(session).where(session.c.token_hash == token_hash))).first()
        if row is None:
            return None
        return Session(row.token_hash, CounsellorId(row.counsellor), row.created_at, row.seen_at)

    async def touch_session(self, token_hash: str, now: datetime) -> None:
        """Note a request."""
        query = update(session).where(session.c.token_hash == token_hash, session.c.seen_at < now)
        await self._connection.execute(query.values(seen_at=now))

    async def close_session(self, token_hash: str) -> None:
        """End a session."""
        await self._connection.execute(delete(session).where(session.c.token_hash == token_hash))

    async def invite(self, invited: Invitation) -> None:
        """Store a one-time link."""
        values = {"token_hash": invited.token_hash, "role": invited.role.value, "expires_at": invited.expires_at}
        await self._connection.execute(insert(invitation).values(values))

    async def find_invitation(self, token_hash: str, now: datetime) -> Invitation | None:
        """Return an unspent invitation that has not expired."""
        return _invitation((await self._connection.execute(select(invitation).where(*_good(token_hash, now)))).first())

    async def spend_invitation(self, token_hash: str, now: datetime) -> Invitation | None:
        """Use a one-time link up and return it; None when unknown, spent or expired."""
        query = update(invitation).where(*_good(token_hash, now)).values(spent_at=now).returning(invitation)
        return _invitation((await self._connection.execute(query)).first())

    async def log(self, access: Access) -> None:
        """Append to the access log."""
        values = {
            "actor": access.actor,
            "action": access.action,
            "target": access.target,
            "at": access.at,
            "detail": access.detail,
        }
        await self._connection.execute(insert(access_log).values(values))

    async def accesses(self, target: str, limit: int = 200) -> Sequence[Access]:
        """Return the newest accesses to *target*, newest first."""
        query = select(access_log).where(access_log.c.target == target).order_by(access_log.c.id.desc()).limit(limit)
        rows = await self._connection.execute(query)
        return [Access(row.actor, row.action, row.target, row.at, row.detail) for row in rows]

    async def _account(self, where: ColumnElement[bool]) -> Counsellor | None:
        """Return the one account that *where* finds, or None."""
        row = (await self._connection.execute(select(counsellor).where(where))).first()
        if row is None:
            return None
        return Counsellor(
            id=CounsellorId(row.id),
            login=row.login,
            first_name=row.first_name,
            role=Role(row.role),
            password_hash=row.password_hash,
            totp_secret=self._scope.keyring.unseal_staff(row.totp_secret_sealed, row.id),
            totp_last_step=row.totp_last_step,
            language=row.language,
            active=row.active,
        )

    def _columns(self, account: Counsellor) -> dict[str, object]:
        """Return the columns of an account that may change."""
        return {
            "login": account.login,
            "first_name": account.first_name,
            "role": account.role.value,
            "password_hash": account.password_hash,
            "totp_secret_sealed": self._scope.keyring.seal_staff(account.totp_secret, account.id),
            "language": account.language,
            "active": account.active,
        }


def _good(token_hash: str, now: datetime) -> tuple[ColumnElement[bool], ...]:
    """Return the conditions for an invitation that may be used now."""
    return invitation.c.token_hash == token_hash, invitation.c.spent_at.is_(None), invitation.c.expires_at > now


def _invitation(row: AnyRow | None) -> Invitation | None:
    """Return the invitation that stands in a row, if there is one."""
    return None if row is None else Invitation(row.token_hash, Role(row.role), row.expires_at)
