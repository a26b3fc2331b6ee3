"""Opens the live hints between the parts of a running service: in this process, or through Redis between several.

A hint is a hint: losing one loses nothing, because whoever listens also reads the database now and then. So nothing
is kept, and nothing may hold up or fail what has been written already.
"""

from __future__ import annotations

from core.errors import SettingsError
from core.ports import Fanout
from storage.local_fanout import LocalFanout
from storage.redis_fanout import RedisFanout

__all__ = ["LocalFanout", "RedisFanout", "open_fanout"]

START_TIMEOUT_S = 1.0
"""How long opening waits for Redis before it goes on without."""


async def open_fanout(url: str | None) -> Fanout:
    """Return the fan-out through the Redis at *url* (`redis://` or `rediss://`), or without one in this process.

    A Redis that is away does not stop the start: hints reach the other processes once it is back.

    Raises:
        SettingsError: *url* is no URL of a Redis.
    """
    if url is None:
        return LocalFanout()
    try:
        fanout = RedisFanout(url)
    except ValueError:
        raise SettingsError("The Redis URL must look like redis://host:6379/0") from None
    await fanout.wait_until_listening(START_TIMEOUT_S)
    return fanout
