"""What a database's failure is called outside: always StorageDown with a code, never the engine's own words.

An engine's message may quote a row. The code names the failure for whoever runs the service: `SQLITE_FULL`,
`SQLITE_BUSY`, `40P01`, `ConnectionRefusedError`.
"""

from __future__ import annotations

import asyncpg
import structlog
from sqlalchemy.exc import DBAPIError, SQLAlchemyError

from core.errors import StorageDown

_log = structlog.get_logger("sanad.storage")

FAILURES = (SQLAlchemyError, asyncpg.PostgresError, asyncpg.InterfaceError, OSError, TimeoutError)
"""What the engines and their connections raise; asyncpg's own errors come while connecting."""


def storage_down(error: BaseException) -> StorageDown:
    """Log a failure by its code and return the StorageDown for it."""
    code = failure_code(error)
    _log.warning("storage_failed", code=code)
    return StorageDown(code)


def failure_code(error: BaseException) -> str:
    """Return the engine's own code, or the name of the error's class."""
    cause = error.orig if isinstance(error, DBAPIError) and error.orig is not None else error
    code = getattr(cause, "sqlite_errorname", None) or getattr(cause, "sqlstate", None)
    return code or type(cause).__name__
