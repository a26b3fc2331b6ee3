"""The worker outlives whatever happens around it, and ends in order."""

import asyncio
from contextlib import asynccontextmanager, suppress
from dataclasses import replace

from bot.worker import Worker
from core.errors import StorageDown
from storage.fanout import LocalFanout

CALM = "hello, can you help me please"


@asynccontextmanager
async def working(line):
    """Run a worker."""
    worker = Worker(line.parts)
    task = asyncio.create_task(worker.run())
    yield task
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await worker.drain(5)


async def answered(line, address):
    """Wait until the robot answered the child at *address*."""
    async with asyncio.timeout(5):
        while True:
            found = await line.child.find("web", address)
            if found and "utter_greet" in await line.names(found.id):
                return
            await asyncio.sleep(0.02)


class LostFanout(LocalFanout):
    """Cannot be listened to."""

    def subscribe(self, *topics):
        """Lose the connection."""
        raise ConnectionResetError


async def test_hints_that_are_lost_stop_no_work(line):
    """The table is the truth: without a single hint the child is answered."""
    line.parts = replace(line.parts, fanout=LostFanout())
    async with working(line) as task:
        await line.write(CALM)
        await answered(line, "child-1")
        assert not task.done()


async def test_a_database_that_was_away_is_asked_again(line, monkeypatch):
    """Work goes on by itself when it is back."""
    claims, real = [], line.parts.db.write

    async def away(job):
        claims.append(job)
        if len(claims) < 3:
            raise StorageDown("away")
        return await real(job)

    await line.write(CALM)
    monkeypatch.setattr(line.parts.db, "write", away)
    async with working(line):
        await answered(line, "child-1")


async def test_work_under_way_ends_before_the_worker_does(line):
    """What was begun is finished and stored; nothing new is begun."""
    thinking, told = asyncio.Event(), line.assistant.reply

    async def slow(request):
        thinking.set()
        await asyncio.sleep(0.3)
        return await told(request)

    line.assistant.reply = slow
    async with working(line):
        await line.write(CALM)
        await asyncio.wait_for(thinking.wait(), 5)
    await answered(line, "child-1")


async def test_work_that_does_not_end_is_ended(line):
    """After the moment it is given it is cancelled, before the database closes under it."""
    thinking, ended = asyncio.Event(), asyncio.Event()

    async def hangs(_):
        thinking.set()
        try:
            await asyncio.sleep(60)
        finally:
            ended.set()

    line.assistant.reply = hangs
    worker = Worker(line.parts)
    task = asyncio.create_task(worker.run())
    await line.write(CALM)
    await asyncio.wait_for(thinking.wait(), 5)
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await worker.drain(0.1)
    assert ended.is_set()
