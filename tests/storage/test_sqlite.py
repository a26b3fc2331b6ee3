"""What the embedded database does beyond the contract: group commit, failures, closing."""

import asyncio
import sqlite3

import pytest
from sqlalchemy import event

import storage.sqlite
import storage.sqlite_file
from core.errors import SettingsError, StorageDown
from storage.database import open_database
from tests.storage.conftest import KEY
from tests.storage.samples import CANARY, NOW, add, draft, start


@pytest.fixture
def engine():
    """These tests are about SQLite alone."""
    return "sqlite"


@pytest.fixture
def file(db, tmp_path):
    """The path of the database file."""
    return tmp_path / "sanad.sqlite3"


def count_commits(db):
    """Return a list that grows with each commit that reaches the disk."""
    commits = []
    event.listen(db._writer, "commit", commits.append)
    return commits


async def test_waiting_writers_share_a_commit(db):
    """A hundred messages that arrive together need few commits, and all are there."""
    conversation = (await start(db)).id
    commits = count_commits(db)
    await asyncio.gather(*(add(db, conversation, f"web:{n}") for n in range(100)))
    assert len(commits) <= 20
    assert len(await db.read(lambda tx: tx.messages.after(conversation, 0))) == 100


async def test_nothing_is_lost_on_power_cut_settings(db, file):
    """Both kinds of connections flush each commit, overwrite what is deleted and keep sorting out of files."""
    wanted = {"journal_mode": "wal", "synchronous": 2, "secure_delete": 1, "foreign_keys": 1, "temp_store": 2}
    for engine in (db._writer, db._readers):
        with engine.connect() as connection:
            found = {name: connection.exec_driver_sql(f"PRAGMA {name}").scalar_one() for name in wanted}
            assert found == wanted


async def test_a_reading_job_cannot_write(db):
    """Writing inside a reading job is refused."""
    with pytest.raises(StorageDown, match="SQLITE_READONLY"):
        await db.read(lambda tx: tx.conversations.start("web", "a", NOW))


@pytest.fixture
def hurried(monkeypatch):
    """Let writers wait 50 ms for a lock; before `db` in a test's arguments."""
    monkeypatch.setattr(storage.sqlite_file, "BUSY_TIMEOUT_MS", 50)


async def test_a_locked_file_is_storage_down(hurried, db, file):
    """While another process holds the write lock a write fails after the time-out, and works again afterwards."""
    stranger = sqlite3.connect(file, isolation_level=None)
    stranger.execute("BEGIN IMMEDIATE")
    with pytest.raises(StorageDown, match="SQLITE_BUSY"):
        await start(db, "a")
    with pytest.raises(StorageDown):
        await db.check()
    assert await db.read(lambda tx: tx.conversations.find("web", "a")) is None
    stranger.execute("ROLLBACK")
    stranger.close()
    await start(db, "a")
    await db.check()


async def test_a_full_disk_is_storage_down_and_nothing_is_half_written(db):
    """When the file may not grow the whole transaction is undone; readers go on, and writers too once there is room."""
    conversation = (await start(db)).id
    await add(db, conversation, "web:0")

    def limit_pages(pages):
        with db._writer.connect() as connection:
            connection.connection.driver_connection.execute(f"PRAGMA max_page_count = {pages}").close()

    limit_pages(1)

    async def two_messages(tx):
        await tx.messages.add(conversation, draft("web:1", "a"), NOW)
        await tx.messages.add(conversation, draft("web:2", "b" * 100_000), NOW)

    with pytest.raises(StorageDown, match="SQLITE_FULL"):
        await db.write(two_messages)
    assert [m.ext_key for m in await db.read(lambda tx: tx.messages.after(conversation, 0))] == ["web:0"]
    limit_pages(1_000_000)
    await db.write(two_messages)
    assert [m.seq for m in await db.read(lambda tx: tx.messages.after(conversation, 0))] == [1, 2, 3]


async def test_a_commit_that_fails_fails_all_who_shared_it(db):
    """When the flush fails nobody is told that he was heard, and nothing of it is there."""
    conversation = (await start(db)).id

    def break_disk(connection):
        raise sqlite3.OperationalError("disk I/O error")

    event.listen(db._writer, "commit", break_disk)
    results = await asyncio.gather(*(add(db, conversation, f"web:{n}") for n in range(5)), return_exceptions=True)
    assert [type(result) for result in results] == [StorageDown] * 5
    event.remove(db._writer, "commit", break_disk)
    assert await db.read(lambda tx: tx.messages.after(conversation, 0)) == []
    assert (await add(db, conversation, "web:9")).seq == 1


async def test_errors_hold_no_words(db):
    """A failure in the middle of a child's message names a code and nothing else."""
    conversation = (await start(db, CANARY)).id
    with db._writer.connect() as connection:
        connection.connection.driver_connection.execute("PRAGMA max_page_count = 1").close()
    with pytest.raises(StorageDown) as caught:
        await add(db, conversation, f"web:{CANARY}", CANARY * 5000)
    assert str(caught.value) == "SQLITE_FULL"
    assert caught.value.__suppress_context__ or caught.value.__context__ is None


async def test_too_many_waiting_writers_are_refused_at_once(db, monkeypatch):
    """Beyond the limit of the queue a writer hears at once that he was not heard."""
    monkeypatch.setattr(storage.sqlite, "QUEUE_LIMIT", 10)
    results = await asyncio.gather(*(start(db, f"child-{n}") for n in range(30)), return_exceptions=True)
    refused = [result for result in results if isinstance(result, StorageDown)]
    assert refused
    heard = [result.id for result in results if not isinstance(result, StorageDown)]
    for conversation in heard:
        assert (await db.read(lambda tx, c=conversation: tx.conversations.load(c))).id == conversation
    assert len(heard) + len(refused) == 30


async def test_a_caller_who_goes_away_harms_nobody(db):
    """A cancelled write takes nothing from those beside it."""
    conversation = (await start(db)).id
    tasks = [asyncio.create_task(add(db, conversation, f"web:{n}")) for n in range(20)]
    await asyncio.sleep(0)
    for task in tasks[::2]:
        task.cancel()
    results = await asyncio.gather(*tasks, return_exceptions=True)
    assert all(not isinstance(result, BaseException) for result in results[1::2])
    stored = await db.read(lambda tx: tx.messages.after(conversation, 0))
    assert [message.seq for message in stored] == list(range(1, len(stored) + 1))
    assert {f"web:{n}" for n in range(1, 20, 2)} <= {message.ext_key for message in stored}


async def test_close_finishes_what_was_accepted(url):
    """Writes under way at the end are committed; later ones are refused; closing twice is fine."""
    db = await open_database(url, KEY)
    conversation = (await start(db)).id
    writes = [asyncio.create_task(add(db, conversation, f"web:{n}")) for n in range(20)]
    await asyncio.sleep(0)
    await db.close()
    await db.close()
    assert len({message.seq for message in await asyncio.gather(*writes)}) == 20
    for use in (start(db), db.check(), db.read(lambda tx: tx.staff.count())):
        with pytest.raises(StorageDown):
            await use
    again = await open_database(url, KEY)
    assert len(await again.read(lambda tx: tx.messages.after(conversation, 0))) == 20
    await again.close()


@pytest.mark.parametrize("wrong", ["sqlite://", "mysql://host/db", "nonsense", "", "sqlite:///"])
async def test_other_urls_are_refused(wrong):
    """A URL of no database we know stops the start with a sentence that shows a right one."""
    with pytest.raises(SettingsError, match="sqlite:///"):
        await open_database(wrong, KEY)


async def test_a_file_that_cannot_be_made_is_storage_down(tmp_path):
    """A folder that is not there, and a file that is no database, are StorageDown at the start."""
    with pytest.raises(StorageDown):
        await open_database(f"sqlite:///{tmp_path}/nowhere/sanad.sqlite3", KEY)
    (tmp_path / "text").write_text("this is no database " * 100)
    with pytest.raises(StorageDown, match="SQLITE_NOTADB"):
        await open_database(f"sqlite:///{tmp_path}/text", KEY)
