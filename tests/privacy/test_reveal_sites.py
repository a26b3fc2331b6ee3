"""The few places where words leave their wrapper. A new one needs a reason, and a line here."""

import ast
from collections import Counter

from languages.registry import ROOT

SITES = {
    "accessibility/adapt.py": 1,  # a counsellor's words, for the voice
    "accessibility/speech/offline.py": 1,  # to the voice's process
    "accessibility/speech/voices.py": 2,  # catalogue sentences: cache key, online voice
    "bot/accept.py": 1,  # language detection
    "bot/assistant.py": 1,  # to Rasa, over loopback
    "channels/telegram/sending.py": 1,  # to the child
    "channels/web/acts.py": 1,  # easier words of our own sentences, to the child
    "channels/web/frames.py": 1,  # to the child
    "console/transcript.py": 1,  # to the counsellor
    "storage/serial.py": 1,  # into the seal
    "triage/answers.py": 1,  # triage reads
    "triage/matcher.py": 2,  # triage reads
}


def test_words_are_revealed_only_where_they_must_be():
    """The list above is exact: nothing reveals elsewhere or more often."""
    found: Counter[str] = Counter()
    for file in ROOT.rglob("*.py"):
        place = file.relative_to(ROOT)
        if place.parts[0] in {".venv", "var", "tests", "benchmarks", "scripts", "node_modules"}:
            continue
        for node in ast.walk(ast.parse(file.read_text(encoding="utf-8"))):
            if isinstance(node, ast.Attribute) and node.attr == "reveal":
                found[str(place)] += 1
    assert dict(found) == SITES
