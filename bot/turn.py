"""One turn's work on a conversation inside a write transaction: say, raise, hand off, then save once."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime, timedelta

from accessibility.adapt import adapt
from bot.numbers import NumbersCard, numbers_card
from bot.parts import Parts
from bot.prepared import HANDOFF
from core.conversation import Conversation, HandoffReason, HandoffState
from core.message import Delivery, Draft, Message, Say, Sender
from core.ports import Hint, Transaction
from core.risk import Assessment, Category, RiskLevel
from core.work import TimerKind, WorkKind
from handoff.moves import open_handoff, reopen
from handoff.queue import count_ahead

LATER_S, LATER_TIMES = 3600, 24
"""After the policy's last step a child hears from us once an hour, for a day.

Source: docs/adr/0009-waiting-promises.md.
"""


class Turn:
    """Changes one conversation. Everything happens in the caller's transaction; `save` is called once at the end.

    Attributes:
        conversation: As it will be saved.
        about: Number of the child's message that the turn is about, or of the newest message.
        hints: What to tell listeners after the commit.
    """

    def __init__(self, parts: Parts, tx: Transaction, conversation: Conversation, origin: str) -> None:
        """Begin.

        Args:
            parts: What a turn is made with.
            tx: The open write transaction.
            conversation: As read in this transaction.
            origin: What caused the turn, unique (`answer:17`); makes the robot's messages unrepeatable.
        """
        self.parts, self.tx, self.conversation, self.origin = parts, tx, conversation, origin
        self.now: datetime = parts.clock.now()
        self.about = conversation.last_seq
        self.hints: list[Hint] = []
        self._said = 0

    @property
    def language(self) -> str:
        """Return the language replies are in."""
        return self.conversation.language or self.parts.default_language

    @property
    def spoke(self) -> bool:
        """Return whether the robot said anything in this turn."""
        return self._said > 0

    def change(self, **fields: object) -> None:
        """Change fields of the conversation."""
        self.conversation = replace(self.conversation, **fields)  # type: ignore[arg-type]

    async def add(self, draft: Draft) -> Message:
        """Store a message; on a pushing channel, what is not the child's own is queued for delivery."""
        pushes = self.conversation.channel in self.parts.senders and draft.sender is not Sender.CHILD
        if pushes:
            draft = replace(draft, delivery=Delivery.WAITING)
        message = await self.tx.messages.add(self.conversation.id, draft, self.now)
        if pushes:
            await self.queue_work(WorkKind.DELIVER, message.seq)
        self.hints.append(Hint(f"conversation:{self.conversation.id}", "message", message.seq))
        return message

    async def say(self, say: Say, *, sender: Sender = Sender.ROBOT, play: bool = False) -> Message:
        """Store a catalogue message in the child's language and mode."""
        passport = self.conversation.passport
        adapted = adapt(self.parts.catalogue, self.language, passport, say.name, say.values)
        self._said += 1
        return await self.add(Draft(
            sender=sender, words=adapted.words, ext_key=f"{self.origin}:{self._said}", language=self.language,
            name=say.name, values=say.values, buttons=say.buttons, simple=adapted.simple,
            play=play or (passport.read_aloud and sender is Sender.ROBOT),
        ))  # fmt: skip

    async def confirm(self, say: Say) -> None:
        """Say that a wish is done, unless a counsellor has the conversation: then the robot is silent."""
        if self.conversation.state is not HandoffState.WITH_COUNSELLOR:
            await self.say(say)

    async def queue_work(self, kind: WorkKind, seq: int) -> None:
        """Add outbox work once."""
        dedupe = f"{kind.value}:{self.conversation.id}:{seq}"
        await self.tx.outbox.add(self.conversation.id, kind, seq, dedupe, self.now)
        self.hints.append(Hint("work", kind.value, seq))

    def note_risk(self, assessment: Assessment) -> bool:
        """Take over what triage says; return whether the conversation's level rose. It never falls here."""
        known = self.conversation.categories
        if assessment.category is not Category.NONE and assessment.category not in known:
            self.change(categories=(*known, assessment.category))
        rose = assessment.level > self.conversation.level
        if rose:
            self.change(level=RiskLevel(assessment.level))
        return rose

    async def hand_off(self, reason: HandoffReason) -> None:
        """Put the conversation into the queue, say so honestly, and start the waiting promises."""
        if self.conversation.state is HandoffState.CLOSED:
            self.conversation = reopen(self.conversation)
        if self.conversation.state is not HandoffState.WITH_BOT:
            return
        self.conversation = open_handoff(self.conversation, reason, self.now)
        self.change(assistant_state={})
        await self.tx.outbox.drop(self.conversation.id, WorkKind.ANSWER)
        await self.tx.timers.cancel(self.conversation.id, [TimerKind.SAFETY_QUESTION])
        await self.say(Say(HANDOFF[reason]))
        if self.conversation.level >= RiskLevel.HIGH or reason is HandoffReason.SAFETY_ANSWER:
            await self.say_numbers(urgent=True)
        if self.conversation.level < RiskLevel.HIGH:
            await self.say_place()
        await self.start_wait(1)

    async def start_wait(self, step: int) -> None:
        """Set the next "still here"; each is counted from the one before, so that they never come in a heap."""
        waits = (0, *self.parts.policy.still_here_s)
        wait_s = waits[step] - waits[step - 1] if step < len(waits) else LATER_S
        if step < len(waits) + LATER_TIMES:
            due_at = self.now + timedelta(seconds=wait_s)
            await self.tx.timers.set(self.conversation.id, TimerKind.STILL_HERE, due_at, step)

    async def say_place(self) -> None:
        """Tell the child how many are before them."""
        others = [one for one in await self.tx.conversations.queue() if one.id != self.conversation.id]
        ahead = count_ahead(self.conversation, [*others, self.conversation])
        await self.say(Say("utter_wait_place", {"ahead": str(ahead)}))

    async def expect_safety_answer(self) -> None:
        """Start the timer of an asked safety question."""
        due_at = self.now + timedelta(seconds=self.parts.policy.safety_question_wait_s)
        await self.tx.timers.set(self.conversation.id, TimerKind.SAFETY_QUESTION, due_at)

    def numbers(self) -> NumbersCard:
        """Return the numbers of the child's country, else of the helpline's."""
        code = self.conversation.country or self.parts.default_country
        return numbers_card(self.parts.directory, self.parts.catalogue, code, self.language)

    async def say_numbers(self, *, urgent: bool = False) -> None:
        """Say the numbers as they are dialled."""
        card = self.numbers()
        values: Mapping[str, str] = {"country": card.title, "list": card.text}
        name = "utter_numbers_none" if not card.lines else "utter_numbers_now" if urgent else "utter_numbers"
        await self.say(Say(name, values))

    async def save(self) -> Conversation:
        """Write the conversation; the queue's listeners hear of it."""
        self.conversation = await self.tx.conversations.save(self.conversation)
        self.hints.append(Hint(f"conversation:{self.conversation.id}", "state"))
        self.hints.append(Hint("queue", "state"))
        return self.conversation


async def publish(parts: Parts, hints: list[Hint]) -> None:
    """Tell listeners, after the commit; the same hint once."""
    for hint in dict.fromkeys(hints):
        await parts.fanout.publish(hint)
