"""What a page may send: one JSON object in one text frame. See docs/protocol.md."""

from __future__ import annotations

import json
import re
import unicodedata
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from types import MappingProxyType

from core.errors import BadPayload
from core.message import MAX_WORDS_CHARS
from core.text import ChildText

VERSION = 1
MAX_FRAME_BYTES = 32 * 1024
MAX_SEQ = 2**53 - 1
"""Largest number a browser counts exactly. Source: ECMAScript, Number.MAX_SAFE_INTEGER."""

_UUID = re.compile(r"[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}")
_SESSION = re.compile(r"[A-Za-z0-9_-]{43}")
_LINE_ENDS = re.compile("\r\n|[\r\x0b\x0c\x85\u2028\u2029]")
_HARMFUL = re.compile(
    "[\x00-\x08\x0e-\x1f\x7f-\x9f\xad\u180e\u200b\u202a-\u202e\u2060-\u206f\ufeff\ufff9-\ufffb\ufffe\uffff]"
)
_HALVES = re.compile("[\ud800-\udfff]")
_INVISIBLE = frozenset({"Cc", "Cf", "Mn", "Zs", "Zl", "Zp"})


@dataclass(frozen=True, slots=True)
class Hello:
    """First frame of every connection."""

    session: str | None
    last_seq: int
    language: str | None


@dataclass(frozen=True, slots=True)
class Words:
    """The child wrote."""

    text: ChildText


@dataclass(frozen=True, slots=True)
class TapAnswer:
    """The child pressed button *index* of message *seq*."""

    seq: int
    index: int


@dataclass(frozen=True, slots=True)
class SetLanguage:
    """The child chose a language."""

    tag: str


@dataclass(frozen=True, slots=True)
class SetMode:
    """The child switched `simple` or `aloud`."""

    mode: str
    on: bool


@dataclass(frozen=True, slots=True)
class SetCountry:
    """The child named a country."""

    code: str


@dataclass(frozen=True, slots=True)
class Simpler:
    """Message *seq* in easier words, please."""

    seq: int


@dataclass(frozen=True, slots=True)
class Numbers:
    """The numbers of a country; of the conversation's own without one."""

    country: str


@dataclass(frozen=True, slots=True)
class Plain:
    """An op without fields: `start`, `person`, `delete`."""

    op: str


Op = Hello | Words | TapAnswer | SetLanguage | SetMode | SetCountry | Simpler | Numbers | Plain
Fields = Mapping[str, object]


@dataclass(frozen=True, slots=True)
class Envelope:
    """A frame whose outside is right; what is in it is parsed by `parse_op`."""

    op: str
    uuid: str | None
    fields: Fields


def parse_envelope(frame: str) -> Envelope:
    """Return op, uuid and fields of a text frame.

    Raises:
        BadPayload: `too_large`, `not_json`, or `wrong_shape`.
    """
    if len(frame.encode("utf-8", "surrogatepass")) > MAX_FRAME_BYTES:
        raise BadPayload("too_large")
    try:
        fields = json.loads(frame)
    except (ValueError, RecursionError):
        raise BadPayload("not_json") from None
    if not isinstance(fields, dict) or not isinstance(fields.get("op"), str):
        raise BadPayload("wrong_shape")
    uuid = fields.get("uuid")
    if uuid is not None and not (isinstance(uuid, str) and _UUID.fullmatch(uuid)):
        raise BadPayload("wrong_shape")
    return Envelope(fields["op"], uuid, fields)


def parse_op(envelope: Envelope) -> Op:
    """Return what the page wants.

    Raises:
        BadPayload: `wrong_shape` (also for an unknown op), `empty`, `too_long`.
    """
    parser = _PARSERS.get(envelope.op)
    if parser is None:
        raise BadPayload("wrong_shape")
    return parser(envelope)


def is_session(value: object) -> bool:
    """Return whether *value* has the form of a session token."""
    return isinstance(value, str) and _SESSION.fullmatch(value) is not None


def clean_words(text: str) -> str:
    """Return a child's text without what cannot be seen and could mislead.

    Dropped: control characters, bidi overrides and isolates, zero-width spaces, soft hyphens, halves of surrogate
    pairs (each becomes U+FFFD). Kept: line feeds, tabs, joiners (Persian, Urdu and emoji need them) and the
    direction marks, which override nothing.
    """
    text = _LINE_ENDS.sub("\n", text)
    text = _HALVES.sub("\ufffd", text)
    return _HARMFUL.sub("", text).strip()


def parse_words(text: str) -> ChildText:
    """Return cleaned words. Raises BadPayload `empty` or `too_long`."""
    cleaned = clean_words(text)
    if all(unicodedata.category(character) in _INVISIBLE for character in cleaned):
        raise BadPayload("empty")
    if len(cleaned) > MAX_WORDS_CHARS:
        raise BadPayload("too_long")
    return ChildText(cleaned)


def _text(fields: Fields, key: str) -> str:
    """Return a string. Raises BadPayload."""
    value = fields.get(key)
    if not isinstance(value, str):
        raise BadPayload("wrong_shape")
    return value


def _number(fields: Fields, key: str) -> int:
    """Return a whole number from 0 to MAX_SEQ. Raises BadPayload."""
    value = fields.get(key)
    if isinstance(value, bool) or not isinstance(value, int) or not 0 <= value <= MAX_SEQ:
        raise BadPayload("wrong_shape")
    return value


def _switch(fields: Fields) -> bool:
    """Return `on`. Raises BadPayload."""
    value = fields.get("on")
    if not isinstance(value, bool):
        raise BadPayload("wrong_shape")
    return value


def _hello(envelope: Envelope) -> Hello:
    """Parse a hello of this version."""
    fields = envelope.fields
    session, language = fields.get("session"), fields.get("language")
    if fields.get("v") != VERSION or not isinstance(session, str | None) or not isinstance(language, str | None):
        raise BadPayload("wrong_shape")
    return Hello(session, _number(fields, "last_seq"), language)


def _words(envelope: Envelope) -> Words:
    """Parse words."""
    _need_uuid(envelope)
    return Words(parse_words(_text(envelope.fields, "text")))


def _tap(envelope: Envelope) -> TapAnswer:
    """Parse a tap."""
    _need_uuid(envelope)
    return TapAnswer(_number(envelope.fields, "seq"), _number(envelope.fields, "index"))


def _numbers(envelope: Envelope) -> Numbers:
    """Parse the wish for numbers."""
    return Numbers(_text(envelope.fields, "country") if "country" in envelope.fields else "")


def _need_uuid(envelope: Envelope) -> None:
    """Raise BadPayload unless the frame can be told from a repetition."""
    if envelope.uuid is None:
        raise BadPayload("wrong_shape")


_PARSERS: Mapping[str, Callable[[Envelope], Op]] = MappingProxyType(
    {
        "hello": _hello,
        "words": _words,
        "tap": _tap,
        "language": lambda one: SetLanguage(_text(one.fields, "tag")),
        "simple": lambda one: SetMode("simple", _switch(one.fields)),
        "aloud": lambda one: SetMode("aloud", _switch(one.fields)),
        "country": lambda one: SetCountry(_text(one.fields, "code")),
        "simpler": lambda one: Simpler(_number(one.fields, "seq")),
        "numbers": _numbers,
        "start": lambda one: Plain(one.op),
        "person": lambda one: Plain(one.op),
        "delete": lambda one: Plain(one.op),
    }
)
