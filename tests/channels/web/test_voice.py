"""The sound of a message is for its session and nobody else."""

import pytest
from aiohttp import ClientSession

from core.errors import VoiceUnavailable
from tests.channels.web.site import open_site
from tests.channels.web.talker import greet


async def ask(site, seq, session=None, query=""):
    """Ask for a voice; return status, type and headers."""
    headers = {"X-Session": session} if session else {}
    async with (
        ClientSession() as http,
        http.get(site.server.make_url(f"/voice/{seq}{query}"), headers=headers) as answer,
    ):
        body = await answer.read()
        return answer.status, answer.content_type, answer.headers, body


async def test_voice_sounds_for_its_session(site):
    """The robot's message is read as it is shown, or in easy words, and nobody may keep it."""
    talker = await greet(site)
    await talker.say("hello")
    status, kind, headers, body = await ask(site, 1, talker.session)
    assert (status, kind, headers["Cache-Control"]) == (200, "audio/mpeg", "no-store")
    assert body.startswith(b"RIFF")
    await ask(site, 1, talker.session, "?simple=1")
    assert site.voices.spoken[0].startswith("Hello, I am a robot, not a person, and I am glad")
    assert site.voices.spoken[1].startswith("Hello, I am a robot, not a person. A helper")


async def test_voice_is_not_found_for_anybody_else(site):
    """Without the right token, and for an unknown number, the answer is the same; no address holds a token."""
    talker, stranger = await greet(site), await greet(site)
    await talker.say("hello")
    answers = [await ask(site, 1), await ask(site, 1, "A" * 43), await ask(site, 1, stranger.session)]
    answers.append(await ask(site, 99, talker.session))
    assert {(status, body) for status, _, _, body in answers} == {(404, b"")}
    assert not [line for line in site.log if talker.session in line]


async def test_voice_never_reads_the_childs_own_words(site):
    """There is no sound for what the child wrote."""
    talker = await greet(site)
    ack = await talker.say("hello")
    assert (await ask(site, ack["seq"], talker.session))[0] == 503
    assert site.voices.spoken == []


async def test_voice_that_fails_says_so(site, monkeypatch):
    """A voice that is away is a 503, never a broken sound."""
    talker = await greet(site)
    await talker.say("hello")

    async def fail(*_: object, **__: object) -> bytes:
        raise VoiceUnavailable("gone")

    monkeypatch.setattr(site.voices, "speak", fail)
    assert (await ask(site, 1, talker.session))[0] == 503


@pytest.mark.parametrize("path", ["-1", "x", "9" * 40])
async def test_voice_of_a_number_that_is_none_is_not_found(site, path):
    """Only short whole numbers are routes."""
    assert (await ask(site, path, "A" * 43))[0] == 404


async def test_voice_is_metered_with_the_session(db):
    """Too many sounds too fast: 429 with a time to come back."""
    async with open_site(db, burst=1, per_s=1.0) as site:
        talker = await greet(site)
        await ask(site, 1, talker.session)
        status, _, headers, _ = await ask(site, 1, talker.session)
        assert status == 429
        assert int(headers["Retry-After"]) >= 1
