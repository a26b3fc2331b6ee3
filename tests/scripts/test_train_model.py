"""A model is trained when, and only when, something it is made of has changed."""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from scripts.train_model import KEEP, drop_old, hash_inputs, is_whole, sum_file

FILES = (
    "config.yml",
    "domain.yml",
    "data/core/rules/a.yml",
    "data/en/nlu/a.yml",
    "bot/connector/a.py",
    "languages/normalise.py",
)


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    """Return a small project."""
    for name in FILES:
        file = tmp_path / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(name, encoding="utf-8")
    return tmp_path


@pytest.mark.parametrize("name", FILES)
def test_hash_inputs_changes_with_every_input(tree: Path, name: str) -> None:
    """A change in any input makes another model."""
    before = hash_inputs(tree)
    (tree / name).write_text("changed", encoding="utf-8")
    assert hash_inputs(tree) != before


def test_hash_inputs_sees_where_a_line_stands(tree: Path) -> None:
    """The same words in another file are another model."""
    before = hash_inputs(tree)
    (tree / "data/en/nlu/a.yml").rename(tree / "data/en/nlu/b.yml")
    assert hash_inputs(tree) != before


def test_hash_inputs_ignores_other_files(tree: Path) -> None:
    """Sentences for children are read when Rasa starts; they need no training."""
    before = hash_inputs(tree)
    (tree / "README.md").write_text("new", encoding="utf-8")
    assert hash_inputs(tree) == before


def test_is_whole_needs_the_very_bytes(tmp_path: Path) -> None:
    """A model that was changed or has no checksum is trained again."""
    model = tmp_path / "m.tar.gz"
    model.write_bytes(b"model")
    assert not is_whole(model)
    sum_file(model).write_text(
        "9372c470eeadd5ecd9c3c74c2b3cb633f8e2f2fad799250a0f70d652b6b825e4  m.tar.gz\n", encoding="ascii"
    )
    assert is_whole(model)
    model.write_bytes(b"other")
    assert not is_whole(model)


def test_drop_old_keeps_the_newest(tmp_path: Path) -> None:
    """Two models stay, with their checksums."""
    for age in range(KEEP + 2):
        model = tmp_path / f"{age}.tar.gz"
        model.write_bytes(b"")
        sum_file(model).write_text("", encoding="ascii")
        os.utime(model, (1000 - age, 1000 - age))
    drop_old(tmp_path)
    assert sorted(one.name for one in tmp_path.iterdir()) == [
        "0.tar.gz",
        "0.tar.gz.sha256",
        "1.tar.gz",
        "1.tar.gz.sha256",
    ]
