"""Every channel passes the same table of cases; a new channel without a driver fails here."""

import importlib

import pytest

from languages.registry import ROOT
from tests.channels.contract import ABILITIES, CALM, CASES, DANGER

CHANNELS = sorted(one.parent.name for one in (ROOT / "channels").glob("*/__init__.py"))


def driver_of(channel):
    """Return the module that drives a channel."""
    return importlib.import_module(f"tests.channels.{channel}.driver")


@pytest.mark.parametrize("channel", CHANNELS)
def test_a_channel_has_a_driver_that_says_what_it_can(channel):
    """Abilities are those the table knows."""
    assert driver_of(channel).CAN <= ABILITIES


def test_every_ability_is_driven_by_some_channel():
    """No case of the table is there for nobody."""
    assert frozenset().union(*(driver_of(one).CAN for one in CHANNELS)) == ABILITIES


@pytest.mark.parametrize("case", CASES, ids=lambda case: case.label)
@pytest.mark.parametrize("channel", CHANNELS)
async def test_a_channel_passes_the_case(channel, case, tmp_path, caplog):
    """The case holds, and no record that is shown holds the child's words."""
    module = driver_of(channel)
    if case.needs and case.needs not in module.CAN:
        return
    async with module.open_driver(tmp_path) as driver:
        await case.run(driver)
    shown = [one.getMessage() for one in caplog.records]
    assert not any(CALM in one or DANGER in one for one in shown)
