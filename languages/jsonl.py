"""One JSON object per line in, one per line out, in the same order. A bad line never stops the stream.

Codes of a bad line: `not_utf8`, `not_json`, `wrong_shape`, `too_long` (a text above MAX_TEXT_CHARS), `too_large` (a
line above MAX_LINE_BYTES). Its `id` is null when it could not be read.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator, Mapping
from typing import BinaryIO

from core.errors import BadPayload

MAX_LINE_BYTES = 1_000_000
MAX_TEXT_CHARS = 20_000
MAX_ID_CHARS = 200

Work = Callable[[Mapping[str, object]], Mapping[str, object]]
"""Turns the fields of a request into the fields of its answer; raises BadPayload for a request that is malformed."""


def run_jsonl(work: Work, lines: BinaryIO, answers: BinaryIO) -> None:
    """Answer every line of *lines* on *answers*, at once."""
    for line in _read_lines(lines):
        answers.write(json.dumps(answer_line(work, line), ensure_ascii=True).encode("ascii") + b"\n")
        answers.flush()


def answer_line(work: Work, line: bytes) -> dict[str, object]:
    """Return what is answered to one line: its id and what *work* makes of it, or a code."""
    request_id: object = None
    try:
        fields = _parse_object(line)
        request_id = fields.get("id")
        if not _is_id(request_id):
            raise BadPayload("wrong_shape")
        return {"id": request_id, **work(fields)}
    except BadPayload as error:
        return {"id": request_id if _is_id(request_id) else None, "error": error.code}


def parse_text(value: object) -> str:
    """Return a text. Raises BadPayload."""
    if not isinstance(value, str):
        raise BadPayload("wrong_shape")
    if len(value) > MAX_TEXT_CHARS:
        raise BadPayload("too_long")
    return value


def parse_name(value: object) -> str | None:
    """Return a short name that may be left out. Raises BadPayload."""
    if value is not None and (not isinstance(value, str) or len(value) > MAX_ID_CHARS):
        raise BadPayload("wrong_shape")
    return value


def _read_lines(lines: BinaryIO) -> Iterator[bytes]:
    """Yield lines that are not blank; of one that is too long only a start, still too long to be accepted."""
    while line := lines.readline(MAX_LINE_BYTES + 1):
        piece = line
        while len(piece) > MAX_LINE_BYTES and not piece.endswith(b"\n"):
            piece = lines.readline(MAX_LINE_BYTES + 1)
        if line.strip():
            yield line


def _parse_object(line: bytes) -> dict[str, object]:
    """Return the JSON object that stands in a line."""
    if len(line.rstrip(b"\r\n")) > MAX_LINE_BYTES:
        raise BadPayload("too_large")
    try:
        fields = json.loads(line.decode("utf-8"))
    except UnicodeDecodeError:
        raise BadPayload("not_utf8") from None
    except (ValueError, RecursionError):
        raise BadPayload("not_json") from None
    if not isinstance(fields, dict):
        raise BadPayload("wrong_shape")
    return fields


def _is_id(value: object) -> bool:
    """Return whether *value* can be a request's id: a whole number or a string that is not long."""
    if isinstance(value, str):
        return len(value) <= MAX_ID_CHARS
    return isinstance(value, int) and not isinstance(value, bool)
