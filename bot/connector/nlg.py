"""Rasa's sentences come from the catalogue: by name for the service, in words for `rasa shell`."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa.core.nlg.generator import NaturalLanguageGenerator
from rasa.shared.core.domain import Domain
from rasa.shared.core.trackers import DialogueStateTracker
from rasa.utils.endpoints import EndpointConfig

from bot.connector.steps import StepCollector
from languages.catalogue import Catalogue, Form
from languages.registry import usable_languages


class CatalogueNlg(NaturalLanguageGenerator):
    """Turns the name of a response into a message."""

    def __init__(self, endpoint_config: EndpointConfig, domain: Domain) -> None:
        """Begin; words are loaded when first needed. Rasa hands in an empty *domain*: no model is loaded yet."""
        self._catalogue: Catalogue | None = None

    async def generate(
        self, utter_action: str, tracker: DialogueStateTracker, output_channel: str, **kwargs: Any
    ) -> dict[str, Any]:
        """Return the message of *utter_action*; buttons that an action added are joined by Rasa."""
        values = kwargs.get("values") or {}
        variants = (kwargs.get("domain_responses") or {}).get(utter_action, ())
        buttons = [dict(one) for variant in variants for one in variant.get("buttons") or ()]
        message = {"text": utter_action, "utter_action": utter_action, "values": values, "buttons": buttons}
        if output_channel != StepCollector.name():
            self._write_out(message, tracker)
        return message

    def _write_out(self, message: dict[str, Any], tracker: DialogueStateTracker) -> None:
        """Replace names by words, for a person who tries the assistant in a terminal."""
        if self._catalogue is None:
            self._catalogue = Catalogue(usable_languages())
        tag = str(tracker.get_slot("language") or "en")
        form = Form.SIMPLE if tracker.get_slot("simple") else Form.STANDARD
        message["text"] = _words(self._catalogue, tag, message["text"], message["values"], form)
        for button in message["buttons"]:
            button["title"] = _words(self._catalogue, tag, button["title"], button.get("values") or {}, form)


def _words(catalogue: Catalogue, tag: str, name: str, values: Mapping[str, object], form: Form) -> str:
    """Return the words of *name*, or the name where the language does not have it."""
    return catalogue.text(tag, name, values, form) if tag in catalogue.tags and catalogue.has(tag, name) else name
