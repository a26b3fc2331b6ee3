"""The real assistant for tests: trained model, action server and Rasa, on free loopback ports."""

from __future__ import annotations

import os
import secrets
import socket
import subprocess
import time
import urllib.error
import urllib.request
from dataclasses import dataclass, field
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]
PYTHON = ROOT / ".venv" / "assistant" / "bin" / "python"
QUIET = {
    "RASA_TELEMETRY_ENABLED": "false",
    "TF_CPP_MIN_LOG_LEVEL": "3",
    "SQLALCHEMY_SILENCE_UBER_WARNING": "1",
    "LOG_LEVEL": "WARNING",
    "PYTHONWARNINGS": "ignore",
}


def free_port() -> int:
    """Return a loopback port that nobody uses now."""
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


def trained_model() -> Path:
    """Return the model of the present files, trained if need be."""
    done = subprocess.run(
        [PYTHON, "scripts/train_model.py"],
        cwd=ROOT,
        check=True,
        capture_output=True,
        text=True,
        env={**os.environ, **QUIET},
    )
    return Path(done.stdout.splitlines()[-1])


def run_rasa(*arguments: str) -> subprocess.CompletedProcess[str]:
    """Run a Rasa command to its end."""
    environment = {**os.environ, **QUIET, "SANAD_ACTIONS_URL": "http://127.0.0.1:9/webhook", "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [PYTHON, "-m", "rasa", *arguments], cwd=ROOT, capture_output=True, text=True, env=environment, check=False
    )


@dataclass
class RunningAssistant:
    """Both processes; each can be stopped and started by itself.

    Attributes:
        log: File that takes the output of both.
        secret: What Rasa and the service share.
        port: Rasa's port.
        actions_port: The action server's port.
    """

    log: Path
    secret: str = field(default_factory=lambda: secrets.token_urlsafe(32))
    port: int = field(default_factory=free_port)
    actions_port: int = field(default_factory=free_port)
    _rasa: subprocess.Popen[bytes] | None = None
    _actions: subprocess.Popen[bytes] | None = None

    @property
    def address(self) -> str:
        """Return where Rasa answers."""
        return f"http://127.0.0.1:{self.port}"

    def start(self) -> None:
        """Start both and wait until they answer."""
        self.start_actions()
        self.start_rasa()

    def start_actions(self) -> None:
        """Start the action server."""
        self._actions = self._start("-m", "actions", "--port", str(self.actions_port))
        _wait_for(f"http://127.0.0.1:{self.actions_port}/health", self._actions)

    def start_rasa(self) -> None:
        """Start Rasa with the command line of bot/connector/README.md."""
        self._rasa = self._start(
            "-m", "rasa", "run", "-i", "127.0.0.1", "-p", str(self.port), "--endpoints", "endpoints.yml",
            "--credentials", "credentials.yml", "--model", str(trained_model()),
        )  # fmt: skip
        _wait_for(f"{self.address}/webhooks/sanad/", self._rasa)

    def stop_actions(self) -> None:
        """Kill the action server."""
        _kill(self._actions)

    def stop_rasa(self) -> None:
        """Kill Rasa as the operating system would."""
        _kill(self._rasa)

    def stop(self) -> None:
        """Kill both."""
        self.stop_rasa()
        self.stop_actions()

    def _start(self, *arguments: str) -> subprocess.Popen[bytes]:
        """Start one Python process with its output in the log."""
        environment = {
            **os.environ,
            **QUIET,
            "SANAD_RASA_SECRET": self.secret,
            "SANAD_ACTIONS_URL": f"http://127.0.0.1:{self.actions_port}/webhook",
            "PYTHONPATH": str(ROOT),
        }
        with self.log.open("ab") as log:
            return subprocess.Popen([PYTHON, *arguments], cwd=ROOT, env=environment, stdout=log, stderr=log)


def _kill(process: subprocess.Popen[bytes] | None) -> None:
    """Kill a process and wait for its end."""
    if process is not None:
        process.kill()
        process.wait()


def _wait_for(url: str, process: subprocess.Popen[bytes], longest_s: float = 90.0) -> None:
    """Return when *url* answers 200; fail when the process ends or it takes too long."""
    end_s = time.monotonic() + longest_s
    while time.monotonic() < end_s:
        assert process.poll() is None, f"{url}: the process ended with {process.returncode}"
        try:
            with urllib.request.urlopen(url, timeout=2) as answer:
                if answer.status == 200:
                    return
        except (urllib.error.URLError, TimeoutError, ConnectionError):
            time.sleep(0.2)
    raise AssertionError(f"{url}: no answer in {longest_s} s")
