"""`python -m languages`: detection as a stream."""

from __future__ import annotations

import json
import subprocess
import sys

from languages.registry import ROOT

WRITTEN = [
    ("ar", "بدي احكي مع حدا من فضلكم"),
    ("ar", "ana 5ayfa w mish 3arfa a3mel eh"),
    ("en", "can i talk to somebody please"),
    ("fr", "je voudrais parler à quelqu'un"),
    ("ur", "مجھے کسی سے بات کرنی ہے"),
    ("ur", "ammi abbu bohat lartay hain"),
    ("fa", "میخوام با یکی حرف بزنم"),
    ("tr", "biriyle konuşmak istiyorum"),
    ("ckb", "دەمەوێ لەگەڵ کەسێک قسە بکەم"),
    ("hi", "मुझे किसी से बात करनी है"),
    ("bn", "আমি কারো সাথে কথা বলতে চাই"),
    ("fil", "gusto ko po sana may makausap"),
]


def _run(*arguments: str, lines: str) -> list[dict[str, object]]:
    """Return the answers of the program."""
    done = subprocess.run(
        [sys.executable, "-m", "languages", "detect", "--jsonl", *arguments],
        input=lines, capture_output=True, text=True, cwd=ROOT, check=True, timeout=60,
    )  # fmt: skip
    return [json.loads(line) for line in done.stdout.splitlines()]


def test_detect_answers_each_line() -> None:
    """Each message has its language; a malformed line has a code, and the stream goes on."""
    lines = [json.dumps({"id": at, "text": text}) for at, (_, text) in enumerate(WRITTEN)]
    found = _run(lines="\n".join([*lines, "{", '{"id": "b"}', '{"id": "c", "text": "…"}']))
    assert [one["language"] for one in found[: len(WRITTEN)]] == [tag for tag, _ in WRITTEN]
    assert all(0 < one["confidence"] <= 1 for one in found[: len(WRITTEN)])
    assert found[len(WRITTEN) :] == [
        {"id": None, "error": "not_json"},
        {"id": "b", "error": "wrong_shape"},
        {"id": "c", "language": None, "confidence": 0.0},
    ]


def test_detect_looks_only_for_the_languages_asked_for() -> None:
    """A helpline that serves fewer languages asks for those only."""
    assert _run("--languages", "ar", "en", lines='{"id": 1, "text": "je voudrais parler"}')[0]["language"] is None
