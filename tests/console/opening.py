"""Opens the console on a real port, over the real desk, an empty SQLite file and a clock that is turned."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import replace
from pathlib import Path

from aiohttp import web
from aiohttp.test_utils import TestServer
from argon2 import PasswordHasher

from console.app import Console, ConsoleOptions
from console.passwords import Passwords
from languages.registry import ROOT
from storage.database import open_database
from tests.console.office import Office
from tests.console.told import REASONS, assess
from tests.factories import CATALOGUE, LANGUAGES, make_helpline


@asynccontextmanager
async def open_office(folder: Path) -> AsyncIterator[Office]:
    """Serve a console that nobody has an account for yet."""
    db = await open_database(f"sqlite:///{folder / 'sanad.sqlite3'}", secrets.token_bytes(32))
    helpline = make_helpline(db)
    helpline.parts = replace(helpline.parts, assess=assess)
    options = ConsoleOptions(
        look=ROOT / "channels/web/static",
        clock=helpline.clock,
        tick_s=0.2,
        reason_of=REASONS.__getitem__,
        passwords=Passwords(hasher=PasswordHasher(time_cost=1, memory_cost=64, parallelism=1)),
    )
    console = Console(helpline.desk, db, helpline.parts.fanout, CATALOGUE, LANGUAGES, options)
    app = web.Application(middlewares=[console.middleware])
    app.add_routes(console.routes())
    app.on_shutdown.append(console.close)
    server = TestServer(app)
    await server.start_server()
    opened = Office(helpline, console, server)
    yield opened
    await opened.close()
    await server.close()
    await helpline.parts.fanout.close()
    await db.close()
