"""Puts the parts together: the aiohttp application of the service."""

from __future__ import annotations

import asyncio
import os
from collections.abc import AsyncIterator, Mapping
from contextlib import suppress
from typing import cast
from zoneinfo import ZoneInfo

from aiohttp import ClientSession, web
from aiohttp.typedefs import Middleware

from accessibility.speech.voices import SpokenVoices
from bot.assistant import RasaAssistant
from bot.desk import Desk
from bot.helpline import Helpline
from bot.log import event
from bot.numbers import INTERNATIONAL
from bot.parts import Parts
from bot.worker import Worker
from channels.telegram.handler import TelegramChannel
from channels.web.handler import WebChannel
from channels.web.options import WebOptions
from console.app import Console, ConsoleOptions
from core.clock import SystemClock
from core.errors import StorageDown
from core.ports import Database, Sender
from languages.catalogue import Catalogue
from languages.directory import load_directory
from languages.registry import ROOT, usable_languages
from sanad.settings import Settings
from storage.database import open_database
from storage.fanout import open_fanout
from storage.sealing import load_or_make_key
from triage.engine import Triage
from triage.policy import load_policy

MAX_BODY_BYTES = 1_048_576
DRAIN_S = 5.0

PARTS = web.AppKey("parts", Parts)
HTTP = web.AppKey("http", ClientSession)


def database_url(settings: Settings) -> str:
    """Return the database's address; the embedded one is a file in the var folder."""
    return settings.database_url or f"sqlite:///{settings.var / 'sanad.sqlite3'}"


async def open_storage(settings: Settings) -> Database:
    """Open the database under the installation's key, both made when missing. Raises StorageDown."""
    settings.var.mkdir(parents=True, exist_ok=True, mode=0o700)
    return await open_database(database_url(settings), load_or_make_key(settings.var / "installation.key"))


async def make_app(settings: Settings) -> web.Application:
    """Return the service, ready to be run; it lets go of everything in its clean-up."""
    http, triage, senders = ClientSession(), Triage(), dict[str, Sender]()
    if triage.lack is not None:
        event("second_opinion_missing", error=type(triage.lack).__name__)
    parts = await _make_parts(settings, http, triage, senders)
    helpline = Helpline(parts)
    page = WebChannel(helpline, parts.fanout, parts.catalogue, parts.languages, _web_options(settings, parts))
    options = _console_options(settings, triage)
    console = Console(Desk(parts), parts.db, parts.fanout, parts.catalogue, parts.languages, options)
    app = web.Application(client_max_size=MAX_BODY_BYTES, middlewares=[cast(Middleware, console.middleware)])
    app[PARTS], app[HTTP] = parts, http
    app.add_routes([*page.routes(), *console.routes(), web.get("/health", _health)])
    app.on_shutdown.extend([lambda _: page.close(), console.close])
    app.cleanup_ctx.append(_hold_storage)
    if settings.telegram_token:
        telegram = TelegramChannel(
            helpline, parts.catalogue, settings.telegram_token, settings.telegram_api, settings.public_url
        )
        senders["telegram"] = telegram
        app.add_routes(telegram.routes())
        app.cleanup_ctx.append(telegram.run)
    app.cleanup_ctx.append(_run_worker)
    return app


async def _make_parts(settings: Settings, http: ClientSession, triage: Triage, senders: Mapping[str, Sender]) -> Parts:
    """Return what a turn is made with."""
    languages = usable_languages()
    address, secret = f"http://127.0.0.1:{settings.rasa_port}", os.environ.get("SANAD_RASA_SECRET", "")
    return Parts(
        db=await open_storage(settings),
        fanout=await open_fanout(settings.redis_url or None),
        clock=SystemClock(),
        assistant=RasaAssistant(http, address, secret, timeout_s=settings.assistant_timeout_s),
        voices=SpokenVoices(languages, settings.var / "voices", online=settings.online_voice),
        assess=triage.assess,
        policy=load_policy(),
        catalogue=Catalogue(languages),
        languages=languages,
        directory=load_directory(),
        default_language=settings.language,
        default_country=settings.country,
        senders=senders,
    )


def _web_options(settings: Settings, parts: Parts) -> WebOptions:
    """Return what the child's page is told."""
    return WebOptions(
        default_language=settings.language,
        countries=tuple(code for code in parts.directory if code != INTERNATIONAL),
        default_country=settings.country,
        exit_url=settings.leave_url,
        frame_ancestors=settings.frame_ancestors,
        origins=(settings.public_url,) if settings.public_url else (),
    )


def _console_options(settings: Settings, triage: Triage) -> ConsoleOptions:
    """Return what the console is told."""
    reasons = {rule.id: rule.reason for rule in triage.book.rules}
    return ConsoleOptions(
        look=ROOT / "channels" / "web" / "static",
        https=settings.public_url.startswith("https://"),
        origin=settings.public_url,
        timezone=ZoneInfo(settings.timezone),
        language=settings.language,
        reason_of=reasons.__getitem__,
    )


async def _hold_storage(app: web.Application) -> AsyncIterator[None]:
    """Let go of the voices, the live hints and the database, after everything that uses them has stopped."""
    yield
    parts = app[PARTS]
    await parts.voices.close()
    await app[HTTP].close()
    await parts.fanout.close()
    await parts.db.close()


async def _run_worker(app: web.Application) -> AsyncIterator[None]:
    """Run the workers while the service runs; then let what is under way end."""
    worker = Worker(app[PARTS])
    task = asyncio.create_task(worker.run())
    yield
    task.cancel()
    with suppress(asyncio.CancelledError):
        await task
    await worker.drain(DRAIN_S)


async def _health(request: web.Request) -> web.Response:
    """Answer 200 while the database answers; for the supervisor and a load balancer."""
    try:
        await request.app[PARTS].db.check()
    except StorageDown:
        return web.json_response({"storage": "down"}, status=503)
    return web.json_response({"storage": "up"})
