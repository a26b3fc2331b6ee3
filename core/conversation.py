"""A conversation between a child, the robot and a counsellor."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum
from typing import NewType

from core.risk import Category, RiskLevel

ConversationId = NewType("ConversationId", str)
CounsellorId = NewType("CounsellorId", str)


class HandoffState(str, Enum):
    """Who has the conversation. Allowed moves: handoff/moves.py."""

    WITH_BOT = "with_bot"
    WAITING = "waiting"
    WITH_COUNSELLOR = "with_counsellor"
    CLOSED = "closed"


class HandoffReason(str, Enum):
    """Why a conversation went to the queue."""

    ASKED = "asked"
    RISK = "risk"
    SAFETY_ANSWER = "safety_answer"
    NOT_UNDERSTOOD = "not_understood"
    FAILURE = "failure"
    RETURNED = "returned"


@dataclass(frozen=True)
class Passport:
    """How this child communicates. Chosen by the child, never inferred."""

    simple_words: bool = False
    read_aloud: bool = False


@dataclass(frozen=True)
class Conversation:
    """One conversation as it stands in the database.

    Attributes:
        id: Ours, random, says nothing about the child.
        channel: Name of the channel's folder, "web" or "telegram".
        address: Where replies go, the channel's own key (a chat id; for the web the hash of a secret). Sealed at rest.
        state: Who has it.
        level: Highest risk seen. It never goes down by itself.
        categories: Every category seen, in order of first sight.
        language: Tag of the language replies are in; None until known.
        language_chosen: The child chose it, so detection may only suggest another.
        country: ISO 3166 two-letter code the child told us, or None.
        passport: How this child communicates.
        assistant_state: What Rasa must remember between turns: slots and the active form. Never words.
        counsellor: Who holds it now, or who held it last.
        lease_until: End of the counsellor's claim unless the console renews it.
        waiting_since: When it entered the queue; kept when a lapsed claim returns it, so that the wait counts on.
        reason: Why it went to the queue.
        last_seq: Number of its newest message; 0 before the first.
        version: Grows with each write; a write with an old version is refused.
        created_at: Aware UTC.
    """

    id: ConversationId
    channel: str
    address: str
    created_at: datetime
    state: HandoffState = HandoffState.WITH_BOT
    level: RiskLevel = RiskLevel.NONE
    categories: tuple[Category, ...] = ()
    language: str | None = None
    language_chosen: bool = False
    country: str | None = None
    passport: Passport = field(default_factory=Passport)
    assistant_state: Mapping[str, object] = field(default_factory=dict)
    counsellor: CounsellorId | None = None
    lease_until: datetime | None = None
    waiting_since: datetime | None = None
    reason: HandoffReason | None = None
    last_seq: int = 0
    version: int = 0
