"""What a rule is. How it is written stands in docs/triage/rule-language.md."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import Enum
from functools import cached_property

from core.risk import Category, RiskLevel

DEFAULT_WITHIN_WORDS = 8
NEGATION_REACH_WORDS = 3
"""A negation denies what begins at most this many words behind it."""
CONTEXT_REACH_WORDS = 12
"""A game, a film or the past colours what stands at most this many words away in the same sentence."""


class Context(str, Enum):
    """What may stand around a risk and change what it means."""

    NEGATION = "negation"
    PAST = "past"
    GAME = "game"
    HOMEWORK = "homework"
    MEDIA = "media"
    QUOTATION = "quotation"
    THIRD_PERSON = "third_person"


class Effect(str, Enum):
    """What a context does to a rule."""

    BLOCK = "block"
    """The rule does not fire."""
    LOWER = "lower"
    """The rule says at most `elevated`."""
    IGNORE = "ignore"


DEFAULT_EFFECTS: Mapping[Context, Effect] = {
    Context.NEGATION: Effect.BLOCK,
    Context.PAST: Effect.LOWER,
    Context.GAME: Effect.BLOCK,
    Context.HOMEWORK: Effect.BLOCK,
    Context.MEDIA: Effect.BLOCK,
    Context.QUOTATION: Effect.BLOCK,
    Context.THIRD_PERSON: Effect.IGNORE,
}


class Signal(str, Enum):
    """The word lists under `contexts:` of a language."""

    NEGATION_BEFORE = "negation_before"
    NEGATION_AFTER = "negation_after"
    NOT_NEGATION = "not_negation"
    CLAUSE_BREAK = "clause_break"
    IDIOM = "idiom"
    STILL = "still"
    PAST = "past"
    GAME = "game"
    HOMEWORK = "homework"
    MEDIA = "media"
    QUOTATION = "quotation"
    THIRD_PERSON = "third_person"


@dataclass(frozen=True)
class Example:
    """A sentence that shows what a rule is for, and where it is written."""

    text: str
    file: str
    line: int


@dataclass(frozen=True)
class Rule:
    """One compiled rule.

    Attributes:
        id: `<tag>.<topic>.<name>`.
        tag: The language whose folder it stands in.
        category: What it is about.
        level: What it says when nothing lowers it.
        reason: Plain English, for the counsellor and the reviewer.
        parts: For each part, the numbers of the concepts that fill it.
        part_names: The parts as written.
        within: Most words from the first to the last, counted in places.
        any_order: The parts may stand in any order.
        across: The parts may also stand far apart or in different messages.
        unless: Concepts that keep it silent when they stand in the same sentence.
        effects: What each context does to it.
        fires: Examples on which it fires.
        lowered: Examples on which it fires and says `elevated`.
        silent: Examples on which it does not fire.
        file: Where it is written.
        line: Its line there.
    """

    id: str
    tag: str
    category: Category
    level: RiskLevel
    reason: str
    parts: tuple[frozenset[int], ...]
    part_names: tuple[str, ...]
    within: int
    any_order: bool
    across: bool
    unless: frozenset[int]
    effects: Mapping[Context, Effect]
    fires: tuple[Example, ...]
    lowered: tuple[Example, ...]
    silent: tuple[Example, ...]
    file: str
    line: int


@dataclass(frozen=True)
class RuleBook:
    """Everything written in data/*/triage, compiled.

    Attributes:
        rules: All rules of all languages.
        names: For each concept number, its language and name.
        signals: For the number of each word list under `contexts:`, its language and signal.
        quiet: Everyday sentences on which no rule may fire.
        unused: Where a concept is written that no rule names: most often its name is mistyped somewhere.
    """

    rules: tuple[Rule, ...] = ()
    names: Mapping[int, tuple[str, str]] = field(default_factory=dict)
    signals: Mapping[int, tuple[str, Signal]] = field(default_factory=dict)
    quiet: tuple[Example, ...] = ()
    unused: tuple[Example, ...] = ()

    @cached_property
    def labels(self) -> Mapping[int, str]:
        """Return for each number how the second opinion knows it: "#family" for a concept, "@game" for a signal."""
        concepts = {number: f"#{name}" for number, (_, name) in self.names.items()}
        return {**concepts, **{number: f"@{signal.value}" for number, (_, signal) in self.signals.items()}}
