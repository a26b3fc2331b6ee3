"""Find concepts in words.

A word of a message is turned into its class: the symbols it can stand for (itself, "kill*", "+word+", a typo of
"suicide"), under one number. Classes walk the net of all phrases. So a word that is known costs one look-up by hash and
the steps of triage/net.py, whatever the message.

What a word stands for is remembered only for words that the project's own files hold; every other word is worked out
each time and forgotten, so that nothing a child wrote stays behind.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from threading import Lock
from typing import NamedTuple

from triage.forms import Forms, Joined
from triage.net import ANY_LABEL, UNKNOWN_CLASS, Ending, Hit, Net, Path, Walker
from triage.phrases import ANY, Item, Line, Pattern
from triage.words import Words

__all__ = ["Classed", "Hit", "Joined", "Lexicon"]

MAX_CLASSES = 50_000
MAX_STEPS = 200_000
"""When more is remembered, all of it is thrown away. There is less in any text but nonsense."""


@dataclass(frozen=True)
class _Memory:
    """What is remembered while reading.

    Attributes:
        walker: Walks the net.
        classes: The class of words that can stand for some symbols.
        sure: The class of words that are known as they stand.
        plain: The same, and the class of words that are unknown or misspelt, where nothing was taken out of them.
    """

    walker: Walker
    classes: dict[tuple[int, ...], int] = field(default_factory=lambda: {(): UNKNOWN_CLASS})
    sure: dict[str, int] = field(default_factory=dict)
    plain: dict[str, int] = field(default_factory=dict)


class Classed(NamedTuple):
    """A message as classes of words, with what walks them."""

    walker: Walker
    classes: Sequence[int]

    def find(self) -> list[Ending]:
        """Return where concepts stand, ordered by first word, then by last."""
        return self.walker.find(self.classes)


class Lexicon:
    """All phrases of all loaded languages. Filled once, then only read."""

    def __init__(self) -> None:
        """Start empty."""
        self._forms, self._net = Forms(), Net()
        self._labels: dict[tuple[int, ...], int] = {}
        self._labels_of: list[list[int]] = []
        """For each symbol the labels it may stand for."""
        self._paths: dict[tuple[Item, int], tuple[Path, ...]] = {}
        self._own_words: frozenset[str] = frozenset()
        self._bits: Mapping[frozenset[int], int] = {}
        self._lock = Lock()
        self._memory = _Memory(Walker(self._net))

    def add(self, concept: int, lines: Iterable[Line], joined: Joined) -> None:
        """Let every one of *lines* mean *concept*."""
        language = self._forms.language(joined)
        for line in lines:
            self._net.add(concept, [(self._paths_of(item, language), item.optional) for item in line])

    def close(self, own_words: Iterable[str] = (), watched: Iterable[frozenset[int]] = ()) -> None:
        """Say that nothing more is added.

        Args:
            own_words: Words of the project's own examples, which may be remembered besides those of the rules.
            watched: Sets of concepts that `holds` is asked about.
        """
        self._own_words = frozenset(own_words)
        self._bits = {concepts: 1 << at for at, concepts in enumerate(dict.fromkeys(watched))}
        bits: dict[int, int] = {}
        for concepts, bit in self._bits.items():
            for concept in concepts:
                bits[concept] = bits.get(concept, 0) | bit
        self._net.close(bits)
        self._labels.clear()
        self._paths.clear()
        self._memory = _Memory(Walker(self._net))

    def find(self, words: Words) -> list[Hit]:
        """Return every concept in *words*, ordered by first word, then by last."""
        endings = self.classed(words).find()
        return [Hit(first, end, concept) for first, end, concepts in endings for concept in concepts]

    def holds(self, classed: Classed, concepts: frozenset[int]) -> bool:
        """Return whether any of *concepts*, a set named in `close`, stands in a message. Quicker than `find`."""
        return classed.walker.holds(classed.classes, self._bits[concepts])

    def classed(self, words: Words) -> Classed:
        """Return the class of each word, UNKNOWN_CLASS for a word that stands for nothing."""
        memory = self._memory
        if len(memory.classes) > MAX_CLASSES or memory.walker.steps > MAX_STEPS:
            memory = self._memory = _Memory(Walker(self._net))
        found = [memory.plain.get(text, -1) for text in words.texts]
        for at in words.shortened:
            found[at] = memory.sure.get(words.texts[at], -1)
        if -1 in found:
            for at, text in enumerate(words.texts):
                if found[at] < 0:
                    found[at] = self._class(memory, text, at in words.shortened)
        return Classed(memory.walker, found)

    def _class(self, memory: _Memory, text: str, is_shortened: bool) -> int:
        """Return the class of a word that is not remembered; remember it when it is not a child's own."""
        symbols, is_whole = self._forms.known(text), self._forms.is_whole(text)
        meant = () if symbols and (is_whole or is_shortened) else self._forms.meant(text, is_shortened)
        number = self._number(memory, tuple(sorted({*symbols, *meant})))
        if text in self._own_words or (symbols and is_whole):
            if symbols:
                memory.sure[text] = number
            if symbols or not is_shortened:
                memory.plain[text] = number
        return number

    def _number(self, memory: _Memory, symbols: tuple[int, ...]) -> int:
        """Return the class of words that can stand for *symbols*."""
        if symbols not in memory.classes:
            labels = [label for symbol in symbols for label in self._labels_of[symbol]]
            with self._lock:
                memory.classes[symbols] = memory.walker.add_class(labels)
        return memory.classes[symbols]

    def _paths_of(self, item: Item, language: int) -> tuple[Path, ...]:
        """Return the ways through one place of a line, as labels."""
        key = (item, language)
        if key not in self._paths:
            single = [choice[0] for choice in item.choices if len(choice) == 1]
            paths: list[Path] = [(self._label(single, language),)] if single else []
            longer = (choice for choice in item.choices if len(choice) > 1)
            paths += [tuple(self._label([pattern], language) for pattern in choice) for choice in longer]
            self._paths[key] = tuple(paths)
        return self._paths[key]

    def _label(self, patterns: Sequence[Pattern], language: int) -> int:
        """Return the label of a place where any of *patterns* may stand."""
        if ANY in patterns:
            return ANY_LABEL
        symbols = tuple(sorted({self._symbol(pattern, language) for pattern in patterns}))
        if symbols not in self._labels:
            label = self._labels[symbols] = len(self._labels) + 1
            for symbol in symbols:
                self._labels_of[symbol].append(label)
        return self._labels[symbols]

    def _symbol(self, pattern: Pattern, language: int) -> int:
        """Return the number of one word pattern."""
        symbol = self._forms.symbol(pattern, language)
        if symbol == len(self._labels_of):
            self._labels_of.append([])
        return symbol
