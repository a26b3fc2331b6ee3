"""The contract of core.ports.Conversations, on both engines."""

import asyncio
from dataclasses import replace

import pytest

from core.conversation import ConversationId, CounsellorId, HandoffReason, HandoffState, Passport
from core.errors import ConversationNotFound, StaleWrite
from core.risk import Category, RiskLevel
from core.staff import Access
from core.work import TimerKind, WorkKind
from tests.storage.samples import NOW, add, claim, draft, later, queue_work, start


async def load(db, conversation):
    """Read a conversation."""
    return await db.read(lambda tx: tx.conversations.load(conversation))


async def test_start_is_found_by_channel_and_address(db):
    """A started conversation is found at its address, on its channel only."""
    started = await start(db, "child-1")
    assert await db.read(lambda tx: tx.conversations.find("web", "child-1")) == started
    assert await db.read(lambda tx: tx.conversations.find("telegram", "child-1")) is None
    assert await db.read(lambda tx: tx.conversations.find("web", "child-2")) is None


async def test_save_keeps_every_field(db):
    """All fields come back as they were saved, with the version counted up."""
    started = await start(db)
    changed = replace(
        started, state=HandoffState.WAITING, level=RiskLevel.HIGH, categories=(Category.BULLYING, Category.RUNAWAY),
        language="ar", language_chosen=True, country="JO", passport=Passport(simple_words=True, read_aloud=True),
        assistant_state={"slots": {"safe": None, "n": [1, 2]}, "loop": "form_safe"}, counsellor=CounsellorId("c-1"),
        lease_until=later(30.000001), waiting_since=NOW, reason=HandoffReason.RISK,
    )  # fmt: skip
    saved = await db.write(lambda tx: tx.conversations.save(changed))
    assert saved == replace(changed, version=1)
    assert await load(db, started.id) == saved


async def test_save_refuses_an_old_version(db):
    """Who saves what somebody else has saved since gets StaleWrite and changes nothing."""
    started = await start(db)
    await db.write(lambda tx: tx.conversations.save(replace(started, language="fr")))
    with pytest.raises(StaleWrite):
        await db.write(lambda tx: tx.conversations.save(replace(started, language="ur")))
    assert (await load(db, started.id)).language == "fr"


async def test_save_never_moves_the_newest_number(db):
    """Saving an object read before a message came leaves last_seq at the newest message."""
    started = await start(db)
    await add(db, started.id, "web:1")
    saved = await db.write(lambda tx: tx.conversations.save(started))
    assert saved.last_seq == 1
    assert (await load(db, started.id)).last_seq == 1


async def test_unknown_conversations_are_not_found(db):
    """Loading, saving and writing to an unknown id raise ConversationNotFound; forgetting it is fine."""
    unknown = ConversationId("unknown")
    started = await start(db)
    for job in (
        lambda tx: tx.conversations.load(unknown),
        lambda tx: tx.conversations.save(replace(started, id=unknown)),
        lambda tx: tx.messages.add(unknown, draft(), NOW),
        lambda tx: tx.outbox.add(unknown, WorkKind.ANSWER, 1, "d", NOW),
        lambda tx: tx.timers.set(unknown, TimerKind.LEASE, NOW),
    ):
        with pytest.raises(ConversationNotFound):
            await db.write(job)
    await db.write(lambda tx: tx.conversations.forget(unknown))


async def test_thirty_first_messages_at_once_start_one_conversation(db, other_db):
    """Two replicas that meet the same new child thirty times at once make one conversation."""

    async def first_contact(tx):
        return await tx.conversations.find("web", "child-1") or await tx.conversations.start("web", "child-1", NOW)

    met = await asyncio.gather(*(one.write(first_contact) for one in (db, other_db) * 15))
    assert len({conversation.id for conversation in met}) == 1


async def test_start_twice_at_one_address_is_refused(db):
    """There is at most one conversation at an address, whoever asks."""
    await start(db, "child-1")
    with pytest.raises(StaleWrite):
        await start(db, "child-1")


async def test_queue_lists_who_waits_and_who_is_helped(db):
    """The queue has the waiting and the taken conversations, not those with the robot or closed."""
    ids = {}
    for state in HandoffState:
        started = await start(db, state.value)
        saved = await db.write(lambda tx, c=started, s=state: tx.conversations.save(replace(c, state=s)))
        ids[state] = saved.id
    queue = await db.read(lambda tx: tx.conversations.queue())
    assert {c.id for c in queue} == {ids[HandoffState.WAITING], ids[HandoffState.WITH_COUNSELLOR]}


async def test_forget_leaves_only_the_access_log(db):
    """After forgetting, nothing of a conversation is found, its work and timers are gone, its accesses stay."""
    kept, gone = await start(db, "kept"), await start(db, "gone")
    for one in (kept, gone):
        await add(db, one.id, "web:1")
        await queue_work(db, one.id, "d")
        await db.write(lambda tx, c=one: tx.timers.set(c.id, TimerKind.LEASE, NOW))
        await db.write(lambda tx, c=one: tx.staff.log(Access("c-1", "conversation.read", c.id, NOW)))
    await db.write(lambda tx: tx.conversations.forget(gone.id))
    with pytest.raises(ConversationNotFound):
        await load(db, gone.id)
    with pytest.raises(ConversationNotFound):
        await db.read(lambda tx: tx.messages.after(gone.id, 0))
    assert await db.read(lambda tx: tx.conversations.find("web", "gone")) is None
    assert [work.conversation for work in await claim(db)] == [kept.id]
    assert [timer.conversation for timer in await db.read(lambda tx: tx.timers.due(NOW))] == [kept.id]
    assert len(await db.read(lambda tx: tx.staff.accesses(gone.id))) == 1


async def test_a_forgotten_child_may_come_back(db):
    """The same address starts anew, with nothing of before."""
    first = await start(db, "child-1")
    await db.write(lambda tx: tx.conversations.forget(first.id))
    second = await start(db, "child-1")
    assert second.id != first.id
    assert await db.read(lambda tx: tx.messages.after(second.id, 0)) == []
