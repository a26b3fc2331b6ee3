"""Find concepts in words: every language's phrases in one net of words, looked up by hash.

A word of a message is turned into the symbols it can stand for (itself, "kill*", "+word+", a typo of "suicide"), and
the symbols walk the net. No pattern is ever tried against text, so nothing can backtrack: the cost is a few look-ups
for each word, whatever the message.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field

from triage.phrases import ANY, MIN_STEM_CHARS, MIN_TYPO_CHARS, Item, Line, Pattern
from triage.words import Words

_LEET_READING = str.maketrans("3579", "estg")
_ANY_SYMBOL = 0
_TWICE = re.compile(r"(.)\1+")


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


@dataclass(frozen=True)
class Hit:
    """A concept found in a message.

    Attributes:
        concept: Its number.
        first: Its first word.
        end: One past its last word.
    """

    concept: int
    first: int
    end: int


@dataclass(eq=False, slots=True)
class _Node:
    """A place in the net of words: where each symbol leads, and the concepts that end here."""

    next: dict[int, tuple[_Node, ...]] = field(default_factory=dict)
    concepts: list[int] = field(default_factory=list)
    has_any: bool = False
    known: dict[tuple[Item, Joined], _Node] = field(default_factory=dict)
    """Where an item that another line wrote here as well leads, so that lines share their beginnings."""


class Lexicon:
    """All phrases of all loaded languages. Filled once, then only read."""

    def __init__(self) -> None:
        """Start empty."""
        self._root = _Node()
        self._symbols: dict[tuple[Pattern, Joined | None], int] = {(ANY, None): _ANY_SYMBOL}
        self._forms: dict[str, tuple[int, ...]] = {}
        self._stems: dict[str, tuple[int, ...]] = {}
        self._stem_heads: set[str] = set()
        self._typos: dict[str, tuple[tuple[str, int], ...]] = {}
        self._squeezed: dict[str, tuple[int, ...]] = {}
        self._always: dict[str, frozenset[int]] = {}
        self._longest = 0
        """Letters of the longest form; what is longer is not looked up letter by letter."""

    def add(self, concept: int, lines: Iterable[Line], joined: Joined) -> None:
        """Let every one of *lines* mean *concept*."""
        for line in lines:
            nodes = [self._root]
            for item in line:
                behind = self._add_item(nodes, item, joined)
                nodes = [*nodes, behind] if item.optional else [behind]
            for node in nodes:
                if concept not in node.concepts:
                    node.concepts.append(concept)

    def find(self, words: Words) -> list[Hit]:
        """Return every concept in *words*, ordered by first word, then by concept."""
        symbols = [self._readings(words, index) for index in range(len(words.texts))]
        found: set[tuple[int, int, int]] = set()
        for first, readings in enumerate(symbols):
            if readings:
                self._walk(symbols, first, found)
        return [Hit(concept, first, end) for first, concept, end in sorted(found)]

    def _add_item(self, nodes: Sequence[_Node], item: Item, joined: Joined) -> _Node:
        """Return the node behind *item*, reached from each of *nodes* by each of its choices."""
        if len(nodes) == 1 and (known := nodes[0].known.get((item, joined))) is not None:
            return known
        behind = _Node()
        for node in nodes:
            for choice in item.choices:
                at = node
                for pattern in choice[:-1]:
                    at = _lead(at, self._symbol(pattern, joined), _Node())
                _lead(at, self._symbol(choice[-1], joined), behind)
        if len(nodes) == 1:
            nodes[0].known[item, joined] = behind
        return behind

    def _walk(self, symbols: Sequence[tuple[int, ...]], first: int, found: set[tuple[int, int, int]]) -> None:
        """Add every line that begins at word *first*."""
        nodes: Sequence[_Node] = (self._root,)
        for at in range(first, len(symbols)):
            nodes = _step(nodes, symbols[at])
            if not nodes:
                return
            for node in nodes:
                for concept in node.concepts:
                    found.add((first, concept, at + 1))

    def _readings(self, words: Words, index: int) -> tuple[int, ...]:
        """Return the symbols that one word of a message can stand for."""
        text = words.texts[index]
        symbols = list(self._forms.get(text, ()))
        if text[:MIN_STEM_CHARS] in self._stem_heads:
            for length in range(MIN_STEM_CHARS, min(len(text), self._longest) + 1):
                symbols += self._stems.get(text[:length], ())
        for always, allowed in self._always.items():
            if text.startswith(always) and len(text) - len(always) >= MIN_STEM_CHARS:
                symbols += [one for one in self._forms.get(text[len(always) :], ()) if one in allowed]
        return tuple(symbols) if symbols else self._second_readings(words, index)

    def _second_readings(self, words: Words, index: int) -> tuple[int, ...]:
        """Return what a word that is not known as it stands may have been meant to be."""
        text = words.texts[index]
        start, end = words.starts[index], words.ends[index] - 1
        origin = words.normalised.origin
        if origin[end] - origin[start] > end - start:
            short = _squeeze(text)
            tables = (self._squeezed, self._forms, self._stems)
            if meant := tuple(symbol for table in tables for symbol in table.get(short, ())):
                return meant
        if not text.isalpha() and text.isascii() and (found := self._forms.get(text.translate(_LEET_READING))):
            return found
        if not MIN_TYPO_CHARS - 1 <= len(text) <= self._longest + 1:
            return ()
        near = {pair for form in _one_less(text) for pair in self._typos.get(form, ())}
        return tuple(sorted({symbol for word, symbol in near if _is_one_off(text, word)}))

    def _symbol(self, pattern: Pattern, joined: Joined) -> int:
        """Return the number of *pattern*, made known to the look-ups when it is new."""
        if pattern == ANY:
            return _ANY_SYMBOL
        key = (pattern, joined)
        if key in self._symbols:
            return self._symbols[key]
        symbol = self._symbols[key] = len(self._symbols)
        self._add_forms(symbol, _joined_forms(pattern, joined), pattern.any_ending)
        if pattern.typo:
            for form in _one_less(pattern.text):
                self._typos[form] = (*self._typos.get(form, ()), (pattern.text, symbol))
        for always in joined.always:
            self._always[always] = self._always.get(always, frozenset()) | {symbol}
        return symbol

    def _add_forms(self, symbol: int, forms: Iterable[str], any_ending: bool) -> None:
        """Let every one of *forms*, as a whole word or as the beginning of one, stand for *symbol*."""
        table = self._stems if any_ending else self._forms
        for form in forms:
            self._longest = max(self._longest, len(form))
            _append(table, form, symbol)
            if any_ending:
                self._stem_heads.add(form[:MIN_STEM_CHARS])
            if (short := _squeeze(form)) != form:
                _append(self._squeezed, short, symbol)


def _step(nodes: Sequence[_Node], symbols: tuple[int, ...]) -> list[_Node]:
    """Return where *symbols*, the readings of one word, lead from *nodes*."""
    following: list[_Node] = []
    for node in nodes:
        lead = node.next
        for symbol in symbols:
            if symbol in lead:
                following += lead[symbol]
        if node.has_any:
            following += lead[_ANY_SYMBOL]
    return following


def _lead(node: _Node, symbol: int, target: _Node) -> _Node:
    """Let *symbol* lead from *node* to *target* as well; return *target*."""
    node.next[symbol] = (*node.next.get(symbol, ()), target)
    node.has_any = node.has_any or symbol == _ANY_SYMBOL
    return target


def _append(table: dict[str, tuple[int, ...]], form: str, symbol: int) -> None:
    """Let *form* also stand for *symbol*."""
    table[form] = (*table.get(form, ()), symbol)


def _joined_forms(pattern: Pattern, joined: Joined) -> set[str]:
    """Return a word with everything that may be joined to it."""
    before = ("", *joined.beginnings) if pattern.beginnings else ("",)
    behind = ("", *joined.endings) if pattern.endings else ("",)
    return {begin + pattern.text + end for begin in before for end in behind}


def _squeeze(text: str) -> str:
    """Return *text* with every letter that is written twice written once."""
    return _TWICE.sub(r"\1", text)


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
