"""Which letter becomes which when words are normalised. One character in, zero or more characters out.

Everything here is decided for a single character, so that it can be looked up once and remembered.
"""

from __future__ import annotations

import unicodedata

MAX_REMEMBERED = 20_000
"""Characters whose folding is remembered; more would only serve somebody who sends every character there is."""

_APOSTROPHES = "’‘ʼ′`´＇ʹʿʾ‛"
_SPELLED = {
    **dict.fromkeys(_APOSTROPHES, "'"),
    **dict.fromkeys("‐‑‒–—―−", "-"),
    "؟": "?",
    "،": ",",
    "؛": ";",
    "۔": ".",
    "।": ".",
    "ı": "i",
    "œ": "oe",
    "æ": "ae",
    "ø": "o",
    "ł": "l",
    "đ": "d",
}

# One form per sound for Arabic, Persian, Urdu and Kurdish keyboards. Alef, waw and ya with hamza or madda need no line:
# they decompose, and the mark is dropped.
_ARABIC = {
    "ٱ": "ا",
    "ى": "ي",
    "ی": "ي",
    "ے": "ي",
    "ێ": "ي",
    "ې": "ي",
    "ۍ": "ي",
    "ک": "ك",
    "ڪ": "ك",
    "ة": "ه",
    "ۃ": "ه",
    "ہ": "ه",
    "ھ": "ه",
    "ە": "ه",
    "ں": "ن",
    "ۆ": "و",
    "ۇ": "و",
    "ڕ": "ر",
    "ڵ": "ل",
}

# Letters of other scripts that are drawn like a Latin one. Used only inside a word that has a real Latin letter.
LOOK_ALIKES = str.maketrans(
    "аеорсухіјѕһԁӏкмтнвɡαεοικυνρτ",
    "aeopcyxijshdlkmthbgaeoikuvpt",
)

_DROPPED_CATEGORIES = frozenset({"Cc", "Cf", "Cs"})
_TATWEEL = "ـ"


def _is_dropped(char: str) -> bool:
    """Return whether *char* carries no sound: controls, bidi and zero-width marks, vowel marks, accents, skin tones."""
    code = ord(char)
    return (
        unicodedata.category(char) in _DROPPED_CATEGORIES
        or char == _TATWEEL
        or 0x0300 <= code <= 0x036F  # accents of Latin, Greek and Cyrillic letters
        or 0x0591 <= code <= 0x05C7  # Hebrew points
        or 0x0610 <= code <= 0x061A  # Arabic honorific signs
        or 0x064B <= code <= 0x065F  # Arabic vowel marks, hamza and madda
        or code == 0x0670
        or 0x06D6 <= code <= 0x06ED  # Quranic marks
        or 0xFE00 <= code <= 0xFE0F  # variation selectors
        or 0x1F3FB <= code <= 0x1F3FF  # skin tones
        or 0xE0100 <= code <= 0xE01EF
    )


def _fold_one(char: str) -> str:
    """Return the folded form of one already decomposed character."""
    if char in _SPELLED:
        return _SPELLED[char]
    if char.isspace():
        return " "
    if _is_dropped(char):
        return ""
    digit = unicodedata.decimal(char, None)
    return str(digit) if digit is not None else _ARABIC.get(char, char)


class Folding(dict[str, str]):
    """A table that works out a character when it first meets it."""

    def __missing__(self, char: str) -> str:
        """Return the folded form of *char* and remember it."""
        if char in _SPELLED:
            folded = _SPELLED[char]
        else:
            plain = unicodedata.normalize("NFKD", unicodedata.normalize("NFKD", char).casefold())
            folded = "".join(_fold_one(part) for part in plain)
        if len(self) < MAX_REMEMBERED:
            self[char] = folded
        return folded


_STABLE_BLOCKS = (range(0x20, 0x80), range(0x620, 0x700), range(0x900, 0xE00))
"""Printed ASCII, Arabic, and the scripts of India: where most of what children write stands."""


def stable_letters() -> str:
    """Return the characters of the most used blocks that folding leaves as they are."""
    folding = Folding()
    return "".join(char for block in _STABLE_BLOCKS for char in map(chr, block) if folding[char] == char)
