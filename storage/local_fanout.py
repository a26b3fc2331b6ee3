"""Live hints inside one process."""

from __future__ import annotations

import asyncio
from collections import defaultdict, deque
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from core.ports import Hint

KEPT_HINTS = 100
"""How many hints a slow reader keeps, the newest. Source: core.ports.Fanout."""


class _Listener:
    """The hints that one subscription has not read yet."""

    def __init__(self) -> None:
        self._hints: deque[Hint] = deque(maxlen=KEPT_HINTS)
        self._ready = asyncio.Event()
        self._closed = False

    def put(self, hint: Hint) -> None:
        """Keep *hint*, dropping the oldest when there are too many."""
        self._hints.append(hint)
        self._ready.set()

    def close(self) -> None:
        """Let the reader end once it has read what is kept."""
        self._closed = True
        self._ready.set()

    async def hints(self) -> AsyncIterator[Hint]:
        """Give hints as they come."""
        while True:
            while self._hints:
                yield self._hints.popleft()
            if self._closed:
                return
            self._ready.clear()
            await self._ready.wait()


class LocalFanout:
    """Fulfils core.ports.Fanout inside one process."""

    def __init__(self) -> None:
        """Start with no listeners."""
        self._listeners: defaultdict[str, set[_Listener]] = defaultdict(set)
        self._closed = False

    async def publish(self, hint: Hint) -> None:
        """Hand *hint* to everyone in this process who listens now."""
        self.deliver(hint)

    def deliver(self, hint: Hint) -> None:
        """Do what `publish` does, without waiting."""
        for listener in self._listeners.get(hint.topic, ()):
            listener.put(hint)

    @asynccontextmanager
    async def subscribe(self, *topics: str) -> AsyncIterator[AsyncIterator[Hint]]:
        """Listen while the context is open."""
        listener = _Listener()
        for topic in topics:
            self._listeners[topic].add(listener)
        if self._closed:
            listener.close()
        try:
            yield listener.hints()
        finally:
            listener.close()
            for topic in topics:
                self._listeners[topic].discard(listener)
                if not self._listeners[topic]:
                    del self._listeners[topic]

    async def close(self) -> None:
        """End all subscriptions."""
        self._closed = True
        for listeners in self._listeners.values():
            for listener in listeners:
                listener.close()
