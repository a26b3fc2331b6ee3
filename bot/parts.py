"""What a turn is made with, put together once by sanad/app.py."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from core.ports import Assistant, Clock, Database, Fanout, Sender, Voices
from core.risk import Assessment
from core.text import ChildText
from languages.catalogue import Catalogue
from languages.directory import Country
from languages.registry import Language
from triage.policy import Policy


class Assess(Protocol):
    """Reads risk in a child's words; see triage.assess."""

    def __call__(
        self,
        words: ChildText,
        *,
        language: str | None = None,
        history: Sequence[ChildText] = (),
        asked: str | None = None,
    ) -> Assessment:
        """Return the level, category and evidence."""
        ...


@dataclass(frozen=True)
class Parts:
    """Everything a turn needs.

    Attributes:
        db: Durable storage.
        fanout: Live hints.
        clock: The time.
        assistant: Rasa, behind its port.
        voices: Speech, behind its port.
        assess: Triage.
        policy: What each level and each answer to a safety question does.
        catalogue: All sentences.
        languages: Languages offered to children, by tag, in order.
        directory: Helplines and services, by country code.
        default_language: Tag used when nothing is known of the child.
        default_country: Where this helpline is, for numbers when the child named no country; "" when it serves many.
        senders: Channels that push, by name; filled by sanad/app.py before the first turn.
    """

    db: Database
    fanout: Fanout
    clock: Clock
    assistant: Assistant
    voices: Voices
    assess: Assess
    policy: Policy
    catalogue: Catalogue
    languages: Mapping[str, Language]
    directory: Mapping[str, Country]
    default_language: str
    default_country: str
    senders: Mapping[str, Sender]
