"""One conversation: its page, and what a counsellor does with it."""

from __future__ import annotations

import secrets

from aiohttp import web

from bot.desk import CLOSING_REASONS
from console.case import make_facts, make_opened_by, make_queue, make_why, sees_accesses
from console.conversation_live import ConversationLine
from console.evidence import EvidenceBook
from console.guard import VISIT
from console.pages import go
from console.people import first_names
from console.room import Room
from console.sessions import Visit
from console.tokens import derive, is_same
from console.transcript import make_lines, split_opening
from console.writing import write
from core.conversation import ConversationId
from core.errors import ConversationNotFound, MoveNotAllowed

QUEUE = "/console"


class ConversationDesk:
    """Handlers of one conversation."""

    def __init__(self, room: Room) -> None:
        """Serve from *room*."""
        self._room = room

    async def show(self, request: web.Request) -> web.StreamResponse:
        """Show a conversation; that it was opened is on record."""
        visit, conversation = request[VISIT], access_id(request)
        t = self._room.pages.wording(request, visit)
        case = await self._room.desk.open(visit.me, conversation)
        book, holder = EvidenceBook(), case.conversation.counsellor or ""
        opening, lines = split_opening(make_lines(case.messages, book, t))
        names = await first_names(self._room.db, [holder, *(one.actor for one in case.accesses)])
        return self._room.pages.page(
            request, visit, "conversation.html",
            facts=make_facts(case.conversation, visit.me, t, names.get(holder, "")), opening=opening, lines=lines,
            opened_by=make_opened_by(case.accesses, names, t) if sees_accesses(visit.me) else None,
            why=make_why(book.reasons, self._room.options.reason_of, t), closing=CLOSING_REASONS, live=False,
            lost=False, key=secrets.token_hex(16), ticket=make_ticket(visit, conversation), current=conversation,
            queue=make_queue(await self._room.desk.queue(), visit.me, t), last_seq=case.conversation.last_seq,
        )  # fmt: skip

    async def live(self, request: web.Request) -> web.StreamResponse:
        """Keep an open conversation page up to date; only a page that was opened on record gets in."""
        visit, conversation = request[VISIT], access_id(request)
        if not is_same(request.query.get("ticket", ""), make_ticket(visit, conversation)):
            raise ConversationNotFound(conversation)
        found = await self._room.desk.state(visit.me, conversation)
        line = ConversationLine(self._room, visit, self._room.pages.wording(request, visit), found)
        line.resume(request.query.get("after", ""), request.query.get("stands", ""))
        return await self._room.lines.serve(request, line)

    async def claim(self, request: web.Request) -> web.StreamResponse:
        """Take a waiting conversation and open it."""
        conversation = access_id(request)
        try:
            await self._room.desk.claim(request[VISIT].me, conversation)
        except MoveNotAllowed:
            return go(f"{QUEUE}?said=taken")
        return go(f"{QUEUE}/conversations/{conversation}")

    async def send(self, request: web.Request) -> web.StreamResponse:
        """Write to the child without a socket, for a browser that has none."""
        conversation, form = access_id(request), await request.post()
        said = await write(
            self._room, request[VISIT], conversation, str(form.get("words", "")), str(form.get("key", ""))
        )
        return go(f"{QUEUE}/conversations/{conversation}{f'?said={said}' if said else ''}")

    async def release(self, request: web.Request) -> web.StreamResponse:
        """Give a conversation back to the queue."""
        try:
            await self._room.desk.release(request[VISIT].me, access_id(request))
        except MoveNotAllowed:
            return go(f"{QUEUE}?said=not_yours")
        return go(f"{QUEUE}?said=released")

    async def close(self, request: web.Request) -> web.StreamResponse:
        """End a conversation for a reason of the list."""
        form = await request.post()
        try:
            await self._room.desk.close(request[VISIT].me, access_id(request), str(form.get("reason", "")))
        except MoveNotAllowed:
            return go(f"{QUEUE}?said=not_yours")
        return go(f"{QUEUE}?said=closed")


def access_id(request: web.Request) -> ConversationId:
    """Return the conversation that the address names; whether it exists and may be read is the desk's to say."""
    return ConversationId(request.match_info["id"])


def make_ticket(visit: Visit, conversation: ConversationId) -> str:
    """Return what lets a page that was opened on record follow this conversation live."""
    return derive(visit.token, "follow", conversation).hex()
