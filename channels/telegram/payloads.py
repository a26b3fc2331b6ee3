"""From a Telegram update to what the helpline understands. Invented samples: tests/fixtures/telegram/.

Source:
    https://core.telegram.org/bots/api#update
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from contextlib import suppress
from dataclasses import dataclass
from enum import Enum
from typing import Any

from telegram import CallbackQuery, Message, Update
from telegram.constants import ChatType

from core.errors import BadPayload
from core.message import MAX_WORDS_CHARS, Incoming, Kind, Tap
from core.words import clean_words

CHANNEL = "telegram"
MEDIA = (
    "photo",
    "voice",
    "audio",
    "video",
    "video_note",
    "document",
    "sticker",
    "animation",
    "location",
    "contact",
    "poll",
)
BEGINNINGS = ("/start", "/language", "/help")
LINK_PARAMETER = re.compile(r"[A-Za-z0-9_-]{1,64}")
"""What a link to the bot may carry. Source: https://core.telegram.org/bots/features#deep-linking."""


class Wish(str, Enum):
    """What a bot command asks for."""

    PERSON = "person"
    NUMBERS = "numbers"
    DELETE = "delete"


@dataclass(frozen=True, slots=True)
class Asked:
    """A bot command of ours, such as /person, and the words beside it."""

    chat: str
    key: str
    wish: Wish
    said: tuple[Incoming, ...] = ()


@dataclass(frozen=True, slots=True)
class Pressed:
    """A pressed inline button; Telegram wants *query* answered."""

    query: str
    incoming: Incoming


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A message that cannot be taken, with the code of what is wrong."""

    chat: str
    key: str
    code: str


Parsed = list[Incoming] | Asked | Pressed | Unreadable | None


def parse_update(update: Update) -> Parsed:
    """Return what an update means; None for what is not a child's (groups, bots, channel posts, unknown kinds).

    A message longer than MAX_WORDS_CHARS (Telegram lets 4,096 through) becomes two, so that nothing is lost. An edited
    message is a new one: an edit may hold the risk.
    """
    if update.callback_query is not None:
        return _parse_press(update.callback_query)
    message = update.message or update.edited_message
    if message is None or message.chat.type != ChatType.PRIVATE:
        return None
    if message.from_user is None or message.from_user.is_bot:
        return None
    return _parse_message(message)


def find_chat(content: Mapping[str, Any]) -> str | None:
    """Return the private chat of an update that could not be taken, or None."""
    press = content.get("callback_query")
    message = content.get("message") or content.get("edited_message") or (press or {}).get("message")
    chat = message.get("chat") if isinstance(message, dict) else None
    is_private = isinstance(chat, dict) and chat.get("type") == ChatType.PRIVATE and isinstance(chat.get("id"), int)
    return str(chat["id"]) if is_private and isinstance(chat, dict) else None


def message_key(chat: str, message_id: int | str) -> str:
    """Return the ext_key of a child's message; `erase` finds the message's own id in it again."""
    return f"{CHANNEL}:{chat}:{message_id}"


def _parse_message(message: Message) -> Parsed:
    """Return what a private message means."""
    chat = str(message.chat.id)
    key = message_key(chat, message.message_id)
    if message.edit_date is not None:
        key += f":{int(message.edit_date.timestamp())}"
    hint = message.from_user.language_code if message.from_user else None
    text = message.text or message.caption or ""
    command, rest = _read_command(text)
    if command in BEGINNINGS:
        start = Incoming(CHANNEL, chat, f"{key}:start", Kind.START, language_hint=hint)
        return [start, *_words_beside(chat, key, rest, hint)]
    if command.removeprefix("/") in list(Wish):
        return Asked(chat, key, Wish(command.removeprefix("/")), tuple(_words_beside(chat, key, rest, hint)))
    is_media = any(getattr(message, kind) for kind in MEDIA)
    try:
        return _split(chat, key, text, hint, Kind.UNSUPPORTED if is_media else Kind.WORDS)
    except BadPayload as error:
        return (
            [Incoming(CHANNEL, chat, key, Kind.UNSUPPORTED, language_hint=hint)]
            if is_media
            else Unreadable(chat, key, error.code)
        )


def _read_command(text: str) -> tuple[str, str]:
    """Return a bot command, as `/person`, and what is written beside it; "" when the text begins with no command."""
    first, _, rest = text.strip().partition(" ")
    command = first.partition("@")[0].lower()
    if not command.startswith("/"):
        return "", ""
    return command, "" if command == "/start" and LINK_PARAMETER.fullmatch(rest) else rest


def _words_beside(chat: str, key: str, text: str, hint: str | None) -> list[Incoming]:
    """Return the words beside a command, if there are any: a child may write after the slash what matters most."""
    try:
        return _split(chat, key, text, hint, Kind.WORDS)
    except BadPayload:
        return []


def _split(chat: str, key: str, text: str, hint: str | None, kind: Kind) -> list[Incoming]:
    """Return one message, or two for a text that is too long for one. Raises BadPayload `empty`."""
    pieces = [text[start : start + MAX_WORDS_CHARS] for start in range(0, len(text), MAX_WORDS_CHARS)] or [""]
    keys = [key, *(f"{key}:part{number}" for number in range(2, len(pieces) + 1))]
    found: list[Incoming] = []
    for one_key, piece in zip(keys, pieces, strict=True):
        with suppress(BadPayload):
            found.append(Incoming(CHANNEL, chat, one_key, kind, clean_words(piece), language_hint=hint))
    if not found:
        raise BadPayload("empty")
    return found


def _parse_press(query: CallbackQuery) -> Parsed:
    """Return which button of which message was pressed; one that is not ours gives an impossible tap."""
    if query.message is None or query.message.chat.type != ChatType.PRIVATE:
        return None
    seq, _, index = (query.data or "").partition(":")
    is_ours = seq.isascii() and seq.isdecimal() and index.isascii() and index.isdecimal() and len(seq + index) < 16
    chat = str(query.message.chat.id)
    tap = Tap(int(seq), int(index)) if is_ours else Tap(0, 0)
    return Pressed(query.id, Incoming(CHANNEL, chat, f"{CHANNEL}:press:{query.id}", Kind.TAP, tap=tap))
