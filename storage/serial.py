"""What is sealed, as JSON bytes: the body of a message, and what is known about a conversation.

The bytes never reach a disk unsealed. Unknown keys are ignored on reading, so that an older release can read what a
newer one wrote during a rolling update.
"""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from core.conversation import Conversation, ConversationId, Passport
from core.message import Button, Delivery, Draft, Kind, Message, Sender
from core.risk import Assessment, Category, Evidence, RiskLevel
from core.text import ChildText


@dataclass(frozen=True, slots=True)
class Envelope:
    """What stands beside a message's body in its row."""

    conversation: ConversationId
    seq: int
    at: datetime
    delivery: Delivery
    remote_id: str | None = None


def dump_draft(draft: Draft) -> bytes:
    """Return the body of a message: everything but its envelope."""
    return _dump(
        {
            "sender": draft.sender.value,
            "words": draft.words.reveal(),
            "ext_key": draft.ext_key,
            "language": draft.language,
            "kind": draft.kind.value,
            "name": draft.name,
            "values": dict(draft.values),
            "buttons": [_dump_button(button) for button in draft.buttons],
            "tapped": draft.tapped and _dump_button(draft.tapped),
            "simple": draft.simple,
            "assessment": draft.assessment and _dump_assessment(draft.assessment),
            "author": draft.author,
            "play": draft.play,
        }
    )


def load_message(body: bytes, envelope: Envelope) -> Message:
    """Return the message of a body and its envelope."""
    data = _load(body)
    return Message(
        sender=Sender(data["sender"]),
        words=ChildText(data["words"]),
        ext_key=data["ext_key"],
        language=data["language"],
        kind=Kind(data["kind"]),
        name=data["name"],
        values=data["values"],
        buttons=tuple(_load_button(button) for button in data["buttons"]),
        tapped=data["tapped"] and _load_button(data["tapped"]),
        simple=data["simple"],
        assessment=data["assessment"] and _load_assessment(data["assessment"]),
        author=data["author"],
        play=data["play"],
        delivery=envelope.delivery,
        conversation=envelope.conversation,
        seq=envelope.seq,
        at=envelope.at,
        remote_id=envelope.remote_id,
    )


@dataclass(frozen=True, slots=True)
class About:
    """What is known about a conversation and nobody may read in the table."""

    address: str
    categories: tuple[Category, ...]
    country: str | None
    passport: Passport
    assistant_state: Mapping[str, object]


def dump_about(conversation: Conversation) -> bytes:
    """Return the sealed part of a conversation."""
    return _dump(
        {
            "address": conversation.address,
            "categories": [category.value for category in conversation.categories],
            "country": conversation.country,
            "simple_words": conversation.passport.simple_words,
            "read_aloud": conversation.passport.read_aloud,
            "assistant_state": dict(conversation.assistant_state),
        }
    )


def load_about(body: bytes) -> About:
    """Return the sealed part of a conversation."""
    data = _load(body)
    return About(
        address=data["address"],
        categories=tuple(Category(value) for value in data["categories"]),
        country=data["country"],
        passport=Passport(simple_words=data["simple_words"], read_aloud=data["read_aloud"]),
        assistant_state=data["assistant_state"],
    )


def _dump_button(button: Button) -> list[object]:
    """Return a button as a JSON list."""
    return [button.name, button.payload, dict(button.values), button.quiet]


def _load_button(data: list[Any]) -> Button:
    """Return the button of a JSON list."""
    name, payload, values, quiet = data
    return Button(name, payload, values, quiet)


def _dump_assessment(assessment: Assessment) -> list[object]:
    """Return an assessment as a JSON list."""
    evidence = [[e.start, e.end, e.rule, int(e.level), e.category.value, e.turns_ago] for e in assessment.evidence]
    return [int(assessment.level), assessment.category.value, evidence]


def _load_assessment(data: list[Any]) -> Assessment:
    """Return the assessment of a JSON list."""
    level, category, rows = data
    evidence = tuple(
        Evidence(start, end, rule, RiskLevel(alone), Category(about), turns_ago)
        for start, end, rule, alone, about, turns_ago in rows
    )
    return Assessment(RiskLevel(level), Category(category), evidence)


# "surrogatepass": half of a broken emoji must not make a cry for help unstorable.
def _dump(data: dict[str, object]) -> bytes:
    """Return compact JSON bytes."""
    return json.dumps(data, ensure_ascii=False, separators=(",", ":")).encode("utf-8", "surrogatepass")


def _load(body: bytes) -> dict[str, Any]:
    """Return what `_dump` was given."""
    data: dict[str, Any] = json.loads(body.decode("utf-8", "surrogatepass"))
    return data
