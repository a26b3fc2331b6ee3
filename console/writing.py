"""What a counsellor writes, on its way to the child."""

from __future__ import annotations

import re

from console.room import Room
from console.sessions import Visit
from core.conversation import ConversationId
from core.errors import MoveNotAllowed
from core.message import MAX_WORDS_CHARS
from core.text import ChildText

_KEY = re.compile(r"[0-9a-f-]{8,64}")


async def write(room: Room, visit: Visit, conversation: ConversationId, words: str, key: str) -> str:
    """Write to the child; return what to tell the counsellor, "" when it went well. A repeated key changes nothing."""
    plain = words.replace("\r\n", "\n").strip()
    if not plain or len(plain) > MAX_WORDS_CHARS or not _KEY.fullmatch(key):
        return "not_sent"
    try:
        await room.desk.send(visit.me, conversation, ChildText(plain), key)
    except MoveNotAllowed:
        return "not_yours"
    return ""
