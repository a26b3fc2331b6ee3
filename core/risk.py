"""Risk levels, categories and what an assessment of a child's words says.

Source: docs/architecture.md, "Triage"; the levels follow the design's four steps.
"""

from __future__ import annotations

from dataclasses import dataclass
from enum import Enum, IntEnum


class RiskLevel(IntEnum):
    """How fast a human must look. Ordered, so that `max` is the safe choice."""

    NONE = 0
    ELEVATED = 1
    HIGH = 2
    EMERGENCY = 3

    @property
    def word(self) -> str:
        """Return the lower-case word used in data files, JSON and the catalogue."""
        return self.name.lower()


class Category(str, Enum):
    """What kind of harm is spoken of."""

    SUICIDE = "suicide"
    SELF_HARM = "self_harm"
    SEXUAL_ABUSE = "sexual_abuse"
    PHYSICAL_ABUSE = "physical_abuse"
    EMOTIONAL_ABUSE = "emotional_abuse"
    NEGLECT = "neglect"
    DOMESTIC_VIOLENCE = "domestic_violence"
    ONLINE_EXPLOITATION = "online_exploitation"
    BULLYING = "bullying"
    TRAFFICKING = "trafficking"
    FORCED_MARRIAGE = "forced_marriage"
    HARMFUL_PRACTICE = "harmful_practice"
    CHILD_LABOUR = "child_labour"
    RUNAWAY = "runaway"
    MISSING = "missing"
    OVERDOSE = "overdose"
    MEDICAL = "medical"
    CONFLICT = "conflict"
    BASIC_NEEDS = "basic_needs"
    THREAT_TO_OTHERS = "threat_to_others"
    PERPETRATOR_PRESENT = "perpetrator_present"
    NONE = "none"


@dataclass(frozen=True)
class Evidence:
    """Why a rule fired: which letters of which message.

    Attributes:
        start: First character of the span in the message as the child wrote it (0-based).
        end: One past the last character.
        rule: Id of the rule, for example `en.suicide.plan`.
        level: What this rule alone says.
        category: What this rule is about.
        turns_ago: 0 for the message assessed, 1 for the one before it, and so on.
    """

    start: int
    end: int
    rule: str
    level: RiskLevel
    category: Category
    turns_ago: int = 0


@dataclass(frozen=True)
class Assessment:
    """What triage says of one message in its conversation."""

    level: RiskLevel = RiskLevel.NONE
    category: Category = Category.NONE
    evidence: tuple[Evidence, ...] = ()
