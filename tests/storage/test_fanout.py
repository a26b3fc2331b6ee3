"""The contract of core.ports.Fanout, in one process and through Redis, and what Redis may do to it."""

import asyncio
import time

import pytest
import pytest_asyncio
from redis.asyncio import Redis

from core.errors import SettingsError
from core.ports import Hint
from storage.fanout import LocalFanout, RedisFanout, open_fanout
from tests.servers import free_port, run_redis

WAIT_S = 10.0


@pytest_asyncio.fixture(params=["local", "redis"])
async def fanout(request):
    """A fan-out of each kind."""
    opened = await open_fanout(request.getfixturevalue("redis").url if request.param == "redis" else None)
    yield opened
    await opened.close()


async def read(hints, count=1):
    """Return the next hints."""
    async with asyncio.timeout(WAIT_S):
        return [await anext(hints) for _ in range(count)]


async def test_hints_reach_everyone_who_listens_to_their_topic(fanout):
    """Each listener gets the hints of its topics, in order, and no others."""
    async with fanout.subscribe("conversation:a", "queue") as both, fanout.subscribe("queue") as queue:
        for hint in (
            Hint("conversation:b", "message", 9),
            Hint("conversation:a", "message", 1),
            Hint("queue", "state"),
        ):
            await fanout.publish(hint)
        assert await read(both, 2) == [Hint("conversation:a", "message", 1), Hint("queue", "state")]
        assert await read(queue) == [Hint("queue", "state")]


async def test_a_slow_reader_keeps_the_newest_hundred(fanout):
    """Of 250 hints that nobody read, the last 100 are there."""
    async with fanout.subscribe("queue") as hints:
        for seq in range(250):
            await fanout.publish(Hint("queue", "state", seq))
        assert [hint.seq for hint in await read(hints, 100)] == list(range(150, 250))


async def test_publishing_to_nobody_is_fine(fanout):
    """A hint without listeners vanishes; who comes later does not get it."""
    await fanout.publish(Hint("queue", "state", 1))
    async with fanout.subscribe("queue") as hints:
        await fanout.publish(Hint("queue", "state", 2))
        assert (await read(hints))[0].seq == 2


async def test_closing_ends_subscriptions(fanout):
    """A reader who waits is let go when the fan-out closes."""
    async with fanout.subscribe("queue") as hints:
        waiting = asyncio.create_task(anext(hints, None))
        await asyncio.sleep(0)
        await fanout.close()
        async with asyncio.timeout(WAIT_S):
            assert await waiting is None


async def test_leaving_the_context_forgets_the_listener():
    """A closed subscription leaves nothing behind that hints pile up in."""
    fanout = LocalFanout()
    async with fanout.subscribe("conversation:a"):
        assert set(fanout._listeners) == {"conversation:a"}
    assert not fanout._listeners


async def test_replicas_hear_each_other_once(redis):
    """What one process publishes, another hears, and itself only once."""
    one, two = await open_fanout(redis.url), await open_fanout(redis.url)
    async with one.subscribe("queue") as at_one, two.subscribe("queue") as at_two:
        for seq in range(3):
            await one.publish(Hint("queue", "state", seq))
        assert [hint.seq for hint in await read(at_two, 3)] == [0, 1, 2]
        await two.publish(Hint("queue", "state", 3))
        assert [hint.seq for hint in await read(at_one, 4)] == [0, 1, 2, 3]
    await one.close()
    await two.close()


async def test_a_stranger_on_the_channel_does_no_harm(redis):
    """Messages on our channel that are none of ours are passed over."""
    fanout, stranger = await open_fanout(redis.url), Redis.from_url(redis.url)
    async with fanout.subscribe("queue") as hints:
        for data in (b"\xff\xfe", "5", "[1]", "{", '["x","queue","state",7]'):
            await stranger.publish("sanad:hints", data)
        assert await read(hints) == [Hint("queue", "state", 7)]
    await stranger.aclose()
    await fanout.close()


async def test_hints_go_on_after_redis_comes_back():
    """While Redis is away publishing neither fails nor waits and the own process hears; later the others do again."""
    with run_redis() as server:
        one, two = await open_fanout(server.url), await open_fanout(server.url)
        async with one.subscribe("queue") as at_one, two.subscribe("queue") as at_two:
            server.stop()
            started = time.monotonic()
            await one.publish(Hint("queue", "state", 1))
            assert time.monotonic() - started < 0.1
            assert (await read(at_one))[0].seq == 1
            server.start()
            assert await heard_again(one, at_two)
        await one.close()
        await two.close()


async def test_a_hanging_redis_holds_up_nobody():
    """With a Redis that accepts and never answers, a hundred hints are published at once."""
    with run_redis() as server:
        fanout = await open_fanout(server.url)
        server.freeze()
        try:
            started = time.monotonic()
            for seq in range(100):
                await fanout.publish(Hint("queue", "state", seq))
            assert time.monotonic() - started < 0.1
        finally:
            server.thaw()
        await fanout.close()


async def test_a_missing_redis_does_not_stop_the_start():
    """Opening without a Redis gives a fan-out for this process; a URL of something else is refused."""
    fanout = await open_fanout(f"redis://127.0.0.1:{free_port()}/0")
    assert isinstance(fanout, RedisFanout)
    async with fanout.subscribe("queue") as hints:
        await fanout.publish(Hint("queue", "state", 1))
        assert (await read(hints))[0].seq == 1
    await fanout.close()
    with pytest.raises(SettingsError):
        await open_fanout("http://127.0.0.1/")


async def heard_again(sender, hints) -> bool:
    """Publish until a hint arrives at the other process."""
    arriving = asyncio.create_task(read(hints))
    for _ in range(int(WAIT_S / 0.1)):
        await sender.publish(Hint("queue", "state", 2))
        if arriving in (await asyncio.wait([arriving], timeout=0.1))[0]:
            return bool(arriving.result())
    return False
