"""Real PostgreSQL and Redis servers for tests: each on a free port, in a folder of its own, gone at the end."""

from __future__ import annotations

import os
import pwd
import shutil
import signal
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

_DEBIAN_POSTGRES = Path("/usr/lib/postgresql")
_START_S = 30.0


def free_port() -> int:
    """Return a port that nobody listens on."""
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


def find_program(name: str, package: str) -> Path:
    """Return the path of a server program, or fail with the package that has it."""
    for place in sorted(_DEBIAN_POSTGRES.glob(f"*/bin/{name}"), reverse=True):
        return place
    if found := shutil.which(name):
        return Path(found)
    raise AssertionError(f"{name} is missing; run: apt-get install {package}")


def unprivileged_user() -> str | None:
    """Return whom PostgreSQL runs as: it refuses root."""
    if os.getuid() != 0:
        return None
    for name in ("postgres", "nobody"):
        try:
            pwd.getpwnam(name)
        except KeyError:
            continue
        return name
    raise AssertionError("PostgreSQL refuses root and there is no user postgres; run: apt-get install postgresql")


class Server:
    """A server process that tests may stop and start again on the same port and folder."""

    def __init__(self, command: list[str], port: int, user: str | None = None) -> None:
        self._command, self._user = command, user
        self.port = port
        self.start()

    def start(self) -> None:
        """Start and wait until the port answers."""
        quiet = subprocess.DEVNULL
        self._process = subprocess.Popen(self._command, stdout=quiet, stderr=quiet, stdin=quiet, user=self._user)
        until = time.monotonic() + _START_S
        while time.monotonic() < until:
            assert self._process.poll() is None, f"{self._command[0]} ended at once"
            if self.is_ready():
                return
            time.sleep(0.05)
        raise AssertionError(f"{self._command[0]} was not ready within {_START_S} s")

    def is_ready(self) -> bool:
        """Return whether somebody listens on the port."""
        with socket.socket() as door:
            return door.connect_ex(("127.0.0.1", self.port)) == 0

    def stop(self) -> None:
        """End it: connections are cut, what was committed stays."""
        if self._process.poll() is None:
            self._process.send_signal(signal.SIGINT)
            self._process.wait(_START_S)

    def freeze(self) -> None:
        """Let it hang, holding its connections."""
        self._process.send_signal(signal.SIGSTOP)

    def thaw(self) -> None:
        """Let it go on."""
        self._process.send_signal(signal.SIGCONT)


class PostgresServer(Server):
    """PostgreSQL with one superuser `sanad` who needs no password."""

    def is_ready(self) -> bool:
        """Return whether it takes connections: it listens before it has read its log."""
        program = find_program("pg_isready", "postgresql-client")
        asked = [str(program), "-q", "-h", "127.0.0.1", "-p", str(self.port)]
        return super().is_ready() and subprocess.run(asked, check=False).returncode == 0

    def url(self, database: str) -> str:
        """Return the URL of one of its databases."""
        return f"postgresql://sanad@127.0.0.1:{self.port}/{database}"


class RedisServer(Server):
    """Redis that keeps nothing."""

    @property
    def url(self) -> str:
        """Its URL."""
        return f"redis://127.0.0.1:{self.port}/0"


@contextmanager
def run_postgres(*, durable: bool = False) -> Iterator[PostgresServer]:
    """Run PostgreSQL; *durable* makes it flush each commit, which only a benchmark needs."""
    user = unprivileged_user()
    initdb, program = find_program("initdb", "postgresql"), find_program("postgres", "postgresql")
    # Not in pytest's folder: the unprivileged user could not reach it.
    folder = Path(tempfile.mkdtemp(prefix="sanad-postgres-"))
    try:
        if user:
            shutil.chown(folder, user)
        options = ["-U", "sanad", "-A", "trust", "-E", "UTF8", "--no-locale", "--no-sync"]
        subprocess.run(
            [str(initdb), "-D", str(folder / "data"), *options],
            check=True,
            user=user,
            cwd=folder,
            stdout=subprocess.DEVNULL,
        )
        port, flush = free_port(), "on" if durable else "off"
        settings = [f"fsync={flush}", f"unix_socket_directories={folder}", "listen_addresses=127.0.0.1"]
        start = [str(program), "-D", str(folder / "data"), "-p", str(port)]
        server = PostgresServer(start + [part for setting in settings for part in ("-c", setting)], port, user)
        try:
            yield server
        finally:
            server.stop()
    finally:
        shutil.rmtree(folder)


@contextmanager
def run_redis() -> Iterator[RedisServer]:
    """Run Redis."""
    program = find_program("redis-server", "redis-server")
    with tempfile.TemporaryDirectory(prefix="sanad-redis-") as folder:
        port = free_port()
        options = ["--bind", "127.0.0.1", "--save", "", "--appendonly", "no", "--dir", folder]
        server = RedisServer([str(program), "--port", str(port), *options], port)
        try:
            yield server
        finally:
            server.stop()
