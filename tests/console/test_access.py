"""Deny by default: every route of the real table, tried by nobody, a counsellor and a supervisor."""

import pytest
from aiohttp import WSServerHandshakeError

from console.access import LEAST, SOCKETS
from console.conversation import make_ticket
from console.sessions import Visit
from core.staff import Role

ROLES = (None, Role.COUNSELLOR, Role.SUPERVISOR)
RANK = {None: 0, Role.COUNSELLOR: 1, Role.SUPERVISOR: 2}
LAST = "/console/logout"


def real_routes(office):
    """Return method and address pattern of every route that the application really has under /console."""
    return {
        (route.method, route.resource.canonical)
        for route in office.server.app.router.routes()
        if route.resource.canonical.startswith("/console")
    }


def test_every_real_route_is_in_the_table_and_nothing_else(office):
    """The table of roles and the application's routes are the same set."""
    assert real_routes(office) == set(LEAST)


def test_every_socket_stands_in_the_table(office):
    """The addresses treated as WebSockets are routes."""
    assert {path for _, path in real_routes(office)} >= SOCKETS


async def address(office, pattern, seat):
    """Return a real address of a route, one that works for whoever may use it."""
    token = next((one.value for one in seat.session.cookie_jar if one.key == "sanad_console"), "")
    waiting = await office.waiting()
    ticket = make_ticket(Visit(token), waiting)
    path = pattern.replace("{id}", waiting)
    if "{token}" in path:
        return await office.invite()
    if path.endswith("/live"):
        return f"{path}?ticket={ticket}"
    return path + {"/console/static": "/console.css", "/console/look": "/tokens.css"}.get(path, "")


async def passes(office, method, pattern, seat):
    """Return whether the guard let a request through."""
    path = await address(office, pattern, seat)
    if pattern in SOCKETS:
        try:
            await (await seat.connect(path)).close()
        except WSServerHandshakeError as error:
            return error.status != 404
        return True
    if method == "POST":
        page = await seat.post(path, follow=False)
        assert page.status != 403 or pattern == "/console/login"
        return page.status != 404
    page = await seat.get(path)
    return page.status == 200 and (page.path == "/console/login") is (pattern == "/console/login")


@pytest.mark.parametrize("role", ROLES, ids=["nobody", "counsellor", "supervisor"])
async def test_role_passes_exactly_where_the_table_says(office, role):
    """A person gets through on the routes of their role and below, and on no other."""
    seat = office.sit() if role is None else await office.hire("Mariam", role)
    await seat.get("/console/login")
    for method, pattern in sorted(LEAST, key=lambda one: one[1] == LAST):
        wanted = RANK[role] >= RANK[LEAST[method, pattern]]
        if method == "HEAD":
            continue
        assert await passes(office, method, pattern, seat) is wanted, (method, pattern)


@pytest.mark.parametrize(
    "path", ["/console/nothing", "/console/team/../secrets", "/console/conversations/", "/console/x/y"]
)
async def test_unknown_address_is_not_there_for_anybody(office, path):
    """An address outside the table is refused to nobody and supervisors alike."""
    for seat in (office.sit(), await office.hire("Mariam", Role.SUPERVISOR)):
        assert (await seat.get(path)).status == 404


async def test_route_added_without_a_role_is_refused(office):
    """A handler that somebody mounts under /console without a line in the table answers nobody."""
    seat = await office.hire("Mariam", Role.SUPERVISOR)
    async with seat.session.delete(office.base + "/console/team") as answer:
        assert answer.status == 404


async def test_counsellor_cannot_open_a_colleague_s_conversation(office):
    """A conversation that a colleague has looks missing to a counsellor, on the page and on the socket."""
    owner, other = await office.hire("Mariam"), await office.hire("Omar")
    found = await office.waiting()
    await owner.post(f"/console/conversations/{found}/claim")
    assert (await other.get(f"/console/conversations/{found}")).status == 404
    token = next(one.value for one in other.session.cookie_jar if one.key == "sanad_console")
    with pytest.raises(WSServerHandshakeError, match="404"):
        await other.connect(f"/console/conversations/{found}/live?ticket={make_ticket(Visit(token), found)}")


async def test_supervisor_reads_along_and_it_is_on_record(office):
    """A supervisor may open a counsellor's conversation, and the page shows that she did."""
    owner, boss = await office.hire("Mariam"), await office.hire("Salma", Role.SUPERVISOR)
    found = await office.waiting()
    await owner.post(f"/console/conversations/{found}/claim")
    page = await boss.get(f"/console/conversations/{found}")
    assert page.status == 200
    assert "Salma</bdi> · opened" in page.text
    assert 'id="words"' not in page.text
    assert "Who opened this" not in (await owner.get(f"/console/conversations/{found}")).text


async def test_socket_needs_a_page_that_was_opened_on_record(office):
    """Nobody follows a conversation live whose page they never opened."""
    seat = await office.hire()
    found = await office.waiting()
    for ticket in ("", "0" * 64):
        with pytest.raises(WSServerHandshakeError, match="404"):
            await seat.connect(f"/console/conversations/{found}/live?ticket={ticket}")
