"""Saying how a message was read."""

from __future__ import annotations

import runpy
import subprocess
import sys

import pytest

from core.errors import BadData
from core.text import ChildText
from languages.registry import ROOT
from tests.triage.conftest import MakeTriage
from triage import __main__ as program
from triage.explain import explain, why_not


def test_explain_shows_concepts_contexts_and_rules(make_triage: MakeTriage) -> None:
    """Everything that was seen is listed, with the words."""
    lines = list(explain(make_triage(), ChildText("My dad never hits me! he hits me with a belt years ago")))
    assert lines == [
        "level     emergency",
        "category  physical_abuse",
        "read as   my dad never hits me! he hits me with a belt years ago",
        'concept   en.family: "my dad"',
        'concept   en.hurts: "hits me"',
        'concept   en.hurts: "hits me"',
        'concept   en.belt: "belt"',
        'context   en.negation_before: "never"',
        'context   en.past: "years ago"',
        "rule      en.body.belt: fires, emergency",
        "rule      en.body.family: blocked by negation",
    ]


def test_explain_says_when_parts_stand_apart(make_triage: MakeTriage) -> None:
    """A rule completed by an earlier message says so; one that is lowered too."""
    engine = make_triage()
    told = list(explain(engine, ChildText("hits me"), [ChildText("my dad")]))
    assert told[-1] == "rule      en.body.family: fires, high, parts far apart"
    assert list(explain(engine, ChildText("dying years ago")))[-1] == "rule      en.mind.wish: lowered by past"


@pytest.mark.parametrize(
    ("text", "why"),
    [
        ("my dad hits me with a pillow", "blocked by unless"),
        ("my dad never hits me", "blocked by negation"),
        ("my dad", "not in the sentence: hurts"),
        ("hello", "not in the sentence: family, hurts"),
        ("hits me. my dad in minecraft", "all parts are there, but not in this order and within 8 words"),
        ("my dad hits me", "fires, high"),
    ],
)
def test_why_not_names_what_is_missing(make_triage: MakeTriage, text: str, why: str) -> None:
    """A writer of rules sees why one does not fire."""
    engine = make_triage()
    assert why_not(engine, engine.book.rules[0], text) == why


def test_program_explains(capsys: pytest.CaptureFixture[str]) -> None:
    """`python -m triage explain` prints the same lines."""
    assert program.main(["explain", "he hits me", "--history", "my dad"]) == 0
    assert "en.physical" in capsys.readouterr().out


def test_program_is_a_module(monkeypatch: pytest.MonkeyPatch) -> None:
    """`python -m triage` ends with the program's own code."""
    monkeypatch.setattr(sys, "argv", ["triage"])
    with pytest.raises(SystemExit) as caught:
        runpy.run_path(str(ROOT / "triage" / "__main__.py"), run_name="__main__")
    assert caught.value.code == 2


def test_why_not_looks_past_other_rules(make_triage: MakeTriage) -> None:
    """The answer is about the rule asked for, also when others fire first."""
    engine = make_triage()
    assert why_not(engine, engine.book.rules[2], "my dad hits me, i am dying") == "fires, high"


def test_program_says_what_is_wrong_with_the_rules(
    monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    """A malformed rule file ends the program with file, line and reason."""

    def fail() -> None:
        """Act like a folder with a mistake."""
        raise BadData("data/en/triage/a.yml", 3, "reason is empty")

    monkeypatch.setattr(program, "Triage", fail)
    assert program.main(["explain", "hi"]) == 2
    assert capsys.readouterr().err == "data/en/triage/a.yml:3: reason is empty\n"


def test_program_is_quiet_when_its_reader_leaves() -> None:
    """`python -m triage explain ... | head -1` ends without an error."""
    command = [sys.executable, "-m", "triage", "explain", "hi"]
    with subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE) as started:
        assert started.stdout is not None
        assert started.stderr is not None
        started.stdout.close()
        assert started.stderr.read() == b""
        assert started.wait(timeout=60) == 0
