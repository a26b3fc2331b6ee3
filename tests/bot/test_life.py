"""A conversation's life in any order: child, robot, counsellors, time and crashes; no promise is broken on the way."""

import asyncio
import secrets
import tempfile
from pathlib import Path

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from core.conversation import HandoffState
from core.errors import MoveNotAllowed
from core.message import Sender
from core.text import ChildText
from core.work import TimerKind, WorkKind
from storage.database import open_database
from tests.factories import make_helpline

CALM = st.sampled_from(["hello there", "i like football", "thank you", "what is your name"])
DANGER = st.sampled_from(["my dad beats me every night with his belt", "i want to kill myself tonight"])


class Life(RuleBasedStateMachine):
    """One child, two counsellors."""

    @initialize()
    def begin(self):
        """Open a helpline on an empty file."""
        self.loop = asyncio.new_event_loop()
        self.folder = tempfile.TemporaryDirectory()
        url = f"sqlite:///{Path(self.folder.name) / 'life.sqlite3'}"
        self.line = make_helpline(self.run(open_database(url, secrets.token_bytes(32))))
        self.staff = [self.run(self.line.hire("Mariam")), self.run(self.line.hire("Omar"))]
        self.written: list[str] = []
        self.level = 0
        self.said_while_owned: int | None = None

    def run(self, coroutine):
        """Wait for a coroutine."""
        return self.loop.run_until_complete(coroutine)

    def find(self):
        """Return the conversation, or None before the first word."""
        return self.run(self.line.child.find("web", "child-1"))

    @rule(text=st.one_of(CALM, DANGER))
    def child_writes(self, text):
        """The child writes something, calm or not."""
        self.run(self.line.write(text))
        self.written.append(text)

    @rule()
    def child_asks_for_a_person(self):
        """The child presses the button."""
        if found := self.find():
            self.run(self.line.child.ask_person(found.id))

    @rule(down=st.booleans())
    def robot_works(self, down):
        """Work is done, with or without the assistant."""
        self.line.assistant.down = "refused" if down else None
        self.run(self.line.work())

    @rule()
    def worker_dies(self):
        """A worker claims and is never heard of again; its lease runs out."""
        now = self.line.clock.now()
        self.run(self.line.parts.db.write(lambda tx: tx.outbox.claim([WorkKind.ANSWER], now, 5.0, 1)))
        self.line.clock.turn(6)

    @rule(who=st.integers(0, 1), act=st.sampled_from(["claim", "renew", "release"]))
    def counsellor_moves(self, who, act):
        """A counsellor tries a move; it is done or refused."""
        if found := self.find():
            try:
                self.run(getattr(self.line.desk, act)(self.staff[who], found.id))
            except MoveNotAllowed:
                assert found.state is not HandoffState.WAITING or act != "claim"

    @rule(who=st.integers(0, 1))
    def counsellor_writes(self, who):
        """A counsellor writes; it is refused unless the conversation is theirs."""
        if found := self.find():
            holds = found.state is HandoffState.WITH_COUNSELLOR and found.counsellor == self.staff[who].id
            try:
                self.run(self.line.desk.send(self.staff[who], found.id, ChildText("I am here."), secrets.token_hex(8)))
                assert holds
            except MoveNotAllowed:
                assert not holds

    @rule(who=st.integers(0, 1))
    def counsellor_closes(self, who):
        """A counsellor ends it, or may not."""
        if found := self.find():
            try:
                self.run(self.line.desk.close(self.staff[who], found.id, "helped"))
            except MoveNotAllowed:
                assert found.counsellor != self.staff[who].id or found.state is not HandoffState.WITH_COUNSELLOR

    @rule(seconds=st.sampled_from([1, 20, 61, 130, 700]))
    def time_passes(self, seconds):
        """Time passes and timers fire."""
        self.run(self.line.wait(seconds))

    @invariant()
    def nothing_is_lost_and_numbers_have_no_gaps(self):
        """Every word of the child is there once, in order."""
        if self.written and (found := self.find()):
            messages = self.run(self.line.child.read(found.id, 0, 1000))
            assert [one.seq for one in messages] == list(range(1, len(messages) + 1))
            assert [one.words.reveal() for one in messages if one.sender is Sender.CHILD] == self.written

    @invariant()
    def the_level_never_falls(self):
        """Whatever happens, the level stays or rises."""
        if self.written and (found := self.find()):
            assert found.level >= self.level
            self.level = found.level

    @invariant()
    def the_robot_is_silent_while_a_human_has_the_conversation(self):
        """From the claim on, no robot message is added."""
        if not self.written or (found := self.find()) is None or found.state is not HandoffState.WITH_COUNSELLOR:
            self.said_while_owned = None
            return
        messages = self.run(self.line.child.read(found.id, 0, 1000))
        said = sum(one.sender is Sender.ROBOT for one in messages)
        assert self.said_while_owned in (None, said)
        self.said_while_owned = said

    @invariant()
    def nobody_waits_without_a_promise(self):
        """A waiting child has a timer, or has heard every promise; a claimed one has a lease that ends."""
        if not self.written or (found := self.find()) is None:
            return
        far = self.line.clock.now().replace(year=2099)
        kinds = {one.kind for one in self.run(self.line.parts.db.read(lambda tx: tx.timers.due(far)))}
        if found.state is HandoffState.WITH_COUNSELLOR:
            assert TimerKind.LEASE in kinds
        if found.state is HandoffState.WAITING and TimerKind.STILL_HERE not in kinds:
            heard = self.run(self.line.names(found.id)).count("utter_still_here_numbers")
            assert heard >= 1

    def teardown(self):
        """Close everything."""
        if hasattr(self, "loop"):
            self.run(self.line.parts.db.close())
            self.loop.close()
            self.folder.cleanup()


TestLife = Life.TestCase
TestLife.settings = settings(
    max_examples=40, stateful_step_count=25, deadline=None, suppress_health_check=list(HealthCheck)
)
