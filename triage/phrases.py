"""The notation in which concepts are written, and what it means.

    kill myself          these words, one after the other
    hit|hits|hitting me  one of the words
    (end it|kill myself) one of the phrases; no brackets inside brackets
    really? hate         the word may be missing
    cut*                 any ending (two letters at least before the star, three when it stands alone)
    ~suicide             also with one letter wrong, missing, doubled or swapped (at least six letters)
    +w  w+  +w+          with the language's beginnings or endings joined on (grammar.yml)
    want _ die           any one word
    want ... die         up to two words between

A bar without brackets chooses between single words: "hit|kick me" is "hit me" or "kick me".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from triage.source import Source
from triage.words import cut

MIN_STEM_CHARS = 2
MIN_LONE_STEM_CHARS = 3
MIN_TYPO_CHARS = 6
MAX_GAP_WORDS = 2
REMEMBERED_ITEMS = 8_192
"""Rule files say the same words again and again; this many are not parsed again."""


class Pattern(NamedTuple):
    """One word of a phrase.

    Attributes:
        text: Its letters, normalised; "" for any word.
        any_ending: Written with a star.
        typo: Written with a tilde.
        beginnings: Written with a plus in front.
        endings: Written with a plus behind.
    """

    text: str
    any_ending: bool = False
    typo: bool = False
    beginnings: bool = False
    endings: bool = False


ANY = Pattern("")
_ITEM = re.compile(r"\([^()]*\)\??|\S+")


@dataclass(frozen=True, eq=False)
class Item:
    """One place in a line. Rule files say the same things again and again, and get the same object for them.

    Attributes:
        choices: What may stand here; each choice is one word or several.
        optional: Nothing may stand here as well.
    """

    choices: tuple[tuple[Pattern, ...], ...]
    optional: bool = False


Line = tuple[Item, ...]


class _BadItemError(ValueError):
    """What is wrong with one item, before it is known where it stands."""


def parse_line(source: Source) -> Line:
    """Return one line of a concept.

    Raises:
        BadData: The line is empty, too general, or its brackets do not fit.
    """
    try:
        items = tuple(item for text in _ITEM.findall(source.text()) for item in _parse_item(text))
        _check(items)
    except _BadItemError as error:
        raise source.error(str(error)) from None
    return items


def _check(items: Line) -> None:
    """Raise _BadItemError for a line that would match nothing, or too much."""
    if all(item.optional for item in items):
        raise _BadItemError("an empty line, or one of optional words only, matches nothing")
    if any(ANY in choice for item in (items[0], items[-1]) for choice in item.choices):
        raise _BadItemError("a line must begin and end with a word")
    for choice in items[0].choices if len(items) == 1 else ():
        if len(choice) == 1 and choice[0].any_ending and len(choice[0].text) < MIN_LONE_STEM_CHARS:
            raise _BadItemError(f"a word alone needs at least {MIN_LONE_STEM_CHARS} letters before its star")


@lru_cache(maxsize=REMEMBERED_ITEMS)
def _parse_item(text: str) -> Line:
    """Return what one space-separated item or bracket stands for."""
    if text == "_":
        return (Item(((ANY,),)),)
    if text in ("...", "…"):
        return (Item(((ANY,),), optional=True),) * MAX_GAP_WORDS
    optional = len(text) > 1 and text.endswith("?")
    text = text.removesuffix("?") if optional else text
    if text.startswith("(") and text.endswith(")"):
        choices = [_parse_words(part) for part in text[1:-1].split("|")]
    elif "(" in text or ")" in text:
        raise _BadItemError("a bracket is not closed, or stands inside a word or another bracket")
    else:
        choices = [_parse_word(word) for word in text.split("|")]
    return (Item(tuple(choices), optional),)


def _parse_words(text: str) -> tuple[Pattern, ...]:
    """Return the words of one choice in a bracket."""
    words = text.split()
    if not words:
        raise _BadItemError("a bracket has an empty choice; for a word that may be missing write word?")
    for word in words:
        if word.endswith("?") or word in ("...", "_"):
            raise _BadItemError(f"{word} cannot stand inside a bracket")
    return tuple(pattern for word in words for pattern in _parse_word(word))


@lru_cache(maxsize=REMEMBERED_ITEMS)
def _parse_word(word: str) -> tuple[Pattern, ...]:
    """Return one word with its marks; a word such as "k!ll" is two units, as it is in a message."""
    typo, word = word.startswith("~"), word.removeprefix("~")
    beginnings, word = word.startswith("+"), word.removeprefix("+")
    any_ending, word = word.endswith("*"), word.removesuffix("*")
    endings, word = word.endswith("+"), word.removesuffix("+")
    units = cut(word).texts
    if not units:
        raise _BadItemError("there is a mark or a bar without a word")
    if not (typo or beginnings or any_ending or endings):
        return tuple(Pattern(unit) for unit in units)
    if len(units) > 1:
        raise _BadItemError("marks belong to a single word")
    if any_ending and len(units[0]) < MIN_STEM_CHARS:
        raise _BadItemError(f"at least {MIN_STEM_CHARS} letters must stand before a star")
    if typo and len(units[0]) < MIN_TYPO_CHARS:
        raise _BadItemError(f"a word needs at least {MIN_TYPO_CHARS} letters for a tilde")
    return (Pattern(units[0], any_ending, typo, beginnings, endings),)
