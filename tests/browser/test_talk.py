"""A child's talk, end to end in a real browser: nothing lost, nothing twice."""

import asyncio

from playwright.async_api import expect

WORDS = "every night there is shouting at home"


async def test_a_talk_from_the_first_word_to_a_person(visit):
    """Welcome, words, answer, tap, waiting, counsellor: all on one page, announced once each with its sender."""
    child = await visit()
    page = child.page
    await expect(page.locator("#log")).to_contain_text("I am a robot, not a person")
    await child.listen()
    await child.write(WORDS)
    await page.get_by_role("button", name="I am not sure").click()
    await expect(page.locator("#log .msg.child").last).to_contain_text("I am not sure")
    await expect(page.locator(".chips .chosen")).to_have_text("chosenI am not sure")
    await expect(page.locator("html")).to_have_attribute("data-state", "waiting")
    await expect(page.get_by_role("region", name="Who you are talking to")).to_contain_text("You are next")
    await expect(page.get_by_role("heading", name="A person is coming to talk with you")).to_be_visible()
    await child.meet("Mariam", "Hello, I am Mariam. I have read it.")
    await expect(page.locator("#log .msg.person")).to_contain_text("Mariam")
    await expect(page.get_by_role("region", name="Who you are talking to")).to_contain_text("This is Mariam")
    spoken = await child.spoken()
    assert len(spoken) == len(set(spoken))
    assert " ".join(spoken[1].split()) == f"You {WORDS}"
    assert any(one.startswith("Robot") for one in spoken)
    assert " ".join(spoken[-1].split()).startswith("MMariam a person Hello, I am Mariam")


async def test_reload_shows_everything_once_and_speaks_nothing_again(visit):
    """The same words in the same order, the draft too; a screen reader is not told the history again."""
    child = await visit()
    await child.write(WORDS)
    await expect(child.page.locator("#log .chips button")).to_have_count(4)
    await child.page.fill("#write", "not sent yet")
    before = await child.texts()
    await child.page.reload()
    await child.listen()
    await expect(child.page.locator("#log .chips button")).to_have_count(4)
    assert await child.texts() == before
    assert await child.page.input_value("#write") == "not sent yet"
    assert await child.spoken() == []
    await asyncio.sleep(0.8)
    await child.write("and now I go on")
    assert any("and now I go on" in one for one in await child.spoken())


async def test_a_lost_connection_keeps_and_sends_what_was_written(visit, site):
    """The child is told, seen and spoken; the message goes out by itself and arrives once."""
    child = await visit()
    await child.write("hello")
    await child.context.set_offline(True)
    await site.channel.close()
    await expect(child.page.get_by_role("alert")).to_have_text(
        "There is no connection. What you write is kept here and sent later.", timeout=8000
    )
    await child.page.fill("#write", "nobody hears this yet")
    await child.page.press("#write", "Enter")
    await expect(child.page.locator("#outgoing")).to_contain_text("Not sent yet. It is kept here.")
    await child.page.click(".tools [data-do=numbers]")
    await expect(child.page.get_by_role("link", name="911")).to_be_visible()
    await child.page.keyboard.press("Escape")
    await child.context.set_offline(False)
    await expect(child.page.locator("#log .msg.child").last).to_contain_text("nobody hears this yet", timeout=10000)
    await expect(child.page.get_by_role("alert")).to_be_empty()
    await expect(child.page.locator("#outgoing li")).to_have_count(0)
    stored = await site.line.texts((await child.conversation()).id)
    assert stored.count("nobody hears this yet") == 1
    shown = await child.texts()
    assert len([one for one in shown if "nobody hears" in one]) == 1


async def test_twenty_broken_connections_lose_and_double_nothing(visit, site):
    """The server closes again and again while the child writes."""
    child = await visit()
    await child.write("start")
    for number in range(20):
        await child.page.fill("#write", f"number {number}")
        await child.page.press("#write", "Enter")
        await site.channel.close()
    await expect(child.page.locator("#log .msg.child").last).to_contain_text("number 19", timeout=20000)
    shown = await child.page.locator("#log .msg.child .words").all_inner_texts()
    assert shown == ["start", *(f"number {number}" for number in range(20))]
    stored = await site.line.texts((await child.conversation()).id)
    assert [one for one in stored if one.startswith("number")] == shown[1:]


async def test_what_was_not_sent_survives_a_reload(visit, site):
    """Written without a connection, the page loaded anew, sent then: once."""
    child = await visit()
    await child.write("hello")
    await child.page.evaluate("sessionStorage.setItem('unsent', JSON.stringify([{op: 'words', text: 'kept over there', "
                              "uuid: '0b6f4c1e-8a55-4e0e-9a52-0d5a4a6a7c11'}]))")  # fmt: skip
    await child.page.reload()
    await expect(child.page.locator("#log .msg.child").last).to_contain_text("kept over there")
    await child.page.reload()
    await expect(child.page.locator("#log .msg.child")).to_have_count(2)
    stored = await site.line.texts((await child.conversation()).id)
    assert stored.count("kept over there") == 1


async def test_two_tabs_see_the_same_once(visit, site):
    """A duplicated tab has the same session: both follow live, both show everything once."""
    child = await visit()
    await child.write("hello")
    async with child.context.expect_page() as opened:
        await child.page.evaluate("window.open('/', '_blank', 'opener')")
    twin = await opened.value
    session = await child.page.evaluate("sessionStorage.getItem('session')")
    await twin.evaluate("session => sessionStorage.setItem('session', session)", session)
    await twin.reload()
    await expect(twin.locator("#log .msg.child")).to_have_count(1)
    await twin.fill("#write", "from the other tab")
    await twin.press("#write", "Enter")
    await expect(child.page.locator("#log .msg.child").last).to_contain_text("from the other tab")
    await expect(child.page.locator("#log .msg.robot")).to_have_count(3)
    await expect(twin.locator("#log .msg.robot")).to_have_count(3)
    assert await child.texts() == await child.texts(twin)
    assert (await site.line.texts((await child.conversation()).id)).count("from the other tab") == 1


async def test_deleting_takes_everything_away(visit):
    """After the question and a yes the page starts again, and nothing is left here or there."""
    child = await visit()
    await child.write("my secret")
    conversation = await child.conversation()
    await child.page.get_by_role("button", name="Delete this chat").click()
    await child.page.get_by_role("button", name="No, keep it").click()
    await expect(child.page.locator("#log")).to_contain_text("my secret")
    await child.page.get_by_role("button", name="Delete this chat").click()
    await child.page.get_by_role("button", name="Yes, delete it").click()
    await expect(child.page.get_by_role("status").filter(has_text="Everything is deleted")).to_be_visible()
    assert "my secret" not in await child.page.content()
    assert "my secret" not in await child.page.evaluate("JSON.stringify(sessionStorage)")
    await child.live()
    assert await child.conversation() is None
    await child.write("a fresh start")
    assert (await child.conversation()).id != conversation.id


async def test_what_cannot_be_sent_stays_in_the_field(visit):
    """Empty, too long, a megabyte: a sentence says what to do and not a letter is lost."""
    child = await visit()
    alert = child.page.get_by_role("alert")
    await child.page.press("#write", "Enter")
    await expect(alert).to_contain_text("There is nothing to send yet")
    for length, sentence in ((4001, "This is too long"), (1_000_000, "This is too big")):
        await child.page.evaluate(
            "n => { const f = document.getElementById('write'); f.value = 'a'.repeat(n); }", length
        )
        await child.page.press("#write", "Enter")
        await expect(alert).to_contain_text(sentence)
        assert len(await child.page.input_value("#write")) == length
    await child.page.fill("#write", "short")
    await expect(alert).to_be_empty()


async def test_easy_words_and_first_words_of_one_message(visit):
    """One control shows the easier words and leads back; focus stays with it."""
    child = await visit()
    await child.write("hello")
    message = child.page.locator("#log .msg.robot").first
    await message.get_by_role("button", name="Simpler words").click()
    await expect(message.locator(".words")).to_contain_text("A helper can read what you write.")
    await expect(message.get_by_role("button", name="First words")).to_be_focused()
    await message.get_by_role("button", name="First words").click()
    await expect(message.locator(".words")).to_contain_text("A counsellor of the helpline")


async def test_a_message_is_read_aloud_and_stopped(visit, site):
    """Listen plays the sound, shows which message it is and can be stopped; the address holds no token."""
    child = await visit()
    await child.write("hello")
    message = child.page.locator("#log .msg.robot").first
    await message.get_by_role("button", name="Listen").click()
    await expect(message.get_by_role("button", name="Stop the voice")).to_be_focused()
    await expect(message.get_by_role("button", name="Listen")).to_be_visible()
    assert site.voices.spoken[0].startswith("Hello, I am a robot")
    assert "/voice/1" in site.log


async def test_the_welcome_can_be_heard_before_a_word_is_written(visit, site):
    """A child who cannot read starts with listening."""
    child = await visit()
    await child.page.get_by_role("button", name="Listen").click()
    await expect(child.page.locator("#log .msg.robot[data-seq='1']")).to_be_visible()
    await expect(child.page.locator("#log .msg.robot")).to_have_count(1)
    for _ in range(50):
        if site.voices.spoken:
            break
        await asyncio.sleep(0.05)
    assert site.voices.spoken[0].startswith("Hello, I am a robot")
