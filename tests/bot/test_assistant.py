"""The client believes nothing and waits for nobody."""

from __future__ import annotations

import asyncio
import json
from collections.abc import AsyncIterator, Awaitable, Callable
from dataclasses import dataclass, field

import pytest
from aiohttp import ClientSession, web
from aiohttp.test_utils import TestServer

from bot.assistant import FAILURES_TO_OPEN, MAX_ANSWER_BYTES, MAX_STEPS, OPEN_S, Breaker, RasaAssistant
from core.conversation import ConversationId
from core.errors import AssistantDown
from core.message import AssistantReply, Button, Command, CommandName, Say
from core.ports import AssistantRequest
from core.text import ChildText

SECRET = "s" * 40
GOOD: dict[str, object] = {
    "steps": [
        {"say": {"name": "utter_greet", "values": {"a": "b"}, "buttons": [
            {"name": "button_yes", "payload": "/affirm"},
            {"name": "button_language_is", "payload": "/x", "values": {"language": "اردو"}, "quiet": True},
        ]}},
        {"do": {"name": "hand_off", "values": {"reason": "asked"}}},
    ],
    "state": {"slots": {"asked": "utter_greet"}, "loop": None, "requested": None},
    "intent": "greet",
    "confidence": 0.9,
}  # fmt: skip


@dataclass
class FakeRasa:
    """Answers as told and keeps what it was sent.

    Attributes:
        answer: Bytes of the next answers.
        status: Status of the next answers.
        delay_s: How long it thinks.
        bodies: What was asked.
        secrets: With which secret.
    """

    answer: bytes = json.dumps(GOOD).encode()
    status: int = 200
    delay_s: float = 0.0
    bodies: list[object] = field(default_factory=list)
    secrets: list[str | None] = field(default_factory=list)

    async def turn(self, request: web.Request) -> web.Response:
        """Answer one request."""
        self.bodies.append(await request.json())
        self.secrets.append(request.headers.get("X-Sanad-Secret"))
        await asyncio.sleep(self.delay_s)
        return web.Response(body=self.answer, status=self.status)


@dataclass
class Clock:
    """A clock that the test turns."""

    now_s: float = 100.0

    def __call__(self) -> float:
        """Return the time in seconds."""
        return self.now_s


Ask = Callable[[], Awaitable[AssistantReply]]


@pytest.fixture
def rasa() -> FakeRasa:
    """Return a Rasa that answers well."""
    return FakeRasa()


@pytest.fixture
def clock() -> Clock:
    """Return the breaker's clock."""
    return Clock()


@pytest.fixture
async def assistant(rasa: FakeRasa, clock: Clock) -> AsyncIterator[RasaAssistant]:
    """Return the client of the fake."""
    app = web.Application()
    app.router.add_post("/webhooks/sanad/turn", rasa.turn)
    async with TestServer(app) as server, ClientSession() as http:
        yield RasaAssistant(http, str(server.make_url("")).rstrip("/"), SECRET, timeout_s=0.3, breaker=Breaker(clock))


def request(words: str | None = "hello", payload: str | None = None) -> AssistantRequest:
    """Return a request."""
    text = None if words is None else ChildText(words)
    return AssistantRequest(ConversationId("c1"), text, payload, {"language": "en"}, {"loop": None})


async def test_answer_is_typed(assistant: RasaAssistant) -> None:
    """Sentences, buttons and commands arrive in their order."""
    assert await assistant.reply(request()) == AssistantReply(
        steps=(
            Say("utter_greet", {"a": "b"}, (
                Button("button_yes", "/affirm"),
                Button("button_language_is", "/x", {"language": "اردو"}, quiet=True),
            )),
            Command(CommandName.HAND_OFF, {"reason": "asked"}),
        ),
        state={"slots": {"asked": "utter_greet"}, "loop": None, "requested": None},
        intent="greet",
        confidence=0.9,
    )  # fmt: skip


async def test_words_and_taps_go_through_different_doors(assistant: RasaAssistant, rasa: FakeRasa) -> None:
    """Words are sent as words even when they look like a payload, a tap as payload, both with the secret."""
    await assistant.reply(request("/restart"))
    await assistant.reply(request(None, "/greet"))
    common = {"conversation": "c1", "slots": {"language": "en"}, "state": {"loop": None}}
    assert rasa.bodies == [common | {"words": "/restart"}, common | {"payload": "/greet"}]
    assert rasa.secrets == [SECRET, SECRET]


def changed(**fields: object) -> bytes:
    """Return the good answer with other fields."""
    return json.dumps(GOOD | fields).encode()


@pytest.mark.parametrize(
    "answer",
    [
        b"",
        b"<html>",
        b"\xff\xfe\x00",
        b"[]",
        b"{}",
        b"[" * 100_000,
        changed(steps="no"),
        changed(steps=[{"do": {"name": "format_disk"}}]),
        changed(steps=[{"do": {"name": "hand_off", "values": {"reason": 7}}}]),
        changed(steps=[{"say": {"name": ""}}]),
        changed(steps=[{"say": {"name": "utter_greet", "buttons": [{"name": "button_yes"}]}}]),
        changed(steps=[{"say": {"name": "utter_greet"}}] * (MAX_STEPS + 1)),
        changed(state=[]),
        changed(intent=None),
        changed(confidence="high"),
        changed(confidence=1.5),
        changed(confidence=float("nan")),
        b'"' + b"a" * MAX_ANSWER_BYTES + b'"',
    ],
)
async def test_nonsense_is_down(assistant: RasaAssistant, rasa: FakeRasa, answer: bytes) -> None:
    """An answer that is not one counts as none."""
    rasa.answer = answer
    with pytest.raises(AssistantDown, match=r"^garbage$"):
        await assistant.reply(request())


@pytest.mark.parametrize("status", [400, 401, 302, 500, 503])
async def test_other_status_is_down(assistant: RasaAssistant, rasa: FakeRasa, status: int) -> None:
    """Only 200 is an answer."""
    rasa.status = status
    with pytest.raises(AssistantDown, match=r"^status$"):
        await assistant.reply(request())


async def test_slow_is_down(assistant: RasaAssistant, rasa: FakeRasa) -> None:
    """Nobody waits longer than the time-out."""
    rasa.delay_s = 5
    with pytest.raises(AssistantDown, match=r"^timeout$"):
        await asyncio.wait_for(assistant.reply(request()), 2)


async def test_gone_is_down() -> None:
    """A port where nobody listens is told as such, without the address or the words."""
    async with ClientSession() as http:
        client = RasaAssistant(http, "http://127.0.0.1:9", SECRET, timeout_s=0.3)
        with pytest.raises(AssistantDown) as caught:
            await client.reply(request("a secret of mine"))
    assert caught.value.args == ("refused",)
    assert caught.value.__cause__ is None


async def fail_often(assistant: RasaAssistant, rasa: FakeRasa, times: int) -> None:
    """Let the assistant fail *times* times."""
    rasa.status = 500
    for _ in range(times):
        with pytest.raises(AssistantDown, match=r"^status$"):
            await assistant.reply(request())
    rasa.status = 200


async def test_breaker_opens_after_five_failures(assistant: RasaAssistant, rasa: FakeRasa) -> None:
    """The sixth message is refused at once, without asking."""
    await fail_often(assistant, rasa, FAILURES_TO_OPEN)
    with pytest.raises(AssistantDown, match=r"^open$"):
        await assistant.reply(request())
    assert len(rasa.bodies) == FAILURES_TO_OPEN


async def test_success_in_between_starts_the_count_anew(assistant: RasaAssistant, rasa: FakeRasa) -> None:
    """Only failures in a row open the breaker."""
    await fail_often(assistant, rasa, FAILURES_TO_OPEN - 1)
    await assistant.reply(request())
    await fail_often(assistant, rasa, FAILURES_TO_OPEN - 1)
    assert (await assistant.reply(request())).intent == "greet"


async def test_one_message_tries_again_after_five_seconds(
    assistant: RasaAssistant, rasa: FakeRasa, clock: Clock
) -> None:
    """Half open: one goes through while the others are refused; its success closes the breaker."""
    await fail_often(assistant, rasa, FAILURES_TO_OPEN)
    clock.now_s += OPEN_S
    rasa.delay_s = 0.1
    trial = asyncio.create_task(_as_coroutine(assistant))
    await asyncio.sleep(0.02)
    with pytest.raises(AssistantDown, match=r"^open$"):
        await assistant.reply(request())
    assert (await trial).intent == "greet"
    assert (await assistant.reply(request())).intent == "greet"


async def test_failed_trial_opens_again(assistant: RasaAssistant, rasa: FakeRasa, clock: Clock) -> None:
    """A trial that fails makes everybody wait another five seconds."""
    await fail_often(assistant, rasa, FAILURES_TO_OPEN)
    clock.now_s += OPEN_S
    await fail_often(assistant, rasa, 1)
    with pytest.raises(AssistantDown, match=r"^open$"):
        await assistant.reply(request())


async def test_refused_message_does_not_open_the_breaker(assistant: RasaAssistant, rasa: FakeRasa) -> None:
    """A button that Rasa no longer knows is no sign that Rasa is down."""
    rasa.status = 400
    for _ in range(FAILURES_TO_OPEN + 1):
        with pytest.raises(AssistantDown, match=r"^status$"):
            await assistant.reply(request(None, "/old_button"))
    assert len(rasa.bodies) == FAILURES_TO_OPEN + 1


async def _as_coroutine(assistant: RasaAssistant) -> AssistantReply:
    """Ask once."""
    return await assistant.reply(request())
