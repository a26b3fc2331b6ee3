"""What the turn itself says, without asking the assistant: ids of catalogue messages and their buttons."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import replace
from types import MappingProxyType

from core.conversation import HandoffReason
from core.message import Button, Say
from languages.registry import Language

PERSON = Button("button_person", "/ask_person")


def _safety_question(topic: str, yes: str, no: str) -> Say:
    """Return the question `utter_ask_<topic>` with its answers; the one that a worried child looks for stands first."""

    def answer(label: str, meaning: str, *, quiet: bool = False) -> Button:
        """Return one answer."""
        return Button(label, f'/answer_{topic}{{"{topic}": "{meaning}"}}', quiet=quiet)

    unsure, unsaid = answer("button_safe_unsure", "unsure"), answer("button_unsaid", "unsaid", quiet=True)
    buttons = (answer(yes, "yes"), answer(no, "no"), unsure, unsaid, replace(PERSON, quiet=True))
    return Say(f"utter_ask_{topic}", buttons=buttons)


QUESTIONS = MappingProxyType(
    {
        one.name: one
        for one in (
            _safety_question("safe_now", "button_safe_yes", "button_safe_no"),
            _safety_question("hurt_self", "button_hurt_self_yes", "button_hurt_self_no"),
            _safety_question("someone_there", "button_someone_there_yes", "button_someone_there_no"),
        )
    }
)
"""The safety questions by name. Which one is asked, and what an answer means: data/core/triage_policy.yml."""
MENU = (
    PERSON,
    Button("button_numbers", "/find_numbers"),
    Button("button_language", "/change_language"),
    Button("button_simple", '/tell_mode{"mode": "simple"}', quiet=True),
)
FOLLOW_UP = (PERSON, Button("button_else", "/more_topics"), Button("button_stop", "/goodbye"))
PREPARED = Say("utter_prepared", buttons=MENU)
DELETE_YES = '/answer_delete{"delete_confirmed": "yes"}'
DELETE_NO = '/answer_delete{"delete_confirmed": "no"}'
ASK_DELETE = Say(
    "utter_ask_delete_confirmed",
    buttons=(Button("button_delete_no", DELETE_NO), Button("button_delete_yes", DELETE_YES)),
)
HANDOFF = {
    HandoffReason.ASKED: "utter_handoff_asked",
    HandoffReason.RISK: "utter_handoff_risk",
    HandoffReason.SAFETY_ANSWER: "utter_handoff_risk",
    HandoffReason.NOT_UNDERSTOOD: "utter_handoff_not_understood",
    HandoffReason.FAILURE: "utter_handoff_not_understood",
    HandoffReason.RETURNED: "utter_handoff_asked",
}


def language_buttons(languages: Iterable[Language]) -> tuple[Button, ...]:
    """Return one button per language, each labelled in its own language."""
    return tuple(
        Button("button_language_is", f'/tell_language{{"language": "{one.tag}"}}', {"language": one.name})
        for one in languages
    )
