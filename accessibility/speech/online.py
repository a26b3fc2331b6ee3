"""gTTS: a better voice for the helpline's own fixed sentences, where the operator allows it and the network answers.

It sends the text to Google, so it is reached only through `SpokenVoices`, and only for catalogue sentences.
"""

from __future__ import annotations

import io

from gtts import gTTS
from gtts.tts import gTTSError

from core.errors import VoiceUnavailable

TIMEOUT_S = 5.0


def speak_online(sentence: str, voice: str) -> bytes:
    """Return a catalogue sentence as MP3. Blocking, at most TIMEOUT_S seconds a request. Raises VoiceUnavailable."""
    out = io.BytesIO()
    try:
        gTTS(sentence, lang=voice, timeout=TIMEOUT_S).write_to_fp(out)
    except (gTTSError, ValueError, AssertionError, OSError) as error:
        raise VoiceUnavailable(type(error).__name__) from None
    return out.getvalue()
