"""Rasa's tracker store, without anything stored: a conversation lives in Rasa only while one message is answered."""

from __future__ import annotations

from contextvars import ContextVar
from dataclasses import dataclass
from typing import Optional

from rasa.core.tracker_store import InMemoryTrackerStore
from rasa.shared.core.trackers import DialogueStateTracker


@dataclass
class OpenTurn:
    """The turn that is being answered.

    Attributes:
        tracker: The conversation, first as recalled, then as saved by Rasa.
    """

    tracker: DialogueStateTracker


OPEN_TURN: ContextVar[OpenTurn] = ContextVar("open_turn")
"""Set by the door for the task that answers one request; Rasa offers no other way to hand a tracker through."""


class TurnStore(InMemoryTrackerStore):
    """Gives Rasa the tracker of the open turn. Without one (`rasa shell`) it is Rasa's own store in memory."""

    async def retrieve(self, sender_id: str) -> Optional[DialogueStateTracker]:  # noqa: UP045 -- Rasa runs on 3.10
        """Return the tracker of the open turn."""
        turn = OPEN_TURN.get(None)
        return turn.tracker if turn else await super().retrieve(sender_id)

    async def save(self, tracker: DialogueStateTracker) -> None:
        """Give the tracker back to the open turn."""
        turn = OPEN_TURN.get(None)
        if turn:
            turn.tracker = tracker
        else:
            await super().save(tracker)
