"""Real Chromium on a real page."""

import os
import secrets
import shutil

import pytest
from playwright.async_api import async_playwright

from storage.database import open_database
from tests.browser.visitor import Visitor
from tests.channels.web.site import open_site


@pytest.fixture
async def db(tmp_path):
    """Open an empty database."""
    opened = await open_database(f"sqlite:///{tmp_path / 'sanad.sqlite3'}", secrets.token_bytes(32))
    yield opened
    await opened.close()


@pytest.fixture
async def site(db):
    """Run the page."""
    async with open_site(db) as running:
        yield running


@pytest.fixture
async def browser():
    """Start Chromium."""
    arguments = ["--no-sandbox"] if os.geteuid() == 0 else []
    async with async_playwright() as playwright:
        started = await playwright.chromium.launch(
            executable_path=shutil.which("chromium") or "/usr/bin/chromium",
            args=[*arguments, "--autoplay-policy=no-user-gesture-required"],
        )
        yield started
        await started.close()


@pytest.fixture
async def visit(site, browser):
    """Give a way to open the page as a new visitor, such as `lang="ar", width=320`; none may meet a script error."""
    visitors: list[Visitor] = []

    async def open_page(lang: str = "en", width: int = 390, height: int = 844, **options: object) -> Visitor:
        context = await browser.new_context(viewport={"width": width, "height": height}, locale=lang, **options)
        visitors.append(await Visitor.arrive(site, context))
        return visitors[-1]

    yield open_page
    for one in visitors:
        assert one.faults == [], one.faults
        await one.context.close()
