"""Work that must be done after a commit, and timers. Both are rows, never sleeping tasks."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from core.conversation import ConversationId


class WorkKind(str, Enum):
    """What a piece of outbox work does; `seq` names the message it is about."""

    ANSWER = "answer"
    """Let the bot answer a child's message."""
    DELIVER = "deliver"
    """Send a message to the child on a pushing channel."""
    ERASE = "erase"
    """Delete what the child saw on a pushing channel, then the conversation."""


class TimerKind(str, Enum):
    """What happens when a timer is due."""

    STILL_HERE = "still_here"
    """Tell a waiting child that we are still here; the later ones carry numbers."""
    LEASE = "lease"
    """A counsellor's claim ran out: back to the head of the queue."""
    SAFETY_QUESTION = "safety_question"
    """A safety question stayed unanswered: a counsellor is told."""


@dataclass(frozen=True)
class Work:
    """A claimed piece of outbox work.

    Attributes:
        id: Row id; smallest first within a conversation.
        conversation: Whose.
        kind: What to do.
        seq: The message it is about. A reference, never a copy of the words.
        tries: How often it was claimed, this time included; 1 on the first.
        lease_token: Fencing token: results are written only while it still matches.
    """

    id: int
    conversation: ConversationId
    kind: WorkKind
    seq: int
    tries: int
    lease_token: str


@dataclass(frozen=True)
class Timer:
    """A timer that is due.

    Attributes:
        id: Row id.
        conversation: Whose.
        kind: What happens.
        due_at: Aware UTC.
        step: Which of a series (the third "still here" is 3).
    """

    id: int
    conversation: ConversationId
    kind: TimerKind
    due_at: datetime
    step: int = 1
