"""One SQLite file as SQLAlchemy sees it: settings of its connections, and how a statement is run."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

from sqlalchemy import URL, Connection, CursorResult, Dialect, Engine, Executable, create_engine, event

BUSY_TIMEOUT_MS = 5000
"""How long a writer waits for another process. Runs in a thread."""
READ_TIMEOUT_MS = 250
"""How long a reader waits; only another process that recovers the file after a crash makes it wait at all."""

_PRAGMAS = (
    "PRAGMA journal_mode = WAL",
    # FULL flushes the log at each commit: what was acknowledged survives a power cut.
    "PRAGMA synchronous = FULL",
    "PRAGMA secure_delete = ON",
    "PRAGMA foreign_keys = ON",
    # Sorting must not leave rows in temporary files.
    "PRAGMA temp_store = MEMORY",
)


class InlineStatements:
    """Fulfils storage.statements.Statements by running each statement at once, on the caller's thread."""

    def __init__(self, connection: Connection) -> None:
        """Run statements on *connection*, which is in a transaction."""
        self._connection = connection

    @property
    def dialect(self) -> Dialect:
        """Which SQL the engine speaks."""
        return self._connection.dialect

    async def execute(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None, /
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run one statement."""
        return self._connection.execute(statement, parameters)


def make_file(path: Path) -> None:
    """Make an empty file that only its owner can read; SQLite gives its log the same mode."""
    os.close(os.open(path, os.O_CREAT | os.O_RDWR, 0o600))


def writing_engine(path: Path) -> Engine:
    """Return an engine with one connection; its transactions hold the file's write lock from their beginning."""
    return _engine(path, 1, "BEGIN IMMEDIATE", (f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}", *_PRAGMAS))


def reading_engine(path: Path, connections: int) -> Engine:
    """Return an engine whose connections cannot write."""
    return _engine(
        path, connections, "BEGIN", (f"PRAGMA busy_timeout = {READ_TIMEOUT_MS}", *_PRAGMAS, "PRAGMA query_only = ON")
    )


def empty_log(engine: Engine) -> bool:
    """Bring the write-ahead log into the file and cut it to nothing; False at once when a reader still needs it."""
    connection = engine.raw_connection()
    cursor = connection.cursor()
    try:
        # A backup may read for minutes; no child waits for that.
        cursor.execute("PRAGMA busy_timeout = 0")
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)")
        (blocked, *_) = cursor.fetchone() or (1,)
        return not blocked
    finally:
        cursor.execute(f"PRAGMA busy_timeout = {BUSY_TIMEOUT_MS}")
        connection.close()


def _engine(path: Path, connections: int, begin: str, pragmas: tuple[str, ...]) -> Engine:
    """Return an engine whose connections are set up with *pragmas* and begin with *begin*."""
    engine = create_engine(
        URL.create("sqlite+pysqlite", database=str(path)),
        pool_size=connections,
        max_overflow=0,
        hide_parameters=True,
        # Begin and commit run in a thread, the rest on the loop: one after the other, never at once.
        connect_args={"isolation_level": None, "check_same_thread": False},
    )

    @event.listens_for(engine, "connect")
    def prepare(connection: Any, record: object) -> None:
        """Set a new connection up."""
        for pragma in pragmas:
            connection.execute(pragma).close()

    @event.listens_for(engine, "begin")
    def start(connection: Connection) -> None:
        """Begin a transaction in the wanted way."""
        connection.exec_driver_sql(begin)

    return engine
