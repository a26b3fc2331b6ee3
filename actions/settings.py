"""How the robot talks: language, easy words, aloud, once more."""

from __future__ import annotations

import json
from types import MappingProxyType

from rasa_sdk import Action, Tracker
from rasa_sdk.executor import CollectingDispatcher

from actions.buttons import PERSON
from actions.steps import Events, do, intent_of, leave_form, say
from languages.registry import usable_languages

MODES = MappingProxyType(
    {
        "simple": ("set_simple", "true"),
        "usual": ("set_simple", "false"),
        "aloud": ("set_aloud", "true"),
        "silent": ("set_aloud", "false"),
    }
)


class ActionAskLanguage(Action):
    """Offers the languages, each in its own name."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_ask_language"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Ask which language."""
        offered = [
            {
                "title": "button_language_is",
                "payload": f"/tell_language{json.dumps({'language': tag})}",
                "values": {"language": one.name},
            }
            for tag, one in usable_languages().items()
        ]
        say(dispatcher, "utter_ask_language", [*offered, PERSON])
        return leave_form()


class ActionSetLanguage(Action):
    """Switches to the language the child tapped."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_set_language"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Let the turn switch; it says so itself, in the new language."""
        do(dispatcher, "set_language", language=str(next(tracker.get_latest_entity_values("language"), "")))
        return leave_form()


class ActionSetMode(Action):
    """Switches easy words or reading aloud."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_set_mode"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Let the turn switch what the child tapped; for an unknown mode ask again."""
        mode = str(next(tracker.get_latest_entity_values("mode"), ""))
        if mode in MODES:
            command, on = MODES[mode]
            do(dispatcher, command, on=on)
        else:
            say(dispatcher, "utter_ask_mode", [PERSON])
        return leave_form()


class ActionSayAgain(Action):
    """Says the last words again: as they were, in easy language, or aloud."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_say_again"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Name the command of the intent; an open form stays open, because its question is what is said again."""
        do(dispatcher, intent_of(tracker))
        return []
