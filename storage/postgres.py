"""The outgrown database: PostgreSQL 15 or newer, any number of replicas of the service beside each other.

Each write is a transaction of its own. Conversations that it finds are locked until its end, work is claimed past
other workers' locks, and what the server asks to be tried again (deadlock, serialisation, a lost connection) is tried
again. A connection lost while the commit was under way is not: nobody knows whether it happened.

What was forgotten is gone for every query at once; on the server's disk the row, with its key still wrapped by the
installation's, stays until the server reuses the space and lets go of its archived log.
"""

from __future__ import annotations

import asyncio
import random
from collections.abc import Awaitable, Callable, Mapping
from typing import Any, TypeVar

from sqlalchemy import URL, CursorResult, Dialect, Executable, text
from sqlalchemy.exc import DBAPIError
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from core.errors import SanadError, SettingsError, StorageDown
from core.ports import Transaction
from storage.conversations import AddressTaken
from storage.failures import FAILURES, failure_code, storage_down
from storage.prepare import prepare
from storage.scope import Scope
from storage.sealing import Keyring
from storage.transaction import SqlTransaction, touch

T = TypeVar("T")

TRIES = 3
CONNECTIONS = 20
"""Per replica; the server's own limit is 100 by default."""
CONNECT_TIMEOUT_S = 5.0
STATEMENT_TIMEOUT_S = 10.0

# A vanished replica must not keep a child's conversation locked.
_SERVER_SETTINGS = {"application_name": "sanad", "lock_timeout": "5s", "idle_in_transaction_session_timeout": "15s"}
_TRY_AGAIN = frozenset({"40001", "40P01"})
"""serialization_failure, deadlock_detected. Source: PostgreSQL 15 manual, appendix A."""


class PostgresStatements:
    """Fulfils storage.statements.Statements over an asynchronous connection."""

    def __init__(self, connection: AsyncConnection) -> None:
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
        return await self._connection.execute(statement, parameters)


class _TryAgain(Exception):
    """Nothing was written, and another try may succeed."""

    def __init__(self, error: SanadError) -> None:
        super().__init__()
        self.error = error


class PostgresDatabase:
    """Fulfils core.ports.Database on a server."""

    def __init__(self, engine: AsyncEngine, keyring: Keyring) -> None:
        """Use *engine*, whose tables are ready."""
        self._keyring = keyring
        self._engine = engine
        # One picture for all statements of a reading job.
        self._readers = engine.execution_options(isolation_level="REPEATABLE READ", postgresql_readonly=True)
        self._closing = False
        self._under_way = 0
        self._idle = asyncio.Event()
        self._idle.set()

    async def write(self, job: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run *job* in a transaction, up to TRIES times, and return its result after the commit."""
        return await self._try(self._engine, job, writing=True)

    async def read(self, job: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run *job* on one picture of the database."""
        return await self._try(self._readers, job, writing=False)

    async def check(self) -> None:
        """Return when the server takes writes: a stand-by or a full disk counts as down."""
        await self.write(touch)

    async def close(self) -> None:
        """Finish what was accepted and let go of all connections."""
        self._closing = True
        await self._idle.wait()
        await self._engine.dispose()

    async def _try(self, engine: AsyncEngine, job: Callable[[Transaction], Awaitable[T]], *, writing: bool) -> T:
        """Run *job* until it is done or cannot be helped."""
        if self._closing:
            raise StorageDown("closed")
        self._under_way += 1
        self._idle.clear()
        try:
            for _ in range(TRIES - 1):
                try:
                    return await self._run(engine, job, writing=writing)
                except _TryAgain:
                    await asyncio.sleep(random.uniform(0.01, 0.05))
            try:
                return await self._run(engine, job, writing=writing)
            except _TryAgain as last:
                raise last.error from None
        finally:
            self._under_way -= 1
            if not self._under_way:
                self._idle.set()

    async def _run(self, engine: AsyncEngine, job: Callable[[Transaction], Awaitable[T]], *, writing: bool) -> T:
        """Run *job* in one transaction. Raises _TryAgain when another try may succeed."""
        committing = False
        try:
            # Closing the connection rolls back what was not committed.
            async with engine.connect() as connection:
                transaction = await connection.begin()
                scope = Scope(PostgresStatements(connection), self._keyring, writing)
                result = await job(SqlTransaction(scope))
                committing = writing
                await transaction.commit()
                return result
        except AddressTaken as error:
            raise _TryAgain(error) from None
        except FAILURES as error:
            failure = storage_down(error)
            if failure_code(error) in _TRY_AGAIN or (_is_lost(error) and not committing):
                raise _TryAgain(failure) from None
            raise failure from None


async def open_postgres(url: URL, keyring: Keyring) -> PostgresDatabase:
    """Connect, make or upgrade the tables, check the key. Raises SettingsError and what the engine raises."""
    engine = _engine(url)
    try:
        async with engine.begin() as connection:
            await connection.run_sync(prepare, keyring)
            if (await connection.scalar(text("SHOW synchronous_commit"))) == "off":
                raise SettingsError("PostgreSQL acknowledges before it has written; set synchronous_commit to on")
    except BaseException:
        await engine.dispose()
        raise
    return PostgresDatabase(engine, keyring)


def _engine(url: URL) -> AsyncEngine:
    """Return an engine for *url* with our time-outs."""
    query = dict(url.query)
    if "sslmode" in query:
        # Everybody else's name for it; asyncpg's is `ssl`.
        query["ssl"] = query.pop("sslmode")
    return create_async_engine(
        url.set(drivername="postgresql+asyncpg", query=query),
        pool_size=CONNECTIONS,
        max_overflow=0,
        pool_timeout=CONNECT_TIMEOUT_S,
        hide_parameters=True,
        connect_args={
            "timeout": CONNECT_TIMEOUT_S,
            "command_timeout": STATEMENT_TIMEOUT_S,
            "server_settings": _SERVER_SETTINGS,
        },
    )


def _is_lost(error: BaseException) -> bool:
    """Return whether the connection is gone, or was never there."""
    return error.connection_invalidated if isinstance(error, DBAPIError) else isinstance(error, ConnectionError)
