"""Live hints between several processes of the service, through Redis.

In its own process a hint arrives at once, whatever Redis does. To the others it goes through a short queue, so that a
Redis that hangs holds up nobody who has just written.
"""

from __future__ import annotations

import asyncio
import contextlib
import json
import secrets
from collections.abc import AsyncIterator, Awaitable, Callable
from contextlib import asynccontextmanager

import structlog
from redis.asyncio import Redis
from redis.asyncio.retry import Retry
from redis.backoff import NoBackoff
from redis.exceptions import RedisError

from core.ports import Hint
from storage.local_fanout import LocalFanout

CHANNEL = "sanad:hints"
"""One channel for all topics: hints are few and small, and no subscription has to wait for the server."""
QUEUED_HINTS = 1000
"""More than this that could not be sent are dropped."""
TIMEOUT_S = 1.0
PING_S = 5.0
"""A connection that is silent so long is asked for a sign of life, and given up after as long again."""
FIRST_WAIT_S, LONGEST_WAIT_S = 0.05, 2.0
"""Between two tries to connect."""

_log = structlog.get_logger("sanad.storage")
_FAILURES = (RedisError, OSError, TimeoutError)


class RedisFanout:
    """Fulfils core.ports.Fanout between processes."""

    def __init__(self, url: str) -> None:
        """Start to listen and to send; needs a running loop. Raises ValueError for a URL that is none."""
        self._redis: Redis = Redis.from_url(
            url,
            socket_timeout=TIMEOUT_S,
            socket_connect_timeout=TIMEOUT_S,
            # Trying again is done here, where a hint may also be dropped.
            retry=Retry(NoBackoff(), 0),
        )
        self._name = secrets.token_hex(8)
        self._local = LocalFanout()
        self._queue: asyncio.Queue[Hint] = asyncio.Queue(QUEUED_HINTS)
        self._listening = asyncio.Event()
        self._tasks = [
            asyncio.create_task(_again_and_again(self._listen), name="redis hints in"),
            asyncio.create_task(_again_and_again(self._send), name="redis hints out"),
        ]

    async def wait_until_listening(self, timeout_s: float) -> bool:
        """Return True as soon as hints of other processes are heard, False after *timeout_s*."""
        with contextlib.suppress(TimeoutError):
            await asyncio.wait_for(self._listening.wait(), timeout_s)
        return self._listening.is_set()

    async def publish(self, hint: Hint) -> None:
        """Hand *hint* to this process and queue it for the others."""
        self._local.deliver(hint)
        with contextlib.suppress(asyncio.QueueFull):
            self._queue.put_nowait(hint)

    @asynccontextmanager
    async def subscribe(self, *topics: str) -> AsyncIterator[AsyncIterator[Hint]]:
        """Listen while the context is open."""
        async with self._local.subscribe(*topics) as hints:
            yield hints

    async def close(self) -> None:
        """Let go of the connections; open subscriptions end."""
        for task in self._tasks:
            task.cancel()
        await asyncio.wait(self._tasks)
        await self._local.close()
        with contextlib.suppress(*_FAILURES):
            await self._redis.aclose()

    async def _send(self, connected: Callable[[], None]) -> None:
        """Send what is queued until the connection fails; a hint that failed is dropped."""
        while True:
            hint = await self._queue.get()
            await self._redis.publish(CHANNEL, json.dumps([self._name, hint.topic, hint.kind, hint.seq]))
            connected()

    async def _listen(self, connected: Callable[[], None]) -> None:
        """Hand on what other processes send until the connection fails or falls silent."""
        async with self._redis.pubsub() as channel:
            try:
                await channel.subscribe(CHANNEL)
                asked = False
                while True:
                    message = await channel.get_message(timeout=PING_S)
                    if message is None:
                        if asked:
                            raise TimeoutError
                        await channel.ping()
                    elif message["type"] == "subscribe":
                        self._listening.set()
                        connected()
                    elif message["type"] == "message":
                        self._hear(message["data"])
                    asked = message is None
            finally:
                self._listening.clear()

    def _hear(self, data: bytes) -> None:
        """Hand one message of the channel to this process, unless it came from here."""
        try:
            sender, topic, kind, seq = json.loads(data)
        except (TypeError, ValueError):
            # Somebody else's message on our channel.
            return
        if sender != self._name:
            self._local.deliver(Hint(topic, kind, seq))


async def _again_and_again(work: Callable[[Callable[[], None]], Awaitable[None]]) -> None:
    """Run *work* for ever; after a failure wait a little, longer each time until it reports a success."""
    wait_s = FIRST_WAIT_S

    def connected() -> None:
        """Start with short waits again."""
        nonlocal wait_s
        wait_s = FIRST_WAIT_S

    while True:
        try:
            await work(connected)
        except _FAILURES as error:
            _log.warning("hints_interrupted", error=type(error).__name__)
            await asyncio.sleep(wait_s)
            wait_s = min(2 * wait_s, LONGEST_WAIT_S)
