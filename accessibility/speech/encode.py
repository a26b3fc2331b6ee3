"""From samples to what a browser and Telegram play."""

from __future__ import annotations

import io
from fractions import Fraction

import av
from av.audio.stream import AudioStream

from accessibility.speech.offline import Samples

FORMATS = {"mp3": ("mp3", "libmp3lame", 32_000, 24_000), "ogg": ("ogg", "libopus", 24_000, 48_000)}
"""Form: container, codec, bits a second, samples a second. Ogg with Opus is what Telegram shows as a voice message."""
CONTENT_TYPES = {"mp3": "audio/mpeg", "ogg": "audio/ogg"}


def encode(samples: Samples, form: str) -> bytes:
    """Return *samples* as `mp3` or `ogg` (Ogg/Opus). Blocking: about 50 ms for 6 s of sound."""
    container, codec, bit_rate, rate_hz = FORMATS[form]
    out = io.BytesIO()
    with av.open(out, "w", format=container) as target:
        stream = target.add_stream(codec, rate=rate_hz, options={"b": str(bit_rate)}, layout="mono")
        if not isinstance(stream, AudioStream):
            raise TypeError(form)
        resampler = av.AudioResampler(
            format=stream.format, layout="mono", rate=rate_hz, frame_size=stream.codec_context.frame_size or None
        )
        for part in [*resampler.resample(_frame(samples)), *resampler.resample(None)]:
            target.mux(stream.encode(part))
        target.mux(stream.encode(None))
    return out.getvalue()


def _frame(samples: Samples) -> av.AudioFrame:
    """Return samples as one frame that begins at zero."""
    frame = av.AudioFrame(format="s16", layout="mono", samples=len(samples.data) // 2)
    frame.planes[0].update(samples.data)
    frame.sample_rate, frame.time_base, frame.pts = samples.rate_hz, Fraction(1, samples.rate_hz), 0
    return frame


def duration_s(sound: bytes) -> float:
    """Return how long encoded sound plays, in seconds."""
    seconds = 0.0
    with av.open(io.BytesIO(sound), "r") as source:
        for frame in source.decode(audio=0):
            seconds += frame.samples / frame.sample_rate
    return seconds
