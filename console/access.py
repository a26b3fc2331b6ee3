"""Who may ask for which address: one table, and a guard that refuses everything not in it."""

from __future__ import annotations

from collections.abc import Mapping
from types import MappingProxyType
from urllib.parse import urlsplit

from aiohttp import web

from console.options import ConsoleOptions
from console.sessions import Visit
from console.tokens import is_same
from core.staff import Role

ANYONE = None
LEAST: Mapping[tuple[str, str], Role | None] = MappingProxyType({
    ("GET", "/console/login"): ANYONE,
    ("POST", "/console/login"): ANYONE,
    ("GET", "/console/invite/{token}"): ANYONE,
    ("POST", "/console/invite/{token}"): ANYONE,
    ("GET", "/console/static"): ANYONE,
    ("HEAD", "/console/static"): ANYONE,
    ("GET", "/console/look"): ANYONE,
    ("HEAD", "/console/look"): ANYONE,
    ("POST", "/console/theme"): ANYONE,
    ("POST", "/console/logout"): Role.COUNSELLOR,
    ("GET", "/console"): Role.COUNSELLOR,
    ("GET", "/console/"): Role.COUNSELLOR,
    ("GET", "/console/queue/live"): Role.COUNSELLOR,
    ("GET", "/console/conversations/{id}"): Role.COUNSELLOR,
    ("GET", "/console/conversations/{id}/live"): Role.COUNSELLOR,
    ("POST", "/console/conversations/{id}/claim"): Role.COUNSELLOR,
    ("POST", "/console/conversations/{id}/send"): Role.COUNSELLOR,
    ("POST", "/console/conversations/{id}/release"): Role.COUNSELLOR,
    ("POST", "/console/conversations/{id}/close"): Role.COUNSELLOR,
    ("GET", "/console/team"): Role.SUPERVISOR,
    ("POST", "/console/team/invitations"): Role.SUPERVISOR,
})  # fmt: skip
"""Every route of the console and the least role it needs. A route that is not here does not exist."""

SOCKETS = frozenset({"/console/queue/live", "/console/conversations/{id}/live"})
_ABOVE = {Role.COUNSELLOR: 1, Role.SUPERVISOR: 2}


def find_rule(request: web.Request) -> tuple[str, str] | None:
    """Return the key of the request's route in LEAST, or None when it is not there."""
    resource = request.match_info.route.resource
    key = (request.method, resource.canonical if resource is not None else "")
    return key if key in LEAST else None


def may(visit: Visit, least: Role | None) -> bool:
    """Return whether a visitor has at least the role *least*."""
    if least is ANYONE:
        return True
    return visit.account is not None and _ABOVE[visit.account.role] >= _ABOVE[least]


def is_from_us(request: web.Request, options: ConsoleOptions) -> bool:
    """Return whether the browser says that a page of ours sent this request.

    `Sec-Fetch-Site` decides where browsers send it. With `Referrer-Policy: no-referrer` a form's Origin is "null", so
    without Sec-Fetch-Site such a form stands or falls with its own token. A foreign Origin is never accepted.
    """
    site, origin = request.headers.get("Sec-Fetch-Site"), request.headers.get("Origin", "null")
    if site is not None and site != "same-origin":
        return False
    return origin == "null" or _is_own(origin, request, options)


def is_own_socket(request: web.Request, options: ConsoleOptions) -> bool:
    """Return whether a WebSocket is opened by a page of ours: its Origin must be there.

    Source:
        OWASP ASVS 5.0, 4.4.2.
    """
    return _is_own(request.headers.get("Origin", ""), request, options)


def _is_own(origin: str, request: web.Request, options: ConsoleOptions) -> bool:
    """Return whether *origin* is the address the console is reached by."""
    if options.origin:
        return is_same(origin, options.origin.rstrip("/"))
    wanted = "https" if options.https else "http"
    parts = urlsplit(origin)
    return parts.scheme == wanted and is_same(parts.netloc, request.host)
