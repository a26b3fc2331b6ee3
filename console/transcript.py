"""A conversation's messages as the page shows them. The only place of the console that reveals words."""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from console.evidence import EvidenceBook, Piece, cut
from console.wording import Wording
from core.message import Delivery, Kind, Message, Sender

_OVERRIDES = re.compile("[\u202d\u202e]")
"""Marks that force the direction of letters. Only tricks need them; the page isolates everything else by markup."""
OPEN_DELIVERIES = frozenset({Delivery.WAITING, Delivery.SENDING, Delivery.UNKNOWN})


@dataclass(frozen=True)
class Line:
    """One message on the page.

    Attributes:
        seq: Its number.
        side: `child`, `robot`, `person` or `note`; also its CSS class.
        who: Word or name above it.
        hour: When, where the counsellors are.
        at: When, ISO 8601, for machines.
        language: Tag of its words, or "".
        direction: `ltr` or `rtl` where the words are ours; `auto` where somebody wrote them.
        pieces: Its words, cut where evidence begins and ends.
        asides: Short remarks beside the hour.
        key: Client key of a counsellor's own message, or "".
        delivery: Catalogue name of how far it came, or "".
    """

    seq: int
    side: str
    who: str
    hour: str
    at: str
    language: str
    direction: str
    pieces: Sequence[Piece]
    asides: Sequence[str]
    key: str
    delivery: str


def make_line(message: Message, book: EvidenceBook, t: Wording) -> Line:
    """Return how one message is shown."""
    name = message.author or message.sender.value
    return Line(
        seq=message.seq,
        side="note" if message.kind is Kind.START else message.sender.value,
        who=name if message.sender is Sender.PERSON else t(message.sender.value) if _speaks(message) else "",
        hour=t.hour(message.at) if message.at else "",
        at=message.at.isoformat() if message.at else "",
        language=_tag(message, t),
        direction=_direction(message, t),
        pieces=_pieces(message, book, t),
        asides=_asides(message, t),
        key=message.ext_key.removeprefix("staff:") if message.sender is Sender.PERSON else "",
        delivery=f"delivery_{message.delivery.value}" if message.delivery is not Delivery.NONE else "",
    )


def make_lines(messages: Iterable[Message], book: EvidenceBook, t: Wording) -> Sequence[Line]:
    """Return how messages are shown, after taking the evidence of all of them in."""
    known = list(messages)
    for message in known:
        book.add(message)
    return [make_line(message, book, t) for message in known]


def split_opening(lines: Sequence[Line]) -> tuple[Sequence[Line], Sequence[Line]]:
    """Return what the robot said before the child's first words, to be folded away, and everything after it."""
    first = next((place for place, line in enumerate(lines) if line.side in ("child", "person")), len(lines))
    return lines[:first], lines[first:]


def _speaks(message: Message) -> bool:
    """Return whether a message has somebody's words, so that a name stands above it."""
    return message.sender is not Sender.NOTE


def _tag(message: Message, t: Wording) -> str:
    """Return the language of the words as shown; notes speak the counsellor's."""
    return t.language.tag if message.sender is Sender.NOTE else message.language or ""


def _direction(message: Message, t: Wording) -> str:
    """Return which way the words run: known for ours, found out by the browser for everybody else's."""
    language = t.languages.get(_tag(message, t))
    return language.direction if message.name and language else "auto"


def _pieces(message: Message, book: EvidenceBook, t: Wording) -> Sequence[Piece]:
    """Return the words of a message, cut at its evidence."""
    if message.kind is Kind.START:
        return [Piece(t("opened_chat"))]
    note = t.find(message.name, message.values) if message.sender is Sender.NOTE and message.name else None
    if note is not None:
        return [Piece(note)]
    pieces = cut(message.words.reveal(), book.spans(message.seq))
    return [Piece(_OVERRIDES.sub("", piece.text), piece.numbers) for piece in pieces]


def _asides(message: Message, t: Wording) -> Sequence[str]:
    """Return the remarks beside the hour."""
    names = {
        "tapped": message.kind is Kind.TAP,
        "unsupported": message.kind is Kind.UNSUPPORTED,
        "in_simple": message.simple and message.sender is not Sender.NOTE,
    }
    return [t(name) for name, wanted in names.items() if wanted]
