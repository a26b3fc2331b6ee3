"""Nobody who holds the database without the key learns anything, and forgetting is thorough."""

from dataclasses import replace
from pathlib import Path

import pytest
from sqlalchemy import and_, make_url, select, update
from sqlalchemy.ext.asyncio import create_async_engine

from core.conversation import Passport
from core.errors import SettingsError, StorageDown
from core.message import Button, Delivery, Draft, Sender
from core.risk import Category
from core.text import ChildText
from core.work import WorkKind
from storage.database import open_database
from storage.sealing import SealBroken
from storage.sqlite_file import reading_engine
from storage.tables import conversation_key, message
from tests.storage.conftest import KEY
from tests.storage.samples import CANARY, NOW, account, add, start


def path_of(url: str) -> Path:
    """Return the file of a SQLite URL."""
    return Path(make_url(url).database)


def everything_on_disk(url: str) -> bytes:
    """Return the bytes of the database file and of all files beside it."""
    path = path_of(url)
    return b"".join(file.read_bytes() for file in sorted(path.parent.glob(f"{path.name}*")))


async def write_canary(db):
    """Put the canary into every place that takes words or names a child."""
    conversation = await start(db, f"{CANARY}-address")
    button = Button(CANARY, f"/{CANARY}", {"name": CANARY})
    draft = Draft(
        Sender.CHILD, ChildText(f"{CANARY} words"), f"telegram:{CANARY}:1", values={"who": CANARY}, buttons=(button,),
        tapped=button, author=CANARY, name=CANARY,
    )  # fmt: skip

    async def job(tx):
        await tx.messages.add(conversation.id, draft, NOW)
        await tx.messages.mark(conversation.id, 1, Delivery.SENT, CANARY)
        await tx.outbox.add(conversation.id, WorkKind.ANSWER, 1, f"answer:{CANARY}", NOW)
        known = await tx.conversations.load(conversation.id)
        state = {"slots": {"said": CANARY}}
        return await tx.conversations.save(
            replace(
                known,
                country="JO",
                assistant_state=state,
                categories=(Category.SEXUAL_ABUSE,),
                passport=Passport(simple_words=True),
            )
        )

    return await db.write(job)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_no_word_stands_on_the_disk(db, url):
    """Neither the file nor its log holds the canary, the kind of harm or a staff secret, before or after forgetting."""
    conversation = await write_canary(db)
    await db.write(lambda tx: tx.staff.add(account(totp_secret="CANARYSECRETCANARY")))
    assert (await db.read(lambda tx: tx.messages.load(conversation.id, 1))).words.reveal() == f"{CANARY} words"
    secrets = (CANARY.encode(), b"sexual_abuse", b"CANARYSECRETCANARY", b"simple_words")
    assert [secret for secret in secrets if secret in everything_on_disk(url)] == []
    await db.write(lambda tx: tx.conversations.forget(conversation.id))
    assert [secret for secret in secrets if secret in everything_on_disk(url)] == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_forgetting_takes_the_key_off_the_disk(db, url):
    """The wrapped key, the sealed words and the id are on the disk before, and nowhere, log included, after."""
    conversation = await write_canary(db)
    engine = reading_engine(path_of(url), 1)
    with engine.connect() as connection:
        wrapped = connection.execute(select(conversation_key.c.wrapped)).scalar_one()
        sealed = connection.execute(select(message.c.body_sealed)).scalar_one()
    engine.dispose()
    traces = (wrapped, sealed, conversation.id.encode())
    assert all(trace in everything_on_disk(url) for trace in traces)
    await db.write(lambda tx: tx.conversations.forget(conversation.id))
    # The log is emptied right behind the commit.
    await db.write(lambda tx: tx.staff.count())
    assert [trace for trace in traces if trace in everything_on_disk(url)] == []


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_forgetting_waits_for_a_reader_and_then_takes_the_key(db, url):
    """A reader on an older picture delays the clean-up of the log only until the next write."""
    conversation = await write_canary(db)
    engine = reading_engine(path_of(url), 1)
    with engine.connect() as connection:
        wrapped = connection.execute(select(conversation_key.c.wrapped)).scalar_one()
        await db.write(lambda tx: tx.conversations.forget(conversation.id))
        await start(db, "next")
        assert wrapped in everything_on_disk(url)
    engine.dispose()
    await start(db, "after")
    await db.write(lambda tx: tx.staff.count())
    assert wrapped not in everything_on_disk(url)


@pytest.mark.parametrize("engine", ["sqlite"], indirect=True)
async def test_only_the_owner_can_read_the_files(db, url):
    """The database, its log and its index are for their owner alone."""
    await start(db)
    path = path_of(url)
    files = list(path.parent.glob(f"{path.name}*"))
    assert len(files) == 3
    assert {file.stat().st_mode & 0o077 for file in files} == {0}


def at(conversation, seq):
    """Return the condition for one row of messages."""
    return and_(message.c.conversation == conversation, message.c.seq == seq)


async def swap_bodies(url, one, two):
    """Exchange the sealed words of two rows, as somebody with the database but without the key could."""
    drivers = {"sqlite": "sqlite+aiosqlite", "postgresql": "postgresql+asyncpg"}
    engine = create_async_engine(make_url(url).set(drivername=drivers[make_url(url).drivername]))
    async with engine.begin() as connection:
        bodies = {
            place: (await connection.execute(select(message.c.body_sealed).where(at(*place)))).scalar_one()
            for place in (one, two)
        }
        for place, other in ((one, two), (two, one)):
            await connection.execute(update(message).where(at(*place)).values(body_sealed=bodies[other]))
    await engine.dispose()


async def test_rows_cannot_be_swapped(db, url):
    """Words moved to another number or conversation do not open; nobody is shown words that are not theirs."""
    one, two = await start(db, "one"), await start(db, "two")
    for conversation in (one, two):
        await add(db, conversation.id, "web:1", "first")
        await add(db, conversation.id, "web:2", "second")
    await swap_bodies(url, (one.id, 1), (one.id, 2))
    await swap_bodies(url, (one.id, 2), (two.id, 1))
    for place in ((one.id, 1), (one.id, 2), (two.id, 1)):
        with pytest.raises(SealBroken):
            await db.read(lambda tx, place=place: tx.messages.load(*place))
    assert (await db.read(lambda tx: tx.messages.load(two.id, 2))).words.reveal() == "second"


async def test_a_wrong_key_stops_the_start(db, url):
    """Another installation key is refused at once, before anything is written under it; the right one still works."""
    conversation = await start(db)
    with pytest.raises(SettingsError, match="backup"):
        await open_database(url, bytes(32))
    again = await open_database(url, KEY)
    assert await again.read(lambda tx: tx.conversations.load(conversation.id)) == conversation
    await again.close()


def test_a_broken_seal_counts_as_storage_that_is_down():
    """Whoever fails towards a human for StorageDown does so for a broken seal too."""
    assert issubclass(SealBroken, StorageDown)
