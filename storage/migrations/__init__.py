"""Brings the tables of a database to the newest form, step by step; runs at every start."""

from __future__ import annotations

from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.util import CommandError
from sqlalchemy import Connection, text

from core.errors import SettingsError

# Any number, the same in every release: replicas that start together take turns.
_LOCK_ID = 0x5A4E4144


def upgrade(connection: Connection) -> None:
    """Run the missing migrations inside the transaction of *connection*.

    Raises:
        SettingsError: A newer release has upgraded this database already.
    """
    if connection.dialect.name == "postgresql":
        connection.execute(text("SELECT pg_advisory_xact_lock(:id)"), {"id": _LOCK_ID})
    config = Config()
    config.set_main_option("script_location", str(Path(__file__).parent).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, "head")
    except CommandError:
        raise SettingsError("A newer version of Sanad has used this database; install that version again") from None
