"""The real clock."""

from __future__ import annotations

from datetime import datetime, timezone


class SystemClock:
    """Tells the computer's time."""

    def now(self) -> datetime:
        """Return the time, aware UTC."""
        return datetime.now(timezone.utc)
