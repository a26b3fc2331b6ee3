"""Danger, and the answer to the safety question."""

from __future__ import annotations

from types import MappingProxyType

from rasa_sdk import Action, FormValidationAction, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.buttons import FOLLOW_UP
from actions.steps import Events, do, intent_of, leave_form, say

SURE_ENOUGH = 0.7
"""A typed "yes, I am safe" counts only from this confidence on; below it the question is asked again."""
LEVEL_OF_ANSWER = MappingProxyType({"no": "high", "unsure": "elevated"})
ANSWERS = frozenset({"yes", "no", "unsure", "unsaid"})


class ActionMeetDanger(Action):
    """A child says that they are in danger now: a person is called at once."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_meet_danger"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Say what helps now, raise the level, hand off. At this level the hand-off itself shows the numbers."""
        say(dispatcher, "utter_in_danger")
        do(dispatcher, "raise_level", level="high", category="none")
        do(dispatcher, "hand_off", reason="risk")
        return leave_form()


class ActionAnswerSafe(Action):
    """Goes on from the answer to "are you safe right now?". Only a yes leaves the child with the robot."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_answer_safe"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Answer, and hand off unless the child is safe; silent when the question was answered long ago."""
        if intent_of(tracker) not in ("answer_safe_now", "affirm", "deny"):
            return []
        given = tracker.get_slot("safe_now")
        answer = given if given in ANSWERS else "unsure"
        say(dispatcher, f"utter_safe_{answer}", FOLLOW_UP if answer == "yes" else ())
        if answer in LEVEL_OF_ANSWER:
            do(dispatcher, "raise_level", level=LEVEL_OF_ANSWER[answer], category="none")
        if answer != "yes":
            do(dispatcher, "hand_off", reason="safety_answer")
        return [SlotSet("safe_now", answer), *leave_form()]


class ValidateSafeForm(FormValidationAction):
    """Does not take a doubtful yes for an answer."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "validate_safe_form"

    def validate_safe_now(
        self, value: object, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object
    ) -> dict[str, object]:
        """Keep *value*, or nothing when it is a typed yes that the classifier is not sure of."""
        intent = tracker.latest_message.get("intent") or {}
        doubtful = intent.get("name") == "affirm" and float(intent.get("confidence") or 0) < SURE_ENOUGH
        return {"safe_now": None if doubtful else value}
