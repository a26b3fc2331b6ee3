"""From what the assistant wants said to the words this child reads and hears."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass

from core.conversation import Passport
from core.message import Button, Message
from core.text import ChildText
from languages.catalogue import Catalogue, Form

_NUMBER = re.compile(r"[+\d][\d ()-]{1,}\d")


@dataclass(frozen=True)
class Adapted:
    """A catalogue message in one child's language and mode.

    Attributes:
        words: What the child reads.
        simple: The words are the easy-language form.
    """

    words: ChildText
    simple: bool


def adapt(catalogue: Catalogue, language: str, passport: Passport, name: str, values: Mapping[str, str]) -> Adapted:
    """Return the words of a catalogue message for a child.

    Raises:
        KeyError: The language has no such message.
        ValueError: A variable is missing.
    """
    simple = passport.simple_words and catalogue.has(language, name, Form.SIMPLE)
    form = Form.SIMPLE if simple else Form.STANDARD
    return Adapted(ChildText(catalogue.text(language, name, values, form)), simple)


def simpler(catalogue: Catalogue, message: Message) -> ChildText | None:
    """Return the easy-language form of a robot's message, or None when it has none or is in it already."""
    if message.name is None or message.language not in catalogue.tags or message.simple:
        return None
    if not catalogue.has(message.language, message.name, Form.SIMPLE):
        return None
    return ChildText(catalogue.text(message.language, message.name, message.values, Form.SIMPLE))


def label(catalogue: Catalogue, language: str, button: Button, *, simple: bool = False) -> str:
    """Return the words on a button."""
    return catalogue.text(language, button.name, button.values, Form.SIMPLE if simple else Form.STANDARD)


def spoken(catalogue: Catalogue, message: Message, *, simple: bool) -> ChildText:
    """Return what the voice says for a message: the `.speech` text where there is one, numbers digit by digit."""
    words = message.words.reveal()
    if message.name is not None and message.language in catalogue.tags:
        words = _speech_text(catalogue, message.language, message.name, message.values, simple=simple)
    return ChildText(_NUMBER.sub(_spell_number, words))


def _speech_text(catalogue: Catalogue, tag: str, name: str, values: Mapping[str, str], *, simple: bool) -> str:
    """Return the text for the voice in the wanted form."""
    if simple and catalogue.has(tag, name, Form.SIMPLE):
        form = Form.SIMPLE_SPEECH if catalogue.has(tag, name, Form.SIMPLE_SPEECH) else Form.SIMPLE
        return catalogue.text(tag, name, values, form)
    return catalogue.text(tag, name, values, Form.SPEECH)


def _spell_number(match: re.Match[str]) -> str:
    """Return the digits apart: a voice reads 116111 as a hundred and sixteen thousand otherwise."""
    return " ".join(character for character in match.group() if character.isdigit())
