"""A child takes everything back."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.buttons import FOLLOW_UP
from actions.steps import Events, do, leave_form, say


class ActionAnswerDelete(Action):
    """Deletes only after a yes."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_answer_delete"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Let the turn delete, or say that everything is kept."""
        if tracker.get_slot("delete_confirmed") == "yes":
            do(dispatcher, "delete_chat")
        else:
            say(dispatcher, "utter_delete_kept", FOLLOW_UP)
        return [SlotSet("delete_confirmed", None), *leave_form()]
