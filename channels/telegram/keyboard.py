"""Buttons under a message. What is sent back is only `<message number>:<button number>`: meaning stays with us."""

from __future__ import annotations

from collections.abc import Sequence

from telegram import InlineKeyboardButton, InlineKeyboardMarkup

SHORT_CHARS = 14
"""Labels up to this length stand two in a row; longer ones would be cut on a small phone."""


def make_keyboard(seq: int, labels: Sequence[str]) -> InlineKeyboardMarkup | None:
    """Return the keyboard of message *seq*, or None without labels."""
    rows: list[list[InlineKeyboardButton]] = []
    for index, label in enumerate(labels):
        button = InlineKeyboardButton(label, callback_data=f"{seq}:{index}")
        fits = rows and len(rows[-1]) == 1 and max(len(label), len(rows[-1][0].text)) <= SHORT_CHARS
        if fits:
            rows[-1].append(button)
        else:
            rows.append([button])
    return InlineKeyboardMarkup(rows) if rows else None
