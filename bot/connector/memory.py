"""What the assistant remembers between two messages, and how a tracker is made from it.

It travels with every request and answer, so a restarted Rasa knows as much as before: slots, the active form and the
slot it asks for. Never words.
"""

from __future__ import annotations

from rasa.shared.core.constants import ACTION_LISTEN_NAME, ACTION_SESSION_START_NAME, REQUESTED_SLOT
from rasa.shared.core.domain import Domain
from rasa.shared.core.events import ActionExecuted, ActiveLoop, Event, SessionStarted, SlotSet
from rasa.shared.core.trackers import DialogueStateTracker

from bot.connector.payloads import SlotValue, TurnRequest

TOLD = frozenset({"language", "country", "level", "simple"})
"""Slots that the service tells with every message; they are not given back."""
INTERNAL = frozenset({REQUESTED_SLOT, "session_started_metadata"})
"""Slots that Rasa adds for itself."""
FORM_OF_QUESTION = {"utter_ask_safe_now": ("safe_form", "safe_now")}
"""Questions that the service may ask by itself, with the form and the slot that take the answer."""


def recall(request: TurnRequest, sender: str, domain: Domain) -> DialogueStateTracker:
    """Return the tracker of a conversation as it stood after its last answer. Unknown slots and forms are left out."""
    slots = {slot.name for slot in domain.slots}
    loop, requested = _active_form(request, domain)
    events: list[Event] = [ActionExecuted(ACTION_SESSION_START_NAME), SessionStarted()]
    events += [
        SlotSet(name, value) for name, value in request.slots.items() if name in slots and name != REQUESTED_SLOT
    ]
    if loop:
        events += [ActionExecuted(loop), ActiveLoop(loop), SlotSet(REQUESTED_SLOT, requested)]
    events.append(ActionExecuted(ACTION_LISTEN_NAME))
    return DialogueStateTracker.from_events(sender, events, domain.slots, domain=domain)


def remember(tracker: DialogueStateTracker, asked: str | None) -> dict[str, object]:
    """Return what must be told next time.

    Args:
        tracker: The conversation after the answer.
        asked: Name of the sentence the assistant said last, or None when it said nothing.
    """
    slots: dict[str, SlotValue] = {
        name: slot.value
        for name, slot in tracker.slots.items()
        if slot.value is not None and name not in TOLD and name not in INTERNAL
    }
    if asked:
        slots["asked"] = asked
    return {"slots": slots, "loop": tracker.active_loop_name, "requested": tracker.get_slot(REQUESTED_SLOT)}


def _active_form(request: TurnRequest, domain: Domain) -> tuple[str | None, str | None]:
    """Return the active form and the slot it asks for; a question of the service's own starts its form."""
    if request.loop in domain.form_names:
        return request.loop, request.requested
    return FORM_OF_QUESTION.get(str(request.slots.get("asked")), (None, None))
