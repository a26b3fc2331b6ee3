"""The migrations build the tables that the code speaks of, on both engines."""

from contextlib import asynccontextmanager

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from sqlalchemy import inspect, make_url
from sqlalchemy.ext.asyncio import create_async_engine

from core.errors import SettingsError
from storage.database import open_database
from storage.migrations import upgrade
from storage.tables import metadata
from tests.storage.conftest import KEY
from tests.storage.samples import start

DRIVERS = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}


@asynccontextmanager
async def connect(url):
    """Open a plain connection in a transaction."""
    wanted = make_url(url)
    engine = create_async_engine(wanted.set(drivername=DRIVERS[wanted.drivername]))
    async with engine.begin() as connection:
        yield connection
    await engine.dispose()


def describe(index):
    """Return an index as text, with the condition of a partial one."""
    conditions = {key: str(value) for key, value in index["dialect_options"].items() if key.endswith("_where")}
    return f"{index['name']} {index['unique']} {index['column_names']} {conditions}"


def look(connection):
    """Return everything the engine knows about our tables that must not differ."""
    inspector = inspect(connection)
    return {
        name: {
            "columns": [(c["name"], str(c["type"]), c["nullable"]) for c in inspector.get_columns(name)],
            "key": inspector.get_pk_constraint(name),
            "unique": sorted((u["name"], u["column_names"]) for u in inspector.get_unique_constraints(name)),
            "foreign": sorted((f["name"], f["referred_table"]) for f in inspector.get_foreign_keys(name)),
            "indexes": sorted(describe(index) for index in inspector.get_indexes(name)),
        }
        for name in metadata.tables
    }


async def test_migrations_from_empty_give_the_tables(url):
    """Upgrading an empty database gives what the metadata would make, down to the partial indexes."""
    async with connect(url) as connection:
        await connection.run_sync(upgrade)
        assert await connection.run_sync(lambda c: compare_metadata(MigrationContext.configure(c), metadata)) == []
        migrated = await connection.run_sync(look)
        await connection.run_sync(metadata.drop_all)
        await connection.run_sync(metadata.create_all)
        assert await connection.run_sync(look) == migrated


async def test_upgrading_again_changes_nothing(db, url):
    """A second start finds the tables as they are and keeps what is in them."""
    conversation = await start(db)
    again = await open_database(url, KEY)
    assert await again.read(lambda tx: tx.conversations.load(conversation.id)) == conversation
    await again.close()


async def test_an_unknown_newer_database_is_refused(db, url):
    """A database that a later release upgraded is not touched by this one."""
    await db.close()
    async with connect(url) as connection:
        await connection.exec_driver_sql("UPDATE alembic_version SET version_num = '9999'")
    with pytest.raises(SettingsError, match="newer"):
        await open_database(url, KEY)
