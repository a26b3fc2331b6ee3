"""The only door into Rasa: one message in, names and commands out.

`POST /webhooks/sanad/turn` with the header `X-Sanad-Secret`; docs in bot/connector/README.md. A child's words are
understood here and go no further: the tracker, the action server and Rasa's own logs only ever see the intent.
"""

from __future__ import annotations

import hmac
import logging
import uuid
from collections.abc import Awaitable, Callable
from typing import Any

from rasa.core.agent import Agent
from rasa.core.channels.channel import InputChannel, UserMessage
from rasa.shared.core.constants import DEFAULT_INTENTS
from rasa.shared.exceptions import RasaException
from sanic import Blueprint, response
from sanic.request import Request
from sanic.response import HTTPResponse

from bot.connector.memory import recall, remember
from bot.connector.payloads import TurnRequest, parse_request
from bot.connector.quiet import keep_quiet
from bot.connector.steps import StepCollector
from bot.connector.store import OPEN_TURN, OpenTurn
from core.errors import BadPayload

HEADER = "X-Sanad-Secret"
MIN_SECRET_CHARS = 32
RASAS_OWN = frozenset(DEFAULT_INTENTS) - {"out_of_scope"}
"""Intents that Rasa adds by itself (`restart`, `session_start`, ...); no button of ours means them."""

_TOO_BIG = frozenset({"too_large", "too_long"})
_log = logging.getLogger(__name__)


class SanadChannel(InputChannel):
    """Answers the service, and nobody else."""

    def __init__(self, secret: str) -> None:
        """Keep the secret that both sides know."""
        if len(secret) < MIN_SECRET_CHARS:
            raise RasaException(f"SANAD_RASA_SECRET must have at least {MIN_SECRET_CHARS} characters.")
        self._secret = secret.encode()

    @classmethod
    def name(cls) -> str:
        """Return the last part of the door's address."""
        return "sanad"

    @classmethod
    def from_credentials(cls, credentials: dict[str, Any] | None) -> SanadChannel:
        """Build the channel from credentials.yml, and silence what could log words before the first one arrives."""
        keep_quiet()
        return cls(str((credentials or {}).get("secret") or ""))

    def blueprint(self, on_new_message: Callable[[UserMessage], Awaitable[Any]]) -> Blueprint:
        """Return the routes: `turn`, and the door's own address, which says whether the model is loaded."""
        door = Blueprint("sanad_door")

        @door.get("/")
        async def ready(request: Request) -> HTTPResponse:
            is_ready = request.app.ctx.agent is not None and request.app.ctx.agent.is_ready()
            return response.json({"ready": is_ready}, status=200 if is_ready else 503)

        @door.post("/turn")
        async def turn(request: Request) -> HTTPResponse:
            if not self._is_service(request):
                return _refusal("wrong_secret", 401)
            return await _answer_safely(request.app.ctx.agent, request.body)

        return door

    def _is_service(self, request: Request) -> bool:
        """Return whether the request knows the secret; takes the same time for every wrong one."""
        return hmac.compare_digest(request.headers.get(HEADER, "").encode(), self._secret)


async def _answer_safely(agent: Agent | None, body: bytes) -> HTTPResponse:
    """Answer, or say by a code why not. What was sent is never repeated or logged."""
    try:
        turn_request = parse_request(body)
        if agent is None or not agent.is_ready():
            return _refusal("not_ready", 503)
        answer = await _answer(agent, turn_request)
    except BadPayload as error:
        return _refusal(error.code, 413 if error.code in _TOO_BIG else 400)
    except Exception as error:  # noqa: BLE001 -- boundary: a traceback's message could repeat words
        _log.error("turn failed: %s", type(error).__name__)
        return _refusal("failed", 500)
    # No step means that the action server failed: Rasa itself only logs that.
    return response.json(answer) if answer["steps"] else _refusal("no_steps", 503)


async def _answer(agent: Agent, turn_request: TurnRequest) -> dict[str, object]:
    """Return steps and state for one message."""
    understood = await _understand(agent, turn_request)
    intent = understood["intent"]
    sender, collector = uuid.uuid4().hex, StepCollector()
    turn = OpenTurn(recall(turn_request, sender, agent.domain))
    token = OPEN_TURN.set(turn)
    try:
        await agent.handle_message(
            UserMessage(f"/{intent['name']}", collector, sender, understood, SanadChannel.name())
        )
    finally:
        OPEN_TURN.reset(token)
    return {
        "steps": collector.steps,
        "state": remember(turn.tracker, collector.asked),
        "intent": intent["name"],
        "confidence": float(intent["confidence"]),
    }


async def _understand(agent: Agent, turn_request: TurnRequest) -> dict[str, Any]:
    """Return what a message means, in Rasa's form but without words."""
    if turn_request.tap:
        tap = turn_request.tap
        if tap.intent not in agent.domain.intents or tap.intent in RASAS_OWN:
            raise BadPayload("unknown_tap")
        intent = {"name": tap.intent, "confidence": 1.0}
        found = [{"entity": name, "value": value} for name, value in tap.entities.items()]
        ranking = [intent]
    else:
        parsed = await agent.processor.parse_message(UserMessage(turn_request.words))
        intent, ranking = parsed["intent"], parsed.get("intent_ranking") or []
        found = [{"entity": one["entity"], "value": one["value"]} for one in parsed.get("entities") or ()]
    placed = [{"start": 0, "end": 0, **one} for one in found]
    return {"text": f"/{intent['name']}", "intent": intent, "entities": placed, "intent_ranking": ranking}


def _refusal(code: str, status: int) -> HTTPResponse:
    """Return an answer that says only why."""
    return response.json({"error": code}, status=status)
