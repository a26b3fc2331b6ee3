"""One JSON object per line in, one per line out, in the same order. A bad line never stops the stream.

    in    {"id": "a1", "text": "...", "lang": "en", "history": ["...", "..."], "asked": "utter_ask_safe_now"}
    out   {"id": "a1", "level": "high", "category": "physical_abuse", "evidence": [{"start": 0, "end": 14,
           "rule": "en.physical.family", "level": "high", "category": "physical_abuse", "turns_ago": 0}]}
    out   {"id": "a2", "error": "wrong_shape"}

`lang`, `history` (oldest first) and `asked` may be left out. Codes: `not_utf8`, `not_json`, `wrong_shape`, `too_long`
(a text above MAX_TEXT_CHARS or a history above MAX_HISTORY), `too_large` (a line above MAX_LINE_BYTES). `id` is null
when it could not be read.
"""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from typing import BinaryIO

from core.errors import BadPayload
from core.risk import Assessment
from core.text import ChildText
from triage.engine import Triage

MAX_LINE_BYTES = 1_000_000
MAX_TEXT_CHARS = 20_000
MAX_HISTORY = 100
MAX_ID_CHARS = 200


@dataclass(frozen=True)
class Request:
    """One parsed line."""

    id: str | int
    words: ChildText
    language: str | None
    history: tuple[ChildText, ...]
    asked: str | None


def run_jsonl(triage: Triage, lines: BinaryIO, answers: BinaryIO) -> None:
    """Answer every line of *lines* on *answers*, at once."""
    for line in _read_lines(lines):
        answers.write(json.dumps(answer_line(triage, line), ensure_ascii=True).encode("ascii") + b"\n")
        answers.flush()


def answer_line(triage: Triage, line: bytes) -> dict[str, object]:
    """Return what is answered to one line."""
    request_id: object = None
    try:
        fields = _parse_object(line)
        request_id = fields.get("id")
        request = parse_request(fields)
    except BadPayload as error:
        known = request_id if _is_id(request_id) else None
        return {"id": known, "error": error.code}
    assessment = triage.assess(request.words, language=request.language, history=request.history, asked=request.asked)
    return {"id": request.id, **_shown(assessment)}


def parse_request(fields: dict[str, object]) -> Request:
    """Return a request from a JSON object.

    Raises:
        BadPayload: `wrong_shape` or `too_long`.
    """
    request_id, text, history = fields.get("id"), fields.get("text"), fields.get("history")
    history = [] if history is None else history
    if not isinstance(request_id, str | int) or not _is_id(request_id) or not isinstance(text, str):
        raise BadPayload("wrong_shape")
    if not isinstance(history, list):
        raise BadPayload("wrong_shape")
    if len(text) > MAX_TEXT_CHARS or len(history) > MAX_HISTORY:
        raise BadPayload("too_long")
    earlier = tuple(ChildText(_parse_text(one)) for one in history)
    language, asked = _parse_name(fields.get("lang")), _parse_name(fields.get("asked"))
    return Request(request_id, ChildText(text), language, earlier, asked)


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


def _parse_text(value: object) -> str:
    """Return one text of the history."""
    if not isinstance(value, str):
        raise BadPayload("wrong_shape")
    if len(value) > MAX_TEXT_CHARS:
        raise BadPayload("too_long")
    return value


def _parse_name(value: object) -> str | None:
    """Return a short name that may be left out."""
    if value is not None and (not isinstance(value, str) or len(value) > MAX_ID_CHARS):
        raise BadPayload("wrong_shape")
    return value


def _shown(assessment: Assessment) -> dict[str, object]:
    """Return an assessment as JSON fields."""
    evidence = [
        {
            "start": one.start,
            "end": one.end,
            "rule": one.rule,
            "level": one.level.word,
            "category": one.category.value,
            "turns_ago": one.turns_ago,
        }
        for one in assessment.evidence
    ]
    return {"level": assessment.level.word, "category": assessment.category.value, "evidence": evidence}
