"""Forged requests, and the headers of every answer."""

import pytest
from aiohttp import WSServerHandshakeError

from core.errors import StorageDown
from core.staff import Role

FOREIGN = {
    "another site": {"Sec-Fetch-Site": "cross-site"},
    "a neighbour": {"Sec-Fetch-Site": "same-site"},
    "the address bar": {"Sec-Fetch-Site": "none"},
    "another origin": {"Origin": "https://elsewhere.example"},
    "our name, another port": {"Origin": "http://127.0.0.1:1"},
}


@pytest.mark.parametrize("headers", FOREIGN.values(), ids=FOREIGN)
async def test_form_from_elsewhere_is_refused(office, headers):
    """A form that another place sent changes nothing, even with the right token."""
    seat = await office.hire("Salma", Role.SUPERVISOR)
    found = await office.waiting()
    page = await seat.post(f"/console/conversations/{found}/claim", **headers)
    assert page.status == 403
    assert (await office.helpline.desk.queue())[0].holder is None


@pytest.mark.parametrize("csrf", ["", "0" * 64, "ä"])
async def test_form_without_its_token_is_refused(office, csrf):
    """A form must carry the token of this very session."""
    seat = await office.hire()
    found = await office.waiting()
    assert (await seat.post(f"/console/conversations/{found}/claim", {"csrf": csrf})).status == 403
    assert (await office.helpline.desk.queue())[0].holder is None


async def test_token_of_another_session_is_refused(office):
    """The token of a colleague's page does not open mine."""
    seat, other = await office.hire("Mariam"), await office.hire("Omar")
    found = await office.waiting()
    assert (await seat.post(f"/console/conversations/{found}/claim", {"csrf": other.csrf})).status == 403


async def test_sign_in_form_is_checked_too(office):
    """Nobody can be signed in by a foreign page: the form's token belongs to the browser that loaded it."""
    maker = await office.hire()
    office.helpline.clock.turn(60)
    stranger = office.sit()
    page = await stranger.post("/console/login", {"login": "mariam", "code": office.code(maker.secret)})
    assert page.status == 403
    assert "refused" in page.text


@pytest.mark.parametrize("origin", ["https://elsewhere.example", "null", "http://127.0.0.1:1", "file://"])
async def test_socket_of_a_foreign_page_is_refused(office, origin):
    """A WebSocket opens only for a page of ours."""
    seat = await office.hire()
    with pytest.raises(WSServerHandshakeError, match="403"):
        await seat.connect("/console/queue/live", origin=origin)


@pytest.mark.parametrize("path", ["/console", "/console/login", "/console/nothing", "/console/static/console.css"])
async def test_every_answer_carries_the_headers(office, path):
    """Pages, errors and files are guarded by the same strict headers."""
    seat = await office.hire()
    headers = (await seat.get(path)).headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self';" in policy
    assert "unsafe" not in policy
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["Cache-Control"] == ("no-cache" if "static" in path else "no-store")
    assert headers["X-Content-Type-Options"] == "nosniff"


@pytest.mark.parametrize("path", ["/console", "/console/login", "/console/team"])
async def test_page_has_no_inline_script_or_style(office, path):
    """Nothing in a page would need the policy to be weaker."""
    seat = await office.hire("Salma", Role.SUPERVISOR)
    text = (await seat.get(path)).text
    assert "<style" not in text
    assert " style=" not in text
    assert " onclick=" not in text
    assert "<script>" not in text


async def test_large_body_is_refused(office):
    """A body far larger than any form is refused before it is read as one."""
    seat = await office.hire()
    assert (await seat.post("/console/theme", {"theme": "x" * 100_000})).status == 403


async def test_database_that_is_down_is_said(office, monkeypatch):
    """When the database does not answer, the page says so with status 503, and nothing of the cause."""
    seat = await office.hire()

    async def down(job):
        raise StorageDown("the cause")

    monkeypatch.setattr(office.helpline.parts.db, "read", down)
    page = await seat.get("/console")
    assert page.status == 503
    assert "the cause" not in page.text


async def test_fault_of_ours_has_a_page_of_ours(office, monkeypatch, capsys):
    """An error that nobody foresaw gives our own page with status 500; its words stand neither there nor in the log."""
    seat = await office.hire(language="fr")

    async def breaks():
        raise RuntimeError("what a child wrote")

    monkeypatch.setattr(office.console.room.desk, "queue", breaks)
    page = await seat.get("/console")
    assert page.status == 500
    assert "de notre côté" in page.text
    assert page.headers["Cache-Control"] == "no-store"
    shown = page.text + "".join(capsys.readouterr())
    assert "RuntimeError" in shown
    assert "what a child wrote" not in shown
