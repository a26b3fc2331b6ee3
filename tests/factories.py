"""A helpline for tests: real storage, catalogue and triage; a clock that is turned, an assistant that is told."""

from __future__ import annotations

import itertools
from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta

from bot.answer import answer
from bot.deliver import deliver, erase
from bot.desk import Desk
from bot.helpline import Helpline
from bot.parts import Parts
from bot.timers import fire_due
from core.conversation import CounsellorId
from core.errors import AssistantDown, VoiceUnavailable
from core.message import AssistantReply, Incoming, Kind, Say, Tap
from core.ports import AssistantRequest, Database, Sender
from core.staff import Counsellor, Role
from core.text import ChildText
from core.work import WorkKind
from languages.catalogue import Catalogue
from languages.directory import load_directory
from languages.registry import usable_languages
from storage.fanout import LocalFanout
from triage.engine import Triage
from triage.policy import load_policy

LANGUAGES = usable_languages()
CATALOGUE = Catalogue(LANGUAGES)
DIRECTORY = load_directory()
TRIAGE = Triage()
POLICY = load_policy()
_numbers = itertools.count(1)
_DOERS = {WorkKind.ANSWER: answer, WorkKind.DELIVER: deliver, WorkKind.ERASE: erase}


class TurnedClock:
    """Stands still until a test turns it."""

    def __init__(self) -> None:
        self.time = datetime(2026, 3, 1, 12, 0, tzinfo=UTC)

    def now(self) -> datetime:
        return self.time

    def turn(self, seconds: float) -> None:
        self.time += timedelta(seconds=seconds)


class ToldAssistant:
    """Answers what it was told; `down` makes it fail."""

    def __init__(self) -> None:
        self.reply_with = AssistantReply((Say("utter_greet"),))
        self.down: str | None = None
        self.asked: list[AssistantRequest] = []

    async def reply(self, request: AssistantRequest) -> AssistantReply:
        self.asked.append(request)
        if self.down:
            raise AssistantDown(self.down)
        return self.reply_with


class QuietVoices:
    """Has a voice for every language but Urdu; says `sound`."""

    def has(self, language: str) -> bool:
        return language in LANGUAGES and language != "ur"

    async def speak(self, words: ChildText, language: str, *, catalogue: bool, form: str) -> bytes:
        if not self.has(language):
            raise VoiceUnavailable(language)
        return b"sound"

    async def close(self) -> None:
        pass


@dataclass
class TestHelpline:
    """All doors of one helpline under test."""

    __test__ = False
    parts: Parts
    clock: TurnedClock
    assistant: ToldAssistant
    senders: dict[str, Sender] = field(default_factory=dict)

    @property
    def child(self) -> Helpline:
        return Helpline(self.parts)

    @property
    def desk(self) -> Desk:
        return Desk(self.parts)

    async def write(self, text: str, *, address: str = "child-1", channel: str = "web", key: str | None = None):
        """Let a child write *text*."""
        return await self.child.accept(words(text, address=address, channel=channel, key=key))

    async def tap(self, seq: int, index: int, *, address: str = "child-1"):
        """Let a child press a button."""
        key = f"web:{next(_numbers)}"
        return await self.child.accept(Incoming("web", address, key, Kind.TAP, tap=Tap(seq, index)))

    async def work(self, lease_s: float = 30.0) -> int:
        """Do all work that is due; return how many pieces."""
        done = 0
        while claimed := await self.parts.db.write(
            lambda tx: tx.outbox.claim(list(WorkKind), self.clock.now(), lease_s, 32)
        ):
            for piece in claimed:
                await _DOERS[piece.kind](self.parts, piece)
                done += 1
        return done

    async def wait(self, seconds: float) -> int:
        """Let time pass and fire what is due."""
        self.clock.turn(seconds)
        return await fire_due(self.parts)

    async def names(self, conversation: str) -> list[str]:
        """Return the catalogue ids of what the robot said, in order."""
        return [one.name for one in await self.child.read(conversation, 0) if one.name]

    async def texts(self, conversation: str) -> list[str]:
        """Return all words of a conversation, in order."""
        return [one.words.reveal() for one in await self.child.read(conversation, 0)]

    async def hire(self, first_name: str = "Mariam", role: Role = Role.COUNSELLOR) -> Counsellor:
        """Add a member of staff."""
        login = f"{first_name.lower()}{next(_numbers)}"
        one = Counsellor(CounsellorId(login), login, first_name, role, "hash", "SECRET")
        await self.parts.db.write(lambda tx: tx.staff.add(one))
        return one


def words(text: str, *, address: str = "child-1", channel: str = "web", key: str | None = None) -> Incoming:
    """Make a child's message."""
    return Incoming(channel, address, key or f"{channel}:{next(_numbers)}", words=ChildText(text))


def make_helpline(db: Database, settings: Mapping[str, str] | None = None) -> TestHelpline:
    """Make a helpline on a database."""
    clock, assistant, senders = TurnedClock(), ToldAssistant(), dict[str, Sender]()
    parts = Parts(
        db=db, fanout=LocalFanout(), clock=clock, assistant=assistant, voices=QuietVoices(), assess=TRIAGE.assess,
        policy=POLICY, catalogue=CATALOGUE, languages=LANGUAGES, directory=DIRECTORY, default_language="en",
        default_country="JO", senders=senders, **(settings or {}),
    )  # fmt: skip
    return TestHelpline(parts, clock, assistant, senders)
