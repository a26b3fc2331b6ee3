"""Slows guessing down. In memory; forgets by itself. Never locks anybody out."""

from __future__ import annotations

from collections import OrderedDict
from dataclasses import dataclass
from datetime import datetime, timedelta

FREE_TRIES = 3
LONGEST_WAIT_S = 60
FORGET_AFTER = timedelta(hours=1)
_MOST_KEYS = 10_000


@dataclass
class _Tries:
    """Failures of one key."""

    count: int
    last: datetime


class Throttle:
    """After three failures each further one doubles the wait, up to a minute."""

    def __init__(self) -> None:
        """Start with no failures."""
        self._tries: OrderedDict[str, _Tries] = OrderedDict()

    def wait_s(self, key: str, now: datetime) -> int:
        """Return how many seconds *key* must wait; 0 when it may try."""
        tries = self._tries.get(key)
        if tries is None or now - tries.last > FORGET_AFTER or tries.count < FREE_TRIES:
            return 0
        wait = timedelta(seconds=min(2 ** (tries.count - FREE_TRIES + 1), LONGEST_WAIT_S))
        return max(0, -((now - tries.last - wait) // timedelta(seconds=1)))

    def fail(self, key: str, now: datetime) -> None:
        """Note a failure; the oldest keys go when there are too many."""
        tries = self._tries.pop(key, None)
        known = tries is not None and now - tries.last <= FORGET_AFTER
        self._tries[key] = _Tries(tries.count + 1 if tries and known else 1, now)
        while len(self._tries) > _MOST_KEYS:
            self._tries.popitem(last=False)

    def forgive(self, key: str) -> None:
        """Forget the failures of *key*: it got in."""
        self._tries.pop(key, None)
