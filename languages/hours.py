"""Opening hours as the directory words them, if they can be read: "24/7", "Sun-Thu 08:00-20:00; Fri 09:00-17:00".

What cannot be read to the last letter is not read at all: a child must never be told "open now" by a guess. Runs on
Python 3.10.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

DAYS = ("Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun")
DAY_MINUTES = 24 * 60
_SPAN = re.compile(r"(?:(Daily)|(\w{3})(?:-(\w{3}))?) (\d\d):(\d\d)-(\d\d):(\d\d)")

Minutes = tuple[int, int]
"""From and until, in minutes after midnight, until exclusive."""


@dataclass(frozen=True)
class Hours:
    """A week.

    Attributes:
        days: For each day on which somebody answers (0 is Monday), when.
    """

    days: Mapping[int, Minutes]

    @property
    def is_always(self) -> bool:
        """Return whether somebody answers day and night."""
        return len(self.days) == len(DAYS) and set(self.days.values()) == {(0, DAY_MINUTES)}

    def is_open(self, at: datetime) -> bool:
        """Return whether somebody answers at a moment of local time."""
        start, end = self.days.get(at.weekday(), (0, 0))
        return start <= at.hour * 60 + at.minute < end

    def stretches(self) -> list[tuple[int, int, Minutes]]:
        """Return first day, last day and hours of each run of days with the same hours; a week begins on Sunday."""
        runs: list[tuple[int, int, Minutes]] = []
        for day in (6, 0, 1, 2, 3, 4, 5):
            if day not in self.days:
                continue
            if runs and runs[-1][2] == self.days[day] and (runs[-1][1] + 1) % 7 == day:
                runs[-1] = (runs[-1][0], day, self.days[day])
            else:
                runs.append((day, day, self.days[day]))
        return runs


def parse_hours(text: str) -> Hours | None:
    """Return the hours that *text* says, or None when a letter of it cannot be read."""
    if text == "24/7":
        return Hours(dict.fromkeys(range(len(DAYS)), (0, DAY_MINUTES)))
    days: dict[int, Minutes] = {}
    for part in text.split("; "):
        match = _SPAN.fullmatch(part)
        if match is None:
            return None
        daily, first, last, *clock = match.groups()
        if not {first, last} <= {*DAYS, None}:
            return None
        begin, end = (0, 6) if daily else (DAYS.index(first), DAYS.index(last or first))
        hours = (int(clock[0]) * 60 + int(clock[1]), int(clock[2]) * 60 + int(clock[3]))
        if hours[0] >= hours[1] or hours[1] > DAY_MINUTES:
            return None
        for step in range((end - begin) % len(DAYS) + 1):
            days[(begin + step) % len(DAYS)] = hours
    return Hours(days)
