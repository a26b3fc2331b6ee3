"""The child's page on a real helpline: only the assistant and the voice are told what to say."""

from __future__ import annotations

import asyncio
import io
import wave
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager, suppress
from dataclasses import dataclass, replace
from typing import Protocol

from aiohttp import web
from aiohttp.test_utils import TestServer

from bot.worker import Worker
from channels.web.handler import WebChannel
from channels.web.options import WebOptions
from core.message import AssistantReply, Button, Say
from core.ports import AssistantRequest, Database
from core.text import ChildText
from tests.factories import CATALOGUE, DIRECTORY, LANGUAGES, TestHelpline, make_helpline

ASK_SAFE = Say(
    "utter_ask_safe_now",
    buttons=(
        Button("button_safe_yes", '/answer_safe_now{"safe_now": "yes"}'),
        Button("button_safe_no", '/answer_safe_now{"safe_now": "no"}'),
        Button("button_unsure", '/answer_safe_now{"safe_now": "unsure"}'),
        Button("button_unsaid", '/answer_safe_now{"safe_now": "unsaid"}', quiet=True),
    ),
)
OPTIONS = WebOptions(
    default_language="en", countries=tuple(DIRECTORY), default_country="JO", exit_url="/neutral", burst=200, per_s=50.0
)


def make_sound(seconds: float = 1.5) -> bytes:
    """Return silence that a browser can play: int16 mono 8 000 Hz."""
    kept = io.BytesIO()
    with wave.open(kept, "wb") as file:
        file.setnchannels(1)
        file.setsampwidth(2)
        file.setframerate(8000)
        file.writeframes(b"\0\0" * int(8000 * seconds))
    return kept.getvalue()


class PlayableVoices:
    """Has a voice for every language and plays silence; remembers what was asked for."""

    def __init__(self) -> None:
        self.spoken: list[str] = []

    def has(self, language: str) -> bool:
        """Say yes."""
        return True

    async def speak(self, words: ChildText, language: str, *, catalogue: bool, form: str) -> bytes:
        """Return silence."""
        self.spoken.append(words.reveal())
        return make_sound()


class ScriptedAssistant:
    """Plays a small first talk: asks the safety question after "home", greets otherwise."""

    async def reply(self, request: AssistantRequest) -> AssistantReply:
        """Play the part."""
        said = request.words.reveal() if request.words else ""
        if "home" in said or "بيت" in said or "گھر" in said:
            return AssistantReply((Say("utter_talk_family_conflict"), ASK_SAFE))
        if request.payload:
            return AssistantReply((Say("utter_safe_yes"),))
        return AssistantReply((Say("utter_greet"),))


class Guest(Protocol):
    """Somebody who must be gone before the site closes."""

    async def close(self) -> None:
        """Leave."""


@dataclass
class Site:
    """A running page."""

    line: TestHelpline
    channel: WebChannel
    server: TestServer
    voices: PlayableVoices
    log: list[str]
    guests: list[Guest]

    @property
    def url(self) -> str:
        """Return the page's address."""
        return str(self.server.make_url("/"))


async def _neutral(_: web.Request) -> web.Response:
    """Stand in for the neutral site that "Leave fast" opens."""
    return web.Response(text="<!doctype html><title>Encyclopedia</title><p>Weather</p>", content_type="text/html")


@asynccontextmanager
async def open_site(db: Database, **options: object) -> AsyncIterator[Site]:
    """Run the page with its workers; options replace fields of WebOptions."""
    line, voices = make_helpline(db), PlayableVoices()
    line.parts = replace(line.parts, voices=voices, assistant=ScriptedAssistant())
    channel = WebChannel(
        line.child,
        line.parts.fanout,
        CATALOGUE,
        LANGUAGES,
        replace(OPTIONS, **options),  # type: ignore[arg-type]
    )
    app = web.Application()
    app.add_routes([*channel.routes(), web.get("/neutral", _neutral)])
    asked: list[str] = []

    async def note(request: web.Request, _: web.StreamResponse) -> None:
        asked.append(request.path_qs)

    app.on_response_prepare.append(note)
    server = TestServer(app)
    await server.start_server()
    worker = asyncio.create_task(Worker(line.parts).run())
    site = Site(line, channel, server, voices, asked, [])
    try:
        yield site
    finally:
        for guest in site.guests:
            await guest.close()
        await channel.close()
        worker.cancel()
        with suppress(asyncio.CancelledError):
            await worker
        await server.close()
