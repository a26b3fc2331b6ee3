"""Passwords: what is accepted, how they are hashed, how they are checked."""

from __future__ import annotations

import asyncio
from collections.abc import Callable
from itertools import pairwise
from pathlib import Path

from argon2 import PasswordHasher
from argon2.exceptions import InvalidHashError, VerificationError

SHORTEST_CHARS = 15
"""Source: NIST SP 800-63B-4, where the password could be the only factor."""
LONGEST_CHARS = 200
MOST_WAITING = 20
BUSY_WAIT_S = 5
_BLOCKLIST = Path(__file__).with_name("blocklist.txt")
_FEWEST_DIFFERENT_CHARS = 6


def find_fault(password: str, login: str) -> str | None:
    """Return why *password* is not accepted (`short`, `long`, `common`), or None.

    No rules about kinds of characters: length and a blocklist. Source: NIST SP 800-63B-4.
    """
    if len(password) < SHORTEST_CHARS:
        return "short"
    if len(password) > LONGEST_CHARS:
        return "long"
    plain = password.casefold()
    left = plain.replace(login, "").replace("sanad", "") if login else plain
    if len(set(left)) < _FEWEST_DIFFERENT_CHARS or _is_walk(plain):
        return "common"
    return "common" if any(plain.strip("!?.0123456789 ") == known for known in _load_blocklist()) else None


def _is_walk(plain: str) -> bool:
    """Return whether the password is a run such as 123456789012345 or abcdefghijklmno."""
    steps = [ord(after) - ord(before) for before, after in pairwise(plain)]
    return sum(step in (-9, -1, 0, 1) for step in steps) > len(steps) * 0.7


def _load_blocklist() -> frozenset[str]:
    """Return the passwords that everybody tries first, in lower case."""
    lines = _BLOCKLIST.read_text(encoding="utf-8").splitlines()
    return frozenset(line for line in lines if line and not line.startswith("#"))


class Passwords:
    """Hashes with argon2id on worker threads, a few at a time: each takes 64 MiB for a moment."""

    def __init__(self, at_once: int = 2, hasher: PasswordHasher | None = None) -> None:
        """Allow *at_once* hashes together; *hasher* lets tests be quick."""
        self._hasher = hasher or PasswordHasher()
        self._gate = asyncio.Semaphore(at_once)
        self._nobody = self._hasher.hash("nobody has this password")
        self._waiting = 0

    @property
    def is_busy(self) -> bool:
        """Return whether so many are waiting for a hash that one more would only make it worse."""
        return self._waiting >= MOST_WAITING

    async def hash(self, password: str) -> str:
        """Return the encoded argon2id hash."""
        return await self._run(self._hasher.hash, password)

    async def check(self, password: str, password_hash: str | None) -> bool:
        """Return whether *password* fits; with None (no such account) it takes as long and is False."""
        fits = await self._run(self._fits, password, password_hash or self._nobody)
        return fits and password_hash is not None

    async def _run[T](self, work: Callable[..., T], *values: str) -> T:
        """Run one hash on a worker thread when it is its turn."""
        self._waiting += 1
        try:
            async with self._gate:
                return await asyncio.to_thread(work, *values)
        finally:
            self._waiting -= 1

    def _fits(self, password: str, password_hash: str) -> bool:
        """Check one hash."""
        try:
            return self._hasher.verify(password_hash, password)
        except (VerificationError, InvalidHashError):
            return False
