"""What an operator is told about the directory."""

from datetime import date

from languages.directory import Country, Service
from scripts.check_directory import check_country, main

TODAY = date(2026, 3, 1)


def make_service(kind: str = "child_helpline", **fields: object) -> Service:
    """Return an invented service that nothing is to be said about."""
    known = {"short": ("116",), "confidence": "high", "checked_on": "2026-02-01", **fields}
    return Service(kind=kind, names={"en": "Line"}, source="https://lines.example", **known)  # type: ignore[arg-type]


def words(*services: Service) -> list[str]:
    """Return what is said about a country with these services."""
    return [word for word, _ in check_country(Country("AA", services), TODAY)]


def test_a_sound_country_is_silent():
    """Sure, tried lately, and there is a helpline for children."""
    assert words(make_service()) == []


def test_each_weakness_is_named():
    """Never tried, tried too long ago, a weak source, a guess."""
    assert words(make_service(checked_on="")) == ["never tried"]
    assert words(make_service(checked_on="2025-06-01")) == ["old"]
    assert words(make_service(confidence="medium")) == ["unsure"]
    assert words(make_service(hours="24/7", assumed=("hours",))) == ["unsure"]


def test_one_number_for_two_things_is_a_conflict():
    """Police and ambulance may share a number; a helpline and the police may not."""
    shared = [make_service("emergency_police", short=("911",)), make_service("emergency_ambulance", short=("911",))]
    assert words(make_service(), *shared) == []
    assert words(make_service(short=("911",)), *shared) == ["conflict"]


def test_a_country_without_a_helpline_is_named():
    """A country of which only the police is known."""
    assert words(make_service("emergency_police")) == ["no helpline"]


def test_the_list_of_the_real_directory_ends_with_its_counts(capsys):
    """Everything is listed, and the last line counts it."""
    assert main() == 0
    *lines, _, counts = capsys.readouterr().out.splitlines()
    assert sum(int(part.split()[0]) for part in counts.split(", ")) == len(lines)
