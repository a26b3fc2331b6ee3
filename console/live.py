"""An open page: a WebSocket that sends fragments of HTML and hears what the person does."""

from __future__ import annotations

import asyncio
import json
from abc import ABC, abstractmethod
from collections.abc import Mapping
from contextlib import suppress

import structlog
from aiohttp import WSCloseCode, WSMsgType, web

from console.sessions import Sessions, Visit
from console.tokens import is_same
from core.errors import SanadError, StorageDown
from core.ports import Fanout

MOST_FRAME_BYTES = 64 * 1024
MOST_SOCKETS = 8
"""Open pages per browser, times two sockets, with room for a reload."""
PING_S = 10.0
SESSION_OVER, NOT_YOURS = 4401, 4404
BEAT = '<span id="beat" hidden hx-swap-oob="true"></span>'
_log = structlog.get_logger("sanad.console")


class Line(ABC):
    """One open page. Subclasses say what is sent and what is heard."""

    def __init__(self, visit: Visit) -> None:
        """Serve the person of *visit*."""
        self.visit, self.socket = visit, web.WebSocketResponse()
        self.news, self.over, self.code = asyncio.Event(), asyncio.Event(), int(WSCloseCode.OK)
        self.last_hint = ""

    @property
    @abstractmethod
    def topics(self) -> tuple[str, ...]:
        """Return the fan-out topics this page listens to."""

    @abstractmethod
    async def tick(self) -> None:
        """Send what is new. Called at once, on each hint, and every few seconds."""

    @abstractmethod
    async def hear(self, op: str, fields: Mapping[str, str]) -> None:
        """Take one frame of the page; its token was checked."""

    def shut(self, code: int) -> None:
        """End the page's line; the task that serves it closes the socket with *code*."""
        if not self.over.is_set():
            self.code = code
            self.over.set()

    async def send(self, fragment: str) -> None:
        """Send HTML to the page; a page that went away is fine."""
        with suppress(ConnectionError):
            await self.socket.send_str(fragment)


class Lines:
    """All open pages of this process."""

    def __init__(self, sessions: Sessions, fanout: Fanout, tick_s: float) -> None:
        """Check *sessions* every *tick_s* seconds; listen to *fanout*."""
        self._sessions, self._fanout, self._tick_s = sessions, fanout, tick_s
        self._open: set[Line] = set()

    async def serve(self, request: web.Request, line: Line) -> web.StreamResponse:
        """Run one open page until it closes, the session ends, or the service stops."""
        if sum(one.visit.token == line.visit.token for one in self._open) >= MOST_SOCKETS:
            raise web.HTTPTooManyRequests
        line.socket = web.WebSocketResponse(heartbeat=PING_S, max_msg_size=MOST_FRAME_BYTES, compress=False)
        await line.socket.prepare(request)
        self._open.add(line)
        tasks = [asyncio.create_task(work) for work in (self._hints(line), self._tick(line), self._talk(line))]
        try:
            await line.over.wait()
        finally:
            self._open.discard(line)
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)
        await line.socket.close(code=line.code)
        return line.socket

    def end(self, token: str) -> None:
        """Close every page of a session that was ended."""
        for line in self._open:
            if line.visit.token == token:
                line.shut(SESSION_OVER)

    def close(self) -> None:
        """Close every page; 1012 tells them to come back."""
        for line in self._open:
            line.shut(WSCloseCode.SERVICE_RESTART)

    async def _hints(self, line: Line) -> None:
        """Wake the page when something happened."""
        async with self._fanout.subscribe(*line.topics) as hints:
            async for hint in hints:
                line.last_hint = hint.kind
                line.news.set()

    async def _tick(self, line: Line) -> None:
        """Let the page send what is new, as long as its session lives."""
        while not line.over.is_set():
            try:
                await self._send_news(line)
            except StorageDown:
                _log.warning("console_line_storage_down")
            except Exception as error:  # noqa: BLE001 -- boundary: the page reconnects and asks again
                _log.error("console_line_failed", error=type(error).__name__)
                line.shut(WSCloseCode.INTERNAL_ERROR)
            with suppress(TimeoutError):
                await asyncio.wait_for(line.news.wait(), self._tick_s)
            line.news.clear()

    async def _send_news(self, line: Line) -> None:
        """Send what is new and a sign of life, unless the session ended."""
        account = await self._sessions.check(line.visit.token)
        if account is None:
            line.shut(SESSION_OVER)
            return
        line.visit = Visit(line.visit.token, account)
        await line.tick()
        await line.send(BEAT)

    async def _talk(self, line: Line) -> None:
        """Hear the page's frames until it goes away."""
        async for message in line.socket:
            if message.type is not WSMsgType.TEXT:
                line.shut(WSCloseCode.UNSUPPORTED_DATA)
                continue
            fields = _parse(message.data)
            if is_same(fields.get("csrf", ""), line.visit.csrf):
                await self._hear(line, fields)
            else:
                line.shut(WSCloseCode.POLICY_VIOLATION)
        line.shut(WSCloseCode.OK)

    async def _hear(self, line: Line, fields: Mapping[str, str]) -> None:
        """Act on one frame while the session lives; a sign of life of the person is noted."""
        try:
            if await self._sessions.check(line.visit.token, touch=True) is None:
                line.shut(SESSION_OVER)
            elif not line.over.is_set():
                await line.hear(fields.get("op", ""), fields)
        except SanadError as error:
            _log.warning("console_frame_failed", error=type(error).__name__)
            line.shut(WSCloseCode.INTERNAL_ERROR)


def _parse(data: str) -> Mapping[str, str]:
    """Return the text fields of a frame; anything else is nothing."""
    try:
        frame = json.loads(data)
    except (ValueError, RecursionError):
        return {}
    if not isinstance(frame, dict):
        return {}
    return {key: value for key, value in frame.items() if isinstance(value, str)}
