"""One-time codes from an authenticator app (RFC 6238: SHA-1, 6 digits, 30-second steps)."""

from __future__ import annotations

import base64
from datetime import datetime

import pyotp
import segno

from console.tokens import derive, is_same

STEP_S = 30
WINDOW_STEPS = 1
"""A code of the step before or after is accepted too: phones' clocks drift. Source: RFC 6238, 5.2."""
_SECRET_BYTES = 20


def derive_secret(browser: str, invitation: str) -> str:
    """Return the base32 secret for making an account.

    It comes from both the link and the browser that opened it, so reloading shows the same one, nothing is stored
    before the link is spent, and the link alone never tells it afterwards.
    """
    return base64.b32encode(derive(browser, "totp", invitation)[:_SECRET_BYTES]).decode()


def find_step(secret: str, code: str, now: datetime) -> int | None:
    """Return the 30-second step whose code is *code*, within the window, or None. Looks at every step of the window."""
    current = int(now.timestamp()) // STEP_S
    found = None
    for step in range(current - WINDOW_STEPS, current + WINDOW_STEPS + 1):
        if is_same(code, pyotp.HOTP(secret).at(step)):
            found = step
    return found


def draw(secret: str, host: str) -> str:
    """Return the picture to scan, as an SVG element without styles."""
    uri = pyotp.TOTP(secret).provisioning_uri(name=host, issuer_name="Sanad")
    return str(segno.make(uri, error="m").svg_inline(omitsize=True, border=4, dark="#000", light="#fff"))


def group(secret: str) -> str:
    """Return the secret in groups of four, to read and type."""
    return " ".join(secret[start : start + 4] for start in range(0, len(secret), 4))
