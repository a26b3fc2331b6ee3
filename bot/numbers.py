"""Helplines and emergency numbers, as lines a child can read, hear or dial."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from zoneinfo import ZoneInfo

from languages.catalogue import Catalogue
from languages.directory import Country, Service
from languages.hours import Hours, parse_hours

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


@dataclass(frozen=True)
class Way:
    """One way to reach a service.

    Attributes:
        kind: `call`, `whatsapp`, `sms` or `chat`.
        shown: The number as people write it, or the host of an address.
        link: Where a tap leads.
    """

    kind: str
    shown: str
    link: str


@dataclass(frozen=True)
class ServiceCard:
    """One service as a child sees it.

    Attributes:
        label: What it is for, in the child's language.
        name: What it calls itself, in the child's language or else in English.
        name_language: Language of `name`.
        area: The part of the country it serves, in the same language, or "".
        ways: How to reach it; ways to write stand first for a service that can be reached so.
        hours: When somebody answers; None when nobody knows for sure.
        is_free: Whether a call is known to cost nothing.
        languages: Tags of the languages it is known to speak.
        is_signed: It answers in a sign language only.
        is_sure: A good source says so; otherwise a child is told that it may have changed.
    """

    label: str
    name: str
    name_language: str
    area: str
    ways: Sequence[Way]
    hours: Hours | None
    is_free: bool
    languages: Sequence[str]
    is_signed: bool
    is_sure: bool

    @property
    def can_write(self) -> bool:
        """Return whether a child can write instead of speaking."""
        return any(way.kind != "call" for way in self.ways)


def service_cards(country: Country, catalogue: Catalogue, language: str) -> Sequence[ServiceCard]:
    """Return every service of a country that can be reached: danger, then helplines for children, then the rest."""
    order = [*country.emergency(), *country.children(), *country.signed()]
    rest = [service for service in country.services if service not in order]
    return [card for service in (*order, *rest) if (card := _card(service, catalogue, language)).ways]


def is_open_now(hours: Hours, country: Country, now: datetime) -> bool:
    """Return whether somebody answers at *now* (aware)."""
    return hours.is_always or hours.is_open(now.astimezone(ZoneInfo(country.timezone or "UTC")))


def _card(service: Service, catalogue: Catalogue, language: str) -> ServiceCard:
    """Return one service in a language. What is only likely is left out: hours and languages that no source says."""
    tag = language if language in service.names else "en"
    return ServiceCard(
        label=catalogue.text(language, f"service_{service.kind}"),
        name=service.names[tag],
        name_language=tag,
        area=service.area.get(tag, ""),
        ways=tuple(_ways(service)),
        hours=None if "hours" in service.assumed else parse_hours(service.hours),
        is_free=service.free == "yes",
        languages=() if "languages" in service.assumed else service.languages,
        is_signed=service.is_signed,
        is_sure=service.confidence == "high",
    )


def _ways(service: Service) -> Iterator[Way]:
    """Yield the ways to reach a service."""
    for number in dict.fromkeys((*service.short, *service.phone)):
        yield Way("call", number, f"tel:{_digits(number)}")
    for number in service.whatsapp:
        yield Way("whatsapp", number, f"https://wa.me/{_digits(number).removeprefix('+')}")
    for number in service.sms:
        yield Way("sms", number, f"sms:{_digits(number)}")
    if service.chat_url:
        yield Way("chat", re.sub(r"^https?://(?:www\.)?|/.*$", "", service.chat_url), service.chat_url)


def _digits(number: str) -> str:
    """Return a number as a telephone takes it."""
    return re.sub(r"[^+0-9]", "", number)


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
