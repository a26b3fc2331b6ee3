"""The service ends in order when it is told to: what is under way is finished first."""

import asyncio
import os
import signal

import pytest
from aiohttp import web

from sanad import __main__ as program
from sanad.settings import Settings


@pytest.mark.parametrize("number", [signal.SIGTERM, signal.SIGINT])
async def test_a_signal_lets_what_is_under_way_end(monkeypatch, unused_tcp_port, number):
    """Background tasks are not cancelled by the signal; the clean-up decides when each ends."""
    seen = []

    async def works(app):
        async def finish():
            await asyncio.sleep(0.2)
            seen.append("finished")

        task = asyncio.create_task(finish())
        asyncio.get_running_loop().call_later(0.05, os.kill, os.getpid(), number)
        yield
        await task
        seen.append("cleaned up")

    async def make_app(_):
        app = web.Application()
        app.cleanup_ctx.append(works)
        return app

    monkeypatch.setattr(program, "make_app", make_app)
    async with asyncio.timeout(5):
        await program.serve(Settings(port=unused_tcp_port))
    assert seen == ["finished", "cleaned up"]
