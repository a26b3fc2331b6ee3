"""Services as a child sees them: what is only likely is never said as certain."""

from __future__ import annotations

from datetime import UTC, datetime

from bot.numbers import is_open_now, service_cards
from languages.directory import Country, Service
from tests.factories import CATALOGUE, DIRECTORY, LANGUAGES


def make_service(kind: str = "child_helpline", **fields: object) -> Service:
    """Return an invented service that can be called."""
    known = {"names": {"en": "Line", "ar": "خط"}, "short": ("116",), "source": "https://lines.example", **fields}
    return Service(kind=kind, **known)


def test_danger_comes_first_and_what_cannot_be_reached_is_left_out():
    """Police, ambulance, helplines, the rest; a service without any number or address is not shown."""
    order = ["mental_health", "child_helpline", "emergency_ambulance", "emergency_police"]
    silent = make_service("cyber_abuse", short=())
    country = Country("AA", (*(make_service(kind) for kind in order), silent))
    labels = [CATALOGUE.text("en", f"service_{kind}") for kind in reversed(order)]
    labels[2:] = [CATALOGUE.text("en", "service_child_helpline"), CATALOGUE.text("en", "service_mental_health")]
    assert [card.label for card in service_cards(country, CATALOGUE, "en")] == labels


def test_every_way_can_be_tapped():
    """Numbers are dialled without spaces, WhatsApp without the plus; the same number is not shown twice to call."""
    service = make_service(
        phone=("+962 7 95", "116"), whatsapp=("+962 7 95",), sms=("+962-7",), chat_url="https://www.chat.example/x"
    )
    card = service_cards(Country("AA", (service,)), CATALOGUE, "en")[0]
    assert [(way.kind, way.shown, way.link) for way in card.ways] == [
        ("call", "116", "tel:116"),
        ("call", "+962 7 95", "tel:+962795"),
        ("whatsapp", "+962 7 95", "https://wa.me/962795"),
        ("sms", "+962-7", "sms:+9627"),
        ("chat", "chat.example", "https://www.chat.example/x"),
    ]
    assert card.can_write


def test_what_no_source_says_is_not_said():
    """Assumed hours and languages, an unknown price and a weak source leave no certain words."""
    weak = make_service(hours="24/7", languages=("ar",), assumed=("hours", "languages"), confidence="medium")
    card = service_cards(Country("AA", (weak,)), CATALOGUE, "en")[0]
    assert (card.hours, card.languages, card.is_free, card.is_sure) == (None, (), False, False)
    good = make_service(hours="24/7", languages=("ar",), free="yes", confidence="high")
    card = service_cards(Country("AA", (good,)), CATALOGUE, "en")[0]
    assert (card.hours.is_always, card.languages, card.is_free, card.is_sure) == (True, ("ar",), True, True)


def test_open_now_is_the_time_of_the_country():
    """Nine in the morning in Amman is six in London's winter clock."""
    service = make_service(hours="Sun-Thu 09:00-17:00")
    country = Country("JO", (service,), "Asia/Amman")
    hours = service_cards(country, CATALOGUE, "en")[0].hours
    assert is_open_now(hours, country, datetime(2026, 3, 1, 6, 0, tzinfo=UTC))
    assert not is_open_now(hours, country, datetime(2026, 3, 1, 5, 59, tzinfo=UTC))


def test_the_name_says_its_language():
    """A name that is not written in the child's language is marked as what it is."""
    country = Country("AA", (make_service(),))
    found = {tag: service_cards(country, CATALOGUE, tag)[0].name_language for tag in LANGUAGES}
    assert found == {"ar": "ar", "en": "en", "fr": "en", "ur": "en"}


def test_every_country_of_the_directory_has_something_to_show():
    """No real country's page is empty."""
    assert all(service_cards(country, CATALOGUE, "ar") for country in DIRECTORY.values())
