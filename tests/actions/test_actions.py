"""The action server as it runs, and what its actions may say."""

from __future__ import annotations

import ast
import json
import re
import socket
import subprocess
import urllib.request
from collections.abc import Iterator
from pathlib import Path

import pytest
import yaml

from core.message import CommandName
from languages.catalogue import Catalogue, Form
from tests.assistant.processes import ROOT, RunningAssistant

pytestmark = pytest.mark.timeout(120)

DOMAIN = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))


@pytest.fixture(scope="module")
def server(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningAssistant]:
    """Return the running action server, without Rasa."""
    running = RunningAssistant(tmp_path_factory.mktemp("actions") / "actions.log")
    try:
        running.start_actions()
        yield running
    finally:
        running.stop()


def run(server: RunningAssistant, action: str, intent: str, slots: dict[str, object]) -> dict[str, object]:
    """Run one action as Rasa would."""
    tracker = {
        "sender_id": "c", "slots": slots, "events": [], "paused": False, "active_loop": {},
        "latest_message": {"intent": {"name": intent, "confidence": 1.0}, "entities": [], "text": ""},
    }  # fmt: skip
    call = {"next_action": action, "sender_id": "c", "tracker": tracker, "domain": {}, "version": "3.6.21"}
    sent = urllib.request.Request(f"http://127.0.0.1:{server.actions_port}/webhook", json.dumps(call).encode())
    with urllib.request.urlopen(sent, timeout=10) as answer:
        found: dict[str, object] = json.load(answer)
        return found


def test_server_has_every_action_of_the_domain(server: RunningAssistant) -> None:
    """The server offers exactly what the domain names."""
    with urllib.request.urlopen(f"http://127.0.0.1:{server.actions_port}/actions", timeout=10) as answer:
        assert sorted(one["name"] for one in json.load(answer)) == sorted(DOMAIN["actions"])


def test_server_listens_on_loopback_only(server: RunningAssistant) -> None:
    """No other address of this machine reaches the actions."""
    sockets = subprocess.run(["ss", "-ltnH"], check=True, capture_output=True, text=True).stdout
    bound = [line.split()[3] for line in sockets.splitlines() if line.split()[3].endswith(f":{server.actions_port}")]
    assert bound == [f"127.0.0.1:{server.actions_port}"]
    with socket.create_connection(("127.0.0.1", server.actions_port), timeout=5):
        pass


def test_hand_off_is_a_command_without_words(server: RunningAssistant) -> None:
    """Calling a person is a command; the sentence is the turn's."""
    answer = run(server, "action_call_person", "ask_person", {})
    responses = answer["responses"]
    assert isinstance(responses, list)
    assert [one["custom"] for one in responses] == [{"do": "hand_off", "values": {"reason": "asked"}}]


def test_unknown_safety_answer_counts_as_unsure(server: RunningAssistant) -> None:
    """A value that nobody knows goes to a person; an error never means "no risk"."""
    answer = run(server, "action_answer_safe", "answer_safe_now", {"safe_now": "perhaps"})
    responses = answer["responses"]
    assert isinstance(responses, list)
    commands = [one["custom"]["do"] for one in responses if one["custom"]]
    assert commands == ["raise_level", "hand_off"]


def _texts(folder: Path) -> Iterator[str]:
    """Yield every text constant of the Python files in *folder*."""
    for file in sorted(folder.glob("*.py")):
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Constant) and isinstance(node.value, str):
                yield node.value


def _used_names() -> set[str]:
    """Return every catalogue id that the domain or an action names."""
    named = {text for text in _texts(ROOT / "actions") if re.fullmatch(r"(utter|button)_[a-z_]*[a-z]", text)}
    topics = {f"utter_{intent}" for intent in DOMAIN["intents"] if intent.startswith("talk_")}
    answers = {f"utter_safe_{answer}" for answer in ("yes", "no", "unsure", "unsaid")}
    buttons = {
        one["title"]
        for variants in DOMAIN["responses"].values()
        for variant in variants
        for one in variant.get("buttons", ())
    }
    return named | topics | answers | buttons | set(DOMAIN["responses"])


def test_every_sentence_and_label_is_written() -> None:
    """What the assistant can say stands in the English catalogue, also in easy language."""
    catalogue = Catalogue(["en"])
    missing = {name for name in _used_names() if not catalogue.has("en", name, Form.SIMPLE)}
    assert not missing


def test_every_response_is_its_own_name() -> None:
    """The domain holds ids only."""
    assert all(variant["text"] == name for name, variants in DOMAIN["responses"].items() for variant in variants)


def test_every_command_is_known_to_the_turn() -> None:
    """What an action asks for is something the turn can do."""
    source = "\n".join(file.read_text(encoding="utf-8") for file in (ROOT / "actions").glob("*.py"))
    asked = set(re.findall(r'\bdo\(dispatcher, "([a-z_]+)"', source))
    assert asked <= {one.value for one in CommandName}
    assert {"hand_off", "raise_level", "set_language", "set_country", "list_numbers", "delete_chat"} <= asked
