"""What a frame from a page makes the helpline do, and what the page gets back at once."""

from __future__ import annotations

from channels.web.frames import KEY, Frame
from channels.web.options import WebParts
from channels.web.payloads import (
    Hello,
    Numbers,
    Op,
    Plain,
    SetCountry,
    SetLanguage,
    SetMode,
    Simpler,
    TapAnswer,
    Words,
)
from core.conversation import Conversation
from core.errors import BadPayload
from core.message import Incoming, Kind, Message, Tap
from core.text import ChildText

CHANNEL = "web"


class Acts:
    """The acts of one session. Each may be repeated with the same uuid and then changes nothing."""

    def __init__(self, parts: WebParts, address: str, language: str) -> None:
        """Take the session's address and the language its page is in."""
        self._parts, self._address, self._language = parts, address, language

    async def find(self) -> Conversation | None:
        """Return the session's conversation, or None before the child's first act and after its deletion."""
        return await self._parts.helpline.find(CHANNEL, self._address)

    async def do(self, op: Op, uuid: str | None) -> Frame | None:
        """Carry out one op and return the frame that answers it; None when there is nothing to add.

        Raises:
            BadPayload: The op cannot be done: `unknown_tap`, `unknown_message`, `wrong_shape`.
            StorageDown: Nothing was stored.
        """
        match op:
            case Words(text=text):
                return await self._accept(Kind.WORDS, uuid, text=text)
            case TapAnswer(seq=seq, index=index):
                return await self._accept(Kind.TAP, uuid, tap=Tap(seq, index))
            case Simpler(seq=seq):
                return await self._simpler(seq)
            case Numbers(country=country):
                return await self._numbers(country)
            case Plain(op="delete"):
                return await self._delete()
            case Hello():
                raise BadPayload("wrong_shape")
            case _:
                await self._settle(op)
                return {"op": "ack", "uuid": uuid} if uuid else None

    async def _accept(
        self, kind: Kind, uuid: str | None, text: ChildText | None = None, tap: Tap | None = None
    ) -> Frame:
        """Store what the child said; the acknowledgement is a promise that it is stored."""
        accepted = await self._parts.helpline.accept(Incoming(
            channel=CHANNEL, address=self._address, ext_key=f"{KEY}{uuid}", kind=kind,
            words=text or ChildText(""), tap=tap, language_hint=self._language,
        ))  # fmt: skip
        return {"op": "ack", "uuid": uuid, "seq": accepted.message.seq if accepted.message else 0}

    async def _start(self) -> Conversation:
        """Return the conversation; make it, with the robot's welcome, if there is none yet."""
        found = await self.find()
        if found is not None:
            return found
        accepted = await self._parts.helpline.accept(Incoming(
            channel=CHANNEL, address=self._address, ext_key=f"{KEY}start", kind=Kind.START,
            language_hint=self._language,
        ))  # fmt: skip
        return accepted.conversation

    async def _settle(self, op: Op) -> None:
        """Change how the child wants it, unless it is so already: a repeated frame must not speak twice."""
        now = await self._start()
        match op:
            case SetLanguage(tag=tag):
                await self._set_language(now, tag)
            case SetMode(mode=mode, on=on):
                await self._set_mode(now, mode, on=on)
            case SetCountry(code=code):
                self._check_country(code)
                await self._parts.helpline.set_country(now.id, code)
            case Plain(op="person"):
                await self._parts.helpline.ask_person(now.id)

    async def _set_language(self, now: Conversation, tag: str) -> None:
        """Switch the language the child chose."""
        if tag not in self._parts.languages:
            raise BadPayload("wrong_shape")
        if (now.language, now.language_chosen) != (tag, True):
            await self._parts.helpline.set_language(now.id, tag)

    async def _set_mode(self, now: Conversation, mode: str, *, on: bool) -> None:
        """Switch easy words or reading aloud."""
        if mode == "simple" and now.passport.simple_words is not on:
            await self._parts.helpline.set_simple(now.id, on=on)
        elif mode == "aloud" and now.passport.read_aloud is not on:
            await self._parts.helpline.set_aloud(now.id, on=on)

    def _check_country(self, code: str) -> None:
        """Raise BadPayload for a country whose numbers we do not have."""
        if code not in self._parts.options.countries:
            raise BadPayload("wrong_shape")

    async def _message(self, seq: int) -> Message:
        """Return one message of this session. Raises BadPayload `unknown_message`."""
        conversation = await self.find()
        found = await self._parts.helpline.read(conversation.id, seq - 1, 1) if conversation else ()
        if not found or found[0].seq != seq:
            raise BadPayload("unknown_message")
        return found[0]

    async def _simpler(self, seq: int) -> Frame:
        """Return a message in easier words."""
        message = await self._message(seq)
        simpler = self._parts.helpline.simpler(message)
        if simpler is None:
            raise BadPayload("unknown_message")
        return {"op": "simpler", "seq": seq, "text": simpler.reveal(), "lang": message.language}

    async def _numbers(self, country: str) -> Frame:
        """Return a card of numbers in the conversation's language."""
        if country:
            self._check_country(country)
        conversation = await self.find()
        tag = self._parts.offered(conversation.language) if conversation else None
        code = country or (conversation.country if conversation else None) or ""
        card = self._parts.helpline.numbers(code, tag or self._language)
        lines = [{"label": line.label, "dial": line.dial, "kind": line.kind} for line in card.lines]
        return {"op": "numbers", "country": card.country, "title": card.title, "lines": lines}

    async def _delete(self) -> Frame | None:
        """Forget the conversation; its open pages, this one too, then get `erased`."""
        conversation = await self.find()
        if conversation is None:
            return {"op": "erased"}
        await self._parts.helpline.forget(conversation.id)
        return None
