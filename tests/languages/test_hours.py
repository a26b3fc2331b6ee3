"""Opening hours: what can be read, what is left alone, and when somebody answers."""

from __future__ import annotations

from datetime import datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from languages.hours import parse_hours

WEEK = "Sun-Thu 08:00-20:00; Fri-Sat 09:00-17:00"


@pytest.mark.parametrize(
    ("text", "moment", "is_open"),
    [
        ("24/7", "2026-03-06T03:00", True),
        (WEEK, "2026-03-05T19:59", True),
        (WEEK, "2026-03-05T20:00", False),
        (WEEK, "2026-03-06T08:30", False),
        (WEEK, "2026-03-06T09:00", True),
        ("Sun-Thu 09:00-18:00", "2026-03-06T10:00", False),
        ("Sun-Thu 09:00-18:00", "2026-03-08T10:00", True),
        ("Daily 07:00-23:00", "2026-03-06T06:59", False),
        ("Sat 08:00-15:00", "2026-03-07T08:00", True),
    ],
)
def test_hours_know_when_somebody_answers(text: str, moment: str, is_open: bool) -> None:
    """A week may run over its end; the last minute is out."""
    hours = parse_hours(text)
    assert hours is not None
    assert hours.is_open(datetime.fromisoformat(moment)) is is_open


@pytest.mark.parametrize(
    "text",
    [
        "", "Office hours", "Sun-Thu 09:00-16:30 (CHI)", "Sun-Thu 07:00-23:00 per Find A Helpline", "Su-Th 09:00-16:00",
        "Sun-Thu 16:00-09:00", "Sun-Thu 09:00-25:00", "Sun-Thu 9-16", "24h reported before the war",
    ],
)  # fmt: skip
def test_hours_that_cannot_be_read_are_not_guessed(text: str) -> None:
    """One unknown letter, and nothing is said."""
    assert parse_hours(text) is None


@given(st.text(max_size=60))
def test_parse_hours_never_raises(text: str) -> None:
    """Any text is either hours or none."""
    assert parse_hours(text) is None or parse_hours(text).days


def test_stretches_join_equal_days() -> None:
    """Days with the same hours are one stretch; the week begins on Sunday."""
    hours, always = parse_hours(WEEK), parse_hours("24/7")
    assert hours is not None
    assert always is not None
    assert hours.stretches() == [(6, 3, (480, 1200)), (4, 5, (540, 1020))]
    assert always.is_always
    assert not hours.is_always
