"""What an action reads, the intent, and what it may return: a sentence by its name, a command, the end of a form."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from rasa_sdk import Tracker
from rasa_sdk.events import ActiveLoop, SlotSet
from rasa_sdk.executor import CollectingDispatcher

Events = list[dict[str, Any]]
Button = Mapping[str, Any]


def intent_of(tracker: Tracker) -> str:
    """Return the name of the intent that is acted upon; Rasa's own method would look at the ranking."""
    return str((tracker.latest_message.get("intent") or {}).get("name"))


def say(dispatcher: CollectingDispatcher, name: str, buttons: Sequence[Button] = (), **values: str) -> None:
    """Say the catalogue sentence *name* with its variables and these buttons under it."""
    dispatcher.utter_message(response=name, buttons=[dict(one) for one in buttons], values=values)


def do(dispatcher: CollectingDispatcher, command: str, **values: str) -> None:
    """Ask the turn to carry out a command (core.message.CommandName)."""
    dispatcher.utter_message(json_message={"do": command, "values": values})


def leave_form() -> Events:
    """Return the events that end whatever form is open: the child moved on, or a person takes over."""
    return [ActiveLoop(None), SlotSet("requested_slot", None)]
