"""One helpline per test, on an empty SQLite file."""

import secrets

import pytest

from storage.database import open_database
from tests.factories import make_helpline


@pytest.fixture
async def db(tmp_path):
    """Open an empty database."""
    opened = await open_database(f"sqlite:///{tmp_path / 'sanad.sqlite3'}", secrets.token_bytes(32))
    yield opened
    await opened.close()


@pytest.fixture
def line(db):
    """Make a helpline on it."""
    return make_helpline(db)
