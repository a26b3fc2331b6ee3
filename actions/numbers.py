"""Helpline numbers of the country a child is in."""

from __future__ import annotations

import json
from collections.abc import Sequence
from functools import cache

from rasa_sdk import Action, Tracker
from rasa_sdk.events import SlotSet
from rasa_sdk.executor import CollectingDispatcher

from actions.buttons import PERSON, button
from actions.steps import Button, Events, do, leave_form, say
from languages.catalogue import Catalogue
from languages.directory import load_directory
from languages.registry import usable_languages

INTERNATIONAL = "ZZ"


@cache
def country_buttons(language: str) -> Sequence[Button]:
    """Return one button per country of data/directory, sorted by name in *language*; the international one last."""
    catalogue = Catalogue(tag for tag in usable_languages() if tag == language)

    def place(code: str) -> tuple[bool, str]:
        name = f"country_{code}"
        known = language in catalogue.tags and catalogue.has(language, name)
        return code == INTERNATIONAL, catalogue.text(language, name) if known else code

    codes = sorted(load_directory(), key=place)
    return tuple(button(f"country_{code}", f"/tell_country{json.dumps({'country': code})}") for code in codes)


class ActionAskCountry(Action):
    """Asks the form's question, with the countries as buttons."""

    def name(self) -> str:
        """Return the action's name in the domain; Rasa calls it for the slot `country`."""
        return "action_ask_country"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Ask; in other words when the last answer was not a known country."""
        again = (tracker.get_slot("misunderstood") or 0) > 0
        offered = country_buttons(str(tracker.get_slot("language") or ""))
        say(dispatcher, "utter_ask_country_again" if again else "utter_ask_country", [PERSON, *offered])
        return []


class ActionGiveNumbers(Action):
    """Shows the numbers of the country that the child named."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_give_numbers"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Let the turn remember the country and list its numbers."""
        country = tracker.get_slot("country")
        if country:
            do(dispatcher, "set_country", country=str(country))
        do(dispatcher, "list_numbers")
        say(dispatcher, "utter_numbers_more", [PERSON, button("button_other_country", "/choose_country")])
        return [SlotSet("misunderstood", 0), *leave_form()]


class ActionForgetCountry(Action):
    """Makes room for another country."""

    def name(self) -> str:
        """Return the action's name in the domain."""
        return "action_forget_country"

    async def run(self, dispatcher: CollectingDispatcher, tracker: Tracker, domain: object) -> Events:
        """Empty the slot, so that the form asks."""
        return [SlotSet("country", None), *leave_form()]
