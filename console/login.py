"""Signing in and out: name, password, and a code that works once."""

from __future__ import annotations

from dataclasses import replace

from aiohttp import web

from console.guard import LOGIN, VISIT
from console.pages import THEME_COOKIE, THEMES, go
from console.passwords import BUSY_WAIT_S, LONGEST_CHARS
from console.room import Room
from console.sessions import Visit
from console.throttle import Throttle
from console.tokens import hash_token
from console.totp import find_step
from core.ports import Transaction
from core.staff import Access, Counsellor

_THEME_AGE_S = 365 * 24 * 3600


class LoginDesk:
    """Handlers of sign-in and sign-out."""

    def __init__(self, room: Room) -> None:
        """Serve from *room*."""
        self._room, self._throttle = room, Throttle()

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show the form."""
        return self._form(request)

    async def sign_in(self, request: web.Request) -> web.StreamResponse:
        """Open a session, or say one and the same thing about everything that does not fit."""
        form, now = await request.post(), self._room.options.clock.now()
        login = str(form.get("login", "")).strip().lower()
        key = hash_token(login)
        wait_s = BUSY_WAIT_S if self._room.options.passwords.is_busy else self._throttle.wait_s(key, now)
        if wait_s:
            response = self._form(request, "sign_in_slow", login, wait_s)
            response.headers["Retry-After"] = str(wait_s)
            return response
        self._throttle.fail(key, now)
        password, code = str(form.get("password", "")), str(form.get("code", "")).replace(" ", "")
        token = await self._open(login, password[: LONGEST_CHARS + 1], code)
        if token is None:
            return self._form(request, "sign_in_failed", login)
        self._throttle.forgive(key)
        if request[VISIT].account is not None:
            await self._room.sessions.end(request[VISIT])
        response = go("/console")
        self._room.sessions.remember(response, token)
        return response

    async def sign_out(self, request: web.Request) -> web.StreamResponse:
        """End the session and every open page of it."""
        visit = request[VISIT]
        await self._room.sessions.end(visit)
        self._room.lines.end(visit.token)
        response = go(f"{LOGIN}?said=signed_out")
        self._room.sessions.forget(response)
        response.headers["Clear-Site-Data"] = '"cache", "storage"'
        return response

    async def theme(self, request: web.Request) -> web.StreamResponse:
        """Remember the colours of this browser and go back."""
        form = await request.post()
        theme, here = str(form.get("theme", "")), str(form.get("here", ""))
        inside = here == "/console" or here.startswith("/console/")
        response = go(here if inside and here.isprintable() else "/console")
        if theme in THEMES:
            secure = self._room.options.https
            response.set_cookie(
                THEME_COOKIE, theme, max_age=_THEME_AGE_S, path="/console", httponly=True, samesite="Strict",
                secure=secure,
            )  # fmt: skip
        return response

    def _form(self, request: web.Request, error: str = "", login: str = "", wait_s: int = 0) -> web.Response:
        """Return the form."""
        status = {"": 200, "sign_in_failed": 403, "sign_in_slow": 429}[error]
        visit = Visit(request[VISIT].token)
        return self._room.pages.page(
            request, visit, "login.html", status=status, error=error, login=login[:40], seconds=wait_s
        )

    async def _open(self, login: str, password: str, code: str) -> str | None:
        """Return a new session's token when everything fits. Unknown accounts cost the same work."""
        account = await self._room.db.read(lambda tx: tx.staff.find(login))
        fits = await self._room.options.passwords.check(password, account.password_hash if account else None)
        step = find_step(account.totp_secret if account else "A" * 32, code, self._room.options.clock.now())
        if account is None or not account.active or not fits or step is None:
            await self._room.db.write(lambda tx: tx.staff.log(self._failure(account)))
            return None
        return await self._room.db.write(lambda tx: self._spend(tx, account, step))

    async def _spend(self, tx: Transaction, account: Counsellor, step: int) -> str | None:
        """Use the code up and open the session; None when the code was used before."""
        if not await tx.staff.use_totp_step(account.id, step):
            await tx.staff.log(self._failure(account))
            return None
        return await self._room.sessions.open(tx, replace(account, totp_last_step=step))

    def _failure(self, account: Counsellor | None) -> Access:
        """Return the line of the access log about a sign-in that failed."""
        return Access("system", "login.failed", account.id if account else "", self._room.options.clock.now())
