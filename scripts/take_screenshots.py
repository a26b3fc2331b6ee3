"""Take the pictures of docs/images from a running helpline: `.venv/service/bin/python -m scripts.take_screenshots`.

Starts a whole helpline on free ports and an empty folder; all children are invented.
"""

from __future__ import annotations

import asyncio
import tempfile
from pathlib import Path

import pyotp
from playwright.async_api import Browser, Page, async_playwright

from languages.registry import ROOT
from tests.channels.telegram.fake_api import FakeTelegram
from tests.whole.town import Town, WebChild

IMAGES = ROOT / "docs" / "images"
CHROMIUM = "/usr/bin/chromium"
PHONE, DESKTOP, DESK = (
    {"width": 390, "height": 844},
    {"width": 1280, "height": 800},
    {"width": 1440, "height": 900},
)
PASSWORD = "a quiet river at dawn"  # noqa: S105 -- of an invented account that lives for a minute
CHILDREN = {
    "fr": ["je me sens seul, j'ai pas d'amis", "je voudrais parler à une personne"],
    "ur": ["امی ابو روز لڑتے ہیں، مجھے ڈر لگتا ہے", "کسی انسان سے بات کرنی ہے"],
    "en": ["my stepdad hits me when mum is at work", "he is coming home soon"],
}


async def _show_child(browser: Browser, town: Town, tag: str, words: str, size: dict[str, int], name: str) -> Page:
    """Let a child write on the page and take a picture."""
    page = await browser.new_page(viewport=size, locale=tag)  # type: ignore[arg-type]
    await page.goto(f"{town.url}/?lang={tag}")
    await page.locator("textarea").fill(words)
    await page.keyboard.press("Enter")
    await page.locator(".msg.robot, [data-from=robot]").last.wait_for()
    await page.wait_for_timeout(2500)
    await page.screenshot(path=IMAGES / f"{name}.png")
    return page


async def _join(page: Page, town: Town) -> None:
    """Make the first account."""
    link = next(word for word in town.screen.split() if "/console/invite/" in word)
    await page.goto(link)
    secret = "".join((await page.locator(".secret").inner_text()).split())
    await page.fill("#login", "mariam")
    await page.fill("#first_name", "Mariam")
    await page.fill("#password", PASSWORD)
    await page.fill("#again", PASSWORD)
    await page.fill("#code", pyotp.TOTP(secret).now())
    await page.keyboard.press("Enter")
    await page.wait_for_url("**/console")


async def _show_console(browser: Browser, town: Town, child: Page) -> None:
    """Take a conversation, answer, and take pictures of both sides."""
    page = await browser.new_page(viewport=DESK)  # type: ignore[arg-type]
    await _join(page, town)
    await page.screenshot(path=IMAGES / "console-queue.png")
    await page.locator("article, li, tr").filter(has_text="Arabic").locator("button").first.click()
    await page.wait_for_url("**/console/conversations/*")
    await page.locator("textarea").first.fill("مرحبًا، أنا مريم. قرأتُ ما كتبته، ولا داعي لتكراره. هل المكان هادئ الآن؟")
    await page.keyboard.press("Control+Enter")
    await page.wait_for_timeout(1500)
    await page.screenshot(path=IMAGES / "console-en.png")
    await child.wait_for_timeout(500)
    await child.screenshot(path=IMAGES / "child-ar-person.png")


async def main() -> None:
    """Take all pictures."""
    IMAGES.mkdir(exist_ok=True)
    telegram = FakeTelegram()
    await telegram.start()
    with tempfile.TemporaryDirectory() as folder:
        town = Town(Path(folder), telegram)
        await town.start()
        async with async_playwright() as driver:
            browser = await driver.chromium.launch(
                executable_path=CHROMIUM, args=["--no-sandbox", "--disable-gpu", "--disable-background-networking"]
            )
            for tag, lines in CHILDREN.items():
                async with WebChild(town, tag) as child:
                    for line in lines:
                        await child.write(line)
                        await asyncio.sleep(1)
            lonely, beaten = "i feel so alone at school", "بابا بيضربني كل ليلة وأنا خايف"
            await _show_child(browser, town, "en", lonely, PHONE, "child-en-phone")
            await _show_child(browser, town, "en", lonely, DESKTOP, "child-en-desktop")
            await _show_child(browser, town, "ar", "حاسس حالي وحيد وما عندي أصحاب", PHONE, "child-ar-phone")
            child = await _show_child(browser, town, "ar", beaten, DESKTOP, "child-ar-desktop")
            await _show_console(browser, town, child)
            await browser.close()
        await town.stop()
    await telegram.stop()


if __name__ == "__main__":
    asyncio.run(main())
