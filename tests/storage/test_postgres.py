"""What PostgreSQL does beyond the contract: retries, lost connections, servers that go and come back."""

import asyncio
import sys
from pathlib import Path

import asyncpg
import pytest
import pytest_asyncio
from sqlalchemy import event

from core.errors import SettingsError, StorageDown
from core.staff import Access
from storage.database import open_database
from tests.servers import free_port, run_postgres
from tests.storage.conftest import KEY, fresh_postgres_url
from tests.storage.samples import CANARY, NOW, add, draft, start

ROOT = Path(__file__).parents[2]
OPEN = """
import asyncio, sys
from storage.database import open_database
async def main():
    await (await open_database(sys.argv[1], bytes(range(32)))).close()
asyncio.run(main())
"""


@pytest.fixture
def engine():
    """These tests are about PostgreSQL alone."""
    return "postgres"


async def cut_connections(url):
    """Let the server cut all other connections to the database, as a restart or a failing network would."""
    connection = await asyncpg.connect(url)
    await connection.execute(
        "SELECT pg_terminate_backend(pid) FROM pg_stat_activity"
        " WHERE datname = current_database() AND pid <> pg_backend_pid()"
    )
    await connection.close()


async def test_a_deadlock_is_tried_again(db):
    """Two writers that lock two conversations the wrong way round both get through, each once."""
    one, two = (await start(db, "one")).id, (await start(db, "two")).id
    met = asyncio.Barrier(2)
    runs = []

    async def crossing(tx, first, second):
        await tx.messages.add(first, draft(f"web:{first}{second}"), NOW)
        runs.append(first)
        if len(runs) <= 2:
            await met.wait()
        await tx.messages.add(second, draft(f"web:{first}{second}"), NOW)

    await asyncio.gather(db.write(lambda tx: crossing(tx, one, two)), db.write(lambda tx: crossing(tx, two, one)))
    assert len(runs) == 3
    for conversation in (one, two):
        assert [m.seq for m in await db.read(lambda tx, c=conversation: tx.messages.after(c, 0))] == [1, 2]


async def test_a_connection_lost_before_the_commit_is_tried_again(db, url):
    """A job whose connection is cut in the middle runs again and is done once."""
    conversation = (await start(db)).id
    runs = []

    async def job(tx):
        runs.append(1)
        message = await tx.messages.add(conversation, draft("web:1"), NOW)
        if len(runs) == 1:
            await cut_connections(url)
        await tx.messages.mark(conversation, 1, message.delivery, "1")
        return message.seq

    assert await db.write(job) == 1
    assert len(runs) == 2


async def test_a_connection_lost_in_the_commit_is_not_tried_again(db, url):
    """Nobody knows whether a commit without an answer happened, so the caller is told that storage is down."""
    conversation = (await start(db)).id
    runs = []

    async def job(tx):
        runs.append(1)
        await tx.messages.add(conversation, draft(f"web:{len(runs)}"), NOW)

    def lose_answer(connection):
        event.remove(db._engine.sync_engine, "commit", lose_answer)
        raise ConnectionResetError

    event.listen(db._engine.sync_engine, "commit", lose_answer)
    with pytest.raises(StorageDown):
        await db.write(job)
    assert len(runs) == 1


async def test_idle_connections_that_were_cut_do_not_show(db, url):
    """After the server dropped every idle connection, reading and writing go on at once."""
    conversation = (await start(db)).id
    await asyncio.gather(*(add(db, conversation, f"web:{n}") for n in range(10)))
    await cut_connections(url)
    assert len(await db.read(lambda tx: tx.messages.after(conversation, 0))) == 10
    await cut_connections(url)
    assert (await add(db, conversation, "web:10")).seq == 11


async def test_a_job_that_keeps_failing_gives_up(db, url):
    """A job that loses its connection each time is tried three times and then is StorageDown."""
    runs = []

    async def job(tx):
        runs.append(1)
        await cut_connections(url)
        await tx.staff.count()

    with pytest.raises(StorageDown):
        await db.write(job)
    assert len(runs) == 3


@pytest_asyncio.fixture
async def own_server():
    """A server for a test that stops it."""
    with run_postgres() as server:
        yield server


async def test_a_server_that_goes_and_comes_back(own_server):
    """While the server is away everything is StorageDown; when it is back all that was acknowledged is there."""
    db = await open_database(await fresh_postgres_url(own_server), KEY)
    conversation = (await start(db)).id
    await add(db, conversation, "web:1")
    own_server.stop()
    for use in (add(db, conversation, "web:2"), db.check(), db.read(lambda tx: tx.staff.count())):
        with pytest.raises(StorageDown):
            await use
    own_server.start()
    await db.check()
    assert [m.ext_key for m in await db.read(lambda tx: tx.messages.after(conversation, 0))] == ["web:1"]
    assert (await add(db, conversation, "web:2")).seq == 2
    await db.close()


async def test_errors_hold_no_words(db, url):
    """A failure in the middle of a child's message names a code and nothing else."""
    conversation = (await start(db)).id

    async def job(tx):
        await tx.messages.add(conversation, draft(f"web:{CANARY}", CANARY), NOW)
        await tx.staff.log(Access(CANARY, None, CANARY, NOW))

    with pytest.raises(StorageDown) as caught:
        await db.write(job)
    assert str(caught.value) == "23502"
    assert caught.value.__suppress_context__


async def test_close_finishes_what_was_accepted(url):
    """Writes under way at the end are committed; later ones are refused."""
    db = await open_database(url, KEY)
    conversation = (await start(db)).id
    writes = [asyncio.create_task(add(db, conversation, f"web:{n}")) for n in range(10)]
    await asyncio.sleep(0)
    await db.close()
    assert len({message.seq for message in await asyncio.gather(*writes)}) == 10
    with pytest.raises(StorageDown):
        await start(db, "late")


async def test_a_server_that_is_not_there_is_storage_down(postgres):
    """Opening without a server, a database or a right fails with StorageDown and the code of the reason."""
    with pytest.raises(StorageDown, match=r"Connection|OSError"):
        await open_database(f"postgresql://sanad@127.0.0.1:{free_port()}/sanad", KEY)
    with pytest.raises(StorageDown, match="3D000"):
        await open_database(postgres.url("nowhere"), KEY)
    with pytest.raises(StorageDown, match="28000"):
        await open_database(postgres.url("postgres").replace("sanad@", "stranger@"), KEY)


async def test_a_server_that_acknowledges_too_early_is_refused(url):
    """With synchronous_commit off an acknowledged message could be lost, so the service does not start."""
    connection = await asyncpg.connect(url)
    await connection.execute(f"ALTER DATABASE {url.rsplit('/', 1)[1]} SET synchronous_commit = off")
    await connection.close()
    with pytest.raises(SettingsError, match="synchronous_commit"):
        await open_database(url, KEY)


async def test_replicas_may_start_together(url):
    """Processes that open an empty database at the same moment take turns at making the tables."""
    processes = [await asyncio.create_subprocess_exec(sys.executable, "-c", OPEN, url, cwd=ROOT) for _ in range(2)]
    assert [await process.wait() for process in processes] == [0, 0]
