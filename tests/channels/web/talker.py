"""A client written from docs/protocol.md alone, for tests."""

from __future__ import annotations

import asyncio
import json
import uuid as uuids
from typing import Any

from aiohttp import ClientSession, ClientWebSocketResponse, WSMsgType

from tests.channels.web.site import Site

Frame = dict[str, Any]


def fresh_uuid() -> str:
    """Return a uuid as the protocol wants it."""
    return str(uuids.uuid4())


class Talker:
    """One connection of one child."""

    def __init__(self, http: ClientSession, socket: ClientWebSocketResponse) -> None:
        self.http, self.socket = http, socket
        self.session = ""
        self.frames: list[Frame] = []

    async def send(self, op: str, **fields: object) -> None:
        """Send one frame."""
        await self.socket.send_str(json.dumps({"op": op, **fields}))

    async def next(self, timeout_s: float = 3.0) -> Frame:
        """Return the next frame; `{"op": "closed", "code": …}` when the server closed."""
        received = await asyncio.wait_for(self.socket.receive(), timeout_s)
        if received.type is WSMsgType.TEXT:
            frame: Frame = json.loads(received.data)
            self.frames.append(frame)
            return frame
        return {"op": "closed", "code": self.socket.close_code}

    async def until(self, op: str, **fields: object) -> Frame:
        """Return the first frame of an op with these fields, skipping others."""
        for _ in range(300):
            frame = await self.next()
            if frame["op"] == op and all(frame.get(key) == value for key, value in fields.items()):
                return frame
            assert frame["op"] != "closed", f"closed with {frame['code']} while waiting for {op}"
        raise AssertionError(op)

    async def say(self, text: str, uuid: str | None = None) -> Frame:
        """Write something and return its acknowledgement."""
        uuid = uuid or fresh_uuid()
        await self.send("words", uuid=uuid, text=text)
        return await self.until("ack", uuid=uuid)

    async def quiet(self, seconds: float = 0.3) -> list[Frame]:
        """Return everything that arrives within some time."""
        found: list[Frame] = []
        try:
            while True:
                found.append(await self.next(seconds))
        except TimeoutError:
            return found

    async def close(self) -> None:
        """Leave."""
        await self.socket.close()


async def connect(site: Site, *, origin: str | None = None) -> Talker:
    """Open a socket and say nothing; it is closed with the site at the latest."""
    http = ClientSession()
    site.guests.append(http)
    socket = await http.ws_connect(
        site.server.make_url("/ws"), headers={"Origin": origin or str(site.server.make_url("")).rstrip("/")}
    )
    talker = Talker(http, socket)
    site.guests.insert(0, talker)
    return talker


async def greet(site: Site, session: str | None = None, last_seq: int = 0, language: str = "en") -> Talker:
    """Open a socket, say hello and read up to `ready`."""
    talker = await connect(site)
    await talker.send("hello", v=1, session=session, last_seq=last_seq, language=language)
    talker.session = (await talker.until("ready"))["session"]
    return talker
