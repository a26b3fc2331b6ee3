"""Every example in data/<tag>/triage runs as a test, for every language folder that is there."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from core.risk import RiskLevel
from core.text import ChildText
from triage.engine import Triage
from triage.explain import why_not
from triage.rules import Rule

TRIAGE = Triage()


def _failures(triage: Triage, rule: Rule) -> Iterator[str]:
    """Yield one line for every example of *rule* that does not do what it must."""
    for kind, examples in (("fires", rule.fires), ("lowered", rule.lowered), ("silent", rule.silent)):
        for example in examples:
            found = triage.assess(ChildText(example.text)).evidence
            levels = [one.level for one in found if one.rule == rule.id]
            wanted = {"fires": levels == [] or max(levels) < rule.level, "silent": bool(levels)}
            failed = wanted.get(kind, levels == [] or max(levels) is not RiskLevel.ELEVATED)
            if failed:
                said = max(levels).word if levels else f"nothing ({why_not(triage, rule, example.text)})"
                yield f"{example.file}:{example.line}: {rule.id} {kind}: {example.text!r} -> says {said}"


@pytest.mark.parametrize("rule", TRIAGE.book.rules, ids=lambda rule: f"{rule.file}:{rule.id}")
def test_examples_of_rule(rule: Rule) -> None:
    """A rule fires where it must, says less where it must, and is silent where it must."""
    failures = list(_failures(TRIAGE, rule))
    assert not failures, "\n" + "\n".join(failures)


@pytest.mark.parametrize("file", sorted({example.file for example in TRIAGE.book.quiet}))
def test_everyday_sentences_are_quiet(file: str) -> None:
    """No rule of any language fires on an everyday sentence."""
    failures = [
        f"{example.file}:{example.line}: {example.text!r} -> {', '.join(sorted({one.rule for one in found}))}"
        for example in TRIAGE.book.quiet
        if example.file == file and (found := TRIAGE.assess(ChildText(example.text)).evidence)
    ]
    assert not failures, "\n" + "\n".join(failures)


def test_every_concept_is_used() -> None:
    """No concept is written that no rule names: its name would be mistyped somewhere."""
    assert not [f"{one.file}:{one.line}: {one.text}" for one in TRIAGE.book.unused]
