"""Cleans words at the door, the same way for every channel."""

from __future__ import annotations

import re
import unicodedata

from core.errors import BadPayload
from core.message import MAX_WORDS_CHARS
from core.text import ChildText

_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
"""Controls, and marks that turn or hide text. The joiners U+200C and U+200D stay: Persian, Urdu and emoji need them."""
_HALVES = re.compile("[\ud800-\udfff]")
_INVISIBLE = frozenset({"Cc", "Cf", "Mn", "Zs", "Zl", "Zp"})


def clean_words(text: str) -> ChildText:
    """Return *text* without control and direction-turning characters, trimmed.

    Raises:
        BadPayload: `empty`: nothing visible is left; `too_long`: more than MAX_WORDS_CHARS characters.
    """
    kept = _HALVES.sub("\ufffd", _HARMFUL.sub("", _LINE_ENDS.sub("\n", text))).strip()
    if all(unicodedata.category(character) in _INVISIBLE for character in kept):
        raise BadPayload("empty")
    if len(kept) > MAX_WORDS_CHARS:
        raise BadPayload("too_long")
    return ChildText(kept)
