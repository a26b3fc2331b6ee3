"""Read data/<tag>/triage/*.yml into a rule book and a lexicon. Every mistake is named with file, line and reason."""

from __future__ import annotations

import gc
from collections.abc import Iterable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from pathlib import Path

from core.risk import Category, RiskLevel
from triage.lexicon import Joined, Lexicon
from triage.phrases import Line, parse_line
from triage.rules import DEFAULT_EFFECTS, DEFAULT_WITHIN_WORDS, Context, Effect, Example, Rule, RuleBook, Signal
from triage.source import Source, load_source
from triage.words import cut

SHARED_FILE = "data/core/triage_concepts.yml"
ANSWERS_FILE = "answers.yml"
EXAMPLES_FILE = "examples.yml"
"""Sentences from which the second opinion learns, as all in the folder examples/; they hold no rules."""
MAX_WITHIN_WORDS = 20
_FILE_KEYS = frozenset({"concepts", "contexts", "joined", "rules", "quiet"})
_RULE_KEYS = frozenset({"id", "category", "level", "reason", "when", "fires", "silent"})
_RULE_CHOICES = frozenset({"within", "order", "across", "unless", "contexts", "lowered", "reviewed_by", "reviewed_on"})
LEVELS = {level.word: level for level in RiskLevel if level is not RiskLevel.NONE}
CATEGORIES = {category.value: category for category in Category if category is not Category.NONE}


@dataclass
class _Draft:
    """What stands in one language's folder, before names become numbers."""

    tag: str
    lists: dict[str, tuple[Source, list[Line]]] = field(default_factory=dict)
    joined: Joined = field(default_factory=Joined)
    rules: list[Source] = field(default_factory=list)
    quiet: list[Example] = field(default_factory=list)


def load_rules(root: Path, tags: Iterable[str] | None = None) -> tuple[RuleBook, Lexicon]:
    """Return everything written in data/<tag>/triage under *root*.

    Args:
        root: Folder that holds data/.
        tags: The languages to load; None for every folder that is there.

    Raises:
        BadData: A file is malformed.
    """
    with _collector_paused():
        return _load(root, tags)


@contextmanager
def _collector_paused() -> Iterator[None]:
    """Keep the garbage collector from walking half a million objects that all stay: loading is a third faster."""
    was_on = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_on:
            gc.enable()


def _load(root: Path, tags: Iterable[str] | None) -> tuple[RuleBook, Lexicon]:
    """Return the rules of *tags*, or of every language folder, and what finds their words."""
    found = sorted(path.parent.name for path in root.glob("data/*/triage") if path.is_dir())
    drafts = [_read_folder(root, tag) for tag in found if tags is None or tag in set(tags)]
    shared = frozenset(_read_shared(root))
    numbers: dict[tuple[str, str], int] = {}
    lexicon = Lexicon()
    for draft in drafts:
        for name, (_, lines) in draft.lists.items():
            number = numbers[draft.tag, name] = len(numbers)
            lexicon.add(number, lines, draft.joined)
    parser = _RuleParser(numbers, shared)
    rules = tuple(parser.parse(source, draft.tag) for draft in drafts for source in draft.rules)
    unused = tuple(one for draft in drafts for one in parser.unused(draft))
    signals = {at: (tag, Signal(name[1:])) for (tag, name), at in numbers.items() if name.startswith("@")}
    names = {at: pair for pair, at in numbers.items()}
    quiet = tuple(one for draft in drafts for one in draft.quiet)
    return RuleBook(rules, names, signals, quiet, unused), lexicon


def _read_shared(root: Path) -> Mapping[str, Source]:
    """Return the names of the concepts that all languages fill together."""
    path = root / SHARED_FILE
    return load_source(path, root).known_keys(required=frozenset({"shared"}))["shared"].keys() if path.exists() else {}


def _read_folder(root: Path, tag: str) -> _Draft:
    """Return what stands in one language's folder; signals are kept beside the concepts under "@name"."""
    draft = _Draft(tag)
    for path in sorted((root / "data" / tag / "triage").glob("*.yml")):
        if path.name in (ANSWERS_FILE, EXAMPLES_FILE):
            continue
        keys = load_source(path, root).known_keys(required=frozenset(), optional=_FILE_KEYS)
        for name, source in (keys["concepts"].keys() if "concepts" in keys else {}).items():
            _add_list(draft, name, source)
        for name, source in (keys["contexts"].keys() if "contexts" in keys else {}).items():
            if name not in {signal.value for signal in Signal}:
                raise source.error(f"unknown context {name}; known: {', '.join(signal.value for signal in Signal)}")
            _add_list(draft, f"@{name}", source)
        if "joined" in keys:
            draft.joined = _parse_joined(keys["joined"])
        draft.rules += keys["rules"].items() if "rules" in keys else ()
        draft.quiet += _parse_examples(keys.get("quiet"))
    return draft


def _add_list(draft: _Draft, name: str, source: Source) -> None:
    """Add a word list; a context may be spread over several files, a concept may not."""
    lines = [parse_line(item) for item in source.items()]
    if not lines:
        raise source.error(f"{name.lstrip('@')} has no words")
    if name in draft.lists:
        first, known = draft.lists[name]
        if not name.startswith("@"):
            raise source.error(f"{name} is also written in {first.file}:{first.line}")
        known += lines
    else:
        draft.lists[name] = (source, lines)


def _parse_joined(source: Source) -> Joined:
    """Return what a language writes together with its words, in the one spelling."""
    keys = source.known_keys(required=frozenset(), optional=frozenset({"always", "beginnings", "endings"}))
    lists = {name: tuple(_normal(item) for item in value.items()) for name, value in keys.items()}
    return Joined(**lists)


def _normal(source: Source) -> str:
    """Return one beginning or ending in the one spelling."""
    units = cut(source.text()).texts
    if len(units) != 1:
        raise source.error("write one plain beginning or ending on each line")
    return units[0]


def _parse_examples(source: Source | None) -> list[Example]:
    """Return a list of sentences with the lines they stand in."""
    if source is None:
        return []
    found = [Example(item.text(), item.file, item.line) for item in source.items()]
    for example in found:
        if not example.text:
            raise source.error("an example is empty")
    return found


class _RuleParser:
    """Turns written rules into compiled ones."""

    def __init__(self, numbers: Mapping[tuple[str, str], int], shared: frozenset[str]) -> None:
        """Know the number of every concept, and which concepts all languages fill."""
        self._numbers = numbers
        self._shared = shared
        self._places: dict[str, Source] = {}
        self._used: set[int] = set()

    def parse(self, source: Source, tag: str) -> Rule:
        """Return one rule.

        Raises:
            BadData: It is malformed.
        """
        keys = source.known_keys(required=_RULE_KEYS, optional=_RULE_CHOICES)
        rule_id = self._parse_id(keys["id"], tag)
        parts = [self._parse_part(item, tag) for item in keys["when"].items()]
        if not parts:
            raise keys["when"].error("when needs at least one concept")
        if not keys["reason"].text():
            raise keys["reason"].error("reason is empty")
        for kind in ("fires", "silent"):
            if not list(keys[kind].items()):
                raise keys[kind].error(f"{kind} needs at least one sentence")
        return Rule(
            id=rule_id,
            tag=tag,
            category=CATEGORIES[parse_choice(keys["category"], CATEGORIES)],
            level=LEVELS[parse_choice(keys["level"], LEVELS)],
            reason=keys["reason"].text(),
            parts=tuple(parts),
            part_names=tuple(keys["when"].texts()),
            within=_parse_within(keys.get("within")),
            any_order="order" in keys and parse_choice(keys["order"], ("any", "written")) == "any",
            across="across" in keys and parse_choice(keys["across"], ("true", "false")) == "true",
            unless=frozenset().union(*(self._parse_part(item, tag) for item in _items(keys.get("unless")))),
            effects=_parse_effects(keys.get("contexts")),
            fires=tuple(_parse_examples(keys["fires"])),
            lowered=tuple(_parse_examples(keys.get("lowered"))),
            silent=tuple(_parse_examples(keys["silent"])),
            file=source.file,
            line=source.line,
        )

    def unused(self, draft: _Draft) -> Iterator[Example]:
        """Yield the concepts of a language that no rule names."""
        for name, (source, _) in draft.lists.items():
            is_named = name.startswith("@") or name in self._shared or self._numbers[draft.tag, name] in self._used
            if not is_named:
                yield Example(name, source.file, source.line)

    def _parse_id(self, source: Source, tag: str) -> str:
        """Return a rule's id after checking that it is new and begins with its language."""
        rule_id = source.text()
        if not rule_id.startswith(f"{tag}."):
            raise source.error(f"the id must begin with {tag}.")
        if rule_id in self._places:
            first = self._places[rule_id]
            raise source.error(f"{rule_id} is also written in {first.file}:{first.line}")
        self._places[rule_id] = source
        return rule_id

    def _parse_part(self, source: Source, tag: str) -> frozenset[int]:
        """Return the concepts that fill one part: `father|mother` takes either."""
        found: set[int] = set()
        for name in source.text().split("|"):
            if name in self._shared:
                found |= {number for (_, other), number in self._numbers.items() if other == name}
            elif (tag, name) in self._numbers:
                found.add(self._numbers[tag, name])
            else:
                raise source.error(f"no concept is called {name or '(nothing)'}")
        self._used |= found
        return frozenset(found)


def _items(source: Source | None) -> Iterable[Source]:
    """Return the entries of a list that may be left out."""
    return source.items() if source is not None else ()


def parse_choice(source: Source, choices: Iterable[str]) -> str:
    """Return a value that is one of *choices*."""
    value = source.text()
    if value not in (known := list(choices)):
        raise source.error(f"{value or '(nothing)'} is none of: {', '.join(known)}")
    return value


def _parse_within(source: Source | None) -> int:
    """Return the width of a rule's window in words."""
    if source is None:
        return DEFAULT_WITHIN_WORDS
    value = source.text()
    if not value.isascii() or not value.isdigit() or not 1 <= int(value) <= MAX_WITHIN_WORDS:
        raise source.error(f"within is a number of words from 1 to {MAX_WITHIN_WORDS}")
    return int(value)


def _parse_effects(source: Source | None) -> Mapping[Context, Effect]:
    """Return what each context does to a rule."""
    effects = dict(DEFAULT_EFFECTS)
    for name, value in (source.keys() if source is not None else {}).items():
        if name not in {context.value for context in Context}:
            raise value.error(f"unknown context {name}; known: {', '.join(context.value for context in Context)}")
        effects[Context(name)] = Effect(parse_choice(value, [effect.value for effect in Effect]))
    return effects
