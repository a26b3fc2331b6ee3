"""Making an account from a one-time link."""

from __future__ import annotations

import re
import secrets
from collections.abc import Sequence
from dataclasses import dataclass

from aiohttp import web

from console.guard import VISIT
from console.pages import go
from console.passwords import find_fault
from console.room import Room
from console.sessions import Visit
from console.tokens import hash_token, is_same
from console.totp import derive_secret, draw, find_step, group
from core.conversation import CounsellorId
from core.errors import StaleWrite
from core.ports import Transaction
from core.staff import Access, Counsellor, Invitation

_LOGIN = re.compile(r"[a-z0-9][a-z0-9.-]{2,39}")
LONGEST_NAME_CHARS = 40


@dataclass(frozen=True)
class Application:
    """The filled-in form.

    Attributes:
        login: What they will type to sign in, lower case.
        first_name: What the child will see.
        language: Tag of the console's language for them.
        password: As typed.
        again: The password once more.
        code: What the authenticator shows now.
    """

    login: str = ""
    first_name: str = ""
    language: str = ""
    password: str = ""
    again: str = ""
    code: str = ""


class InviteDesk:
    """Handlers of one-time links."""

    def __init__(self, room: Room) -> None:
        """Serve from *room*."""
        self._room = room

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show the form, or say that the link is gone. Showing does not spend it."""
        invitation = await self._find(request)
        return self._gone(request) if invitation is None else self._form(request, invitation, Application(), ())

    async def make(self, request: web.Request) -> web.StreamResponse:
        """Make the account, spend the link, and sign in: everything was proven."""
        invitation = await self._find(request)
        if invitation is None:
            return self._gone(request)
        application = parse_application(await request.post())
        secret = self._secret(request)
        step = find_step(secret, application.code, self._room.options.clock.now())
        faults = [*find_faults(application, [one.tag for one in self._room.pages.wordings.offered])]
        faults += ["code"] if step is None else []
        if faults or step is None:
            return self._form(request, invitation, application, faults)
        account = Counsellor(
            CounsellorId(secrets.token_hex(8)), application.login, application.first_name, invitation.role,
            await self._room.options.passwords.hash(application.password), secret, step, application.language,
        )  # fmt: skip
        try:
            token = await self._room.db.write(lambda tx: self._store(tx, invitation, account))
        except StaleWrite:
            return self._form(request, invitation, application, ["login_taken"])
        if token is None:
            return self._gone(request)
        response = go("/console")
        self._room.sessions.remember(response, token)
        return response

    async def _store(self, tx: Transaction, invitation: Invitation, account: Counsellor) -> str | None:
        """Spend the link and make the account, both or neither; return the new session's token."""
        now = self._room.options.clock.now()
        if await tx.staff.spend_invitation(invitation.token_hash, now) is None:
            return None
        await tx.staff.add(account)
        await tx.staff.use_totp_step(account.id, account.totp_last_step)
        await tx.staff.log(Access(account.id, "account.make", account.id, now, account.role.value))
        return await self._room.sessions.open(tx, account)

    async def _find(self, request: web.Request) -> Invitation | None:
        """Return the invitation of the address."""
        token_hash, now = hash_token(request.match_info["token"]), self._room.options.clock.now()
        return await self._room.db.read(lambda tx: tx.staff.find_invitation(token_hash, now))

    def _secret(self, request: web.Request) -> str:
        """Return the authenticator's secret for this browser and this link."""
        return derive_secret(request[VISIT].token, request.match_info["token"])

    def _form(
        self, request: web.Request, invitation: Invitation, application: Application, faults: Sequence[str]
    ) -> web.Response:
        """Return the form with what was typed, passwords left out."""
        visit = Visit(request[VISIT].token)
        secret = self._secret(request)
        t = self._room.pages.wording(request, visit)
        return self._room.pages.page(
            request, visit, "invite.html", status=422 if faults else 200, role=invitation.role.value, faults=faults,
            application=application, languages=self._room.pages.wordings.offered, key=group(secret),
            picture=draw(secret, request.host), chosen=application.language or t.language.tag,
        )  # fmt: skip

    def _gone(self, request: web.Request) -> web.Response:
        """Return the page that says that the link does not work."""
        return self._room.pages.page(request, request[VISIT], "error.html", status=404, why="invite_gone")


def parse_application(form: object) -> Application:
    """Return the typed form; what is missing is empty."""
    get = getattr(form, "get", None)

    def field(name: str) -> str:
        value = get(name, "") if get else ""
        return value if isinstance(value, str) else ""

    return Application(
        login=field("login").strip().lower(),
        first_name=" ".join(field("first_name").split()),
        language=field("language"),
        password=field("password"),
        again=field("again"),
        code=field("code").replace(" ", ""),
    )


def find_faults(application: Application, languages: Sequence[str]) -> Sequence[str]:
    """Return what must be corrected, as catalogue names without their prefix; the code is checked elsewhere."""
    fault = find_fault(application.password, application.login)
    found = {
        "login": not _LOGIN.fullmatch(application.login),
        "first_name": not 0 < len(application.first_name) <= LONGEST_NAME_CHARS
        or not application.first_name.isprintable(),
        "language": application.language not in languages,
        f"password_{fault}": fault is not None,
        "password_differs": not is_same(application.password, application.again),
    }
    return [name for name, wrong in found.items() if wrong]
