"""The order in which waiting children are taken."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from datetime import UTC, datetime

from core.conversation import Conversation, HandoffReason, HandoffState

_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def in_order(conversations: Iterable[Conversation]) -> Sequence[Conversation]:
    """Return the waiting ones, first to be taken first.

    Higher risk goes first; within a level the longest wait goes first. A conversation that came back from a
    counsellor kept its first waiting time, so it stands at the head of its level.

    Source:
        docs/adr/0008-queue-order.md
    """
    waiting = [one for one in conversations if one.state is HandoffState.WAITING]
    return sorted(waiting, key=lambda one: (-one.level, one.waiting_since or _LONG_AGO, one.id))


def count_ahead(conversation: Conversation, conversations: Iterable[Conversation]) -> int:
    """Return how many waiting children a counsellor takes before this one; 0 means next."""
    order = [one.id for one in in_order(conversations)]
    return order.index(conversation.id) if conversation.id in order else 0


def is_urgent(conversation: Conversation) -> bool:
    """Return whether the console must ring for this one: danger was seen, or Sanad itself failed."""
    return conversation.level >= 2 or conversation.reason is HandoffReason.FAILURE
