"""The turn's log: events with a closed list of keys, never words."""

from __future__ import annotations

import structlog

_log = structlog.get_logger("sanad.bot")


def event(name: str, **keys: str | int | float) -> None:
    """Log one event; sanad/logs.py drops every key that is not on the allow-list."""
    _log.warning(name, **keys)
