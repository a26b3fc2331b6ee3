"""What the second opinion looks at: a message's letters and words, and what the rules saw in it.

Training (Python 3.10, in the assistant's environment) and the service use this one piece of code, so that both see the
same:

    " word "        a word
    " wor", "ord "  its pieces of four letters, edges marked: they read other endings, joined words and typos
    "one word"      a word and the one before it
    "#family"       a concept of the rules, without its language, so that languages teach each other
    "@game"         a context of the rules
    "!negation"     a rule that matched and was kept silent, and by what

Standard library only.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from triage.match import Match
from triage.reading import Reading
from triage.rules import Effect

PIECE_CHARS = 4


def features(reading: Reading, matches: Iterable[Match]) -> list[list[str]]:
    """Return for each word of a message everything that is to be seen there.

    Args:
        reading: The message.
        matches: What the rules made of it, also the blocked ones.
    """
    texts = reading.words.texts
    return features_between(texts, seen_by_rules(reading, matches), 0, len(texts))


def features_between(texts: Sequence[str], seen: Iterable[tuple[int, str]], first: int, end: int) -> list[list[str]]:
    """Return the same for the words from *first* to *end* (exclusive) only.

    Args:
        texts: All words of the message.
        seen: What `seen_by_rules` says of it.
        first: First word.
        end: One past the last word.
    """
    found = [pieces(word) for word in texts[first:end]]
    for at in range(max(1, first), end):
        found[at - first].append(pair(texts[at - 1], texts[at]))
    for at, name in sorted(seen):
        if first <= at < end:
            found[at - first].append(name)
    return found


def pieces(word: str) -> list[str]:
    """Return a word and its pieces, edges marked by a space."""
    marked = f" {word} "
    found = [marked[at : at + PIECE_CHARS] for at in range(len(marked) - PIECE_CHARS + 1)]
    if len(marked) != PIECE_CHARS:
        found.append(marked)
    return found


def is_whole_word(feature: str) -> bool:
    """Return whether a feature is a whole word, edges marked."""
    return feature[0] == feature[-1] == " "


def pair(one: str, other: str) -> str:
    """Return two words that follow each other."""
    return f"{one} {other}"


def parse_pair(feature: str) -> tuple[str, str] | None:
    """Return the two words of a pair, or None for any other feature."""
    one, space, other = feature.partition(" ")
    return (one, other) if one and space and other else None


def seen_by_rules(reading: Reading, matches: Iterable[Match]) -> set[tuple[int, str]]:
    """Return the concepts and contexts in a message and the rules kept silent, each with the word it begins at."""
    labels = reading.book.labels
    seen: set[tuple[int, str]] = set()
    for stretches in (reading.hits, reading.signals):
        for hits in stretches.values():
            if hits:
                label = labels[hits[0].concept]
                seen.update([(hit.first, label) for hit in hits])
    for match in matches:
        if match.verdict.effect is Effect.BLOCK:
            why = match.verdict.why.value if match.verdict.why else "unless"
            seen.add((match.parts[0][1].first, f"!{why}"))
    return seen
