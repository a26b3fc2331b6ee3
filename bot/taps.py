"""What a pressed button means. It is looked up in the message that showed it: a payload never comes from outside."""

from __future__ import annotations

import json
from dataclasses import dataclass
from types import MappingProxyType

from accessibility.adapt import label
from bot.commands import carry_out
from bot.prepared import DELETE_NO, DELETE_YES, FOLLOW_UP, PERSON, QUESTIONS, language_buttons
from bot.turn import Turn
from core.conversation import HandoffReason, HandoffState
from core.errors import BadPayload, ConversationNotFound
from core.message import Button, Command, CommandName, Incoming, Say
from core.risk import Assessment, Category, RiskLevel
from core.text import ChildText
from core.work import WorkKind

HARM = MappingProxyType(
    {
        "in_danger_now": Assessment(RiskLevel.HIGH),
        "talk_physical_violence": Assessment(RiskLevel.ELEVATED, Category.PHYSICAL_ABUSE),
        "talk_online_exploitation": Assessment(RiskLevel.ELEVATED, Category.ONLINE_EXPLOITATION),
    }
)
"""Taps that tell of harm: known at once, whatever becomes of the assistant."""
CALMING = MappingProxyType({"hurt_self": "no", "someone_there": "no"})
"""Safety questions that the turn asks and whose taps it answers by itself, with the answer that calms."""
MODES = MappingProxyType(
    {
        "simple": Command(CommandName.SET_SIMPLE, {"on": "true"}),
        "usual": Command(CommandName.SET_SIMPLE, {"on": "false"}),
        "aloud": Command(CommandName.SET_ALOUD, {"on": "true"}),
        "silent": Command(CommandName.SET_ALOUD, {"on": "false"}),
    }
)


@dataclass(frozen=True)
class TapMeaning:
    """A tap, understood.

    Attributes:
        button: The button that was pressed; None for words.
        words: Its label as the child saw it.
        assessment: What it says of the risk, when it answers a safety question or tells of harm.
    """

    button: Button | None = None
    words: ChildText | None = None
    assessment: Assessment | None = None

    @property
    def is_answer(self) -> bool:
        """Return whether a safety question was answered."""
        return is_answer(self.button)


async def read_tap(turn: Turn, incoming: Incoming) -> TapMeaning:
    """Return what a tap means. Raises BadPayload `unknown_tap`."""
    if incoming.tap is None:
        raise BadPayload("unknown_tap")
    try:
        message = await turn.tx.messages.load(turn.conversation.id, incoming.tap.seq)
    except ConversationNotFound:
        raise BadPayload("unknown_tap") from None
    if not 0 <= incoming.tap.index < len(message.buttons):
        raise BadPayload("unknown_tap")
    button = message.buttons[incoming.tap.index]
    words = ChildText(label(turn.parts.catalogue, message.language or turn.language, button, simple=message.simple))
    return TapMeaning(button, words, _assess(turn, button))


def is_answer(button: Button | None) -> bool:
    """Return whether a button answers a safety question."""
    return button is not None and _read_answer(button) is not None


def _read_answer(button: Button) -> tuple[str, str] | None:
    """Return what a safety question was about and what was answered, such as `safe_now` and `yes`."""
    intent, values = parse_payload(button.payload)
    topic = intent.removeprefix("answer_")
    return (topic, values.get(topic, "")) if f"utter_ask_{topic}" in QUESTIONS and topic != intent else None


def _assess(turn: Turn, button: Button) -> Assessment | None:
    """Return what a button says of the risk: an answer by the policy, a harm by its name; None for other buttons."""
    answer = _read_answer(button)
    if answer is None:
        return HARM.get(parse_payload(button.payload)[0])
    topic, meaning = answer
    return Assessment(turn.parts.policy.safety_answers[f"utter_ask_{topic}"].get(meaning, RiskLevel.ELEVATED))


def parse_payload(payload: str) -> tuple[str, dict[str, str]]:
    """Split `/intent{"slot": "value"}` into the intent and its values; values that cannot be read are none."""
    intent, brace, rest = payload.removeprefix("/").partition("{")
    try:
        values = json.loads(brace + rest) if brace else {}
    except ValueError:
        values = {}
    return intent, {str(key): str(value) for key, value in values.items()}


async def do_at_once(turn: Turn, button: Button) -> bool:
    """Do what must never depend on the assistant: call a person, delete. Return whether this was such a button."""
    answer = _read_answer(button)
    if button.payload == PERSON.payload:
        await turn.hand_off(HandoffReason.ASKED)
    elif answer is not None and answer[0] in CALMING:
        await _take_answer(turn, *answer)
    elif button.payload == DELETE_YES:
        await turn.queue_work(WorkKind.ERASE, turn.about)
    elif button.payload == DELETE_NO:
        turn.change(assistant_state={})
        await turn.say(Say("utter_delete_kept"))
    else:
        return False
    return True


async def _take_answer(turn: Turn, topic: str, meaning: str) -> None:
    """Go on after an answer that the assistant need not hear: only the calming one leaves the child with the robot."""
    if CALMING[topic] == meaning:
        await turn.confirm(Say(f"utter_{topic}_{meaning}", buttons=FOLLOW_UP))
    else:
        await turn.hand_off(HandoffReason.SAFETY_ANSWER)


async def do_alone(turn: Turn, button: Button) -> bool:
    """Do what a tap asks for where the assistant is not there to ask; return whether it could be done."""
    intent, values = parse_payload(button.payload)
    if await do_at_once(turn, button):
        return True
    if intent == "tell_language":
        await carry_out(turn, Command(CommandName.SET_LANGUAGE, values))
    elif intent == "tell_mode" and values.get("mode") in MODES:
        await carry_out(turn, MODES[values["mode"]])
    elif turn.conversation.state is HandoffState.WITH_COUNSELLOR:
        return False
    elif intent in ("tell_country", "find_numbers"):
        await carry_out(turn, Command(CommandName.SET_COUNTRY, values))
        await turn.say_numbers()
    elif intent == "change_language":
        await turn.say(Say("utter_ask_language", buttons=language_buttons(turn.parts.languages.values())))
    else:
        return False
    return True
