"""A console for each test."""

import pytest

from tests.console.opening import open_office


@pytest.fixture
async def office(tmp_path):
    """Open a console that nobody has an account for yet."""
    async with open_office(tmp_path) as opened:
        yield opened
