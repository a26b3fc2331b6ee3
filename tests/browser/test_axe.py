"""axe-core finds nothing, and it really looks: also at Arabic letters."""

from pathlib import Path

import pytest
from playwright.async_api import expect

AXE = Path(__file__).resolve().parents[2] / "node_modules" / "axe-core" / "axe.min.js"
SEE_JOINED_LETTERS = """() => {
  const original = CanvasRenderingContext2D.prototype.getImageData;
  CanvasRenderingContext2D.prototype.getImageData = function (...where) {
    const image = original.apply(this, where);
    image.data.fill(255);
    return image;
  };
}"""
"""axe takes joined letters for an icon font and skips their contrast in silence; equal pixels talk it out of that."""
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa", "best-practice"]
RUN = """async (rules) => {
  const runOnly = { type: 'tag', values: rules };
  const found = await axe.run(document, { runOnly, rules: { 'color-contrast-enhanced': { enabled: true } } });
  return found.violations.map((one) => [one.id, one.nodes.map((node) => node.html.slice(0, 120))]);
}"""


async def violations(page):
    """Run axe on the page as it stands."""
    await page.evaluate(AXE.read_text(encoding="utf-8"))
    await page.evaluate(SEE_JOINED_LETTERS)
    return await page.evaluate(RUN, RULES)


@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
@pytest.mark.parametrize("tag", ["en", "ar"])
async def test_axe_finds_nothing(visit, tag, theme):
    """First view, talk, panels and dialogs: no violation of WCAG 2.2 A, AA and enhanced contrast."""
    child = await visit(lang=tag, reduced_motion="reduce")
    page = child.page
    await page.evaluate("t => sessionStorage.setItem('prefs', JSON.stringify({theme: t}))", theme)
    await page.reload()
    await child.live()
    assert await violations(page) == []
    await page.fill("#write", "home بيت")
    await page.press("#write", "Enter")
    await page.locator("#log .chips button").first.click()
    await expect(page.locator(".chips .chosen")).to_have_count(1)
    await child.wait_for_person()
    assert await violations(page) == []
    await page.click("[data-do=way]")
    assert await violations(page) == []
    await page.keyboard.press("Escape")
    await page.click(".tools [data-do=numbers]")
    assert await violations(page) == []
    await page.keyboard.press("Escape")
    await page.click("[data-do=delete]")
    assert await violations(page) == []
    await page.keyboard.press("Escape")
    await child.meet("مريم", "أنا هنا")
    assert await violations(page) == []


@pytest.mark.parametrize("word", ["نعم", "شكرا", "مدد", "hello"])
async def test_axe_sees_planted_low_contrast(visit, word):
    """If the workaround for joined letters rots, this fails."""
    child = await visit(lang="ar")
    await child.page.evaluate("""(word) => {
      const planted = document.createElement('p');
      planted.textContent = word;
      planted.style.cssText = 'color: #bbb; background: #fff; font-size: 18px';
      document.querySelector('#log').append(planted);
    }""", word)  # fmt: skip
    assert "color-contrast" in [name for name, _ in await violations(child.page)]
