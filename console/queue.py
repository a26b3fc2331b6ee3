"""The queue: a page of its own and a column beside every conversation, live."""

from __future__ import annotations

from collections.abc import Mapping

from aiohttp import web

from console.case import make_queue
from console.guard import VISIT
from console.live import Line
from console.room import Room
from console.sessions import Visit
from console.wording import Wording


class QueueLine(Line):
    """An open queue. Sent again only when a word of it changed."""

    def __init__(self, room: Room, visit: Visit, t: Wording, current: str) -> None:
        """Serve *visit*; *current* is the conversation open beside the queue, or ""."""
        super().__init__(visit)
        self._room, self._t, self._current, self._sent = room, t, current, ""

    @property
    def topics(self) -> tuple[str, ...]:
        """Return the queue's topic."""
        return ("queue",)

    async def tick(self) -> None:
        """Send the queue when it looks different."""
        fragment = await draw_queue(self._room, self.visit, self._t, self._current, live=True)
        if fragment != self._sent:
            self._sent = fragment
            await self.send(fragment)

    async def hear(self, op: str, fields: Mapping[str, str]) -> None:
        """Do nothing more: that the person moved is noted already."""


class QueueDesk:
    """Handlers of the queue."""

    def __init__(self, room: Room) -> None:
        """Serve from *room*."""
        self._room = room

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show the queue page."""
        visit = request[VISIT]
        pages = self._room.pages
        queue = make_queue(await self._room.desk.queue(), visit.me, pages.wording(request, visit))
        return pages.page(request, visit, "queue.html", queue=queue, current="", live=False)

    async def live(self, request: web.Request) -> web.StreamResponse:
        """Keep an open queue up to date."""
        visit = request[VISIT]
        t = self._room.pages.wording(request, visit)
        line = QueueLine(self._room, visit, t, request.query.get("current", ""))
        return await self._room.lines.serve(request, line)


async def draw_queue(room: Room, visit: Visit, t: Wording, current: str, *, live: bool) -> str:
    """Return the queue as HTML; *live* marks it to replace the one on the page."""
    queue = make_queue(await room.desk.queue(), visit.me, t)
    return room.pages.draw("_queue.html", t, visit, queue=queue, current=current, live=live)
