"""What was acknowledged survives kill -9, in order and without gaps, on both engines."""

import asyncio
import os
import signal
import subprocess
import sys
from collections import defaultdict
from pathlib import Path

from core.work import WorkKind
from storage.database import open_database
from tests.storage.conftest import KEY
from tests.storage.samples import later

ROOT = Path(__file__).parents[2]
KILLS = 3


def accept_and_kill(url: str, run: int) -> list[tuple[str, int, str]]:
    """Let a process accept for a moment, kill it in the middle, and return what it had acknowledged."""
    command = [sys.executable, "-m", "tests.storage.accept_forever", url, str(run)]
    process = subprocess.Popen(command, cwd=ROOT, stdout=subprocess.PIPE, env=os.environ | {"PYTHONPATH": str(ROOT)})
    lines = [process.stdout.readline() for _ in range(60 + 45 * run)]
    process.send_signal(signal.SIGKILL)
    rest = process.communicate()[0].splitlines(keepends=True)
    # A line cut off by the kill was not acknowledged in full.
    whole = [line.decode().split() for line in lines + rest if line.endswith(b"\n")]
    return [(conversation, int(seq), key) for conversation, seq, key in whole]


async def test_acknowledged_messages_survive_kill_9(url):
    """After several kills every acknowledged message is there under its number, with its work, without gaps."""
    acknowledged = []
    for run in range(KILLS):
        acknowledged += await asyncio.to_thread(accept_and_kill, url, run)
    assert len(acknowledged) > KILLS * 60
    db = await open_database(url, KEY)
    works = await do_all_work(db)
    for conversation in {conversation for conversation, _, _ in acknowledged}:
        stored = await db.read(lambda tx, c=conversation: tx.messages.after(c, 0, 100_000))
        assert [message.seq for message in stored] == list(range(1, len(stored) + 1))
        by_seq = {message.seq: message.words.reveal() for message in stored}
        assert {seq: key for c, seq, key in acknowledged if c == conversation}.items() <= by_seq.items()
        assert works[conversation] == list(range(1, len(stored) + 1))
    await db.close()


async def do_all_work(db):
    """Do all work; return for each conversation the numbers in the order in which they came."""

    async def job(tx):
        done = defaultdict(list)
        while claimed := await tx.outbox.claim([WorkKind.ANSWER], later(10**9), 30.0, 10):
            for work in claimed:
                done[work.conversation].append(work.seq)
                await tx.outbox.finish(work)
        return done

    return await db.write(job)
