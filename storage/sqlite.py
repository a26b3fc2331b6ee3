"""The embedded database: SQLite in WAL mode with one writer.

Writers queue up; what is waiting runs one after another in one transaction, each in its own savepoint, so that many
children share one flush to the disk. A caller hears of its result only after that flush.

A statement on a local file takes microseconds, less than handing it to a thread and back, so statements run on the
event loop; what may wait for a lock or for the disk (begin, commit, check-point) runs in a thread. Figures:
benchmarks/storage.py.
Source: https://www.sqlite.org/pragma.html (synchronous, secure_delete).
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import partial
from pathlib import Path
from time import monotonic
from typing import Any, TypeVar

from sqlalchemy import Connection
from sqlalchemy.exc import IntegrityError, SQLAlchemyError

from core.errors import StorageDown
from core.ports import Transaction
from storage.failures import FAILURES, storage_down
from storage.prepare import prepare
from storage.scope import Scope
from storage.sealing import Keyring
from storage.sqlite_file import InlineStatements, empty_log, make_file, reading_engine, writing_engine
from storage.transaction import SqlTransaction, touch

T = TypeVar("T")

BATCH_LIMIT = 64
BATCH_TIME_S = 0.02
"""No job joins a transaction older than this: the first in it waits for the last."""
QUEUE_LIMIT = 2000
"""More waiting writers than this are refused at once, which a channel can tell the child."""
READERS = 4


@dataclass(slots=True)
class _Waiting:
    """A job with the future its caller waits for, and what became of it."""

    job: Callable[[Transaction], Awaitable[Any]]
    future: asyncio.Future[Any]
    result: Any = None
    error: Exception | None = None

    def settle(self, failure: StorageDown | None) -> None:
        """Tell the caller what became of the job; *failure* is that of the whole transaction."""
        if self.future.done():
            return
        error = failure or self.error
        if error is None:
            self.future.set_result(self.result)
        else:
            self.future.set_exception(error)


class SqliteDatabase:
    """Fulfils core.ports.Database on one file."""

    def __init__(self, path: Path, keyring: Keyring) -> None:
        """Open the file at *path*, whose tables are ready; needs a running loop."""
        self._keyring = keyring
        self._writer, self._readers = writing_engine(path), reading_engine(path, READERS)
        # The pool would block the loop when it is empty; this waits instead.
        self._reading = asyncio.Semaphore(READERS)
        # Its own thread, so that a slow voice or a password hash does not hold up a commit.
        self._thread = ThreadPoolExecutor(1, "sqlite")
        self._queue: asyncio.Queue[_Waiting | None] = asyncio.Queue()
        self._closing = False
        self._must_empty_log = False
        self._task = asyncio.create_task(self._write_all(), name="sqlite writer")

    async def write(self, job: Callable[[Transaction], Awaitable[T]]) -> T:
        """Queue *job* and return its result once the commit is on the disk."""
        if self._closing or self._task.done():
            raise StorageDown("closed")
        if self._queue.qsize() >= QUEUE_LIMIT:
            raise StorageDown("busy")
        waiting = _Waiting(job, asyncio.get_running_loop().create_future())
        self._queue.put_nowait(waiting)
        result: T = await waiting.future
        return result

    async def read(self, job: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run *job* on one picture of the database, beside the writer."""
        if self._closing:
            raise StorageDown("closed")
        try:
            async with self._reading:
                with self._readers.begin() as connection:
                    return await job(SqlTransaction(Scope(InlineStatements(connection), self._keyring, writing=False)))
        except FAILURES as error:
            raise storage_down(error) from None

    async def check(self) -> None:
        """Return when a write has reached the disk: a full or read-only one counts as down."""
        await self.write(touch)

    async def close(self) -> None:
        """Finish what was accepted and let go of the file."""
        if not self._closing:
            self._closing = True
            self._queue.put_nowait(None)
        await asyncio.wait([self._task])
        self._thread.shutdown()
        self._readers.dispose()
        self._writer.dispose()

    async def _write_all(self) -> None:
        """Commit what is queued until the end of the queue, then refuse what is left."""
        try:
            while (first := await self._queue.get()) is not None:
                await self._commit(first)
        finally:
            while not self._queue.empty():
                if (left := self._queue.get_nowait()) is not None:
                    left.settle(StorageDown("closed"))

    async def _commit(self, first: _Waiting) -> None:
        """Run *first* and what waits behind it in one transaction, then tell the callers."""
        batch: list[_Waiting] = []
        failure: StorageDown | None = StorageDown("closed")
        try:
            with self._writer.connect() as connection:
                await self._transact(connection, first, batch)
            failure = None
        except Exception as error:  # noqa: BLE001 -- boundary: the writer outlives whatever befalls one batch
            failure = storage_down(error)
        finally:
            # One commit for all: if it failed, nothing of it is there.
            for waiting in batch or [first]:
                waiting.settle(failure)
        if self._must_empty_log:
            await self._empty_log()

    async def _transact(self, connection: Connection, first: _Waiting, batch: list[_Waiting]) -> None:
        """Run and commit a batch; leave no open transaction behind."""
        try:
            transaction = await self._in_thread(connection.begin)
            await self._run_batch(connection, first, batch)
            await self._in_thread(transaction.commit)
        except BaseException:
            # A commit that failed may leave the transaction open; without its connection it is gone for certain.
            connection.invalidate()
            raise

    async def _run_batch(self, connection: Connection, first: _Waiting, batch: list[_Waiting]) -> None:
        """Run *first* and what waits behind it, noting in *batch* what was begun."""
        started = monotonic()
        following: _Waiting | None = first
        while following is not None:
            batch.append(following)
            await self._run(connection, following)
            # Let the loop breathe, and more jobs arrive.
            await asyncio.sleep(0)
            following = None
            if len(batch) < BATCH_LIMIT and monotonic() - started < BATCH_TIME_S and not self._queue.empty():
                following = self._queue.get_nowait()
                if following is None:
                    # The end of the queue: leave it for the loop.
                    self._queue.put_nowait(None)

    async def _run(self, connection: Connection, waiting: _Waiting) -> None:
        """Run one job in a savepoint; what it raises undoes its own writes only."""
        if waiting.future.cancelled():
            return
        scope = Scope(InlineStatements(connection), self._keyring, writing=True)
        savepoint = connection.begin_nested()
        try:
            waiting.result = await waiting.job(SqlTransaction(scope))
        except IntegrityError as error:
            savepoint.rollback()
            waiting.error = storage_down(error)
        except SQLAlchemyError:
            # The engine may have undone the whole transaction already (disk full).
            raise
        except Exception as error:  # noqa: BLE001 -- boundary: the job's error belongs to its caller
            savepoint.rollback()
            waiting.error = error
        else:
            savepoint.commit()
            self._must_empty_log |= scope.forgot

    async def _empty_log(self) -> None:
        """Take destroyed keys out of the write-ahead log too; tried again after each commit until it works."""
        try:
            self._must_empty_log = not await self._in_thread(partial(empty_log, self._writer))
        except FAILURES:
            return

    async def _in_thread(self, call: Callable[[], T]) -> T:
        """Run what may wait for a lock or the disk beside the loop."""
        return await asyncio.get_running_loop().run_in_executor(self._thread, call)


def prepare_file(path: Path, keyring: Keyring) -> None:
    """Make or upgrade the file's tables and check its key; blocks."""
    make_file(path)
    engine = writing_engine(path)
    try:
        with engine.begin() as connection:
            prepare(connection, keyring)
    finally:
        engine.dispose()
