"""A console under test and the people in front of it."""

from __future__ import annotations

import asyncio
import re
from collections.abc import Awaitable, Callable
from dataclasses import dataclass, field
from datetime import datetime, timedelta

import pyotp
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, FormData
from aiohttp.test_utils import TestServer

from console.app import Console
from console.tokens import hash_token, new_token
from core.conversation import CounsellorId, HandoffState
from core.staff import Counsellor, Invitation, Role
from tests.factories import TestHelpline

PASSWORD = "seven lamps above a quiet harbour"
_CSRF = re.compile(r'name="csrf" value="([0-9a-f]{64})"')
_KEY = re.compile(r'class="secret" dir="ltr">([A-Z2-7 ]+)<')


@dataclass
class Page:
    """An answer of the console."""

    status: int
    text: str
    headers: dict[str, str]
    path: str

    @property
    def csrf(self) -> str:
        """Return the token of the page's forms."""
        found = _CSRF.search(self.text)
        assert found, self.status
        return found[1]


@dataclass
class Seat:
    """One browser."""

    base: str
    session: ClientSession
    secret: str = ""
    csrf: str = ""

    async def get(self, path: str, **headers: str) -> Page:
        """Load a page."""
        async with self.session.get(self.base + path, headers=headers) as answer:
            page = Page(answer.status, await answer.text(), dict(answer.headers), answer.url.path_qs)
        found = _CSRF.search(page.text)
        self.csrf = found[1] if found else self.csrf
        return page

    async def post(
        self, path: str, fields: dict[str, str] | None = None, *, follow: bool = True, **headers: str
    ) -> Page:
        """Send a form as the page's own browser would; *headers* override."""
        form = FormData({"csrf": self.csrf, **(fields or {})})
        sent = {"Sec-Fetch-Site": "same-origin", "Origin": "null", **headers}
        async with self.session.post(self.base + path, data=form, headers=sent, allow_redirects=follow) as answer:
            return Page(answer.status, await answer.text(), dict(answer.headers), answer.url.path_qs)

    async def connect(self, path: str, origin: str | None = None) -> ClientWebSocketResponse:
        """Open a WebSocket."""
        return await self.session.ws_connect(self.base + path, origin=origin or self.base)


@dataclass
class Office:
    """The console, its helpline, and every browser in front of it."""

    helpline: TestHelpline
    console: Console
    server: TestServer
    seats: list[Seat] = field(default_factory=list)

    @property
    def base(self) -> str:
        """Return the address of the console's host."""
        return str(self.server.make_url("")).rstrip("/")

    def code(self, secret: str) -> str:
        """Return what an authenticator shows now."""
        return pyotp.TOTP(secret).at(self.helpline.clock.now())

    def sit(self) -> Seat:
        """Open a fresh browser."""
        seat = Seat(self.base, ClientSession(cookie_jar=CookieJar(unsafe=True)))
        self.seats.append(seat)
        return seat

    async def invite(self, role: Role = Role.SUPERVISOR, hours: float = 24) -> str:
        """Return the path of a fresh one-time link."""
        token, now = new_token(), self.helpline.clock.now()
        invitation = Invitation(hash_token(token), role, now + timedelta(hours=hours))
        await self.helpline.parts.db.write(lambda tx: tx.staff.invite(invitation))
        return f"/console/invite/{token}"

    async def apply(self, seat: Seat, link: str, **changes: str) -> Page:
        """Fill the invitation's form in and send it."""
        page = await seat.get(link)
        found = _KEY.search(page.text)
        assert found
        seat.secret = found[1].replace(" ", "")
        fields = {
            "login": "mariam", "first_name": "Mariam", "language": "en", "password": PASSWORD, "again": PASSWORD,
            "code": self.code(seat.secret),
        }  # fmt: skip
        return await seat.post(link, {**fields, **changes})

    async def hire(self, first_name: str = "Mariam", role: Role = Role.COUNSELLOR, language: str = "en") -> Seat:
        """Return the browser of somebody who was invited, made an account, and is signed in."""
        seat = self.sit()
        link = await self.invite(role)
        page = await self.apply(seat, link, login=first_name.lower(), first_name=first_name, language=language)
        assert page.path == "/console", page.text
        await seat.get("/console")
        return seat

    async def sign_in(self, seat: Seat, login: str, secret: str, **changes: str) -> Page:
        """Fill the sign-in form in and send it."""
        await seat.get("/console/login")
        return await seat.post(
            "/console/login", {"login": login, "password": PASSWORD, "code": self.code(secret), **changes}
        )

    async def account(self, login: str) -> Counsellor:
        """Return an account."""
        found = await self.helpline.parts.db.read(lambda tx: tx.staff.find(login))
        assert found
        return found

    async def lock(self, login: str) -> None:
        """Lock an account."""
        account = await self.account(login)
        locked = Counsellor(**{**account.__dict__, "active": False, "id": CounsellorId(account.id)})
        await self.helpline.parts.db.write(lambda tx: tx.staff.save(locked))

    async def close(self) -> None:
        """Close every browser."""
        for seat in self.seats:
            await seat.session.close()

    async def waiting(self, address: str = "child-waiting") -> str:
        """Return the conversation of a child who asked for a person, waiting in the queue."""
        found = await self.helpline.child.find("web", address)
        if found is None:
            found = (await self.helpline.write("hello", address=address)).conversation
        if found.state is HandoffState.WITH_BOT:
            await self.helpline.child.ask_person(found.id)
        return found.id

    async def lease(self, address: str = "child-waiting") -> datetime:
        """Return until when a conversation is claimed."""
        found = await self.helpline.child.find("web", address)
        assert found
        assert found.lease_until
        return found.lease_until

    async def until[T](self, look: Callable[[], Awaitable[T]], wanted: Callable[[T], bool]) -> T:
        """Look again and again, for five seconds at most, until it is as wanted."""
        async with asyncio.timeout(5):
            while not wanted(seen := await look()):
                await asyncio.sleep(0.05)
        return seen
