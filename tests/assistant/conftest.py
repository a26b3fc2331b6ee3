"""One running assistant for all tests of this folder, and a child who talks to it."""

from __future__ import annotations

from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession

from bot.assistant import RasaAssistant
from core.conversation import ConversationId
from core.message import AssistantReply, Command, Say
from core.ports import AssistantRequest
from core.text import ChildText
from tests.assistant.processes import RunningAssistant

UNKNOWN = ("გვრიტი კანარა", "მელია ტყეში", "ჩიტი ხეზე")
"""Invented words in a script that no language of ours uses: never understood, however the model was trained."""


@dataclass
class Child:
    """Talks to the assistant as the turn does: state goes along, nothing stays.

    Attributes:
        assistant: The service's client.
        slots: What the turn tells.
        state: What the assistant gave back last time.
    """

    assistant: RasaAssistant
    slots: dict[str, object] = field(default_factory=lambda: {"language": "en", "country": None})
    state: dict[str, object] = field(default_factory=dict)

    async def says(self, words: str) -> AssistantReply:
        """Write something."""
        return await self._turn(ChildText(words), None)

    async def taps(self, payload: str) -> AssistantReply:
        """Press a button."""
        return await self._turn(None, payload)

    async def _turn(self, words: ChildText | None, payload: str | None) -> AssistantReply:
        """Do one turn."""
        request = AssistantRequest(ConversationId("c"), words, payload, self.slots, self.state)
        reply = await self.assistant.reply(request)
        self.state = dict(reply.state)
        return reply


def said(reply: AssistantReply) -> list[str]:
    """Return the names of what was said."""
    return [step.name for step in reply.steps if isinstance(step, Say)]


def done(reply: AssistantReply) -> list[tuple[str, dict[str, str]]]:
    """Return the commands with their values."""
    return [(step.name.value, dict(step.values)) for step in reply.steps if isinstance(step, Command)]


def labels(reply: AssistantReply) -> list[str]:
    """Return the labels of the last sentence's buttons."""
    sentences = [step for step in reply.steps if isinstance(step, Say)]
    return [button.name for button in sentences[-1].buttons]


@pytest.fixture(scope="session")
def running(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAssistant]:
    """Return the assistant, started once."""
    assistant = RunningAssistant(tmp_path_factory.mktemp("assistant") / "assistant.log")
    try:
        assistant.start()
        yield assistant
    finally:
        assistant.stop()


@pytest.fixture
async def assistant(running: RunningAssistant) -> AsyncIterator[RasaAssistant]:
    """Return the service's client of the running assistant."""
    async with ClientSession() as http:
        yield RasaAssistant(http, running.address, running.secret, timeout_s=20)


@pytest.fixture
def child(assistant: RasaAssistant) -> Child:
    """Return a child who has not said anything yet."""
    return Child(assistant)
