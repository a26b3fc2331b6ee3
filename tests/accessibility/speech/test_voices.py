"""The voices: real engine, real encoders; what may be cached and what may leave the machine."""

import asyncio
import os
import signal

import pytest
from av.error import FFmpegError

from accessibility.speech import voices as voices_module
from accessibility.speech.encode import duration_s
from accessibility.speech.voices import SpokenVoices
from core.errors import VoiceUnavailable
from core.text import ChildText
from languages.registry import usable_languages

SENTENCES = {
    "ar": "مَرْحَبًا. أَنَا هُنَا لِأَسْتَمِعَ إِلَيْكَ.",
    "en": "Hello, I am here to listen to you.",
    "fr": "Bonjour, je suis là pour t'écouter.",
    "ur": "السلام علیکم، میں آپ کی بات سننے کے لیے یہاں ہوں۔",
}


@pytest.fixture
async def voices(tmp_path):
    """Give offline voices with an empty cache."""
    made = SpokenVoices(usable_languages(), tmp_path / "voices", online=False)
    yield made
    await made.close()


@pytest.mark.parametrize("form", ["mp3", "ogg"])
@pytest.mark.parametrize("tag", SENTENCES)
async def test_every_language_is_heard_in_both_forms(voices, tag, form):
    """A sentence becomes one to eight seconds of sound in the wanted container."""
    sound = await voices.speak(ChildText(SENTENCES[tag]), tag, catalogue=True, form=form)
    assert sound[:4] == b"OggS" if form == "ogg" else sound[:3] == b"ID3" or sound[0] == 0xFF
    assert 1.0 < duration_s(sound) < 8.0


async def test_a_second_time_comes_from_the_cache(voices, tmp_path, monkeypatch):
    """The same sentence is made once."""
    first = await voices.speak(ChildText("Hello."), "en", catalogue=True, form="mp3")
    await voices.close()
    monkeypatch.setattr(voices_module, "encode", None)
    assert await voices.speak(ChildText("Hello."), "en", catalogue=True, form="mp3") == first
    assert [file.suffix for file in (tmp_path / "voices").iterdir()] == [".mp3"]


async def test_words_of_a_person_are_never_cached_and_never_sent_out(tmp_path, monkeypatch):
    """Only the offline voice speaks them, whatever the operator allows for fixed sentences."""
    asked = []
    monkeypatch.setattr(voices_module, "speak_online", lambda *words: asked.append(words))
    online = SpokenVoices(usable_languages(), tmp_path / "voices", online=True)
    assert await online.speak(ChildText("See you at five."), "en", catalogue=False, form="mp3")
    await online.close()
    assert asked == []
    assert not (tmp_path / "voices").exists()


async def test_the_online_voice_falls_back_when_the_network_is_silent(tmp_path):
    """A fixed sentence is still heard without a network."""
    online = SpokenVoices(usable_languages(), tmp_path / "voices", online=True)
    assert duration_s(await online.speak(ChildText("Hello there."), "en", catalogue=True, form="mp3")) > 0.3
    await online.close()


async def test_a_killed_voice_process_is_started_again(voices):
    """The next sentence is spoken as if nothing had happened, at most one fails."""
    await voices.speak(ChildText("One."), "en", catalogue=False, form="mp3")
    process = voices._offline._process
    os.kill(process.pid, signal.SIGKILL)
    await process.wait()
    assert await voices.speak(ChildText("Two."), "en", catalogue=False, form="mp3")


@pytest.mark.parametrize(("words", "tag"), [("Hello", "xx"), ("", "en"), ("a" * 4001, "en")])
async def test_what_cannot_be_spoken_says_so(voices, words, tag):
    """No voice, nothing to say, too much to say: one clear error."""
    with pytest.raises(VoiceUnavailable):
        await voices.speak(ChildText(words), tag, catalogue=False, form="mp3")


async def test_four_thousand_characters_are_spoken_in_time(voices):
    """The longest message does not run into the time-out."""
    sound = await voices.speak(ChildText("a word " * 570), "en", catalogue=False, form="ogg")
    assert duration_s(sound) > 60


async def test_a_cache_that_cannot_be_written_silences_nobody(tmp_path):
    """On a full or read-only disk the sentence is spoken all the same."""
    (tmp_path / "voices").write_text("a file where the folder should be")
    made = SpokenVoices(usable_languages(), tmp_path / "voices", online=False)
    assert await made.speak(ChildText("Hello."), "en", catalogue=True, form="mp3")
    await made.close()


async def test_two_wishes_for_one_sentence_at_once_are_both_heard(voices, tmp_path):
    """Neither spoils the other's cache file."""
    sounds = await asyncio.gather(
        *(voices.speak(ChildText("Hello."), "en", catalogue=True, form="mp3") for _ in range(4))
    )
    assert all(sounds)
    assert [file.suffix for file in (tmp_path / "voices").iterdir()] == [".mp3"]


async def test_an_encoder_that_fails_is_a_voice_that_is_not_there(voices, monkeypatch):
    """Callers know one error."""

    def broken(*_):
        raise FFmpegError(1, "broken")

    monkeypatch.setattr(voices_module, "encode", broken)
    with pytest.raises(VoiceUnavailable):
        await voices.speak(ChildText("Hello."), "en", catalogue=False, form="mp3")
