"""What the turn itself says, without asking the assistant: ids of catalogue messages and their buttons."""

from __future__ import annotations

from collections.abc import Iterable

from core.conversation import HandoffReason
from core.message import Button, Say
from languages.registry import Language

PERSON = Button("button_person", "/ask_person")
SAFETY_QUESTION = "utter_ask_safe_now"
ASK_SAFE_NOW = Say(
    SAFETY_QUESTION,
    buttons=(
        Button("button_safe_yes", '/answer_safe_now{"safe_now": "yes"}'),
        Button("button_safe_no", '/answer_safe_now{"safe_now": "no"}'),
        Button("button_safe_unsure", '/answer_safe_now{"safe_now": "unsure"}'),
        Button("button_unsaid", '/answer_safe_now{"safe_now": "unsaid"}', quiet=True),
        Button("button_person", "/ask_person", quiet=True),
    ),
)
MENU = (
    PERSON,
    Button("button_numbers", "/find_numbers"),
    Button("button_language", "/change_language"),
    Button("button_simple", '/tell_mode{"mode": "simple"}', quiet=True),
)
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
