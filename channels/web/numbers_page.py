"""Render the page of phone numbers: every service of a country, readable without scripts."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from jinja2 import Environment

from bot.numbers import INTERNATIONAL, ServiceCard
from channels.web.assets import Assets
from channels.web.options import WebParts
from channels.web.texts import Texts


@dataclass(frozen=True)
class Entry:
    """One service with the lines below its name.

    Attributes:
        card: What is known of it.
        hours: When somebody answers, in words; "" when nobody knows.
        is_open: Whether somebody answers now; None when nobody knows, or day and night.
        speaks: Its languages by their own names, or "".
    """

    card: ServiceCard
    hours: str
    is_open: bool | None
    speaks: str


class NumbersPage:
    """Renders the page anew each time, because "open now" is of this minute."""

    def __init__(self, parts: WebParts, assets: Assets, environment: Environment) -> None:
        """Take the templates that the chat's page uses too."""
        self._parts, self._assets, self._environment = parts, assets, environment

    def knows(self, code: str) -> bool:
        """Return whether there is a page for a country."""
        return code in self._parts.options.countries or code == INTERNATIONAL

    def render(self, code: str, tag: str, *, simple: bool) -> str:
        """Return the page of one country in an offered language.

        Args:
            code: Country; INTERNATIONAL shows what answers children of every country.
            tag: Language.
            simple: In easy words.
        """
        parts, texts = self._parts, Texts(self._parts, tag, simple=simple)
        entries = self._entries(code, tag, texts)
        return self._environment.get_template("numbers_page.html").render(
            asset=self._assets.url,
            t=texts,
            language=parts.languages[tag],
            languages=parts.languages.values(),
            country=code,
            entries=entries or self._entries(INTERNATIONAL, tag, texts),
            is_known=bool(entries),
            countries=self._countries(tag),
            exit_url=parts.options.exit_url,
        )

    def _entries(self, code: str, tag: str, texts: Texts) -> Sequence[Entry]:
        """Return the services of a country."""
        helpline = self._parts.helpline
        return [
            Entry(
                card,
                _hours(card, texts),
                None if card.hours and card.hours.is_always else helpline.is_open(code, card),
                ", ".join(self._parts.languages[one].name for one in card.languages if one in self._parts.languages),
            )
            for card in helpline.services(code, tag)
        ]

    def _countries(self, tag: str) -> Mapping[str, str]:
        """Return the names of all countries by code, sorted by name."""
        codes = [code for code in self._parts.options.countries if code != INTERNATIONAL]
        names = {code: self._parts.catalogue.text(tag, f"country_{code}") for code in codes}
        return dict(sorted(names.items(), key=lambda pair: pair[1]))


def _hours(card: ServiceCard, texts: Texts) -> str:
    """Return when somebody answers, in words."""
    if card.hours is None:
        return ""
    if card.hours.is_always:
        return texts("numbers_always")
    lines = []
    for first, last, (start, end) in card.hours.stretches():
        values = {"first": texts(f"weekday_{first}"), "last": texts(f"weekday_{last}")}
        clock = {"start": _clock(start), "end": _clock(end)}
        lines.append(texts("numbers_day" if first == last else "numbers_days", **values, **clock))
    return "\n".join(lines)


def _clock(minutes: int) -> str:
    """Return minutes after midnight as "08:00", kept from turning in right-to-left words."""
    return f"\u2066{minutes // 60:02d}:{minutes % 60:02d}\u2069"
