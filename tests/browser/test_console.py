"""A counsellor's shift in a real browser: from the invitation to the end of a conversation."""

from __future__ import annotations

import pytest
from playwright.async_api import Page, expect

from core.staff import Role
from languages.registry import ROOT
from tests.console.office import PASSWORD
from tests.console.opening import open_office

AXE = ROOT / "node_modules/axe-core/axe.min.js"
CHILD = "he is at the door now <img src=x onerror=alert(1)><script>alert(1)</script>"
RULES = ["wcag2a", "wcag2aa", "wcag21a", "wcag21aa", "wcag22aa"]
SCAN = """
async (rules) => {
  const read = CanvasRenderingContext2D.prototype.getImageData;
  CanvasRenderingContext2D.prototype.getImageData = function (...where) {
    const picture = read.apply(this, where);
    picture.data.fill(255);
    return picture;
  };
  const found = await axe.run(document, { runOnly: rules });
  return found.violations.map((one) => `${one.id}: ${one.nodes.map((node) => node.html).join(' | ')}`);
}
"""
"""axe takes joined letters for an icon font and skips them; with the same picture for every letter it looks at all."""


@pytest.fixture
async def office(tmp_path):
    """Open a console that nobody has an account for yet."""
    async with open_office(tmp_path) as opened:
        yield opened


@pytest.fixture
async def sit(browser, office):
    """Open browsers of any size and language; nobody in front of one may meet a script error or a refusal."""
    faults, contexts = [], []

    async def open_page(lang: str = "en", width: int = 1440, height: int = 900, **options: object) -> Page:
        context = await browser.new_context(viewport={"width": width, "height": height}, locale=lang, **options)
        contexts.append(context)
        page = await context.new_page()
        page.on("pageerror", lambda error: faults.append(str(error)))
        page.on("dialog", lambda dialog: faults.append(dialog.message))
        page.on("console", lambda said: faults.append(said.text) if is_fault(said) else None)
        return page

    yield open_page
    assert faults == [], faults
    for context in contexts:
        await context.close()


def is_fault(said):
    """Return whether a line of the browser's console is a script error or a refusal by the policy."""
    network = "WebSocket" in said.text or "Failed to load resource" in said.text
    return said.type == "error" and not network


async def make_account(office, page, role=Role.SUPERVISOR, lang="en", login="mariam"):
    """Fill an invitation in, in the browser; return the authenticator's secret."""
    await page.goto(office.base + await office.invite(role))
    secret = (await page.locator("bdi.secret").inner_text()).replace(" ", "")
    await page.fill("#login", login)
    await page.fill("#first_name", login.title())
    await page.select_option("#language", lang)
    await page.fill("#password", PASSWORD)
    await page.fill("#again", PASSWORD)
    await page.fill("#code", office.code(secret))
    await page.locator("main button").click()
    await expect(page.locator("#queue")).to_be_visible()
    return secret


async def test_shift_from_invitation_to_the_end_of_a_conversation(office, sit):
    """Account, sign-in with a code, a child appears, take, talk both ways, close: all by keyboard where it matters."""
    page = await sit()
    secret = await make_account(office, page)
    await page.get_by_role("button", name="Sign out").click()
    await expect(page.get_by_role("status").filter(has_text="You are signed out.")).to_be_visible()
    office.helpline.clock.turn(60)
    await page.get_by_label("Login name").fill("mariam")
    await page.get_by_label("Password").fill(PASSWORD)
    await page.get_by_label("Code from your authenticator app").fill(office.code(secret))
    await page.keyboard.press("Enter")
    await expect(page.locator(".empty")).to_contain_text("Nobody is waiting")
    found = (await office.helpline.write(CHILD)).conversation.id
    take = page.get_by_role("button", name="Take it now")
    await expect(take).to_be_visible()
    await expect(page).to_have_title("(1) Queue · Sanad")
    await take.focus()
    await page.keyboard.press("Enter")
    await expect(page.locator("#words")).to_be_focused()
    await expect(page.locator(".msg.child .words")).to_contain_text("<img src=x onerror=alert(1)>")
    await expect(page.locator("mark")).to_have_text("at the door now")
    await page.keyboard.type("I am Mariam.")
    await page.keyboard.press("Shift+Enter")
    await page.keyboard.type("I read it. Is the door closed?")
    await page.keyboard.press("Enter")
    await expect(page.locator("#lines .msg.person .words")).to_have_text("I am Mariam.\nI read it. Is the door closed?")
    await expect(page.locator(".pending")).to_have_count(0)
    await office.helpline.write("yes <b>closed</b>")
    await expect(page.locator("#lines .msg.child .words").last).to_have_text("yes <b>closed</b>")
    await page.select_option("#reason", "helped")
    await page.get_by_role("button", name="Close the conversation").click()
    await expect(page.locator("#said")).to_have_text("The conversation is closed.")
    assert (await office.helpline.texts(found)).count("I am Mariam.\nI read it. Is the door closed?") == 1


async def test_words_written_while_the_line_is_lost_arrive_once(office, sit):
    """What both sides write while the line breaks stands there once, in order."""
    page = await sit()
    await make_account(office, page)
    found = await office.waiting()
    await page.locator(f"#take-{found}").click()
    for number in range(4):
        office.console.room.lines.close()
        await page.locator("#words").fill(f"counsellor {number}")
        await page.keyboard.press("Enter")
        await office.helpline.write(f"child {number}", address="child-waiting")
        await expect(page.locator(f"#lines .words:text-is('counsellor {number}')")).to_have_count(1)
        await expect(page.locator(f"#lines .words:text-is('child {number}')")).to_have_count(1)
    await expect(page.locator(".pending")).to_have_count(0)
    await expect(page.locator("#line")).to_be_hidden()
    shown = await page.locator("#lines [data-seq]").evaluate_all("all => all.map((one) => Number(one.dataset.seq))")
    assert shown == sorted(set(shown))
    texts = await office.helpline.texts(found)
    assert all(texts.count(f"{who} {number}") == 1 for who in ("counsellor", "child") for number in range(4))


async def test_focus_and_draft_stay_when_the_queue_moves(office, sit):
    """A child who appears takes neither the focus of a button nor a half-written answer."""
    page = await sit()
    await make_account(office, page)
    first, second = await office.waiting("one"), await office.waiting("two")
    await page.locator(f"#take-{second}").focus()
    await office.helpline.write("he is at the door now", address="three")
    await expect(page.locator(".item.emergency")).to_be_visible()
    await expect(page.locator(f"#take-{second}")).to_be_focused()
    await page.locator(f"#take-{first}").click()
    await page.locator("#words").fill("not sent yet")
    await office.helpline.write("he hits me", address="four")
    await expect(page.locator(".item.high")).to_be_visible()
    await expect(page.locator("#words")).to_have_value("not sent yet")
    await expect(page.locator("#words")).to_be_focused()


async def test_words_are_hidden_when_nobody_moved_for_a_minute(office, sit):
    """After 60 seconds without a hand at the machine the words are blurred; the next movement shows them."""
    page = await sit()
    await page.clock.install()
    await make_account(office, page)
    found = await office.waiting()
    await page.locator(f"#take-{found}").click()
    await expect(page.locator("#words")).to_be_visible()
    await page.clock.fast_forward(62_000)
    await expect(page.locator("#idle")).to_be_visible()
    assert await page.locator(".words").first.evaluate("one => getComputedStyle(one).filter") == "blur(8px)"
    await page.mouse.move(5, 5)
    await expect(page.locator("#idle")).to_be_hidden()
    assert await page.locator(".words").first.evaluate("one => getComputedStyle(one).filter") == "none"


async def test_signing_out_in_one_tab_ends_the_other(office, sit):
    """Another tab of the same browser goes to the sign-in page at once."""
    page = await sit()
    await make_account(office, page)
    other = await page.context.new_page()
    await other.goto(office.base + "/console")
    await expect(other.locator("#queue")).to_be_visible()
    await page.get_by_role("button", name="Sign out").click()
    await expect(other.locator("#login")).to_be_visible()


async def pages(office, page, lang):
    """Go through every page of the console, yielding its name at each."""
    await page.goto(office.base + await office.invite())
    yield "invitation"
    await page.goto(office.base + "/console/login")
    yield "sign-in"
    await make_account(office, page, lang=lang)
    await office.helpline.write("he is at the door now", address="now")
    await office.helpline.write("they laugh at me every night", address="laughed")
    found = await office.waiting()
    await expect(page.locator(".item.emergency")).to_be_visible()
    yield "queue"
    await page.locator(f"#take-{found}").click()
    await page.wait_for_url("**/console/conversations/*")
    await page.wait_for_load_state()
    await page.locator("#words").fill("hello")
    await page.keyboard.press("Enter")
    await expect(page.locator("#lines .msg.person")).to_have_count(1)
    yield "conversation"
    await page.goto(office.base + "/console/team")
    await page.locator("main button").click()
    await expect(page.locator(".result")).to_be_visible()
    yield "team"
    await page.goto(office.base + "/console/nothing")
    yield "not found"


@pytest.mark.parametrize("lang", ["en", "ar"])
@pytest.mark.parametrize("theme", ["light", "dark", "contrast"])
async def test_every_page_passes_axe(office, sit, lang, theme):
    """No page breaks WCAG 2.2 AA as far as axe can tell, in both directions and all colours."""
    assert AXE.exists(), "run `npm ci` first"
    look = {"color_scheme": "dark"} if theme == "dark" else {"contrast": "more"} if theme == "contrast" else {}
    page = await sit(lang=lang, bypass_csp=True, **look)
    async for name in pages(office, page, lang):
        await page.add_script_tag(path=AXE)
        assert await page.evaluate(SCAN, RULES) == [], name


async def test_axe_sees_faint_arabic(sit, office):
    """The scan finds faint Arabic words, which axe alone passes over in silence."""
    page = await sit(lang="ar", bypass_csp=True)
    await page.goto(office.base + "/console/login")
    await page.locator("h1").evaluate("one => { one.style.color = '#bbb'; one.style.background = '#fff'; }")
    await page.add_script_tag(path=AXE)
    assert any(one.startswith("color-contrast") for one in await page.evaluate(SCAN, RULES))


@pytest.mark.parametrize("size", [(1280, 720), (820, 1180), (360, 740)])
@pytest.mark.parametrize("lang", ["en", "ar"])
async def test_nothing_runs_over_the_side(office, sit, size, lang):
    """Every page fits a small laptop, a tablet and a phone without scrolling sideways."""
    page = await sit(lang=lang, width=size[0], height=size[1])
    async for name in pages(office, page, lang):
        wide = await page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth")
        assert wide <= 0, name
