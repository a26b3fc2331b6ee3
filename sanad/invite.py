"""One-time links that make the first supervisor's account."""

from __future__ import annotations

import hashlib
import secrets
from datetime import timedelta

from core.clock import SystemClock
from core.staff import Invitation, Role
from sanad.app import open_storage
from sanad.settings import Settings

VALID = timedelta(hours=24)


async def make_invitation(settings: Settings) -> str:
    """Return a fresh link for a supervisor; it works once, for 24 hours. Only its hash is stored."""
    token = secrets.token_urlsafe(32)
    expires_at = SystemClock().now() + VALID
    invitation = Invitation(hashlib.sha256(token.encode()).hexdigest(), Role.SUPERVISOR, expires_at)
    db = await open_storage(settings)
    try:
        await db.write(lambda tx: tx.staff.invite(invitation))
    finally:
        await db.close()
    return f"{settings.address}/console/invite/{token}"


async def has_staff(settings: Settings) -> bool:
    """Return whether anybody has an account yet."""
    db = await open_storage(settings)
    try:
        return await db.read(lambda tx: tx.staff.count()) > 0
    finally:
        await db.close()
