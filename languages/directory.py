"""Helplines and services by country, from data/directory/.

One file for each country, named after its code; `ZZ` is the international entry. The files hold facts only (numbers,
hours, languages, where they were read); the words around them are in each language's directory.ftl. They are written by
scripts/import_directory.py and may be corrected by hand. Runs on Python 3.10.
"""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass, fields
from pathlib import Path
from types import MappingProxyType

import yaml

from core.errors import BadData
from languages.registry import ROOT

KINDS = (
    "emergency_police",
    "emergency_ambulance",
    "child_helpline",
    "domestic_violence",
    "mental_health",
    "cyber_abuse",
)
"""Every kind of service. Each language names them in directory.ftl: `service_<kind>`."""

CONFIDENCES = ("high", "medium", "low")
FREE = ("yes", "no", "unknown")
_CODE = re.compile(r"[A-Z]{2}")
_NUMBER = re.compile(r"\+?[0-9][0-9 -]*")
_ZONE = re.compile(r"[A-Z][A-Za-z]+/[A-Z][A-Za-z_]+")
_DATE = re.compile(r"(?:\d{4}-\d{2}-\d{2})?")
_SIGN_LANGUAGES = frozenset({"jos"})


@dataclass(frozen=True)
class Service:
    """One service that a child can reach.

    Attributes:
        kind: One of KINDS.
        names: What it calls itself, by language tag; has at least `en`.
        area: The part of the country it serves, by language tag; empty for all of it.
        phone: Full numbers, as they are dialled.
        short: Short codes that work inside the country only.
        whatsapp: Numbers for WhatsApp.
        sms: Numbers for text messages.
        chat_url: Address of its own chat or report page, or "".
        hours: Opening hours as the source words them, or "".
        languages: Tags of the languages it speaks; `mul` for many; empty when unknown.
        assumed: Which of `hours` and `languages` no source says, only likelihood.
        free: `yes`, `no` or `unknown`: does a call cost money?
        for_deaf: What a deaf child can use, as the source words it, or "".
        source: Where it was read.
        confidence: `high`, `medium` or `low`.
        checked_on: ISO date on which somebody last tried it, or "".
    """

    kind: str
    names: Mapping[str, str]
    area: Mapping[str, str] = MappingProxyType({})
    phone: tuple[str, ...] = ()
    short: tuple[str, ...] = ()
    whatsapp: tuple[str, ...] = ()
    sms: tuple[str, ...] = ()
    chat_url: str = ""
    hours: str = ""
    languages: tuple[str, ...] = ()
    assumed: tuple[str, ...] = ()
    free: str = "unknown"
    for_deaf: str = ""
    source: str = ""
    confidence: str = "low"
    checked_on: str = ""

    @property
    def is_signed(self) -> bool:
        """Return whether it answers in a sign language only: a video call, of no use to a child who cannot sign."""
        return bool(self.languages) and _SIGN_LANGUAGES.issuperset(self.languages)


@dataclass(frozen=True)
class Country:
    """The services of one country.

    Attributes:
        code: ISO 3166 two-letter code, or `ZZ` for services of the whole world.
        services: In the order of the file.
        timezone: IANA name of the zone that opening hours are in, or "".
    """

    code: str
    services: tuple[Service, ...]
    timezone: str = ""

    def emergency(self) -> Sequence[Service]:
        """Return the police, then the ambulance, as they answer spoken calls; `signed` has the others."""
        return [*self._best("emergency_police"), *self._best("emergency_ambulance")]

    def children(self) -> Sequence[Service]:
        """Return the helplines for children, the surest first."""
        return self._best("child_helpline")

    def signed(self) -> Sequence[Service]:
        """Return the services that answer in a sign language."""
        return [service for service in self.services if service.is_signed]

    def _best(self, kind: str) -> Sequence[Service]:
        """Return the spoken services of a kind, the surest first, otherwise in the order of the file."""
        found = [service for service in self.services if service.kind == kind and not service.is_signed]
        return sorted(found, key=lambda service: CONFIDENCES.index(service.confidence))


def load_directory(root: Path = ROOT) -> Mapping[str, Country]:
    """Return every country of data/directory/ by its code.

    Args:
        root: Folder that holds data/.

    Raises:
        BadData: A file is not YAML, or a service has an unknown field, a bad number, or no way to reach it.
    """
    files = sorted((root / "data" / "directory").glob("*.yml"))
    return {file.stem: parse_country(file.name, file.read_text(encoding="utf-8")) for file in files}


def parse_country(name: str, source: str) -> Country:
    """Return the country written in one file.

    Args:
        name: Name of the file, for the error; its stem must be the country's code.
        source: Its text.

    Raises:
        BadData: See load_directory.
    """
    try:
        content = yaml.safe_load(source)
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        raise BadData(name, mark.line + 1 if mark else 0, "not YAML") from error
    if not isinstance(content, dict) or set(content) - {"timezone"} != {"code", "services"}:
        raise BadData(name, 0, "must hold code and services, and may hold timezone")
    code, services, timezone = content["code"], content["services"], content.get("timezone", "")
    if not isinstance(code, str) or not _CODE.fullmatch(code) or name != f"{code}.yml":
        raise BadData(name, 0, "code must be two capital letters and name the file")
    if not isinstance(services, list):
        raise BadData(name, 0, "services must be a list")
    if timezone and not (isinstance(timezone, str) and _ZONE.fullmatch(timezone)):
        raise BadData(name, 0, "timezone must be a name such as Asia/Amman")
    try:
        return Country(code, tuple(_parse_service(one) for one in services), timezone)
    except ValueError as error:
        raise BadData(name, 0, str(error)) from error


def _parse_service(content: object) -> Service:
    """Return one service. Raises ValueError that names the service and the field."""
    if not isinstance(content, dict):
        raise ValueError("a service must be a mapping")
    title = f"service {content.get('names')}"
    if unknown := set(content) - {field.name for field in fields(Service)}:
        raise ValueError(f"{title}: unknown {', '.join(sorted(map(str, unknown)))}")
    if missing := {"kind", "names", "source", "confidence"} - set(content):
        raise ValueError(f"{title}: no {', '.join(sorted(missing))}")
    try:
        service = Service(**{key: _typed(key, value) for key, value in content.items()})  # type: ignore[arg-type]
    except ValueError as error:
        raise ValueError(f"{title}: {error}") from error
    if problem := _problem(service):
        raise ValueError(f"{title}: {problem}")
    return service


def _typed(field: str, value: object) -> object:
    """Return a field's value as its type. Raises ValueError."""
    if field in ("names", "area"):
        if isinstance(value, dict) and all(isinstance(text, str) for pair in value.items() for text in pair):
            return MappingProxyType(value)
        raise ValueError(f"{field} must be words by language")
    if field in ("phone", "short", "whatsapp", "sms", "languages", "assumed"):
        if isinstance(value, list) and all(isinstance(text, str) for text in value):
            return tuple(value)
        raise ValueError(f"{field} must be a list of words; write numbers in quotes")
    if not isinstance(value, str):
        raise ValueError(f"{field} must be words; write yes, no and dates in quotes")
    return value


def _problem(service: Service) -> str:
    """Return what is wrong with a service, or ""."""
    numbers = (*service.phone, *service.short, *service.whatsapp, *service.sms)
    checks = {
        "unknown kind": service.kind in KINDS,
        "no English name": bool(service.names.get("en")),
        "unknown confidence": service.confidence in CONFIDENCES,
        "free must be yes, no or unknown": service.free in FREE,
        "assumed names another field": set(service.assumed) <= {"hours", "languages"},
        "checked_on must be a date": _DATE.fullmatch(service.checked_on) is not None,
        "not a number to dial": all(_NUMBER.fullmatch(number) for number in numbers),
        "no source": bool(service.source),
        "no way to reach it": bool(numbers or service.chat_url),
    }
    return next((reason for reason, fine in checks.items() if not fine), "")
