"""What the server sends to a page: one JSON object in one text frame. See docs/protocol.md."""

from __future__ import annotations

import json
from collections.abc import Mapping

from channels.web.options import WebParts
from channels.web.texts import Texts
from core.conversation import Conversation, HandoffState
from core.errors import BadPayload
from core.message import Message, Sender

KEY = "web:"
"""What stands before the client's uuid in a message's ext_key."""
STATES: Mapping[HandoffState, str] = {
    HandoffState.WITH_BOT: "robot",
    HandoffState.WAITING: "waiting",
    HandoffState.WITH_COUNSELLOR: "person",
    HandoffState.CLOSED: "closed",
}
ERRORS: Mapping[str, str] = {
    "empty": "page_error_empty",
    "too_long": "page_error_too_long",
    "too_large": "page_error_too_large",
    "not_json": "page_error_wrong_shape",
    "not_utf8": "page_error_wrong_shape",
    "wrong_shape": "page_error_wrong_shape",
    "future_seq": "page_error_future_seq",
    "unknown_tap": "page_error_unknown_tap",
    "unknown_message": "page_error_wrong_shape",
    "too_many": "page_error_too_many",
    "too_many_windows": "page_error_too_many_windows",
    "down": "page_error_down",
}
"""Catalogue sentence for each error code a page can get."""

Frame = dict[str, object]


def to_text(frame: Frame) -> str:
    """Return a frame as JSON. Half surrogates cannot occur: words are cleaned on the way in."""
    return json.dumps(frame, ensure_ascii=False, separators=(",", ":"))


def message_frame(parts: WebParts, message: Message, language: str) -> Frame:
    """Return one message as a page shows it."""
    tag = message.language if message.language is not None and message.language in parts.languages else language
    frame: Frame = {
        "op": "message",
        "seq": message.seq,
        "from": message.sender.value,
        "kind": message.kind.value,
        "text": message.words.reveal(),
        "lang": tag,
        "dir": parts.languages[tag].direction,
        "at": message.at.isoformat() if message.at else None,
        "buttons": [
            {"index": index, "label": parts.helpline.label(message, button), "quiet": button.quiet}
            for index, button in enumerate(message.buttons)
        ],
    }
    if message.sender is Sender.CHILD:
        return {**frame, "uuid": message.ext_key.removeprefix(KEY)}
    frame["simpler"] = parts.helpline.simpler(message) is not None
    frame["voice"] = message.sender is not Sender.NOTE and parts.helpline.has_voice(tag)
    frame["play"] = message.play
    if message.name is not None:
        frame["name"] = message.name
    if message.author is not None:
        frame["author"] = message.author
    return frame


def state_fields(
    parts: WebParts, conversation: Conversation | None, language: str, *, ahead: int = 0, name: str | None = None
) -> Frame:
    """Return who has the conversation and how the child wants it, with the words that say so.

    Args:
        parts: What the channel works with.
        conversation: None before the child's first act.
        language: The page's language while the conversation has none.
        ahead: Waiting children before this one.
        name: First name of the counsellor who has it.
    """
    tag = parts.offered(conversation.language) if conversation else None
    tag = tag or language
    simple = conversation is not None and conversation.passport.simple_words
    state = conversation.state if conversation else HandoffState.WITH_BOT
    texts = Texts(parts, tag, simple=simple)
    place = {"ahead": ahead, "place": ahead + 1}
    titles = {
        HandoffState.WITH_BOT: (texts("page_with_robot"), ""),
        HandoffState.WAITING: (texts("page_coming"), texts("page_place", **place)),
        HandoffState.WITH_COUNSELLOR: (
            texts("page_with_person", name=name) if name else texts("page_with_someone"), texts("page_a_person"),
        ),
        HandoffState.CLOSED: (texts("page_ended"), texts("page_ended_detail")),
    }  # fmt: skip
    waiting = state is HandoffState.WAITING
    return {
        "state": STATES[state],
        "language": tag,
        "dir": parts.languages[tag].direction,
        "simple": simple,
        "aloud": conversation is not None and conversation.passport.read_aloud,
        "country": (conversation.country if conversation else None) or "",
        "ahead": ahead if waiting else None,
        "person": name,
        "title": titles[state][0],
        "detail": titles[state][1],
        "place": texts("page_waiting_place", **place) if waiting else "",
    }


def error_frame(texts: Texts, code: str, uuid: str | None, retry_s: float | None = None) -> Frame:
    """Return an error in the child's words.

    Args:
        texts: The catalogue in the child's language and mode.
        code: From ERRORS.
        uuid: Of the frame that caused it, if it had one.
        retry_s: When given, nothing was decided and the same frame may be sent again after so many seconds.
    """
    if code not in ERRORS:
        raise BadPayload("wrong_shape")
    frame: Frame = {"op": "error", "code": code, "text": texts(ERRORS[code])}
    if uuid is not None:
        frame["uuid"] = uuid
    if retry_s is not None:
        frame["retry_ms"] = max(100, int(retry_s * 1000))
    return frame
