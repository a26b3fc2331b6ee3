"""A child on Telegram, for tests/channels/contract.py."""

from __future__ import annotations

import asyncio
import secrets
from contextlib import asynccontextmanager

from core.clock import SystemClock
from storage.database import open_database
from tests.channels.telegram.conftest import run_channel, run_worker
from tests.channels.telegram.fake_api import Failure, FakeTelegram
from tests.factories import make_helpline

CAN = frozenset({"media", "pushes"})
CHAT = 7


class TelegramDriver:
    """One private chat with the bot, by long polling."""

    can = CAN

    def __init__(self, line, telegram):
        self.line, self._telegram = line, telegram
        self._updates: dict[int, dict] = {}

    async def conversation(self):
        """Return the child's conversation as stored."""
        return await self.line.child.find("telegram", str(CHAT))

    async def _taken(self):
        """Wait until the bot asks for what comes after the newest update: the rest is acknowledged."""
        async with asyncio.timeout(10):
            while self._telegram.updates and int(self._telegram.calls[-1][1].get("offset", 0)) <= self._newest():
                await asyncio.sleep(0.02)

    def _newest(self):
        return max((one["update_id"] for one in self._telegram.updates), default=0)

    async def start(self):
        """Press Telegram's first button."""
        await self._telegram.from_child(CHAT, text="/start")
        await self._taken()

    async def write(self, text, key=1):
        """Write; Telegram repeats an update under another number when it believes the first one lost."""
        if key in self._updates:
            await self._telegram.push({"message": self._updates[key]["message"]})
        else:
            self._updates[key] = await self._telegram.from_child(CHAT, text=text)
        await self._taken()

    async def tap(self, seq, index):
        """Press a button with this data."""
        async with asyncio.timeout(5):
            while not self._telegram.sent:
                await asyncio.sleep(0.02)
        message = self._telegram.sent[0] | {
            "reply_markup": {"inline_keyboard": [[{"text": "x", "callback_data": f"{seq}:{index}"}]]}
        }
        await self._telegram.press(message, 0)
        await self._taken()

    async def ask_person(self):
        """Choose the menu's command."""
        await self._telegram.from_child(CHAT, text="/person")
        await self._taken()

    async def delete(self):
        """Choose the menu's command and say yes."""
        await self._telegram.from_child(CHAT, text="/delete")
        async with asyncio.timeout(5):
            while not (asked := [one for one in self._telegram.sent if "reply_markup" in one]):
                await asyncio.sleep(0.02)
        await self._telegram.press(asked[-1], 1)
        await self._taken()

    async def refusal(self):
        """Return the code of the sentence the robot said."""
        async with asyncio.timeout(5):
            while True:
                found = await self.conversation()
                name = (["", *await self.line.names(found.id)] if found else [""])[-1]
                if name in ("utter_empty", "utter_too_long"):
                    return name.removeprefix("utter_")
                await asyncio.sleep(0.02)

    async def send_media(self):
        """Send a picture."""
        photo = {"file_id": "1", "file_unique_id": "1", "width": 1, "height": 1}
        await self._telegram.from_child(CHAT, photo=[photo])
        await self._taken()

    async def refuse_next(self, status):
        """Let sendMessage fail."""
        self._telegram.failures["sendMessage"] = (
            Failure(429, retry_after=1) if status == 429 else Failure(status, times=99)
        )


@asynccontextmanager
async def open_driver(folder):
    """Run a bot, a fake Telegram and a child."""
    telegram = FakeTelegram()
    await telegram.start()
    db = await open_database(f"sqlite:///{folder / 'sanad.sqlite3'}", secrets.token_bytes(32))
    line = make_helpline(db)
    object.__setattr__(line.parts, "clock", SystemClock())
    async for _ in run_channel(telegram, line, webhook=False):
        async with run_worker(line):
            yield TelegramDriver(line, telegram)
    await telegram.stop()
    await db.close()
