"""The learned part of the classifier, without Rasa: examples in, intents with honest probabilities out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np  # type: ignore[import-not-found]
from scipy.optimize import minimize_scalar  # type: ignore[import-untyped]
from scipy.sparse import csr_matrix, hstack  # type: ignore[import-untyped]
from scipy.special import log_softmax, softmax  # type: ignore[import-untyped]
from sklearn.feature_extraction.text import TfidfVectorizer  # type: ignore[import-not-found]
from sklearn.model_selection import StratifiedGroupKFold, cross_val_predict  # type: ignore[import-not-found]
from sklearn.svm import LinearSVC  # type: ignore[import-not-found]

CLOSING = frozenset({"deny", "goodbye", "out_of_scope"})
"""Intents whose answer ends a topic. Taking a child's trouble for one of them is the unkindest mistake, so they need
to be surer than others: below `closing_least` the message counts as not understood."""
_SEED = 42
_WEIGHTS: Mapping[str, float] = {"letters": 1.0, "words": 0.6}
"""How much each kind of piece counts. First guess right in cross-validation on 4,319 examples: words at 0.6 64.8 %, at
1.0 64.1 %, letters alone 64.6 %. The differences are about as large as chance makes them (standard error 0.7)."""
_KINDS: Mapping[str, Mapping[str, Any]] = {
    "letters": {"analyzer": "char_wb", "ngram_range": (1, 5)},
    "words": {"analyzer": "word", "ngram_range": (1, 2), "token_pattern": r"(?u)\b\w+\b"},
}

LEAST_KNOWN = 0.5
"""A text of which less was seen in training (share of its runs of 1 to 5 letters) is not understood."""


@dataclass(frozen=True)
class LetterModel:
    """A trained model.

    Attributes:
        vectorizers: By kind of piece, fitted.
        intents: Names, in the order of the columns.
        weights: Shape (n_pieces, n_intents), float32.
        bias: Shape (n_intents,).
        steepness: Factor before the softmax.
    """

    vectorizers: Mapping[str, TfidfVectorizer]
    intents: Sequence[str]
    weights: np.ndarray
    bias: np.ndarray
    steepness: float

    @classmethod
    def fit(cls, texts: Sequence[str], intents: Sequence[str]) -> LetterModel:
        """Learn from normalised *texts* and their *intents* (two intents and five examples of each at least)."""
        vectorizers = {kind: _vectorizer(kind).fit(texts) for kind in _KINDS}
        features = _features(vectorizers, texts)
        line = LinearSVC(C=0.5, random_state=_SEED)
        folds = StratifiedGroupKFold(5, shuffle=True, random_state=_SEED)
        unseen = cross_val_predict(line, features, intents, groups=texts, cv=folds, method="decision_function")
        line.fit(features, intents)
        steepness = _fit_steepness(unseen, np.searchsorted(line.classes_, intents))
        return cls(vectorizers, line.classes_.tolist(), line.coef_.T.astype(np.float32), line.intercept_, steepness)

    def rank(self, texts: Sequence[str]) -> list[list[tuple[str, float]]]:
        """Return for each text all intents with their probabilities, likeliest first."""
        scores = _features(self.vectorizers, texts) @ self.weights + self.bias
        scores[[not self._is_readable(text) for text in texts]] = 0.0
        rows = softmax(self.steepness * scores, axis=1)
        return [[(self.intents[at], float(row[at])) for at in np.argsort(-row)] for row in rows]

    def _is_readable(self, text: str) -> bool:
        """Return whether enough of *text* was seen in training; otherwise one familiar piece would decide alone."""
        vectorizer = self.vectorizers["letters"]
        pieces = vectorizer.build_analyzer()(text)
        known = sum(piece in vectorizer.vocabulary_ for piece in pieces)
        return known >= LEAST_KNOWN * len(pieces) > 0

    def pack(self) -> tuple[dict[str, Any], dict[str, np.ndarray]]:
        """Return the model as names and numbers."""
        names: dict[str, Any] = {"intents": list(self.intents), "steepness": self.steepness}
        numbers: dict[str, np.ndarray] = {"weights": self.weights, "bias": self.bias}
        for kind, vectorizer in self.vectorizers.items():
            names[kind] = sorted(vectorizer.vocabulary_, key=vectorizer.vocabulary_.__getitem__)
            numbers[f"{kind}_idf"] = vectorizer.idf_
        return names, numbers

    @classmethod
    def unpack(cls, names: Mapping[str, Any], numbers: Mapping[str, np.ndarray]) -> LetterModel:
        """Return the model that `pack` took apart."""
        vectorizers = {}
        for kind in _KINDS:
            vectorizers[kind] = _vectorizer(kind, names[kind])
            vectorizers[kind].idf_ = numbers[f"{kind}_idf"]
        return cls(vectorizers, names["intents"], numbers["weights"], numbers["bias"], names["steepness"])


def _vectorizer(kind: str, vocabulary: Sequence[str] | None = None) -> TfidfVectorizer:
    """Return what turns texts into weighted pieces of one kind."""
    pieces = {piece: at for at, piece in enumerate(vocabulary)} if vocabulary is not None else None
    return TfidfVectorizer(lowercase=False, sublinear_tf=True, vocabulary=pieces, **_KINDS[kind])


def _features(vectorizers: Mapping[str, TfidfVectorizer], texts: Sequence[str]) -> csr_matrix:
    """Return the matrix of shape (n_texts, n_pieces)."""
    return hstack([_WEIGHTS[kind] * vectorizers[kind].transform(texts) for kind in _KINDS]).tocsr()


def _fit_steepness(scores: np.ndarray, truth: np.ndarray) -> float:
    """Return the factor that makes the softmax of unseen *scores* as honest as can be (least log loss).

    Source:
        Guo et al., "On Calibration of Modern Neural Networks", ICML 2017, section 4.2 (temperature scaling).
    """

    def loss(factor: float) -> float:
        return float(-log_softmax(factor * scores, axis=1)[np.arange(len(truth)), truth].mean())

    return float(minimize_scalar(loss, bounds=(0.1, 30.0), method="bounded").x)
