"""The page on an empty database."""

import secrets

import pytest

from storage.database import open_database
from tests.channels.web.site import open_site


@pytest.fixture
async def db(tmp_path):
    """Open an empty database."""
    opened = await open_database(f"sqlite:///{tmp_path / 'sanad.sqlite3'}", secrets.token_bytes(32))
    yield opened
    await opened.close()


@pytest.fixture
async def site(db):
    """Run the page."""
    async with open_site(db) as running:
        yield running
