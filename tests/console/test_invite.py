"""Making an account from a one-time link."""

import pytest

from core.staff import Role
from tests.console.office import PASSWORD


async def test_link_makes_an_account_once_and_signs_in(office):
    """The right form makes the account, opens the queue, and spends the link."""
    seat, link = office.sit(), await office.invite(Role.SUPERVISOR)
    assert (await office.apply(seat, link)).path == "/console"
    account = await office.account("mariam")
    assert (account.role, account.first_name, account.language) == (Role.SUPERVISOR, "Mariam", "en")
    assert account.password_hash.startswith("$argon2id$")
    assert (await office.sit().get(link)).status == 404


async def test_opening_the_link_does_not_spend_it(office):
    """Looking at the form, even twice, leaves the link as it is and shows the same key."""
    seat, link = office.sit(), await office.invite()
    pages = [await seat.get(link) for _ in range(2)]
    assert [one.status for one in pages] == [200, 200]
    assert pages[0].text == pages[1].text


async def test_link_alone_does_not_tell_the_key_later(office):
    """Two browsers with the same link get different keys: who finds the link later knows no second factor."""
    link = await office.invite()
    first, second = office.sit(), office.sit()
    await office.apply(first, link, code="")
    await office.apply(second, link, code="")
    assert first.secret
    assert first.secret != second.secret


@pytest.mark.parametrize(
    ("change", "fault"),
    [
        ({"login": "ab"}, "3 to 40 small letters"),
        ({"login": "mari am"}, "3 to 40 small letters"),
        ({"first_name": " "}, "first name needs"),
        ({"first_name": "M\u202em"}, "first name needs"),
        ({"language": "xx"}, "Choose a language"),
        ({"password": "short", "again": "short"}, "at least 15"),
        ({"password": "x" * 201, "again": "x" * 201}, "at most 200"),
        ({"password": "passwordpassword", "again": "passwordpassword"}, "easy to guess"),
        ({"password": "mariam mariam mariam", "again": "mariam mariam mariam"}, "easy to guess"),
        ({"password": "1234567890123456", "again": "1234567890123456"}, "easy to guess"),
        ({"again": PASSWORD + "!"}, "not the same"),
        ({"code": "12"}, "code does not fit"),
        ({"code": "١٢٣٤٥٦"}, "code does not fit"),
    ],
)
async def test_faulty_form_is_explained_and_keeps_the_link(office, change, fault):
    """What is wrong is said in words; the link still works afterwards; no password comes back in the page."""
    seat, link = office.sit(), await office.invite()
    page = await office.apply(seat, link, **change)
    assert page.status == 422
    assert fault in page.text
    assert f'value="{change.get("password", PASSWORD)}"' not in page.text
    assert (await office.apply(seat, link)).path == "/console"


async def test_taken_login_keeps_the_link(office):
    """A login name that is taken is said; the link is not spent by trying."""
    await office.hire("Mariam")
    seat, link = office.sit(), await office.invite()
    assert "is taken" in (await office.apply(seat, link)).text
    assert (await office.apply(seat, link, login="mariam.2")).path == "/console"


@pytest.mark.parametrize("hours", [-1, 0])
async def test_link_that_is_over_or_unknown_is_gone(office, hours):
    """An expired and an invented link get the same page, on GET and POST."""
    seat = office.sit()
    old = await seat.get(await office.invite(hours=hours))
    invented = await seat.get("/console/invite/nothing")
    assert (old.status, old.text) == (404, invented.text.replace("/console/invite/nothing", old.path))
    assert (await seat.post("/console/invite/nothing")).status == 404


async def test_supervisor_s_invitation_makes_the_wanted_role(office):
    """The team page shows a link once; it makes a counsellor."""
    boss = await office.hire("Salma", Role.SUPERVISOR)
    page = await boss.post("/console/team/invitations", {"role": "counsellor"})
    link = page.text.split('readonly value="')[1].split('"')[0]
    assert link.startswith(office.base)
    assert link not in (await boss.get("/console/team")).text
    await office.apply(office.sit(), link.removeprefix(office.base))
    assert (await office.account("mariam")).role is Role.COUNSELLOR
