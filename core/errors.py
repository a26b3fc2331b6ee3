"""Every error of Sanad's own, in one tree.

    SanadError
    ├── BadPayload            outside data that is not what it must be
    ├── BadData               a file of ours is malformed: file, line, reason
    ├── SettingsError         a setting is wrong: what to do about it
    ├── ConversationNotFound  missing, deleted or not yours: the same answer
    ├── StaleWrite            somebody else wrote first: read again, decide again
    ├── LeaseLost             the work belongs to another worker now: write nothing
    ├── MoveNotAllowed        the hand-off has no such move from here
    ├── AssistantDown         Rasa is slow, gone or talks nonsense
    ├── VoiceUnavailable      no voice for this language or this text
    ├── SendError             a channel could not deliver; says whether to try again
    └── StorageDown           the database cannot be reached: promise nothing

Messages hold ids and codes: never a child's words, a token, or an address with a token.
"""

from __future__ import annotations


class SanadError(Exception):
    """Base of all errors of Sanad."""


class BadPayload(SanadError):
    """Outside data is not what it must be.

    Attributes:
        code: From a closed list: `not_json`, `not_utf8`, `wrong_shape`, `too_long`, `too_large`, `empty`,
            `unknown_conversation`, `future_seq`, `unknown_tap`, `wrong_secret`, `too_many`.
    """

    def __init__(self, code: str) -> None:
        """Keep *code* only; what was sent is not repeated."""
        super().__init__(code)
        self.code = code


class BadData(SanadError):
    """A data file of ours is malformed."""

    def __init__(self, file: str, line: int, reason: str) -> None:
        """Say where (*line* is 1-based, 0 when unknown) and why."""
        super().__init__(f"{file}:{line}: {reason}")
        self.file, self.line, self.reason = file, line, reason


class SettingsError(SanadError):
    """A setting is wrong; the message is a sentence that says what to do."""


class ConversationNotFound(SanadError):
    """Missing, deleted, or not for this person."""


class StaleWrite(SanadError):
    """The row changed since it was read."""


class LeaseLost(SanadError):
    """The lease ran out or another worker holds the work."""


class MoveNotAllowed(SanadError):
    """The hand-off table has no such move."""


class AssistantDown(SanadError):
    """The assistant gave no usable answer in time; a code: `timeout`, `refused`, `status`, `garbage`, `open`."""


class VoiceUnavailable(SanadError):
    """No voice for this language, or the voice failed."""


class SendError(SanadError):
    """A channel could not deliver a message.

    Attributes:
        code: `blocked`, `gone`, `throttled`, `timeout`, `server`, `rejected`.
        retryable: Trying again may help.
        unknown: It may have arrived all the same.
        wait_s: Seconds to wait before the next try, when the platform said so.
    """

    def __init__(self, code: str, *, retryable: bool, unknown: bool = False, wait_s: float = 0.0) -> None:
        """Keep the code and what the caller should do."""
        super().__init__(code)
        self.code, self.retryable, self.unknown, self.wait_s = code, retryable, unknown, wait_s


class StorageDown(SanadError):
    """The database cannot be reached or cannot write."""
