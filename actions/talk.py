"""A child tells what is on their mind."""

from __future__ import annotations

from types import MappingProxyType

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.buttons import ELSE, FOLLOW_UP, PERSON, STOP, topics
from actions.steps import Events, do, intent_of, leave_form, say

SAFETY_FIRST = frozenset({
    "talk_physical_violence", "talk_online_exploitation", "talk_anxiety", "talk_family_conflict",
})  # fmt: skip
"""Topics after which the safety question is asked, once in a conversation (data/core/rules/talk.yml)."""


CALMED = MappingProxyType({
    "utter_ask_hurt_self": "utter_hurt_self_no",
    "utter_ask_someone_there": "utter_someone_there_no",
})  # fmt: skip
"""Safety questions of the service to which a typed "no" calms, with what is said then; a "yes" calls a person."""


class ActionTalk(Action):
    """Takes up the topic in the child's terms; on the same topic again, goes on listening."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_talk"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Say one sentence on the topic; buttons only when no question follows."""
        intent = intent_of(tracker)
        question_follows = intent in SAFETY_FIRST and tracker.get_slot("safe_now") is None
        sentence = "utter_listening" if tracker.get_slot("topic") == intent else f"utter_{intent}"
        say(dispatcher, sentence, () if question_follows else FOLLOW_UP)
        return [SlotSet("topic", intent), *leave_form()]


class ActionAnswer(Action):
    """Takes a typed yes or no outside a form for an answer to what was asked last."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_answer"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Go on from the last question."""
        is_yes = intent_of(tracker) == "affirm"
        asked = tracker.get_slot("asked")
        if asked in CALMED and is_yes:
            do(dispatcher, "raise_level", level="high", category="none")
            do(dispatcher, "hand_off", reason="safety_answer")
        elif asked in CALMED:
            say(dispatcher, CALMED[asked], FOLLOW_UP)
        elif asked == "utter_unclear_second":
            say(dispatcher, "utter_worried_yes" if is_yes else "utter_worried_no", topics())
        elif is_yes:
            say(dispatcher, "utter_tell_more", [PERSON, ELSE])
        else:
            say(dispatcher, "utter_all_right", [ELSE, STOP, PERSON])
        return leave_form()
