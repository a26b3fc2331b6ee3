"""How long a child's message takes to be stored for good: p50, p95, p99 and messages per second.

The transaction is that of an accepted message: find the conversation, look the message up, read ten earlier ones,
store it, add the work, set a timer, save the conversation. Both engines flush each commit to the disk.
Run: `python -m benchmarks.storage [messages]` from the project's folder.
"""

from __future__ import annotations

import asyncio
import os
import sys
import tempfile
from datetime import UTC, datetime, timedelta
from time import perf_counter

from core.message import Draft, Sender
from core.ports import Database, Transaction
from core.text import ChildText
from core.work import TimerKind, WorkKind
from storage.database import open_database
from tests.servers import run_postgres

WORDS = ChildText("I am writing to you because nobody at home listens to me and I do not know what to do now.")
WARM_UP = 50


async def accept(tx: Transaction, address: str, key: str) -> int:
    """Store one message as the turn does; return its number."""
    now = datetime.now(UTC)
    found = await tx.conversations.find("web", address)
    conversation = found or await tx.conversations.start("web", address, now)
    if known := await tx.messages.find(conversation.id, key):
        return known.seq
    await tx.messages.recent(conversation.id, 10)
    message = await tx.messages.add(conversation.id, Draft(Sender.CHILD, WORDS, key), now)
    await tx.outbox.add(conversation.id, WorkKind.ANSWER, message.seq, f"answer:{key}", now)
    await tx.timers.set(conversation.id, TimerKind.SAFETY_QUESTION, now + timedelta(minutes=5))
    await tx.conversations.save(conversation)
    return message.seq


async def child(db: Database, address: str, count: int) -> list[float]:
    """Let one child write *count* messages, each after the one before; return the seconds each took."""
    took = []
    for n in range(count):
        started = perf_counter()
        await db.write(lambda tx, key=f"web:{n}": accept(tx, address, key))  # type: ignore[misc]
        took.append(perf_counter() - started)
    return took


async def measure(engine: str, url: str, messages: int) -> None:
    """Print one line for 1 child and one for 32 at once."""
    db = await open_database(url, os.urandom(32))
    await child(db, "warm-up", WARM_UP)
    for children in (1, 32):
        started = perf_counter()
        each = max(1, messages // children)
        # No child writes more than 100 messages: a longer talk would measure its length.
        rounds = [min(100, each - done) for done in range(0, each, 100)]
        took: list[float] = []
        for number, count in enumerate(rounds):
            talks = (child(db, f"{engine}-{children}-{number}-{n}", count) for n in range(children))
            took += [one for talk in await asyncio.gather(*talks) for one in talk]
        rate = len(took) / (perf_counter() - started)
        took.sort()
        p50, p95, p99 = (took[int(len(took) * part)] * 1000 for part in (0.50, 0.95, 0.99))
        print(f"| {engine:10} | {children:8} | {p50:8.2f} | {p95:8.2f} | {p99:8.2f} | {rate:10.0f} |")
    await db.close()


async def main(messages: int) -> None:
    """Measure both engines."""
    print("| engine     | children |  p50 ms  |  p95 ms  |  p99 ms  | messages/s |")
    print("|------------|----------|----------|----------|----------|------------|")
    with tempfile.TemporaryDirectory() as folder:
        await measure("SQLite", f"sqlite:///{folder}/sanad.sqlite3", messages)
    with run_postgres(durable=True) as server:
        await measure("PostgreSQL", server.url("postgres"), messages)


if __name__ == "__main__":
    asyncio.run(main(int(sys.argv[1]) if len(sys.argv) > 1 else 3200))
