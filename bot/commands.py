"""What the assistant asks the turn to do. Actions in Rasa only name these; here they happen."""

from __future__ import annotations

from collections.abc import Awaitable, Callable, Mapping, Sequence
from dataclasses import replace
from types import MappingProxyType

from accessibility.adapt import simpler
from bot.turn import Turn
from core.conversation import HandoffReason
from core.message import Command, CommandName, Message, Say, Sender
from core.risk import Assessment, Category, RiskLevel
from core.work import WorkKind

Values = Mapping[str, str]
_LEVELS = {level.word: level for level in RiskLevel}
_REASONS = {reason.value: reason for reason in HandoffReason}
_CATEGORIES = {category.value: category for category in Category}


async def carry_out(turn: Turn, command: Command) -> None:
    """Do what a command says."""
    await _DOERS[command.name](turn, command.values)


def read_level(values: Values) -> RiskLevel | None:
    """Return the level that RAISE_LEVEL names, or None for a word that is none."""
    return _LEVELS.get(values.get("level", ""))


async def _hand_off(turn: Turn, values: Values) -> None:
    """Queue the conversation; a reason that nobody knows is a failure of ours, and still a call for a human."""
    await turn.hand_off(_REASONS.get(values.get("reason", HandoffReason.ASKED.value), HandoffReason.FAILURE))


async def _raise_level(turn: Turn, values: Values) -> None:
    """Raise the level; a lower one changes nothing, and one that cannot be read is not "no risk"."""
    level = read_level(values)
    category = _CATEGORIES.get(values.get("category", ""), Category.NONE)
    turn.note_risk(Assessment(RiskLevel.ELEVATED if level is None else level, category))


async def _set_language(turn: Turn, values: Values) -> None:
    """Switch to a language the child chose; one we do not offer changes nothing."""
    if values.get("language") in turn.parts.languages:
        turn.change(language=values["language"], language_chosen=True)
        await turn.confirm(Say("utter_language_set"))


async def _set_simple(turn: Turn, values: Values) -> None:
    """Switch easy language."""
    on = values.get("on", "true") == "true"
    turn.change(passport=replace(turn.conversation.passport, simple_words=on))
    await turn.confirm(Say("utter_simple_on" if on else "utter_simple_off"))


async def _set_aloud(turn: Turn, values: Values) -> None:
    """Switch reading aloud; a language without a voice says so."""
    on = values.get("on", "true") == "true"
    if on and not turn.parts.voices.has(turn.language):
        await turn.confirm(Say("utter_no_voice"))
        return
    turn.change(passport=replace(turn.conversation.passport, read_aloud=on))
    await turn.confirm(Say("utter_aloud_on" if on else "utter_aloud_off"))


async def _set_country(turn: Turn, values: Values) -> None:
    """Remember the country for the numbers."""
    if values.get("country") in turn.parts.directory:
        turn.change(country=values["country"])


async def _list_numbers(turn: Turn, values: Values) -> None:
    """Say the numbers of the child's country."""
    await turn.say_numbers(urgent=values.get("urgent") == "true")


async def _repeat(turn: Turn, values: Values) -> None:
    """Say the robot's last words again."""
    await _again(turn, await _last_said(turn))


async def _say_simpler(turn: Turn, values: Values) -> None:
    """Say the robot's last words in easy language, and keep to it."""
    last = await _last_said(turn)
    turn.change(passport=replace(turn.conversation.passport, simple_words=True))
    if last and all(simpler(turn.parts.catalogue, one) is None for one in last):
        await turn.say(Say("utter_simplest_already"))
    await _again(turn, last)


async def _read_aloud(turn: Turn, values: Values) -> None:
    """Say the robot's last words with the voice."""
    if turn.parts.voices.has(turn.language):
        await _again(turn, await _last_said(turn), play=True)
    else:
        await turn.say(Say("utter_no_voice"))


async def _again(turn: Turn, messages: Sequence[Message], *, play: bool = False) -> None:
    """Say messages again in the child's present language and mode."""
    for one in messages:
        await turn.say(Say(one.name or "", one.values, one.buttons), play=play)
    if not messages:
        await turn.say(Say("utter_nothing_to_repeat"))


async def _delete_chat(turn: Turn, values: Values) -> None:
    """Take everything away: first from the child's device, then here (bot/deliver.py)."""
    await turn.queue_work(WorkKind.ERASE, turn.about)


async def _last_said(turn: Turn) -> Sequence[Message]:
    """Return what the robot said before the child's newest message, oldest first."""
    recent = await turn.tx.messages.recent(turn.conversation.id, 20)
    said: list[Message] = []
    for one in reversed(recent):
        if one.sender is Sender.ROBOT and one.name:
            said.insert(0, one)
        elif said:
            break
    return said


_DOERS: Mapping[CommandName, Callable[[Turn, Values], Awaitable[None]]] = MappingProxyType(
    {
        CommandName.HAND_OFF: _hand_off,
        CommandName.RAISE_LEVEL: _raise_level,
        CommandName.SET_LANGUAGE: _set_language,
        CommandName.SET_SIMPLE: _set_simple,
        CommandName.SET_ALOUD: _set_aloud,
        CommandName.SET_COUNTRY: _set_country,
        CommandName.LIST_NUMBERS: _list_numbers,
        CommandName.REPEAT: _repeat,
        CommandName.SAY_SIMPLER: _say_simpler,
        CommandName.READ_ALOUD: _read_aloud,
        CommandName.DELETE_CHAT: _delete_chat,
    }
)
