"""A helpline for a module of tests, started as an operator starts it."""

import pytest_asyncio

from tests.channels.telegram.fake_api import FakeTelegram
from tests.whole.town import Counsellor, Town


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def town(tmp_path_factory):
    """Run a whole helpline with a Telegram bot."""
    telegram = FakeTelegram()
    await telegram.start()
    made = Town(tmp_path_factory.mktemp("town"), telegram)
    try:
        await made.start()
        yield made
    finally:
        await made.stop()
        await telegram.stop()


@pytest_asyncio.fixture(loop_scope="module", scope="module")
async def counsellor(town):
    """Make the first supervisor from the link on the screen."""
    link = next(word for word in town.screen.split() if "/console/invite/" in word)
    made = Counsellor(town)
    await made.join(link)
    yield made
    await made.close()
