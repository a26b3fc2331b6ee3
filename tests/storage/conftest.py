"""A fresh database of each engine for every test of the contract."""

from __future__ import annotations

import secrets
from collections.abc import AsyncIterator
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio

from core.ports import Database
from storage.database import open_database
from tests.servers import PostgresServer

KEY = bytes(range(32))


async def fresh_postgres_url(server: PostgresServer) -> str:
    """Make an empty database and return its URL."""
    name = f"sanad_{secrets.token_hex(4)}"
    connection = await asyncpg.connect(server.url("postgres"))
    await connection.execute(f"CREATE DATABASE {name}")
    await connection.close()
    return server.url(name)


@pytest.fixture(params=["sqlite", "postgres"])
def engine(request: pytest.FixtureRequest) -> str:
    """The engine that a test runs on; every test runs on each."""
    return str(request.param)


@pytest_asyncio.fixture
async def url(engine: str, request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """The URL of an empty database."""
    if engine == "sqlite":
        return f"sqlite:///{tmp_path / 'sanad.sqlite3'}"
    return await fresh_postgres_url(request.getfixturevalue("postgres"))


@pytest_asyncio.fixture
async def db(url: str) -> AsyncIterator[Database]:
    """An open database with nothing in it."""
    database = await open_database(url, KEY)
    yield database
    await database.close()


@pytest_asyncio.fixture
async def other_db(url: str, db: Database) -> AsyncIterator[Database]:
    """The same database, opened a second time, as another replica would."""
    database = await open_database(url, KEY)
    yield database
    await database.close()
