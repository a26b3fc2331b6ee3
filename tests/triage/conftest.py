"""A small rule folder of our own, so that what the engine does is tested apart from what the languages say."""

from __future__ import annotations

import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from languages.registry import ROOT
from triage.engine import Triage
from triage.policy import POLICY_FILE

GRAMMAR = """
contexts:
  negation_before: [not, never, nobody]
  negation_after: [pas]
  not_negation: [not only, nobody knows]
  clause_break: [but, and]
  idiom: [dying of laughter]
  past: [years ago, used to]
  still: [again]
  game: [in minecraft]
  homework: [my essay]
  media: [in the movie]
  quotation: [the lyrics]
  third_person: [my friend]
"""
RULES = """
concepts:
  family: [my dad|mum, baba]
  hurts: [hits|hit me, beats me]
  belt: [belt]
  wish: [do not want to live, dying]
  fine: [pillow]
rules:
  - id: en.body.family
    category: physical_abuse
    level: high
    reason: Somebody at home hits.
    when: [family, hurts]
    across: true
    unless: [fine]
    fires: [my dad hits me]
    silent: [my dad never hits me]
  - id: en.body.belt
    category: physical_abuse
    level: emergency
    reason: With a thing.
    when: [hurts, belt]
    order: any
    within: 6
    contexts: {past: ignore, third_person: lower}
    fires: [hits me with a belt]
    silent: [a belt]
  - id: en.mind.wish
    category: suicide
    level: high
    reason: Does not want to live.
    when: [wish]
    fires: [i do not want to live]
    silent: [hello]
"""
ANSWERS = """
answers:
  utter_ask_safe_now:
    yes: [yes]
    no: [no, not really]
    unsure: [i do not know]
    unsaid: [i can not say]
"""
FILES = {"en/triage/grammar.yml": GRAMMAR, "en/triage/body.yml": RULES, "en/triage/answers.yml": ANSWERS}
MakeTriage = Callable[..., Triage]


@pytest.fixture
def make_root(tmp_path: Path) -> Callable[..., Path]:
    """Return a maker of installation roots: the small folder, with files added or replaced."""

    def make(files: dict[str, str] | None = None) -> Path:
        """Write the folder; keys are paths under data/, an empty text leaves a file out."""
        policy = tmp_path / POLICY_FILE
        policy.parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(ROOT / POLICY_FILE, policy)
        for name, text in {**FILES, **(files or {})}.items():
            if text:
                path = tmp_path / "data" / name
                path.parent.mkdir(parents=True, exist_ok=True)
                path.write_text(text, encoding="utf-8")
        return tmp_path

    return make


@pytest.fixture
def make_triage(make_root: Callable[..., Path]) -> MakeTriage:
    """Return a maker of engines over the small folder."""

    def make(files: dict[str, str] | None = None) -> Triage:
        """Load the small folder."""
        return Triage(make_root(files))

    return make
