"""The second opinion's numbers, and the file they are kept in.

    line 1   SANAD-TRIAGE-MODEL 1
    line 2   JSON: {"inputs", "elevated", "high", "heads": {"any": [slope, offset], "suicide": [...], ...}}
    then     zlib: the features, sorted, one a line; behind a zero byte one signed byte for each head and feature

Beside it stands its SHA-256, so that a damaged file is never used.
"""

from __future__ import annotations

import hashlib
import json
import zlib
from array import array
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from math import exp
from pathlib import Path

from core.errors import BadData
from core.risk import Category

MODEL_FILE = "data/core/triage_model.bin"
SUM_FILE = "data/core/triage_model.sha256"
SMOOTH_WORDS = 8
_MAGIC = b"SANAD-TRIAGE-MODEL 1\n"
_ANY = "any"
_ADVICE = "bring the file back, or train it anew with `make triage-model`"


@dataclass(frozen=True)
class Head:
    """One question the model answers.

    The log-odds of "yes" are slope times the sum of the weights, divided by the number of words and SMOOTH_WORDS, plus
    offset: a long message is not more certain for being long, and one word alone is not certain at all.

    Attributes:
        weights: One for each feature, -127 to 127.
        slope: See above.
        offset: See above.
    """

    weights: Sequence[int]
    slope: float
    offset: float

    def log_odds(self, total: int, words: int) -> float:
        """Return the log-odds for a sum of weights over a number of words."""
        return self.slope * total / (words + SMOOTH_WORDS) + self.offset


@dataclass(frozen=True)
class Model:
    """The whole model.

    Attributes:
        inputs: Hash of everything it was trained from.
        features: What it knows, sorted.
        any: Is there any risk?
        categories: Given that there is: is it this one?
        elevated: Log-odds of any risk from which it says `elevated`.
        high: Log-odds from which it says `high`.
    """

    inputs: str
    features: Sequence[str]
    any: Head
    categories: Mapping[Category, Head]
    elevated: float
    high: float


def load_model(root: Path) -> Model | None:
    """Return the model under *root*, or None when neither it nor its checksum is there.

    Raises:
        BadData: One of the two is missing, or they do not fit each other.
    """
    file, beside = root / MODEL_FILE, root / SUM_FILE
    if not file.exists() and not beside.exists():
        return None
    try:
        content, wanted = file.read_bytes(), beside.read_text(encoding="ascii").split()
    except (OSError, UnicodeDecodeError) as error:
        raise BadData(MODEL_FILE, 0, f"it or its checksum cannot be read: {_ADVICE}") from error
    if wanted[:1] != [hashlib.sha256(content).hexdigest()]:
        raise BadData(MODEL_FILE, 0, f"the second opinion is not the one that was trained: {_ADVICE}")
    return unpack(content)


def save_model(model: Model, root: Path) -> None:
    """Write *model* and its checksum under *root*."""
    content = pack(model)
    (root / MODEL_FILE).write_bytes(content)
    line = f"{hashlib.sha256(content).hexdigest()}  {Path(MODEL_FILE).name}\n"
    (root / SUM_FILE).write_text(line, encoding="ascii")


def pack(model: Model) -> bytes:
    """Return *model* as a file; the same model gives the same bytes."""
    heads = {_ANY: model.any, **{category.value: head for category, head in model.categories.items()}}
    head = {
        "inputs": model.inputs,
        "elevated": model.elevated,
        "high": model.high,
        "heads": {name: [one.slope, one.offset] for name, one in heads.items()},
    }
    weights = b"".join(array("b", one.weights).tobytes() for one in heads.values())
    body = "\n".join(model.features).encode() + b"\0" + weights
    return _MAGIC + json.dumps(head).encode("ascii") + b"\n" + zlib.compress(body, 9)


def unpack(content: bytes) -> Model:
    """Return the model in a file.

    Raises:
        BadData: It is no such file.
    """
    try:
        if not content.startswith(_MAGIC):
            raise ValueError("another kind of file")
        line, _, packed = content[len(_MAGIC) :].partition(b"\n")
        head = json.loads(line)
        names, _, weights = zlib.decompress(packed).partition(b"\0")
        features = names.decode().split("\n")
        if len(weights) != len(features) * len(head["heads"]):
            raise ValueError("a weight is missing")
        columns = (array("b", weights[at : at + len(features)]) for at in range(0, len(weights), len(features)))
        heads = {name: Head(column, *head["heads"][name]) for name, column in zip(head["heads"], columns, strict=True)}
        whole = heads.pop(_ANY)
        if not heads:
            raise ValueError("no category")
        return Model(
            inputs=head["inputs"],
            features=features,
            any=whole,
            categories={Category(name): one for name, one in heads.items()},
            elevated=head["elevated"],
            high=head["high"],
        )
    except (ValueError, KeyError, TypeError, zlib.error) as error:
        raise BadData(MODEL_FILE, 0, f"the second opinion cannot be read: {_ADVICE}") from error


def chance(log_odds: float) -> float:
    """Return the probability, 0 to 1, that *log_odds* stand for."""
    return 1 / (1 + exp(-max(-30.0, min(30.0, log_odds))))
