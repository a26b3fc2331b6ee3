"""Accepts messages until it is killed, and prints the number of each only after the commit. Run by test_crash.py."""

from __future__ import annotations

import asyncio
import sys
from datetime import UTC, datetime

from core.conversation import ConversationId
from core.message import Draft, Sender
from core.ports import Transaction
from core.text import ChildText
from core.work import WorkKind
from storage.database import open_database


async def child(db, conversation: ConversationId, name: str) -> None:
    """Write without end; say which number was acknowledged under which key."""
    count = 0
    while True:
        key = f"{name}-{count}"

        async def accept(tx: Transaction, key: str = key) -> int:
            now = datetime.now(UTC)
            message = await tx.messages.add(conversation, Draft(Sender.CHILD, ChildText(key), key), now)
            await tx.outbox.add(conversation, WorkKind.ANSWER, message.seq, f"answer:{key}", now)
            return message.seq

        seq = await db.write(accept)
        sys.stdout.write(f"{conversation} {seq} {key}\n")
        sys.stdout.flush()
        count += 1


async def main(url: str, run: str) -> None:
    """Let four children write to two conversations each shares with another."""
    db = await open_database(url, bytes(range(32)))

    async def join(tx: Transaction, address: str) -> ConversationId:
        found = await tx.conversations.find("web", address)
        return (found or await tx.conversations.start("web", address, datetime.now(UTC))).id

    children = []
    for n in range(4):
        conversation = await db.write(lambda tx, n=n: join(tx, f"child-{n % 2}"))
        children.append(child(db, conversation, f"{run}-{n}"))
    await asyncio.gather(*children)


if __name__ == "__main__":
    asyncio.run(main(sys.argv[1], sys.argv[2]))
