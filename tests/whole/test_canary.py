"""Promise 2 on the running whole: a child's words are found in no file of any process, and no process stays behind."""

import asyncio
import uuid

import pytest
from aiohttp import ClientSession

from languages.registry import ROOT
from tests.whole.test_town import DANGER, _find
from tests.whole.town import WebChild

pytestmark = [pytest.mark.asyncio(loop_scope="module"), pytest.mark.timeout(300)]

CANARY = "zanzibarquokka"


async def test_no_word_is_in_any_file_and_nothing_stays_behind(town, counsellor):
    """Words go through every channel and every failure; then every file is searched, and every process is gone."""
    async with WebChild(town) as child:
        await child.write(f"{CANARY} one")
        await child.raw(f'{{"op":"words","text":"{CANARY} no uuid"}}')
        await child.raw(f"{CANARY} not json")
        await child.raw(f'{{"op":"tap","uuid":"{uuid.uuid4()}","seq":1,"index":99,"{CANARY}":1}}')
        await child.write(CANARY + "x" * 4001)
        await child.write(f'/{CANARY}{{"slot": "{CANARY}"}}')
        town.kill("actions")
        await child.write(f"please tell me the numbers {CANARY}")
        town.kill("rasa")
        await child.write(f"{CANARY} while the robot is gone")
        await _through_telegram(town)
        await child.write(f"{DANGER['en']} {CANARY}")
        await child.until(lambda: child.state["state"] == "waiting")
        conversation = await _find(counsellor, CANARY)
        await counsellor.post(conversation, "send", words=f"{CANARY} from a person", key=str(uuid.uuid4()))
        await child.until(lambda: child.said("person"))
        await _listen(town, child)
        town.kill("service")
        await child.write(f"{CANARY} after the service died")
    processes = town.children()
    assert len(processes) >= 3
    _search(town)
    await town.stop()
    _search(town)
    await asyncio.sleep(0.5)
    assert town.children() == []


async def _through_telegram(town):
    """Send words, a caption, an edit and an odd command; Telegram loses an answer and refuses one."""
    chat = town.telegram
    await chat.from_child(801, text=f"{CANARY} on telegram")
    await chat.from_child(801, sticker={"file_id": "1"}, caption=f"{CANARY} broken sticker")
    await chat.from_child(801, kind="edited_message", text=f"{CANARY} edited", edit_date=1_800_000_000)
    await chat.from_child(801, text=f"/{CANARY}")
    await chat.push({"message": {"text": CANARY}})
    await asyncio.sleep(3)


async def _listen(town, child):
    """Let the counsellor's words be read aloud."""
    seq = next(seq for seq, one in child.messages.items() if one["from"] == "person")
    async with (
        ClientSession() as http,
        http.get(f"{town.url}/voice/{seq}", headers={"X-Session": child.session}) as answer,
    ):
        assert answer.status == 200
        assert len(await answer.read()) > 1000


def _search(town):
    """Look for the canary in every file the processes could have written."""
    places = [town.var, ROOT / ".rasa", ROOT / "var" / "models"]
    files = [file for place in places if place.exists() for file in place.rglob("*") if file.is_file()]
    assert any(file.name == "sanad.sqlite3" for file in files)
    assert any(file.suffix == ".log" for file in files)
    assert [file.name for file in files if CANARY.encode() in file.read_bytes()] == []
