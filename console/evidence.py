"""Marks in a child's words: which letters made a rule fire, and one number per rule for the list of reasons. Pure."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from core.message import Kind, Message, Sender
from core.risk import Evidence


@dataclass(frozen=True)
class Span:
    """Letters *start* to *end* (0-based, end not included) belong to reason *number* (1 for the first)."""

    start: int
    end: int
    number: int


@dataclass(frozen=True)
class Piece:
    """A stretch of words; marked when *numbers* is not empty."""

    text: str
    numbers: tuple[int, ...] = ()


@dataclass(frozen=True)
class Reason:
    """One rule that fired in this conversation."""

    number: int
    evidence: Evidence


def cut(text: str, spans: Iterable[Span]) -> Sequence[Piece]:
    """Return *text* in pieces; overlapping spans become one marked piece with all their numbers.

    Spans outside the text are cut to it, so that a wrong one can never lose a letter: the pieces joined are *text*.
    """
    pieces: list[Piece] = []
    place = 0
    for start, end, numbers in _merge(spans, len(text)):
        if start > place:
            pieces.append(Piece(text[place:start]))
        pieces.append(Piece(text[start:end], numbers))
        place = end
    if place < len(text) or not pieces:
        pieces.append(Piece(text[place:]))
    return pieces


def _merge(spans: Iterable[Span], length: int) -> Sequence[tuple[int, int, tuple[int, ...]]]:
    """Return spans without overlap, in order, each with its sorted numbers."""
    merged: list[tuple[int, int, tuple[int, ...]]] = []
    for span in sorted(spans, key=lambda one: (one.start, one.end)):
        start, end = max(0, span.start), min(length, span.end)
        if start >= end:
            continue
        if merged and start < merged[-1][1]:
            last = merged.pop()
            merged.append((last[0], max(last[1], end), tuple(sorted({*last[2], span.number}))))
        else:
            merged.append((start, end, (span.number,)))
    return merged


def telling(found: Iterable[Evidence]) -> Sequence[Evidence]:
    """Return the evidence that tells a counsellor something: not what repeats a stronger piece on the same letters.

    Args:
        found: The evidence of one assessment, strongest first.
    """
    kept: list[Evidence] = []
    for one in found:
        if not any(_repeats(one, other) for other in kept):
            kept.append(one)
    return kept


def _repeats(one: Evidence, other: Evidence) -> bool:
    """Return whether *one* says the same of letters that *other* marks already."""
    same = (one.category, one.turns_ago) == (other.category, other.turns_ago)
    return same and other.start <= one.start and one.end <= other.end


@dataclass
class EvidenceBook:
    """Collects evidence message by message; numbers only ever grow, so what is on a screen stays true."""

    _numbers: dict[str, int] = field(default_factory=dict)
    _reasons: list[Reason] = field(default_factory=list)
    _spans: dict[int, list[Span]] = field(default_factory=dict)
    _words: list[int] = field(default_factory=list)

    @property
    def reasons(self) -> Sequence[Reason]:
        """Return one reason per rule, in the order in which they appeared."""
        return tuple(self._reasons)

    def spans(self, seq: int) -> Sequence[Span]:
        """Return the spans of one message."""
        return tuple(self._spans.get(seq, ()))

    def add(self, message: Message) -> frozenset[int]:
        """Take in the next message; return the numbers of earlier messages that got a new mark."""
        if message.sender is not Sender.CHILD or message.assessment is None:
            return frozenset()
        changed = {self._note(message.seq, evidence) for evidence in telling(message.assessment.evidence)}
        if message.kind is Kind.WORDS:
            self._words.append(message.seq)
        return frozenset(seq for seq in changed if seq is not None and seq != message.seq)

    def _note(self, seq: int, evidence: Evidence) -> int | None:
        """Keep one piece of evidence; return the number of the message it marks, or None when that is out of sight."""
        if evidence.rule not in self._numbers:
            self._numbers[evidence.rule] = len(self._numbers) + 1
            self._reasons.append(Reason(self._numbers[evidence.rule], evidence))
        if evidence.turns_ago > len(self._words):
            return None
        marked = self._words[-evidence.turns_ago] if evidence.turns_ago else seq
        span = Span(evidence.start, evidence.end, self._numbers[evidence.rule])
        spans = self._spans.setdefault(marked, [])
        if span not in spans:
            spans.append(span)
        return marked
