"""One open page: its frames come in here, and everything new in its conversation goes out here."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from contextlib import suppress

import structlog
from aiohttp import WSCloseCode, WSMsgType, web

from channels.web.acts import Acts
from channels.web.frames import Frame, error_frame, message_frame, state_fields, to_text
from channels.web.limits import Limits
from channels.web.options import WebParts
from channels.web.payloads import VERSION, Hello, Op, is_session, parse_envelope, parse_op
from channels.web.texts import Texts
from core.conversation import Conversation, ConversationId, HandoffState
from core.errors import BadPayload, ConversationNotFound, StorageDown
from core.message import Kind
from core.ports import Hint

PAGE = 200
"""Messages read at once."""
RETRY_S = 3.0
"""When a page may try again after the database was away."""
_log = structlog.get_logger("sanad.web")


def address_of(session: str) -> str:
    """Return where a session's conversation lives. The token itself is stored nowhere."""
    return hashlib.sha256(session.encode()).hexdigest()


class Chat:
    """The life of one WebSocket after its upgrade."""

    def __init__(self, parts: WebParts, limits: Limits, socket: web.WebSocketResponse) -> None:
        """Take a prepared socket."""
        self._parts, self._limits, self._socket = parts, limits, socket
        self._language, self._simple = parts.options.default_language, False
        self._session, self._address = "", ""
        self._sent = 0
        self._state: Frame = {}
        self._known: Conversation | None = None
        self._wake = asyncio.Event()
        self._acts = Acts(parts, "", self._language)

    async def run(self) -> None:
        """Serve the page until it closes. The caller counted it with `Limits.knock`."""
        try:
            hello = await self._hello()
        finally:
            self._limits.unknock()
        if hello is None:
            return
        self._use(hello.session if hello.session and is_session(hello.session) else secrets.token_urlsafe(32))
        if not self._limits.enter(self._address):
            await self._error("too_many_windows")
            await self._socket.close(code=WSCloseCode.TRY_AGAIN_LATER)
            return
        entered = self._address
        try:
            await self._serve(hello)
        finally:
            self._limits.leave(entered)

    def _use(self, session: str) -> None:
        """Serve this session from now on."""
        self._session, self._address = session, address_of(session)
        self._acts = Acts(self._parts, self._address, self._language)

    async def _hello(self) -> Hello | None:
        """Return the first frame; a page that says something else, or nothing, is sent away."""
        with suppress(TimeoutError, BadPayload):
            received = await self._socket.receive(timeout=self._parts.options.hello_s)
            op = parse_op(parse_envelope(received.data)) if received.type is WSMsgType.TEXT else None
            if isinstance(op, Hello):
                self._language = self._parts.offered(op.language) or self._language
                return op
        await self._error("wrong_shape")
        await self._socket.close(code=WSCloseCode.POLICY_VIOLATION)
        return None

    async def _serve(self, hello: Hello) -> None:
        """Greet, then read and write side by side."""
        try:
            await self._greet(hello)
        except StorageDown:
            await self._error("down", retry_s=RETRY_S)
            await self._socket.close(code=WSCloseCode.TRY_AGAIN_LATER)
            return
        writer = asyncio.create_task(self._write())
        try:
            await self._read()
        finally:
            writer.cancel()
            with suppress(asyncio.CancelledError):
                await writer

    async def _greet(self, hello: Hello) -> None:
        """Answer a hello: who has the conversation, and from which number on the page is told."""
        conversation = await self._acts.find()
        lost = conversation is None and (hello.last_seq > 0 or hello.session not in (None, self._session))
        if lost:
            await self._send({"op": "erased"})
            self._use(secrets.token_urlsafe(32))
        newest = conversation.last_seq if conversation else 0
        self._state = await self._read_state(conversation)
        self._sent = hello.last_seq if hello.last_seq <= newest else 0
        ready = {"op": "ready", "v": VERSION, "session": self._session, "last_seq": newest}
        if hello.last_seq > newest and not lost:
            await self._error("future_seq")
        await self._send({**ready, **self._state})

    async def _read(self) -> None:
        """Take frames until the page closes."""
        async for received in self._socket:
            if received.type is WSMsgType.TEXT:
                await self._take(received.data)
            elif received.type is WSMsgType.BINARY:
                await self._error("wrong_shape")

    async def _take(self, text: str) -> None:
        """Do what one frame asks; every frame that cannot be done is answered in the child's words."""
        uuid = None
        try:
            envelope = parse_envelope(text)
            uuid = envelope.uuid
            wait_s = self._limits.take(self._address)
            if wait_s:
                await self._error("too_many", uuid, wait_s)
            else:
                await self._do(parse_op(envelope), uuid)
        except BadPayload as error:
            await self._error(error.code, uuid)
        except ConversationNotFound:
            self._wake.set()
        except StorageDown:
            await self._error("down", uuid, RETRY_S)
        except Exception as error:  # noqa: BLE001 -- boundary: one bad frame must not close the child's page
            _log.warning("frame_failed", error=type(error).__name__)
            await self._error("down", uuid, RETRY_S)

    async def _do(self, op: Op, uuid: str | None) -> None:
        """Carry out an op; the session's other windows hear of a conversation that began with it."""
        answer = await self._acts.do(op, uuid)
        if answer is not None:
            await self._send(answer)
        self._wake.set()
        if self._known is None:
            await self._parts.fanout.publish(Hint(f"session:{self._address}", "state"))

    async def _write(self) -> None:
        """Send what is new, whenever somebody hints at it, and from time to time without a hint."""
        listener = asyncio.create_task(self._listen(f"session:{self._address}"))
        listens_to: ConversationId | None = None
        try:
            while not self._socket.closed:
                self._wake.clear()
                if await self._try_catch_up():
                    await self._send({"op": "erased"})
                    await self._socket.close()
                    return
                if self._known is not None and listens_to != self._known.id:
                    listener.cancel()
                    listens_to = self._known.id
                    listener = asyncio.create_task(self._listen(f"conversation:{listens_to}", "queue"))
                with suppress(TimeoutError):
                    await asyncio.wait_for(self._wake.wait(), self._parts.options.poll_s)
        finally:
            listener.cancel()

    async def _try_catch_up(self) -> bool:
        """Catch up; a database that is away is asked again later."""
        try:
            return await self._catch_up()
        except (StorageDown, ConversationNotFound):
            return False
        except (ConnectionError, RuntimeError):
            return False

    async def _catch_up(self) -> bool:
        """Send every message above the last one sent, then the state if it changed; return whether all was deleted."""
        conversation = await self._acts.find()
        if conversation is None:
            return self._known is not None
        self._known = conversation
        state = await self._read_state(conversation)
        while self._sent < conversation.last_seq:
            messages = await self._parts.helpline.read(conversation.id, self._sent, PAGE)
            for message in messages:
                if message.kind is not Kind.START:
                    await self._send(message_frame(self._parts, message, self._language))
                self._sent = message.seq
            if not messages:
                break
        if state != self._state:
            self._state = state
            await self._send({"op": "state", **state})
        return False

    async def _read_state(self, conversation: Conversation | None) -> Frame:
        """Return the state as frames carry it, and speak its language from now on."""
        ahead, name = 0, None
        if conversation is not None and conversation.state is HandoffState.WAITING:
            ahead = await self._parts.helpline.ahead(conversation)
        if conversation is not None and conversation.state is HandoffState.WITH_COUNSELLOR:
            name = await self._parts.helpline.counsellor_name(conversation)
        state = state_fields(self._parts, conversation, self._language, ahead=ahead, name=name)
        self._language, self._simple = str(state["language"]), state["simple"] is True
        return state

    async def _listen(self, *topics: str) -> None:
        """Wake the writer on each hint; on those about the queue only while the child waits in it."""
        async with self._parts.fanout.subscribe(*topics) as hints:
            self._wake.set()
            async for hint in hints:
                if hint.topic != "queue" or self._state.get("state") == "waiting":
                    self._wake.set()

    async def _error(self, code: str, uuid: str | None = None, retry_s: float | None = None) -> None:
        """Say what went wrong, in the child's language and mode."""
        texts = Texts(self._parts, self._language, simple=self._simple)
        await self._send(error_frame(texts, code, uuid, retry_s))

    async def _send(self, frame: Frame) -> None:
        """Send a frame; a page that is gone will ask again with its last number."""
        with suppress(ConnectionError, RuntimeError):
            await self._socket.send_str(to_text(frame))
