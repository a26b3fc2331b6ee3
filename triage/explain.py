"""Say in plain lines how a message was read: its words, concepts, rules that fired, and rules that nearly did."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from core.text import ChildText
from triage.engine import Triage
from triage.match import Match
from triage.reading import Reading
from triage.rules import Effect, Rule


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
    for match in triage.matches(words, history):
        yield f"rule      {match.rule.id}: {_outcome(match)}"


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


def _outcome(match: Match) -> str:
    """Return what became of a match."""
    if match.verdict.effect is Effect.IGNORE:
        return f"fires, {match.rule.level.word}{', parts far apart' if match.is_across else ''}"
    why = match.verdict.why.value if match.verdict.why else "unless"
    return f"{'blocked' if match.verdict.effect is Effect.BLOCK else 'lowered'} by {why}"


def _quoted(reading: Reading, first: int, end: int) -> str:
    """Return a stretch of words in quotes."""
    return f'"{" ".join(reading.words.texts[first:end])}"'
