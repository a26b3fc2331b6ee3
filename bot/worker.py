"""The workers: claim outbox work, do it side by side, fire timers. Killed at any moment, they lose nothing."""

from __future__ import annotations

import asyncio
from collections.abc import Awaitable, Callable, Mapping
from contextlib import suppress
from datetime import timedelta

from bot.answer import answer
from bot.deliver import deliver, erase
from bot.log import event
from bot.parts import Parts
from bot.timers import fire_due
from core.errors import ConversationNotFound, LeaseLost, StorageDown
from core.work import Work, WorkKind

LEASE_S = 30.0
"""A worker that is silent for so long has lost its work. Longer than any outside call's time-out."""
POLL_S = 1.0
"""The table is the truth; hints only make it quick."""
AT_ONCE = 32

Doer = Callable[[Parts, Work], Awaitable[None]]
DOERS: Mapping[WorkKind, Doer] = {WorkKind.ANSWER: answer, WorkKind.DELIVER: deliver, WorkKind.ERASE: erase}


class Worker:
    """Runs until stopped."""

    def __init__(self, parts: Parts) -> None:
        """Prepare; nothing runs before `run`."""
        self._parts = parts
        self._wake = asyncio.Event()
        self._busy: set[asyncio.Task[None]] = set()

    async def run(self) -> None:
        """Work until cancelled; work under way is given a moment to end, the rest stays in the table."""
        async with asyncio.TaskGroup() as group:
            group.create_task(self._forever(self._listen, wait=lambda: asyncio.sleep(POLL_S)))
            group.create_task(self._forever(self._claim_once, wait=self._wait_for_work))
            group.create_task(self._forever(self._fire_once, wait=lambda: asyncio.sleep(POLL_S)))

    async def drain(self, timeout_s: float) -> None:
        """Wait for work under way, at most *timeout_s* seconds; end the rest, which stays in the table."""
        if not self._busy:
            return
        _, late = await asyncio.wait(self._busy, timeout=timeout_s)
        for task in late:
            task.cancel()
        await asyncio.gather(*late, return_exceptions=True)

    async def _forever(self, step: Callable[[], Awaitable[None]], wait: Callable[[], Awaitable[None]]) -> None:
        """Repeat a step; a database that is away is tried again, and any other fault does not end the worker."""
        while True:
            try:
                await step()
            except StorageDown:
                event("storage_down")
                await asyncio.sleep(POLL_S)
            except Exception as error:  # noqa: BLE001 -- boundary: the worker must outlive any fault
                event("worker_fault", error=type(error).__name__)
                await asyncio.sleep(POLL_S)
            await wait()

    async def _listen(self) -> None:
        """Wake up as soon as somebody says that there is work."""
        async with self._parts.fanout.subscribe("work") as hints:
            async for _ in hints:
                self._wake.set()

    async def _wait_for_work(self) -> None:
        """Sleep until woken, at most POLL_S seconds."""
        with suppress(TimeoutError):
            await asyncio.wait_for(self._wake.wait(), POLL_S)
        self._wake.clear()

    async def _claim_once(self) -> None:
        """Claim what is due and start it."""
        room = AT_ONCE - len(self._busy)
        if room <= 0:
            return
        now = self._parts.clock.now()
        claimed = await self._parts.db.write(lambda tx: tx.outbox.claim(list(WorkKind), now, LEASE_S, room))
        for work in claimed:
            task = asyncio.create_task(self._do(work))
            self._busy.add(task)
            task.add_done_callback(self._done)

    async def _fire_once(self) -> None:
        """Fire the timers that are due."""
        await fire_due(self._parts)

    def _done(self, task: asyncio.Task[None]) -> None:
        """Forget a finished piece and look for the next one of its conversation."""
        self._busy.discard(task)
        self._wake.set()

    async def _do(self, work: Work) -> None:
        """Do one piece; what fails is given back, and a lost worker's lease runs out."""
        try:
            await DOERS[work.kind](self._parts, work)
        except (LeaseLost, ConversationNotFound):
            event("work_gone", kind=work.kind.value, conversation=work.conversation)
        except StorageDown:
            event("storage_down", kind=work.kind.value)
        except Exception as error:  # noqa: BLE001 -- boundary: one bad piece must not end the worker
            event("work_failed", kind=work.kind.value, conversation=work.conversation, error=type(error).__name__)
            due_at = self._parts.clock.now() + timedelta(seconds=work.tries)
            with suppress(LeaseLost, StorageDown, ConversationNotFound):
                await self._parts.db.write(lambda tx: tx.outbox.postpone(work, due_at))
