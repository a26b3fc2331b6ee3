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
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from languages.letters import LOOK_ALIKES, Folding, stable_letters

_FOLDING = Folding()
_ASCII = {code: _FOLDING[chr(code)] for code in range(128)}
_UNSTABLE = re.compile(f"[^{re.escape(stable_letters())}]")
_MAX_UNSTABLE = 32
"""Different letters that are replaced one after the other; a text with more of them is folded letter by letter."""

_IN_WORD_APOSTROPHE = re.compile(r"'(?<=[^\W_]'|[@$]')'*(?=[^\W_]|[@$])")
_LOOK_ALIKE = re.compile(f"[{''.join(map(chr, LOOK_ALIKES))}]")
_MASKED_WORD = re.compile(r"(?:[^\W_]|[@$])+")
_LEET_WORD = re.compile(r"[a-z0-9@$]+")
_LEET_BY_LETTER = re.compile(r"[0-9@$](?:(?=[a-z])|(?<=[a-z][0-9@$]))")
_LEET_RUN = re.compile(r"(?<=[a-z])[^a-z]+(?=[a-z])")
_SURE_LEET = frozenset("014@$")
_LEET = str.maketrans("013457@$", "oieastas")
_DOLLAR_EDGES = (re.compile(r"(?<=[a-z])\$+$"), re.compile(r"^\$+(?=[a-z]{2})"))
_THREE = re.compile(r"([^ ])\1\1")
_ELONGATED = re.compile(r"([^\d\s])\1{2,}")
_SPACES = re.compile(r"(?<= ) +")
_ONE_BY_ONE = re.compile(r"(?<![\w@$])[^\W\d_]([ .\-_*/])(?:[^\W\d_]\1)+[^\W\d_](?![\w@$])")
_TWO_BY_ONE = {sign: re.compile(rf"{re.escape(sign)}[^\W\d_]{re.escape(sign)}[^\W\d_](?![\w@$])") for sign in " .-_*/"}


@dataclass(frozen=True)
class Normalised:
    """Words in their one spelling.

    Attributes:
        text: The normalised words.
        origin: For each character of `text`, the index of the character it came from in the words as written. Never
            falls from left to right. A plain range when every character stayed in its place.
    """

    text: str
    origin: Sequence[int]

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
    folded, origin = _drop_apostrophes(*_trim(*_fold(text)))
    once, origin = _run(_CHANGES, folded, origin)
    if once is not folded:
        once, origin = _run(_AGAIN, once, origin)
    return Normalised(once, origin)


def _fold(text: str) -> tuple[str, Sequence[int]]:
    """Return *text* with each character in its one form, and where each came from."""
    if text.isascii():
        folded = text.translate(_ASCII)
        if len(folded) == len(text):
            return folded, range(len(text))
    elif (quick := _fold_quickly(text)) is not None:
        return quick, range(len(text))
    pieces = [_FOLDING[char] for char in text]
    folded = "".join(pieces)
    if len(folded) == len(text) and all(pieces):
        return folded, range(len(text))
    return folded, [index for index, piece in enumerate(pieces) for _ in piece]


def _fold_quickly(text: str) -> str | None:
    """Return *text* folded when few different letters change and each becomes one letter, else None.

    Most letters stay what they are, so it is quicker to replace the others all at once than to look at every letter.
    """
    unstable = set(_UNSTABLE.findall(text))
    if len(unstable) > _MAX_UNSTABLE:
        return None
    changes = [(char, _FOLDING[char]) for char in unstable]
    if any(len(folded) != 1 for _, folded in changes):
        return None
    for char, folded in changes:
        text = text.replace(char, folded)
    return text


def _trim(text: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return *text* and its origin without spaces at the edges."""
    if text.startswith(" ") or text.endswith(" "):
        start, text = len(text) - len(text.lstrip(" ")), text.strip(" ")
        origin = origin[start : start + len(text)]
    return text, origin


_Change = Callable[[str, Sequence[int]], tuple[str, Sequence[int]]]


def _run(changes: Sequence[_Change], text: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
    """Return *text* and its origin after *changes*; the very same object when there was nothing to change."""
    for change in changes:
        text, origin = change(text, origin)
    return text, origin


def _replacing(
    pattern: re.Pattern[str],
    replace: Callable[[str], str | Sequence[int]],
    *,
    near: re.Pattern[str] | None = None,
    needed: Callable[[str], bool] = bool,
) -> _Change:
    """Return a change that rewrites every match of *pattern*, in texts that may hold one.

    Args:
        pattern: What is rewritten.
        replace: Gets the matched letters and returns letters of the same number, or the positions (within the match)
            of the letters that stay.
        near: What is found quickly in each stretch without spaces in which *pattern* changes something.
        needed: A quick look at the whole text; false only where *pattern* changes nothing.
    """

    def change(text: str, origin: Sequence[int]) -> tuple[str, Sequence[int]]:
        """Rewrite *text* and its origin together."""
        if not needed(text):
            return text, origin
        return _rewrite(
            text, origin, pattern.finditer(text) if near is None else _stretches(text, near, pattern), replace
        )

    return change


def _rewrite(
    text: str, origin: Sequence[int], matches: Iterable[re.Match[str]], replace: Callable[[str], str | Sequence[int]]
) -> tuple[str, Sequence[int]]:
    """Return *text* and its origin with every one of *matches* replaced."""
    out: list[str] = []
    places: list[int] = []
    done = 0
    for match in matches:
        start, end = match.span()
        old = match.group()
        new = replace(old)
        if new == old:
            continue
        out.append(text[done:start])
        places.extend(origin[done:start])
        if isinstance(new, str):
            out.append(new)
            places.extend(origin[start:end])
        else:
            out.extend([old[at] for at in new])
            places.extend([origin[start + at] for at in new])
        done = end
    if not done:
        return text, origin
    out.append(text[done:])
    places.extend(origin[done:])
    return "".join(out), places


def _stretches(text: str, near: re.Pattern[str], pattern: re.Pattern[str]) -> Iterator[re.Match[str]]:
    """Yield the matches of *pattern* in the stretches without spaces in which *near* is found."""
    done = 0
    for found in near.finditer(text):
        if found.start() >= done:
            done = text.find(" ", found.start())
            done = len(text) if done < 0 else done
            yield from pattern.finditer(text, text.rfind(" ", 0, found.start()) + 1, done)


def _may_be_one_by_one(text: str) -> bool:
    """Return whether letters may be written one by one: two at least stand behind the same sign."""
    for sign, ends in _TWO_BY_ONE.items():
        if sign in text and text.count(sign) > 1 and ends.search(text) is not None:
            return True
    return False


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


_drop_apostrophes = _replacing(_IN_WORD_APOSTROPHE, lambda _: (), needed=lambda text: "'" in text)
_unmask_words = _replacing(_MASKED_WORD, _unmask, near=_LOOK_ALIKE, needed=lambda text: not text.isascii())
_join_letters = _replacing(_ONE_BY_ONE, _joined, needed=_may_be_one_by_one)
_shorten = _replacing(_ELONGATED, lambda _: (0,), near=_THREE)
_CHANGES: tuple[_Change, ...] = (
    _unmask_words,
    _replacing(_LEET_WORD, _unleet, near=_LEET_BY_LETTER),
    _shorten,
    _join_letters,
    _replacing(_SPACES, lambda _: (), needed=lambda text: "  " in text),
)
_AGAIN: tuple[_Change, ...] = (_join_letters, _unmask_words, _shorten)
"""What one change may make possible for another; only needed when something changed."""
