"""A triage that finds the phrases it was told, here and in the child's earlier words."""

from __future__ import annotations

from collections.abc import Sequence

from core.risk import Assessment, Category, Evidence, RiskLevel
from core.text import ChildText

PHRASES = {
    "hits me": ("en.physical_abuse.hits", RiskLevel.HIGH, Category.PHYSICAL_ABUSE),
    "every night": ("en.repeats", RiskLevel.ELEVATED, Category.PHYSICAL_ABUSE),
    "at the door now": ("en.happening_now", RiskLevel.EMERGENCY, Category.PERPETRATOR_PRESENT),
    "my dad": ("en.father", RiskLevel.ELEVATED, Category.PHYSICAL_ABUSE),
    "laugh at me": ("en.bullying.laughed_at", RiskLevel.HIGH, Category.BULLYING),
    "صراخ بالبيت": ("ar.shouting_at_home", RiskLevel.ELEVATED, Category.DOMESTIC_VIOLENCE),
    "كل ليلة": ("ar.every_night", RiskLevel.HIGH, Category.DOMESTIC_VIOLENCE),
}
ONLY_LATER = {"my dad"}
"""Phrases that mean something only once later words say what happened."""
REASONS = {
    "en.father": "It is about the father.",
    "en.physical_abuse.hits": "Somebody hits the child.",
    "en.repeats": "It happens again and again.",
    "en.happening_now": "It is happening now.",
    "en.bullying.laughed_at": "Others laugh at the child.",
    "ar.shouting_at_home": "Shouting at home: violence in the family is possible.",
    "ar.every_night": "“Every night”: it repeats.",
}


def assess(
    words: ChildText, *, language: str | None = None, history: Sequence[ChildText] = (), asked: str | None = None
) -> Assessment:
    """Find the phrases; those of earlier words count when these words hold one too."""
    turns = [words.reveal(), *(one.reveal() for one in reversed(history))]
    found = [
        Evidence(text.index(phrase), text.index(phrase) + len(phrase), rule, level, category, ago)
        for ago, text in enumerate(turns)
        for phrase, (rule, level, category) in PHRASES.items()
        if phrase in text and (ago or phrase not in ONLY_LATER)
    ]
    if not any(one.turns_ago == 0 for one in found):
        return Assessment()
    worst = max(found, key=lambda one: one.level)
    return Assessment(worst.level, worst.category, tuple(found))
