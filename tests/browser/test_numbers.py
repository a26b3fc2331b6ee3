"""The page of phone numbers in a real browser: on small screens, for axe, without scripts, without a network."""

import pytest
from playwright.async_api import expect

from languages.registry import ROOT
from tests.browser.test_access import check
from tests.factories import CATALOGUE, LANGUAGES

AXE = ROOT / "node_modules/axe-core/axe.min.js"
SCAN = """async () => (await axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }))
  .violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`)"""


@pytest.fixture
async def open_numbers(site, browser):
    """Give a way to open the page; no visit may meet a script error."""
    contexts, faults = [], []

    async def open_page(path="/numbers/JO", tag="en", **options):
        context = await browser.new_context(locale=tag, **options)
        contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        await page.goto(str(site.server.make_url(path)))
        return page

    yield open_page
    assert faults == []
    for context in contexts:
        await context.close()


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
async def test_numbers_fit_small_screens_and_fingers(open_numbers, tag):
    """No sideways scrolling and nothing under 44 pixels at 320 pixels; nothing for axe to say."""
    page = await open_numbers(tag=tag, viewport={"width": 320, "height": 640}, bypass_csp=True)
    await check(page)
    await page.add_script_tag(path=AXE)
    assert await page.evaluate(SCAN) == []


async def test_numbers_work_without_scripts(open_numbers):
    """The links are there, and the way back to the chat and the way out."""
    page = await open_numbers(java_script_enabled=False)
    await expect(page.get_by_role("link", name="911").first).to_be_visible()
    await expect(page.get_by_role("link", name=CATALOGUE.text("en", "numbers_back"))).to_be_visible()
    await expect(page.get_by_role("link", name=CATALOGUE.text("en", "page_leave"))).to_be_visible()


async def test_numbers_are_there_without_a_network(open_numbers):
    """Once opened, the page opens again offline, with its numbers and its looks."""
    page = await open_numbers()
    await expect(page.locator("#kept")).to_be_visible(timeout=15000)
    await page.context.set_offline(True)
    await page.reload()
    await expect(page.get_by_role("link", name="911").first).to_be_visible()
    assert await page.evaluate("getComputedStyle(document.querySelector('.directory')).display") == "grid"


async def test_leaving_fast_forgets_the_kept_page(open_numbers, site):
    """Nothing of the page is kept on the device after the way out was taken."""
    page = await open_numbers()
    await expect(page.locator("#kept")).to_be_visible(timeout=15000)
    await page.get_by_role("link", name=CATALOGUE.text("en", "page_leave")).click()
    await page.wait_for_url("**/neutral")
    assert await page.evaluate("caches.keys()") == []
    assert await page.evaluate("navigator.serviceWorker.getRegistrations().then((all) => all.length)") == 0
