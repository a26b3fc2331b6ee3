"""The supervisor: what dies comes back, what cannot start is tried again, logs stay small, nothing stays behind."""

import asyncio
import os
import sys
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from sanad import supervisor as module
from sanad.supervisor import Part, Supervisor

SLEEPER = "import time; print('up', flush=True); time.sleep(60)"
FAMILY = (
    "import subprocess, sys, time; child = subprocess.Popen([sys.executable, '-c', 'import time; time.sleep(60)']);"
    "print(child.pid, flush=True); time.sleep(60)"
)


def part(code, name="sleeper", program=sys.executable):
    """Return a part that runs a line of Python."""
    return Part(name, [program, "-c", code], dict(os.environ), "http://127.0.0.1:9/")


@asynccontextmanager
async def running(tmp_path, *parts):
    """Run a supervisor."""
    made = Supervisor(parts, Path.cwd(), tmp_path / "log")
    await made.start()
    yield made
    await made.stop()


async def until(check, timeout_s=8.0):
    """Wait until *check* returns something true; return it."""
    async with asyncio.timeout(timeout_s):
        while not (found := check()):
            await asyncio.sleep(0.02)
    return found


def is_alive(pid):
    """Return whether a process exists and is no zombie."""
    try:
        return Path(f"/proc/{pid}/stat").read_text().rpartition(")")[2].split()[0] != "Z"
    except FileNotFoundError:
        return False


def log_of(tmp_path, name="sleeper"):
    """Return what a part printed."""
    file = tmp_path / "log" / f"{name}.log"
    return file.read_text() if file.exists() else ""


async def test_a_part_that_dies_comes_back(tmp_path):
    """Killed once, it runs again under another number."""
    async with running(tmp_path, part(SLEEPER)) as supervisor:
        await until(lambda: log_of(tmp_path))
        first = supervisor.parts[0].process
        first.kill()
        await until(lambda: supervisor.parts[0].process is not first and log_of(tmp_path).count("up") == 2)
        assert not is_alive(first.pid)


async def test_a_part_that_cannot_start_is_tried_again(tmp_path, monkeypatch):
    """A start that the machine refuses does not end the keeping."""
    real, refused = asyncio.create_subprocess_exec, []

    async def refuses(*argv, **more):
        if not refused:
            refused.append(argv)
            raise OSError
        return await real(*argv, **more)

    monkeypatch.setattr(asyncio, "create_subprocess_exec", refuses)
    async with running(tmp_path, part(SLEEPER)):
        await until(lambda: log_of(tmp_path))
    assert len(refused) == 1


async def test_a_part_that_keeps_dying_is_started_ever_more_slowly(tmp_path, monkeypatch):
    """No storm of restarts: the pause doubles up to half a minute."""
    pauses = []
    real = asyncio.sleep

    async def noted(seconds):
        if seconds >= 0.5:
            pauses.append(seconds)
        await real(min(seconds, 0.01))

    monkeypatch.setattr(module.asyncio, "sleep", noted)
    async with running(tmp_path, part("raise SystemExit(3)")):
        async with asyncio.timeout(20):
            while len(restarts := [one for one in pauses if one <= module.LONGEST_PAUSE_S]) < 8:
                await real(0.02)
    assert restarts[:8] == [1.0, 2.0, 4.0, 8.0, 16.0, 30.0, 30.0, 30.0]


async def test_nothing_stays_behind(tmp_path):
    """After stopping, neither a part nor what it started is alive."""
    async with running(tmp_path, part(FAMILY)) as supervisor:
        grandchild = int(await until(lambda: log_of(tmp_path)))
        child = supervisor.parts[0].process.pid
        assert is_alive(child)
        assert is_alive(grandchild)
    assert not is_alive(child)
    await until(lambda: not is_alive(grandchild))


async def test_a_stop_in_the_middle_of_a_start_leaves_nothing(tmp_path):
    """Ctrl-C in the first moment ends what is just being born."""
    supervisor = Supervisor([part(SLEEPER)], Path.cwd(), tmp_path / "log")
    await supervisor.start()
    await asyncio.sleep(0)
    await supervisor.stop()
    started = supervisor.parts[0].process
    assert started is None or not is_alive(started.pid)


@pytest.mark.parametrize("size", [5_000, 50_000])
async def test_a_log_does_not_grow_for_ever(tmp_path, monkeypatch, size):
    """A part that never dies writes into a file that is cut when it is large, the rest put aside once."""
    monkeypatch.setattr(module, "LOG_BYTES", 2_000)
    monkeypatch.setattr(module, "LOG_CHECK_S", 0.05)
    talker = f"import time\nfor _ in range({size // 100}): print('x' * 99, flush=True)\nprint('end', flush=True)\n"
    async with running(tmp_path, part(talker + "while True:\n    time.sleep(0.1)\n    print('beat', flush=True)")):
        await until(lambda: (tmp_path / "log" / "sleeper.log.1").exists() and "beat" in log_of(tmp_path))
        assert len(log_of(tmp_path)) < 2_000
