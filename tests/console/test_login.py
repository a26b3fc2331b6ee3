"""Signing in and out."""

import asyncio
import re

from console.passwords import MOST_WAITING
from console.throttle import FREE_TRIES
from core.staff import Role


async def test_right_password_and_code_open_the_queue(office):
    """Login name, password and a fresh code lead to the queue."""
    maker = await office.hire()
    office.helpline.clock.turn(60)
    page = await office.sign_in(office.sit(), "mariam", maker.secret)
    assert (page.status, page.path) == (200, "/console")
    assert 'id="queue"' in page.text


async def test_login_name_may_be_typed_in_capitals(office):
    """Capital letters and spaces around the login name do not matter."""
    maker = await office.hire()
    office.helpline.clock.turn(60)
    assert (await office.sign_in(office.sit(), " MARIAM ", maker.secret)).path == "/console"


async def test_everything_wrong_gets_the_same_answer(office):
    """Unknown name, wrong password, wrong code and a locked account cannot be told apart."""
    maker = await office.hire()
    await office.hire("Locked")
    await office.lock("locked")
    office.helpline.clock.turn(60)
    answers = []
    for login, changes in (
        ("mariam", {"password": "not the password at all"}),
        ("mariam", {"code": "000000" if office.code(maker.secret) != "000000" else "000001"}),
        ("nobody", {}),
        ("locked", {"code": office.code(office.seats[1].secret)}),
    ):
        page = await office.sign_in(office.sit(), login, maker.secret, **changes)
        answers.append((page.status, re.sub(r'value="[^"]*"', "", page.text)))
    assert answers[0][0] == 403
    assert len(set(answers)) == 1


async def test_code_works_once_when_used_again(office):
    """A code that opened a session opens no second one."""
    maker = await office.hire()
    office.helpline.clock.turn(60)
    assert (await office.sign_in(office.sit(), "mariam", maker.secret)).path == "/console"
    assert (await office.sign_in(office.sit(), "mariam", maker.secret)).status == 403


async def test_code_of_the_account_s_making_is_spent(office):
    """The code that confirmed the authenticator cannot be used to sign in."""
    maker = await office.hire()
    assert (await office.sign_in(office.sit(), "mariam", maker.secret)).status == 403


async def test_code_one_step_late_is_accepted_and_two_are_not(office):
    """A phone's clock may be 30 seconds off, not 60."""
    maker = await office.hire()
    office.helpline.clock.turn(300)
    late = office.code(maker.secret)
    office.helpline.clock.turn(60)
    assert (await office.sign_in(office.sit(), "mariam", maker.secret, code=late)).status == 403
    office.helpline.clock.turn(-30)
    assert (await office.sign_in(office.sit(), "mariam", maker.secret, code=late)).path == "/console"


async def test_guessing_slows_down_and_never_locks_out(office):
    """After three failures the next try must wait; after the wait the right answer gets in."""
    maker = await office.hire()
    office.helpline.clock.turn(60)
    for _ in range(FREE_TRIES):
        assert (await office.sign_in(office.sit(), "mariam", maker.secret, password="wrong" * 4)).status == 403
    slow = await office.sign_in(office.sit(), "mariam", maker.secret)
    assert slow.status == 429
    assert int(slow.headers["Retry-After"]) > 0
    office.helpline.clock.turn(60)
    assert (await office.sign_in(office.sit(), "mariam", maker.secret)).path == "/console"


async def test_failed_and_good_sign_ins_are_on_record(office):
    """The access log says who signed in and whose account was tried."""
    maker = await office.hire()
    account = await office.account("mariam")
    office.helpline.clock.turn(60)
    await office.sign_in(office.sit(), "mariam", maker.secret, password="wrong" * 4)
    log = await office.helpline.parts.db.read(lambda tx: tx.staff.accesses(account.id))
    assert [one.action for one in log] == ["login.failed", "account.make"]


async def test_signing_out_ends_the_session(office):
    """After signing out the cookie opens nothing, and the browser is told to forget."""
    seat = await office.hire()
    cookies = {one.key: one.value for one in seat.session.cookie_jar}
    page = await seat.post("/console/logout")
    assert page.path == "/console/login?said=signed_out"
    other = office.sit()
    other.session.cookie_jar.update_cookies(cookies)
    assert (await other.get("/console")).path == "/console/login"


async def test_session_ends_after_fifteen_idle_minutes(office):
    """A session that nobody used for 15 minutes is over; one that is used goes on."""
    seat = await office.hire()
    office.helpline.clock.turn(14 * 60)
    assert (await seat.get("/console")).path == "/console"
    office.helpline.clock.turn(14 * 60)
    assert (await seat.get("/console")).path == "/console"
    office.helpline.clock.turn(15 * 60)
    assert (await seat.get("/console")).path == "/console/login"


async def test_session_ends_after_twelve_hours_of_work(office):
    """A session that is used all the time ends after 12 hours."""
    seat = await office.hire()
    for _ in range(12 * 6 - 1):
        office.helpline.clock.turn(600)
        assert (await seat.get("/console")).path == "/console"
    office.helpline.clock.turn(600)
    assert (await seat.get("/console")).path == "/console/login"


async def test_locked_account_is_out_at_once(office):
    """A session of an account that was locked opens nothing."""
    seat = await office.hire()
    await office.lock("mariam")
    assert (await seat.get("/console")).path == "/console/login"


async def test_cookie_is_out_of_reach_and_only_its_hash_is_stored(office):
    """The cookie is HttpOnly, SameSite=Strict, for the whole host, and is not in the database."""
    seat = office.sit()
    link = await office.invite(Role.SUPERVISOR)
    await office.apply(seat, link)
    cookie = next(one for one in seat.session.cookie_jar if one.key == "sanad_console")
    assert (cookie["httponly"], cookie["samesite"], cookie["path"]) == (True, "Strict", "/")
    assert not await office.helpline.parts.db.read(lambda tx: tx.staff.find_session(cookie.value))


async def test_address_of_the_theme_form_stays_inside(office):
    """The form that changes colours never sends anybody to another site."""
    seat = await office.hire()
    for here in ("https://elsewhere.example/", "//elsewhere.example", "/console\r\nX: y", "/other"):
        assert (await seat.post("/console/theme", {"theme": "dark", "here": here})).path == "/console"
    assert 'data-theme="dark"' in (await seat.get("/console")).text


async def test_flood_of_sign_ins_is_told_to_wait(office):
    """When too many hashes are waiting, the next sign-in is asked to come back instead of queueing up."""
    maker = await office.hire()
    office.helpline.clock.turn(60)
    passwords = office.console.options.passwords
    async with passwords._gate, passwords._gate:
        busy = [asyncio.create_task(passwords.check("x" * 20, None)) for _ in range(MOST_WAITING)]
        await asyncio.sleep(0)
        page = await office.sign_in(office.sit(), "mariam", maker.secret)
    await asyncio.gather(*busy)
    assert (page.status, page.headers["Retry-After"]) == (429, "5")
    assert (await office.sign_in(office.sit(), "mariam", maker.secret)).path == "/console"


async def test_signing_in_again_ends_the_older_session(office):
    """A browser that signs in anew leaves no second session of its own behind."""
    seat = await office.hire()
    old = {one.key: one.value for one in seat.session.cookie_jar}
    office.helpline.clock.turn(60)
    assert (await office.sign_in(seat, "mariam", seat.secret)).path == "/console"
    other = office.sit()
    other.session.cookie_jar.update_cookies(old)
    assert (await other.get("/console")).path == "/console/login"
