"""The offline voice: espeak-ng in a process of its own, `python -m accessibility.speech.espeak`.

espeak-ng is GPL; it is reached only through this process and its pipes (docs/adr/0002-licence.md). One request is a
JSON line `{"text", "voice", "words_per_minute"}` on standard input; the answer is a JSON line `{"rate", "size_bytes"}`
followed by that many bytes of int16 mono samples, or `{"error": code}`. A crash here ends only this process.
"""

from __future__ import annotations

import ctypes
import json
import sys
from typing import IO

import espeakng_loader

RETRIEVAL = 1
CHARS_UTF8 = 1
RATE_PARAMETER = 1
OK = 0

_Callback = ctypes.CFUNCTYPE(ctypes.c_int, ctypes.POINTER(ctypes.c_short), ctypes.c_int, ctypes.c_void_p)


class Engine:
    """espeak-ng, loaded once."""

    def __init__(self) -> None:
        """Load the library and its data. Raises OSError."""
        self._library = ctypes.cdll.LoadLibrary(espeakng_loader.get_library_path())
        self.rate_hz: int = self._library.espeak_Initialize(RETRIEVAL, 0, espeakng_loader.get_data_path().encode(), 0)
        self._samples = bytearray()
        self._callback = _Callback(self._keep)
        self._library.espeak_SetSynthCallback(self._callback)

    def speak(self, text: str, voice: str, words_per_minute: int) -> bytes:
        """Return int16 mono samples at rate_hz. Raises ValueError `voice` or `synth`."""
        if self._library.espeak_SetVoiceByName(voice.encode()) != OK:
            raise ValueError("voice")
        self._library.espeak_SetParameter(RATE_PARAMETER, words_per_minute, 0)
        self._samples.clear()
        data = text.encode()
        if self._library.espeak_Synth(data, len(data) + 1, 0, 0, 0, CHARS_UTF8, None, None) != OK:
            raise ValueError("synth")
        self._library.espeak_Synchronize()
        return bytes(self._samples)

    def _keep(self, samples: ctypes._Pointer[ctypes.c_short], count: int, _events: object) -> int:
        """Collect samples as the engine makes them."""
        if samples and count > 0:
            self._samples += ctypes.string_at(samples, count * 2)
        return 0


def answer(engine: Engine, line: bytes, out: IO[bytes]) -> None:
    """Answer one request line. Whatever is wrong with it becomes an error code; its text is never repeated."""
    try:
        asked = json.loads(line)
        samples = engine.speak(asked["text"], asked["voice"], int(asked["words_per_minute"]))
        head: dict[str, int | str] = {"rate": engine.rate_hz, "size_bytes": len(samples)}
    except (ValueError, KeyError, TypeError, AttributeError) as error:
        samples, head = b"", {"error": type(error).__name__}
    out.write(json.dumps(head).encode() + b"\n" + samples)
    out.flush()


def main() -> None:
    """Answer requests until the other side closes."""
    engine = Engine()
    for line in sys.stdin.buffer:
        answer(engine, line, sys.stdout.buffer)


if __name__ == "__main__":
    main()
