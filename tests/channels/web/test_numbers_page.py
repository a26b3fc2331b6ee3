"""The page of phone numbers, before any script runs."""

import pytest
from aiohttp import ClientSession

from tests.factories import CATALOGUE, DIRECTORY, LANGUAGES


@pytest.fixture
async def http():
    """Open a plain HTTP client."""
    async with ClientSession() as client:
        yield client


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
@pytest.mark.parametrize("code", ["JO", "IQ", "ZZ"])
async def test_numbers_of_a_country_stand_in_the_page(site, http, tag, code):
    """Every way to reach every service is a link, in every language."""
    async with http.get(site.server.make_url(f"/numbers/{code}"), params={"lang": tag}) as answer:
        text = await answer.text()
        assert answer.status == 200
    assert f'<html lang="{tag}" dir="{LANGUAGES[tag].direction}"' in text
    for card in site.line.child.services(code, tag):
        for way in card.ways:
            assert f'href="{way.link}"' in text
    for other in DIRECTORY:
        assert f'href="/numbers/{other}?lang={tag}"' in text


async def test_numbers_without_a_country_are_the_operators(site, http):
    """`/numbers` opens the helpline's own country; a country nobody knows opens the whole world's page."""
    async with http.get(site.server.make_url("/numbers"), params={"lang": "en"}) as answer:
        assert CATALOGUE.text("en", "country_JO") in (await answer.text()).split("<h1>")[1].split("</h1>")[0]
    async with http.get(site.server.make_url("/numbers/XX"), params={"lang": "en"}) as answer:
        assert CATALOGUE.text("en", "country_ZZ") in (await answer.text()).split("<h1>")[1].split("</h1>")[0]
    async with http.get(site.server.make_url("/numbers/jordan")) as answer:
        assert answer.status == 404


async def test_numbers_that_may_have_changed_say_so(site, http):
    """What no good source says is not shown as certain."""
    async with http.get(site.server.make_url("/numbers/JO"), params={"lang": "en"}) as answer:
        sections = (await answer.text()).split('<section class="card">')[1:]
    unsure = [CATALOGUE.text("en", "numbers_unsure") in one for one in sections]
    assert unsure == [not card.is_sure for card in site.line.child.services("JO", "en")]
    assert True in unsure


async def test_numbers_say_when_somebody_answers(site, http):
    """It is Sunday, two in the afternoon in Amman: the helpline with known hours is open, and its week is shown."""
    async with http.get(site.server.make_url("/numbers/JO"), params={"lang": "en"}) as answer:
        text = await answer.text()
    assert CATALOGUE.text("en", "numbers_open") in text
    assert "Sunday to Thursday" in text


async def test_the_worker_may_keep_only_these_pages(site, http):
    """The worker's reach ends at /numbers, and the chat's page may start no worker at all."""
    async with http.get(site.server.make_url("/numbers/offline.js")) as answer:
        assert answer.headers["Service-Worker-Allowed"] == "/numbers"
        assert answer.content_type == "text/javascript"
    async with http.get(site.server.make_url("/numbers")) as answer:
        assert "worker-src 'self'" in answer.headers["Content-Security-Policy"]
    async with http.get(site.url) as answer:
        assert "worker-src" not in answer.headers["Content-Security-Policy"]
