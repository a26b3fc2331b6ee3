"""Invented rows for the tests of storage, and short ways to write them."""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from core.conversation import Conversation, ConversationId, CounsellorId
from core.message import Draft, Message, Sender
from core.ports import Database
from core.staff import Counsellor, Role
from core.text import ChildText
from core.work import WorkKind

NOW = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)
CANARY = "the-green-parrot-sings-at-noon"
"""Words that must never be found unsealed."""


def later(seconds: float) -> datetime:
    """Return a time after NOW."""
    return NOW + timedelta(seconds=seconds)


def draft(key: str = "web:1", words: str = "hello", **fields: object) -> Draft:
    """Return a child's message."""
    return Draft(Sender.CHILD, ChildText(words), key, **fields)  # type: ignore[arg-type]


def account(login: str = "mariam", **fields: object) -> Counsellor:
    """Return a counsellor."""
    given: dict[str, object] = {
        "id": CounsellorId(f"id-{login}"),
        "login": login,
        "first_name": "Mariam",
        "role": Role.COUNSELLOR,
        "password_hash": "$argon2id$invented",
        "totp_secret": "JBSWY3DPEHPK3PXP",
    }
    return Counsellor(**given | fields)  # type: ignore[arg-type]


async def start(db: Database, address: str = "child-1", channel: str = "web") -> Conversation:
    """Start a conversation."""
    return await db.write(lambda tx: tx.conversations.start(channel, address, NOW))


async def add(db: Database, conversation: ConversationId, key: str, words: str = "hello") -> Message:
    """Store a child's message."""
    return await db.write(lambda tx: tx.messages.add(conversation, draft(key, words), NOW))


async def queue_work(db: Database, conversation: ConversationId, *dedupes: str, kind: WorkKind = WorkKind.ANSWER):
    """Add work that is due now, one piece for each key; its `seq` counts up from 1."""

    async def job(tx):
        for seq, dedupe in enumerate(dedupes, start=1):
            await tx.outbox.add(conversation, kind, seq, dedupe, NOW)

    await db.write(job)


async def claim(db: Database, at: datetime = NOW, lease_s: float = 30.0, limit: int = 10):
    """Claim work of all kinds."""
    return await db.write(lambda tx: tx.outbox.claim(list(WorkKind), at, lease_s, limit))
