"""Routes of the child's page: the page, its WebSocket, the voice of a message, and the page's own files."""

from __future__ import annotations

import weakref
from collections.abc import Mapping, Sequence
from urllib.parse import urlsplit

from aiohttp import WSCloseCode, web

from bot.helpline import Helpline
from bot.numbers import INTERNATIONAL
from channels.web.acts import CHANNEL
from channels.web.assets import Assets
from channels.web.chat import Chat, address_of
from channels.web.headers import page_headers, static_headers
from channels.web.limits import Limits
from channels.web.numbers_page import NumbersPage
from channels.web.options import WebOptions, WebParts
from channels.web.page import Page, choose_language, make_environment
from channels.web.payloads import MAX_FRAME_BYTES, is_session
from core.errors import ConversationNotFound, StorageDown, VoiceUnavailable
from core.ports import Fanout
from languages.catalogue import Catalogue
from languages.registry import Language

SESSION_HEADER = "X-Session"
HARD_LIMIT_BYTES = 2 * MAX_FRAME_BYTES
"""A frame above MAX_FRAME_BYTES is answered in words; above this one the connection is closed with 1009."""


class WebChannel:
    """The child's page. Give `routes()` to an aiohttp application and call `close()` when it shuts down."""

    def __init__(
        self,
        helpline: Helpline,
        fanout: Fanout,
        catalogue: Catalogue,
        languages: Mapping[str, Language],
        options: WebOptions,
    ) -> None:
        """Take everything the channel works with; *languages* are those offered to children, in order."""
        self._parts = WebParts(helpline, fanout, catalogue, languages, options)
        self._assets = Assets()
        self._page = Page(self._parts, self._assets)
        self._numbers = NumbersPage(self._parts, self._assets, make_environment())
        self._limits = Limits(options.max_sockets, options.max_sockets_per_session, options.burst, options.per_s)
        self._open: weakref.WeakSet[web.WebSocketResponse] = weakref.WeakSet()

    def routes(self) -> Sequence[web.AbstractRouteDef]:
        """Return the routes; none of them needs to know who asks."""
        return [
            web.get("/", self.show_page),
            web.get("/numbers", self.show_numbers),
            web.get("/numbers/offline.js", self.send_worker),
            web.get("/numbers/{country:[A-Z]{2}}", self.show_numbers),
            web.get("/ws", self.open_chat),
            web.get("/voice/{seq:[0-9]{1,15}}", self.send_voice),
            web.get("/static/{version}/{name:.+}", self.send_static),
        ]

    async def close(self) -> None:
        """Tell every open page that the service is going down; pages come back by themselves."""
        for socket in list(self._open):
            await socket.close(code=WSCloseCode.GOING_AWAY)

    async def show_page(self, request: web.Request) -> web.Response:
        """Answer `GET /`."""
        accepted = request.headers.get("Accept-Language", "")
        tag = choose_language(self._parts, request.query.get("lang"), accepted)
        text = self._page.render(tag, simple=request.query.get("simple") == "1")
        headers = {**self._closed(request), "Content-Language": tag, "Vary": "Accept-Language"}
        response = web.Response(text=text, content_type="text/html", headers=headers)
        response.enable_compression()
        return response

    async def show_numbers(self, request: web.Request) -> web.Response:
        """Answer `GET /numbers` and `GET /numbers/{country}`: the operator's own country, or the world, without one."""
        code = request.match_info.get("country") or self._parts.options.default_country or INTERNATIONAL
        tag = choose_language(self._parts, request.query.get("lang"), request.headers.get("Accept-Language", ""))
        if not self._numbers.knows(code):
            code = INTERNATIONAL
        text = self._numbers.render(code, tag, simple=request.query.get("simple") == "1")
        closed = page_headers(request.host, self._parts.options.frame_ancestors, works_offline=True)
        headers = {**closed, "Content-Language": tag, "Vary": "Accept-Language"}
        response = web.Response(text=text, content_type="text/html", headers=headers)
        response.enable_compression()
        return response

    async def send_worker(self, request: web.Request) -> web.Response:
        """Answer `GET /numbers/offline.js`: the script that keeps these pages readable without a network."""
        asset = self._assets.find(self._assets.version, "offline/worker.js")
        headers = {**self._closed(request), "Service-Worker-Allowed": "/numbers"}
        return web.Response(body=asset.body if asset else b"", content_type="text/javascript", headers=headers)

    async def open_chat(self, request: web.Request) -> web.StreamResponse:
        """Answer `GET /ws`."""
        if not self._is_own_origin(request):
            return web.Response(status=403, headers=self._closed(request))
        if not self._limits.knock():
            return web.Response(status=503, headers={**self._closed(request), "Retry-After": "10"})
        socket = web.WebSocketResponse(heartbeat=self._parts.options.heartbeat_s, max_msg_size=HARD_LIMIT_BYTES)
        try:
            await socket.prepare(request)
        except BaseException:
            self._limits.unknock()
            raise
        self._open.add(socket)
        await Chat(self._parts, self._limits, socket).run()
        return socket

    async def send_voice(self, request: web.Request) -> web.Response:
        """Answer `GET /voice/{seq}`: the sound of one message, for the session in the header and nobody else."""
        session, headers = request.headers.get(SESSION_HEADER, ""), self._closed(request)
        if not is_session(session):
            return web.Response(status=404, headers=headers)
        wait_s = self._limits.take(address_of(session))
        if wait_s:
            return web.Response(status=429, headers={**headers, "Retry-After": str(int(wait_s) + 1)})
        simple = {"1": True, "0": False}.get(request.query.get("simple", ""))
        helpline = self._parts.helpline
        try:
            conversation = await helpline.find(CHANNEL, address_of(session))
            if conversation is None:
                return web.Response(status=404, headers=headers)
            sound = await helpline.speak(conversation.id, int(request.match_info["seq"]), "mp3", simple=simple)
        except ConversationNotFound:
            return web.Response(status=404, headers=headers)
        except (VoiceUnavailable, StorageDown):
            return web.Response(status=503, headers=headers)
        return web.Response(body=sound, content_type="audio/mpeg", headers=headers)

    async def send_static(self, request: web.Request) -> web.Response:
        """Answer `GET /static/{version}/{name}`."""
        asset = self._assets.find(request.match_info["version"], request.match_info["name"])
        if asset is None:
            return web.Response(status=404, headers=self._closed(request))
        charset = "utf-8" if asset.content_type.startswith("text/") else None
        response = web.Response(
            body=asset.body, content_type=asset.content_type, charset=charset, headers=static_headers()
        )
        if asset.content_type != "font/woff2":
            response.enable_compression()
        return response

    def _closed(self, request: web.Request) -> Mapping[str, str]:
        """Return the headers of an answer that nobody may keep."""
        return page_headers(request.host, self._parts.options.frame_ancestors)

    def _is_own_origin(self, request: web.Request) -> bool:
        """Return whether the page that opens the socket is ours. Browsers always say; what says nothing is refused."""
        origin = request.headers.get("Origin", "")
        return bool(origin) and (urlsplit(origin).netloc == request.host or origin in self._parts.options.origins)
