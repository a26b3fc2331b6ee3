"""Which moves a conversation may make between robot and human, as one table that a test walks."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta
from enum import Enum
from types import MappingProxyType

from core.conversation import Conversation, CounsellorId, HandoffReason, HandoffState
from core.errors import MoveNotAllowed

LEASE = timedelta(seconds=60)
"""How long a claim lasts without a sign of life from the console. The console renews every 15 s."""


class Move(str, Enum):
    """What can happen to a conversation."""

    OPEN = "open"
    CLAIM = "claim"
    RENEW = "renew"
    RELEASE = "release"
    LAPSE = "lapse"
    CLOSE = "close"
    REOPEN = "reopen"


MOVES: Mapping[tuple[HandoffState, Move], HandoffState] = MappingProxyType(
    {
        (HandoffState.WITH_BOT, Move.OPEN): HandoffState.WAITING,
        (HandoffState.WAITING, Move.CLAIM): HandoffState.WITH_COUNSELLOR,
        (HandoffState.WITH_COUNSELLOR, Move.RENEW): HandoffState.WITH_COUNSELLOR,
        (HandoffState.WITH_COUNSELLOR, Move.RELEASE): HandoffState.WAITING,
        (HandoffState.WITH_COUNSELLOR, Move.LAPSE): HandoffState.WAITING,
        (HandoffState.WITH_COUNSELLOR, Move.CLOSE): HandoffState.CLOSED,
        (HandoffState.CLOSED, Move.REOPEN): HandoffState.WITH_BOT,
    }
)


def _after(conversation: Conversation, move: Move) -> HandoffState:
    """Return the state after *move*. Raises MoveNotAllowed."""
    try:
        return MOVES[conversation.state, move]
    except KeyError:
        raise MoveNotAllowed(f"{conversation.state.value}/{move.value}") from None


def open_handoff(conversation: Conversation, reason: HandoffReason, now: datetime) -> Conversation:
    """Put a conversation into the queue."""
    state = _after(conversation, Move.OPEN)
    return replace(conversation, state=state, reason=reason, waiting_since=now, counsellor=None, lease_until=None)


def claim(conversation: Conversation, counsellor: CounsellorId, now: datetime) -> Conversation:
    """Give a waiting conversation to a counsellor."""
    return replace(conversation, state=_after(conversation, Move.CLAIM), counsellor=counsellor, lease_until=now + LEASE)


def renew(conversation: Conversation, counsellor: CounsellorId, now: datetime) -> Conversation:
    """Keep a claim alive. Raises MoveNotAllowed when somebody else holds it."""
    _check_holder(conversation, counsellor)
    return replace(conversation, state=_after(conversation, Move.RENEW), lease_until=now + LEASE)


def release(conversation: Conversation, counsellor: CounsellorId) -> Conversation:
    """Give a conversation back to the queue; its waiting time counts on from the first wait."""
    _check_holder(conversation, counsellor)
    return replace(conversation, state=_after(conversation, Move.RELEASE), lease_until=None)


def lapse(conversation: Conversation) -> Conversation:
    """Take a conversation from a counsellor whose console went silent."""
    return replace(conversation, state=_after(conversation, Move.LAPSE), lease_until=None)


def close(conversation: Conversation, counsellor: CounsellorId) -> Conversation:
    """End a conversation. Its level stays on record."""
    _check_holder(conversation, counsellor)
    return replace(conversation, state=_after(conversation, Move.CLOSE), lease_until=None, waiting_since=None)


def reopen(conversation: Conversation) -> Conversation:
    """The child writes again after the end: the robot listens, and what was seen before stays known."""
    return replace(conversation, state=_after(conversation, Move.REOPEN), reason=None, counsellor=None)


def _check_holder(conversation: Conversation, counsellor: CounsellorId) -> None:
    """Raise MoveNotAllowed unless *counsellor* holds the conversation."""
    if conversation.counsellor != counsellor:
        raise MoveNotAllowed(f"{conversation.state.value}/not_yours")
