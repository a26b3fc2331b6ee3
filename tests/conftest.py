"""Servers that several folders of tests share."""

from collections.abc import Iterator

import pytest

from tests.servers import PostgresServer, RedisServer, run_postgres, run_redis


@pytest.fixture(scope="session")
def postgres() -> Iterator[PostgresServer]:
    """A PostgreSQL server for all tests of this run; tests that stop it run their own."""
    with run_postgres() as server:
        yield server


@pytest.fixture(scope="session")
def redis() -> Iterator[RedisServer]:
    """A Redis server for all tests of this run; tests that stop it run their own."""
    with run_redis() as server:
        yield server
