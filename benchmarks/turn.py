"""How long a child waits for the robot, and what Sanad adds to Rasa: one run, one model, both measured.

    .venv/service/bin/python -m benchmarks.turn [--messages 200]

Starts the whole helpline as `make run` does, on free ports and an empty folder, and beside it the same model behind
Rasa's own REST channel. 1 and then 32 children write the same sentences to both. A turn is measured from sending a
message to receiving the robot's first answer, through the WebSocket with the message stored and assessed on one side,
through Rasa's HTTP door on the other. Prints a table for docs/performance.md.
"""

from __future__ import annotations

import argparse
import asyncio
import json
import os
import statistics
import sys
import tempfile
import time
import uuid
from collections.abc import Awaitable, Callable
from pathlib import Path

from aiohttp import ClientSession

from languages.registry import ROOT
from sanad.run import ASSISTANT_PYTHON, QUIET, trained_model
from tests.channels.telegram.fake_api import FakeTelegram
from tests.whole.town import Town, free_port

SENTENCES = (
    "i feel lonely, i have no friends",
    "je me sens seul, j'ai pas d'amis",
    "حاسس حالي وحيد وما عندي أصحاب",
    "میں بہت اکیلا محسوس کرتا ہوں",
)
Talk = Callable[[int], Awaitable[list[float]]]


async def through_sanad(town: Town, messages: int) -> list[float]:
    """Return the milliseconds of one child's turns through the whole service."""
    times: list[float] = []
    async with ClientSession() as http:
        for start in range(0, messages, 10):
            async with http.ws_connect(f"{town.url}/ws", origin=town.url) as socket:
                await socket.send_json({"op": "hello", "v": 1, "session": None, "last_seq": 0, "language": "en"})
                for number in range(start, min(start + 10, messages)):
                    began = time.perf_counter()
                    await socket.send_json({"op": "words", "uuid": str(uuid.uuid4()), "text": SENTENCES[number % 4]})
                    await _until_answered(socket)
                    times.append((time.perf_counter() - began) * 1000)
    return times


async def _until_answered(socket) -> None:  # type: ignore[no-untyped-def]
    """Return when the robot has answered, the welcome aside."""
    while True:
        frame = json.loads((await socket.receive(timeout=60)).data)
        if frame["op"] == "error":
            raise RuntimeError(frame["code"])
        if frame["op"] == "message" and frame["from"] == "robot" and frame.get("name") != "utter_welcome":
            return


async def through_rasa(url: str, messages: int) -> list[float]:
    """Return the milliseconds of one child's turns through Rasa's REST channel."""
    times: list[float] = []
    async with ClientSession() as http:
        for number in range(messages):
            sender = f"bench-{id(times)}-{number // 10}"
            began = time.perf_counter()
            async with http.post(url, json={"sender": sender, "message": SENTENCES[number % 4]}) as answer:
                await answer.read()
            times.append((time.perf_counter() - began) * 1000)
    return times


async def measure(talk: Talk, children: int, messages: int) -> str:
    """Return one row's figures."""
    await talk(10)
    began = time.perf_counter()
    rows = await asyncio.gather(*(talk(messages // children) for _ in range(children)))
    times = sorted(one for row in rows for one in row)
    seconds = time.perf_counter() - began
    cuts = statistics.quantiles(times, n=100)
    return f"{cuts[49]:.0f} | {cuts[94]:.0f} | {cuts[98]:.0f} | {len(times) / seconds:.0f}"


async def start_plain_rasa(port: int, actions_port: int, folder: Path) -> asyncio.subprocess.Process:
    """Start the same model behind the REST channel."""
    credentials = folder / "credentials.yml"
    credentials.write_text("rest:\n", encoding="utf-8")
    endpoints = folder / "endpoints.yml"
    endpoints.write_text(f"action_endpoint:\n  url: http://127.0.0.1:{actions_port}/webhook\n", encoding="utf-8")
    process = await asyncio.create_subprocess_exec(
        str(ASSISTANT_PYTHON), "-m", "rasa", "run", "-i", "127.0.0.1", "-p", str(port), "--model", str(trained_model()),
        "--credentials", str(credentials), "--endpoints", str(endpoints), cwd=ROOT,
        env={**os.environ, **QUIET, "PYTHONPATH": str(ROOT)}, stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.DEVNULL,
    )  # fmt: skip
    async with ClientSession() as http, asyncio.timeout(120):
        while True:
            try:
                async with http.get(f"http://127.0.0.1:{port}/") as answer:
                    if answer.status == 200:
                        return process
            except OSError:
                await asyncio.sleep(0.5)


async def main() -> None:
    """Measure and print."""
    parser = argparse.ArgumentParser(description="Time a turn through Sanad and through plain Rasa.")
    parser.add_argument("--messages", type=int, default=320, help="messages a row")
    messages = parser.parse_args().messages
    with tempfile.TemporaryDirectory() as folder:
        telegram = FakeTelegram()
        await telegram.start()
        town, port = Town(Path(folder), telegram), free_port()
        await town.start()
        plain = await start_plain_rasa(port, town.actions_port, Path(folder))
        url = f"http://127.0.0.1:{port}/webhooks/rest/webhook"
        try:
            print("| way | children | p50 ms | p95 ms | p99 ms | messages/s |\n|---|---|---|---|---|---|")
            for children in (1, 32):
                rasa = await measure(lambda count: through_rasa(url, count), children, messages)
                print(f"| plain Rasa, REST channel | {children} | {rasa} |", flush=True)
                sanad = await measure(lambda count: through_sanad(town, count), children, messages)
                print(f"| Sanad, whole service | {children} | {sanad} |", flush=True)
        finally:
            plain.terminate()
            await plain.wait()
            await town.stop()
            await telegram.stop()
    print(f"\nPython {sys.version.split()[0]}, {os.cpu_count()} cores, load {os.getloadavg()[0]:.1f} at the end.")


if __name__ == "__main__":
    asyncio.run(main())
