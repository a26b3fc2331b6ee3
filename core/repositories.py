"""What can be stored and found inside one transaction: conversations, messages, work, timers, staff.

Every implementation passes the same suite in tests/storage/. All times are aware UTC.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from core.conversation import Conversation, ConversationId, CounsellorId
from core.message import Delivery, Draft, Message
from core.staff import Access, Counsellor, Invitation, Session
from core.work import Timer, TimerKind, Work, WorkKind


class Conversations(Protocol):
    """Conversations inside one transaction. In a write transaction a found row is locked until its end."""

    async def find(self, channel: str, address: str) -> Conversation | None:
        """Return the conversation at this address, also a closed one, or None. There is at most one."""
        ...

    async def load(self, conversation: ConversationId) -> Conversation:
        """Return a conversation, also a closed one. Raises ConversationNotFound."""
        ...

    async def start(self, channel: str, address: str, now: datetime) -> Conversation:
        """Make a conversation with a fresh id and a fresh key."""
        ...

    async def save(self, conversation: Conversation) -> Conversation:
        """Write all but last_seq; return it with version + 1. Raises StaleWrite, ConversationNotFound."""
        ...

    async def forget(self, conversation: ConversationId) -> None:
        """Destroy its key, messages, work and timers. Nothing can be read of it again. Unknown ids are fine."""
        ...

    async def queue(self) -> Sequence[Conversation]:
        """Return all that are WAITING or WITH_COUNSELLOR, in no order, at most 500."""
        ...


class Messages(Protocol):
    """Messages inside one transaction."""

    async def find(self, conversation: ConversationId, ext_key: str) -> Message | None:
        """Return the message stored under the channel's own id, or None."""
        ...

    async def add(self, conversation: ConversationId, draft: Draft, now: datetime) -> Message:
        """Seal and store with the next number. A known ext_key returns the stored message and changes nothing."""
        ...

    async def after(self, conversation: ConversationId, seq: int, limit: int = 200) -> Sequence[Message]:
        """Return messages numbered above *seq*, smallest first."""
        ...

    async def recent(self, conversation: ConversationId, limit: int) -> Sequence[Message]:
        """Return the newest *limit* messages, smallest number first."""
        ...

    async def load(self, conversation: ConversationId, seq: int) -> Message:
        """Return one message. Raises ConversationNotFound when there is none."""
        ...

    async def mark(self, conversation: ConversationId, seq: int, delivery: Delivery, remote_id: str | None) -> None:
        """Note how far a message has come on a pushing channel; a remote_id of None leaves the stored one."""
        ...


class Outbox(Protocol):
    """Work to do after the commit. Order within a conversation is by id; one open lease per conversation and kind."""

    async def add(self, conversation: ConversationId, kind: WorkKind, seq: int, dedupe: str, due_at: datetime) -> None:
        """Add work once: a known *dedupe* key changes nothing."""
        ...

    async def claim(self, kinds: Sequence[WorkKind], now: datetime, lease_s: float, limit: int) -> Sequence[Work]:
        """Lease due work that nobody holds (or whose lease ran out), at most one piece per conversation and kind.

        A piece is due only when every earlier piece of the same conversation and kind is done or dead.
        """
        ...

    async def finish(self, work: Work) -> None:
        """Mark done. Raises LeaseLost unless *work* still holds its lease; then roll the transaction back."""
        ...

    async def postpone(self, work: Work, due_at: datetime) -> None:
        """Give back for later. Raises LeaseLost."""
        ...

    async def bury(self, work: Work) -> None:
        """Give up: dead, kept for people to look at. Raises LeaseLost."""
        ...

    async def drop(self, conversation: ConversationId, kind: WorkKind) -> None:
        """Mark all unfinished work of one kind done: the bot falls silent."""
        ...


class Timers(Protocol):
    """Timers inside one transaction."""

    async def set(self, conversation: ConversationId, kind: TimerKind, due_at: datetime, step: int = 1) -> None:
        """Start a timer; one of the same kind that has not fired is replaced."""
        ...

    async def cancel(self, conversation: ConversationId, kinds: Sequence[TimerKind]) -> None:
        """Stop timers that have not fired."""
        ...

    async def due(self, now: datetime, limit: int = 50) -> Sequence[Timer]:
        """Return timers due at *now* that have not fired, earliest first."""
        ...

    async def fire(self, timer: Timer, now: datetime) -> bool:
        """Mark fired; False when somebody else did, or it was cancelled, or moved to a later time."""
        ...


class Staff(Protocol):
    """Accounts, sessions, invitations and the access log inside one transaction."""

    async def add(self, counsellor: Counsellor) -> None:
        """Store a new account. Raises StaleWrite when the login is taken."""
        ...

    async def save(self, counsellor: Counsellor) -> None:
        """Write an account. Raises ConversationNotFound when there is none."""
        ...

    async def find(self, login: str) -> Counsellor | None:
        """Return the account with this login (lower case), or None."""
        ...

    async def load(self, counsellor: CounsellorId) -> Counsellor | None:
        """Return an account, or None."""
        ...

    async def count(self) -> int:
        """Return how many accounts there are."""
        ...

    async def use_totp_step(self, counsellor: CounsellorId, step: int) -> bool:
        """Spend a 30-second step; False when this or a newer one was spent already."""
        ...

    async def open_session(self, session: Session) -> None:
        """Store a session."""
        ...

    async def find_session(self, token_hash: str) -> Session | None:
        """Return a session, or None."""
        ...

    async def touch_session(self, token_hash: str, now: datetime) -> None:
        """Note a request."""
        ...

    async def close_session(self, token_hash: str) -> None:
        """End a session; unknown ones are fine."""
        ...

    async def invite(self, invitation: Invitation) -> None:
        """Store a one-time link."""
        ...

    async def find_invitation(self, token_hash: str, now: datetime) -> Invitation | None:
        """Return an unspent invitation that has not expired, without spending it."""
        ...

    async def spend_invitation(self, token_hash: str, now: datetime) -> Invitation | None:
        """Use a one-time link up and return it; None when unknown, spent or expired."""
        ...

    async def log(self, access: Access) -> None:
        """Append to the access log."""
        ...

    async def accesses(self, target: str, limit: int = 200) -> Sequence[Access]:
        """Return the newest accesses to *target*, newest first."""
        ...
