"""An open conversation page: new messages one by one, changes of state, and the sign of life that keeps the claim."""

from __future__ import annotations

import secrets
from collections.abc import Mapping, Sequence

from bot.desk import CLOSING_REASONS
from console.case import Facts, make_facts, make_why
from console.evidence import EvidenceBook
from console.live import NOT_YOURS, Line
from console.people import first_names
from console.room import Room
from console.sessions import Visit
from console.transcript import OPEN_DELIVERIES, make_line
from console.wording import Wording
from console.writing import write
from core.conversation import Conversation
from core.errors import ConversationNotFound, MoveNotAllowed
from core.message import Delivery, Message

HISTORY = 1000
"""How many earlier messages are read for their evidence, the same as the page shows."""


class ConversationLine(Line):
    """An open conversation."""

    def __init__(self, room: Room, visit: Visit, t: Wording, conversation: Conversation) -> None:
        """Serve *visit*, whose page shows *conversation*."""
        super().__init__(visit)
        self._room, self._t, self._conversation = room, t, conversation
        self._sent_seq, self._read_seq = conversation.last_seq, max(0, conversation.last_seq - HISTORY)
        self._book = EvidenceBook()
        self._moving: dict[int, Delivery] = {}
        self._shown: Facts | None = None
        self._stands, self._reasons_shown = "", -1
        self._renewed_at = room.options.clock.now()

    def resume(self, after: str, stands: str) -> None:
        """Go on where the page stands: its newest message, and who it says has the conversation."""
        if after.isascii() and after.isdecimal() and len(after) < 10:
            self._sent_seq = min(int(after), self._conversation.last_seq)
        self._stands = stands

    @property
    def topics(self) -> tuple[str, ...]:
        """Return the conversation's topic."""
        return (f"conversation:{self._conversation.id}",)

    async def tick(self) -> None:
        """Keep the claim, then send what is new."""
        try:
            await self._renew()
            self._conversation = await self._room.desk.state(self.visit.me, self._conversation.id)
            await self._send_messages()
            await self._send_facts()
        except ConversationNotFound:
            await self._send_gone()

    async def hear(self, op: str, fields: Mapping[str, str]) -> None:
        """Write to the child; the answer comes back as a message of the transcript, under the same key."""
        if op != "send":
            return
        said = await write(
            self._room, self.visit, self._conversation.id, fields.get("words", ""), fields.get("key", "")
        )
        await self.send(self._draw("_said.html", said=said))
        self.news.set()

    async def _renew(self) -> None:
        """Keep the claim alive while this page is open; a lost one shows with the next state."""
        now, holds = self._room.options.clock.now(), self._conversation.counsellor == self.visit.me.id
        if holds and (now - self._renewed_at).total_seconds() >= self._room.options.renew_s:
            self._renewed_at = now
            try:
                await self._room.desk.renew(self.visit.me, self._conversation.id)
            except MoveNotAllowed:
                return

    async def _send_messages(self) -> None:
        """Read everything new and send what the page has not shown yet."""
        while news := await self._room.desk.read(self.visit.me, self._conversation.id, self._read_seq):
            for message in news:
                await self._take(message)
            self._read_seq = news[-1].seq
        await self._send_deliveries()

    async def _take(self, message: Message) -> None:
        """Note a message's evidence and append it to the page; earlier ones that got a mark are drawn again."""
        marked = self._book.add(message)
        if message.delivery in OPEN_DELIVERIES:
            self._moving[message.seq] = message.delivery
        if message.seq <= self._sent_seq:
            return
        self._sent_seq = message.seq
        await self.send(self._draw("_append.html", line=make_line(message, self._book, self._t)))
        for seq in sorted(marked):
            for earlier in await self._read(seq, seq):
                line = make_line(earlier, self._book, self._t)
                await self.send(self._draw("_message.html", line=line, live=True))

    async def _send_deliveries(self) -> None:
        """Send how far messages on their way have come."""
        if not self._moving:
            return
        for message in await self._read(min(self._moving), max(self._moving)):
            known = self._moving.get(message.seq)
            if known is not None and known is not message.delivery:
                line = make_line(message, self._book, self._t)
                await self.send(self._draw("_delivery.html", line=line, live=True))
                self._moving[message.seq] = message.delivery
            if message.delivery not in OPEN_DELIVERIES:
                self._moving.pop(message.seq, None)

    async def _read(self, first: int, last: int) -> Sequence[Message]:
        """Return messages *first* to *last*."""
        found = await self._room.desk.read(self.visit.me, self._conversation.id, first - 1)
        return [one for one in found if one.seq <= last]

    async def _send_facts(self) -> None:
        """Send head, side and answer field when they look different. The first time too: things change while away."""
        holder = self._conversation.counsellor or ""
        names = await first_names(self._room.db, [holder])
        facts = make_facts(self._conversation, self.visit.me, self._t, names.get(holder, ""))
        reasons = self._book.reasons
        if facts == self._shown and len(reasons) == self._reasons_shown:
            return
        why = make_why(reasons, self._room.options.reason_of, self._t)
        await self.send(self._draw("_head.html", facts=facts) + self._draw("_why.html", facts=facts, why=why))
        if self._stands != facts.stands:
            await self._send_standing(facts, lost=self._stands == "mine")
        self._shown, self._stands, self._reasons_shown = facts, facts.stands, len(reasons)

    async def _send_standing(self, facts: Facts, *, lost: bool) -> None:
        """Send the answer field, or who has the conversation instead."""
        await self.send(self._draw(
            "_standing.html", facts=facts, lost=lost and facts.stands == "nobody", current=self._conversation.id,
            closing=CLOSING_REASONS, key=secrets.token_hex(16),
        ))  # fmt: skip

    async def _send_gone(self) -> None:
        """Take the words off the screen: the child deleted them, or they are somebody else's now."""
        erased = self.last_hint == "erased"
        await self.send(self._draw("_gone.html", erased=erased))
        self.shut(NOT_YOURS)

    def _draw(self, template: str, **values: object) -> str:
        """Return a fragment that replaces or extends a part of the page."""
        return self._room.pages.draw(template, self._t, self.visit, **{"live": True, **values})
