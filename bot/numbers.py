"""Helplines and emergency numbers, as lines a child can read, hear or dial."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from languages.catalogue import Catalogue
from languages.directory import Country, Service

INTERNATIONAL = "ZZ"
MAX_LINES = 4


@dataclass(frozen=True)
class NumberLine:
    """One number.

    Attributes:
        label: What it is for, in the child's language.
        dial: The number as it is dialled; for a service without one, the address of its page.
        kind: Kind of service, for example `emergency_police`.
    """

    label: str
    dial: str
    kind: str


@dataclass(frozen=True)
class NumbersCard:
    """The numbers of one country.

    Attributes:
        country: Two-letter code, or ZZ.
        title: The country's name in the child's language.
        lines: Emergency first, then helplines for children; at most MAX_LINES.
    """

    country: str
    title: str
    lines: Sequence[NumberLine]

    @property
    def text(self) -> str:
        """Return the lines as text; each number is isolated so that right-to-left words cannot turn it."""
        return "\n".join(f"{line.label}: \u2066{line.dial}\u2069" for line in self.lines)


def numbers_card(directory: Mapping[str, Country], catalogue: Catalogue, code: str, language: str) -> NumbersCard:
    """Return the card of a country; an unknown or empty code gives the international one."""
    country = directory.get(code) or directory[INTERNATIONAL]
    services = [*country.emergency(), *country.children()] or list(country.services)
    services.sort(key=lambda service: bool(service.area))
    lines: list[NumberLine] = []
    for service in services:
        dial = _dial(service)
        if dial and all(dial != line.dial for line in lines):
            lines.append(NumberLine(catalogue.text(language, f"service_{service.kind}"), dial, service.kind))
    return NumbersCard(country.code, catalogue.text(language, f"country_{country.code}"), lines[:MAX_LINES])


def _dial(service: Service) -> str:
    """Return what a child should try: the short number where there is one, an address where there is none."""
    return next(iter((*service.short, *service.phone, service.chat_url)), "")
