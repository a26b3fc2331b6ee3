"""What a channel may ask of the helpline on behalf of a child."""

from __future__ import annotations

import uuid
from collections.abc import Awaitable, Callable, Mapping, Sequence

from accessibility.adapt import label, simpler, spoken
from bot.accept import Accepted, accept
from bot.commands import carry_out
from bot.deliver import forget
from bot.numbers import NumbersCard, ServiceCard, is_open_now, numbers_card, service_cards
from bot.parts import Parts
from bot.prepared import ASK_DELETE
from bot.turn import Turn, publish
from core.conversation import Conversation, ConversationId, HandoffReason, HandoffState
from core.errors import VoiceUnavailable
from core.message import Button, Command, CommandName, Incoming, Message, Say, Sender
from core.ports import Hint, Transaction
from core.text import ChildText
from handoff.queue import count_ahead


class Helpline:
    """The child's side. Every method is safe to repeat."""

    def __init__(self, parts: Parts) -> None:
        """Take the parts a turn is made with."""
        self._parts = parts

    async def accept(self, incoming: Incoming) -> Accepted:
        """Store a child's message; see bot.accept.accept."""
        return await accept(self._parts, incoming)

    async def find(self, channel: str, address: str) -> Conversation | None:
        """Return the conversation at an address, or None."""
        return await self._parts.db.read(lambda tx: tx.conversations.find(channel, address))

    async def read(self, conversation: ConversationId, after_seq: int, limit: int = 200) -> Sequence[Message]:
        """Return messages after a number, smallest first."""
        return await self._parts.db.read(lambda tx: tx.messages.after(conversation, after_seq, limit))

    async def ahead(self, conversation: Conversation) -> int:
        """Return how many waiting children are before this one."""
        return count_ahead(conversation, await self._parts.db.read(lambda tx: tx.conversations.queue()))

    async def counsellor_name(self, conversation: Conversation) -> str | None:
        """Return the first name of the counsellor who has the conversation, or None."""
        holder = conversation.counsellor
        if conversation.state is not HandoffState.WITH_COUNSELLOR or holder is None:
            return None
        counsellor = await self._parts.db.read(lambda tx: tx.staff.load(holder))
        return counsellor.first_name if counsellor else None

    async def set_language(self, conversation: ConversationId, tag: str) -> None:
        """Switch to a language the child chose."""
        await self._command(conversation, CommandName.SET_LANGUAGE, {"language": tag})

    async def set_simple(self, conversation: ConversationId, *, on: bool) -> None:
        """Switch easy language."""
        await self._command(conversation, CommandName.SET_SIMPLE, {"on": "true" if on else "false"})

    async def set_aloud(self, conversation: ConversationId, *, on: bool) -> None:
        """Switch reading aloud."""
        await self._command(conversation, CommandName.SET_ALOUD, {"on": "true" if on else "false"})

    async def set_country(self, conversation: ConversationId, code: str) -> None:
        """Remember the child's country; say nothing."""
        await self._command(conversation, CommandName.SET_COUNTRY, {"country": code})

    async def say_numbers(self, conversation: ConversationId) -> None:
        """Say the numbers of the child's country."""
        await self._command(conversation, CommandName.LIST_NUMBERS, {})

    async def ask_person(self, conversation: ConversationId) -> None:
        """Put the conversation into the queue; nothing changes when it is there already."""
        await self._command(conversation, CommandName.HAND_OFF, {"reason": HandoffReason.ASKED.value})

    async def call_human(self, conversation: ConversationId) -> None:
        """Put the conversation into the queue because something of ours broke."""
        await self._command(conversation, CommandName.HAND_OFF, {"reason": HandoffReason.FAILURE.value})

    async def say_error(self, conversation: ConversationId, name: str, values: Mapping[str, str] | None = None) -> None:
        """Let the robot say one catalogue sentence, such as `utter_too_long`; not while a counsellor has it."""

        async def work(turn: Turn) -> None:
            await turn.confirm(Say(name, values or {}))

        await self._change(conversation, work)

    async def ask_delete(self, conversation: ConversationId) -> None:
        """Ask the child whether everything may be deleted."""

        async def work(turn: Turn) -> None:
            await turn.say(ASK_DELETE)

        await self._change(conversation, work)

    async def forget(self, conversation: ConversationId) -> None:
        """Delete everything of a conversation, at once and for good."""
        found = await self._parts.db.read(lambda tx: tx.conversations.load(conversation))
        await forget(self._parts, found)

    async def speak(self, conversation: ConversationId, seq: int, form: str, *, simple: bool | None = None) -> bytes:
        """Return the sound of one message, `mp3` or `ogg`.

        Raises:
            ConversationNotFound: No such message.
            VoiceUnavailable: No voice, or the message is the child's own.
        """
        message = await self._parts.db.read(lambda tx: tx.messages.load(conversation, seq))
        if message.sender is Sender.CHILD or message.language is None:
            raise VoiceUnavailable("own_words")
        words = spoken(self._parts.catalogue, message, simple=message.simple if simple is None else simple)
        # A note holds a counsellor's name: like a person's words, it stays on this machine.
        is_ours = message.name is not None and message.sender is Sender.ROBOT
        return await self._parts.voices.speak(words, message.language, catalogue=is_ours, form=form)

    def has_voice(self, language: str | None) -> bool:
        """Return whether a language can be heard."""
        return language is not None and self._parts.voices.has(language)

    def simpler(self, message: Message) -> ChildText | None:
        """Return the easy-language form of a robot's message, or None."""
        return simpler(self._parts.catalogue, message)

    def label(self, message: Message, button: Button) -> str:
        """Return the words on a button under a message, in that message's language and form."""
        language = message.language or self._parts.default_language
        return label(self._parts.catalogue, language, button, simple=message.simple)

    def numbers(self, country: str, language: str) -> NumbersCard:
        """Return the numbers of a country; of the helpline's own for ""."""
        code = country or self._parts.default_country
        return numbers_card(self._parts.directory, self._parts.catalogue, code, language)

    def services(self, country: str, language: str) -> Sequence[ServiceCard]:
        """Return every service of a country. Raises KeyError for a country that the directory does not have."""
        return service_cards(self._parts.directory[country], self._parts.catalogue, language)

    def is_open(self, country: str, service: ServiceCard) -> bool | None:
        """Return whether a service answers at this moment; None when its hours are not known."""
        if service.hours is None:
            return None
        return is_open_now(service.hours, self._parts.directory[country], self._parts.clock.now())

    async def _command(self, conversation: ConversationId, name: CommandName, values: Mapping[str, str]) -> None:
        """Carry out one command in a turn of its own."""

        async def work(turn: Turn) -> None:
            await carry_out(turn, Command(name, values))

        await self._change(conversation, work)

    async def _change(self, conversation: ConversationId, work: Callable[[Turn], Awaitable[None]]) -> None:
        """Run a change in one transaction and tell listeners."""
        origin, hints = f"door:{uuid.uuid4().hex}", list[Hint]()

        async def job(tx: Transaction) -> None:
            turn = Turn(self._parts, tx, await tx.conversations.load(conversation), origin)
            await work(turn)
            await turn.save()
            hints[:] = turn.hints

        await self._parts.db.write(job)
        await publish(self._parts, hints)
