"""A whole helpline as `make run` starts it, on free ports and an empty folder, and the people who use it."""

from __future__ import annotations

import asyncio
import json
import os
import re
import signal
import socket
import sys
import uuid
from collections.abc import Callable
from contextlib import suppress
from dataclasses import dataclass, field
from pathlib import Path

import pyotp
from aiohttp import ClientSession, ClientWebSocketResponse, CookieJar, WSMsgType

from languages.registry import ROOT
from tests.channels.telegram.fake_api import TOKEN, FakeTelegram

READY_S = 120


def free_port() -> int:
    """Return a port nobody uses."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return probe.getsockname()[1]


@dataclass
class Town:
    """A running helpline."""

    var: Path
    telegram: FakeTelegram
    port: int = field(default_factory=free_port)
    rasa_port: int = field(default_factory=free_port)
    actions_port: int = field(default_factory=free_port)
    process: asyncio.subprocess.Process | None = None
    screen: str = ""

    @property
    def url(self) -> str:
        """Return its address."""
        return f"http://127.0.0.1:{self.port}"

    async def start(self) -> None:
        """Start everything and wait until it says that it is ready."""
        environment = {key: value for key, value in os.environ.items() if not key.startswith("SANAD_")} | {
            "SANAD_VAR": str(self.var), "SANAD_PORT": str(self.port), "SANAD_RASA_PORT": str(self.rasa_port),
            "SANAD_ACTIONS_PORT": str(self.actions_port), "SANAD_COUNTRY": "JO", "SANAD_TELEGRAM_TOKEN": TOKEN,
            "SANAD_TELEGRAM_API": self.telegram.url, "PYTHONPATH": str(ROOT), "TMPDIR": str(self.var / "tmp"),
        }  # fmt: skip
        (self.var / "tmp").mkdir(parents=True, exist_ok=True)
        self.process = await asyncio.create_subprocess_exec(
            sys.executable, "-m", "sanad", "run", cwd=ROOT, env=environment, start_new_session=True,
            stdout=asyncio.subprocess.PIPE, stderr=asyncio.subprocess.STDOUT,
        )  # fmt: skip
        async with asyncio.timeout(READY_S):
            while "Ctrl-C" not in self.screen:
                line = await self.process.stdout.readline()
                assert line, self.screen
                self.screen += line.decode()

    async def stop(self) -> None:
        """Press Ctrl-C and wait for the end."""
        if self.process and self.process.returncode is None:
            with suppress(ProcessLookupError):
                self.process.send_signal(signal.SIGINT)
            async with asyncio.timeout(30):
                await self.process.wait()

    def pid_of(self, what: str) -> int:
        """Return the process id of `rasa`, `actions` or `sanad serve`, found by its port or command line."""
        marks = {"rasa": f"-p\0{self.rasa_port}", "actions": f"--port\0{self.actions_port}", "service": "sanad\0serve"}
        for folder in Path("/proc").iterdir():
            if folder.name.isdigit() and marks[what] in _read(folder / "cmdline") and self._is_ours(int(folder.name)):
                return int(folder.name)
        raise LookupError(what)

    def _is_ours(self, pid: int) -> bool:
        """Return whether the supervisor started it."""
        status = _read(Path(f"/proc/{pid}/status"))
        return f"PPid:\t{self.process.pid}\n" in status

    def children(self) -> list[int]:
        """Return every process that works on this helpline's folder."""
        mark = f"SANAD_VAR={self.var}\0"
        return [
            int(folder.name)
            for folder in Path("/proc").iterdir()
            if folder.name.isdigit() and mark in _read(folder / "environ") and _read(folder / "cmdline")
        ]

    def kill(self, what: str) -> None:
        """End one process at once, as a crash would."""
        os.kill(self.pid_of(what), signal.SIGKILL)


def _read(path: Path) -> str:
    try:
        return path.read_text(errors="replace")
    except OSError:
        return ""


class WebChild:
    """A child's page without the page: speaks the chat protocol, resends what was not acknowledged."""

    def __init__(self, town: Town, language: str = "en") -> None:
        """Prepare to write in *language*."""
        self.town, self.language = town, language
        self.session: str | None = None
        self.messages: dict[int, dict] = {}
        self.state: dict = {}
        self.unacked: dict[str, dict] = {}
        self.errors: list[dict] = []
        self._http: ClientSession | None = None
        self._socket: ClientWebSocketResponse | None = None
        self._task: asyncio.Task[None] | None = None

    async def __aenter__(self) -> WebChild:
        """Open the page."""
        self._http = ClientSession()
        self._task = asyncio.create_task(self._stay())
        await self.until(lambda: self.state)
        return self

    async def __aexit__(self, *_: object) -> None:
        """Close the tab."""
        self._task.cancel()
        with suppress(asyncio.CancelledError):
            await self._task
        await self._http.close()

    async def write(self, text: str) -> None:
        """Write; returns when the helpline has acknowledged it, however often it must be sent."""
        await self._send({"op": "words", "uuid": str(uuid.uuid4()), "text": text})

    async def tap(self, label: str) -> None:
        """Press the newest button with this label."""
        found = [(one["seq"], button["index"]) for one in self.messages.values() for button in one.get("buttons", [])
                 if button["label"] == label]  # fmt: skip
        seq, index = found[-1]
        await self._send({"op": "tap", "uuid": str(uuid.uuid4()), "seq": seq, "index": index})

    async def raw(self, frame: str) -> None:
        """Send anything."""
        await self._socket.send_str(frame)

    async def until(self, check: Callable[[], object], timeout_s: float = 15.0) -> None:
        """Wait until *check* is true."""
        async with asyncio.timeout(timeout_s):
            while not check():
                await asyncio.sleep(0.02)

    def said(self, sender: str = "robot") -> list[str]:
        """Return what somebody said, in order."""
        return [self.messages[seq]["text"] for seq in sorted(self.messages) if self.messages[seq]["from"] == sender]

    def names(self) -> list[str]:
        """Return the ids of the robot's sentences, in order."""
        return [self.messages[seq].get("name", "") for seq in sorted(self.messages) if "name" in self.messages[seq]]

    async def _send(self, frame: dict) -> None:
        self.unacked[frame["uuid"]] = frame
        with suppress(ConnectionError, AttributeError):
            await self._socket.send_json(frame)
        await self.until(lambda: frame["uuid"] not in self.unacked, 60)

    async def _stay(self) -> None:
        """Keep a connection; after a break resume where it stopped."""
        while True:
            with suppress(OSError, TimeoutError, ValueError):
                async with self._http.ws_connect(f"{self.town.url}/ws", origin=self.town.url) as self._socket:
                    hello = {"op": "hello", "v": 1, "session": self.session, "language": self.language}
                    await self._socket.send_json({**hello, "last_seq": max(self.messages, default=0)})
                    async for frame in self._socket:
                        if frame.type is WSMsgType.TEXT:
                            await self._take(json.loads(frame.data))
            await asyncio.sleep(0.3)

    async def _take(self, frame: dict) -> None:
        match frame["op"]:
            case "ready":
                self.session, self.state = frame["session"], frame
                for one in self.unacked.values():
                    await self._socket.send_json(one)
            case "state":
                self.state = frame
            case "ack":
                self.unacked.pop(frame["uuid"], None)
            case "message":
                self.messages.setdefault(frame["seq"], frame)
            case "error":
                self.errors.append(frame)
                if "retry_ms" not in frame:
                    self.unacked.pop(frame.get("uuid"), None)
                elif frame.get("uuid") in self.unacked:
                    asyncio.get_running_loop().call_later(frame["retry_ms"] / 1000, self._again, frame["uuid"])
            case "erased":
                self.messages.clear()
                self.unacked.clear()
                self.session = None

    def _again(self, key: str) -> None:
        if key in self.unacked and self._socket is not None and not self._socket.closed:
            self._task_again = asyncio.ensure_future(self._socket.send_json(self.unacked[key]))


class Counsellor:
    """Somebody in the console, by plain HTTP."""

    def __init__(self, town: Town) -> None:
        self.town = town
        self._http = ClientSession(cookie_jar=CookieJar(unsafe=True), headers={"Sec-Fetch-Site": "same-origin"})

    async def join(self, link: str, login: str = "mariam") -> None:
        """Make an account from a one-time link; it signs in at once."""
        page = await self.get(link)
        secret = re.sub(r"\s", "", re.search(r'class="secret"[^>]*>([A-Z2-7\s]+)<', page).group(1))
        fields = {
            "login": login, "first_name": "Mariam", "language": "en", "password": "a quiet river at dawn",
            "again": "a quiet river at dawn", "code": pyotp.TOTP(secret).now(), "csrf": _csrf(page),
        }  # fmt: skip
        async with self._http.post(link, data=fields) as answer:
            assert answer.status == 200, answer.status

    async def get(self, address: str) -> str:
        """Return a page."""
        async with self._http.get(address if "://" in address else self.town.url + address) as answer:
            assert answer.status == 200, (address, answer.status)
            return await answer.text()

    async def queue(self) -> list[str]:
        """Return the ids of the conversations in the queue, in order."""
        page = await self.get("/console")
        return list(dict.fromkeys(re.findall(r"/console/conversations/([0-9a-f-]{32,36})", page)))

    async def post(self, conversation: str, act: str, **fields: str) -> int:
        """Press a button of a conversation's page; return the status."""
        page = (
            await self.get("/console") if act == "claim" else await self.get(f"/console/conversations/{conversation}")
        )
        address = f"{self.town.url}/console/conversations/{conversation}/{act}"
        async with self._http.post(address, data={**fields, "csrf": _csrf(page)}) as answer:
            return answer.status

    async def close(self) -> None:
        """Leave."""
        await self._http.close()


def _csrf(page: str) -> str:
    return re.search(r'name="csrf" value="([^"]+)"', page).group(1)
