"""One spelling for the many ways in which children write a word, with the way back to their own letters.

What is done, in this order:

1. Each character: NFKC-compatible form, case folded, accents and vowel marks off ("été" = "ete", "خَائِف" = "خايف"),
   bidi, zero-width and control characters off, one form for the Arabic-script letters that keyboards mix up, every
   digit as 0-9, every space as a space.
2. An apostrophe inside a word goes: "don't" = "dont", "j'ai" = "jai".
3. Look-alike letters of other scripts inside a Latin word become Latin; digits that stand for letters ("k1ll", "p0rn")
   become letters. Digits that Arabizi uses (2 3 5 6 7 8 9) stay, unless the word has a sure one as well: "5ayfa" stays
   as it is, "su1c1d3" becomes "suicide".
4. A letter or sign written three times or more is written once: "heeelp" = "help", "لاااا" = "لا", "!!!" = "!". Two
   stay two, because many words need them; digits stay, because numbers do.
5. Letters written one by one are joined: "k i l l" and "k.i.l.l" = "kill" (three letters or more, not all the same).
6. Spaces are collapsed and trimmed.

The result is stable: normalising it again changes nothing. The cost is linear. The same function serves the assistant's
understanding and triage. Standard library only; runs on Python 3.10.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass

from languages.letters import LOOK_ALIKES, Folding

_FOLDING = Folding()
_IN_WORD_APOSTROPHE = re.compile(r"(?<=[^\W_]|[@$])'+(?=[^\W_]|[@$])")
_MASKED_WORD = re.compile(r"(?:[^\W_]|[@$])+")
_LEET_WORD = re.compile(r"[a-z0-9@$]+")
_LEET_SIGN = re.compile(r"[0-9@$]")
_MIXED = re.compile(r"[a-z0-9@$][^\W_a-z0-9]|[^\W_a-z0-9][a-z0-9@$]")
_LEET_RUN = re.compile(r"(?<=[a-z])[^a-z]+(?=[a-z])")
_SURE_LEET = frozenset("014@$")
_LEET = str.maketrans("013457@$", "oieastas")
_DOLLAR_EDGES = (re.compile(r"(?<=[a-z])\$+$"), re.compile(r"^\$+(?=[a-z]{2})"))
_ELONGATED = re.compile(r"([^\d\s])\1{2,}")
_SPACES = re.compile(r"^ +| +$|(?<= ) +")
_ONE_BY_ONE = re.compile(r"(?<![\w@$])[^\W\d_]([ .\-_*/])(?:[^\W\d_]\1)+[^\W\d_](?![\w@$])")


@dataclass(frozen=True)
class Normalised:
    """Words in their one spelling.

    Attributes:
        text: The normalised words.
        origin: For each character of `text`, the index of the character it came from in the words as written. Never
            falls from left to right.
    """

    text: str
    origin: tuple[int, ...]

    def span(self, start: int, end: int) -> tuple[int, int]:
        """Return where `text[start:end]` stands in the words as written (0-based, end exclusive).

        Raises:
            IndexError: The span is empty or not inside `text`.
        """
        if not 0 <= start < end <= len(self.text):
            raise IndexError("span")
        return self.origin[start], self.origin[end - 1] + 1


def normalise(text: str) -> Normalised:
    """Return *text* in its one spelling. Takes any string, never raises."""
    pieces = [_FOLDING[char] for char in text]
    folded = "".join(pieces)
    origin: Sequence[int] = range(len(text))
    if len(folded) != len(text) or not all(pieces):
        origin = [index for index, piece in enumerate(pieces) for _ in piece]
    for change in _CHANGES:
        folded, origin = change(folded, origin)
    return Normalised(folded, tuple(origin))


_Change = Callable[[str, Sequence[int]], tuple[str, Sequence[int]]]


def _replacing(
    pattern: re.Pattern[str], replace: Callable[[str], str | Sequence[int]], where: re.Pattern[str] | None = None
) -> _Change:
    """Return a change that rewrites every match of *pattern*, in texts in which *where* is found at all.

    *replace* gets the matched letters and returns letters of the same number, or the positions (within the match) of
    the letters that stay.
    """

    def change(text: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
        """Rewrite *text* and its origin together."""
        if where is not None and where.search(text) is None:
            return text, origin
        out: list[str] = []
        places: list[int] = []
        done = 0
        for match in pattern.finditer(text):
            start, end = match.span()
            new = replace(match.group())
            if new == match.group():
                continue
            out.append(text[done:start])
            places.extend(origin[done:start])
            if isinstance(new, str):
                out.append(new)
                places.extend(origin[start:end])
            else:
                out.extend(text[start + at] for at in new)
                places.extend(origin[start + at] for at in new)
            done = end
        if not done:
            return text, origin
        out.append(text[done:])
        places.extend(origin[done:])
        return "".join(out), places

    return change


def _unmask(letters: str) -> str:
    """Return *letters* in Latin when the word mixes Latin letters with look-alikes of other scripts."""
    if letters.isascii() or not any(char.isascii() and char.isalpha() for char in letters):
        return letters
    latin = letters.translate(LOOK_ALIKES)
    return latin if latin.isascii() else letters


def _unleet(word: str) -> str:
    """Return *word* with digits and signs that stand for letters between letters written as letters."""
    if word.isalpha():
        return word
    runs = [match.group() for match in _LEET_RUN.finditer(word)]
    sure = any(set(run) <= _SURE_LEET for run in runs)

    def write(match: re.Match[str]) -> str:
        """Return one run between letters, as letters when every sign of it is one."""
        run = match.group()
        letters = run.translate(_LEET)
        return letters if letters.isalpha() and (sure or set(run) <= _SURE_LEET) else run

    word = _LEET_RUN.sub(write, word)
    for edge in _DOLLAR_EDGES:
        word = edge.sub(lambda match: "s" * len(match.group()), word)
    return word[:-1] + "e" if sure and word.endswith("3") and word[:-1].isalpha() else word


def _joined(run: str) -> str | Sequence[int]:
    """Return which letters of "k.i.l.l" stay: all of them, without what stands between; "a a a" stays as it is."""
    letters = _unmask(run[::2])
    return run if len(set(letters)) == 1 else range(0, len(run), 2)


_unmask_words = _replacing(_MASKED_WORD, _unmask, where=_MIXED)
_join_letters = _replacing(_ONE_BY_ONE, _joined)
_shorten = _replacing(_ELONGATED, lambda _: (0,))
_CHANGES: tuple[_Change, ...] = (
    _replacing(_IN_WORD_APOSTROPHE, lambda _: ()),
    _unmask_words,
    _replacing(_LEET_WORD, _unleet, where=_LEET_SIGN),
    _shorten,
    _join_letters,
    _replacing(_SPACES, lambda _: ()),
    _join_letters,
    _unmask_words,
    _shorten,
)
