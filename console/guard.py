"""The gate every request to the console goes through: role, origin, form token, headers, errors."""

from __future__ import annotations

from collections.abc import Awaitable, Callable

import structlog
from aiohttp import web

from console.access import LEAST, SOCKETS, find_rule, is_from_us, is_own_socket, may
from console.pages import Pages, go
from console.sessions import Sessions, Visit
from console.tokens import is_same
from core.errors import ConversationNotFound, StorageDown

Handler = Callable[[web.Request], Awaitable[web.StreamResponse]]
Middleware = Callable[[web.Request, Handler], Awaitable[web.StreamResponse]]
VISIT = web.RequestKey("visit", Visit)
LOGIN = "/console/login"
_POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; connect-src 'self'; "
    "form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)
HEADERS = {
    "Content-Security-Policy": _POLICY,
    "Cache-Control": "no-store",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "X-Frame-Options": "DENY",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), microphone=(), geolocation=()",
    "X-Robots-Tag": "noindex, nofollow",
}
MOST_BODY_BYTES = 64 * 1024
_log = structlog.get_logger("sanad.console")


class Guard:
    """Lets through what the table allows, and says the same to missing and forbidden."""

    def __init__(self, sessions: Sessions, pages: Pages) -> None:
        """Check against *sessions*; refuse with *pages*."""
        self._sessions, self._pages = sessions, pages

    async def check(self, request: web.Request, handler: Handler) -> web.StreamResponse:
        """Answer one request of the console."""
        visit = Visit("")
        try:
            rule = find_rule(request)
            visit = await self._sessions.find(request, touch=rule is not None and rule[1] not in SOCKETS)
            request[VISIT] = visit
            response = await self._pass(request, handler, visit, rule)
        except (ConversationNotFound, web.HTTPNotFound, web.HTTPMethodNotAllowed):
            response = self._pages.refuse(request, visit, "not_found", 404)
        except web.HTTPException as refusal:
            refusal.headers.update(HEADERS)
            raise
        except StorageDown:
            response = self._pages.refuse(request, visit, "down", 503)
        except Exception as error:  # noqa: BLE001 -- boundary: whatever breaks, the person gets a page and no words leak
            response = self._fail(request, visit, error)
        if not response.prepared:
            self._dress(response, request, visit)
        return response

    def _fail(self, request: web.Request, visit: Visit, error: Exception) -> web.StreamResponse:
        """Return the page for a fault of ours; of the fault only its type is logged."""
        _log.error("console_failed", error=type(error).__name__, method=request.method)
        if "Upgrade" in request.headers:
            # An open socket cannot be answered with a page any more.
            raise error
        return self._pages.refuse(request, visit, "failed", 500)

    async def _pass(
        self, request: web.Request, handler: Handler, visit: Visit, rule: tuple[str, str] | None
    ) -> web.StreamResponse:
        """Call the handler, or refuse."""
        if rule is None:
            raise web.HTTPNotFound
        if not may(visit, LEAST[rule]):
            if visit.account is None and request.method == "GET" and rule[1] not in SOCKETS:
                return go(LOGIN)
            raise web.HTTPNotFound
        options = self._pages.options
        if rule[1] in SOCKETS and not is_own_socket(request, options):
            return self._pages.refuse(request, visit, "refused", 403)
        if request.method == "POST" and not (is_from_us(request, options) and await _has_token(request, visit)):
            return self._pages.refuse(request, visit, "refused", 403)
        return await handler(request)

    def _dress(self, response: web.StreamResponse, request: web.Request, visit: Visit) -> None:
        """Add the headers of every answer, and the form cookie of browsers that are not signed in."""
        response.headers.update(HEADERS)
        if request.path.startswith(("/console/static/", "/console/look/")):
            response.headers["Cache-Control"] = "no-cache"
        elif visit.account is None and visit.token and not response.cookies:
            self._sessions.remember_form(response, visit)


async def _has_token(request: web.Request, visit: Visit) -> bool:
    """Return whether the form carries this browser's token."""
    if (request.content_length or 0) > MOST_BODY_BYTES:
        return False
    form = await request.post()
    return is_same(str(form.get("csrf", "")), visit.csrf)
