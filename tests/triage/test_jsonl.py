"""One JSON line in, one out: the contract, and lines that are not what they must be."""

from __future__ import annotations

import io
import json
import subprocess
import sys

import pytest

from languages.jsonl import MAX_ID_CHARS, MAX_LINE_BYTES, MAX_TEXT_CHARS
from languages.registry import ROOT
from triage.__main__ import main
from triage.engine import Triage
from triage.jsonl import MAX_HISTORY, answer_line, run_jsonl

TRIAGE = Triage(tags=["en"])


def _answer(line: object) -> dict[str, object]:
    """Return the answer to one JSON value."""
    return answer_line(TRIAGE, json.dumps(line).encode())


def test_answer_line_says_level_category_and_evidence() -> None:
    """The contract, to the letter."""
    found = {"start": 3, "end": 17, "level": "high", "category": "physical_abuse", "turns_ago": 0}
    answer = _answer({"id": "a1", "text": "oh my dad hits me", "lang": "en", "note": "ignored"})
    assert {**answer, "evidence": []} == {"id": "a1", "level": "high", "category": "physical_abuse", "evidence": []}
    assert {**found, "rule": "en.physical.family"} in answer["evidence"]
    assert all(one.keys() == {*found, "rule"} for one in answer["evidence"])
    assert _answer({"id": 7, "text": ""}) == {"id": 7, "level": "none", "category": "none", "evidence": []}


def test_answer_line_reads_history_and_question() -> None:
    """Earlier messages, oldest first, and the question asked count."""
    told = _answer({"id": 1, "text": "he hits me so hard", "history": ["about my dad", "ok"]})
    assert told["level"] == "high"
    answered = _answer({"id": 1, "text": "no", "asked": "utter_ask_safe_now"})
    assert (answered["level"], answered["category"]) == ("high", "none")


@pytest.mark.parametrize(
    ("line", "answer_id", "code"),
    [
        (b"{", None, "not_json"),
        (b"[" * 100_000, None, "not_json"),
        (b'{"id": "a", "text": "\xff"}', None, "not_utf8"),
        (b"[]", None, "wrong_shape"),
        (b'"a"', None, "wrong_shape"),
        (b'{"text": "a"}', None, "wrong_shape"),
        (b'{"id": true, "text": "a"}', None, "wrong_shape"),
        (b'{"id": 1.5, "text": "a"}', None, "wrong_shape"),
        (b'{"id": "a"}', "a", "wrong_shape"),
        (b'{"id": "a", "text": 1}', "a", "wrong_shape"),
        (b'{"id": "a", "text": "b", "history": "c"}', "a", "wrong_shape"),
        (b'{"id": "a", "text": "b", "history": [1]}', "a", "wrong_shape"),
        (b'{"id": "a", "text": "b", "lang": 1}', "a", "wrong_shape"),
        (b'{"id": "a", "text": "b", "asked": []}', "a", "wrong_shape"),
        (json.dumps({"id": "x" * (MAX_ID_CHARS + 1), "text": "b"}).encode(), None, "wrong_shape"),
        (json.dumps({"id": "a", "text": "b" * (MAX_TEXT_CHARS + 1)}).encode(), "a", "too_long"),
        (json.dumps({"id": "a", "text": "b", "history": ["c"] * (MAX_HISTORY + 1)}).encode(), "a", "too_long"),
        (json.dumps({"id": "a", "text": "b", "history": ["c" * (MAX_TEXT_CHARS + 1)]}).encode(), "a", "too_long"),
        (b" " * (MAX_LINE_BYTES + 1), None, "too_large"),
    ],
)
def test_answer_line_gives_a_code_for_a_bad_line(line: bytes, answer_id: object, code: str) -> None:
    """Each kind of bad line has its code, and the id where there is one."""
    assert answer_line(TRIAGE, line) == {"id": answer_id, "error": code}


def test_run_jsonl_goes_on_after_bad_lines() -> None:
    """Bad, blank, huge and unfinished lines do not stop the stream or shift the answers."""
    good = b'{"id": %d, "text": "hi \xf0\x9f\x98\x80"}'
    huge = b'{"id": "' + b"x" * (2 * MAX_LINE_BYTES + 10) + b'"}'
    exact = b"x" * MAX_LINE_BYTES
    lines = io.BytesIO(b"\n".join([good % 1, b"nonsense", b"", b"  ", huge, exact, good % 2, good % 3]))
    answers = io.BytesIO()
    run_jsonl(TRIAGE, lines, answers)
    found = [json.loads(line) for line in answers.getvalue().splitlines()]
    assert [one.get("error", one["id"]) for one in found] == [1, "not_json", "too_large", "not_json", 2, 3]


def test_lone_surrogates_pass_through() -> None:
    """JSON can spell half a character; it is read like any other text."""
    assert answer_line(TRIAGE, b'{"id": "\\ud800", "text": "i want to die \\udc00"}')["level"] == "high"


def test_program_answers_on_standard_output() -> None:
    """`python -m triage --jsonl` is the same, from outside."""
    ran = subprocess.run(
        [sys.executable, "-m", "triage", "--jsonl"],
        input=b'{"id": "a", "text": "i want to kill myself"}\nx\n',
        capture_output=True,
        cwd=ROOT,
        timeout=60,
        check=True,
    )
    first, second = (json.loads(line) for line in ran.stdout.splitlines())
    assert (first["level"], second) == ("high", {"id": None, "error": "not_json"})


def test_main_runs_the_stream(monkeypatch: pytest.MonkeyPatch) -> None:
    """The stream runs until its input ends."""
    out = io.TextIOWrapper(io.BytesIO())
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(b'{"id": "a", "text": "hello"}\n')))
    monkeypatch.setattr(sys, "stdout", out)
    assert main(["--jsonl"]) == 0
    assert json.loads(out.buffer.getvalue())["level"] == "none"


@pytest.mark.parametrize("arguments", [[], ["--jsonl", "explain", "hi"]])
def test_main_wants_one_command(arguments: list[str], capsys: pytest.CaptureFixture[str]) -> None:
    """Nothing, or two things at once, is answered with the usage."""
    assert main(arguments) == 2
    assert "usage" in capsys.readouterr().err
