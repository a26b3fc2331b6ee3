"""`make run`: everything on one machine under one supervisor, with what an operator needs to read."""

from __future__ import annotations

import asyncio
import os
import secrets
import signal
import socket
import subprocess
import sys
from pathlib import Path

from core.errors import SettingsError
from languages.registry import ROOT
from sanad.invite import has_staff, make_invitation
from sanad.settings import Settings
from sanad.supervisor import Part, Supervisor

ASSISTANT_PYTHON = ROOT / ".venv" / "assistant" / "bin" / "python"
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "LOG_LEVEL": "WARNING",
    "PYTHONWARNINGS": "ignore",
}
"""Rasa's environment. Source: bot/connector/README.md."""
HIDDEN_FROM_RASA = ("SANAD_TELEGRAM_TOKEN", "SANAD_DATABASE_URL", "SANAD_REDIS_URL")


def _say(line: str) -> None:
    """Tell the operator."""
    print(line, flush=True)  # noqa: T201 -- the operator's screen


def trained_model() -> Path:
    """Return the model that belongs to the present files, checked against its checksum.

    Raises:
        SettingsError: It was not trained yet, or it changed on disk.
    """
    checked = subprocess.run(
        [sys.executable, "scripts/train_model.py", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    if checked.returncode != 0:
        raise SettingsError("The assistant is not trained for these files. Run `make train` and start again.")
    return Path(checked.stdout.splitlines()[-1])


def parts_of(settings: Settings, secret: str) -> list[Part]:
    """Return the three processes of a helpline on one machine."""
    environment = {**os.environ, "SANAD_RASA_SECRET": secret, "PYTHONPATH": str(ROOT)}
    apart = {key: value for key, value in environment.items() if not key.startswith(HIDDEN_FROM_RASA)}
    apart |= {**QUIET, "SANAD_ACTIONS_URL": f"http://127.0.0.1:{settings.actions_port}/webhook"}
    python = str(ASSISTANT_PYTHON)
    rasa = [
        python, "-m", "rasa", "run", "-i", "127.0.0.1", "-p", str(settings.rasa_port), "--endpoints", "endpoints.yml",
        "--credentials", "credentials.yml", "--model", str(trained_model()),
    ]  # fmt: skip
    actions = [python, "-m", "actions", "--port", str(settings.actions_port)]
    return [
        Part("actions", actions, apart, f"http://127.0.0.1:{settings.actions_port}/health"),
        Part("rasa", rasa, apart, f"http://127.0.0.1:{settings.rasa_port}/webhooks/sanad/"),
        Part(
            "service",
            [sys.executable, "-m", "sanad", "serve"],
            environment,
            f"http://{settings.host}:{settings.port}/health",
        ),
    ]


def check_ports(settings: Settings) -> None:
    """Raise SettingsError when a port is taken, and say which setting changes it."""
    wanted = {"PORT": settings.port, "RASA_PORT": settings.rasa_port, "ACTIONS_PORT": settings.actions_port}
    for name, port in wanted.items():
        with socket.socket() as probe:
            probe.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
            try:
                probe.bind((settings.host if name == "PORT" else "127.0.0.1", port))
            except OSError:
                raise SettingsError(
                    f"Port {port} is in use. Stop the other program, or set SANAD_{name} to a free port."
                ) from None


async def run_everything(settings: Settings) -> int:
    """Start the helpline, say where it is, and run until Ctrl-C; return the exit code."""
    check_ports(settings)
    supervisor = Supervisor(parts_of(settings, secrets.token_urlsafe(32)), ROOT, settings.var / "log")
    stop = asyncio.Event()
    for number in (signal.SIGINT, signal.SIGTERM):
        asyncio.get_running_loop().add_signal_handler(number, stop.set)
    await supervisor.start()
    try:
        starting = asyncio.create_task(_announce(settings, supervisor))
        stopping = asyncio.create_task(stop.wait())
        await asyncio.wait([starting, stopping], return_when=asyncio.FIRST_COMPLETED)
        if not stop.is_set() and not starting.result():
            return 1
        await stopping
        _say("Stopping …")
    finally:
        await supervisor.stop()
    return 0


async def _announce(settings: Settings, supervisor: Supervisor) -> bool:
    """Wait until all parts are ready and print the addresses; return False when one of them is not."""
    _say("Starting the helpline …")
    ready: asyncio.Queue[str] = asyncio.Queue()
    printer = asyncio.create_task(_print_ready(ready))
    late = await supervisor.wait_ready(settings.start_timeout_s, ready)
    printer.cancel()
    if late:
        _say(f"Not ready after {settings.start_timeout_s:.0f} s: {', '.join(late)}. Look into {settings.var / 'log'}.")
        return False
    _say(f"\n  The child's page   {settings.address}/\n  The console        {settings.address}/console")
    if not await has_staff(settings):
        _say(f"  First supervisor   {await make_invitation(settings)}\n                     (works once, for 24 hours)")
    if not settings.telegram_token:
        _say("  Telegram           off: set SANAD_TELEGRAM_TOKEN to the token of your bot to switch it on")
    _say("\nCtrl-C stops everything.")
    return True


async def _print_ready(ready: asyncio.Queue[str]) -> None:
    """Print each part as it becomes ready."""
    while True:
        _say(f"  {await ready.get()} is ready")
