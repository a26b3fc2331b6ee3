"""The contract of core.ports.Messages, on both engines."""

import asyncio

import pytest

from core.errors import ConversationNotFound
from core.message import Delivery
from tests.storage.samples import NOW, add, draft, start


async def test_numbers_have_no_gaps_with_32_writers(db, other_db):
    """32 tasks of two replicas that write to one conversation get the numbers 1 to 96, each once."""
    conversation = (await start(db)).id

    async def child(task: int):
        replica = (db, other_db)[task % 2]
        return [(await add(replica, conversation, f"web:{task}-{n}")).seq for n in range(3)]

    numbers = await asyncio.gather(*(child(task) for task in range(32)))
    assert sorted(seq for own in numbers for seq in own) == list(range(1, 97))
    assert all(own == sorted(own) for own in numbers)
    stored = await db.read(lambda tx: tx.messages.after(conversation, 0))
    assert [message.seq for message in stored] == list(range(1, 97))
    assert (await db.read(lambda tx: tx.conversations.load(conversation))).last_seq == 96


async def test_a_failed_job_leaves_no_gap(db):
    """A job that raises takes its number back, also when others are in the same commit."""
    conversation = (await start(db)).id

    async def fail(tx):
        await tx.messages.add(conversation, draft("web:lost"), NOW)
        raise ValueError("changed its mind")

    results = await asyncio.gather(
        *(db.write(fail) if n % 2 else add(db, conversation, f"web:{n}") for n in range(10)), return_exceptions=True
    )
    assert sorted(m.seq for m in results if not isinstance(m, ValueError)) == [1, 2, 3, 4, 5]
    assert sum(isinstance(result, ValueError) for result in results) == 5


async def test_a_second_arrival_changes_nothing(db):
    """The same ext_key returns the stored message, whatever came with it; another conversation may use it too."""
    conversation, other = (await start(db, "a")).id, (await start(db, "b")).id
    first = await add(db, conversation, "web:1", "first words")
    again = await add(db, conversation, "web:1", "other words")
    assert again == first
    assert (await add(db, conversation, "web:2")).seq == 2
    assert (await add(db, other, "web:1", "other words")).words != first.words


async def test_thirty_arrivals_at_once_are_stored_once(db, other_db):
    """A message that two replicas are sent fifteen times each is stored once."""
    conversation = (await start(db)).id
    got = await asyncio.gather(*(add(one, conversation, "web:1") for one in (db, other_db) * 15))
    assert {message.seq for message in got} == {1}
    assert len(await db.read(lambda tx: tx.messages.after(conversation, 0))) == 1


async def test_several_messages_in_one_transaction_count_up(db):
    """Messages of one job follow each other, and a saved conversation knows the newest."""
    conversation = await start(db)

    async def job(tx):
        numbers = [(await tx.messages.add(conversation.id, draft(f"k:{n}"), NOW)).seq for n in range(3)]
        return numbers, (await tx.conversations.save(conversation)).last_seq

    assert await db.write(job) == ([1, 2, 3], 3)


async def test_reading_pages(db):
    """`after` pages forward, `recent` gives the newest, both smallest number first."""
    conversation = (await start(db)).id
    for n in range(1, 8):
        await add(db, conversation, f"web:{n}", f"words {n}")
    after = await db.read(lambda tx: tx.messages.after(conversation, 2, 3))
    recent = await db.read(lambda tx: tx.messages.recent(conversation, 2))
    assert [message.seq for message in after] == [3, 4, 5]
    assert [message.words.reveal() for message in recent] == ["words 6", "words 7"]
    assert await db.read(lambda tx: tx.messages.after(conversation, 99)) == []


async def test_find_and_load_one(db):
    """One message is found by the channel's id or by its number; missing ones are None or not found."""
    conversation = (await start(db)).id
    stored = await add(db, conversation, "telegram:77:1")
    assert await db.read(lambda tx: tx.messages.find(conversation, "telegram:77:1")) == stored
    assert await db.read(lambda tx: tx.messages.find(conversation, "telegram:77:2")) is None
    assert await db.read(lambda tx: tx.messages.load(conversation, 1)) == stored
    with pytest.raises(ConversationNotFound):
        await db.read(lambda tx: tx.messages.load(conversation, 2))


async def test_mark_keeps_the_remote_id(db):
    """A mark without a remote id leaves the one that stands there."""
    conversation = (await start(db)).id
    await add(db, conversation, "web:1")
    await db.write(lambda tx: tx.messages.mark(conversation, 1, Delivery.SENT, "4711"))
    await db.write(lambda tx: tx.messages.mark(conversation, 1, Delivery.UNKNOWN, None))
    marked = await db.read(lambda tx: tx.messages.load(conversation, 1))
    assert (marked.delivery, marked.remote_id) == (Delivery.UNKNOWN, "4711")


async def test_a_reading_job_sees_one_picture(db, other_db):
    """What is written while a reading job runs is not seen by it."""
    conversation = (await start(db)).id
    await add(db, conversation, "web:1")

    async def job(tx):
        before = len(await tx.messages.after(conversation, 0))
        await add(other_db, conversation, "web:2")
        return before, len(await tx.messages.after(conversation, 0))

    assert await db.read(job) == (1, 1)
