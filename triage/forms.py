"""What one word of a message can stand for: the words of the rules, their endings, joined affixes and misspellings.

Every word pattern of the rules ("kill*", "+word+", "~suicide") is a symbol, a number. Forms with beginnings and endings
joined on are not written out: there would be a hundred for each word. A message's word is taken apart instead.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import NamedTuple

from triage.phrases import MIN_STEM_CHARS, MIN_TYPO_CHARS, Pattern

_LEET_READING = str.maketrans("3579", "estg")
_TWICE = re.compile(r"(.)\1+")
_CORE_HEAD = 2
_HEAD_CHARS = 3
_TAIL_CHARS = 2
"""One letter wrong leaves one of the two as it was in every word of MIN_TYPO_CHARS letters."""


@dataclass(frozen=True)
class Joined:
    """What a language writes together with a word.

    Attributes:
        always: Beginnings that any word may have (Arabic "و", "ف").
        beginnings: Beginnings for words marked "+w".
        endings: Endings for words marked "w+".
    """

    always: tuple[str, ...] = ()
    beginnings: tuple[str, ...] = ()
    endings: tuple[str, ...] = ()


class Forms:
    """All words of the rules. Filled once, then only read."""

    def __init__(self) -> None:
        """Start empty."""
        self._symbols: dict[tuple[Pattern, int], int] = {}
        self._joined: dict[Joined, int] = {}
        self._language: list[int] = []
        """For each symbol the number of its language's `Joined`."""
        self._plain: dict[str, tuple[int, ...]] = {}
        self._stems: dict[str, tuple[int, ...]] = {}
        self._stem_lengths: dict[str, tuple[int, ...]] = {}
        self._squeezed: dict[str, tuple[int, ...]] = {}
        self._always: dict[str, dict[str, frozenset[int]]] = {}
        """By first letter."""
        self._affixes = _Affixes()
        self._squeezed_affixes = _Affixes()
        self._typos: dict[str, tuple[tuple[str, int], ...]] = {}
        self._typo_edges: set[str] = set()

    def language(self, joined: Joined) -> int:
        """Return the number of *joined*, made known when it is new."""
        if joined not in self._joined:
            number = self._joined[joined] = len(self._joined)
            for always in joined.always:
                alike = self._always.setdefault(always[0], {})
                alike[always] = alike.get(always, frozenset()) | {number}
            for beginning in joined.beginnings:
                self._affixes.add_beginning(beginning, "", number)
                short = squeeze(beginning)
                self._squeezed_affixes.add_beginning(short, "", number)
                self._squeezed_affixes.add_beginning(short[:-1], short[-1], number)
            for ending in joined.endings:
                self._affixes.add_ending(ending, "", number)
                short = squeeze(ending)
                self._squeezed_affixes.add_ending(short, "", number)
                self._squeezed_affixes.add_ending(short[1:], short[0], number)
        return self._joined[joined]

    def symbol(self, pattern: Pattern, language: int) -> int:
        """Return the number of *pattern* in a language, made known to the look-ups when it is new."""
        key = (pattern, language)
        known = self._symbols.get(key)
        if known is not None:
            return known
        symbol = self._symbols[key] = len(self._symbols)
        self._language.append(language)
        if pattern.any_ending:
            self._add_stems(symbol, pattern, language)
        elif pattern.beginnings or pattern.endings:
            self._affixes.add_word(pattern.text, symbol, pattern, language)
            self._squeezed_affixes.add_word(squeeze(pattern.text), symbol, pattern, language)
        else:
            _append(self._plain, pattern.text, symbol)
            self._add_squeezed(pattern.text, symbol)
        if pattern.typo:
            self._add_typos(symbol, pattern.text)
        return symbol

    def known(self, text: str) -> tuple[int, ...]:
        """Return the symbols that a word stands for as it is written."""
        found = self._whole(text)
        if (lengths := self._stem_lengths.get(text[:MIN_STEM_CHARS])) is not None:
            for length in lengths:
                found += self._stems.get(text[:length], ()) if length <= len(text) else ()
        if (alike := self._always.get(text[0])) is not None:
            for always, languages in alike.items():
                if text.startswith(always) and len(text) - len(always) >= MIN_STEM_CHARS:
                    found += tuple(one for one in self._whole(text[len(always) :]) if self._language[one] in languages)
        return tuple(sorted(set(found))) if found else ()

    def meant(self, text: str, is_shortened: bool) -> tuple[int, ...]:
        """Return the symbols that a word which is not known as it stands may have been meant for.

        Args:
            text: The word.
            is_shortened: Something inside it was taken out, for example a letter that was written three times.
        """
        if is_shortened and (found := self._as_squeezed(squeeze(text))):
            return tuple(sorted(set(found)))
        if not text.isalpha() and text.isascii() and (found := self._whole(text.translate(_LEET_READING))):
            return tuple(sorted(set(found)))
        edges = self._typo_edges
        if len(text) < MIN_TYPO_CHARS - 1 or (
            text[:_HEAD_CHARS] not in edges and text[0] + text[-_TAIL_CHARS:] not in edges
        ):
            return ()
        near = {pair for form in _one_less(text) for pair in self._typos.get(form, ())}
        return tuple(sorted({symbol for word, symbol in near if _is_one_off(text, word)}))

    def is_whole(self, text: str) -> bool:
        """Return whether *text* is a word of the rules, as they write it or with what may be joined on."""
        return bool(self._whole(text))

    def _whole(self, text: str) -> tuple[int, ...]:
        """Return the symbols of which *text* is a whole form."""
        return self._plain.get(text, ()) + self._affixes.find(text)

    def _as_squeezed(self, short: str) -> tuple[int, ...]:
        """Return the symbols with a form that is *short* once each letter that it writes twice is written once."""
        tables = (self._squeezed, self._plain, self._stems)
        return (*(symbol for table in tables for symbol in table.get(short, ())), *self._squeezed_affixes.find(short))

    def _add_stems(self, symbol: int, pattern: Pattern, language: int) -> None:
        """Let every word that begins like *pattern* stand for *symbol*."""
        joined = next(one for one, number in self._joined.items() if number == language)
        before = ("", *joined.beginnings) if pattern.beginnings else ("",)
        behind = ("", *joined.endings) if pattern.endings else ("",)
        for stem in sorted({begin + pattern.text + end for begin in before for end in behind}):
            _append(self._stems, stem, symbol)
            self._add_squeezed(stem, symbol)
            head = stem[:MIN_STEM_CHARS]
            self._stem_lengths[head] = tuple(sorted({*self._stem_lengths.get(head, ()), len(stem)}))

    def _add_squeezed(self, form: str, symbol: int) -> None:
        """Remember a form with double letters by the one without."""
        if (short := squeeze(form)) != form:
            _append(self._squeezed, short, symbol)

    def _add_typos(self, symbol: int, text: str) -> None:
        """Let every word one letter off *text* stand for *symbol*."""
        self._typo_edges |= {text[:_HEAD_CHARS], text[0] + text[-_TAIL_CHARS:]}
        for form in _one_less(text):
            self._typos[form] = (*self._typos.get(form, ()), (text, symbol))


class _Marked(NamedTuple):
    """A word that something may be joined to."""

    symbol: int
    beginnings: bool
    endings: bool
    language: int


class _Affixes:
    """Words marked with a plus, and what may be joined to them."""

    def __init__(self) -> None:
        """Start empty."""
        self._words: dict[str, tuple[_Marked, ...]] = {}
        self._beginnings: dict[str, tuple[tuple[int, str], ...]] = {}
        self._endings: dict[str, tuple[tuple[int, str], ...]] = {}
        self._heads: set[str] = set()
        """How words begin; for a word of one letter, with an ending."""
        self._beginning_lengths: tuple[int, ...] = ()
        self._ending_lengths: tuple[int, ...] = ()

    def add_word(self, text: str, symbol: int, pattern: Pattern, language: int) -> None:
        """Let *text*, with what *pattern* allows joined on, stand for *symbol*."""
        entry = _Marked(symbol, pattern.beginnings, pattern.endings, language)
        self._words[text] = (*self._words.get(text, ()), entry)
        self._heads.add(text[:_CORE_HEAD])
        for ending in self._endings if len(text) < _CORE_HEAD else ():
            self._heads.add((text + ending)[:_CORE_HEAD])

    def add_beginning(self, text: str, before: str, language: int) -> None:
        """Let *text* be joined on in front of the words of a language that begin with the letters *before*."""
        self._beginnings[text] = (*self._beginnings.get(text, ()), (language, before))
        self._beginning_lengths = tuple(sorted({*self._beginning_lengths, len(text)} - {0}))

    def add_ending(self, text: str, behind: str, language: int) -> None:
        """Let *text* be joined on behind the words of a language that end with the letters *behind*."""
        self._endings[text] = (*self._endings.get(text, ()), (language, behind))
        self._ending_lengths = tuple(sorted({*self._ending_lengths, len(text)} - {0}))

    def find(self, text: str) -> tuple[int, ...]:
        """Return the symbols that *text* stands for when it is taken apart."""
        beginnings, heads = self._beginnings, self._heads
        starts = [
            at for at in self._beginning_lengths if text[:at] in beginnings and text[at : at + _CORE_HEAD] in heads
        ]
        if text[:_CORE_HEAD] in heads:
            starts.append(0)
        if not starts:
            return ()
        size, words, endings = len(text), self._words, self._endings
        lengths = self._ending_lengths
        ends = [size, *[size - length for length in lengths if length < size and text[-length:] in endings]]
        found: tuple[int, ...] = ()
        for start in starts:
            for end in ends:
                if text[start:end] in words:
                    known = words[text[start:end]]
                    found += tuple([word.symbol for word in known if self._fits(text, start, end, word)])
        return found

    def _fits(self, text: str, start: int, end: int, word: _Marked) -> bool:
        """Return whether what stands around *word* in *text* may be joined to it."""
        core = text[start:end]
        beginnings = self._beginnings[text[:start]] if start else ()
        endings = self._endings[text[end:]] if end < len(text) else ()
        return (
            not start
            or (
                word.beginnings
                and any(language == word.language and core.startswith(before) for language, before in beginnings)
            )
        ) and (
            end == len(text)
            or (
                word.endings
                and any(language == word.language and core.endswith(behind) for language, behind in endings)
            )
        )


def squeeze(text: str) -> str:
    """Return *text* with every letter that is written twice written once."""
    return _TWICE.sub(r"\1", text)


def _append(table: dict[str, tuple[int, ...]], form: str, symbol: int) -> None:
    """Let *form* also stand for *symbol*."""
    table[form] = (*table.get(form, ()), symbol)


def _one_less(text: str) -> set[str]:
    """Return *text* and every form of it with one letter left out."""
    return {text, *(text[:at] + text[at + 1 :] for at in range(len(text)))}


def _is_one_off(one: str, other: str) -> bool:
    """Return whether two words begin alike and differ by one letter wrong, missing, too many, or two swapped."""
    if one[0] != other[0]:
        return False
    short, long = sorted((one, other), key=len)
    at = next((index for index, char in enumerate(short) if char != long[index]), len(short))
    if len(short) < len(long):
        return short[at:] == long[at + 1 :]
    return short[at + 1 :] == long[at + 1 :] or (
        short[at : at + 2] == long[at : at + 2][::-1] and short[at + 2 :] == long[at + 2 :]
    )
