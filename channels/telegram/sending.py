"""Sends messages to Telegram and says what became of them.

Source:
    https://core.telegram.org/bots/api#making-requests ; docs/adr/0007-telegram-at-least-once.md
"""

from __future__ import annotations

import asyncio
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager, suppress

import httpx
from structlog import get_logger
from telegram import Bot, LinkPreviewOptions
from telegram.error import (
    BadRequest,
    ChatMigrated,
    Forbidden,
    InvalidToken,
    NetworkError,
    RetryAfter,
    TelegramError,
    TimedOut,
)

from bot.helpline import Helpline
from channels.telegram.keyboard import make_keyboard
from core.conversation import Conversation
from core.errors import SendError
from core.message import Message, Sender
from languages.catalogue import Catalogue

BETWEEN_SENDS_S = 0.04
"""At most 25 messages a second over all chats. Source: core.telegram.org/bots/faq, "30 messages per second"."""
SEND_S = 12.0
NEVER_LEFT = (httpx.ConnectError, httpx.ConnectTimeout, httpx.PoolTimeout)
AT_ONCE = 100
"""How many messages one deleteMessages call takes."""

_log = get_logger("sanad.telegram")


class TelegramSender:
    """Fulfils core.ports.Sender."""

    def __init__(self, bot: Bot, helpline: Helpline, catalogue: Catalogue) -> None:
        """Take an initialised bot."""
        self._bot, self._helpline, self._catalogue = bot, helpline, catalogue
        self._next_at = 0.0

    async def send(self, conversation: Conversation, message: Message) -> str:
        """Send words, buttons and, where the child asked for it, a voice message. Raises SendError."""
        labels = [self._helpline.label(message, button) for button in message.buttons]
        await self._pace()
        async with _errors():
            sent = await self._bot.send_message(
                int(conversation.address), self._words(message), reply_markup=make_keyboard(message.seq, labels),
                link_preview_options=LinkPreviewOptions(is_disabled=True),
                disable_notification=message.sender is not Sender.PERSON,
            )  # fmt: skip
        ids = [sent.message_id]
        if message.play:
            # The words are on the child's phone: whatever becomes of the voice, they must not be sent again.
            with suppress(Exception):
                ids.append(await self._send_voice(conversation, message))
        return " ".join(str(one) for one in ids)

    async def erase(self, conversation: Conversation, messages: Sequence[Message]) -> None:
        """Delete both sides' messages as far as Telegram lets a bot (48 hours), then say so. Raises SendError."""
        ids = sorted({number for message in messages for number in _telegram_ids(message)})
        chat = int(conversation.address)
        for start in range(0, len(ids), AT_ONCE):
            await self._pace()
            try:
                async with _errors():
                    await self._bot.delete_messages(chat, ids[start : start + AT_ONCE])
            except SendError as error:
                if error.code != "rejected":
                    raise
                _log.warning("telegram_delete_refused", count=len(ids))
        tag = conversation.language if conversation.language in self._catalogue.tags else self._catalogue.tags[0]
        async with _errors():
            await self._bot.send_message(chat, self._catalogue.text(tag, "telegram_erased"), disable_notification=True)

    async def _send_voice(self, conversation: Conversation, message: Message) -> int:
        """Send the message as sound; return Telegram's id of it. Raises VoiceUnavailable, SendError."""
        async with _errors():
            sound = await self._helpline.speak(conversation.id, message.seq, "ogg")
            await self._pace()
            sent = await self._bot.send_voice(int(conversation.address), sound, disable_notification=True)
        return sent.message_id

    def _words(self, message: Message) -> str:
        """Return the words with who is speaking, always in text."""
        tag = message.language if message.language in self._catalogue.tags else self._catalogue.tags[0]
        words = message.words.reveal()
        if message.sender is Sender.PERSON:
            return self._catalogue.text(tag, "telegram_from_person", {"name": message.author or "", "words": words})
        if message.sender is Sender.NOTE:
            return self._catalogue.text(tag, "telegram_note", {"words": words})
        return self._catalogue.text(tag, "telegram_from_robot", {"words": words})

    async def _pace(self) -> None:
        """Wait for this bot's turn to send."""
        now = time.monotonic()
        start = max(now, self._next_at)
        self._next_at = start + BETWEEN_SENDS_S
        await asyncio.sleep(start - now)


def _telegram_ids(message: Message) -> list[int]:
    """Return Telegram's own ids of a message, ours (words and voice) or the child's; none when it has none."""
    if message.remote_id:
        return [int(one) for one in message.remote_id.split()]
    parts = message.ext_key.split(":")
    is_childs = parts[0] == "telegram" and len(parts) >= 3 and parts[1] != "press"
    return [int(parts[2])] if is_childs else []


@asynccontextmanager
async def _errors() -> AsyncIterator[None]:
    """Turn Telegram's errors into ours; none of them is quoted, because they may hold the token.

    A call ends after SEND_S: two of them, words and voice, stay below the lease of the work (bot/worker.py).
    """
    try:
        async with asyncio.timeout(SEND_S):
            yield
    except (TelegramError, TimeoutError) as error:
        raise _as_send_error(error) from None


def _as_send_error(error: Exception) -> SendError:
    """Return what an error of Telegram means for the sender."""
    match error:
        case RetryAfter(retry_after=wait):
            wait_s = wait if isinstance(wait, int | float) else wait.total_seconds()
            return SendError("throttled", retryable=True, wait_s=float(wait_s))
        case Forbidden():
            return SendError("blocked", retryable=False)
        case BadRequest() | ChatMigrated():
            return SendError("rejected", retryable=False)
        case InvalidToken():
            return SendError("token", retryable=True, wait_s=60.0)
        case NetworkError() | TimeoutError():
            code = "timeout" if isinstance(error, TimedOut | TimeoutError) else "server"
            return SendError(code, retryable=True, unknown=not isinstance(error.__cause__, NEVER_LEFT))
    return SendError("rejected", retryable=True)
