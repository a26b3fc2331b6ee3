"""The page for a keyboard, a small or magnified screen, from right to left, and without scripts."""

import pytest
from playwright.async_api import expect

from core.text import ChildText
from tests.factories import CATALOGUE, LANGUAGES

RTL = [tag for tag, one in LANGUAGES.items() if one.direction == "rtl"]
OVERFLOW = """() => {
  const root = document.documentElement;
  const wide = [...document.querySelectorAll('body *')].filter((one) => {
    const box = one.getBoundingClientRect();
    const seen = box.width > 1 && !one.closest('.vh, .skip') && one.checkVisibility();
    return seen && (box.right > innerWidth + 1 || box.left < -1);
  });
  return [root.scrollWidth - root.clientWidth, wide.map((one) => one.outerHTML.slice(0, 80))];
}"""
SMALL_TARGETS = """() => [...document.querySelectorAll('button, a, textarea, select, [role=switch]')].filter((one) => {
  const box = one.getBoundingClientRect();
  const offered = one.checkVisibility() && box.width > 1 && box.bottom > 0;
  return offered && (box.width < 44 || box.height < 44);
}).map((one) => one.outerHTML.slice(0, 80))"""


async def test_a_whole_talk_by_keyboard_alone(visit):
    """Write, answer, get a person, change the words: Tab, Enter and Space are enough, and the focus is seen."""
    child = await visit()
    page = child.page
    await page.keyboard.press("Tab")
    await page.keyboard.press("Enter")
    await expect(page.locator("#write")).to_be_focused()
    await page.keyboard.type("at home")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("second line")
    await page.keyboard.press("Enter")
    await expect(page.locator("#log .msg.child .words p")).to_have_count(2)
    chip = page.get_by_role("button", name="No, I am not safe")
    await expect(chip).to_be_visible()
    while await page.evaluate("document.activeElement.textContent") != "No, I am not safe":
        await reach(page, "tap", backwards=True)
    outline = await page.evaluate("getComputedStyle(document.activeElement).outlineWidth")
    assert float(outline.removesuffix("px")) >= 2
    await page.keyboard.press("Enter")
    await expect(page.locator("html")).to_have_attribute("data-state", "waiting")
    await reach(page, "way", backwards=True)
    await page.keyboard.press("Enter")
    await expect(page.locator("#sheet")).to_be_visible()
    await reach(page, "simple")
    await page.keyboard.press("Space")
    await expect(page.locator("#sheet [data-do=simple]")).to_have_attribute("aria-checked", "true")
    await page.keyboard.press("Escape")
    await expect(page.locator("#sheet")).to_be_hidden()
    await expect(page.locator("[data-do=way]")).to_be_focused()
    await expect(page.get_by_role("heading", name="A person is coming", exact=True)).to_be_visible()


async def reach(page, name, *, backwards=False):
    """Move by Tab until a control of this name has the focus."""
    for _ in range(60):
        await page.keyboard.press("Shift+Tab" if backwards else "Tab")
        if await page.evaluate("document.activeElement.dataset.do") == name:
            return
    raise AssertionError(f"{name} is not reached by Tab")


async def test_focus_is_never_taken_by_messages(visit, site):
    """While messages arrive, the child goes on writing where they are."""
    child = await visit()
    await child.wait_for_person()
    await child.page.focus("#write")
    await child.page.keyboard.type("I am wri")
    counsellor = await child.meet("Mariam", "first")
    conversation = (await child.conversation()).id
    for number in range(10):
        await site.line.desk.send(counsellor, conversation, ChildText(f"line {number}"), f"line-{number}")
        await child.page.keyboard.type(str(number))
    await expect(child.page.locator("#log")).to_contain_text("line 9")
    await expect(child.page.locator("#write")).to_be_focused()
    assert await child.page.input_value("#write") == "I am wri0123456789"


@pytest.mark.parametrize(("tag", "width", "height", "size"), [
    *((tag, 320, 640, "1") for tag in sorted(LANGUAGES)), *((tag, 390, 844, "2") for tag in sorted(LANGUAGES)),
    ("en", 640, 360, "1"), ("ar", 640, 360, "1"), ("en", 1280, 800, "1.5"), ("ar", 1280, 800, "1.5"),
])  # fmt: skip
async def test_nothing_overflows_and_every_target_is_large(visit, tag, width, height, size):
    """No sideways scrolling and nothing under 44 pixels, at the first view, in the talk and in the panels."""
    child = await visit(lang=tag, width=width, height=height)
    page = child.page
    await page.evaluate("s => sessionStorage.setItem('prefs', JSON.stringify({size: s}))", size)
    await page.reload()
    await child.live()
    await check(page)
    await page.fill("#write", "home بيت گھر " + "w" * 120)
    await page.press("#write", "Enter")
    await expect(page.locator("#log .chips button")).to_have_count(4)
    await child.wait_for_person()
    await expect(page.locator(".card.wide h2").first).to_be_visible()
    await check(page)
    if width < 896:
        await page.click("[data-do=way]")
        await check(page)
        await page.keyboard.press("Escape")
        await page.click(".tools [data-do=numbers]")
        await check(page)


async def check(page):
    """Expect no overflow and no small target."""
    assert await page.evaluate(OVERFLOW) == [0, []]
    assert await page.evaluate(SMALL_TARGETS) == []


@pytest.mark.parametrize(("width", "height", "size"), [(320, 256, "1"), (390, 844, "2"), (390, 844, "1")])
async def test_the_newest_message_and_the_way_out_are_always_in_view(visit, width, height, size):
    """At 400 % a 1280 pixel screen is 320 by 256: the talk still follows, the way out is never gone."""
    child = await visit(width=width, height=height)
    await child.page.evaluate("s => sessionStorage.setItem('prefs', JSON.stringify({size: s}))", size)
    await child.page.reload()
    await child.live()
    for number in range(4):
        await child.write(f"at home {number}")
    await expect(child.page.locator("#log .chips button")).to_have_count(16)
    await expect(child.page.locator("#log .chips button").last).to_be_in_viewport()
    await expect(child.page.get_by_role("link", name="Leave fast")).to_be_in_viewport()
    assert (await child.page.evaluate(OVERFLOW))[0] == 0


async def test_the_end_stays_in_view_when_something_takes_room(visit, site):
    """The notice of a lost connection does not cover the newest words."""
    child = await visit(height=600)
    await child.write("at home")
    await expect(child.page.locator("#log .chips button")).to_have_count(4)
    await child.context.set_offline(True)
    await site.channel.close()
    await child.page.fill("#write", "are you there")
    await child.page.press("#write", "Enter")
    await expect(child.page.get_by_role("alert")).to_contain_text("There is no connection", timeout=8000)
    await expect(child.page.locator("#outgoing .from")).to_be_in_viewport(ratio=1)


async def test_reading_back_is_not_interrupted(visit, site):
    """Who reads older words stays there; a button leads to what is new."""
    child = await visit(height=600)
    for number in range(4):
        await child.write(f"at home {number}")
    await expect(child.page.locator("#log .chips button")).to_have_count(16)
    await child.page.evaluate("document.getElementById('stream').scrollTop = 0")
    await site.line.child.say_error((await child.conversation()).id, "utter_still_here")
    await expect(child.page.get_by_role("button", name="Newest message")).to_be_visible()
    assert await child.page.evaluate("document.getElementById('stream').scrollTop") == 0
    await child.page.get_by_role("button", name="Newest message").click()
    await expect(child.page.locator("#log .msg").last).to_be_in_viewport()
    await expect(child.page.get_by_role("button", name="Newest message")).to_be_hidden()


@pytest.mark.parametrize("tag", RTL)
async def test_right_to_left_is_mirrored_and_numbers_are_not(visit, tag):
    """Own words end at the left edge, the robot's begin at the right one, numbers to dial keep their order."""
    child = await visit(lang=tag)
    await child.page.fill("#write", "أنا خايف 123")
    await child.page.press("#write", "Enter")
    mine = child.page.locator("#log .msg.child")
    await expect(mine).to_have_count(1)
    own, robot = await mine.bounding_box(), await child.page.locator("#log .msg.robot").first.bounding_box()
    assert own["x"] < 30
    assert robot["x"] + robot["width"] > 360
    assert await child.page.get_attribute("html", "dir") == "rtl"
    assert await mine.locator("p[dir=auto]").count() == 1
    await child.page.click(".tools [data-do=numbers]")
    await expect(child.page.locator(".country.shown bdi[dir=ltr]").first).to_have_text("911")


async def test_every_message_says_its_language(visit):
    """A language switched in the middle leaves each message with the language it was said in."""
    child = await visit()
    await child.write("hello")
    await child.page.click("[data-do=way]")
    await child.page.click("#sheet [data-tag=ar]")
    await expect(child.page.locator("html")).to_have_attribute("dir", "rtl")
    await child.page.keyboard.press("Escape")
    await expect(child.page.locator("#log .msg.robot").last.locator(".words")).to_have_attribute("lang", "ar")
    await expect(child.page.locator("#log .msg.robot").first.locator(".words")).to_have_attribute("lang", "en")
    await expect(child.page.locator(".who [data-do=person]")).to_have_text(CATALOGUE.text("ar", "page_talk_to_person"))
    await expect(child.page.locator("#write")).to_have_attribute("placeholder", CATALOGUE.text("ar", "page_write_here"))


async def test_settings_apply_at_once_and_stay_in_the_tab(visit):
    """Letters and colours change without a reload and are there after one."""
    child = await visit()
    await child.page.click("[data-do=way]")
    await child.page.click("#sheet [data-do=size][data-value='1.5']")
    await child.page.click("#sheet [data-do=theme][data-value=dark]")
    size = await child.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)")
    assert size == 27
    assert await child.page.evaluate("getComputedStyle(document.documentElement).backgroundColor") == "rgb(16, 25, 29)"
    await child.page.reload()
    assert await child.page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") == 27
    assert await child.page.get_attribute("html", "data-theme") == "dark"


async def test_calm_and_forced_colours_are_respected(visit):
    """Reduced motion means no motion; in forced colours every control keeps a border."""
    child = await visit(reduced_motion="reduce", forced_colors="active")
    assert await child.page.evaluate("getComputedStyle(document.querySelector('.send')).transitionDuration") == "0s"
    width = await child.page.evaluate(
        "parseFloat(getComputedStyle(document.querySelector('.msg .words')).borderTopWidth)"
    )
    assert width >= 1


@pytest.mark.parametrize("tag", sorted(LANGUAGES))
async def test_without_scripts_the_page_still_helps(browser, site, tag):
    """Welcome, languages, the way out and every number are there; nothing is offered that would not work."""
    context = await browser.new_context(java_script_enabled=False, viewport={"width": 320, "height": 640}, locale=tag)
    page = await context.new_page()
    await page.goto(site.url)
    await expect(page.locator("#welcome")).to_contain_text(CATALOGUE.text(tag, "utter_welcome"))
    await expect(page.get_by_role("heading", name=CATALOGUE.text(tag, "page_plain_title"))).to_be_visible()
    await expect(page.get_by_role("link", name=CATALOGUE.text(tag, "page_leave"))).to_be_visible()
    await expect(page.locator("a[href='tel:911']").first).to_be_visible()
    assert await page.locator("button:visible, textarea:visible").count() == 0
    await context.close()
