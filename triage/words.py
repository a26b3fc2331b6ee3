"""Cut normalised words into the units that rules count: words, emoji, sentences and clauses."""

from __future__ import annotations

import re
from dataclasses import dataclass

from languages.normalise import Normalised, normalise

_UNIT = re.compile(
    r"[^\W_](?:\w|[\u0900-\u0dff\u0f71-\u0f84\u1037-\u103a])*"  # a word; Indic vowel signs are not \w
    r"|[\u2600-\u27bf\U0001f000-\U0001faff]"
    r"|[.?!;:,\u060c]"
)
_ENDS_SENTENCE = frozenset(".?!;:")
SENTENCE_GAP = 3
"""A sentence's end counts as this many words, so that "My dad. He hits me." is still read together."""


@dataclass(frozen=True)
class Words:
    """One message, cut up. All tuples have one entry per word.

    Attributes:
        normalised: What was cut, with the way back to the words as written.
        written: The words as the child wrote them.
        texts: Each word.
        starts: Where it begins in the normalised text.
        ends: One past its last character.
        places: Its number in the message, with SENTENCE_GAP added at each sentence's end.
        sentences: The number of its sentence.
        clauses: The number of its clause: commas end one as well.
    """

    normalised: Normalised
    written: str
    texts: tuple[str, ...]
    starts: tuple[int, ...]
    ends: tuple[int, ...]
    places: tuple[int, ...]
    sentences: tuple[int, ...]
    clauses: tuple[int, ...]

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return where words `first` to `end` (exclusive) stand in the message as written, whole words."""
        start, stop = self.normalised.span(self.starts[first], self.ends[end - 1])
        while stop < len(self.written) and self.written[stop].isalnum():
            stop += 1
        return start, stop


def cut(written: str) -> Words:
    """Return *written* normalised and cut into words. Takes any string."""
    normalised = normalise(written)
    texts: list[str] = []
    starts: list[int] = []
    ends: list[int] = []
    places: list[int] = []
    sentences: list[int] = []
    clauses: list[int] = []
    sentence = clause = 0
    for unit in _UNIT.finditer(normalised.text):
        text = unit.group()
        if text in _ENDS_SENTENCE:
            sentence += 1
            clause += 1
        elif text == ",":
            clause += 1
        else:
            places.append(len(texts) + SENTENCE_GAP * sentence)
            texts.append(text)
            starts.append(unit.start())
            ends.append(unit.end())
            sentences.append(sentence)
            clauses.append(clause)
    return Words(
        normalised,
        written,
        tuple(texts),
        tuple(starts),
        tuple(ends),
        tuple(places),
        tuple(sentences),
        tuple(clauses),
    )
