"""The webhook's door: who may knock, and what is said to a bad update."""

import pytest

from core.errors import StorageDown
from tests.channels.telegram.conftest import run_channel

UPDATE = {
    "update_id": 1,
    "message": {
        "message_id": 1, "date": 1, "chat": {"id": 7, "type": "private"}, "text": "hello, can you help me please",
        "from": {"id": 7, "is_bot": False, "first_name": "A"},
    },
}  # fmt: skip


@pytest.fixture
async def channel(telegram, line):
    """Run a channel with a webhook."""
    async for made in run_channel(telegram, line, webhook=True):
        yield made


@pytest.mark.parametrize("secret", ["", "wrong", "é"])
async def test_a_wrong_secret_is_refused(channel, telegram, line, secret):
    """401, and nothing is stored."""
    assert await telegram.post(UPDATE, secret.encode().decode("latin-1")) == 401
    assert await line.child.find("telegram", "7") is None


@pytest.mark.parametrize(
    ("body", "status"),
    [
        (b"not json", 400),
        (b"\xff\xfe", 400),
        (b"[]", 400),
        (b'{"message": {}}', 400),
        (b'{"update_id": 1, "message": {"text": "no sender"}}', 200),
        (b"x" * 300_000, 413),
        (b'{"update_id": 1, "brand_new_kind": {}}', 200),
    ],
)
async def test_a_bad_update_has_a_defined_status(channel, telegram, body, status):
    """400 what is no update, 413 what is too large, 200 what we don't know."""
    assert await telegram.post(body, telegram.webhook["secret_token"]) == status


async def test_an_update_that_cannot_be_stored_is_asked_for_again(channel, telegram, line, monkeypatch):
    """503 while the database is away; the same update later is stored once."""

    async def away(_job):
        raise StorageDown

    with monkeypatch.context() as broken:
        broken.setattr(line.parts.db, "write", away)
        assert await telegram.post(UPDATE, telegram.webhook["secret_token"]) == 503
    assert await telegram.post(UPDATE, telegram.webhook["secret_token"]) == 200
    await telegram.until_sent(2)
