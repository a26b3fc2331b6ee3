"""The languages of this installation, from languages.yml."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import Enum
from pathlib import Path

import yaml

from core.errors import BadData

ROOT = Path(__file__).resolve().parent.parent
"""Folder that holds languages.yml and data/."""


class Status(str, Enum):
    """How far a language is. Only USABLE and COMPLETE are offered to children."""

    DRAFT = "draft"
    USABLE = "usable"
    COMPLETE = "complete"


@dataclass(frozen=True)
class Language:
    """One line of languages.yml.

    Attributes:
        tag: BCP 47, also the name of its folder under data/.
        name: What its speakers call it.
        direction: `ltr` or `rtl`.
        script: ISO 15924 code.
        status: How far it is.
        reviewed_on: Date of the last review by a native speaker with child-protection training, or "".
        voice: Name of its offline (espeak-ng) voice, or "".
        online_voice: Name of its gTTS voice, or "".
    """

    tag: str
    name: str
    direction: str
    script: str
    status: Status
    reviewed_on: str
    voice: str
    online_voice: str


def load_languages(root: Path = ROOT) -> Mapping[str, Language]:
    """Return every language by tag, in the order in which they are offered.

    Raises:
        BadData: languages.yml has an unknown field, status or direction.
    """
    lines = yaml.safe_load((root / "languages.yml").read_text(encoding="utf-8"))
    found: dict[str, Language] = {}
    for number, line in enumerate(lines, 1):
        try:
            fields = {key: "" if value is None else str(value) for key, value in line.items()}
            language = Language(**{**fields, "status": Status(fields["status"])})  # type: ignore[arg-type]
        except (TypeError, ValueError, KeyError) as error:
            raise BadData("languages.yml", 0, f"entry {number}: {error}") from error
        if language.direction not in ("ltr", "rtl"):
            raise BadData("languages.yml", 0, f"{language.tag}: direction must be ltr or rtl")
        found[language.tag] = language
    return found


def usable_languages(root: Path = ROOT) -> Mapping[str, Language]:
    """Return the languages that children are offered."""
    return {tag: one for tag, one in load_languages(root).items() if one.status is not Status.DRAFT}
