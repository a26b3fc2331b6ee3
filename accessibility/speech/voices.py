"""All voices behind one door: which engine may speak what, encoded, cached by content."""

from __future__ import annotations

import asyncio
import hashlib
import secrets
from collections.abc import Mapping
from contextlib import suppress
from pathlib import Path

from av.error import FFmpegError

from accessibility.speech.encode import encode
from accessibility.speech.offline import OfflineVoice
from accessibility.speech.online import speak_online
from core.errors import VoiceUnavailable
from core.message import MAX_WORDS_CHARS
from core.text import ChildText
from languages.registry import Language

RECIPE = "1"
"""Part of every cache key: raise it when engine, speed or encoding change."""


class SpokenVoices:
    """Fulfils core.ports.Voices."""

    def __init__(self, languages: Mapping[str, Language], cache: Path, *, online: bool) -> None:
        """Prepare the voices.

        Args:
            languages: By tag, with the names of their voices.
            cache: Folder for the sound of catalogue sentences; made when missing.
            online: gTTS may speak catalogue sentences.
        """
        self._languages, self._cache, self._online = languages, cache, online
        self._offline = OfflineVoice()

    def has(self, language: str) -> bool:
        """Return whether there is a voice for *language*."""
        return language in self._languages and bool(self._languages[language].voice)

    async def speak(self, words: ChildText, language: str, *, catalogue: bool, form: str) -> bytes:
        """Return sound; see core.ports.Voices. Only catalogue sentences are cached or may leave the machine."""
        if not self.has(language) or not words or len(words) > MAX_WORDS_CHARS:
            raise VoiceUnavailable(language)
        if not catalogue:
            return await self._speak_offline(words, language, form)
        file = self._cache / f"{self._key(words, language, form)}.{form}"
        with suppress(OSError):
            return await asyncio.to_thread(file.read_bytes)
        sound = await self._speak_catalogue(words, language, form)
        # A cache that cannot be written costs time, not the voice.
        with suppress(OSError):
            await asyncio.to_thread(_store, file, sound)
        return sound

    async def close(self) -> None:
        """End the offline voice's process."""
        await self._offline.close()

    async def _speak_catalogue(self, words: ChildText, language: str, form: str) -> bytes:
        """Return a fixed sentence in the best voice allowed; the online one makes MP3 only."""
        voice = self._languages[language].online_voice
        if self._online and voice and form == "mp3":
            with suppress(VoiceUnavailable):
                return await asyncio.to_thread(speak_online, words.reveal(), voice)
        return await self._speak_offline(words, language, form)

    async def _speak_offline(self, words: ChildText, language: str, form: str) -> bytes:
        """Return words in the offline voice."""
        samples = await self._offline.speak(words, self._languages[language].voice)
        if not samples.data:
            raise VoiceUnavailable("silent")
        try:
            return await asyncio.to_thread(encode, samples, form)
        except (FFmpegError, TypeError, ValueError) as error:
            raise VoiceUnavailable(type(error).__name__) from None

    def _key(self, words: ChildText, language: str, form: str) -> str:
        """Return the name under which a sentence's sound is kept."""
        engine = "online" if self._online and form == "mp3" else "offline"
        text = "\0".join([RECIPE, engine, language, form, words.reveal()])
        return hashlib.sha256(text.encode()).hexdigest()


def _store(file: Path, sound: bytes) -> None:
    """Write a cache file whole or not at all."""
    file.parent.mkdir(parents=True, exist_ok=True)
    part = file.with_suffix(f".{secrets.token_hex(8)}.part")
    try:
        part.write_bytes(sound)
        part.replace(file)
    except OSError:
        part.unlink(missing_ok=True)
        raise
