"""What an operator may decide about the child's page, and what the page is made with."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from bot.helpline import Helpline
from core.ports import Fanout
from languages.catalogue import Catalogue
from languages.registry import Language


@dataclass(frozen=True)
class WebOptions:
    """Values from the settings.

    Attributes:
        default_language: Tag used when neither the address nor the browser asks for a language we offer.
        countries: Two-letter codes whose numbers the page carries.
        default_country: Country shown first; "" lets the child choose.
        exit_url: Neutral site that "Leave fast" opens.
        frame_ancestors: Who may show the page in a frame, a CSP source list.
        origins: Origins that may open the WebSocket besides the page's own.
        max_sockets: Open pages at once, all children together.
        max_sockets_per_session: Open pages at once with the same session.
        burst: Frames a session may send at once.
        per_s: Frames per second that a session may send in the long run.
        heartbeat_s: Seconds between pings; a page that misses one is closed.
        poll_s: Seconds after which the database is read even without a hint.
        hello_s: Seconds in which the first frame must come.
    """

    default_language: str
    countries: tuple[str, ...] = ()
    default_country: str = ""
    exit_url: str = "https://www.wikipedia.org/"
    frame_ancestors: str = "'none'"
    origins: tuple[str, ...] = ()
    max_sockets: int = 2000
    max_sockets_per_session: int = 5
    burst: int = 20
    per_s: float = 1.0
    heartbeat_s: float = 25.0
    poll_s: float = 10.0
    hello_s: float = 10.0


@dataclass(frozen=True)
class WebParts:
    """Everything the channel works with, handed in by sanad/app.py."""

    helpline: Helpline
    fanout: Fanout
    catalogue: Catalogue
    languages: Mapping[str, Language]
    options: WebOptions

    def offered(self, tag: str | None) -> str | None:
        """Return the offered language for a BCP 47 tag (`ar-EG` gives `ar`), or None."""
        if not tag:
            return None
        lowered = tag.strip().lower()
        by_lower = {one.lower(): one for one in self.languages}
        return by_lower.get(lowered) or by_lower.get(lowered.split("-")[0])
