"""The service's log: one JSON line per event on standard error, keys from an allow-list, never a child's words.

Libraries that would log words or tokens are pinned; docs/adr/0006-logging.md lists what each of them leaks.
"""

from __future__ import annotations

import logging
import sys

import structlog
from structlog.typing import EventDict, WrappedLogger

ALLOWED = frozenset({
    "event", "level", "timestamp", "logger",
    "channel", "code", "conversation", "count", "error", "kind", "language", "level_word", "method", "ms",
    "part", "pid", "port", "reason", "route", "seq", "status", "tries",
})  # fmt: skip
"""Keys that may be logged: ids we made, counts, codes, milliseconds, language tags, names of channels and routes."""

PINNED = (
    "httpx", "httpcore", "telegram", "aiohttp.access", "aiohttp.server", "aiohttp.web", "sqlalchemy", "alembic",
    "aiosqlite", "asyncpg", "asyncio", "redis", "gtts", "urllib3", "libav",
)  # fmt: skip
"""Loggers that show tokens, addresses or words below WARNING (httpx prints the bot's token at INFO)."""


def keep_allowed(_: WrappedLogger, __: str, event: EventDict) -> EventDict:
    """Drop every key that is not on the allow-list, and every value that is not a plain word or number."""
    return {
        key: value for key, value in event.items() if key in ALLOWED and isinstance(value, str | int | float | bool)
    }


class _EventsOnly(logging.Formatter):
    """Formats a library's record as its logger, level and the type of its error: never its message."""

    def format(self, record: logging.LogRecord) -> str:
        """Return one line without the record's own text, which may hold anything."""
        error = record.exc_info[0].__name__ if record.exc_info and record.exc_info[0] else "-"
        return f'{{"event":"library","logger":"{record.name}","level":"{record.levelname.lower()}","error":"{error}"}}'


def set_up_logs(level: str = "INFO") -> None:
    """Configure structlog and the standard library's logging for the whole process."""
    structlog.configure(
        processors=[
            structlog.processors.add_log_level,
            structlog.processors.TimeStamper(fmt="iso", utc=True),
            keep_allowed,
            structlog.processors.JSONRenderer(),
        ],
        wrapper_class=structlog.make_filtering_bound_logger(level),
        logger_factory=structlog.PrintLoggerFactory(sys.stderr),
        cache_logger_on_first_use=False,
    )
    handler = logging.StreamHandler(sys.stderr)
    handler.setFormatter(_EventsOnly())
    logging.basicConfig(level=logging.WARNING, handlers=[handler], force=True)
    for name in PINNED:
        logging.getLogger(name).setLevel(logging.WARNING)
