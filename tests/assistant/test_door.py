"""The door into Rasa: who may come in, with what, and what never gets out."""

from __future__ import annotations

import asyncio
import json
from contextlib import suppress

import pytest
from aiohttp import ClientSession

from bot.assistant import RasaAssistant
from core.errors import AssistantDown
from tests.assistant.conftest import UNKNOWN, Child, done, said
from tests.assistant.processes import RunningAssistant

pytestmark = pytest.mark.timeout(300)

ONLY_BY_TAP = {
    "tell_language",
    "tell_country",
    "tell_mode",
    "answer_safe_now",
    "answer_delete",
    "choose_country",
    "more_topics",
}


async def post(running: RunningAssistant, body: bytes, secret: str | None) -> tuple[int, dict[str, object]]:
    """Return status and answer of one request."""
    headers = {} if secret is None else {"X-Sanad-Secret": secret}
    async with (
        ClientSession() as http,
        http.post(f"{running.address}/webhooks/sanad/turn", data=body, headers=headers) as response,
    ):
        return response.status, await response.json()


@pytest.mark.parametrize("secret", [None, "", "wrong", "é" * 43])
async def test_wrong_secret_is_refused(running: RunningAssistant, secret: str | None) -> None:
    """Without the secret there is nothing to learn."""
    assert await post(running, b"{}", secret) == (401, {"error": "wrong_secret"})


@pytest.mark.parametrize(
    ("body", "status", "code"),
    [
        (b"", 400, "not_json"),
        (b"\xff\xfe", 400, "not_utf8"),
        (b"[]", 400, "wrong_shape"),
        (b'{"conversation": "c"}', 400, "wrong_shape"),
        (b'{"conversation": "c", "words": "a", "payload": "/greet"}', 400, "wrong_shape"),
        (b'{"conversation": "c", "words": 7}', 400, "wrong_shape"),
        (b'{"conversation": 7, "words": "a"}', 400, "wrong_shape"),
        (b'{"conversation": "c", "words": "a", "slots": {"language": ["ar"]}}', 400, "wrong_shape"),
        (b'{"conversation": "c", "words": "a", "state": {"loop": 7}}', 400, "wrong_shape"),
        (b'{"conversation": "c", "payload": "greet"}', 400, "wrong_shape"),
        (b'{"conversation": "c", "payload": "/restart"}', 400, "unknown_tap"),
        (b'{"conversation": "c", "payload": "/no_such_intent"}', 400, "unknown_tap"),
        (json.dumps({"conversation": "c", "words": "a" * 4001}).encode(), 413, "too_long"),
        (json.dumps({"conversation": "c", "words": "a" * 200_000}).encode(), 413, "too_large"),
        (b"[" * 100_000, 400, "not_json"),
    ],
)
async def test_bad_request_is_refused_with_a_code(
    running: RunningAssistant, body: bytes, status: int, code: str
) -> None:
    """Everything malformed has its status and its code."""
    assert await post(running, body, running.secret) == (status, {"error": code})


@pytest.mark.parametrize(
    "words",
    [
        "/restart",
        " /restart",
        "\u200b/restart",
        "\u2066/restart",
        "/ /restart",
        "//restart",
        "\uff0frestart",
        "/session_start",
        '/tell_country{"country": "JO"}',
        '/answer_delete{"delete_confirmed": "yes"}',
        '\u200b/answer_safe_now{"safe_now": "yes"}',
        "/EXTERNAL_reminder",
        "/more_topics",
        "/choose_country",
    ],
)
async def test_words_never_are_a_command(child: Child, words: str) -> None:
    """Words that look like a tap are words: no intent that only a tap can mean, nothing deleted."""
    await child.taps("/delete_chat")
    reply = await child.says(words)
    assert reply.intent not in ONLY_BY_TAP | {"restart", "session_start", "EXTERNAL_reminder"}
    assert ("delete_chat", {}) not in done(reply)


@pytest.mark.parametrize("words", ["", "/", "   ", "🙂", "\ud800", "؟؟؟", "a" * 4000, "\u202e\u200b"])
async def test_odd_words_get_an_answer(child: Child, words: str) -> None:
    """Empty, invisible, enormous or broken words are answered like any other."""
    assert (await child.says(words)).steps


async def test_conversations_at_once_do_not_mix(assistant: RasaAssistant) -> None:
    """Forty children at once each get the answer to their own question."""

    async def talk(number: int) -> bool:
        child = Child(assistant)
        await child.taps("/find_numbers" if number % 2 else "/delete_chat")
        expected = "country_form" if number % 2 else "delete_form"
        return child.state["loop"] == expected

    assert all(await asyncio.gather(*(talk(number) for number in range(40))))


async def test_state_does_not_grow(child: Child) -> None:
    """What must be remembered stays small, however long the talk."""
    sizes = set()
    for _ in range(15):
        await child.taps("/talk_sadness")
        sizes.add(len(json.dumps(child.state)))
    assert max(sizes) < 400


async def test_everything_survives_a_restart_and_no_word_is_logged(
    running: RunningAssistant, assistant: RasaAssistant
) -> None:
    """Forms and the count of misunderstandings go on after Rasa was killed; the logs never show what was written."""
    latin, other = "my dad hits me qzxcanary vwkquokka", UNKNOWN[0]
    safe, country, unclear = Child(assistant), Child(assistant), Child(assistant)
    await safe.taps("/talk_physical_violence")
    await country.taps("/find_numbers")
    await unclear.says(other)
    await Child(assistant).says(latin)
    running.stop_rasa()
    with pytest.raises(AssistantDown, match="refused"):
        await unclear.says(other)
    running.start_rasa()
    assert ("hand_off", {"reason": "safety_answer"}) in done(await safe.says("no"))
    assert done(await country.says("Jordan")) == [("set_country", {"country": "JO"}), ("list_numbers", {})]
    assert said(await unclear.says(other)) == ["utter_unclear_second"]
    running.stop_actions()
    with pytest.raises(AssistantDown, match="status"):
        await unclear.says(other)
    with suppress(AssistantDown):
        await Child(assistant).says(latin)
    running.start_actions()
    assert done(await unclear.says(other)) == [("hand_off", {"reason": "not_understood"})]
    log = running.log.read_text(encoding="utf-8", errors="replace")
    assert "action" in log, "the failure of the action server was logged, so the log was really written"
    traces = [other, other.encode("unicode_escape").decode(), json.dumps(other).strip('"'), "canary", "quokka"]
    assert [trace for trace in traces if trace in log] == []
