"""Settings: environment only, typed, and a bad one stops the start with a sentence that says what to do."""

from __future__ import annotations

import os
import re
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, fields
from pathlib import Path
from typing import Any
from zoneinfo import available_timezones

from core.errors import SettingsError
from languages.registry import ROOT, usable_languages


def _text(value: str) -> str:
    """Take any text."""
    return value


def _port(value: str) -> int:
    """Take a port."""
    if not value.isdecimal() or not 1 <= int(value) <= 65535:
        raise ValueError("must be a port between 1 and 65535")
    return int(value)


def _flag(value: str) -> bool:
    """Take yes or no."""
    if value not in ("yes", "no"):
        raise ValueError("must be yes or no")
    return value == "yes"


def _seconds(value: str) -> float:
    """Take a positive number of seconds."""
    try:
        number = float(value)
    except ValueError:
        number = 0.0
    if not 0 < number <= 3600:
        raise ValueError("must be a number of seconds between 0 and 3600")
    return number


def _patience(value: str) -> float:
    """Take the seconds a child's message may wait for Rasa: far below the lease of the work (bot/worker.py)."""
    try:
        number = float(value)
    except ValueError:
        number = 0.0
    if not 0 < number <= 10:
        raise ValueError("must be a number of seconds between 0 and 10")
    return number


def _folder(value: str) -> Path:
    """Take a folder; a relative one is inside the installation."""
    return (ROOT / value).resolve()


def _language(value: str) -> str:
    """Take the tag of a usable language."""
    if value not in usable_languages():
        raise ValueError(f"must be one of {', '.join(usable_languages())}")
    return value


def _country(value: str) -> str:
    """Take a two-letter country code, or nothing."""
    if value and not re.fullmatch(r"[A-Z]{2}", value):
        raise ValueError("must be a two-letter country code such as JO, or empty")
    return value


def _url(value: str) -> str:
    """Take an http or https address, or nothing."""
    if value and not re.fullmatch(r"https?://[^\s/]+(/\S*)?", value):
        raise ValueError("must be an address that begins with http:// or https://, or empty")
    return value.rstrip("/")


def _database(value: str) -> str:
    """Take a database address, or nothing for the embedded one."""
    if value and not value.startswith(("postgresql://", "sqlite:///")):
        raise ValueError("must begin with postgresql:// or sqlite:///, or be empty for the embedded database")
    return value


def _redis(value: str) -> str:
    """Take a Redis address, or nothing."""
    if value and not value.startswith(("redis://", "rediss://", "unix://")):
        raise ValueError("must begin with redis://, rediss:// or unix://, or be empty")
    return value


def _timezone(value: str) -> str:
    """Take the name of a time zone."""
    if value not in available_timezones():
        raise ValueError("must be the name of a time zone such as Asia/Amman")
    return value


def _setting(default: str, parse: Callable[[str], object], meaning: str) -> Any:
    """Declare a setting: its default as it would be written, how to read it, what it means."""
    return field(default=parse(default), metadata={"default": default, "parse": parse, "help": meaning})


@dataclass(frozen=True)
class Settings:
    """Everything an operator can set, as `SANAD_<NAME>` in the environment; secrets also as `SANAD_<NAME>_FILE`."""

    host: str = _setting("127.0.0.1", _text, "address the service listens on")
    port: int = _setting("8080", _port, "port of the child's page and the console")
    public_url: str = _setting("", _url, "https address the world reaches this helpline at; empty on one machine")
    rasa_port: int = _setting("5005", _port, "loopback port of Rasa")
    actions_port: int = _setting("5055", _port, "loopback port of the action server")
    var: Path = _setting("var", _folder, "folder for the database, keys, the model and the voice cache")
    database_url: str = _setting("", _database, "postgresql://... ; empty for the embedded SQLite in the var folder")
    redis_url: str = _setting("", _redis, "redis://... when several services run side by side; else empty")
    language: str = _setting("ar", _language, "language used when nothing is known of the child")
    country: str = _setting("", _country, "two-letter code of the helpline's own country, for numbers")
    timezone: str = _setting("UTC", _timezone, "where the counsellors are, for hours in the console: Asia/Amman")
    leave_url: str = _setting("https://www.wikipedia.org", _url, "neutral page that quick exit goes to")
    frame_ancestors: str = _setting("'none'", _text, "who may show the child's page in a frame (CSP source list)")
    telegram_token: str = _setting("", _text, "token of the Telegram bot; empty: no Telegram")
    telegram_api: str = _setting("https://api.telegram.org", _url, "address of the Bot API server")
    online_voice: bool = _setting(
        "no", _flag, "yes lets gTTS speak the helpline's own fixed sentences (they go to Google)"
    )
    assistant_timeout_s: float = _setting(
        "2", _patience, "seconds the service waits for Rasa before the prepared sentence"
    )
    start_timeout_s: float = _setting("120", _seconds, "seconds the supervisor waits until all parts are ready")

    @property
    def address(self) -> str:
        """Return where people reach the helpline."""
        return self.public_url or f"http://{self.host}:{self.port}"


SECRETS = frozenset({"telegram_token", "database_url", "redis_url"})


PRIVATE = frozenset({"SANAD_RASA_SECRET", "SANAD_ACTIONS_URL"})
"""Set by the supervisor for the processes it starts; not for operators."""


def load_settings(environment: Mapping[str, str] = os.environ) -> Settings:
    """Read the settings.

    Raises:
        SettingsError: A name is unknown or a value is wrong; the sentence names it and says what to do.
    """
    known = {f"SANAD_{one.name.upper()}": one for one in fields(Settings)}
    allowed = set(known) | {f"SANAD_{name.upper()}_FILE" for name in SECRETS} | PRIVATE
    for name in environment:
        if name.startswith("SANAD_") and name not in allowed:
            raise SettingsError(f"{name} is not a setting. Remove it, or look up its name in docs/settings.md.")
    values: dict[str, object] = {}
    for name, one in known.items():
        text = _value(environment, name)
        if text is None:
            continue
        try:
            values[one.name] = one.metadata["parse"](text)
        except ValueError as error:
            raise SettingsError(f"{name} {error}. Change it and start again.") from None
    return Settings(**values)  # type: ignore[arg-type]


def _value(environment: Mapping[str, str], name: str) -> str | None:
    """Return a setting's text, from the environment or the file it names; None when it is not set."""
    file = environment.get(f"{name}_FILE")
    if file is None:
        return environment.get(name)
    try:
        return Path(file).read_text(encoding="utf-8").strip()
    except (OSError, UnicodeDecodeError) as error:
        raise SettingsError(
            f"{name}_FILE cannot be read ({type(error).__name__}). Check the path and its rights."
        ) from None


def describe() -> str:
    """Return docs/settings.md's table."""
    lines = ["| setting | default | meaning |", "|---|---|---|"]
    for one in fields(Settings):
        secret = " (also `…_FILE`)" if one.name in SECRETS else ""
        default = one.metadata["default"] or "empty"
        lines.append(f"| `SANAD_{one.name.upper()}`{secret} | {default} | {one.metadata['help']} |")
    return "\n".join(lines)
