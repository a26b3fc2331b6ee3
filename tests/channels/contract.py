"""What every channel must do: one table of cases, each driven through the channel's own public door.

A channel's driver is `tests/channels/<name>/driver.py` with `open_driver(folder)`, an async context manager.
"""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from core.conversation import Conversation, HandoffState
from core.errors import StorageDown
from core.message import Delivery, Kind, Sender
from core.risk import RiskLevel
from tests.factories import TestHelpline

CALM = "hello, can you help me please"
DANGER = "my dad beats me every night with his belt"


class Driver(Protocol):
    """One child on one channel.

    Attributes:
        line: The helpline behind the channel.
        can: What the channel can beyond the rest: `media` (pictures come in), `pushes` (we send, it may refuse).
    """

    line: TestHelpline
    can: frozenset[str]

    async def conversation(self) -> Conversation | None:
        """Return the child's conversation as stored."""

    async def start(self) -> None:
        """Open the conversation without writing."""

    async def write(self, text: str, key: int = 1) -> None:
        """Write; the same key is the same message sent again, as a network does it, until it is acknowledged."""

    async def tap(self, seq: int, index: int) -> None:
        """Press a button, also one that was never shown."""

    async def ask_person(self) -> None:
        """Press the way to a person that the channel always shows."""

    async def delete(self) -> None:
        """Delete everything, as a child does it."""

    async def refusal(self) -> str:
        """Return the code of what the child is told of its newest message, waiting for it."""

    async def send_media(self) -> None:
        """Send a picture (only with `media`)."""

    async def refuse_next(self, status: int) -> None:
        """Let the platform refuse our next sends: 429 once, 403 for good (only with `pushes`)."""


Open = Callable[[Path], AbstractAsyncContextManager[Driver]]


async def said(driver: Driver) -> list[str]:
    """Return the child's words as stored."""
    found = await driver.conversation()
    messages = await driver.line.child.read(found.id, 0) if found else ()
    return [one.words.reveal() for one in messages if one.sender is Sender.CHILD]


async def names(driver: Driver) -> list[str]:
    """Return what the robot said, by name."""
    found = await driver.conversation()
    return await driver.line.names(found.id) if found else []


async def until(check: Callable[[], Awaitable[object]]) -> None:
    """Wait, ten seconds at most, until *check* returns something true."""
    async with asyncio.timeout(10):
        while not await check():
            await asyncio.sleep(0.02)


async def until_named(driver: Driver, name: str) -> None:
    """Wait until the robot said *name*."""

    async def check() -> bool:
        return name in await names(driver)

    await until(check)


async def words(driver: Driver) -> None:
    """Words are stored once and answered, after the welcome."""
    await driver.write(CALM)
    await until_named(driver, "utter_greet")
    assert await said(driver) == [CALM]
    assert (await names(driver))[0] == "utter_welcome"


async def danger(driver: Driver) -> None:
    """A disclosure opens the hand-off."""
    await driver.write(DANGER)
    found = await driver.conversation()
    assert found is not None
    assert (found.state, found.level >= RiskLevel.HIGH) == (HandoffState.WAITING, True)


async def start(driver: Driver) -> None:
    """A beginning brings the welcome once; the child has said nothing yet."""
    await driver.start()
    await until_named(driver, "utter_welcome")
    assert await said(driver) == []


async def empty(driver: Driver) -> None:
    """Nothing visible is told as such and not stored; what comes next is taken."""
    await driver.write("\u200b\u2060")
    assert await driver.refusal() == "empty"
    await driver.write(CALM, key=2)
    assert await said(driver) == [CALM]


async def too_long(driver: Driver) -> None:
    """A text that is too long for one message is kept whole or refused in words, never cut in silence."""
    text = "a" * 4090 + " end"
    await driver.write(text)
    kept = "".join(await said(driver))
    assert kept == text or (kept, await driver.refusal()) == ("", "too_long")


async def slash(driver: Driver) -> None:
    """A text that looks like a command is words."""
    await driver.write('/restart{"a": "b"}')
    await until_named(driver, "utter_greet")
    assert await said(driver) == ['/restart{"a": "b"}']


async def repeated(driver: Driver) -> None:
    """The same message again and again is stored once and answered once."""
    for _ in range(4):
        await driver.write(CALM, key=7)
    await until_named(driver, "utter_greet")
    await asyncio.sleep(0.3)
    assert await said(driver) == [CALM]
    assert (await names(driver)).count("utter_greet") == 1


async def unknown_tap(driver: Driver) -> None:
    """A button that was never shown does nothing."""
    await driver.write(CALM)
    await until_named(driver, "utter_greet")
    for seq, index in ((2, 0), (99, 0), (1, 99)):
        await driver.tap(seq, index)
    await asyncio.sleep(0.3)
    found = await driver.conversation()
    assert found is not None
    assert (await said(driver), found.state) == ([CALM], HandoffState.WITH_BOT)


async def person(driver: Driver) -> None:
    """The way to a person needs no word and no assistant."""
    await driver.ask_person()
    await until_named(driver, "utter_handoff_asked")
    found = await driver.conversation()
    assert found is not None
    assert found.state is HandoffState.WAITING


async def delete(driver: Driver) -> None:
    """Nothing of a deleted conversation is found again."""
    await driver.write(CALM)
    await until_named(driver, "utter_greet")
    await driver.delete()

    async def is_gone() -> bool:
        return await driver.conversation() is None

    await until(is_gone)


async def storage_down(driver: Driver) -> None:
    """While the database is away nothing is acknowledged; sent again as the channel does it, it arrives once."""
    real, calls = driver.line.parts.db.write, []

    async def away(job):  # type: ignore[no-untyped-def]
        calls.append(job)
        if len(calls) <= 3:
            raise StorageDown("away")
        return await real(job)

    driver.line.parts.db.write = away  # type: ignore[method-assign]
    await driver.write(CALM)
    await until_named(driver, "utter_greet")
    assert await said(driver) == [CALM]


async def media(driver: Driver) -> None:
    """A picture is kept as a fact and answered kindly."""
    await driver.send_media()
    await until_named(driver, "utter_unsupported")
    found = await driver.conversation()
    assert found is not None
    kinds = [one.kind for one in await driver.line.child.read(found.id, 0) if one.sender is Sender.CHILD]
    assert kinds == [Kind.UNSUPPORTED]


async def throttled(driver: Driver) -> None:
    """A platform that says "later" gets it later."""
    await driver.refuse_next(429)
    await driver.write(CALM)
    await until_delivered(driver, Delivery.SENT)


async def blocked(driver: Driver) -> None:
    """A child that blocked us is left in peace; the words stay, and the console sees that nothing arrived."""
    await driver.refuse_next(403)
    await driver.write(CALM)
    await until_delivered(driver, Delivery.FAILED)
    assert await said(driver) == [CALM]


async def until_delivered(driver: Driver, delivery: Delivery) -> None:
    """Wait until the robot's two sentences came so far."""

    async def check() -> bool:
        found = await driver.conversation()
        messages = await driver.line.child.read(found.id, 0) if found else ()
        robot = [one.delivery for one in messages if one.sender is Sender.ROBOT]
        return robot == [delivery, delivery]

    await until(check)


@dataclass(frozen=True)
class Case:
    """One row of the table.

    Attributes:
        label: Name of the case in the report.
        run: What is done and must hold.
        needs: What the channel must be able to do, or None.
    """

    label: str
    run: Callable[[Driver], Awaitable[None]]
    needs: str | None = None


CASES = (
    Case("words", words),
    Case("danger", danger),
    Case("start", start),
    Case("empty", empty),
    Case("too long", too_long),
    Case("slash words", slash),
    Case("repeated key", repeated),
    Case("unknown tap", unknown_tap),
    Case("person", person),
    Case("delete", delete),
    Case("storage down", storage_down),
    Case("unsupported media", media, needs="media"),
    Case("throttled", throttled, needs="pushes"),
    Case("blocked", blocked, needs="pushes"),
)
ABILITIES = frozenset(one.needs for one in CASES if one.needs)
