"""Cut sentences into the folds of a cross-validation so that no two that are nearly the same stand apart. Pure."""

from __future__ import annotations

import hashlib
from collections import Counter
from collections.abc import Sequence
from dataclasses import replace

from languages.normalise import normalise
from triage.training import Sentence

FOLDS = 5
SHINGLE_CHARS = 4
JOINED = 4
MIN_ALIKE = 0.5
"""Two sentences of one language of which this share of all shingles is common are near duplicates."""


def assign_folds(sentences: Sequence[Sentence]) -> list[int]:
    """Return a fold for each sentence; near duplicates and the examples of one rule share theirs.

    The fold hangs on the words of the group's first sentence, not on chance.
    """
    groups = _Groups(len(sentences))
    first_of: dict[str, int] = {}
    for at, sentence in enumerate(sentences):
        if sentence.rule:
            groups.join(at, first_of.setdefault(sentence.rule, at))
    for tag in sorted({sentence.tag for sentence in sentences}):
        _join_alike(groups, sentences, [at for at, one in enumerate(sentences) if one.tag == tag])
    firsts = [sentences[groups.first(at)].text for at in range(len(sentences))]
    return [int(hashlib.sha256(text.encode()).hexdigest(), 16) % FOLDS for text in firsts]


def join_everyday(sentences: Sequence[Sentence], folds: Sequence[int]) -> list[tuple[Sentence, int]]:
    """Return longer messages, each of JOINED everyday sentences of one language and one fold, and their folds.

    What is chosen for short sentences must hold for long messages too: more words, more chances to be wrong.
    """
    groups: dict[tuple[str, int], list[Sentence]] = {}
    for sentence, fold in zip(sentences, folds, strict=True):
        if sentence.is_everyday:
            groups.setdefault((sentence.tag, fold), []).append(sentence)
    made = []
    for (_, fold), group in sorted(groups.items()):
        group.sort(key=lambda one: hashlib.sha256(one.text.encode()).digest())
        for at in range(0, len(group) - JOINED + 1, JOINED):
            text = ". ".join(one.text for one in group[at : at + JOINED])
            made.append((replace(group[at], text=text), fold))
    return made


class _Groups:
    """Which sentences belong together (union-find)."""

    def __init__(self, count: int) -> None:
        """Let each of *count* sentences be alone."""
        self._above = list(range(count))

    def first(self, at: int) -> int:
        """Return the first sentence of a group."""
        while self._above[at] != at:
            self._above[at] = self._above[self._above[at]]
            at = self._above[at]
        return at

    def join(self, one: int, other: int) -> None:
        """Put two groups together."""
        low, high = sorted((self.first(one), self.first(other)))
        self._above[high] = low


def _join_alike(groups: _Groups, sentences: Sequence[Sentence], numbers: Sequence[int]) -> None:
    """Put the near duplicates among *numbers* together."""
    shingles = {at: _shingles(sentences[at].text) for at in numbers}
    holding: dict[str, list[int]] = {}
    for at in numbers:
        common = Counter(other for shingle in shingles[at] for other in holding.get(shingle, ()))
        for other, count in common.items():
            if count >= MIN_ALIKE * (len(shingles[at]) + len(shingles[other]) - count):
                groups.join(at, other)
        for shingle in shingles[at]:
            holding.setdefault(shingle, []).append(at)


def _shingles(text: str) -> set[str]:
    """Return all runs of letters of one length in a sentence."""
    spelling = normalise(text).text
    return {spelling[at : at + SHINGLE_CHARS] for at in range(max(1, len(spelling) - SHINGLE_CHARS + 1))}
