"""How the repositories run SQL: statements are built once, at import, and run with parameters.

Building a statement costs five times as much as running it on SQLite (benchmarks/storage.py).
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any, Protocol

from sqlalchemy import CursorResult, Dialect, Executable, Row, Table
from sqlalchemy.dialects import postgresql, sqlite

AnyRow = Row[*tuple[Any, ...]]


class Statements(Protocol):
    """Runs SQL inside one transaction."""

    @property
    def dialect(self) -> Dialect:
        """Which SQL the engine speaks."""
        ...

    async def execute(
        self, statement: Executable, parameters: Mapping[str, Any] | None = None, /
    ) -> CursorResult[*tuple[Any, ...]]:
        """Run one statement."""
        ...


class InsertNew:
    """Inserts a row unless one of its unique keys is taken."""

    def __init__(self, table: Table) -> None:
        """Build the statement for both engines, which write it each in their own way."""
        self._statements = {
            "sqlite": sqlite.insert(table).on_conflict_do_nothing(),
            "postgresql": postgresql.insert(table).on_conflict_do_nothing(),
        }

    async def run(self, connection: Statements, values: Mapping[str, object]) -> bool:
        """Return whether the row was inserted."""
        return (await connection.execute(self._statements[connection.dialect.name], values)).rowcount == 1
