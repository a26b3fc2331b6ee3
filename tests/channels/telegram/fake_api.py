"""A Bot API server for tests: an aiohttp application that speaks to python-telegram-bot over real HTTP.

Written from the Bot API documentation. What it does: polling with offsets and time-outs, webhooks with the secret
header, messages with inline keyboards, callback queries, edits, voice upload and download, deletion; and it fails on
demand with 429 and retry_after, 403, 5xx, or by losing the answer after it has acted.

Source:
    https://core.telegram.org/bots/api
"""

from __future__ import annotations

import asyncio
import itertools
import json
import time
from dataclasses import dataclass, field

from aiohttp import ClientSession, web

TOKEN = "42:invented-token-of-a-test"
BOT = {"id": 42, "is_bot": True, "first_name": "Chat", "username": "chat_test_bot"}


@dataclass
class Failure:
    """What the next calls of a method do instead; `lost` acts and then drops the connection."""

    status: int = 200
    retry_after: int | None = None
    lost: bool = False
    times: int = 1
    chat: int | None = None


@dataclass
class FakeTelegram:
    """The server and what it saw."""

    updates: list[dict] = field(default_factory=list)
    sent: list[dict] = field(default_factory=list)
    voices: dict[str, bytes] = field(default_factory=dict)
    deleted: list[int] = field(default_factory=list)
    answered: list[str] = field(default_factory=list)
    calls: list[tuple[str, dict]] = field(default_factory=list)
    failures: dict[str, Failure] = field(default_factory=dict)
    webhook: dict | None = None
    url: str = ""

    def __post_init__(self) -> None:
        """Begin counting."""
        self._update_ids, self._message_ids = itertools.count(1000), itertools.count(1)
        self._arrived = asyncio.Event()
        self._runner: web.AppRunner | None = None

    async def start(self) -> None:
        """Listen on a free loopback port."""
        app = web.Application(client_max_size=20_000_000)
        app.router.add_route("*", f"/bot{TOKEN}/{{method}}", self._call)
        app.router.add_get(f"/file/bot{TOKEN}/{{path}}", self._file)
        self._runner = web.AppRunner(app, handler_cancellation=True, shutdown_timeout=0.1)
        await self._runner.setup()
        site = web.TCPSite(self._runner, "127.0.0.1", 0)
        await site.start()
        self.url = f"http://127.0.0.1:{self._runner.addresses[0][1]}"

    async def stop(self) -> None:
        """Stop listening."""
        if self._runner:
            await self._runner.cleanup()

    async def from_child(
        self, chat: int = 7, *, language: str = "en", kind: str = "message", **content: object
    ) -> dict:
        """Let a child send something: `text=...`, `sticker={...}`; returns the update after it is on its way."""
        message = {
            "message_id": next(self._message_ids), "date": int(time.time()),
            "chat": {"id": chat, "type": "private", "first_name": "A"},
            "from": {"id": chat, "is_bot": False, "first_name": "A", "language_code": language}, **content,
        }  # fmt: skip
        return await self.push({kind: message})

    async def press(self, message: dict, row: int, column: int = 0, data: str | None = None) -> dict:
        """Let a child press an inline button of a message the bot sent."""
        button = message["reply_markup"]["inline_keyboard"][row][column]
        chat = message["chat"]["id"]
        return await self.push({
            "callback_query": {
                "id": str(next(self._update_ids)), "chat_instance": "1", "data": data or button["callback_data"],
                "from": {"id": chat, "is_bot": False, "first_name": "A"}, "message": message,
            }
        })  # fmt: skip

    async def push(self, content: dict, update_id: int | None = None) -> dict:
        """Put an update on its way: into the queue, or to the webhook until it answers 200."""
        update = {"update_id": next(self._update_ids) if update_id is None else update_id, **content}
        if self.webhook is None:
            self.updates.append(update)
            self._arrived.set()
        else:
            await self.post(update, self.webhook["secret_token"])
        return update

    async def post(self, update: object, secret: str) -> int:
        """Call the webhook; return its status."""
        body = update if isinstance(update, bytes) else json.dumps(update).encode()
        headers = {"X-Telegram-Bot-Api-Secret-Token": secret, "Content-Type": "application/json"}
        async with ClientSession() as http, http.post(self.webhook["url"], data=body, headers=headers) as answer:
            return answer.status

    async def until_sent(self, count: int, timeout_s: float = 5.0) -> list[dict]:
        """Wait until the bot has sent *count* messages; return them all."""
        async with asyncio.timeout(timeout_s):
            while len(self.sent) < count:
                await asyncio.sleep(0.01)
        return self.sent

    async def _call(self, request: web.Request) -> web.StreamResponse:
        method = request.match_info["method"]
        fields = await _fields(request)
        self.calls.append((method, fields))
        failure = self._failure(method, fields)
        if failure and not failure.lost:
            return _refuse(failure)
        act = getattr(self, f"_{method}", None)
        if act is None:
            return web.json_response({"ok": False, "error_code": 404, "description": "Not Found"}, status=404)
        result = await act(fields)
        if failure:
            request.transport.abort()
        return web.json_response({"ok": True, "result": result})

    def _failure(self, method: str, fields: dict) -> Failure | None:
        failure = self.failures.get(method)
        if failure is None or failure.times < 1:
            return None
        if failure.chat is not None and int(fields.get("chat_id", 0)) != failure.chat:
            return None
        failure.times -= 1
        return failure

    async def _getMe(self, fields: dict) -> dict:  # noqa: N802 -- the method's own name
        return BOT

    async def _setMyCommands(self, fields: dict) -> bool:  # noqa: N802
        return True

    async def _setWebhook(self, fields: dict) -> bool:  # noqa: N802
        self.webhook = {"url": fields["url"], "secret_token": fields.get("secret_token", "")}
        return True

    async def _deleteWebhook(self, fields: dict) -> bool:  # noqa: N802
        self.webhook = None
        return True

    async def _getUpdates(self, fields: dict) -> list[dict]:  # noqa: N802
        offset, end = int(fields.get("offset", 0)), time.monotonic() + min(float(fields.get("timeout", 0)), 5.0)
        self.updates = [one for one in self.updates if one["update_id"] >= offset]
        while not self.updates and (left := end - time.monotonic()) > 0:
            self._arrived.clear()
            try:
                await asyncio.wait_for(self._arrived.wait(), left)
            except TimeoutError:
                break
        return list(self.updates)

    async def _sendMessage(self, fields: dict) -> dict:  # noqa: N802
        return self._keep(fields, text=fields["text"])

    async def _editMessageText(self, fields: dict) -> dict:  # noqa: N802
        message = next(one for one in self.sent if one["message_id"] == int(fields["message_id"]))
        message["text"] = fields["text"]
        return message

    async def _sendVoice(self, fields: dict) -> dict:  # noqa: N802
        file_id = f"voice-{len(self.voices)}"
        self.voices[file_id] = fields["voice"]
        voice = {"file_id": file_id, "file_unique_id": file_id, "duration": 1, "file_size": len(fields["voice"])}
        return self._keep(fields, voice=voice)

    async def _getFile(self, fields: dict) -> dict:  # noqa: N802
        size = len(self.voices[fields["file_id"]])
        name = fields["file_id"]
        return {"file_id": name, "file_unique_id": name, "file_size": size, "file_path": name}

    async def _answerCallbackQuery(self, fields: dict) -> bool:  # noqa: N802
        self.answered.append(fields["callback_query_id"])
        return True

    async def _deleteMessages(self, fields: dict) -> bool:  # noqa: N802
        self.deleted += [int(one) for one in json.loads(fields["message_ids"])]
        return True

    def _keep(self, fields: dict, **content: object) -> dict:
        message = {
            "message_id": next(self._message_ids), "date": int(time.time()), "from": BOT,
            "chat": {"id": int(fields["chat_id"]), "type": "private", "first_name": "A"}, **content,
        }  # fmt: skip
        if "reply_markup" in fields:
            message["reply_markup"] = json.loads(fields["reply_markup"])
        self.sent.append(message)
        return message

    async def _file(self, request: web.Request) -> web.Response:
        return web.Response(body=self.voices[request.match_info["path"]])


async def _fields(request: web.Request) -> dict:
    """Return a call's parameters, uploaded files as bytes."""
    if request.content_type != "multipart/form-data":
        return dict(await request.post())
    fields: dict = {}
    async for part in await request.multipart():
        fields[part.name] = await part.read() if part.filename else await part.text()
    return fields


def _refuse(failure: Failure) -> web.Response:
    """Answer as Telegram refuses."""
    words = {429: "Too Many Requests: retry later", 403: "Forbidden: bot was blocked by the user"}
    body: dict = {"ok": False, "error_code": failure.status, "description": words.get(failure.status, "Bad Gateway")}
    if failure.retry_after is not None:
        body["parameters"] = {"retry_after": failure.retry_after}
    return web.json_response(body, status=failure.status)
