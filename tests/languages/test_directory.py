"""The directory of helplines: every file of ours, the order of numbers, and every way a file can be wrong."""

from __future__ import annotations

from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from core.errors import BadData
from languages.directory import CONFIDENCES, KINDS, Country, Service, load_directory, parse_country

FINE = """
code: AA
services:
- {kind: child_helpline, names: {en: Line}, short: ['116'], source: https://lines.example, confidence: high}
"""


def make_service(kind: str = "child_helpline", **fields: object) -> Service:
    """Return an invented service."""
    return Service(kind=kind, names={"en": "Line"}, source="https://lines.example", **fields)  # type: ignore[arg-type]


def test_directory_has_every_country_served() -> None:
    """All countries of the Middle East and North Africa that Sanad serves have a file, and so has the whole world."""
    served = "AE BH DJ DZ EG IL IQ IR JO KM KW LB LY MA MR OM PS QA SA SD SO SY TN TR YE ZZ"
    assert list(load_directory()) == served.split()


@pytest.mark.parametrize(
    "country", [one for one in load_directory().values() if one.code != "ZZ"], ids=lambda country: country.code
)
def test_directory_tells_every_country_how_to_call_the_police(country: Country) -> None:
    """Each country has a number for the police that can be dialled, and it comes first."""
    first = country.emergency()[0]
    assert first.kind == "emergency_police"
    assert first.short or first.phone


def test_directory_offers_the_whole_world_a_place_to_look() -> None:
    """The international entry has an address of a directory for children."""
    assert [service.chat_url for service in load_directory()["ZZ"].children()] == [
        "https://childhelplineinternational.org/helplines/"
    ]


@pytest.mark.parametrize("country", load_directory().values(), ids=lambda country: country.code)
def test_directory_knows_the_time_of_every_country(country: Country) -> None:
    """Each country has its time zone, so that "open now" is true there; the whole world has none."""
    assert (country.timezone == "") == (country.code == "ZZ")
    if country.timezone:
        assert ZoneInfo(country.timezone)


def test_country_puts_the_police_before_the_ambulance() -> None:
    """Emergency services come in the order police, ambulance, whatever the order of the file."""
    country = Country("AA", (make_service("emergency_ambulance"), make_service(), make_service("emergency_police")))
    assert [service.kind for service in country.emergency()] == ["emergency_police", "emergency_ambulance"]


def test_country_puts_the_surest_helpline_first() -> None:
    """Helplines for children are ordered by confidence; equal ones keep the order of the file."""
    order = [*reversed(CONFIDENCES), "high"]
    services = tuple(make_service(confidence=one, short=(str(n),)) for n, one in enumerate(order))
    assert [service.short for service in Country("AA", services).children()] == [("2",), ("3",), ("1",), ("0",)]


def test_country_keeps_signed_services_apart() -> None:
    """A number that answers in a sign language is not given as a number to speak to."""
    signed, spoken = make_service("emergency_police", languages=("jos",)), make_service("emergency_police")
    country = Country("AA", (signed, spoken))
    assert (list(country.emergency()), list(country.signed())) == ([spoken], [signed])


def test_jordan_has_its_sign_language_line() -> None:
    """The real file of Jordan has the video line 114 among the signed services only."""
    jordan = load_directory()["JO"]
    assert [service.short for service in jordan.signed()] == [("114",)]
    assert all("114" not in service.short for service in jordan.emergency())


def test_every_kind_is_used() -> None:
    """No kind of service stands in the list without any service."""
    assert {service.kind for country in load_directory().values() for service in country.services} == set(KINDS)


@pytest.mark.parametrize(
    ("old", "new", "reason"),
    [
        ("code: AA", "code: [", "not YAML"),
        (FINE, "just words", "must hold code and services"),
        ("code: AA", "code: AA\nname: A", "must hold code and services"),
        ("code: AA", "code: BB", "name the file"),
        ("code: AA", "code: no", "two capital letters"),
        ("services:", "services: none\nmore:", "must hold code and services"),
        ("code: AA", "code: AA\ntimezone: here", "timezone must be a name"),
        (FINE, "code: AA\nservices: none", "services must be a list"),
        (FINE, "code: AA\nservices: [none]", "a service must be a mapping"),
        ("short:", "shout:", "unknown shout"),
        (", confidence: high", "", "no confidence"),
        ("confidence: high", "confidence: sure", "unknown confidence"),
        ("{en: Line}", "{ar: Line}", "no English name"),
        ("{en: Line}", "Line", "names must be words by language"),
        ("{en: Line}", "{en: 1}", "names must be words by language"),
        ("kind: child_helpline", "kind: shop", "unknown kind"),
        ("['116']", "[116]", "write numbers in quotes"),
        ("['116']", "'116'", "must be a list"),
        ("['116']", "[call us]", "not a number to dial"),
        ("short: ['116']", "hours: 24/7", "no way to reach it"),
        ("short: ['116']", "short: ['116'], free: yes", "write yes, no and dates in quotes"),
        ("short: ['116']", "short: ['116'], free: maybe", "free must be"),
        ("short: ['116']", "short: ['116'], assumed: [phone]", "assumed names another field"),
        ("short: ['116']", "short: ['116'], checked_on: 'today'", "checked_on must be a date"),
        ("source: https://lines.example", "source: ''", "no source"),
    ],
)
def test_parse_country_says_what_is_wrong(old: str, new: str, reason: str) -> None:
    """Each mistake in a file is refused with the file and the reason."""
    assert parse_country("AA.yml", FINE).children()[0].short == ("116",)
    with pytest.raises(BadData, match=reason) as caught:
        parse_country("AA.yml", FINE.replace(old, new))
    assert caught.value.file == "AA.yml"


def test_load_directory_reads_the_given_root(tmp_path: Path) -> None:
    """Another root has its own countries; a root without any has none."""
    assert load_directory(tmp_path) == {}
    folder = tmp_path / "data" / "directory"
    folder.mkdir(parents=True)
    (folder / "AA.yml").write_text(FINE, encoding="utf-8")
    assert list(load_directory(tmp_path)) == ["AA"]
