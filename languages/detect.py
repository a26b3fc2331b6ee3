"""Tell which of the served languages a message is written in. Never raises; says None when it cannot tell.

The order: script; letters and words that only one language writes (Arabizi and Roman Urdu among them); then, for Latin
letters that no list knows, the lingua models. Languages that are not served are known as well, so that German is not
taken for English.

Source: docs/architecture.md, "Languages"; cues are checked by the samples in tests/languages/test_detect.py.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from pathlib import Path

import yaml
from lingua import IsoCode639_1, Language, LanguageDetector, LanguageDetectorBuilder

from core.errors import BadData
from languages.normalise import normalise
from languages.registry import ROOT

CUES_FILE = "data/core/detect.yml"
SURE = 0.7
"""From this confidence on, a message alone is enough to change the language of a conversation."""
MAX_CHARS = 500
"""Only the beginning of a message is looked at."""

_SCRIPTS = {
    "Arab": "\u0600-\u06ff\u0750-\u077f\u08a0-\u08ff\ufb50-\ufdff\ufe70-\ufefc",
    "Latn": "a-zA-Z\u00c0-\u024f",
    "Beng": "\u0980-\u09ff",
    "Deva": "\u0900-\u097f",
    "Ethi": "\u1200-\u137f",
    "Hebr": "\u0590-\u05ff\ufb1d-\ufb4f",
    "Mlym": "\u0d00-\u0d7f",
    "Sinh": "\u0d80-\u0dff",
    "Taml": "\u0b80-\u0bff",
    "Tfng": "\u2d30-\u2d7f",
    "Cyrl": "\u0400-\u04ff",
}
_LETTERS = {script: re.compile(f"[{block}]") for script, block in _SCRIPTS.items()}
_WORD = re.compile(r"[^\W_]+")
_ARABIZI_DIGIT = re.compile(r"[235679][a-z]|[a-z]{2}[235679]$")
_NOT_ARABIZI = re.compile(
    r"[a-z]+\d+|\d+(?:st|nd|rd|th|am|pm|kg|km|cm|mm|min|h|s|x|d|k|g|m|gb|mb|nite|day|moro|gether|pac|u|me)"
)
_ARABIC_KEYBOARD_SORANI = re.compile(r"\w*ة[ء-ي]\w*")
"""Sorani typed on an Arabic keyboard has ة for ە, also inside a word, where Arabic never has it."""
_SIBLINGS = {"hi": "ur"}
"""Hindi and Urdu are one language in Latin letters, but for some words; those decide between the two."""
_MIN_LETTERS = 2
_LINGUA_TAGS = frozenset({"en", "fr", "de", "es", "tr", "id", "tl", "so"})
_LINGUA_NAMES = {"tl": "fil"}
"""What lingua calls otherwise than we do."""


@dataclass(frozen=True)
class Detection:
    """What a message is written in.

    Attributes:
        language: A tag, or None when it cannot be told or is none of those asked for.
        confidence: 0 to 1.
    """

    language: str | None
    confidence: float

    @property
    def is_sure(self) -> bool:
        """Return whether the message alone may change the language of a conversation."""
        return self.language is not None and self.confidence >= SURE


_UNKNOWN = Detection(None, 0.0)


@dataclass(frozen=True)
class Cues:
    """The lists of data/core/detect.yml.

    Attributes:
        scripts: For scripts that decide alone, the languages they may be.
        letters: For a language, letters that only it writes.
        leanings: For a language, letters that it writes and others of its script write seldom.
        words: For a script, the languages that each word may belong to.
    """

    scripts: Mapping[str, tuple[str, ...]]
    letters: Mapping[str, frozenset[str]]
    leanings: Mapping[str, frozenset[str]]
    words: Mapping[str, Mapping[str, frozenset[str]]]


def detect(text: str, tags: Sequence[str]) -> Detection:
    """Return which of *tags* the message *text* is written in.

    Args:
        text: Any string.
        tags: The languages that are served.
    """
    text = text[:MAX_CHARS]
    counts = {script: len(pattern.findall(text)) for script, pattern in _LETTERS.items()}
    script = max(counts, key=lambda name: counts[name])
    letters = sum(counts.values())
    if counts[script] < _MIN_LETTERS:
        return _UNKNOWN
    found = _by_cues(text, script) if script in ("Arab", "Latn") else _by_script(text, script)
    if script == "Latn" and found.confidence < SURE:
        found = max(found, _by_model(text), key=lambda one: one.confidence)
    if found.language not in tags and _SIBLINGS.get(str(found.language)) in tags:
        found = Detection(_SIBLINGS[str(found.language)], found.confidence)
    if found.language not in tags:
        return _UNKNOWN
    return Detection(found.language, round(found.confidence * counts[script] / letters, 2))


@cache
def load_cues(root: Path = ROOT) -> Cues:
    """Return the cue lists.

    Raises:
        BadData: The file is malformed.
    """
    try:
        source = yaml.load((root / CUES_FILE).read_text(encoding="utf-8"), Loader=yaml.BaseLoader)  # noqa: S506 -- plain
        words: dict[str, dict[str, frozenset[str]]] = {}
        for entry in source["words"]:
            known = words.setdefault(entry["script"], {})
            for word in {normalise(one).text for one in entry["words"].split()}:
                known[word] = known.get(word, frozenset()) | {entry["tag"]}
        letters, leanings = (
            {tag: frozenset(signs) for tag, signs in source[name].items()} for name in ("letters", "leanings")
        )
        scripts = {script: tuple(tags) for script, tags in source["scripts"].items()}
    except (OSError, yaml.YAMLError, KeyError, TypeError, AttributeError) as error:
        raise BadData(CUES_FILE, 0, type(error).__name__) from error
    return Cues(scripts, letters, leanings, words)


def _by_script(text: str, script: str) -> Detection:
    """Return the language of a script that decides alone; the first one listed unless a letter says otherwise."""
    cues = load_cues()
    candidates = cues.scripts[script]
    for tag in candidates:
        if cues.letters.get(tag, frozenset()) & set(text.casefold()):
            return Detection(tag, 0.95)
    return Detection(candidates[0], 0.95 if len(candidates) == 1 else 0.6)


def _by_cues(text: str, script: str) -> Detection:
    """Return the language whose letters and words stand in *text* most, with how much they stand out."""
    cues = load_cues()
    words = _WORD.findall(normalise(text).text)
    known = cues.words[script]
    scores: dict[str, float] = defaultdict(float)
    for word in words:
        tags = known.get(word, frozenset())
        for tag in sorted(tags):
            scores[tag] += 1 / len({_SIBLINGS.get(one, one) for one in tags})
    if script == "Latn":
        scores["ar"] += sum(_is_arabizi(word) for word in words)
    else:
        scores["ckb"] += len(_ARABIC_KEYBOARD_SORANI.findall(text))
    for weight, letters in ((2, cues.letters), (1, cues.leanings)):
        for tag, signs in letters.items():
            scores[tag] += weight * sum(any(sign in signs for sign in word) for word in text.casefold().split())
    return _choose(scores, max(len(words), 1)) or (Detection("ar", 0.5) if script == "Arab" else _UNKNOWN)


def _choose(scores: Mapping[str, float], words: int) -> Detection | None:
    """Return the language that stands out, or None when nothing does; siblings do not count against each other."""
    best = max(scores, key=lambda tag: (scores[tag], tag not in _SIBLINGS))
    score = scores[best]
    if not score:
        return None
    family = _SIBLINGS.get(best, best)
    second = max((one for tag, one in scores.items() if _SIBLINGS.get(tag, tag) != family), default=0.0)
    share, lead = min(1.0, score / words), (score - second) / score
    return Detection(best, min(0.99, 0.35 + 0.4 * share + 0.35 * lead - 0.1 * (score < 1)))


def _is_arabizi(word: str) -> bool:
    """Return whether a digit stands for an Arabic letter in a Latin word: "3ayza", "5ayfa", "sa7"."""
    if not word.isascii() or sum(char.isdigit() for char in word) * 2 > len(word):
        return False
    return _ARABIZI_DIGIT.search(word) is not None and _NOT_ARABIZI.fullmatch(word) is None


def _by_model(text: str) -> Detection:
    """Return what the lingua models say. Below four words they are right too seldom to be sure."""
    values = _lingua().compute_language_confidence_values(text)
    best = max(values, key=lambda one: one.value)
    few = min(1.0, len(text.split()) / 4)
    tag = best.language.iso_code_639_1.name.lower()
    return Detection(_LINGUA_NAMES.get(tag, tag), best.value * (0.5 + 0.5 * few))


@cache
def _lingua() -> LanguageDetector:
    """Return the detector, built on first use; its models are read into memory when a text first needs them."""
    return LanguageDetectorBuilder.from_languages(*_lingua_languages(_LINGUA_TAGS)).build()


def _lingua_languages(tags: Iterable[str]) -> list[Language]:
    """Return lingua's names of *tags*."""
    codes = [getattr(IsoCode639_1, tag.upper()) for tag in sorted(tags)]
    return [Language.from_iso_code_639_1(code) for code in codes]
