"""Cut normalised words into the units that rules count: words, emoji, sentences and clauses."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate

from languages.normalise import Normalised, normalise

_UNIT = re.compile(
    r"[^\W_][\w\u0900-\u0dff\u0f71-\u0f84\u1037-\u103a]*"  # a word; Indic vowel signs are not \w
    r"|[\u2600-\u27bf\U0001f000-\U0001faff]"
    r"|[.?!;:,\u060c]"
)
_ENDS_SENTENCE = frozenset(".?!;:")
_ENDS_CLAUSE = _ENDS_SENTENCE | {","}
SENTENCE_GAP = 3
"""A sentence's end counts as this many words, so that "My dad. He hits me." is still read together."""


BREAK = "nextmessage"
"""Stands between messages that are cut as one."""


@dataclass(frozen=True)
class Words:
    """One message, cut up. What is asked for seldom is worked out when it is asked for.

    Attributes:
        written: The words as the child wrote them.
        units: Words and the signs between them, in order.
        texts: The words alone. The other sequences have one entry for each of them.
        shortened: Numbers of the words inside which something was taken out, for example a letter written three times.
        folded: The message in its one spelling, when it is at hand.
    """

    written: str
    units: Sequence[str]
    texts: Sequence[str]
    shortened: Sequence[int]
    folded: Normalised | None = None

    @cached_property
    def normalised(self) -> Normalised:
        """Return what was cut, with the way back to the words as written."""
        return normalise(self.written) if self.folded is None else self.folded

    @cached_property
    def places(self) -> Sequence[int]:
        """Return the number of each word in the message, with SENTENCE_GAP added at each sentence's end."""
        return [at + SENTENCE_GAP * sentence for at, sentence in enumerate(self.sentences)]

    @cached_property
    def sentences(self) -> Sequence[int]:
        """Return the number of each word's sentence."""
        return self._count(_ENDS_SENTENCE)

    @cached_property
    def clauses(self) -> Sequence[int]:
        """Return the number of each word's clause: commas end one as well."""
        return self._count(_ENDS_CLAUSE)

    @cached_property
    def edges(self) -> Sequence[tuple[int, int]]:
        """Return where each word begins in the normalised text, and one past its last character."""
        return _find_edges(self.normalised.text, self.texts)

    def span(self, first: int, end: int) -> tuple[int, int]:
        """Return where words `first` to `end` (exclusive) stand in the message as written, whole words."""
        start, stop = self.normalised.span(self.edges[first][0], self.edges[end - 1][1])
        while stop < len(self.written) and self.written[stop].isalnum():
            stop += 1
        return start, stop

    def _count(self, signs: frozenset[str]) -> Sequence[int]:
        """Return for each word how many of *signs* stand before it."""
        if len(self.units) == len(self.texts):
            return [0] * len(self.texts)
        passed = accumulate(unit in signs for unit in self.units)
        return [count for count, unit in zip(passed, self.units, strict=True) if unit not in _ENDS_CLAUSE]


def cut(written: str) -> Words:
    """Return *written* normalised and cut into words. Takes any string."""
    normalised = normalise(written)
    pieces = normalised.text.split(" ")
    if "".join(pieces).isalnum():
        units = texts = pieces
    else:
        units = []
        for piece in pieces:
            if piece.isalnum():
                units.append(piece)
            else:
                units += _UNIT.findall(piece)
        texts = units if _ENDS_CLAUSE.isdisjoint(units) else [unit for unit in units if unit not in _ENDS_CLAUSE]
    return Words(written, units, texts, _find_shortened(normalised, texts), normalised)


def cut_all(messages: Sequence[str]) -> Sequence[Words]:
    """Return each of *messages* cut into words. Quicker than one by one."""
    together = cut(f" {BREAK} ".join(messages))
    if together.texts.count(BREAK) != len(messages) - 1:
        # A child wrote this very word, or there are no messages.
        return [cut(written) for written in messages]
    units, texts, shortened = together.units, together.texts, together.shortened
    found: list[Words] = []
    unit = word = 0
    for written in messages:
        last_unit, last_word = _index(units, unit), _index(texts, word)
        inside = [at - word for at in shortened if word <= at < last_word]
        found.append(Words(written, units[unit:last_unit], texts[word:last_word], inside))
        unit, word = last_unit + 1, last_word + 1
    return found


def _index(texts: Sequence[str], start: int) -> int:
    """Return where the next BREAK stands, or where *texts* end."""
    try:
        return texts.index(BREAK, start)
    except ValueError:
        return len(texts)


def _find_shortened(normalised: Normalised, texts: Sequence[str]) -> Sequence[int]:
    """Return the words inside which something was taken out."""
    origin = normalised.origin
    if isinstance(origin, range):
        return ()
    edges = enumerate(_find_edges(normalised.text, texts))
    return [word for word, (start, end) in edges if origin[end - 1] - origin[start] > end - 1 - start]


def _find_edges(text: str, texts: Sequence[str]) -> list[tuple[int, int]]:
    """Return where each of *texts*, words of *text* in their order, begins and where it has ended."""
    done = 0
    found: list[tuple[int, int]] = []
    for word in texts:
        start = text.index(word, done)
        done = start + len(word)
        found.append((start, done))
    return found
