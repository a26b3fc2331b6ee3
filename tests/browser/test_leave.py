"""Leave fast: nothing of the talk is left to see, to hear or to go back to."""

from playwright.async_api import expect

SECRET = "nobody must see this"


async def test_leaving_goes_to_the_neutral_page_and_back_shows_no_talk(visit, site):
    """The talk's place in the history is taken by the neutral page; the tab's storage is empty."""
    child = await visit()
    await child.page.goto(site.url + "neutral?before")
    await child.page.goto(site.url)
    await child.live()
    await child.write(SECRET)
    await child.page.get_by_role("link", name="Leave fast").click()
    await child.page.wait_for_url("**/neutral")
    assert await child.page.evaluate("sessionStorage.length + localStorage.length + document.cookie.length") == 0
    await child.page.go_back()
    assert "/neutral?before" in child.page.url
    await child.page.go_forward()
    assert SECRET not in await child.page.content()


async def test_leaving_blanks_the_page_before_the_neutral_one_answers(visit):
    """In the same moment, within 50 ms, nothing is left but a neutral word, however slow the other site is."""
    child = await visit()
    await child.write(SECRET)
    left = await child.page.evaluate("""() => {
      const from = performance.now();
      document.querySelector('[data-do="leave"]').click();
      const seen = document.body.innerText.trim();
      return [performance.now() - from, seen, document.documentElement.outerHTML, sessionStorage.length];
    }""")
    assert left[0] < 50
    assert left[1] == "Loading"
    assert SECRET not in left[2]
    assert left[3] == 0


async def test_leaving_works_without_a_connection(visit):
    """Blank and empty at once, with nobody to ask."""
    child = await visit()
    await child.write(SECRET)
    await child.context.set_offline(True)
    await child.page.get_by_role("link", name="Leave fast").click(no_wait_after=True)
    await child.page.wait_for_timeout(300)
    assert SECRET not in await child.page.content()
    child.faults.clear()


async def test_leaving_silences_the_voice(visit):
    """A message that is being read stops at once."""
    child = await visit()
    await child.write("hello")
    await child.page.evaluate("""() => {
      window.paused = 0;
      const pause = HTMLMediaElement.prototype.pause;
      HTMLMediaElement.prototype.pause = function () { window.paused += 1; return pause.call(this); };
    }""")
    await child.page.locator("#log .msg.robot").first.get_by_role("button", name="Listen").click()
    await expect(child.page.locator(".msg.playing")).to_have_count(1)
    await child.page.wait_for_timeout(400)
    paused = await child.page.evaluate("""() => {
      document.querySelector('[data-do="leave"]').click();
      return window.paused;
    }""")
    assert paused >= 1


async def test_leaving_by_keyboard(visit):
    """The way out is reached by Tab, near the beginning of the page."""
    child = await visit()
    for _ in range(4):
        await child.page.keyboard.press("Tab")
        if await child.page.evaluate("document.activeElement.dataset.do") == "leave":
            break
    await child.page.keyboard.press("Enter")
    await child.page.wait_for_url("**/neutral")
