"""The Telegram channel: webhook with a secret header through our own route, or long polling without a public address.

An update is acknowledged (200, or the next offset) only after its message is committed, so Telegram sends again what a
crash or a full disk kept from being stored.

Source:
    https://core.telegram.org/bots/api#setwebhook ; https://core.telegram.org/bots/api#getupdates
"""

from __future__ import annotations

import asyncio
import hashlib
import hmac
import json
import warnings
from collections.abc import AsyncIterator, Sequence
from contextlib import suppress
from typing import Any

from aiohttp import web
from structlog import get_logger
from telegram import Bot, Update
from telegram.error import RetryAfter, TelegramError
from telegram.request import HTTPXRequest
from telegram.warnings import PTBUserWarning

from bot.helpline import Helpline
from channels.telegram.menu import set_menu
from channels.telegram.payloads import (
    CHANNEL,
    Asked,
    Pressed,
    Unreadable,
    Wish,
    find_chat,
    message_key,
    parse_update,
)
from channels.telegram.sending import TelegramSender
from core.conversation import Conversation
from core.errors import BadPayload, StorageDown
from core.message import MAX_WORDS_CHARS, Incoming, Kind, Message
from languages.catalogue import Catalogue

PATH = "/telegram/webhook"
SECRET_HEADER = "X-Telegram-Bot-Api-Secret-Token"  # noqa: S105 -- the header's name
KINDS = ["message", "edited_message", "callback_query"]
MAX_UPDATE_BYTES = 256 * 1024
CONNECT_S, READ_S, POLL_S = 5.0, 10.0, 25
RETRY_S = 2.0
MAX_FAULTS, FAULT_PAUSE_S = 3, 0.2

_log = get_logger("sanad.telegram")


class TelegramChannel:
    """One bot. Fulfils core.ports.Sender."""

    def __init__(self, helpline: Helpline, catalogue: Catalogue, token: str, api: str, public_url: str) -> None:
        """Prepare; nothing is sent before `run`.

        Args:
            helpline: What a child may ask of us.
            catalogue: Words of the channel's own.
            token: The bot's token.
            api: Address of the Bot API server.
            public_url: https address of this service for the webhook; "" means long polling.
        """
        self._helpline, self._public_url = helpline, public_url
        self._catalogue = catalogue
        self._secret = hmac.new(token.encode(), b"webhook", hashlib.sha256).hexdigest()
        self._bot = Bot(
            token, base_url=f"{api}/bot", base_file_url=f"{api}/file/bot",
            request=HTTPXRequest(32, connect_timeout=CONNECT_S, read_timeout=READ_S, write_timeout=READ_S),
            get_updates_request=HTTPXRequest(connect_timeout=CONNECT_S, read_timeout=POLL_S + READ_S),
        )  # fmt: skip
        self._sender = TelegramSender(self._bot, helpline, catalogue)

    def routes(self) -> list[web.RouteDef]:
        """Return the webhook's route."""
        return [web.post(PATH, self._webhook)]

    async def run(self, _: web.Application) -> AsyncIterator[None]:
        """Receive updates while the service runs (an aiohttp clean-up context)."""
        task = asyncio.create_task(self._receive())
        yield
        task.cancel()
        with suppress(asyncio.CancelledError):
            await task
        with suppress(TelegramError):
            await self._bot.shutdown()

    async def send(self, conversation: Conversation, message: Message) -> str:
        """Deliver one message. Raises SendError."""
        return await self._sender.send(conversation, message)

    async def erase(self, conversation: Conversation, messages: Sequence[Message]) -> None:
        """Delete on the child's device what Telegram lets us delete. Raises SendError."""
        await self._sender.erase(conversation, messages)

    async def _receive(self) -> None:
        """Set up the bot, however long Telegram is away, then poll unless there is a webhook."""
        while not await self._set_up():  # noqa: ASYNC110 -- nothing tells when Telegram is back
            await asyncio.sleep(RETRY_S)
        if self._public_url:
            return
        offset = 0
        while True:
            try:
                for content in await self._poll(offset):
                    await self._take_or_give_up(content)
                    offset = content["update_id"] + 1
            except RetryAfter as error:
                wait = error.retry_after
                await asyncio.sleep(wait if isinstance(wait, int | float) else wait.total_seconds())
            except (TelegramError, StorageDown) as error:
                _log.warning("telegram_poll_failed", error=type(error).__name__)
                await asyncio.sleep(RETRY_S)

    async def _poll(self, offset: int) -> list[dict[str, Any]]:
        """Return the next updates as they came, so that each can be read on its own. Raises TelegramError."""
        wanted = {"offset": offset, "timeout": POLL_S, "allowed_updates": KINDS}
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", PTBUserWarning)  # it would rather read all of them at once
            found = await self._bot.do_api_request("getUpdates", wanted, read_timeout=POLL_S + READ_S)
        return list(found)

    async def _set_up(self) -> bool:
        """Say hello to Telegram and tell it how to reach us; return whether it worked."""
        try:
            await self._bot.initialize()
            if self._public_url:
                await self._bot.set_webhook(self._public_url + PATH, secret_token=self._secret, allowed_updates=KINDS)
            else:
                await self._bot.delete_webhook()
            await set_menu(self._bot, self._catalogue)
        except TelegramError as error:
            _log.warning("telegram_set_up_failed", error=type(error).__name__)
            return False
        return True

    async def _webhook(self, request: web.Request) -> web.Response:
        """Take one update. 401 wrong secret, 413 too large, 400 not an update, 503 not stored: send it again."""
        given = request.headers.get(SECRET_HEADER, "")
        if not hmac.compare_digest(given.encode(), self._secret.encode()):
            return web.Response(status=401)
        body = bytearray()
        async for piece in request.content.iter_any():
            body += piece
            if len(body) > MAX_UPDATE_BYTES:
                return web.Response(status=413)
        try:
            content = json.loads(body)
        except (ValueError, RecursionError):
            return web.Response(status=400)
        if not isinstance(content, dict) or not isinstance(content.get("update_id"), int):
            return web.Response(status=400)
        try:
            await self._take_or_give_up(content)
        except StorageDown:
            return web.Response(status=503)
        return web.Response()

    async def _take_or_give_up(self, content: dict[str, Any]) -> None:
        """Take an update; one that breaks us again and again is left, and its chat goes to a human.

        Raises:
            StorageDown: Nothing was stored: it must come again.
        """
        for attempt in range(MAX_FAULTS):
            try:
                return await self._take_content(content)
            except StorageDown:
                raise
            except Exception as error:  # noqa: BLE001 -- boundary: one update must not hold up every other child
                _log.error("telegram_update_failed", error=type(error).__name__, tries=attempt + 1)
                await asyncio.sleep(FAULT_PAUSE_S * attempt)
        chat = find_chat(content)
        if chat is not None:
            found = await self._open(chat, f"failed:{content['update_id']}")
            await self._helpline.call_human(found.id)
        return None

    async def _take_content(self, content: dict[str, Any]) -> None:
        """Store what an update brings; one that the library cannot read must not hold up the others."""
        try:
            update = Update.de_json(content, self._bot)
        except (ValueError, TypeError, KeyError, AttributeError):
            _log.warning("telegram_update_unreadable", code=",".join(sorted(set(content) & set(KINDS))))
            return
        await self._take(update)

    async def _take(self, update: Update) -> None:
        """Store what an update brings. Raises StorageDown."""
        parsed = parse_update(update)
        match parsed:
            case None:
                _log.info("telegram_update_ignored")
            case Pressed():
                await self._take_press(parsed)
            case Asked():
                await self._take_wish(parsed)
            case Unreadable():
                found = await self._open(parsed.chat, parsed.key)
                await self._helpline.say_error(found.id, f"utter_{parsed.code}", {"max": str(MAX_WORDS_CHARS)})
            case _:
                for incoming in parsed:
                    await self._helpline.accept(incoming)

    async def _take_press(self, pressed: Pressed) -> None:
        """Store a pressed button and let its clock symbol stop; a button of a deleted talk begins a new one."""
        try:
            await self._helpline.accept(pressed.incoming)
        except BadPayload:
            await self._open(pressed.incoming.address, f"{pressed.incoming.ext_key}:start")
        with suppress(TelegramError):
            await self._bot.answer_callback_query(pressed.query)

    async def _take_wish(self, asked: Asked) -> None:
        """Store what is written beside a bot command, then do what it asks for."""
        conversation = await self._open(asked.chat, asked.key)
        for incoming in asked.said:
            await self._helpline.accept(incoming)
        if asked.wish is Wish.PERSON:
            await self._helpline.ask_person(conversation.id)
        elif asked.wish is Wish.NUMBERS:
            await self._helpline.say_numbers(conversation.id)
        else:
            await self._helpline.ask_delete(conversation.id)

    async def _open(self, chat: str, key: str) -> Conversation:
        """Return the chat's conversation, begun when there is none."""
        found = await self._helpline.find(CHANNEL, chat)
        if found is None:
            found = (
                await self._helpline.accept(Incoming(CHANNEL, chat, message_key(chat, key), Kind.START))
            ).conversation
        return found
