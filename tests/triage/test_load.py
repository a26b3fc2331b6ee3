"""Malformed rule files stop the start and are named with file, line and reason."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest

from core.errors import BadData
from tests.triage.conftest import RULES, MakeTriage
from triage.load import load_rules
from triage.rules import Context, Effect

MakeRoot = Callable[..., Path]


def _rules(change: tuple[str, str]) -> dict[str, str]:
    """Return the small rule file with one thing changed."""
    assert change[0] in RULES
    return {"en/triage/body.yml": RULES.replace(*change, 1)}


@pytest.mark.parametrize(
    ("change", "line", "reason"),
    [
        (("id: en.body.family", "id: body.family"), 9, "the id must begin with en."),
        (("id: en.body.belt", "id: en.body.family"), 18, "also written in data/en/triage/body.yml:9"),
        (("category: suicide", "category: sadness"), 29, "sadness is none of: suicide"),
        (("level: emergency", "level: none"), 20, "none is none of: elevated, high, emergency"),
        (("level: emergency", "level:"), 20, "(nothing) is none of"),
        (("reason: With a thing.", "reason:"), 21, "reason is empty"),
        (("reason: With a thing.", "why: x"), 21, "unknown key why"),
        (("    reason: With a thing.\n", ""), 18, "reason is missing"),
        (("when: [hurts, belt]", "when: [hurts, bellt]"), 22, "no concept is called bellt"),
        (("when: [hurts, belt]", "when: [hurts|, belt]"), 22, "no concept is called (nothing)"),
        (("when: [hurts, belt]", "when: []"), 22, "at least one concept"),
        (("when: [hurts, belt]", "when: hurts"), 22, "a list is wanted here"),
        (("within: 6", "within: 21"), 24, "from 1 to 20"),
        (("within: 6", "within: six"), 24, "from 1 to 20"),
        (("order: any", "order: random"), 23, "random is none of: any, written"),
        (("across: true", "across: yes"), 14, "yes is none of: true, false"),
        (("unless: [fine]", "unless: [find]"), 15, "no concept is called find"),
        (("{past: ignore,", "{passed: ignore,"), 25, "unknown context passed"),
        (("{past: ignore,", "{past: off,"), 25, "off is none of: block, lower, ignore"),
        (("fires: [my dad hits me]", "fires: []"), 16, "fires needs at least one sentence"),
        (("silent: [a belt]", "silent: ['']"), 27, "an example is empty"),
        (("belt: [belt]", "belt: []"), 5, "belt has no words"),
        (("belt: [belt]", "family: [belt]"), 5, "family is written twice"),
        (("belt: [belt]", "belt: [[belt]]"), 5, "one value is wanted here"),
        (("concepts:", "concept:"), 3, "unknown key concept"),
        (("rules:", "rules: {"), 9, ""),
    ],
)
def test_load_names_the_mistake(make_root: MakeRoot, change: tuple[str, str], line: int, reason: str) -> None:
    """Every kind of mistake is named where it stands."""
    with pytest.raises(BadData) as caught:
        load_rules(make_root(_rules(change)))
    assert (caught.value.file, caught.value.line) == ("data/en/triage/body.yml", line)
    assert reason in caught.value.reason


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("en/triage/more.yml", "concepts: {belt: [x]}", "belt is also written in data/en/triage/body.yml:5"),
        ("en/triage/more.yml", "contexts: {joke: [lol]}", "unknown context joke"),
        ("en/triage/more.yml", "joined: {middles: [x]}", "unknown key middles"),
        ("en/triage/more.yml", "joined: {endings: [a b]}", "one plain beginning or ending"),
        ("en/triage/more.yml", "", ""),
        ("en/triage/more.yml", "# nothing", "the file is empty"),
        ("en/triage/more.yml", "just words", "keys are wanted here"),
        ("core/triage_concepts.yml", "common: {}", "unknown key common"),
    ],
)
def test_load_checks_every_file(make_root: MakeRoot, name: str, text: str, reason: str) -> None:
    """Concepts stand in one place; keys, contexts and endings are known ones."""
    root = make_root({name: text})
    if not text:
        load_rules(root)
        return
    with pytest.raises(BadData) as caught:
        load_rules(root)
    assert caught.value.file == f"data/{name}"
    assert reason in caught.value.reason


def test_load_names_a_file_that_is_not_text(make_root: MakeRoot) -> None:
    """A file that is not UTF-8 is named too."""
    root = make_root()
    (root / "data/en/triage/more.yml").write_bytes(b"concepts: {a: [\xff]}")
    with pytest.raises(BadData, match=r"more\.yml:0: UnicodeDecodeError"):
        load_rules(root)


def test_load_adds_up_contexts_of_several_files(make_triage: MakeTriage) -> None:
    """A context may be spread over files, beside the topic it belongs to."""
    engine = make_triage({"en/triage/more.yml": "contexts: {idiom: [dying of shame]}\nquiet: [dying of shame]"})
    assert [example.line for example in engine.book.quiet] == [2]
    assert len([pair for pair in engine.book.signals.values() if pair[1].value == "idiom"]) == 1


def test_load_only_the_languages_asked_for(make_root: MakeRoot) -> None:
    """A list of tags leaves the other folders alone."""
    root = make_root({"fr/triage/a.yml": "rules: ["})
    book, _ = load_rules(root, ["en"])
    assert {rule.tag for rule in book.rules} == {"en"}


def test_load_lists_concepts_that_no_rule_names(make_triage: MakeTriage) -> None:
    """An unused concept is listed with its place, not an error."""
    engine = make_triage({"en/triage/more.yml": "concepts: {lonely: [alone]}"})
    assert [(one.text, one.file, one.line) for one in engine.book.unused] == [("lonely", "data/en/triage/more.yml", 1)]


def test_load_reads_the_keys_of_a_rule(make_triage: MakeTriage) -> None:
    """What a rule says is what is compiled."""
    family, belt, _ = make_triage().book.rules
    assert (family.across, family.any_order, family.within) == (True, False, 8)
    assert (belt.across, belt.any_order, belt.within) == (False, True, 6)
    assert (belt.effects[Context.PAST], belt.effects[Context.THIRD_PERSON]) == (Effect.IGNORE, Effect.LOWER)
    assert belt.effects[Context.GAME] is Effect.BLOCK
