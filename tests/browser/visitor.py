"""A child at the page, as far as a test can be one."""

from __future__ import annotations

import asyncio

from playwright.async_api import BrowserContext, ConsoleMessage, Error, Page, expect

from channels.web.chat import address_of
from core.conversation import Conversation
from core.staff import Counsellor
from core.text import ChildText
from tests.channels.web.site import Site

SPEAKER = """
  window.spoken = [];
  new MutationObserver((changes) => {
    for (const change of changes) {
      const log = document.getElementById('log');
      if (log.getAttribute('aria-live') === 'off') continue;
      for (const node of change.addedNodes) if (change.target === log) window.spoken.push(node.textContent.trim());
    }
  }).observe(document.getElementById('log'), { childList: true });
"""
"""Notes what a screen reader would be told by the log."""


class Visitor:
    """One browser context with one tab in front."""

    def __init__(self, site: Site, context: BrowserContext, page: Page) -> None:
        self.site, self.context, self.page = site, context, page
        self.faults: list[str] = []

    @classmethod
    async def arrive(cls, site: Site, context: BrowserContext) -> Visitor:
        """Open the page and wait until it is live."""
        visitor = cls(site, context, await context.new_page())
        await visitor.open()
        return visitor

    async def open(self, page: Page | None = None, path: str = "") -> None:
        """Open the page in a tab."""
        page = page or self.page
        page.on("pageerror", self._note_error)
        page.on("console", self._note_console)
        await page.goto(self.site.url + path)
        await self.live(page)

    def _note_error(self, error: Error) -> None:
        self.faults.append(str(error))

    def _note_console(self, message: ConsoleMessage) -> None:
        """Note refusals by the content security policy and script errors; a lost connection is no fault."""
        network = "WebSocket" in message.text or "Failed to load resource" in message.text or "ERR_" in message.text
        if message.type == "error" and not network:
            self.faults.append(message.text)

    async def live(self, page: Page | None = None) -> None:
        """Wait until the server has greeted the page."""
        for _ in range(100):
            if await (page or self.page).evaluate("sessionStorage.getItem('session')"):
                return
            await asyncio.sleep(0.05)
        raise AssertionError("the server did not greet the page")

    async def write(self, text: str) -> None:
        """Write and send with the Enter key, and wait until it stands in the log."""
        await self.page.fill("#write", text)
        await self.page.press("#write", "Enter")
        await expect(self.page.locator("#log .msg.child").last).to_contain_text(text)

    async def texts(self, page: Page | None = None) -> list[str]:
        """Return every message's words in the order of the page."""
        return await (page or self.page).locator("#log .words, #log .note").all_inner_texts()

    async def conversation(self) -> Conversation | None:
        """Return what is stored of this visitor."""
        session = await self.page.evaluate("JSON.parse(sessionStorage.getItem('session'))")
        return await self.site.line.child.find("web", address_of(session))

    async def listen(self) -> None:
        """Note from now on what the log would have spoken."""
        await self.page.evaluate(SPEAKER)

    async def spoken(self) -> list[str]:
        """Return what was noted."""
        return await self.page.evaluate("window.spoken")

    async def wait_for_person(self) -> None:
        """Ask for a person and be in the queue."""
        await self.page.click(".who [data-do=person]")
        await expect(self.page.locator("html")).to_have_attribute("data-state", "waiting")

    async def meet(self, name: str, words: str) -> Counsellor:
        """Let a counsellor take the waiting child and write; return the counsellor."""
        counsellor = await self.site.line.hire(name)
        row = next(one for one in await self.site.line.desk.queue() if one.holder is None)
        await self.site.line.desk.claim(counsellor, row.conversation.id)
        await self.site.line.desk.send(counsellor, row.conversation.id, ChildText(words), f"k-{name}")
        await expect(self.page.locator("html")).to_have_attribute("data-state", "person")
        return counsellor
