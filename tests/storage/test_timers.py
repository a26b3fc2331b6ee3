"""The contract of core.ports.Timers, on both engines."""

import asyncio

from core.work import TimerKind
from tests.storage.samples import NOW, later, start


async def set_timer(db, conversation, kind=TimerKind.STILL_HERE, due_at=NOW, step=1):
    """Set a timer."""
    await db.write(lambda tx: tx.timers.set(conversation, kind, due_at, step))


async def due(db, at=NOW):
    """Return the timers that are due."""
    return await db.read(lambda tx: tx.timers.due(at))


async def test_a_timer_is_due_at_its_time(db):
    """A timer is not due a microsecond early, and comes with what it was set with; the earliest is first."""
    conversation = (await start(db)).id
    await set_timer(db, conversation, TimerKind.STILL_HERE, later(60), step=3)
    await set_timer(db, conversation, TimerKind.LEASE, later(30))
    assert await due(db, later(29.999999)) == []
    first, second = await due(db, later(60))
    assert (first.kind, first.due_at, first.step) == (TimerKind.LEASE, later(30), 1)
    assert (second.conversation, second.kind, second.due_at, second.step) == (
        conversation, TimerKind.STILL_HERE, later(60), 3,
    )  # fmt: skip


async def test_a_timer_fires_once(db, other_db):
    """Of twenty that fire the same timer at once, one may."""
    await set_timer(db, (await start(db)).id)
    (timer,) = await due(db)
    fired = await asyncio.gather(*(one.write(lambda tx: tx.timers.fire(timer, NOW)) for one in (db, other_db) * 10))
    assert sum(fired) == 1
    assert await due(db, later(3600)) == []


async def test_a_replaced_timer_does_not_fire(db):
    """Setting a timer again moves it: the one that was read before no longer fires."""
    conversation = (await start(db)).id
    await set_timer(db, conversation)
    (old,) = await due(db)
    await set_timer(db, conversation, due_at=later(60), step=2)
    assert await db.write(lambda tx: tx.timers.fire(old, NOW)) is False
    assert [timer.step for timer in await due(db, later(60))] == [2]


async def test_a_cancelled_timer_does_not_fire(db):
    """Cancelling stops timers of the named kinds only."""
    conversation = (await start(db)).id
    for kind in TimerKind:
        await set_timer(db, conversation, kind)
    stopped = next(timer for timer in await due(db) if timer.kind is TimerKind.STILL_HERE)
    await db.write(lambda tx: tx.timers.cancel(conversation, [TimerKind.STILL_HERE, TimerKind.LEASE]))
    assert await db.write(lambda tx: tx.timers.fire(stopped, NOW)) is False
    assert [timer.kind for timer in await due(db)] == [TimerKind.SAFETY_QUESTION]


async def test_a_fired_timer_may_be_set_again(db):
    """A series goes on: after firing, the same kind can wait for its next time."""
    conversation = (await start(db)).id
    await set_timer(db, conversation)
    (timer,) = await due(db)

    async def fire_and_set_next(tx):
        assert await tx.timers.fire(timer, NOW)
        await tx.timers.set(conversation, TimerKind.STILL_HERE, later(60), timer.step + 1)

    await db.write(fire_and_set_next)
    assert [timer.step for timer in await due(db, later(60))] == [2]


async def test_due_gives_no_more_than_asked(db):
    """The limit holds."""
    for n in range(3):
        await set_timer(db, (await start(db, f"child-{n}")).id)
    assert len(await db.read(lambda tx: tx.timers.due(NOW, 2))) == 2
