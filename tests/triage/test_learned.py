"""The second opinion: what it may do, how it reads, and what happens when its file is damaged or gone."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path

import pytest
import yaml

from core.errors import BadData
from core.risk import Assessment, Category, RiskLevel
from core.text import ChildText
from languages.registry import ROOT
from triage.engine import Triage
from triage.explain import explain
from triage.features import features, pieces
from triage.learned import WINDOW_WORDS
from triage.measure import Share
from triage.model import MODEL_FILE, SUM_FILE, Head, Model, chance, load_model, pack, save_model, unpack
from triage.training import hash_inputs

NONE, ELEVATED, HIGH, EMERGENCY = RiskLevel
MAX_BYTES = 1_000_000
MAX_EVERYDAY, MAX_HIGH = 0.005, 0.001
"""Shares of everyday sentences that may be flagged: those of scripts/train_triage.py."""
WEIGHTS = {
    # any risk, suicide, bullying
    " bleak ": (40, 9, 0),
    " gloomy ": (90, 9, 0),
    " mocked ": (90, 0, 9),
    " fine ": (-60, 0, 0),
    " vanish forever": (0, 0, 0),
    "vanish forever": (90, 9, 0),
    "rky ": (25, 2, 0),
    " mur": (15, 2, 0),
    "#wish": (20, 9, 0),
    "!negation": (-90, 0, 0),
}
MODEL = Model(
    inputs="0" * 64,
    features=sorted(WEIGHTS),
    any=Head([WEIGHTS[name][0] for name in sorted(WEIGHTS)], 1.0, -1.0),
    categories={
        Category.SUICIDE: Head([WEIGHTS[name][1] for name in sorted(WEIGHTS)], 1.0, 0.0),
        Category.BULLYING: Head([WEIGHTS[name][2] for name in sorted(WEIGHTS)], 1.0, 0.0),
    },
    elevated=2.0,
    high=6.0,
)
MakeRoot = Callable[..., Path]


@pytest.fixture
def learned(make_root: MakeRoot) -> Triage:
    """Return triage over the small rule folder with the small model."""
    root = make_root()
    save_model(MODEL, root)
    return Triage(root)


@pytest.mark.parametrize(
    ("text", "level", "category"),
    [
        ("all is bleak", ELEVATED, Category.SUICIDE),
        ("all is gloomy", HIGH, Category.SUICIDE),
        ("all is BLEEEAK", ELEVATED, Category.SUICIDE),
        ("want to vanish forever", HIGH, Category.SUICIDE),
        ("everything is murky", ELEVATED, Category.SUICIDE),
        ("i was mocked", ELEVATED, Category.BULLYING),
        ("bleak but fine", NONE, Category.NONE),
        ("hello", NONE, Category.NONE),
        ("...", NONE, Category.NONE),
        ("", NONE, Category.NONE),
    ],
)
def test_second_opinion_raises_what_no_rule_saw(
    learned: Triage, text: str, level: RiskLevel, category: Category
) -> None:
    """Words, pieces and pairs count; the mild kinds of harm stay `elevated`; little is nothing."""
    found = learned.assess(ChildText(text))
    assert (found.level, found.category) == (level, category)
    assert [one.rule for one in found.evidence] == [f"learned.{category.value}"] * (level is not NONE)


def test_second_opinion_never_lowers_and_adds_nothing_to_what_is_known(learned: Triage) -> None:
    """Where rules say as much or more, their answer stands as it is."""
    rules = Triage(ROOT, ["en"], second_opinion=False)
    assert learned.assess(ChildText("my dad hits me, fine fine fine")).level is HIGH
    told = learned.assess(ChildText("i do not want to live, it is gloomy"))
    assert [one.rule for one in told.evidence] == ["en.mind.wish"]
    assert rules.learned is None


def test_rules_alone_leave_the_second_opinion_out(learned: Triage) -> None:
    """Both can be measured apart; the one asked first stays as it was."""
    alone = learned.rules_alone()
    assert alone.assess(ChildText("all is gloomy")) == Assessment()
    assert alone.assess(ChildText("my dad hits me")).level is HIGH
    assert learned.assess(ChildText("all is gloomy")).level is HIGH


def test_second_opinion_raises_what_rules_called_unclear(learned: Triage) -> None:
    """A rule lowered by the past and a second opinion that is sure: the higher counts, both are shown."""
    found = learned.assess(ChildText("dying years ago. gloomy gloomy"))
    assert {one.rule: one.level for one in found.evidence} == {"en.mind.wish": ELEVATED, "learned.suicide": HIGH}


def test_second_opinion_sees_what_the_rules_see(learned: Triage) -> None:
    """A rule kept silent by a negation weighs against, a concept weighs for."""
    found = learned.assess(ChildText("bleak, i am never dying"))
    assert found == Assessment()


def test_second_opinion_marks_the_heaviest_words(learned: Triage) -> None:
    """The span is the stretch that weighed most, in the message as the child wrote it."""
    words = "well thanks but BLEEEEAK, gloomy! see you"
    found = learned.assess(ChildText(words)).evidence[0]
    assert words[found.start : found.end] == "BLEEEEAK, gloomy"


@pytest.mark.parametrize("before", [0, 1, 5, 6, 11, 12, 100])
def test_second_opinion_does_not_drown(learned: Triage, before: int) -> None:
    """A sad sentence in a long message about anything weighs what it weighs alone."""
    words = ChildText(f"{'we went home ' * before}want to vanish forever{' we did not go' * 40}")
    assert learned.assess(words).level >= ELEVATED


def test_second_opinion_does_not_grow_with_length(learned: Triage) -> None:
    """A little weight in each of many windows stays a little."""
    assert learned.assess(ChildText("fairly murky, you know, " + "we went home and then " * WINDOW_WORDS)).level is NONE


def test_features_are_words_pieces_pairs_and_what_rules_saw(learned: Triage) -> None:
    """The same list for training and for the service; clitics and endings share pieces."""
    words = ChildText("Never DYING, ok")
    found = features(learned.read(words), learned.matches(words))
    assert found[0] == [" nev", "neve", "ever", "ver ", " never ", "@negation_before"]
    assert found[1][-3:] == ["never dying", "!negation", "#wish"]
    assert found[2] == [" ok ", "dying ok"]
    assert "@negation_before" not in features(learned.read(ChildText("not only")), ())[0]
    assert pieces("a") == [" a "]
    assert pieces("abc") == [" abc", "abc ", " abc "]


def test_training_hears_what_the_service_hears(learned: Triage) -> None:
    """The log-odds that training asks for are those behind the chance that the service shows."""
    assert learned.learned is not None
    words = ChildText("well thanks but all is gloomy")
    reading, matches = learned.read(words), learned.matches(words)
    assert learned.learned.judge(reading, matches).chance == chance(learned.learned.log_odds(reading, matches))


def test_explain_shows_the_second_opinion(learned: Triage) -> None:
    """Chance, thresholds and words are shown whether it was needed or not; categories when it alarms."""
    lines = [line for line in explain(learned, ChildText("all is bleak")) if line.startswith("learned")]
    assert lines == [
        "learned   any risk 0.9332; elevated from 0.8808, high from 0.9975",
        'learned   weighed most: "bleak"',
        "learned   suicide 0.69",
        "learned   bullying 0.50",
    ]
    assert list(explain(learned, ChildText("hello")))[-1] == 'learned   weighed most: "hello"'
    assert not [line for line in explain(learned, ChildText("")) if line.startswith("learned")]


def test_chance_never_overflows() -> None:
    """Log-odds of any size are a chance between 0 and 1."""
    assert (chance(0), round(chance(1e9), 6), round(chance(-1e9), 6)) == (0.5, 1, 0)


def test_model_is_read_back_as_it_was(tmp_path: Path) -> None:
    """The same model gives the same bytes, and the bytes the same model."""
    assert pack(MODEL) == pack(MODEL)
    again = unpack(pack(MODEL))
    assert (again.inputs, list(again.features), again.elevated, again.high) == ("0" * 64, sorted(WEIGHTS), 2.0, 6.0)
    for one, other in [(MODEL.any, again.any), *zip(MODEL.categories.values(), again.categories.values(), strict=True)]:
        assert (list(one.weights), one.slope, one.offset) == (list(other.weights), other.slope, other.offset)


def test_rules_work_without_a_second_opinion(make_root: MakeRoot) -> None:
    """No file, no checksum: rules alone decide, and triage can say so."""
    triage = Triage(make_root())
    assert triage.assess(ChildText("my dad hits me")).level is HIGH
    assert str(triage.lack) == f"{MODEL_FILE}:0: there is no second opinion: rules alone decide"


def test_nothing_is_lacking_with_a_second_opinion(learned: Triage) -> None:
    """Nothing to log."""
    assert learned.lack is None


def _cut(root: Path) -> None:
    """Lose the end of the model."""
    file = root / MODEL_FILE
    file.write_bytes(file.read_bytes()[:-1])


def _flip(root: Path) -> None:
    """Change one bit of the model."""
    file = root / MODEL_FILE
    content = bytearray(file.read_bytes())
    content[-3] ^= 1
    file.write_bytes(content)


@pytest.mark.parametrize(
    "damage",
    [
        _cut,
        _flip,
        lambda root: (root / MODEL_FILE).unlink(),
        lambda root: (root / SUM_FILE).unlink(),
        lambda root: (root / SUM_FILE).write_text(""),
        lambda root: (root / SUM_FILE).write_bytes(b"\xff"),
    ],
)
def test_damaged_model_stops_the_start_with_a_sentence(make_root: MakeRoot, damage: Callable[[Path], None]) -> None:
    """A damaged second opinion is not used and not passed over: the sentence says what to do."""
    root = make_root()
    save_model(MODEL, root)
    damage(root)
    with pytest.raises(BadData, match=r"triage_model\.bin:0: .*train it anew with `make triage-model`"):
        Triage(root)


def _with(**changes: object) -> bytes:
    """Return the model's file with other entries in its second line."""
    magic, line, body = pack(MODEL).split(b"\n", 2)
    return b"\n".join([magic, json.dumps({**json.loads(line), **changes}).encode(), body])


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"PK\x03\x04",
        pack(MODEL).replace(b"MODEL 1", b"MODEL 2"),
        pack(MODEL)[:-9],
        pack(MODEL)[:60],
        _with(heads={"any": [1.0, 0.0]}),
        _with(heads={"suicide": [1, 0], "bullying": [1, 0], "neglect": [1, 0]}),
        _with(heads={"any": [1, 0], "sadness": [1, 0], "bullying": [1, 0]}),
        pack(replace(MODEL, categories={})),
    ],
)
def test_file_that_is_no_model_is_named(tmp_path: Path, content: bytes) -> None:
    """Another kind of file with the right checksum is an error too, never a crash later."""
    (tmp_path / MODEL_FILE).parent.mkdir(parents=True)
    (tmp_path / MODEL_FILE).write_bytes(content)
    (tmp_path / SUM_FILE).write_text(hashlib.sha256(content).hexdigest(), encoding="ascii")
    with pytest.raises(BadData, match="cannot be read: bring the file back"):
        load_model(tmp_path)


def test_shipped_model_is_whole_and_small() -> None:
    """The model in the repository fits its checksum and its budget."""
    assert load_model(ROOT) is not None
    assert (ROOT / MODEL_FILE).stat().st_size < MAX_BYTES


def test_shipped_model_was_trained_from_what_is_here() -> None:
    """Rules, examples and code are those that the model was trained from."""
    model = load_model(ROOT)
    assert model is not None
    assert model.inputs == hash_inputs(), "rules, examples or code have changed: run `make triage-model`"


def test_shipped_model_is_quiet_on_everyday_talk() -> None:
    """Of everyday sentences that it has not learned from, it flags few, and hardly any in a way that calls a person."""
    triage = Triage()
    assert triage.learned is not None
    files = sorted((ROOT / "tests/triage/everyday").glob("*.yml"))
    talk = [text for file in files for text in yaml.safe_load(file.read_text(encoding="utf-8"))["at_most"]["none"]]
    readings = [(triage.read(words), triage.matches(words)) for words in map(ChildText, talk)]
    levels = [triage.learned.judge(*one).level for one in readings]
    for is_too_much, allowed in (
        (lambda level: level is not NONE, MAX_EVERYDAY),
        (lambda level: level is HIGH, MAX_HIGH),
    ):
        interval = Share(sum(map(is_too_much, levels)), len(levels)).interval
        assert interval is not None
        assert interval[0] <= allowed, "more than chance explains"
