"""Every sentence of Sanad, from data/<tag>/messages/*.ftl (Project Fluent).

A message has these forms: its value (standard), `.simple` (easy language), `.speech` and `.simple-speech` (for the
voice, where it would misread the written one). A form that is
not written is the standard one; a message that is not written is an error, never English.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from enum import Enum
from pathlib import Path

from fluent.runtime import FluentBundle, FluentResource
from fluent.syntax import FluentParser, ast

from core.errors import BadData
from languages.registry import ROOT


class Form(str, Enum):
    """Which form of a message."""

    STANDARD = "standard"
    SIMPLE = "simple"
    SPEECH = "speech"
    SIMPLE_SPEECH = "simple-speech"


class Catalogue:
    """All messages of some languages, parsed once."""

    def __init__(self, tags: Iterable[str], root: Path = ROOT) -> None:
        """Load the messages of *tags*.

        Raises:
            BadData: A file does not parse, or two files have the same message.
        """
        self._bundles = {tag: _load_bundle(tag, root) for tag in tags}

    @property
    def tags(self) -> tuple[str, ...]:
        """Return the loaded languages."""
        return tuple(self._bundles)

    def has(self, tag: str, name: str, form: Form = Form.STANDARD) -> bool:
        """Return whether *name* is written in this language and this form."""
        bundle = self._bundles[tag]
        if not bundle.has_message(name):
            return False
        return form is Form.STANDARD or form.value in bundle.get_message(name).attributes

    def names(self, tag: str) -> frozenset[str]:
        """Return the ids of every message of a language."""
        return frozenset(self._bundles[tag]._messages)

    def text(self, tag: str, name: str, values: Mapping[str, object] | None = None, form: Form = Form.STANDARD) -> str:
        """Return one message as the child reads or hears it.

        Args:
            tag: A loaded language.
            name: Id of the message.
            values: Its variables; digits only become a number, so that plurals work.
            form: Wanted form; falls back to STANDARD within the same language.

        Raises:
            KeyError: The language has no such message.
            ValueError: A variable is missing or the message is broken. Names only the id.
        """
        message = self._bundles[tag].get_message(name) if self._bundles[tag].has_message(name) else None
        if message is None or message.value is None:
            raise KeyError(f"{tag}/{name}")
        pattern = message.attributes.get(form.value, message.value) if form is not Form.STANDARD else message.value
        text, errors = self._bundles[tag].format_pattern(pattern, _typed(values or {}))
        if errors:
            raise ValueError(f"{tag}/{name}: {type(errors[0]).__name__}")
        return str(text)


def _typed(values: Mapping[str, object]) -> dict[str, object]:
    """Return the variables with short counts as numbers, which is what Fluent's plural selectors need."""
    return {key: int(value) if isinstance(value, str) and _is_count(value) else value for key, value in values.items()}


def _is_count(value: str) -> bool:
    """Return whether a variable is a small count written in digits."""
    return value.isascii() and value.isdecimal() and len(value) <= 4


def _load_bundle(tag: str, root: Path) -> FluentBundle:
    """Return one language's bundle. Isolation marks stay off: the page and the channels isolate by markup."""
    bundle = FluentBundle([tag], use_isolating=False)
    for file in sorted((root / "data" / tag / "messages").glob("*.ftl")):
        source = file.read_text(encoding="utf-8")
        _check_syntax(file, source, set(bundle._messages))
        bundle.add_resource(FluentResource(source))
    return bundle


def _check_syntax(file: Path, source: str, known: set[str]) -> None:
    """Raise BadData for what the parser could not read and for a message that stands in two files."""
    for entry in FluentParser().parse(source).body:
        start = entry.span.start if entry.span else 0
        line = source.count("\n", 0, start) + 1
        if isinstance(entry, ast.Junk):
            reason = entry.annotations[0].message if entry.annotations else "cannot be read"
            raise BadData(str(file), line, str(reason))
        if isinstance(entry, ast.Message):
            if entry.id.name in known:
                raise BadData(str(file), line, f"{entry.id.name} is written twice")
            known.add(entry.id.name)
