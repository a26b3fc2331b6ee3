"""A second opinion beside the rules: a linear model that may raise a level and never lowers one.

It reads windows of a message, so that a sentence of risk does not drown in a long one, and takes the window that
weighs most. docs/triage/model-card.md says what it was trained on, how its thresholds were chosen and where it is weak.
Nothing is remembered of what was read.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from itertools import repeat
from math import inf

from core.risk import Category, RiskLevel
from triage.features import features_between, is_whole_word, parse_pair, pieces, seen_by_rules
from triage.match import Match
from triage.model import Model, chance
from triage.reading import Reading

WINDOW_WORDS = 16
STEP_WORDS = 8
MILD = frozenset({Category.BULLYING, Category.CONFLICT, Category.BASIC_NEEDS})
"""What the second opinion alone never calls more than `elevated`: a gentle question comes first."""
_Word = tuple[int, Mapping[str, int]]
"""A known word: its weight, and those of the pairs it begins, by their second word."""
_NOTHING: Mapping[str, int] = {}


@dataclass(frozen=True)
class Opinion:
    """What the second opinion says of one message.

    Attributes:
        level: NONE, ELEVATED or HIGH.
        category: What it is most likely about; NONE at level NONE.
        first: First word of the stretch that weighed most.
        end: One past its last word.
        chance: How likely it is that there is any risk, 0 to 1.
        chances: For each category how likely it is, if there is any risk; empty at level NONE.
    """

    level: RiskLevel
    category: Category
    first: int
    end: int
    chance: float
    chances: Mapping[Category, float]


class SecondOpinion:
    """A model, ready to be asked."""

    def __init__(self, model: Model) -> None:
        """Make the look-ups for *model*."""
        self._model = model
        self._categories = _CategoryTable(model)
        self._single: dict[str, int] = {}
        self._words: dict[str, _Word] = {}
        self._fill()

    def judge(self, reading: Reading, matches: Sequence[Match]) -> Opinion:
        """Return what is said of a message.

        Args:
            reading: The message.
            matches: What the rules made of it, also the blocked ones.
        """
        texts, seen = reading.words.texts, seen_by_rules(reading, matches)
        if not texts:
            return Opinion(RiskLevel.NONE, Category.NONE, 0, 0, 0.0, {})
        weights = self._weigh(texts, seen)
        first, end, log_odds = self._best_window(weights)
        heaviest = _heaviest(weights, first, end)
        level = self._level(log_odds)
        if level is RiskLevel.NONE:
            return Opinion(level, Category.NONE, *heaviest, chance(log_odds), {})
        names = [name for word in features_between(texts, seen, first, end) for name in word]
        chances = self._categories.chances(names, end - first)
        category = max(chances, key=lambda one: chances[one])
        if category in MILD:
            level = RiskLevel.ELEVATED
        return Opinion(level, category, *heaviest, chance(log_odds), chances)

    def log_odds(self, reading: Reading, matches: Sequence[Match]) -> float:
        """Return the log-odds of any risk in a message of at least one word."""
        return self._best_window(self._weigh(reading.words.texts, seen_by_rules(reading, matches)))[2]

    def thresholds(self) -> tuple[float, float]:
        """Return from which chance of any risk it says `elevated` and `high`."""
        return chance(self._model.elevated), chance(self._model.high)

    def _fill(self) -> None:
        """Make the look-ups: what stands alone, and for each known word its weight and the words that may follow."""
        following: dict[str, dict[str, int]] = {}
        for feature, weight in zip(self._model.features, self._model.any.weights, strict=True):
            if (words := parse_pair(feature)) is not None:
                following.setdefault(words[0], {})[words[1]] = weight
            else:
                self._single[feature] = weight
        whole = {feature[1:-1] for feature in self._single if is_whole_word(feature)}
        for word in whole | following.keys():
            self._words[word] = (self._sum(pieces(word)), following.get(word, _NOTHING))

    def _weigh(self, texts: Sequence[str], seen: Iterable[tuple[int, str]]) -> list[int]:
        """Return how much each word of a message speaks for any risk (above 0) or against it."""
        weights = []
        after: Mapping[str, int] = _NOTHING
        words, single = self._words, self._single
        for text in texts:
            if (word := words.get(text)) is None:
                word = (self._sum(pieces(text)), _NOTHING)
            weights.append(word[0] + after.get(text, 0))
            after = word[1]
        for at, name in seen:
            weights[at] += single.get(name, 0)
        return weights

    def _sum(self, names: Iterable[str]) -> int:
        """Return the weights of *names* for any risk, added up."""
        return sum(map(self._single.get, names, repeat(0)))

    def _best_window(self, weights: Sequence[int]) -> tuple[int, int, float]:
        """Return the window that weighs most: first word, one past the last, log-odds of any risk."""
        count, best = len(weights), (0, 0, -inf)
        for first in range(0, max(1, count - WINDOW_WORDS + STEP_WORDS), STEP_WORDS):
            window = weights[first : first + WINDOW_WORDS]
            log_odds = self._model.any.log_odds(sum(window), len(window))
            if log_odds > best[2]:
                best = (first, first + len(window), log_odds)
        return best

    def _level(self, log_odds: float) -> RiskLevel:
        """Return the level that log-odds of any risk stand for."""
        if log_odds >= self._model.high:
            return RiskLevel.HIGH
        return RiskLevel.ELEVATED if log_odds >= self._model.elevated else RiskLevel.NONE


class _CategoryTable:
    """The weights of all categories, added up at once.

    For each feature, one large whole number holds the weights of all categories side by side, LANE_BYTES each, raised
    by LIFT so that none is below zero. Adding two such numbers adds all categories.
    """

    LANE_BYTES = 3
    LIFT = 128

    def __init__(self, model: Model) -> None:
        """Lay the weights side by side."""
        self._heads = model.categories
        row_bytes = self.LANE_BYTES * len(self._heads)
        lanes = bytearray(row_bytes * len(model.features))
        for at, head in enumerate(self._heads.values()):
            lanes[at * self.LANE_BYTES :: row_bytes] = bytes(weight + self.LIFT for weight in head.weights)
        rows = [lanes[at : at + row_bytes] for at in range(0, len(lanes), max(1, row_bytes))]
        # A model of one fold of the training has no categories, and so no rows.
        self._rows = {name: int.from_bytes(row, "little") for name, row in zip(model.features, rows, strict=False)}

    def chances(self, names: Iterable[str], words: int) -> dict[Category, float]:
        """Return how likely each category is, given what is seen in a stretch of so many *words*."""
        known = [self._rows[name] for name in names if name in self._rows]
        lanes = sum(known).to_bytes(self.LANE_BYTES * (len(self._heads) + 1), "little")
        found = {}
        for at, (category, head) in enumerate(self._heads.items()):
            lane = lanes[at * self.LANE_BYTES : (at + 1) * self.LANE_BYTES]
            total = int.from_bytes(lane, "little") - self.LIFT * len(known)
            found[category] = chance(head.log_odds(total, words))
        return found


def _heaviest(weights: Sequence[int], first: int, end: int) -> tuple[int, int]:
    """Return the stretch inside a window whose weights add up to most (Kadane's scan); at least one word."""
    best, best_first, best_end = weights[first], first, first + 1
    total, start = 0, first
    for at in range(first, end):
        if total <= 0:
            total, start = 0, at
        total += weights[at]
        if total > best:
            best, best_first, best_end = total, start, at + 1
    return best_first, best_end
