"""A child on the page, for tests/channels/contract.py."""

from __future__ import annotations

import asyncio
import secrets
import uuid
from contextlib import asynccontextmanager

from channels.web.chat import address_of
from storage.database import open_database
from tests.channels.web.site import open_site
from tests.channels.web.talker import fresh_uuid, greet

CAN = frozenset()


class WebDriver:
    """One open page."""

    can = CAN

    def __init__(self, site, talker):
        self.line, self._talker = site.line, talker
        self._run, self._code = uuid.uuid4(), ""

    async def conversation(self):
        """Return the child's conversation as stored."""
        return await self.line.child.find("web", address_of(self._talker.session))

    async def start(self):
        """Choose a language, which begins the conversation."""
        await self._do("language", tag="en")

    async def write(self, text, key=1):
        """Write; the page sends it again under the same uuid after `retry_ms`."""
        await self._do("words", str(uuid.uuid5(self._run, str(key))), text=text)

    async def tap(self, seq, index):
        """Press a button of a message."""
        await self._do("tap", seq=seq, index=index)

    async def ask_person(self):
        """Press the page's own button."""
        await self._do("person")

    async def delete(self):
        """Press the page's own button."""
        await self._talker.send("delete", uuid=fresh_uuid())
        await self._talker.until("erased")

    async def refusal(self):
        """Return the code of the error frame."""
        return self._code

    async def _do(self, op, key=None, **fields):
        """Send a frame until it is acknowledged or refused for good."""
        key, self._code = key or fresh_uuid(), ""
        while True:
            await self._talker.send(op, uuid=key, **fields)
            while (frame := await self._talker.next()).get("uuid") != key or frame["op"] not in ("ack", "error"):
                pass
            if frame["op"] == "ack":
                return
            if "retry_ms" not in frame:
                self._code = frame["code"]
                return
            await asyncio.sleep(0.1)


@asynccontextmanager
async def open_driver(folder):
    """Run the page and open it."""
    db = await open_database(f"sqlite:///{folder / 'sanad.sqlite3'}", secrets.token_bytes(32))
    async with open_site(db) as site:
        yield WebDriver(site, await greet(site))
    await db.close()
