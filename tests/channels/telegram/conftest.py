"""A whole Telegram channel: fake Bot API, real channel over HTTP, real SQLite, a running worker."""

import asyncio
import secrets
from contextlib import asynccontextmanager, suppress

import pytest
from aiohttp import web

from bot.worker import Worker
from channels.telegram.handler import TelegramChannel
from core.clock import SystemClock
from storage.database import open_database
from tests.channels.telegram.fake_api import TOKEN, FakeTelegram
from tests.factories import CATALOGUE, make_helpline


@pytest.fixture
async def telegram():
    """Start the fake Bot API."""
    server = FakeTelegram()
    await server.start()
    yield server
    await server.stop()


@pytest.fixture
async def line(tmp_path):
    """Make a helpline with the real clock."""
    db = await open_database(f"sqlite:///{tmp_path / 'sanad.sqlite3'}", secrets.token_bytes(32))
    made = make_helpline(db)
    object.__setattr__(made.parts, "clock", SystemClock())
    yield made
    await db.close()


@asynccontextmanager
async def run_worker(line):
    """Run the worker; it ends before the channel does, as in the service."""
    running = Worker(line.parts)
    task = asyncio.create_task(running.run())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await running.drain(5)


@pytest.fixture(params=["polling", "webhook"])
async def channel(request, telegram, line):
    """Run the channel, once by polling and once by webhook."""
    async for made in run_channel(telegram, line, webhook=request.param == "webhook"):
        yield made


async def run_channel(telegram, line, *, webhook):
    """Run a channel until the caller is done."""
    app = web.Application()
    runner = web.AppRunner(app)
    holder = []

    async def knock(request):
        return await holder[0]._webhook(request)

    app.router.add_post("/telegram/webhook", knock)
    await runner.setup()
    await web.TCPSite(runner, "127.0.0.1", 0).start()
    url = f"http://127.0.0.1:{runner.addresses[0][1]}" if webhook else ""
    made = TelegramChannel(line.child, CATALOGUE, TOKEN, telegram.url, url)
    holder.append(made)
    line.senders["telegram"] = made
    async for _ in made.run(app):
        async with asyncio.timeout(5):
            while not any(name == "setMyCommands" for name, _ in telegram.calls):
                await asyncio.sleep(0.01)
        async with run_worker(line):
            yield made
    await runner.cleanup()
