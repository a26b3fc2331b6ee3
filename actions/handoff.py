"""The ways to a person: by asking, and when the robot does not understand."""

from __future__ import annotations

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.buttons import PERSON, button, topics
from actions.steps import Events, do, leave_form, say

YES_NO = (
    button("button_yes", "/affirm"),
    button("button_no", "/deny"),
    button("button_unsaid", "/more_topics"),
    PERSON,
)


class ActionCallPerson(Action):
    """The child wants a person: nothing stands between."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_call_person"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Hand off; the turn says so itself."""
        do(dispatcher, "hand_off", reason="asked")
        return leave_form()


class ActionUnclear(Action):
    """What was not understood: choices to tap, then another question, then a person. The child is never blamed."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_unclear"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Take the next step of the three.

        Inside a form the first step is the form's own question again. A safety question that stays without a clear
        answer goes to a person one step sooner.
        """
        times = int(tracker.get_slot("misunderstood") or 0) + 1
        form = (tracker.active_loop or {}).get("name")
        counted = SlotSet("misunderstood", times)
        if form and times == 1:
            return [counted]
        if times >= 3 or form == "safe_form":
            do(dispatcher, "hand_off", reason="not_understood")
            return [SlotSet("misunderstood", 0), *leave_form()]
        if times == 2:
            say(dispatcher, "utter_unclear_second", YES_NO)
        else:
            say(dispatcher, "utter_unclear_first", topics(_likeliest(tracker)))
        return [counted, *leave_form()]


def _likeliest(tracker: Tracker) -> list[str]:
    """Return the names of the intents the classifier thought of, likeliest first."""
    return [str(one.get("name")) for one in tracker.latest_message.get("intent_ranking") or []]
