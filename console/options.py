"""What sanad/app.py decides for the console."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import UTC, tzinfo
from pathlib import Path

from console.passwords import Passwords
from core.clock import SystemClock
from core.ports import Clock


@dataclass(frozen=True)
class ConsoleOptions:
    """Settings of the console, handed in as values.

    Attributes:
        look: Folder with `tokens.css` and `fonts/`, the one look of the child's page and the console.
        https: Browsers reach the console by https; cookies are then Secure and `__Host-`.
        origin: Address browsers use, such as `https://help.example`; "" to take the request's own host.
        timezone: Where the counsellors are: hours on the pages.
        language: Tag for pages before sign-in when the browser asks for none that is written.
        reason_of: Says in words why a triage rule fired; raises KeyError for a rule that is gone.
        passwords: How passwords are hashed and checked.
        clock: The time.
        tick_s: How often an open page looks for changes that no hint announced.
        renew_s: How often an open conversation page keeps the claim alive.
    """

    look: Path
    https: bool = False
    origin: str = ""
    timezone: tzinfo = UTC
    language: str = "en"
    reason_of: Callable[[str], str] = str
    passwords: Passwords = field(default_factory=Passwords)
    clock: Clock = field(default_factory=SystemClock)
    tick_s: float = 2.0
    renew_s: float = 15.0
