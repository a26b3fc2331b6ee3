"""The service's side of the assistant: asks Rasa over loopback HTTP, and believes nothing it gets back.

Rasa slow, gone or talking nonsense is one error, AssistantDown, so that the turn can go on without it. After five
failures in a row nobody waits for it any more; five seconds later one message tries again.
"""

from __future__ import annotations

import asyncio
import json
import time
from collections.abc import Callable, Mapping, Sequence

from aiohttp import ClientError, ClientSession, ClientTimeout

from core.errors import AssistantDown
from core.message import AssistantReply, Button, Command, CommandName, Say
from core.ports import AssistantRequest

TIMEOUT_S = 2.0
FAILURES_TO_OPEN = 5
OPEN_S = 5.0
MAX_ANSWER_BYTES = 262_144
MAX_STEPS = 20
MAX_BUTTONS = 60
"""Every country has a button."""
AT_ONCE = 4
"""Messages in Rasa at the same time. It answers one after another; more would only run into the time-out together."""
CLIENT_FAULT = range(400, 500)


class Breaker:
    """Counts failures in a row and says whether to try at all."""

    def __init__(self, now_s: Callable[[], float] = time.monotonic) -> None:
        """Begin closed; *now_s* tells seconds that only go forward."""
        self._now_s, self._failures, self._try_at_s = now_s, 0, 0.0

    def enter(self) -> None:
        """Let one try through.

        Raises:
            AssistantDown: `open`: too many failures, and it is not yet time, or another message is trying.
        """
        if self._failures < FAILURES_TO_OPEN:
            return
        if self._now_s() < self._try_at_s:
            raise AssistantDown("open")
        self._try_at_s = self._now_s() + OPEN_S

    def succeed(self) -> None:
        """Close."""
        self._failures = 0

    def fail(self) -> None:
        """Count one more; the fifth in a row opens."""
        self._failures += 1
        self._try_at_s = self._now_s() + OPEN_S


class RasaAssistant:
    """Fulfils core.ports.Assistant."""

    def __init__(
        self,
        http: ClientSession,
        address: str,
        secret: str,
        *,
        timeout_s: float = TIMEOUT_S,
        breaker: Breaker | None = None,
    ) -> None:
        """Keep what is needed to ask.

        Args:
            http: Open session; whoever made it closes it.
            address: Where Rasa listens, for example `http://127.0.0.1:5005`.
            secret: What both sides know (SANAD_RASA_SECRET).
            timeout_s: Longest wait for a whole answer, seconds.
            breaker: For tests with a clock of their own.
        """
        self._http, self._url = http, f"{address}/webhooks/sanad/turn"
        self._headers = {"X-Sanad-Secret": secret}
        self._timeout = ClientTimeout(total=timeout_s)
        self._breaker = breaker or Breaker()
        self._turns = asyncio.Semaphore(AT_ONCE)

    async def reply(self, request: AssistantRequest) -> AssistantReply:
        """Return the assistant's answer.

        Raises:
            AssistantDown: `timeout`, `refused`, `status`, `garbage` or `open`.
        """
        async with self._turns:
            return await self._reply(request)

    async def _reply(self, request: AssistantRequest) -> AssistantReply:
        """Ask once it is this message's turn; the time-out counts from here. Raises AssistantDown."""
        self._breaker.enter()
        try:
            status, body = await self._post(_as_json(request))
            if status in CLIENT_FAULT:
                # Rasa is well: it refused this one message (a button of an older version, for example).
                self._breaker.succeed()
                raise AssistantDown("status")
            reply = _parse_answer(status, body)
        except TimeoutError:
            self._breaker.fail()
            raise AssistantDown("timeout") from None
        except ClientError:
            self._breaker.fail()
            raise AssistantDown("refused") from None
        except _UnusableAnswer as error:
            self._breaker.fail()
            raise AssistantDown(str(error)) from None
        self._breaker.succeed()
        return reply

    async def _post(self, body: Mapping[str, object]) -> tuple[int, bytes]:
        """Return status and at most MAX_ANSWER_BYTES + 1 bytes of the answer."""
        async with self._http.post(
            self._url, json=body, headers=self._headers, timeout=self._timeout, allow_redirects=False
        ) as response:
            read = bytearray()
            async for chunk in response.content.iter_any():
                read += chunk
                if len(read) > MAX_ANSWER_BYTES:
                    response.close()
                    break
            return response.status, bytes(read)


class _UnusableAnswer(Exception):
    """The answer is not one: `status` or `garbage`."""


def _as_json(request: AssistantRequest) -> Mapping[str, object]:
    """Return what is sent; one of the two doors, words or payload."""
    body: dict[str, object] = {
        "conversation": request.conversation,
        "slots": dict(request.slots),
        "state": dict(request.state),
    }
    if request.payload is not None:
        return body | {"payload": request.payload}
    return body | {"words": request.words.reveal() if request.words else ""}


def _parse_answer(status: int, body: bytes) -> AssistantReply:
    """Return the typed answer."""
    if status != 200:
        raise _UnusableAnswer("status")
    try:
        if len(body) > MAX_ANSWER_BYTES:
            raise ValueError
        data = _object(json.loads(body))
        return AssistantReply(
            steps=tuple(_parse_step(_object(one)) for one in _list(data["steps"], MAX_STEPS)),
            state=_object(data["state"]),
            intent=_text(data["intent"]),
            confidence=_share(data["confidence"]),
        )
    except (KeyError, ValueError, RecursionError):
        raise _UnusableAnswer("garbage") from None


def _parse_step(step: Mapping[str, object]) -> Say | Command:
    """Return one step: something to say or something to do."""
    if "do" in step:
        command = _object(step["do"])
        return Command(CommandName(_text(command["name"])), _texts(command.get("values", {})))
    sentence = _object(step["say"])
    buttons = tuple(_parse_button(_object(one)) for one in _list(sentence.get("buttons", []), MAX_BUTTONS))
    return Say(_text(sentence["name"]), _texts(sentence.get("values", {})), buttons)


def _parse_button(button: Mapping[str, object]) -> Button:
    """Return one button."""
    return Button(
        name=_text(button["name"]),
        payload=_text(button["payload"]),
        values=_texts(button.get("values", {})),
        quiet=button.get("quiet") is True,
    )


def _object(value: object) -> dict[str, object]:
    """Return a JSON object. Raises ValueError for anything else, as the functions below do."""
    if not isinstance(value, dict):
        raise ValueError
    return value


def _list(value: object, longest: int) -> Sequence[object]:
    """Return a list of at most *longest* entries."""
    if not isinstance(value, list) or len(value) > longest:
        raise ValueError
    return value


def _text(value: object) -> str:
    """Return a text that is not empty."""
    if not isinstance(value, str) or not value:
        raise ValueError
    return value


def _texts(value: object) -> dict[str, str]:
    """Return an object whose values are texts."""
    found = _object(value)
    if not all(isinstance(one, str) for one in found.values()):
        raise ValueError
    return {name: str(one) for name, one in found.items()}


def _share(value: object) -> float:
    """Return a number from 0 to 1."""
    if isinstance(value, bool) or not isinstance(value, (int, float)) or not 0 <= value <= 1:
        raise ValueError
    return float(value)
