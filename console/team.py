"""The team: supervisors invite people."""

from __future__ import annotations

from datetime import timedelta

from aiohttp import web

from console.guard import VISIT
from console.room import Room
from console.tokens import hash_token, new_token
from core.ports import Transaction
from core.staff import Access, Invitation, Role

VALID = timedelta(days=7)


class TeamDesk:
    """Handlers of the team page."""

    def __init__(self, room: Room) -> None:
        """Serve from *room*."""
        self._room = room

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show the page."""
        return self._page(request, "", "")

    async def invite(self, request: web.Request) -> web.StreamResponse:
        """Make a link and show it this once; only its hash is kept."""
        form, visit = await request.post(), request[VISIT]
        role = Role.SUPERVISOR if form.get("role") == Role.SUPERVISOR.value else Role.COUNSELLOR
        token, now = new_token(), self._room.options.clock.now()
        invitation = Invitation(hash_token(token), role, now + VALID)

        async def job(tx: Transaction) -> None:
            await tx.staff.invite(invitation)
            await tx.staff.log(Access(visit.me.id, "team.invite", "", now, role.value))

        await self._room.db.write(job)
        link = f"{self._origin(request)}/console/invite/{token}"
        return self._page(request, link, self._room.pages.wording(request, visit).day(invitation.expires_at))

    def _origin(self, request: web.Request) -> str:
        """Return the address browsers reach the console by."""
        scheme = "https" if self._room.options.https else "http"
        return self._room.options.origin.rstrip("/") or f"{scheme}://{request.host}"

    def _page(self, request: web.Request, link: str, ends: str) -> web.Response:
        """Return the page."""
        return self._room.pages.page(
            request, request[VISIT], "team.html", link=link, ends=ends, days=VALID.days,
            roles=[role.value for role in Role],
        )  # fmt: skip
