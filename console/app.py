"""Puts the console together; sanad/app.py mounts it."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from aiohttp import web

from bot.desk import Desk
from console.conversation import ConversationDesk
from console.guard import Guard, Handler, Middleware
from console.invite import InviteDesk
from console.live import Lines
from console.login import LoginDesk
from console.options import ConsoleOptions
from console.pages import Pages
from console.queue import QueueDesk
from console.room import Room
from console.sessions import Sessions
from console.team import TeamDesk
from console.wording import Wordings
from core.ports import Database, Fanout
from languages.catalogue import Catalogue
from languages.registry import Language

__all__ = ["Console", "ConsoleOptions"]
_STATIC = Path(__file__).parent / "static"


@dataclass(frozen=True)
class Console:
    """The counsellors' pages.

    Mount it with `middlewares=[console.middleware]`, `app.add_routes(console.routes())` and
    `app.on_shutdown.append(console.close)`.

    Attributes:
        desk: What counsellors may do.
        db: Accounts, sessions, invitations and the access log.
        fanout: Live hints.
        catalogue: All sentences.
        languages: Every language of the installation, by tag, in order.
        options: Settings.
    """

    desk: Desk
    db: Database
    fanout: Fanout
    catalogue: Catalogue
    languages: Mapping[str, Language]
    options: ConsoleOptions

    @cached_property
    def room(self) -> Room:
        """Return the parts every page is made with."""
        wordings = Wordings(self.catalogue, self.languages, self.options.timezone, self.options.language)
        sessions = Sessions(self.db, self.options)
        lines = Lines(sessions, self.fanout, self.options.tick_s)
        return Room(self.desk, self.db, Pages(wordings, self.options), sessions, lines, self.options)

    @cached_property
    def middleware(self) -> Middleware:
        """Return the gate in front of every address under /console; all others pass it untouched."""
        guard = Guard(self.room.sessions, self.room.pages)

        @web.middleware
        async def check(request: web.Request, handler: Handler) -> web.StreamResponse:
            if request.path != "/console" and not request.path.startswith("/console/"):
                return await handler(request)
            return await guard.check(request, handler)

        return check

    def routes(self) -> list[web.AbstractRouteDef]:
        """Return every route; console/access.py says who may use which."""
        login, invite = LoginDesk(self.room), InviteDesk(self.room)
        queue, talk, team = QueueDesk(self.room), ConversationDesk(self.room), TeamDesk(self.room)
        return [
            web.get("/console/login", login.show, allow_head=False),
            web.post("/console/login", login.sign_in),
            web.post("/console/logout", login.sign_out),
            web.post("/console/theme", login.theme),
            web.get("/console/invite/{token}", invite.show, allow_head=False),
            web.post("/console/invite/{token}", invite.make),
            web.get("/console", queue.show, allow_head=False),
            web.get("/console/", queue.show, allow_head=False),
            web.get("/console/queue/live", queue.live, allow_head=False),
            web.get("/console/conversations/{id}", talk.show, allow_head=False),
            web.get("/console/conversations/{id}/live", talk.live, allow_head=False),
            web.post("/console/conversations/{id}/claim", talk.claim),
            web.post("/console/conversations/{id}/send", talk.send),
            web.post("/console/conversations/{id}/release", talk.release),
            web.post("/console/conversations/{id}/close", talk.close),
            web.get("/console/team", team.show, allow_head=False),
            web.post("/console/team/invitations", team.invite),
            web.static("/console/static", _STATIC),
            web.static("/console/look", self.options.look),
        ]

    async def close(self, app: web.Application) -> None:
        """Send every open page away before the service stops; they come back by themselves."""
        self.room.lines.close()
