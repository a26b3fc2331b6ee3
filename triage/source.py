"""Read YAML so that every mistake can be named with its file and line.

All scalars stay the words that were written: `no`, `yes` and `1` are never turned into something else.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

import yaml

from core.errors import BadData

_LOADER = getattr(yaml, "CSafeLoader", yaml.SafeLoader)


@dataclass(frozen=True)
class Source:
    """One place in a YAML file.

    Attributes:
        file: Path as shown in errors.
        node: What stands there.
    """

    file: str
    node: yaml.Node

    @property
    def line(self) -> int:
        """Return the 1-based line."""
        return int(self.node.start_mark.line) + 1

    def error(self, reason: str) -> BadData:
        """Return an error that points here."""
        return BadData(self.file, self.line, reason)

    def text(self) -> str:
        """Return one plain value, "" for nothing.

        Raises:
            BadData: It is a list or a mapping.
        """
        if not isinstance(self.node, yaml.ScalarNode):
            raise self.error("one value is wanted here, not a list or keys")
        is_plain = self.node.style not in ("'", '"')
        return "" if is_plain and self.node.value in ("null", "~") else str(self.node.value).strip()

    def items(self) -> Iterator[Source]:
        """Yield the entries of a list.

        Raises:
            BadData: It is not a list.
        """
        if not isinstance(self.node, yaml.SequenceNode):
            raise self.error("a list is wanted here: [one, two] or lines that begin with '-'")
        for node in self.node.value:
            yield Source(self.file, node)

    def texts(self) -> list[str]:
        """Return the entries of a list of plain values."""
        return [item.text() for item in self.items()]

    def keys(self) -> Mapping[str, Source]:
        """Return the values of a mapping by key.

        Raises:
            BadData: It is not a mapping, or a key stands twice.
        """
        if not isinstance(self.node, yaml.MappingNode):
            raise self.error("keys are wanted here: 'name: value'")
        found: dict[str, Source] = {}
        for key_node, value_node in self.node.value:
            key = Source(self.file, key_node)
            if key.text() in found:
                raise key.error(f"{key.text()} is written twice")
            found[key.text()] = Source(self.file, value_node)
        return found

    def known_keys(self, *, required: frozenset[str], optional: frozenset[str] = frozenset()) -> Mapping[str, Source]:
        """Return the values of a mapping whose keys are all known and of which none is missing.

        Raises:
            BadData: A key is unknown or missing.
        """
        found = self.keys()
        for key in sorted(found.keys() - required - optional):
            raise found[key].error(f"unknown key {key}; known: {', '.join(sorted(required | optional))}")
        for key in sorted(required - found.keys()):
            raise self.error(f"{key} is missing")
        return found


def load_source(path: Path, root: Path) -> Source:
    """Return the content of one YAML file.

    Args:
        path: The file.
        root: Folder that errors name the file relative to.

    Raises:
        BadData: It cannot be read, is not YAML or is empty.
    """
    shown = path.relative_to(root).as_posix()
    try:
        node = yaml.compose(path.read_text(encoding="utf-8"), Loader=_LOADER)
    except yaml.MarkedYAMLError as error:
        line = error.problem_mark.line + 1 if error.problem_mark else 0
        raise BadData(shown, line, str(error.problem)) from error
    except (OSError, UnicodeDecodeError, yaml.YAMLError) as error:
        raise BadData(shown, 0, type(error).__name__) from error
    if node is None:
        raise BadData(shown, 0, "the file is empty")
    return Source(shown, node)
