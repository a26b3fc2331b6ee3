"""The house rules that no linter knows: layout, names, sizes, commits of words."""

import ast
import re
import subprocess
from pathlib import Path

import pytest
import yaml

from core.errors import SettingsError
from core.message import CommandName
from languages.catalogue import Catalogue, Form
from languages.registry import ROOT, Status, load_languages
from sanad.settings import Settings, describe, load_settings

PACKAGES = (
    "core",
    "languages",
    "triage",
    "accessibility",
    "handoff",
    "bot",
    "actions",
    "channels",
    "console",
    "storage",
    "sanad",
    "scripts",
)
TRACKED = [
    Path(line)
    for line in subprocess.run(
        ["git", "ls-files", "-co", "--exclude-standard"], cwd=ROOT, capture_output=True, text=True, check=True
    ).stdout.splitlines()
    if (ROOT / line).is_file()
]
SOURCES = [path for path in TRACKED if path.suffix == ".py"]
FORBIDDEN_NAMES = re.compile(r"(^|/)(utils?|helpers?|common|misc|managers?)(/|\.py$)")


def lines_of(path: Path) -> list[str]:
    """Return the lines of a tracked file."""
    return (ROOT / path).read_text(encoding="utf-8").splitlines()


def test_no_name_says_nothing():
    """There is no utils, helpers, common, misc or manager."""
    assert [path for path in TRACKED if FORBIDDEN_NAMES.search(str(path))] == []


def test_modules_stay_small():
    """At most 300 lines a module, 400 a test."""
    limit = {path: 400 if path.parts[0] == "tests" else 300 for path in SOURCES}
    assert {str(path): len(lines_of(path)) for path in SOURCES if len(lines_of(path)) > limit[path]} == {}


def test_functions_stay_small():
    """At most 40 lines a function outside the tests."""
    long = {}
    for path in SOURCES:
        if path.parts[0] == "tests" or "migrations" in path.parts:
            continue
        for node in ast.walk(ast.parse((ROOT / path).read_text(encoding="utf-8"))):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef) and node.end_lineno - node.lineno >= 40:
                long[f"{path}:{node.name}"] = node.end_lineno - node.lineno + 1
    assert long == {}


def test_data_files_stay_small():
    """At most 200 lines a YAML file of words or facts."""
    data = [path for path in TRACKED if path.suffix == ".yml" and path.parts[0] == "data"]
    assert {str(path): len(lines_of(path)) for path in data if len(lines_of(path)) > 200} == {}


def test_every_channel_has_the_same_files():
    """A reader who knows one channel finds the way in all."""
    for folder in (ROOT / "channels").iterdir():
        if folder.is_dir() and not folder.name.startswith("_"):
            assert {"handler.py", "payloads.py", "README.md"} <= {one.name for one in folder.iterdir()}, folder.name


def test_no_sentence_for_people_stands_in_python():
    """Python holds no words in the scripts of the languages we serve, but for tables of letters and cues."""
    letters = re.compile(r"[\u0621-\u064a\u0671-\u06d3]{3,} [\u0621-\u064a\u0671-\u06d3]{2,}")
    allowed = {"languages", "tests", "benchmarks", "scripts"}
    found = [
        str(path) for path in SOURCES if path.parts[0] not in allowed and letters.search((ROOT / path).read_text())
    ]
    assert found == []


@pytest.mark.parametrize("tag", [one.tag for one in load_languages().values() if one.status is not Status.DRAFT])
def test_every_usable_language_has_every_message_in_every_form(tag):
    """Same ids, same variables, same easy forms as English; none is English."""
    catalogue = Catalogue(load_languages())
    assert catalogue.names(tag) == catalogue.names("en")
    source = {one: _variables("en", one) for one in catalogue.names("en")}
    assert {one: _variables(tag, one) for one in source} == source
    missing = [
        one for one in source if catalogue.has("en", one, Form.SIMPLE) and not catalogue.has(tag, one, Form.SIMPLE)
    ]
    assert missing == []


def _variables(tag: str, name: str) -> set[str]:
    """Return the variables a message uses."""
    for file in (ROOT / "data" / tag / "messages").glob("*.ftl"):
        match = re.search(rf"^{name} =(.*?)(?=^\S|\Z)", file.read_text(encoding="utf-8"), re.MULTILINE | re.DOTALL)
        if match:
            return set(re.findall(r"\$(\w+)", match.group(1)))
    return set()


def test_every_response_of_the_assistant_is_in_the_catalogue():
    """domain.yml names only sentences and labels that exist."""
    catalogue = Catalogue(["en"])
    domain = yaml.safe_load((ROOT / "domain.yml").read_text(encoding="utf-8"))
    wanted = {one["text"] for forms in domain["responses"].values() for one in forms if one.get("text")}
    wanted |= {
        button["title"] for forms in domain["responses"].values() for one in forms for button in one.get("buttons", [])
    }
    assert wanted <= catalogue.names("en")


def test_every_command_has_a_doer():
    """What the assistant may ask for can be done."""
    from bot.commands import _DOERS

    assert set(_DOERS) == set(CommandName)


def test_every_setting_is_documented():
    """docs/settings.md holds the table that the code prints."""
    assert describe() in (ROOT / "docs" / "settings.md").read_text(encoding="utf-8")


@pytest.mark.parametrize(
    ("environment", "says"),
    [
        ({"SANAD_PORT": "eighty"}, "SANAD_PORT must be a port"),
        ({"SANAD_PROT": "80"}, "SANAD_PROT is not a setting"),
        ({"SANAD_LANGUAGE": "xx"}, "SANAD_LANGUAGE must be one of"),
        ({"SANAD_COUNTRY": "Jordan"}, "SANAD_COUNTRY must be a two-letter"),
        ({"SANAD_PUBLIC_URL": "help.example"}, "SANAD_PUBLIC_URL must be an address"),
        ({"SANAD_DATABASE_URL": "mysql://x"}, "SANAD_DATABASE_URL must begin with"),
        ({"SANAD_ONLINE_VOICE": "maybe"}, "SANAD_ONLINE_VOICE must be yes or no"),
        ({"SANAD_ASSISTANT_TIMEOUT_S": "-1"}, "SANAD_ASSISTANT_TIMEOUT_S must be a number of seconds"),
        ({"SANAD_ASSISTANT_TIMEOUT_S": "60"}, "SANAD_ASSISTANT_TIMEOUT_S must be a number of seconds between 0 and 10"),
        ({"SANAD_TELEGRAM_TOKEN_FILE": "/nowhere/token"}, "SANAD_TELEGRAM_TOKEN_FILE cannot be read"),
    ],
)
def test_a_bad_setting_stops_the_start_with_a_sentence(environment, says):
    """The sentence names the setting and says what to do."""
    with pytest.raises(SettingsError, match=says):
        load_settings(environment)


def test_a_secret_may_come_from_a_file(tmp_path):
    """`<NAME>_FILE` is read and trimmed."""
    (tmp_path / "token").write_text("123:abc\n", encoding="utf-8")
    assert load_settings({"SANAD_TELEGRAM_TOKEN_FILE": str(tmp_path / "token")}) == Settings(telegram_token="123:abc")
