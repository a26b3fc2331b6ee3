"""The contract of core.ports.Staff, on both engines."""

import asyncio
from dataclasses import replace

import pytest

from core.conversation import CounsellorId
from core.errors import ConversationNotFound, StaleWrite
from core.staff import Access, Invitation, Role, Session
from tests.storage.samples import NOW, account, later


async def test_an_account_comes_back_as_stored(db):
    """An account is found by login and by id; others are None."""
    stored = account(totp_last_step=7, language="ar", role=Role.SUPERVISOR)
    assert await db.read(lambda tx: tx.staff.count()) == 0
    await db.write(lambda tx: tx.staff.add(stored))
    assert await db.read(lambda tx: tx.staff.find("mariam")) == stored
    assert await db.read(lambda tx: tx.staff.load(stored.id)) == stored
    assert await db.read(lambda tx: tx.staff.find("omar")) is None
    assert await db.read(lambda tx: tx.staff.load(CounsellorId("nobody"))) is None
    assert await db.read(lambda tx: tx.staff.count()) == 1


async def test_a_login_belongs_to_one(db):
    """A login that is taken is refused, on making an account and on renaming one."""
    await db.write(lambda tx: tx.staff.add(account()))
    with pytest.raises(StaleWrite):
        await db.write(lambda tx: tx.staff.add(account(id=CounsellorId("other"))))
    await db.write(lambda tx: tx.staff.add(account("omar")))
    with pytest.raises(StaleWrite):
        await db.write(lambda tx: tx.staff.save(account("mariam", id=CounsellorId("id-omar"))))


async def test_saving_changes_an_account_but_never_unspends_a_code(db):
    """Fields are written; totp_last_step only ever rises; unknown accounts are refused."""
    await db.write(lambda tx: tx.staff.add(account(totp_last_step=5)))
    changed = account(first_name="Maryam", active=False, totp_secret="KRSXG5CTMVRXEZLU")
    await db.write(lambda tx: tx.staff.save(changed))
    assert await db.read(lambda tx: tx.staff.find("mariam")) == replace(changed, totp_last_step=5)
    await db.write(lambda tx: tx.staff.save(replace(changed, totp_last_step=9)))
    assert (await db.read(lambda tx: tx.staff.find("mariam"))).totp_last_step == 9
    with pytest.raises(ConversationNotFound):
        await db.write(lambda tx: tx.staff.save(account("omar")))


async def test_a_code_works_once(db, other_db):
    """Of many who use the same step at once, one may; older steps are refused, newer ones taken."""
    who = account()
    await db.write(lambda tx: tx.staff.add(who))
    used = await asyncio.gather(
        *(one.write(lambda tx: tx.staff.use_totp_step(who.id, 100)) for one in (db, other_db) * 5)
    )
    assert sum(used) == 1
    assert await db.write(lambda tx: tx.staff.use_totp_step(who.id, 99)) is False
    assert await db.write(lambda tx: tx.staff.use_totp_step(who.id, 101)) is True
    assert await db.write(lambda tx: tx.staff.use_totp_step(CounsellorId("nobody"), 1)) is False


async def test_sessions_open_touch_and_close(db):
    """A session is found until it is closed; touching moves it forward only."""
    who = account()
    session = Session("hash-1", who.id, NOW, NOW)
    await db.write(lambda tx: tx.staff.add(who))
    await db.write(lambda tx: tx.staff.open_session(session))
    await db.write(lambda tx: tx.staff.touch_session("hash-1", later(60)))
    await db.write(lambda tx: tx.staff.touch_session("hash-1", later(30)))
    assert await db.read(lambda tx: tx.staff.find_session("hash-1")) == replace(session, seen_at=later(60))
    await db.write(lambda tx: tx.staff.close_session("hash-1"))
    await db.write(lambda tx: tx.staff.close_session("hash-1"))
    assert await db.read(lambda tx: tx.staff.find_session("hash-1")) is None


async def test_an_invitation_is_spent_once(db, other_db):
    """Looking does not spend it; of many who spend it at once one may; expired and unknown ones are None."""
    invitation = Invitation("hash-1", Role.SUPERVISOR, later(60))
    await db.write(lambda tx: tx.staff.invite(invitation))
    assert await db.read(lambda tx: tx.staff.find_invitation("hash-1", NOW)) == invitation
    assert await db.read(lambda tx: tx.staff.find_invitation("hash-1", later(60))) is None
    assert await db.write(lambda tx: tx.staff.spend_invitation("hash-1", later(60))) is None
    assert await db.write(lambda tx: tx.staff.spend_invitation("hash-2", NOW)) is None
    spent = await asyncio.gather(
        *(one.write(lambda tx: tx.staff.spend_invitation("hash-1", NOW)) for one in (db, other_db) * 5)
    )
    assert [one for one in spent if one] == [invitation]
    assert await db.read(lambda tx: tx.staff.find_invitation("hash-1", NOW)) is None


async def test_accesses_come_newest_first(db):
    """The access log gives the newest accesses to one target, also those of the same moment in order."""
    for n in range(3):
        await db.write(lambda tx, n=n: tx.staff.log(Access("c-1", "conversation.read", "t", NOW, str(n))))
    await db.write(lambda tx: tx.staff.log(Access("c-1", "conversation.read", "other", NOW)))
    newest = await db.read(lambda tx: tx.staff.accesses("t", 2))
    assert [access.detail for access in newest] == ["2", "1"]
    assert newest[0] == Access("c-1", "conversation.read", "t", NOW, "2")
