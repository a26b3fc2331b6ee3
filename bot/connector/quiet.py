"""Which of Rasa's loggers may speak, fixed in code, so that no command line and no file can forget it."""

from __future__ import annotations

import logging
from types import MappingProxyType

LEVELS = MappingProxyType(
    {
        "rasa": logging.WARNING,
        "rasa.core.channels": logging.CRITICAL,
        "rasa.core.processor": logging.ERROR,
        "rasa.core.actions": logging.ERROR,
        "rasa.core.nlg": logging.ERROR,
        "rasa.core.tracker_store": logging.ERROR,
        "rasa.engine": logging.ERROR,
        "rasa.nlu": logging.ERROR,
        "rasa.shared.core": logging.ERROR,
        "rasa.shared.nlu": logging.ERROR,
        "sanic.access": logging.CRITICAL,
        "aiohttp": logging.WARNING,
    }
)
"""Least level by logger. `rasa.core.channels` writes a message's text at ERROR; the others at DEBUG, where a word could
be in a slot, an event or a message's representation."""


def keep_quiet() -> None:
    """Fix the levels, whatever was asked for on the command line (also `--debug`)."""
    for name, level in LEVELS.items():
        logging.getLogger(name).setLevel(level)
    for name in list(logging.root.manager.loggerDict):
        parent = next((one for one in LEVELS if name.startswith(f"{one}.") and one != "rasa"), None)
        if parent and name not in LEVELS:
            logging.getLogger(name).setLevel(LEVELS[parent])
