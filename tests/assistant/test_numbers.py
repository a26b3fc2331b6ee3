"""Numbers by country, through the real Rasa process."""

from __future__ import annotations

import pytest

from core.message import Say
from languages.catalogue import Catalogue
from languages.directory import load_directory
from languages.registry import usable_languages
from tests.assistant.conftest import UNKNOWN, Child, done, labels, said

pytestmark = pytest.mark.timeout(300)


def numbers_of(code: str) -> list[tuple[str, dict[str, str]]]:
    """Return the commands that show a country's numbers."""
    return [("set_country", {"country": code}), ("list_numbers", {})]


async def test_country_is_asked_when_unknown(child: Child) -> None:
    """Every country of the directory has a button, and a person comes first."""
    reply = await child.taps("/find_numbers")
    assert said(reply) == ["utter_ask_country"]
    assert labels(reply)[0] == "button_person"
    assert set(labels(reply)[1:]) == {f"country_{code}" for code in load_directory()}


async def test_countries_are_sorted_as_the_child_reads_them(child: Child) -> None:
    """In English the buttons follow the English names, with the international entry last."""
    names = [
        Catalogue(["en"]).text("en", one)
        for one in labels(await child.taps("/find_numbers"))[1:]
        if one != "country_ZZ"
    ]
    assert names == sorted(names)


async def test_tapped_country_gives_its_numbers(child: Child) -> None:
    """A tap on a country lists its numbers and offers another country."""
    await child.taps("/find_numbers")
    reply = await child.taps('/tell_country{"country": "JO"}')
    assert done(reply) == numbers_of("JO")
    assert labels(reply) == ["button_person", "button_other_country"]


@pytest.mark.parametrize("tag", list(usable_languages()))
async def test_typed_country_is_found_in_every_language(child: Child, tag: str) -> None:
    """A country typed as the language writes it is understood, with other words around it."""
    await child.taps("/find_numbers")
    assert done(await child.says(f"... {Catalogue([tag]).text(tag, 'country_TN')} ...")) == numbers_of("TN")


async def test_known_country_is_not_asked_again(child: Child) -> None:
    """When the turn knows the country, its numbers come at once."""
    child.slots["country"] = "EG"
    assert done(await child.taps("/find_numbers")) == numbers_of("EG")


async def test_another_country_can_be_chosen(child: Child) -> None:
    """Choosing another country asks again although one is known."""
    child.slots["country"] = "EG"
    assert said(await child.taps("/choose_country")) == ["utter_ask_country"]


async def test_unknown_place_is_asked_once_more_then_a_way_out(child: Child) -> None:
    """A place we do not know is asked once in other words; the next time the form lets go."""
    await child.taps("/find_numbers")
    assert said(await child.says(UNKNOWN[0])) == ["utter_ask_country_again"]
    assert said(await child.says(UNKNOWN[1])) == ["utter_unclear_second"]
    assert child.state["loop"] is None


async def test_two_countries_in_one_message_are_asked_again(child: Child) -> None:
    """Two names do not say where the child is now."""
    await child.taps("/find_numbers")
    reply = await child.says("Syria Jordan")
    assert not done(reply)
    assert isinstance(reply.steps[-1], Say)
