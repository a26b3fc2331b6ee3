"""Headers that keep the page closed: nothing inline, nothing foreign, nothing kept."""

from __future__ import annotations

import re
from collections.abc import Mapping

_HOST = re.compile(r"[A-Za-z0-9.-]+(:\d{1,5})?|\[[0-9A-Fa-f:]+\](:\d{1,5})?")

_FIXED: Mapping[str, str] = {
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Cross-Origin-Opener-Policy": "same-origin",
    "Cross-Origin-Resource-Policy": "same-origin",
    "Permissions-Policy": "camera=(), geolocation=(), microphone=(), payment=(), usb=(), browsing-topics=()",
    "X-Robots-Tag": "noarchive",
}


def page_headers(host: str, frame_ancestors: str, *, works_offline: bool = False) -> Mapping[str, str]:
    """Return the headers of an answer that must not be kept.

    Args:
        host: The request's Host header; a WebSocket to it is allowed, because not every browser counts `ws:` as "self".
        frame_ancestors: Who may frame the page, a CSP source list.
        works_offline: It may start its own worker (static/offline/), under the name that the worker's address needs.
    """
    sockets = f" ws://{host} wss://{host}" if _HOST.fullmatch(host) else ""
    policy = {
        "default-src": "'none'",
        "script-src": "'self'",
        "style-src": "'self'",
        "font-src": "'self'",
        "img-src": "'self'",
        "connect-src": f"'self'{sockets}",
        "media-src": "blob:",
        "base-uri": "'none'",
        "form-action": "'self'",
        "frame-ancestors": frame_ancestors,
        "require-trusted-types-for": "'script'",
        "trusted-types": "offline" if works_offline else "'none'",
        **({"worker-src": "'self'"} if works_offline else {}),
    }
    joined = "; ".join(f"{name} {value}" for name, value in policy.items())
    return {**_FIXED, "Content-Security-Policy": joined, "Cache-Control": "no-store"}


def static_headers() -> Mapping[str, str]:
    """Return the headers of a file whose address changes with its content."""
    return {**_FIXED, "Cache-Control": "public, max-age=31536000, immutable"}
