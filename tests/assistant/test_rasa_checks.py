"""Rasa's own checks of its files, and whole conversations in every language."""

from __future__ import annotations

import json
import re
import shutil
from pathlib import Path

import pytest
import yaml

from languages.registry import usable_languages
from tests.assistant.processes import ROOT, run_rasa, trained_model

pytestmark = pytest.mark.timeout(300)

ONLY_BY_TAP = {
    "answer_delete",
    "answer_safe_now",
    "choose_country",
    "more_topics",
    "tell_country",
    "tell_language",
    "tell_mode",
}
QUESTIONS_OF_FORMS = {"utter_ask_delete_confirmed", "utter_ask_safe_now"}


def test_validate_finds_only_what_is_meant() -> None:
    """Rasa's validator passes; it warns only of intents that just a tap can mean, and of the questions of forms."""
    folders = [f"data/{tag}/nlu" for tag in usable_languages()]
    done = run_rasa("data", "validate", "--fail-on-warnings", "--data", "data/core/rules", *folders)
    assert done.returncode == 0, done.stderr[-2000:]
    warned = re.findall(r"UserWarning: (.*)", done.stderr)
    intents = {
        f"The intent '{one}' is listed in the domain file, but is not found in the NLU training data."
        for one in ONLY_BY_TAP
    }
    questions = {f"The utterance '{one}' is not used in any story or rule." for one in QUESTIONS_OF_FORMS}
    assert set(warned) == intents | questions


def test_conversations_in_every_language_go_as_written(tmp_path: Path) -> None:
    """Every story of every language is predicted, from its words to its actions."""
    stories = tmp_path / "stories"
    stories.mkdir()
    wanted = 0
    for tag in usable_languages():
        file = ROOT / "tests" / "languages" / tag / "test_stories.yml"
        wanted += len(yaml.safe_load(file.read_text(encoding="utf-8"))["stories"])
        shutil.copy(file, stories / f"test_{tag}.yml")
    done = run_rasa(
        "test", "core", "--e2e", "--no-plot", "--fail-on-prediction-errors", "-s", str(stories),
        "-m", str(trained_model()), "--endpoints", "endpoints.yml", "--out", str(tmp_path / "out"),
    )  # fmt: skip
    failed = (tmp_path / "out" / "failed_test_stories.yml").read_text(encoding="utf-8")
    assert done.returncode == 0, failed
    report = json.loads((tmp_path / "out" / "story_report.json").read_text(encoding="utf-8"))
    assert report["conversation_accuracy"] == {"accuracy": 1.0, "correct": wanted, "with_warnings": 0, "total": wanted}
