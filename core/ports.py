"""The contracts between the parts: what storage, channels, the assistant and the voices must fulfil.

All methods are coroutines unless they only look at memory. All times are aware UTC. Every implementation of Database
and of Fanout passes the same suite in tests/storage/.
"""

from __future__ import annotations

from collections.abc import AsyncIterator, Awaitable, Callable, Mapping, Sequence
from contextlib import AbstractAsyncContextManager
from dataclasses import dataclass
from datetime import datetime
from typing import Protocol, TypeVar

from core.conversation import Conversation, ConversationId
from core.message import AssistantReply, Message
from core.repositories import Conversations, Messages, Outbox, Staff, Timers
from core.text import ChildText

T = TypeVar("T")


class Clock(Protocol):
    """Tells the time; tests turn it."""

    def now(self) -> datetime:
        """Return the time, aware UTC."""
        ...


class Transaction(Protocol):
    """One transaction: everything in it happens, or nothing."""

    @property
    def conversations(self) -> Conversations:
        """Return the conversations."""
        ...

    @property
    def messages(self) -> Messages:
        """Return the messages."""
        ...

    @property
    def outbox(self) -> Outbox:
        """Return the work to do."""
        ...

    @property
    def timers(self) -> Timers:
        """Return the timers."""
        ...

    @property
    def staff(self) -> Staff:
        """Return accounts, sessions and the access log."""
        ...


class Database(Protocol):
    """Durable storage: SQLite or PostgreSQL."""

    async def write(self, job: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run *job* in a write transaction and return its result after the commit reached the disk.

        *job* may run again when the engine asks for a retry (serialisation, lost connection), so it has no effects but
        through the transaction. An exception rolls its own writes back and is raised here.

        Raises:
            StorageDown: Nothing was written, as far as can be known.
        """
        ...

    async def read(self, job: Callable[[Transaction], Awaitable[T]]) -> T:
        """Run *job* on one consistent picture; it must not write. Raises StorageDown."""
        ...

    async def check(self) -> None:
        """Return when the database answers. Raises StorageDown."""
        ...

    async def close(self) -> None:
        """Finish what was accepted and let go of all connections."""
        ...


@dataclass(frozen=True)
class Hint:
    """Tells listeners that there is something to read. Never carries words.

    Attributes:
        topic: `conversation:<id>`, or `queue` for the console's list.
        kind: `message`, `state`, `typing`, `erased`.
        seq: Number of the newest message, where it applies.
    """

    topic: str
    kind: str
    seq: int = 0


class Fanout(Protocol):
    """Live hints between the parts of a running service. Losing one loses nothing: readers also poll."""

    async def publish(self, hint: Hint) -> None:
        """Send to everyone who listens now. Never raises for a lost connection."""
        ...

    def subscribe(self, *topics: str) -> AbstractAsyncContextManager[AsyncIterator[Hint]]:
        """Listen while the context is open. A slow reader keeps the newest 100 hints."""
        ...

    async def close(self) -> None:
        """Let go of everything; open subscriptions end."""
        ...


@dataclass(frozen=True)
class AssistantRequest:
    """One message for the assistant.

    Attributes:
        conversation: Whose; Rasa's sender id.
        words: What the child wrote; None for a tap.
        payload: `/intent{...}` of the pressed button; None for words.
        slots: What the turn knows: language, country, level, simple.
        state: What the assistant gave back last time.
    """

    conversation: ConversationId
    words: ChildText | None
    payload: str | None
    slots: Mapping[str, object]
    state: Mapping[str, object]


class Assistant(Protocol):
    """Understands a message and decides what to say."""

    async def reply(self, request: AssistantRequest) -> AssistantReply:
        """Answer within the time-out. Raises AssistantDown."""
        ...


class Voices(Protocol):
    """Speaks words. Results are cached by content."""

    def has(self, language: str) -> bool:
        """Return whether there is a voice for *language*."""
        ...

    async def speak(self, words: ChildText, language: str, *, catalogue: bool, form: str) -> bytes:
        """Return sound.

        Args:
            words: At most MAX_WORDS_CHARS characters.
            language: Tag.
            catalogue: The words are a fixed sentence of ours, so an online voice may be used where allowed. Words of a
                child or a counsellor (False) only ever go to the offline voice and are never cached on disk.
            form: `mp3` (web) or `ogg` (Ogg/Opus, Telegram voice).

        Raises:
            VoiceUnavailable: No voice for the language, the voice failed, or it took too long.
        """
        ...

    async def close(self) -> None:
        """Let go of processes and connections."""
        ...


class Sender(Protocol):
    """A channel that pushes."""

    async def send(self, conversation: Conversation, message: Message) -> str:
        """Deliver one message; return the channel's id of it. Raises SendError."""
        ...

    async def erase(self, conversation: Conversation, messages: Sequence[Message]) -> None:
        """Delete on the child's device what the platform lets us delete. Raises SendError."""
        ...
