"""The console's words in one language, for templates and handlers."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, tzinfo

from languages.catalogue import Catalogue
from languages.registry import Language


@dataclass(frozen=True)
class Wording:
    """One language's words.

    Attributes:
        catalogue: All sentences.
        languages: Every language of the installation, by tag, in order.
        language: The console's language.
        zone: Where the counsellors are.
    """

    catalogue: Catalogue
    languages: Mapping[str, Language]
    language: Language
    zone: tzinfo

    def __call__(self, name: str, /, **values: object) -> str:
        """Return `console_<name>`. Raises KeyError when it is not written."""
        return self.catalogue.text(self.language.tag, f"console_{name}", values)

    def pick(self, name: str, other: str) -> str:
        """Return `console_<name>`, or `console_<other>` when a newer part of Sanad uses a code unknown here."""
        return self(name if self.catalogue.has(self.language.tag, f"console_{name}") else other)

    def find(self, name: str, values: Mapping[str, str] | None = None) -> str | None:
        """Return a message by its whole id when it is written in this language, or None."""
        has = self.catalogue.has(self.language.tag, name)
        return self.catalogue.text(self.language.tag, name, values) if has else None

    def wait(self, seconds: int) -> str:
        """Return a waiting time in whole minutes, so that it changes rarely on the screen."""
        minutes = seconds // 60
        if minutes < 1:
            return self("wait_now")
        if minutes < 60:
            return self("wait_minutes", minutes=minutes)
        return self("wait_hours", hours=minutes // 60, minutes=minutes % 60)

    def hour(self, at: datetime) -> str:
        """Return hours and minutes where the counsellors are."""
        return at.astimezone(self.zone).strftime("%H:%M")

    def day(self, at: datetime) -> str:
        """Return date, hours and minutes where the counsellors are."""
        return at.astimezone(self.zone).strftime("%Y-%m-%d %H:%M")


@dataclass(frozen=True)
class Wordings:
    """The console's words in every language they are written in.

    Attributes:
        catalogue: All sentences.
        languages: Every language of the installation, by tag, in order.
        zone: Where the counsellors are.
        default: Tag used when nothing better is known.
    """

    catalogue: Catalogue
    languages: Mapping[str, Language]
    zone: tzinfo
    default: str

    @property
    def offered(self) -> Sequence[Language]:
        """Return the languages the console can speak, in order."""
        return [one for tag, one in self.languages.items() if self._is_written(tag)]

    def speak(self, tag: str) -> Wording:
        """Return the words in *tag*, or in the default language when the console is not written in it."""
        chosen = tag if self._is_written(tag) else self.default
        return Wording(self.catalogue, self.languages, self.languages[chosen], self.zone)

    def negotiate(self, accept_language: str) -> Wording:
        """Return the words in the first language of the browser's list that is written."""
        for part in accept_language.split(",")[:10]:
            tag = part.split(";")[0].strip().split("-")[0].lower()
            if self._is_written(tag):
                return self.speak(tag)
        return self.speak(self.default)

    def _is_written(self, tag: str) -> bool:
        """Return whether the console is written in *tag*."""
        return tag in self.languages and tag in self.catalogue.tags and self.catalogue.has(tag, "console_title")
