"""Buttons that several actions show. Labels are ids of data/<tag>/messages/buttons.ftl."""

from __future__ import annotations

from collections.abc import Iterable
from types import MappingProxyType

from actions.steps import Button

TOPICS = MappingProxyType(
    {
        "talk_sadness": "button_sad",
        "talk_anxiety": "button_scared",
        "talk_school_stress": "button_school",
        "talk_family_conflict": "button_family",
        "talk_loneliness": "button_alone",
        "talk_bullying": "button_bullied",
        "talk_physical_violence": "button_hurt",
        "talk_online_exploitation": "button_online",
    }
)
"""Topic intents with their labels, in the order in which they are offered when nothing is known."""

OTHER_WISHES = MappingProxyType(
    {
        "find_numbers": "button_numbers",
        "change_language": "button_language",
        "change_mode": "button_mode",
    }
)
"""Offered beside topics when the classifier thought of them."""


def button(title: str, payload: str) -> Button:
    """Return a button."""
    return MappingProxyType({"title": title, "payload": payload})


PERSON = button("button_person", "/ask_person")
ELSE = button("button_else", "/more_topics")
STOP = button("button_stop", "/goodbye")
FOLLOW_UP = (PERSON, ELSE, STOP)
"""Under an answer to something a child told."""


def topics(first: Iterable[str] = ()) -> list[Button]:
    """Return four topics, something else, and a person.

    Args:
        first: Intents that are likeliest, likeliest first; the usual ones fill up.
    """
    labels = {**TOPICS, **OTHER_WISHES}
    ordered = dict.fromkeys([*(one for one in first if one in labels), *TOPICS])
    return [*(button(labels[one], f"/{one}") for one in list(ordered)[:4]), ELSE, PERSON]
