"""What the service sends to the door, from bytes to typed. Standard library only."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.errors import BadPayload
from core.message import MAX_WORDS_CHARS

MAX_BODY_BYTES = 131_072
"""4,000 characters as JSON escapes are 48,000 bytes at most; the rest is room for the state."""
MAX_TAP_CHARS = 500

SlotValue = str | float | bool | None

_TAP = re.compile(r"/([a-z_]{1,60})(\{.*\})?", re.DOTALL)
_LEADING_SLASHES = re.compile(r"^[\s/]+")


@dataclass(frozen=True)
class Tap:
    """A pressed button: its intent and what it says.

    Attributes:
        intent: Name of an intent of the domain.
        entities: Entity name to value.
    """

    intent: str
    entities: Mapping[str, str]


@dataclass(frozen=True)
class TurnRequest:
    """One message with everything the assistant may know.

    Attributes:
        words: What the child wrote, never beginning with a slash; None for a tap.
        tap: The pressed button; None for words.
        slots: Values of slots: what was remembered, overruled by what the service tells.
        loop: Name of the active form, or None.
        requested: Slot the form asks for, or None.
    """

    words: str | None
    tap: Tap | None
    slots: Mapping[str, SlotValue]
    loop: str | None
    requested: str | None


def parse_request(body: bytes) -> TurnRequest:
    """Return the request in *body*.

    Args:
        body: JSON object `{"conversation", "words" | "payload", "slots", "state"}`; at most MAX_BODY_BYTES bytes.

    Raises:
        BadPayload: `too_large`, `not_utf8`, `not_json`, `wrong_shape` or `too_long`.
    """
    if len(body) > MAX_BODY_BYTES:
        raise BadPayload("too_large")
    data = _parse_object(_parse_json(body))
    state = _parse_object(data.get("state", {}))
    words, tap = _parse_doors(data.get("words"), data.get("payload"))
    if not isinstance(data.get("conversation"), str):
        raise BadPayload("wrong_shape")
    return TurnRequest(
        words=words,
        tap=tap,
        slots={**_parse_slots(state.get("slots", {})), **_parse_slots(data.get("slots", {}))},
        loop=_parse_name(state.get("loop")),
        requested=_parse_name(state.get("requested")),
    )


def disarm(words: str) -> str:
    """Return *words* so that Rasa cannot take them for a command: without slashes and spaces at their beginning.

    Rasa strips a text before it looks for a slash, so a space in front of the slash would not help.
    """
    return _LEADING_SLASHES.sub("", words)


def parse_tap(payload: str) -> Tap:
    """Return what `/intent{"entity": "value"}` means.

    Raises:
        BadPayload: `wrong_shape` or `too_long`.
    """
    if len(payload) > MAX_TAP_CHARS:
        raise BadPayload("too_long")
    match = _TAP.fullmatch(payload)
    if not match:
        raise BadPayload("wrong_shape")
    entities = _parse_object(_parse_json((match[2] or "{}").encode()))
    if not all(isinstance(value, str) for value in entities.values()):
        raise BadPayload("wrong_shape")
    return Tap(match[1], {name: str(value) for name, value in entities.items()})


def _parse_doors(words: object, payload: object) -> tuple[str | None, Tap | None]:
    """Return what came through one of the two doors: words of a child, or a tap that the service vouches for."""
    if isinstance(words, str) and payload is None:
        if len(words) > MAX_WORDS_CHARS:
            raise BadPayload("too_long")
        return disarm(words), None
    if isinstance(payload, str) and words is None:
        return None, parse_tap(payload)
    raise BadPayload("wrong_shape")


def _parse_json(body: bytes) -> object:
    """Return the JSON value in *body*."""
    try:
        value: object = json.loads(body.decode("utf-8"), parse_constant=_refuse_constant)
    except UnicodeDecodeError:
        raise BadPayload("not_utf8") from None
    except (ValueError, RecursionError):
        raise BadPayload("not_json") from None
    return value


def _refuse_constant(name: str) -> None:
    """Refuse NaN and Infinity, which Python reads and JSON does not know."""
    raise ValueError(name)


def _parse_object(value: object) -> Mapping[str, object]:
    """Return a JSON object."""
    if not isinstance(value, dict):
        raise BadPayload("wrong_shape")
    return value


def _parse_name(value: object) -> str | None:
    """Return a name or None."""
    if value is not None and not isinstance(value, str):
        raise BadPayload("wrong_shape")
    return value


def _parse_slots(value: object) -> Mapping[str, SlotValue]:
    """Return slot values; only plain ones are allowed."""
    slots: dict[str, SlotValue] = {}
    for name, one in _parse_object(value).items():
        if one is not None and not isinstance(one, (str, int, float, bool)):
            raise BadPayload("wrong_shape")
        slots[name] = one
    return slots
