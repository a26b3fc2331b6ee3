"""Say in plain lines how a message was read: its words, concepts, rules that fired or nearly did, second opinion."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.text import ChildText
from triage.engine import Triage
from triage.learned import SecondOpinion
from triage.match import Match
from triage.reading import Reading
from triage.rules import Effect, Rule

MAX_CATEGORIES = 3
"""How many of the second opinion's categories are shown, most likely first."""


def explain(triage: Triage, words: ChildText, history: Sequence[ChildText] = ()) -> Iterator[str]:
    """Yield lines that say how *words* were read. They hold the words: show them only to who wrote them."""
    reading = triage.read(words)
    assessment = triage.assess(words, history=history)
    yield f"level     {assessment.level.word}"
    yield f"category  {assessment.category.value}"
    yield f"read as   {reading.words.normalised.text}"
    for number, hits in sorted(reading.hits.items()):
        for hit in hits:
            yield f"concept   {'.'.join(triage.book.names[number])}: {_quoted(reading, hit.first, hit.end)}"
    for (tag, signal), hits in sorted(reading.signals.items()):
        for hit in hits:
            yield f"context   {tag}.{signal.value}: {_quoted(reading, hit.first, hit.end)}"
    matches = triage.matches(words, history)
    for match in matches:
        yield f"rule      {match.rule.id}: {_outcome(match)}"
    if triage.learned is not None and reading.words.texts:
        yield from _opinion(triage.learned, reading, matches)


def why_not(triage: Triage, rule: Rule, text: str) -> str:
    """Return why *rule* does not fire on *text*, in a few words."""
    words = ChildText(text)
    for match in triage.matches(words):
        if match.rule.id == rule.id:
            return _outcome(match)
    reading = triage.read(words)
    missing = [name for name, part in zip(rule.part_names, rule.parts, strict=True) if not reading.of_part(part)]
    if missing:
        return f"not in the sentence: {', '.join(missing)}"
    return f"all parts are there, but not {'in this order and ' * (not rule.any_order)}within {rule.within} words"


def _opinion(learned: SecondOpinion, reading: Reading, matches: Sequence[Match]) -> Iterator[str]:
    """Yield what the second opinion says, whether it was needed or not."""
    opinion = learned.judge(reading, matches)
    elevated, high = learned.thresholds()
    yield f"learned   any risk {opinion.chance:.4f}; elevated from {elevated:.4f}, high from {high:.4f}"
    yield f"learned   weighed most: {_quoted(reading, opinion.first, opinion.end)}"
    for category, chance in sorted(opinion.chances.items(), key=lambda one: -one[1])[:MAX_CATEGORIES]:
        yield f"learned   {category.value} {chance:.2f}"


def _outcome(match: Match) -> str:
    """Return what became of a match."""
    if match.verdict.effect is Effect.IGNORE:
        return f"fires, {match.rule.level.word}{', parts far apart' if match.is_across else ''}"
    why = match.verdict.why.value if match.verdict.why else "unless"
    return f"{'blocked' if match.verdict.effect is Effect.BLOCK else 'lowered'} by {why}"


def _quoted(reading: Reading, first: int, end: int) -> str:
    """Return a stretch of words in quotes."""
    return f'"{" ".join(reading.words.texts[first:end])}"'
