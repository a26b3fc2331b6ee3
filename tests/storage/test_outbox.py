"""The contract of core.ports.Outbox, on both engines."""

import asyncio
from collections import Counter

import pytest

from core.errors import LeaseLost
from core.work import WorkKind
from tests.storage.samples import NOW, claim, draft, later, queue_work, start


async def test_claimed_work_belongs_to_one(db, other_db):
    """While a lease holds, nobody else gets the work."""
    conversation = (await start(db)).id
    await queue_work(db, conversation, "a")
    (work,) = await claim(db)
    assert (work.conversation, work.kind, work.seq, work.tries) == (conversation, WorkKind.ANSWER, 1, 1)
    assert await claim(other_db, later(29)) == []


async def test_two_replicas_do_each_piece_once(db, other_db):
    """Eight workers of two replicas share the work of ten children: each piece is done once, in order."""
    for n in range(10):
        await queue_work(db, (await start(db, f"child-{n}")).id, *"abcde")
    done: list[tuple[str, int]] = []

    async def worker(replica):
        idle = 0
        while idle < 5:
            claimed = await claim(replica, limit=3)
            idle = 0 if claimed else idle + 1
            for work in claimed:
                await replica.write(lambda tx, w=work: tx.outbox.finish(w))
                done.append((work.conversation, work.seq))
            await asyncio.sleep(0.005)

    await asyncio.gather(*(worker(one) for one in (db, other_db) * 4))
    assert Counter(done).most_common(1)[0][1] == 1
    assert len(done) == 50
    for conversation in {one for one, _ in done}:
        assert [seq for one, seq in done if one == conversation] == [1, 2, 3, 4, 5]


async def test_a_later_piece_waits_for_the_earlier(db):
    """A piece is due only when those before it in its conversation and kind are finished, postponed ones too."""
    conversation = (await start(db)).id
    await queue_work(db, conversation, "a", "b")
    (first,) = await claim(db)
    assert await claim(db) == []
    await db.write(lambda tx: tx.outbox.postpone(first, later(60)))
    assert await claim(db, later(59)) == []
    (first,) = await claim(db, later(60))
    assert (first.seq, first.tries) == (1, 2)
    await db.write(lambda tx: tx.outbox.finish(first))
    assert [work.seq for work in await claim(db, later(60))] == [2]


async def test_a_dead_piece_does_not_block(db):
    """A buried piece lets the next one through and is never claimed again."""
    conversation = (await start(db)).id
    await queue_work(db, conversation, "a", "b")
    (first,) = await claim(db)
    await db.write(lambda tx: tx.outbox.bury(first))
    assert [work.seq for work in await claim(db, later(3600))] == [2]


async def test_kinds_do_not_block_each_other(db):
    """Answering and delivering go on side by side, and a worker gets only the kinds it asks for."""
    conversation = (await start(db)).id
    await queue_work(db, conversation, "a", "b", kind=WorkKind.ANSWER)
    await queue_work(db, conversation, "c", "d", kind=WorkKind.DELIVER)
    await queue_work(db, conversation, "e", kind=WorkKind.ERASE)
    only = await db.write(lambda tx: tx.outbox.claim([WorkKind.ERASE], NOW, 30.0, 10))
    assert [(work.kind, work.seq) for work in only] == [(WorkKind.ERASE, 1)]
    assert [(work.kind, work.seq) for work in await claim(db)] == [(WorkKind.ANSWER, 1), (WorkKind.DELIVER, 1)]


async def test_a_retaken_lease_fences_the_first_worker_out(db, other_db):
    """Who lost the lease can neither finish, postpone nor bury, and his replies are rolled back with it."""
    conversation = (await start(db)).id
    await queue_work(db, conversation, "a")
    (slow,) = await claim(db, lease_s=10)
    (quick,) = await claim(other_db, later(10), lease_s=10)
    assert (quick.id, quick.tries) == (slow.id, 2)

    async def finish_late(tx):
        await tx.messages.add(conversation, draft("robot:late"), NOW)
        await tx.outbox.finish(slow)

    for job in (finish_late, lambda tx: tx.outbox.postpone(slow, NOW), lambda tx: tx.outbox.bury(slow)):
        with pytest.raises(LeaseLost):
            await db.write(job)
    assert await db.read(lambda tx: tx.messages.find(conversation, "robot:late")) is None
    await other_db.write(lambda tx: tx.outbox.finish(quick))
    with pytest.raises(LeaseLost):
        await other_db.write(lambda tx: tx.outbox.finish(quick))


async def test_an_expired_lease_that_nobody_took_still_holds(db):
    """Work done late, but done by nobody else, counts."""
    conversation = (await start(db)).id
    await queue_work(db, conversation, "a")
    (work,) = await claim(db, lease_s=1)
    await db.write(lambda tx: tx.outbox.finish(work))
    assert await claim(db, later(3600)) == []


async def test_work_is_added_once(db):
    """A known dedupe key changes nothing, also after the work is done; another conversation may use the same."""
    conversation, other = (await start(db, "a")).id, (await start(db, "b")).id
    await queue_work(db, conversation, "same", "same")
    (work,) = await claim(db)
    await db.write(lambda tx: tx.outbox.finish(work))
    await queue_work(db, conversation, "same")
    assert await claim(db) == []
    await queue_work(db, other, "same")
    assert [work.conversation for work in await claim(db)] == [other]


async def test_drop_silences_also_who_is_at_work(db):
    """Dropped work is not claimed, and who held a piece can no longer finish it."""
    conversation = (await start(db)).id
    await queue_work(db, conversation, "a", "b")
    await queue_work(db, conversation, "c", kind=WorkKind.DELIVER)
    (answering,) = await db.write(lambda tx: tx.outbox.claim([WorkKind.ANSWER], NOW, 30.0, 1))
    await db.write(lambda tx: tx.outbox.drop(conversation, WorkKind.ANSWER))
    with pytest.raises(LeaseLost):
        await db.write(lambda tx: tx.outbox.finish(answering))
    assert [work.kind for work in await claim(db, later(3600))] == [WorkKind.DELIVER]


async def test_claim_takes_no_more_than_asked_oldest_first(db):
    """The limit holds, and what has waited longest comes first."""
    ids = [(await start(db, f"child-{n}")).id for n in range(5)]
    for conversation in ids:
        await queue_work(db, conversation, "a")
    assert [work.conversation for work in await claim(db, limit=2)] == ids[:2]
    assert [work.conversation for work in await claim(db, limit=10)] == ids[2:]
