"""Talks to the offline voice's process: starts it when needed, ends it when it hangs."""

from __future__ import annotations

import asyncio
import json
import sys
from contextlib import suppress
from dataclasses import dataclass

from core.errors import VoiceUnavailable
from core.text import ChildText

TIMEOUT_S = 10.0
"""espeak-ng makes 1,000 s of sound in 1 s; 4,000 characters take under half a second. Source: docs/performance.md."""
WORDS_PER_MINUTE = 140
"""Slower than espeak-ng's 175, for children."""
MAX_LINE_BYTES = 1 << 20


@dataclass(frozen=True)
class Samples:
    """Sound before encoding.

    Attributes:
        data: int16 mono, native byte order.
        rate_hz: Samples a second.
    """

    data: bytes
    rate_hz: int


class OfflineVoice:
    """One voice process; requests take turns."""

    def __init__(self) -> None:
        """Prepare; the process starts with the first request."""
        self._process: asyncio.subprocess.Process | None = None
        self._turn = asyncio.Lock()

    async def speak(self, words: ChildText, voice: str) -> Samples:
        """Return the sound of *words*. Raises VoiceUnavailable."""
        async with self._turn:
            try:
                async with asyncio.timeout(TIMEOUT_S):
                    return await self._ask(words, voice)
            except (TimeoutError, OSError, ValueError, KeyError, TypeError, asyncio.IncompleteReadError) as error:
                await self.close()
                raise VoiceUnavailable(type(error).__name__) from None
            except asyncio.CancelledError:
                await self.close()
                raise

    async def close(self) -> None:
        """End the process."""
        process, self._process = self._process, None
        if process is not None and process.returncode is None:
            with suppress(ProcessLookupError):
                process.kill()
            await process.wait()

    async def _ask(self, words: ChildText, voice: str) -> Samples:
        """Send one request and read its answer."""
        process = await self._running()
        if process.stdin is None or process.stdout is None:
            raise OSError
        asked = {"text": words.reveal(), "voice": voice, "words_per_minute": WORDS_PER_MINUTE}
        process.stdin.write(json.dumps(asked).encode() + b"\n")
        await process.stdin.drain()
        head = json.loads(await process.stdout.readline() or b"{}")
        if "size_bytes" not in head:
            raise ValueError
        return Samples(await process.stdout.readexactly(head["size_bytes"]), head["rate"])

    async def _running(self) -> asyncio.subprocess.Process:
        """Return the process, started anew when it is gone."""
        if self._process is None or self._process.returncode is not None:
            self._process = await asyncio.create_subprocess_exec(
                sys.executable, "-m", "accessibility.speech.espeak",
                stdin=asyncio.subprocess.PIPE, stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.DEVNULL,
                limit=MAX_LINE_BYTES,
            )  # fmt: skip
        return self._process
