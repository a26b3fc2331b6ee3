"""What both engines do before the first use: newest tables, right key."""

from __future__ import annotations

from sqlalchemy import Connection, insert, select

from core.errors import SettingsError
from storage.migrations import upgrade
from storage.sealing import Keyring
from storage.tables import installation


def prepare(connection: Connection, keyring: Keyring) -> None:
    """Upgrade the tables and check the key, in the transaction of *connection*.

    Raises:
        SettingsError: The key is not the one that the first start used: each would lose the rows of the other.
    """
    upgrade(connection)
    check = keyring.hash("key check")
    known = connection.execute(select(installation.c.key_check)).scalar_one_or_none()
    if known is None:
        connection.execute(insert(installation).values(id=1, key_check=check))
    elif known != check:
        raise SettingsError("The key file is not the one this database was made with; restore it from the backup")
