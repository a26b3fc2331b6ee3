"""Messages, what a channel brings in, and what the assistant answers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import Enum

from core.conversation import ConversationId
from core.risk import Assessment
from core.text import ChildText

MAX_WORDS_CHARS = 4000
"""Longest message from a child or counsellor. Source: Telegram's own limit is 4,096 after entities are parsed."""


class Sender(str, Enum):
    """Who speaks in a message."""

    CHILD = "child"
    ROBOT = "robot"
    PERSON = "person"
    NOTE = "note"
    """A line about the conversation ("Mariam is here"): catalogue words, shown between two rules."""


class Kind(str, Enum):
    """What a child's message is made of."""

    START = "start"
    """The child opened the conversation (Telegram's /start, the page's first button) and has not written yet."""
    WORDS = "words"
    TAP = "tap"
    UNSUPPORTED = "unsupported"
    """A photo, sticker, file or voice note: kept as a fact (with its caption), answered kindly, content not fetched."""


class Delivery(str, Enum):
    """How far a message to a child has come on a channel that pushes (Telegram). The web pulls and stays at NONE."""

    NONE = "none"
    WAITING = "waiting"
    SENDING = "sending"
    SENT = "sent"
    UNKNOWN = "unknown"
    FAILED = "failed"


@dataclass(frozen=True)
class Button:
    """A tappable answer under a robot's message.

    Attributes:
        name: Catalogue id of its label, for example `button_yes`.
        payload: What the turn does with a tap: `/intent{"slot": "value"}` for Rasa. Never leaves the service.
        values: Variables of the label.
        quiet: Drawn quieter ("something else", "I don't want to say").
    """

    name: str
    payload: str
    values: Mapping[str, str] = field(default_factory=dict)
    quiet: bool = False


@dataclass(frozen=True)
class Tap:
    """A child pressed button *index* (0-based) of message *seq*. What it means stands in that message."""

    seq: int
    index: int


@dataclass(frozen=True)
class Incoming:
    """One parsed message from a channel.

    Attributes:
        channel: Name of the channel's folder.
        address: The channel's own key for the conversation.
        ext_key: The channel's own message id, unique in the conversation; a second arrival changes nothing.
        kind: What it is made of.
        words: At most MAX_WORDS_CHARS characters, control characters removed; empty for taps.
        tap: Which button, for Kind.TAP.
        language_hint: What the device or Telegram says, BCP 47; a hint only.
    """

    channel: str
    address: str
    ext_key: str
    kind: Kind = Kind.WORDS
    words: ChildText = field(default_factory=lambda: ChildText(""))
    tap: Tap | None = None
    language_hint: str | None = None


@dataclass(frozen=True)
class Draft:
    """A message about to be stored; storage adds conversation, number and time.

    Attributes:
        sender: Who speaks.
        words: As the child wrote them, or as the child was shown them (rendered catalogue text, label of a tap).
        language: Tag of the words' language, None when unknown.
        ext_key: Unique in the conversation: the channel's id for a child's message; ours for the others, built from
            the work that made it, so that doing the work twice stores it once.
        kind: What a child's message is made of.
        name: Catalogue id, for robot messages and notes.
        values: Variables of the catalogue message.
        buttons: Tappable answers.
        tapped: For Kind.TAP, the button that was pressed.
        simple: Words are the easy-language form.
        assessment: What triage said, for a child's words.
        author: A counsellor's first name, for Sender.PERSON.
        delivery: WAITING for a message that a pushing channel must send.
        play: The child asked to hear this one: a voice message on Telegram, auto-play on the web.
    """

    sender: Sender
    words: ChildText
    ext_key: str
    language: str | None = None
    kind: Kind = Kind.WORDS
    name: str | None = None
    values: Mapping[str, str] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()
    tapped: Button | None = None
    simple: bool = False
    assessment: Assessment | None = None
    author: str | None = None
    delivery: Delivery = Delivery.NONE
    play: bool = False


@dataclass(frozen=True)
class Message(Draft):
    """A stored message.

    Attributes:
        conversation: Whose.
        seq: Its number in the conversation, 1 for the first, no gaps.
        at: When it was stored, aware UTC.
        remote_id: The channel's id of the delivered message, if it gives one.
    """

    conversation: ConversationId = ConversationId("")
    seq: int = 0
    at: datetime | None = None
    remote_id: str | None = None


@dataclass(frozen=True)
class Say:
    """The assistant wants this said: a catalogue id, its variables, its buttons."""

    name: str
    values: Mapping[str, str] = field(default_factory=dict)
    buttons: tuple[Button, ...] = ()


class CommandName(str, Enum):
    """What the assistant may ask the turn to do."""

    HAND_OFF = "hand_off"
    RAISE_LEVEL = "raise_level"
    SET_LANGUAGE = "set_language"
    SET_SIMPLE = "set_simple"
    SET_ALOUD = "set_aloud"
    SET_COUNTRY = "set_country"
    LIST_NUMBERS = "list_numbers"
    REPEAT = "repeat"
    SAY_SIMPLER = "say_simpler"
    READ_ALOUD = "read_aloud"
    DELETE_CHAT = "delete_chat"


@dataclass(frozen=True)
class Command:
    """Something to do, with string values: `{"language": "ar"}`, `{"level": "high", "category": "conflict"}`."""

    name: CommandName
    values: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class AssistantReply:
    """What the assistant answers to one message: in this order, and what it must be told next time."""

    steps: tuple[Say | Command, ...] = ()
    state: Mapping[str, object] = field(default_factory=dict)
    intent: str = ""
    confidence: float = 0.0
