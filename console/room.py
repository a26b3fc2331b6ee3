"""What every page of the console is made with."""

from __future__ import annotations

from dataclasses import dataclass

from bot.desk import Desk
from console.live import Lines
from console.options import ConsoleOptions
from console.pages import Pages
from console.sessions import Sessions
from core.ports import Database


@dataclass(frozen=True)
class Room:
    """The parts of the console, put together once by console/app.py."""

    desk: Desk
    db: Database
    pages: Pages
    sessions: Sessions
    lines: Lines
    options: ConsoleOptions
