"""The page in each language, before any script runs."""

import re

import pytest
from aiohttp import ClientSession

from channels.web.assets import STATIC, Assets
from channels.web.headers import page_headers
from channels.web.options import WebOptions, WebParts
from channels.web.page import choose_language
from tests.factories import CATALOGUE, DIRECTORY, LANGUAGES


@pytest.fixture
async def http():
    """Open a plain HTTP client."""
    async with ClientSession() as client:
        yield client


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
async def test_page_is_complete_without_scripts(site, http, tag):
    """Welcome, languages, numbers of every country and the way out stand in the HTML of every language."""
    async with http.get(site.url, params={"lang": tag}) as answer:
        text = await answer.text()
    direction = LANGUAGES[tag].direction
    assert f'<html lang="{tag}" dir="{direction}"' in text
    assert CATALOGUE.text(tag, "page_plain_title") in text
    assert 'href="/neutral"' in text
    assert "tel:911" in text
    for one in LANGUAGES.values():
        assert f'href="/?lang={one.tag}"' in text
    for code in DIRECTORY:
        assert f'data-country="{code}"' in text
    assert answer.headers["Content-Language"] == tag


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
async def test_page_holds_no_inline_script_or_style(site, http, tag):
    """Nothing in the page needs a hole in the content security policy."""
    async with http.get(site.url, params={"lang": tag}) as answer:
        text = await answer.text()
    assert not re.search(r"<script(?![^>]*\bsrc=)", text)
    assert not re.search(r"<style|\sstyle=|\son[a-z]+=", text)


async def test_page_title_says_nothing_about_a_helpline(site, http):
    """Who sees the tab sees "Chat"."""
    async with http.get(site.url, params={"lang": "en"}) as answer:
        assert '<title data-t="page_title">Chat</title>' in await answer.text()


async def test_page_in_easy_words_differs(site, http):
    """`simple=1` gives the easy form of every sentence that has one."""
    async with http.get(site.url, params={"lang": "en", "simple": "1"}) as answer:
        text = await answer.text()
    assert "A helper can read what you write." in text
    assert "counsellor of the helpline" not in text


async def test_page_is_small_enough_for_a_slow_phone(site, http):
    """HTML, styles and scripts of the first view weigh at most 60 KB compressed."""
    total = 0
    async with http.get(site.url, params={"lang": "ar"}, headers={"Accept-Encoding": "gzip"}) as answer:
        text = await answer.text()
        total += int(answer.headers.get("Content-Length") or answer.content.total_raw_bytes)
    for address in set(re.findall(r'"(/static/[^"]+\.(?:js|css))"', text)):
        async with http.get(site.server.make_url(address), headers={"Accept-Encoding": "gzip"}) as answer:
            assert answer.status == 200
            await answer.read()
            total += int(answer.headers.get("Content-Length") or answer.content.total_raw_bytes)
    assert 5_000 < total <= 60_000


async def test_page_keeps_itself_closed(site, http):
    """Every protective header is there, and nobody may keep the page."""
    async with http.get(site.url) as answer:
        headers = answer.headers
    policy = headers["Content-Security-Policy"]
    assert "default-src 'none'" in policy
    assert "script-src 'self'" in policy
    assert "unsafe" not in policy
    assert "frame-ancestors 'none'" in policy
    assert headers["Cache-Control"] == "no-store"
    assert headers["Referrer-Policy"] == "no-referrer"
    assert headers["X-Content-Type-Options"] == "nosniff"
    assert headers["Cross-Origin-Opener-Policy"] == "same-origin"
    assert "Set-Cookie" not in headers


def test_page_headers_ignore_a_host_that_is_no_host():
    """A made-up Host header cannot widen the policy."""
    policy = page_headers("evil.example; script-src *", "https://charity.example")["Content-Security-Policy"]
    assert "evil" not in policy
    assert "frame-ancestors https://charity.example" in policy


@pytest.mark.parametrize(("asked", "accepted", "tag"), [
    (None, "", "en"),
    ("ur", "ar", "ur"),
    ("UR", "", "ur"),
    ("xx", "ar-EG,ar;q=0.9,en;q=0.8", "ar"),
    (None, "de, fr;q=0.4, ur;q=0.8", "ur"),
    (None, "de;q=much, *;q=0.1, ;;;", "en"),
    ("../../etc", "zz" * 500, "en"),
])  # fmt: skip
def test_choose_language_takes_the_address_then_the_browser(asked, accepted, tag):
    """Only languages that are offered are ever chosen; nonsense gives the default."""
    parts = WebParts(None, None, CATALOGUE, LANGUAGES, WebOptions(default_language="en"))  # type: ignore[arg-type]
    assert choose_language(parts, asked, accepted) == tag


async def test_static_files_live_for_ever_at_their_own_address(site, http):
    """A file's address changes with its content, so it may be kept; a wrong version or name is not found."""
    assets = Assets()
    async with http.get(site.server.make_url(assets.url("page.css"))) as answer:
        assert answer.status == 200
        assert "immutable" in answer.headers["Cache-Control"]
        assert answer.content_type == "text/css"
    for address in ("/static/old/page.css", f"/static/{assets.version}/../handler.py", f"/static/{assets.version}/x"):
        async with http.get(str(site.server.make_url("")).rstrip("/") + address) as answer:
            assert answer.status == 404


def test_assets_change_their_address_with_their_content(tmp_path):
    """One changed byte anywhere gives a new version."""
    for file in STATIC.glob("*.css"):
        (tmp_path / file.name).write_bytes(file.read_bytes())
    before = Assets(tmp_path).version
    (tmp_path / "base.css").write_bytes(b"a{}")
    assert Assets(tmp_path).version != before


def test_styles_know_no_left_and_right():
    """Only logical properties, so that right-to-left needs no second sheet."""
    for sheet in STATIC.glob("*.css"):
        assert not re.search(
            r"(?:margin|padding|border)-(?:left|right)|(?<![\w-])(?:left|right)\s*:|text-align:\s*(?:left|right)",
            sheet.read_text(),
        )


def test_scripts_hold_no_words_for_people():
    """Every sentence comes from the catalogue: scripts contain no text with a space that begins in upper case."""
    for script in STATIC.glob("*.js"):
        code = re.sub(r"/\*.*?\*/", "", script.read_text(), flags=re.DOTALL)
        code = re.sub(r"//[^\n]*", "", code)
        assert not re.findall(r"['\"`][A-Z][a-z]+ [a-z][^'\"`]*['\"`]", code), script.name
