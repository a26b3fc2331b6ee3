"""All phrases of all languages as one net of words, walked one word at a time.

A label stands for the words that may stand at one place of a phrase: "hit|hits|hitting" is one label. The net has nodes
joined by labels; it is small and quick to build, and every message only reads it.

A walker goes over it in states. A state is the set of nodes that the words since some first word lead to, and it
remembers where each kind of word (a class, see triage/lexicon.py) leads. So a word of a message costs one look-up for
each beginning of a phrase that is still open, and no pattern is ever tried against text. No phrase is longer than its
line, so the cost is linear in the words. States hold node numbers and class numbers, never words; a walker that has
grown too large is thrown away.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import NamedTuple

ANY_LABEL = 0
"""Stands for every word, also one that is not known."""
UNKNOWN_CLASS = 0
"""Words that stand for nothing; only "any word" reads them."""


class Hit(NamedTuple):
    """A concept found in a message. Ordered by first word, then by last.

    Attributes:
        first: Its first word.
        end: One past its last word.
        concept: Its number.
    """

    first: int
    end: int
    concept: int


Ending = tuple[int, int, tuple[int, ...]]
"""A first word, one past a last one, and the concepts that all stand just there."""
Path = tuple[int, ...]
"""Labels, one after the other."""


class Net:
    """Phrases as nodes and labels. Filled once, then only read. Node 0 is where every phrase begins."""

    def __init__(self) -> None:
        """Start empty."""
        self._edges: list[dict[int, tuple[int, ...]] | None] = [None]
        self._concepts: list[tuple[int, ...]] = [()]
        self._known: dict[tuple[tuple[int, ...], tuple[Path, ...]], int] = {}
        """Where a piece that another line wrote behind the same nodes leads, so that lines share their beginnings."""
        self._watched: Mapping[int, int] = {}
        self._reach: dict[int, int] = {}

    def add(self, concept: int, pieces: Iterable[tuple[tuple[Path, ...], bool]]) -> None:
        """Let a line mean *concept*.

        Args:
            concept: Its number.
            pieces: For each place in the line the ways to fill it, and whether it may stay empty.
        """
        nodes: tuple[int, ...] = (0,)
        for paths, optional in pieces:
            behind = self._known.get((nodes, paths))
            if behind is None:
                behind = self._known[nodes, paths] = self._extend(nodes, paths)
            nodes = (*nodes, behind) if optional else (behind,)
        for node in nodes:
            if concept not in self._concepts[node]:
                self._concepts[node] = (*self._concepts[node], concept)

    def close(self, watched: Mapping[int, int]) -> None:
        """Forget what only `add` needs.

        Args:
            watched: For concepts that `Walker.holds` is asked about, their bits.
        """
        self._known.clear()
        self._watched = watched

    def step(self, nodes: Iterable[int], labels: frozenset[int]) -> tuple[int, ...]:
        """Return the nodes that a word which may stand for *labels* leads to from *nodes*, sorted."""
        reached: set[int] = set()
        for node in nodes:
            if (leads := self._edges[node]) is not None:
                for label in leads.keys() & labels:
                    reached.update(leads[label])
        return tuple(sorted(reached))

    def concepts(self, nodes: Iterable[int]) -> tuple[int, ...]:
        """Return the concepts that end at any of *nodes*, sorted."""
        return tuple(sorted({concept for node in nodes for concept in self._concepts[node]}))

    def bits(self, concepts: Iterable[int]) -> int:
        """Return the bits of those of *concepts* that are watched."""
        bits = 0
        for concept in concepts:
            bits |= self._watched.get(concept, 0)
        return bits

    def reach(self, nodes: Iterable[int]) -> int:
        """Return the bits of all watched concepts that end at one of *nodes* or further on."""
        bits = 0
        for node in nodes if self._watched else ():
            if node not in self._reach:
                behind = {target for targets in (self._edges[node] or {}).values() for target in targets}
                self._reach[node] = self.bits(self._concepts[node]) | self.reach(behind)
            bits |= self._reach[node]
        return bits

    def _extend(self, nodes: Sequence[int], paths: Iterable[Path]) -> int:
        """Return a new node that each of *paths* leads to from each of *nodes*."""
        behind = self._add_node()
        for *between, last in paths:
            for node in nodes:
                at = node
                for label in between:
                    at = self._lead(at, label, self._add_node())
                self._lead(at, last, behind)
        return behind

    def _add_node(self) -> int:
        """Return the number of a new node."""
        self._edges.append(None)
        self._concepts.append(())
        return len(self._edges) - 1

    def _lead(self, node: int, label: int, target: int) -> int:
        """Let *label* lead from *node* to *target* as well; return *target*."""
        leads = self._edges[node]
        if leads is None:
            leads = self._edges[node] = {}
        leads[label] = (*leads.get(label, ()), target)
        return target


class Walker:
    """Walks a net and remembers its steps."""

    def __init__(self, net: Net) -> None:
        """Remember no step yet."""
        self.steps = 0
        """How many steps are remembered."""
        self._net = net
        self._labels = [frozenset((ANY_LABEL,))]
        self._states: dict[tuple[int, ...], _State] = {}
        self._root = self._state((0,))

    def add_class(self, labels: Iterable[int]) -> int:
        """Return the number of a new class of words, those that may stand for any of *labels*."""
        self._labels.append(frozenset((*labels, ANY_LABEL)))
        return len(self._labels) - 1

    def find(self, classes: Sequence[int]) -> list[Ending]:
        """Return where concepts stand in a message, ordered by first word, then by last.

        Args:
            classes: The class of each word.
        """
        root, count = self._root, len(classes)
        found: list[Ending] = []
        for first, word_class in enumerate(classes):
            # No phrase begins with a word that stands for nothing.
            state = root[word_class] if word_class else None
            end = first + 1
            while state is not None:
                if state.concepts:
                    found.append((first, end, state.concepts))
                if end == count:
                    break
                state = state[classes[end]]
                end += 1
        return found

    def holds(self, classes: Sequence[int], bits: int) -> bool:
        """Return whether a message holds a watched concept with one of *bits*. Most words are not even walked from."""
        root, count = self._root, len(classes)
        for first, word_class in enumerate(classes):
            state = root[word_class] if word_class else None
            end = first + 1
            while state is not None and state.reach & bits:
                if state.watched & bits:
                    return True
                if end == count:
                    break
                state = state[classes[end]]
                end += 1
        return False

    def step(self, nodes: Sequence[int], word_class: int) -> _State | None:
        """Return the state that a word leads to from *nodes*, or None when no phrase goes on."""
        self.steps += 1
        reached = self._net.step(nodes, self._labels[word_class])
        return self._state(reached) if reached else None

    def _state(self, nodes: tuple[int, ...]) -> _State:
        """Return the state of *nodes*."""
        state = self._states.get(nodes)
        if state is None:
            state = self._states[nodes] = _State(self, nodes)
            net, state.concepts = self._net, self._net.concepts(nodes)
            state.watched, state.reach = net.bits(state.concepts), net.reach(nodes)
        return state


class _State(dict[int, "_State | None"]):
    """A set of nodes, and for each class of words the state it leads to, worked out when first asked for.

    Attributes:
        concepts: The concepts that end here.
        watched: The bits of those of them that are watched.
        reach: The bits of all watched ones that end here or further on.
    """

    __slots__ = ("_nodes", "_walker", "concepts", "reach", "watched")

    def __init__(self, walker: Walker, nodes: tuple[int, ...]) -> None:
        """Remember no step yet."""
        super().__init__()
        self._walker, self._nodes = walker, nodes
        self.concepts: tuple[int, ...] = ()
        self.watched = self.reach = 0

    def __missing__(self, word_class: int) -> _State | None:
        """Work out where a word leads, and remember it."""
        state = self[word_class] = self._walker.step(self._nodes, word_class)
        return state
