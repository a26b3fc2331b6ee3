"""Tells the intent from the letters of a message. Why this one and not Rasa's own: docs/nlu.md.

Letters 1 to 5 in a row and words 1 to 2 in a row, weighted by how rare they are; one line per intent through them
(linear support vectors), and a softmax whose steepness is fitted on examples the line has not seen; docs/nlu.md says
how often each confidence is right. What is learned is stored as plain numbers and names: no pickle in the model file.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

import numpy as np
from rasa.engine.graph import ExecutionContext, GraphComponent
from rasa.engine.recipes.default_recipe import DefaultV1Recipe
from rasa.engine.storage.resource import Resource
from rasa.engine.storage.storage import ModelStorage
from rasa.nlu.classifiers.classifier import IntentClassifier
from rasa.shared.nlu.constants import INTENT, TEXT
from rasa.shared.nlu.training_data.message import Message
from rasa.shared.nlu.training_data.training_data import TrainingData

from bot.connector.letters import CLOSING, LetterModel

RANKING_LENGTH = 5


@DefaultV1Recipe.register(DefaultV1Recipe.ComponentType.INTENT_CLASSIFIER, is_trainable=True)
class LetterClassifier(IntentClassifier, GraphComponent):
    """The graph component around `LetterModel`."""

    def __init__(
        self, config: dict[str, Any], storage: ModelStorage, resource: Resource, model: LetterModel | None = None
    ) -> None:
        """Keep the settings, where the model is stored, and the model once there is one."""
        self._closing_least = float(config["closing_least"])
        self._storage, self._resource, self._model = storage, resource, model

    @staticmethod
    def get_default_config() -> dict[str, Any]:
        """Return the settings with their defaults: `closing_least`, a share from 0 to 1."""
        return {"closing_least": 0.65}

    @classmethod
    def create(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
    ) -> LetterClassifier:
        """Return an untrained component."""
        return cls(config, model_storage, resource)

    @classmethod
    def load(
        cls,
        config: dict[str, Any],
        model_storage: ModelStorage,
        resource: Resource,
        execution_context: ExecutionContext,
        **kwargs: Any,
    ) -> LetterClassifier:
        """Return the trained component of a model file."""
        with model_storage.read_from(resource) as folder:
            names = json.loads((folder / "names.json").read_text(encoding="utf-8"))
            with np.load(folder / "weights.npz", allow_pickle=False) as weights:
                return cls(config, model_storage, resource, LetterModel.unpack(names, dict(weights)))

    def train(self, training_data: TrainingData) -> Resource:
        """Learn from the examples and store what was learned."""
        examples = [one for one in training_data.intent_examples if one.get(TEXT)]
        self._model = LetterModel.fit([one.get(TEXT) for one in examples], [one.get(INTENT) for one in examples])
        names, weights = self._model.pack()
        with self._storage.write_to(self._resource) as folder:
            (folder / "names.json").write_text(json.dumps(names, ensure_ascii=False), encoding="utf-8")
            np.savez(folder / "weights.npz", **weights)
        return self._resource

    def process(self, messages: list[Message]) -> list[Message]:
        """Set the intent and the five likeliest ones."""
        if self._model is None:
            return messages
        rankings = self._model.rank([message.get(TEXT) or "" for message in messages])
        for message, ranking in zip(messages, rankings, strict=True):
            best = _as_dicts(ranking[:RANKING_LENGTH])
            message.set(INTENT, self._doubt(best[0]), add_to_output=True)
            message.set("intent_ranking", best, add_to_output=True)
        return messages

    def _doubt(self, intent: dict[str, Any]) -> dict[str, Any]:
        """Return *intent*, without any confidence when it would end a topic and is not sure enough."""
        unsure = intent["name"] in CLOSING and intent["confidence"] < self._closing_least
        return {**intent, "confidence": 0.0} if unsure else intent


def _as_dicts(ranking: Sequence[tuple[str, float]]) -> list[dict[str, Any]]:
    """Return a ranking in Rasa's form."""
    return [{"name": name, "confidence": confidence} for name, confidence in ranking]
