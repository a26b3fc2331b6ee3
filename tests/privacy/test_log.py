"""Nothing in a log but what is on the list: not by our own events, not by a library, not by a traceback."""

import copy
import io
import json
import logging
import pickle
import sys
import traceback

import pytest
import structlog

from core.text import ChildText
from sanad.logs import ALLOWED, PINNED, keep_allowed, set_up_logs

WORDS = "a sentence that nobody may find"


@pytest.fixture
def logs(monkeypatch):
    """Set the real logs up, and put structlog and logging back after."""
    root = logging.getLogger()
    handlers, level = root.handlers[:], root.level
    shown = io.StringIO()
    monkeypatch.setattr(sys, "stderr", shown)
    set_up_logs("DEBUG")
    root.handlers[:] = root.handlers[-1:]
    yield shown
    structlog.reset_defaults()
    root.handlers[:], root.level = handlers, level


def test_only_listed_keys_and_plain_values_pass():
    """Other keys are dropped, and so is a listed key whose value is no plain word or number."""
    event = {
        "event": "x",
        "ms": 3,
        "words": WORDS,
        "kind": ChildText(WORDS),
        "error": ValueError(WORDS),
        "code": [WORDS],
    }
    assert keep_allowed(None, "", event) == {"event": "x", "ms": 3}


def test_our_events_show_ids_and_codes_only(logs):
    """An event with words beside it is logged without them."""
    structlog.get_logger("sanad.bot").warning("triage_failed", conversation="c1", text=WORDS, payload={"text": WORDS})
    shown = logs.getvalue()
    assert json.loads(shown)["conversation"] == "c1"
    assert WORDS not in shown


def test_a_librarys_record_loses_its_message(logs):
    """Logger, level and type of error stay; what the library wrote does not."""
    try:
        raise ValueError(WORDS)
    except ValueError:
        logging.getLogger("some.library").exception("failed on %s", WORDS)
    shown = logs.getvalue()
    assert WORDS not in shown
    assert json.loads(shown) == {"event": "library", "logger": "some.library", "level": "error", "error": "ValueError"}


def test_talkative_libraries_are_pinned(logs):
    """Below WARNING they say nothing, whatever level the service runs at."""
    assert all(logging.getLogger(name).level == logging.WARNING for name in PINNED)
    assert {"httpx", "telegram", "aiohttp.access"} <= set(PINNED)


def test_no_key_on_the_list_is_made_for_words():
    """Nobody adds `text` or `words` to the list by habit."""
    assert not ALLOWED & {"text", "words", "message", "body", "payload", "update", "name", "address", "token", "url"}


@pytest.mark.parametrize("show", [str, repr, "{}".format, "{:>40}".format, lambda words: f"{words!r:.99}", ascii])
def test_words_never_show_by_formatting(show):
    """Whatever formats them gives the length."""
    assert WORDS not in show(ChildText(WORDS))
    assert "31 chars" in show(ChildText(WORDS))


def test_words_are_in_no_traceback_with_locals():
    """Even a traceback that prints local variables shows the length only."""
    words = ChildText(WORDS)
    try:
        raise RuntimeError(words)
    except RuntimeError as error:
        shown = "".join(traceback.TracebackException.from_exception(error, capture_locals=True).format())
    assert "<words: 31 chars>" in shown
    assert words.reveal() not in shown.replace("WORDS", "")


@pytest.mark.parametrize("write", [pickle.dumps, copy.deepcopy, json.dumps])
def test_words_are_not_copied_by_accident(write):
    """No pickle, no deep copy, no JSON."""
    with pytest.raises(TypeError):
        write(ChildText(WORDS))
