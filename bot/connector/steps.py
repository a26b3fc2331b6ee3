"""Rasa's output, collected as steps: what to say by name, and what to do."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from rasa.core.channels.channel import OutputChannel

QUIET = frozenset({"button_unsaid", "button_else", "button_stop"})
"""Labels that are drawn quieter wherever they stand."""


class StepCollector(OutputChannel):
    """Takes the place of a channel; nothing is sent."""

    def __init__(self) -> None:
        """Begin with no steps."""
        self.steps: list[dict[str, object]] = []

    @classmethod
    def name(cls) -> str:
        """Return the name by which the words know that names are wanted (bot/connector/nlg.py)."""
        return "sanad"

    @property
    def asked(self) -> str | None:
        """Return the name of what was said last."""
        names = [step["say"]["name"] for step in self.steps if "say" in step]  # type: ignore[index]
        return names[-1] if names else None

    async def send_response(self, recipient_id: str, message: dict[str, Any]) -> None:
        """Add one step."""
        command = message.get("custom") or {}
        if command:
            self.steps.append({"do": {"name": command["do"], "values": dict(command.get("values") or {})}})
        if message.get("utter_action"):
            self.steps.append({"say": {
                "name": message["utter_action"],
                "values": dict(message.get("values") or {}),
                "buttons": [_button(one) for one in message.get("buttons") or ()],
            }})  # fmt: skip


def _button(button: Mapping[str, Any]) -> dict[str, object]:
    """Return a button as the service reads it."""
    found: dict[str, object] = {"name": button["title"], "payload": button["payload"]}
    if button.get("values"):
        found["values"] = dict(button["values"])
    if button["title"] in QUIET:
        found["quiet"] = True
    return found
