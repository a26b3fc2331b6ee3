"""Finds the one country a child names, in any language of the catalogue."""

from __future__ import annotations

import re
from collections.abc import Mapping
from typing import Any

from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.extractors.extractor import EntityExtractorMixin
from rasa.shared.nlu.constants import ENTITIES, TEXT
from rasa.shared.nlu.training_data.message import Message

from languages.catalogue import Catalogue
from languages.normalise import normalise
from languages.registry import usable_languages

PREFIX = "country_"
_JOINED = "[وفبل]?"
"""Arabic writes "and", "in" and "for" joined to the next word."""


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.ENTITY_EXTRACTOR, is_trainable=False)
class CountryNames(GraphComponent, EntityExtractorMixin):
    """Adds the entity `country` with its two-letter code when a message names exactly one country."""

    def __init__(self, codes: Mapping[str, str]) -> None:
        """Take normalised names with their codes."""
        self._codes = codes
        names = sorted(codes, key=len, reverse=True)
        self._names = re.compile(rf"(?<!\w){_JOINED}({'|'.join(map(re.escape, names))})(?!\w)") if names else None

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> CountryNames:
        """Return the component with the names of the catalogue as it is now; a new name needs no training."""
        return cls(country_names(Catalogue(usable_languages())))

    def process(self, messages: list[Message]) -> list[Message]:
        """Look for a country in each message. Two different ones say nothing about where the child is."""
        for message in messages:
            text = normalise(message.get(TEXT) or "").text
            found = {self._codes[name] for name in self._names.findall(text)} if self._names else set()
            if len(found) == 1:
                entity = {"entity": "country", "value": found.pop(), "start": 0, "end": 0}
                message.set(ENTITIES, [*message.get(ENTITIES, []), entity], add_to_output=True)
        return messages


def country_names(catalogue: Catalogue) -> dict[str, str]:
    """Return normalised country names of all languages with their codes."""
    return {
        normalise(catalogue.text(tag, name)).text: name.removeprefix(PREFIX)
        for tag in catalogue.tags
        for name in catalogue.names(tag)
        if name.startswith(PREFIX)
    }
