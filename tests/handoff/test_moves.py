"""The table of moves, walked."""

from datetime import UTC, datetime, timedelta
from itertools import product

import pytest

from core.conversation import Conversation, ConversationId, CounsellorId, HandoffReason, HandoffState
from core.errors import MoveNotAllowed
from core.risk import RiskLevel
from handoff import moves
from handoff.moves import MOVES, Move
from handoff.queue import count_ahead, in_order, is_urgent

NOW = datetime(2026, 3, 1, tzinfo=UTC)
ANNA = CounsellorId("anna")
DOERS = {
    Move.OPEN: lambda one: moves.open_handoff(one, HandoffReason.ASKED, NOW),
    Move.CLAIM: lambda one: moves.claim(one, ANNA, NOW),
    Move.RENEW: lambda one: moves.renew(one, ANNA, NOW),
    Move.RELEASE: lambda one: moves.release(one, ANNA),
    Move.LAPSE: moves.lapse,
    Move.CLOSE: lambda one: moves.close(one, ANNA),
    Move.REOPEN: moves.reopen,
}


def make(state, **fields):
    """Make a conversation in a state, held by Anna."""
    return Conversation(ConversationId("c"), "web", "a", NOW, state=state, **{"counsellor": ANNA, **fields})


@pytest.mark.parametrize(("state", "move"), list(product(HandoffState, Move)))
def test_every_move_from_every_state_is_allowed_or_refused_as_the_table_says(state, move):
    """What the table lists leads where it says; all else raises."""
    if (state, move) in MOVES:
        assert DOERS[move](make(state)).state is MOVES[state, move]
    else:
        with pytest.raises(MoveNotAllowed):
            DOERS[move](make(state))


@pytest.mark.parametrize("move", [Move.RENEW, Move.RELEASE, Move.CLOSE])
def test_only_the_holder_may_move_a_claimed_conversation(move):
    """A colleague's move is refused."""
    with pytest.raises(MoveNotAllowed, match="not_yours"):
        DOERS[move](make(HandoffState.WITH_COUNSELLOR, counsellor=CounsellorId("omar")))


def test_every_state_can_be_left_and_reached():
    """No dead ends: from each state the others are within reach."""
    for start in HandoffState:
        reached = {start}
        for _ in HandoffState:
            reached |= {after for (state, _), after in MOVES.items() if state in reached}
        assert reached == set(HandoffState)


def test_the_queue_puts_danger_first_and_the_longest_wait_next():
    """Level beats waiting; waiting beats arrival."""

    def waiting(name, level, minutes):
        return Conversation(
            ConversationId(name), "web", name, NOW, state=HandoffState.WAITING, level=level,
            waiting_since=NOW - timedelta(minutes=minutes),
        )  # fmt: skip

    queue = [waiting("a", RiskLevel.NONE, 60), waiting("b", RiskLevel.HIGH, 1), waiting("c", RiskLevel.EMERGENCY, 0),
             waiting("d", RiskLevel.HIGH, 5), make(HandoffState.WITH_COUNSELLOR)]  # fmt: skip
    assert [one.id for one in in_order(queue)] == ["c", "d", "b", "a"]
    assert [count_ahead(one, queue) for one in queue] == [3, 2, 0, 1, 0]


def test_danger_and_our_own_failure_ring():
    """The console rings for high and for what Sanad could not do."""
    assert is_urgent(make(HandoffState.WAITING, level=RiskLevel.HIGH))
    assert is_urgent(make(HandoffState.WAITING, reason=HandoffReason.FAILURE))
    assert not is_urgent(make(HandoffState.WAITING, reason=HandoffReason.ASKED))
