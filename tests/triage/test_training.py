"""What the second opinion learns from, how it is cut into folds, and that training twice gives the same bytes."""

from __future__ import annotations

import hashlib
import subprocess
from collections.abc import Callable
from pathlib import Path

import pytest

from core.risk import Category, RiskLevel
from core.text import ChildText
from languages.registry import ROOT
from scripts.triage_folds import FOLDS, assign_folds, join_everyday
from triage.engine import Triage
from triage.features import features
from triage.model import MODEL_FILE, SUM_FILE
from triage.riskcheck import FOLDER
from triage.training import INPUTS, Sentence, collect, hash_inputs, load_examples

ASSISTANT = str(ROOT / ".venv/assistant/bin/python")
EXAMPLES = """examples:
  suicide:
    - all is bleak
    - my dad never hits me
  none:
    - a nice day
    - my dad hits me hard
"""
TALK = """nlu:
- intent: talk_bullying
  examples: |
    - they laugh at me
    - a tested sentence
- intent: greet
  examples: |
    - hello
    - a nice day
    -
- intent: talk_sadness
  examples: |
    - i am sad
- lookup: names
  examples: |
    - sam
"""
TESTED = """tag: en
language: en
alarm: {}
quiet:
  everyday_benign: [a tested sentence]
"""
FILES = {
    "en/triage/examples.yml": EXAMPLES,
    "en/triage/examples/away.yml": "examples: {runaway: [i left on tuesday]}",
    "en/nlu/talk.yml": TALK,
    "en/triage/more.yml": "quiet: [dying of laughter, he hits me. my dad]",
}
MakeRoot = Callable[..., Path]


@pytest.fixture
def root(make_root: MakeRoot) -> Path:
    """Return the small rule folder with examples, the assistant's examples and a RiskCheck of one sentence."""
    made: Path = make_root(FILES)
    (made / FOLDER).mkdir(parents=True)
    (made / FOLDER / "en.yml").write_text(TESTED, encoding="utf-8")
    return made


def test_collect_takes_every_source_once(root: Path) -> None:
    """Examples, rules and the assistant teach; what is tested, what is unclear and what rules fire on does not."""
    found = {one.sentence.text: one for one in collect(Triage(root), root)}
    assert {text: one.sentence.category for text, one in found.items()} == {
        "all is bleak": Category.SUICIDE,
        "my dad never hits me": Category.SUICIDE,
        "i left on tuesday": Category.RUNAWAY,
        "a nice day": Category.NONE,
        "my dad hits me": Category.PHYSICAL_ABUSE,
        "hits me with a belt": Category.PHYSICAL_ABUSE,
        "i do not want to live": Category.SUICIDE,
        "a belt": Category.NONE,
        "hello": Category.NONE,
        "dying of laughter": Category.NONE,
        "they laugh at me": Category.BULLYING,
    }
    assert [text for text, one in found.items() if one.sentence.is_everyday] == ["a nice day", "dying of laughter"]
    assert [text for text, one in found.items() if one.sentence.is_near_miss] == ["a belt", "hello"]
    assert (found["all is bleak"].ruled, found["my dad hits me"].ruled) == (RiskLevel.NONE, RiskLevel.HIGH)
    assert found["they laugh at me"].sentence.line == 4
    assert "laugh at" in found["they laugh at me"].names()


def test_hash_changes_with_every_input(root: Path) -> None:
    """A changed, new or renamed file is seen."""
    first = hash_inputs(root)
    assert hash_inputs(root) == first
    (root / "data/en/triage/more.yml").rename(root / "data/en/triage/most.yml")
    renamed = hash_inputs(root)
    (root / FOLDER / "en.yml").write_text(TESTED.replace("tested", "other"), encoding="utf-8")
    assert len({first, renamed, hash_inputs(root)}) == 3


@pytest.mark.parametrize("pattern", INPUTS)
def test_every_input_is_there(pattern: str) -> None:
    """No glob names what is not there, for example after a module was renamed."""
    assert list(ROOT.glob(pattern))


def _sentence(text: str, category: Category = Category.NONE, rule: str = "", tag: str = "en") -> Sentence:
    """Return one sentence, an everyday one unless it is something else."""
    return Sentence(text, category, tag, "f", 1, rule)


def test_folds_keep_near_duplicates_and_rules_together() -> None:
    """One letter of difference and one rule are one side; the same words in another language need not be."""
    alike = [_sentence(f"my teacher took my phone away today{end}") for end in ("", "!!", " lol")]
    of_rule = [_sentence(text, Category.SUICIDE, "en.x") for text in ("one", "quite another", "a third")]
    others = [_sentence(f"{at} {at * 7919} {at * 104729}") for at in range(50)]
    folds = assign_folds([*alike, *of_rule, *others])
    assert len(set(folds[:3])) == len(set(folds[3:6])) == 1
    assert set(folds) == set(range(FOLDS))
    assert folds == assign_folds([*alike, *of_rule, *others])


def test_everyday_sentences_are_joined_within_language_and_fold() -> None:
    """Only everyday ones, four at a time, and what is left over stays out."""
    sentences = [
        *(_sentence(f"day {at}") for at in range(9)),
        *(_sentence(f"jour {at}", tag="fr") for at in range(4)),
        _sentence("near", rule="en.x"),
        _sentence("told", Category.SUICIDE),
    ]
    made = join_everyday(sentences, [0] * 8 + [1] * 7)
    assert [(one.tag, one.text.count(". "), fold) for one, fold in made] == [("en", 3, 0), ("en", 3, 0), ("fr", 3, 1)]


def test_examples_of_every_language_are_well_formed() -> None:
    """No examples.yml has an unknown category or an empty sentence."""
    assert all(one.text for one in load_examples())


FINGERPRINT = """
import hashlib
from core.text import ChildText
from triage.engine import Triage
from triage.features import features
triage = Triage(tags=["en", "ar"], second_opinion=False)
told = [ChildText(one.text) for rule in triage.book.rules for one in (*rule.fires, *rule.silent)][::5]
seen = [features(triage.read(words), triage.matches(words)) for words in told]
print(hashlib.sha256(repr(seen).encode()).hexdigest())
"""


def test_training_and_service_see_the_same() -> None:
    """The Python that trains and the Python that serves make the same features of the same words."""
    command = [ASSISTANT, "-c", FINGERPRINT]
    trained = subprocess.run(command, cwd=ROOT, capture_output=True, text=True, check=True).stdout.strip()
    triage = Triage(tags=["en", "ar"], second_opinion=False)
    told = [ChildText(one.text) for rule in triage.book.rules for one in (*rule.fires, *rule.silent)][::5]
    seen = [features(triage.read(words), triage.matches(words)) for words in told]
    assert trained == hashlib.sha256(repr(seen).encode()).hexdigest()


@pytest.mark.timeout(300)
def test_training_twice_gives_the_same_bytes(tmp_path: Path) -> None:
    """Two processes, a small part of the sentences: the same model, byte for byte."""
    made = []
    for name in ("one", "two"):
        command = [ASSISTANT, "scripts/train_triage.py", "--every", "25", "--to", str(tmp_path / name)]
        subprocess.run(command, cwd=ROOT, capture_output=True, check=True)
        made.append([(tmp_path / name / file).read_bytes() for file in (MODEL_FILE, SUM_FILE)])
    assert made[0] == made[1]
