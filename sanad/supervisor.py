"""Starts the parts of a helpline on one machine, restarts what dies, and stops all of them together."""

from __future__ import annotations

import asyncio
import ctypes
import os
import shutil
import signal
import subprocess
from collections.abc import Mapping, Sequence
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path
from urllib.parse import urlsplit

from structlog import get_logger

_log = get_logger("sanad.supervisor")
PR_SET_PDEATHSIG = 1
STOP_S = 10.0
LONGEST_PAUSE_S = 30.0
STEADY_S = 60.0
"""A part that ran this long is steady again: its next restart is immediate."""
LOG_BYTES = 10_000_000
LOG_CHECK_S = 60.0


@dataclass
class Part:
    """One process.

    Attributes:
        name: Short name, also of its log file.
        argv: Command line.
        environment: All of its environment.
        ready_url: Answers 200 when the part is ready.
        process: The running process, if any.
    """

    name: str
    argv: Sequence[str]
    environment: Mapping[str, str]
    ready_url: str
    process: asyncio.subprocess.Process | None = field(default=None)


class Supervisor:
    """Keeps parts running."""

    def __init__(self, parts: Sequence[Part], cwd: Path, logs: Path) -> None:
        """Prepare to run *parts* in *cwd*, with their output in the folder *logs*."""
        self.parts, self._cwd, self._logs = parts, cwd, logs
        self._keepers: list[asyncio.Task[None]] = []

    async def start(self) -> None:
        """Start all parts; each has a keeper that restarts it."""
        self._logs.mkdir(parents=True, exist_ok=True)
        self._keepers = [asyncio.create_task(self._keep(part)) for part in self.parts]
        self._keepers.append(asyncio.create_task(self._trim_logs()))

    async def wait_ready(self, timeout_s: float, tell: asyncio.Queue[str] | None = None) -> list[str]:
        """Wait until every part answers; return the names of those that do not, after *timeout_s* seconds."""
        waiting = {part.name: asyncio.create_task(_until_ready(part.ready_url)) for part in self.parts}
        for name, task in waiting.items():
            if tell is not None:
                task.add_done_callback(lambda _, name=name: tell.put_nowait(name))  # type: ignore[misc]
        _, late = await asyncio.wait(waiting.values(), timeout=timeout_s)
        for task in late:
            task.cancel()
        return [name for name, task in waiting.items() if task in late]

    async def stop(self) -> None:
        """Stop all parts and everything they started; none stays behind."""
        for keeper in self._keepers:
            keeper.cancel()
        # A keeper may be starting a part at this moment: only afterwards is known what runs.
        await asyncio.gather(*self._keepers, return_exceptions=True)
        running = [part.process for part in self.parts if part.process and part.process.returncode is None]
        for process in running:
            _signal(process, signal.SIGTERM)
        if running:
            await asyncio.wait([asyncio.create_task(one.wait()) for one in running], timeout=STOP_S)
        for process in running:
            _signal(process, signal.SIGKILL)

    async def _keep(self, part: Part) -> None:
        """Run a part again and again, with a growing pause while it keeps dying."""
        pause_s = 0.5
        clock = asyncio.get_running_loop().time
        while True:
            started, code = clock(), -1
            try:
                part.process = await self._start(part)
            except (OSError, subprocess.SubprocessError) as error:
                _log.error("part_not_started", part=part.name, error=type(error).__name__)
            else:
                code = await part.process.wait()
                _signal(part.process, signal.SIGKILL)
            pause_s = 0.5 if clock() - started > STEADY_S else min(pause_s * 2, LONGEST_PAUSE_S)
            _log.warning("part_died", part=part.name, status=code, ms=int(pause_s * 1000))
            await asyncio.sleep(pause_s)

    async def _start(self, part: Part) -> asyncio.subprocess.Process:
        """Start a part with its output at the end of its log. Raises OSError, SubprocessError."""
        with (self._logs / f"{part.name}.log").open("ab") as log:
            return await asyncio.create_subprocess_exec(
                *part.argv, cwd=self._cwd, env=dict(part.environment), stdin=asyncio.subprocess.DEVNULL,
                stdout=log, stderr=log, start_new_session=True, preexec_fn=_die_with_parent,
            )  # fmt: skip

    async def _trim_logs(self) -> None:
        """Put a log aside when it has grown; its part keeps writing at the end of the emptied file."""
        while True:
            for part in self.parts:
                with suppress(OSError):
                    await asyncio.to_thread(_trim, self._logs / f"{part.name}.log")
            await asyncio.sleep(LOG_CHECK_S)


def _trim(path: Path) -> None:
    """Copy a large log aside and empty it. Raises OSError."""
    if path.stat().st_size > LOG_BYTES:
        shutil.copyfile(path, path.with_suffix(".log.1"))
        os.truncate(path, 0)


def _die_with_parent() -> None:
    """Ask Linux to end this process when the supervisor is killed, so that none stays behind."""
    ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, signal.SIGTERM)


def _signal(process: asyncio.subprocess.Process, number: int) -> None:
    """Send a signal to a part's whole process group."""
    with suppress(ProcessLookupError, PermissionError):
        os.killpg(process.pid, number)


async def _until_ready(url: str) -> None:
    """Return when *url* answers 200."""
    target = urlsplit(url)
    while not await _answers(target.hostname or "", target.port or 80, target.path or "/"):  # noqa: ASYNC110 -- another process
        await asyncio.sleep(0.2)


async def _answers(host: str, port: int, path: str) -> bool:
    """Return whether a GET is answered with 200 within two seconds."""
    try:
        async with asyncio.timeout(2):
            reader, writer = await asyncio.open_connection(host, port)
            writer.write(f"GET {path} HTTP/1.0\r\nHost: {host}\r\n\r\n".encode())
            status = await reader.readline()
            writer.close()
    except (OSError, TimeoutError):
        return False
    return b" 200 " in status
