"""People who work in the console."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from core.conversation import CounsellorId


class Role(str, Enum):
    """What a member of staff may do."""

    COUNSELLOR = "counsellor"
    SUPERVISOR = "supervisor"


@dataclass(frozen=True)
class Counsellor:
    """A member of staff.

    Attributes:
        id: Ours.
        login: What they type to sign in; lower case, unique.
        first_name: What the child sees.
        role: What they may do.
        password_hash: argon2id, encoded form.
        totp_secret: Base32; sealed at rest.
        totp_last_step: Newest 30-second step used, so that a code works once.
        language: Tag of the console's language for them.
        active: False locks the account.
    """

    id: CounsellorId
    login: str
    first_name: str
    role: Role
    password_hash: str
    totp_secret: str
    totp_last_step: int = 0
    language: str = "en"
    active: bool = True


@dataclass(frozen=True)
class Session:
    """A signed-in browser. Only the hash of its cookie is stored.

    Attributes:
        token_hash: SHA-256 of the cookie's random token, hex.
        counsellor: Who.
        created_at: Aware UTC; ends 12 hours later at most.
        seen_at: Last request; ends 15 minutes after it.
    """

    token_hash: str
    counsellor: CounsellorId
    created_at: datetime
    seen_at: datetime


@dataclass(frozen=True)
class Invitation:
    """A one-time link that makes an account.

    Attributes:
        token_hash: SHA-256 of the link's random token, hex.
        role: Role of the account it makes.
        expires_at: Aware UTC.
    """

    token_hash: str
    role: Role
    expires_at: datetime


@dataclass(frozen=True)
class Access:
    """One row of the append-only access log. No words, ever.

    Attributes:
        actor: Who, a counsellor's id or "system".
        action: What, for example `conversation.read`, `conversation.claim`, `login`.
        target: On what: a conversation's id, a counsellor's id, or "".
        at: When, aware UTC.
        detail: A code from a closed list (a closing reason, for example), or "".
    """

    actor: str
    action: str
    target: str
    at: datetime
    detail: str = ""
