"""Triage as a stream: one JSON object per line in, one per line out; see languages.jsonl for lines that are malformed.

    in    {"id": "a1", "text": "...", "lang": "en", "history": ["...", "..."], "asked": "utter_ask_safe_now"}
    out   {"id": "a1", "level": "high", "category": "physical_abuse", "evidence": [{"start": 0, "end": 14,
           "rule": "en.physical.family", "level": "high", "category": "physical_abuse", "turns_ago": 0}]}
    out   {"id": "a2", "error": "wrong_shape"}

`lang`, `history` (oldest first, at most MAX_HISTORY) and `asked` may be left out.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from typing import BinaryIO

from core.errors import BadPayload
from core.risk import Assessment
from core.text import ChildText
from languages import jsonl
from languages.jsonl import parse_name, parse_text
from triage.engine import Triage

MAX_HISTORY = 100


def run_jsonl(triage: Triage, lines: BinaryIO, answers: BinaryIO) -> None:
    """Answer every line of *lines* on *answers*, at once."""
    jsonl.run_jsonl(partial(_assess, triage), lines, answers)


def answer_line(triage: Triage, line: bytes) -> dict[str, object]:
    """Return what is answered to one line."""
    return jsonl.answer_line(partial(_assess, triage), line)


def _assess(triage: Triage, fields: Mapping[str, object]) -> Mapping[str, object]:
    """Return the assessment that one request asks for. Raises BadPayload: `wrong_shape` or `too_long`."""
    words = ChildText(parse_text(fields.get("text")))
    history = [] if fields.get("history") is None else fields["history"]
    if not isinstance(history, list):
        raise BadPayload("wrong_shape")
    if len(history) > MAX_HISTORY:
        raise BadPayload("too_long")
    earlier = [ChildText(parse_text(one)) for one in history]
    language, asked = parse_name(fields.get("lang")), parse_name(fields.get("asked"))
    return _shown(triage.assess(words, language=language, history=earlier, asked=asked))


def _shown(assessment: Assessment) -> Mapping[str, object]:
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
