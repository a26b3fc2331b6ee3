"""How much one session and all sessions together may ask of the service. In memory: it forgets on a restart."""

from __future__ import annotations

import time
from collections import Counter, OrderedDict
from collections.abc import Callable
from dataclasses import dataclass

MAX_BUCKETS = 10_000


@dataclass
class _Bucket:
    """What one session may still send, and when that was counted (seconds of the clock)."""

    tokens: float
    filled_at: float


class Limits:
    """Counts open pages and meters frames. Nothing about the child is kept: the key is the hash of a random token."""

    def __init__(
        self,
        max_sockets: int,
        max_per_session: int,
        burst: int,
        per_s: float,
        clock: Callable[[], float] = time.monotonic,
    ) -> None:
        """Take the limits and a clock in seconds."""
        self._max_sockets, self._max_per_session = max_sockets, max_per_session
        self._burst, self._per_s, self._clock = burst, per_s, clock
        self._open: Counter[str] = Counter()
        self._waiting = 0
        self._buckets: OrderedDict[str, _Bucket] = OrderedDict()

    def knock(self) -> bool:
        """Count a connection that has not said who it is; False when the house is full."""
        if self._open.total() + self._waiting >= self._max_sockets:
            return False
        self._waiting += 1
        return True

    def unknock(self) -> None:
        """The connection said who it is, or left."""
        self._waiting -= 1

    def enter(self, address: str) -> bool:
        """Count an open page of a session; False when the session has too many."""
        if self._open[address] >= self._max_per_session:
            return False
        self._open[address] += 1
        return True

    def leave(self, address: str) -> None:
        """A page of a session closed."""
        self._open[address] -= 1
        if self._open[address] <= 0:
            del self._open[address]

    def take(self, address: str) -> float:
        """Spend one frame; return 0, or the seconds to wait before the next one is taken."""
        now = self._clock()
        bucket = self._buckets.pop(address, None) or _Bucket(float(self._burst), now)
        bucket.tokens = min(float(self._burst), bucket.tokens + (now - bucket.filled_at) * self._per_s)
        bucket.filled_at = now
        self._buckets[address] = bucket
        if len(self._buckets) > MAX_BUCKETS:
            self._buckets.popitem(last=False)
        if bucket.tokens < 1.0:
            return (1.0 - bucket.tokens) / self._per_s
        bucket.tokens -= 1.0
        return 0.0
