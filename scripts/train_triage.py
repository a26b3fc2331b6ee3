"""Train the second opinion of triage, and write its figures into docs/triage/model-card.md.

    .venv/assistant/bin/python scripts/train_triage.py [--check] [--every N] [--to FOLDER]

One linear model for all languages. Everything is in a fixed order and the solver knows no chance, so the same inputs
give the same file. Probabilities and thresholds come from cross-validation in which near duplicates and the examples
of one rule never stand on both sides. Takes about two minutes. `--check` trains nothing and exits 1 when the model was
made from other inputs. `--every 20` takes every 20th sentence only and `--to` writes elsewhere, for tests.
"""

from __future__ import annotations

import argparse
import os
import sys
from collections import Counter
from collections.abc import Mapping, Sequence
from pathlib import Path

os.environ.update(dict.fromkeys(("OMP_NUM_THREADS", "OPENBLAS_NUM_THREADS", "MKL_NUM_THREADS"), "1"))

import numpy as np  # type: ignore[import-not-found]
from scipy.sparse import csr_matrix  # type: ignore[import-untyped]
from sklearn.linear_model import LogisticRegression  # type: ignore[import-not-found]

ROOT = Path(__file__).resolve().parent.parent
sys.path.insert(0, str(ROOT))

from core.risk import Category  # noqa: E402 -- the path is set above
from scripts.triage_card import CARD, write_card  # noqa: E402
from scripts.triage_folds import FOLDS, assign_folds, join_everyday  # noqa: E402
from triage.engine import Triage  # noqa: E402
from triage.learned import SecondOpinion  # noqa: E402
from triage.model import MODEL_FILE, SMOOTH_WORDS, Head, Model, load_model, save_model  # noqa: E402
from triage.training import Seen, collect, hash_inputs, see  # noqa: E402

MIN_SENTENCES = 3
"""A feature must be seen in this many sentences."""
PENALTY = 100.0
"""Inverse strength of the L2 penalty (scikit-learn's C)."""
MIN_FOR_HEAD = 15
"""A category needs this many sentences."""
LARGEST = 127
EVERYDAY = {"elevated": 0.005, "high": 0.001}
"""Share of everyday sentences that may reach each level."""
LONG = {"elevated": 0.015, "high": 0.003}
"""Share of long messages made of everyday sentences that may reach each level."""
NEAR_MISSES = {"elevated": 0.06, "high": 0.01}
"""Share of the sentences on which a rule must be silent that may reach each level."""


def main() -> int:
    """Train; print what happens."""
    parser = argparse.ArgumentParser(description=(__doc__ or "").splitlines()[0])
    parser.add_argument("--check", action="store_true", help="train nothing; exit 1 when the inputs have changed")
    parser.add_argument("--every", type=int, default=1, metavar="N", help="take every Nth sentence only")
    parser.add_argument("--to", type=Path, default=ROOT, help="folder that gets data/core/triage_model.*")
    options = parser.parse_args()
    inputs = hash_inputs(ROOT)
    if options.check:
        model = load_model(ROOT)
        is_current = model is not None and model.inputs == inputs
        print(f"{MODEL_FILE} is {'up to date' if is_current else 'out of date: run `make triage-model`'}.")
        return 0 if is_current else 1
    triage = Triage(ROOT, second_opinion=False)
    sentences = collect(triage, ROOT, options.every)
    print(f"Training the second opinion from {len(sentences)} sentences. This takes about two minutes.", flush=True)
    model, unseen = train(triage, sentences, inputs)
    (options.to / MODEL_FILE).parent.mkdir(parents=True, exist_ok=True)
    save_model(model, options.to)
    if options.to == ROOT:
        write_card(ROOT / CARD, sentences, model, unseen)
    print(f"{len(model.features)} features, {(options.to / MODEL_FILE).stat().st_size / 1e6:.2f} MB.")
    return 0


def train(triage: Triage, sentences: Sequence[Seen], inputs: str) -> tuple[Model, Mapping[str, np.ndarray]]:
    """Return the model, and for each head the log-odds of its sentences by models that had not seen them.

    Args:
        triage: The rules.
        sentences: What to learn from.
        inputs: Hash to note in the model.
    """
    names = choose_features(sentences)
    matrix = count_features(sentences, names)
    plain = [one.sentence for one in sentences]
    folds = np.array(assign_folds(plain))
    joined = [(see(triage, one), fold) for one, fold in join_everyday(plain, folds)]
    told = np.array([one.is_told for one in sentences])
    raw, raw_joined = np.zeros(len(sentences)), np.zeros(len(joined))
    for fold in range(FOLDS):
        head = fit(matrix[folds != fold], told[folds != fold])
        opinion = SecondOpinion(Model(inputs, names, head, {}, 0.0, 0.0))
        for at in np.flatnonzero(folds == fold):
            raw[at] = opinion.log_odds(sentences[at].reading, sentences[at].matches)
        for at, (one, its_fold) in enumerate(joined):
            if its_fold == fold:
                raw_joined[at] = opinion.log_odds(one.reading, one.matches)
    scale = calibrate(raw, told)
    unseen, unseen_joined = scale[0] * raw + scale[1], scale[0] * raw_joined + scale[1]
    everyday, near = (np.array([getattr(one, kind) for one in plain]) for kind in ("is_everyday", "is_near_miss"))
    bounds = {
        level: max(
            threshold(unseen[everyday], EVERYDAY[level]),
            threshold(unseen_joined, LONG[level]),
            threshold(unseen[near], NEAR_MISSES[level]),
        )
        for level in EVERYDAY
    }
    heads, unseen_heads = train_categories(sentences, matrix, folds)
    whole = rescale(fit(matrix, told), *scale)
    kept, whole, heads = drop_idle(names, whole, heads)
    model = Model(inputs, kept, whole, heads, bounds["elevated"], bounds["high"])
    return model, {"any": unseen, "joined": unseen_joined, **unseen_heads}


def train_categories(
    sentences: Sequence[Seen], matrix: csr_matrix, folds: np.ndarray
) -> tuple[dict[Category, Head], dict[str, np.ndarray]]:
    """Return a head for each category, trained on the sentences that tell of risk, and their log-odds unseen."""
    told = np.array([one.is_told for one in sentences])
    matrix, folds = matrix[told], folds[told]
    categories = [one.sentence.category for one in sentences if one.is_told]
    heads, unseen = {}, {}
    for category in Category:
        is_it = np.array([one is category for one in categories])
        if is_it.sum() < MIN_FOR_HEAD or not all(is_it[folds != fold].any() for fold in range(FOLDS)):
            continue
        raw = np.zeros(len(is_it))
        for fold in range(FOLDS):
            head = fit(matrix[folds != fold], is_it[folds != fold])
            raw[folds == fold] = matrix[folds == fold] @ np.array(head.weights) * head.slope + head.offset
        scale = calibrate(raw, is_it)
        heads[category] = rescale(fit(matrix, is_it), *scale)
        unseen[category.value] = scale[0] * raw + scale[1]
    return heads, unseen


def choose_features(sentences: Sequence[Seen]) -> list[str]:
    """Return the features that are seen often enough, sorted."""
    seen = Counter(name for one in sentences for name in set(one.names()))
    return sorted(name for name, count in seen.items() if count >= MIN_SENTENCES)


def count_features(sentences: Sequence[Seen], names: Sequence[str]) -> csr_matrix:
    """Return a row for each sentence and a column for each feature."""
    at = {name: number for number, name in enumerate(names)}
    columns: list[int] = []
    values: list[float] = []
    ends = [0]
    for one in sentences:
        counts = Counter(at[name] for name in one.names() if name in at)
        columns += sorted(counts)
        smooth = len(one.reading.words.texts) + SMOOTH_WORDS
        values += [counts[number] / smooth for number in sorted(counts)]
        ends.append(len(columns))
    return csr_matrix((values, columns, ends), shape=(len(sentences), len(names)))


def fit(matrix: csr_matrix, is_yes: np.ndarray) -> Head:
    """Return a head trained on *matrix*, in whole numbers, not calibrated yet."""
    solver = LogisticRegression(C=PENALTY, solver="liblinear", tol=1e-6, max_iter=1_000, random_state=0)
    solver.fit(matrix, is_yes)
    weights = solver.coef_[0]
    step = np.abs(weights).max() / LARGEST
    return Head([int(one) for one in np.rint(weights / step)], float(step), float(solver.intercept_[0]))


def rescale(head: Head, slope: float, offset: float) -> Head:
    """Return *head* with its log-odds calibrated, six figures each: the last bits of a processor do not show."""
    slope, offset = slope * head.slope, slope * head.offset + offset
    return Head(head.weights, float(f"{slope:.6g}"), float(f"{offset:.6g}"))


def calibrate(raw: np.ndarray, is_yes: np.ndarray) -> tuple[float, float]:
    """Return slope and offset that turn *raw* scores into log-odds.

    Source:
        Platt 1999, with the targets that keep a head with few sentences from being too sure, and Newton's method as in
        Lin, Lin and Weng 2007, Machine Learning 68:267.
    """
    yes, no = int(is_yes.sum()), int((~is_yes).sum())
    target = np.where(is_yes, (yes + 1) / (yes + 2), 1 / (no + 2))
    design = np.stack([raw, np.ones(len(raw))], axis=1)
    at = np.array([1.0, np.log((yes + 1) / (no + 1))])
    for _ in range(50):
        guess = 1 / (1 + np.exp(-np.clip(design @ at, -30, 30)))
        slack = np.maximum(guess * (1 - guess), 1e-9)
        gradient = design.T @ (guess - target)
        curve = (design * slack[:, None]).T @ design + 1e-9 * np.eye(2)
        at = at - np.clip(np.linalg.solve(curve, gradient), -1, 1)
    return float(at[0]), float(at[1])


def threshold(log_odds: np.ndarray, share: float) -> float:
    """Return the least threshold, in hundredths, that at most *share* of *log_odds* reach."""
    if not len(log_odds):
        return 0.0
    highest_out = np.sort(log_odds)[::-1][int(share * len(log_odds))]
    return float(np.floor(highest_out * 100 + 1) / 100)


def drop_idle(
    names: Sequence[str], whole: Head, heads: Mapping[Category, Head]
) -> tuple[list[str], Head, dict[Category, Head]]:
    """Return everything without the features that no head gives a weight."""
    table = np.array([whole.weights, *(one.weights for one in heads.values())])
    kept = np.flatnonzero(table.any(axis=0))

    def thin(head: Head) -> Head:
        """Return a head with the kept features only."""
        return Head([head.weights[at] for at in kept], head.slope, head.offset)

    return [names[at] for at in kept], thin(whole), {category: thin(one) for category, one in heads.items()}


if __name__ == "__main__":
    sys.exit(main())
