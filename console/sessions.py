"""Who is asking: signed-in browsers, their cookies and their ends."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime, timedelta

from aiohttp import web

from console.options import ConsoleOptions
from console.tokens import derive, hash_token, new_token
from core.ports import Database, Transaction
from core.staff import Access, Counsellor, Session

IDLE = timedelta(minutes=15)
LONGEST = timedelta(hours=12)
_TOUCH_AFTER = timedelta(seconds=30)
"""A request within half a minute of the last one is not written down again."""


@dataclass(frozen=True)
class Visit:
    """One request's browser and, when it is signed in, its person.

    Attributes:
        token: The browser's random token: the session's, or before sign-in a throw-away one.
        account: Who is signed in, or None.
    """

    token: str
    account: Counsellor | None = None

    @property
    def csrf(self) -> str:
        """Return the token that every form of this browser carries."""
        return derive(self.token, "csrf").hex()

    @property
    def me(self) -> Counsellor:
        """Return who is signed in; behind the guard there is somebody. Raises PermissionError otherwise."""
        if self.account is None:
            raise PermissionError("nobody")
        return self.account


class Sessions:
    """Opens, finds and ends sessions."""

    def __init__(self, db: Database, options: ConsoleOptions) -> None:
        """Keep sessions in *db*."""
        self._db, self._options = db, options
        prefix = "__Host-" if options.https else ""
        self.cookie, self._form_cookie = f"{prefix}sanad_console", f"{prefix}sanad_form"

    async def find(self, request: web.Request, *, touch: bool) -> Visit:
        """Return the visit of a request; *touch* notes it as a sign of life of the person."""
        token = request.cookies.get(self.cookie, "")
        account = await self.check(token, touch=touch) if token else None
        if account is not None:
            return Visit(token, account)
        return Visit(request.cookies.get(self._form_cookie) or new_token())

    async def check(self, token: str, *, touch: bool = False) -> Counsellor | None:
        """Return the person of a living session, or None when it ended or the account is locked."""
        now, token_hash = self._options.clock.now(), hash_token(token)

        async def look(tx: Transaction) -> tuple[Session, Counsellor] | None:
            session = await tx.staff.find_session(token_hash)
            if session is None or not is_alive(session, now):
                return None
            account = await tx.staff.load(session.counsellor)
            return (session, account) if account is not None and account.active else None

        found = await self._db.read(look)
        if found is None:
            return None
        if touch and now - found[0].seen_at >= _TOUCH_AFTER:
            await self._db.write(lambda tx: tx.staff.touch_session(token_hash, now))
        return found[1]

    async def open(self, tx: Transaction, account: Counsellor) -> str:
        """Start a session inside a transaction, note it, and return its token."""
        token, now = new_token(), self._options.clock.now()
        await tx.staff.open_session(Session(hash_token(token), account.id, now, now))
        await tx.staff.log(Access(account.id, "login", "", now))
        return token

    async def end(self, visit: Visit) -> None:
        """End the session of a visit and note it."""
        now = self._options.clock.now()

        async def job(tx: Transaction) -> None:
            await tx.staff.close_session(hash_token(visit.token))
            if visit.account is not None:
                await tx.staff.log(Access(visit.account.id, "logout", "", now))

        await self._db.write(job)

    def remember(self, response: web.StreamResponse, token: str) -> None:
        """Give a signed-in browser its cookie and take the throw-away one away."""
        self._set(response, self.cookie, token)
        self._drop(response, self._form_cookie)

    def remember_form(self, response: web.StreamResponse, visit: Visit) -> None:
        """Give a browser that is not signed in what its forms are checked against."""
        self._set(response, self._form_cookie, visit.token)

    def forget(self, response: web.StreamResponse) -> None:
        """Take the session's cookie away."""
        self._drop(response, self.cookie)

    def _set(self, response: web.StreamResponse, name: str, value: str) -> None:
        """Set a cookie that scripts cannot read and other sites cannot send."""
        response.set_cookie(name, value, path="/", httponly=True, samesite="Strict", secure=self._options.https)

    def _drop(self, response: web.StreamResponse, name: str) -> None:
        """Delete a cookie."""
        response.del_cookie(name, path="/", httponly=True, samesite="Strict", secure=self._options.https)


def is_alive(session: Session, now: datetime) -> bool:
    """Return whether a session is younger than 12 hours and was used within 15 minutes."""
    return now - session.seen_at < IDLE and now - session.created_at < LONGEST
