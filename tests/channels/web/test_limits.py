"""One session cannot drown the others."""

from channels.web.limits import MAX_BUCKETS, Limits


def make_limits(now: list[float], burst: int = 3) -> Limits:
    """Make limits with a clock that stands at `now[0]` seconds."""
    return Limits(max_sockets=2, max_per_session=2, burst=burst, per_s=1.0, clock=lambda: now[0])


def test_take_lets_a_burst_through_then_one_a_second():
    """After the burst the wait is what is missing to the next whole frame."""
    now = [0.0]
    limits = make_limits(now)
    assert [limits.take("a") for _ in range(4)] == [0.0, 0.0, 0.0, 1.0]
    now[0] = 0.25
    assert limits.take("a") == 0.75
    now[0] = 1.0
    assert limits.take("a") == 0.0


def test_take_meters_each_session_by_itself():
    """A child is not slowed by another one."""
    limits = make_limits([0.0], burst=1)
    limits.take("loud")
    assert limits.take("loud") > 0
    assert limits.take("quiet") == 0.0


def test_take_forgets_the_oldest_sessions():
    """Memory stays bounded however many sessions knock."""
    limits = make_limits([0.0], burst=1)
    for number in range(MAX_BUCKETS + 1):
        limits.take(str(number))
    assert limits.take("0") == 0.0
    assert limits.take(str(MAX_BUCKETS)) > 0


def test_knock_refuses_when_the_house_is_full():
    """Connections that have not said hello count too, and leaving makes room."""
    limits = make_limits([0.0])
    assert limits.knock()
    assert limits.enter("a")
    assert not limits.knock()
    limits.unknock()
    limits.leave("a")
    assert limits.knock()


def test_enter_refuses_a_third_window_of_one_session():
    """The cap is per session."""
    limits = make_limits([0.0])
    assert [limits.enter("a"), limits.enter("a"), limits.enter("a")] == [True, True, False]
    limits.leave("a")
    assert limits.enter("a")
