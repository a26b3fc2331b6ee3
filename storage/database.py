"""Opens the database that a URL names, on the newest tables, under the installation's key."""

from __future__ import annotations

import asyncio
from pathlib import Path

from sqlalchemy import make_url
from sqlalchemy.exc import ArgumentError

from core.errors import SettingsError
from core.ports import Database
from storage.failures import FAILURES, storage_down
from storage.postgres import open_postgres
from storage.sealing import Keyring
from storage.sqlite import SqliteDatabase, prepare_file


async def open_database(url: str, key: bytes) -> Database:
    """Open the database, making or upgrading its tables.

    Args:
        url: `sqlite:///relative/path`, `sqlite:////absolute/path` or `postgresql://user:password@host/name`.
        key: The installation's key, from `storage.sealing.load_or_make_key`.

    Raises:
        SettingsError: The URL names no database we know, or *key* is not the key of this database.
        StorageDown: It cannot be reached.
    """
    keyring = Keyring(key)
    try:
        wanted = make_url(url)
    except ArgumentError:
        raise SettingsError(_WANTED) from None
    try:
        match wanted.get_backend_name():
            case "sqlite" if wanted.database:
                path = Path(wanted.database)
                await asyncio.to_thread(prepare_file, path, keyring)
                return SqliteDatabase(path, keyring)
            case "postgresql":
                return await open_postgres(wanted, keyring)
    except FAILURES as error:
        raise storage_down(error) from None
    raise SettingsError(_WANTED)


_WANTED = "The database URL must look like sqlite:///file or postgresql://user:password@host/name"
