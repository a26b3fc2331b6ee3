"""What the page says about a conversation beside its words."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass

from bot.desk import QueueRow
from console.evidence import Reason
from console.wording import Wording
from core.conversation import Conversation, HandoffState
from core.risk import Category
from core.staff import Access, Counsellor, Role

CODE_CHARS = 6


@dataclass(frozen=True)
class Row:
    """One conversation in the queue, in words; never a child's."""

    id: str
    code: str
    level: str
    level_word: str
    wait: str
    reason: str
    categories: Sequence[str]
    language: str
    channel: str
    needs: Sequence[tuple[str, str]]
    holder: str


@dataclass(frozen=True)
class Queue:
    """The queue as one counsellor sees it."""

    waiting: Sequence[Row]
    mine: Sequence[Row]
    others: Sequence[Row]
    longest: str
    emergencies: int


@dataclass(frozen=True)
class Facts:
    """The head and the side of a conversation page, in words.

    Attributes:
        row: The same words as in the queue.
        mode: What to do about how this child communicates; icon and word.
        known: Label and value, in order.
        stands: `mine`, `other`, `nobody`, `closed` or `robot`: who has it, seen from the reader.
        holder: First name of the colleague who has it, or "".
    """

    row: Row
    mode: Sequence[tuple[str, str]]
    known: Sequence[tuple[str, str]]
    stands: str
    holder: str


@dataclass(frozen=True)
class Why:
    """One reason for the level."""

    number: int
    text: str
    category: str


def code(conversation: Conversation) -> str:
    """Return the short name people say to each other."""
    return conversation.id[:CODE_CHARS].upper()


def make_queue(rows: Sequence[QueueRow], me: Counsellor, t: Wording) -> Queue:
    """Return the queue in words, in the order given."""
    waiting = [one for one in rows if one.conversation.state is HandoffState.WAITING]
    taken = [one for one in rows if one.conversation.state is HandoffState.WITH_COUNSELLOR]
    return Queue(
        waiting=[make_row(one.conversation, t, one.wait_s) for one in waiting],
        mine=[make_row(one.conversation, t, one.wait_s) for one in taken if one.conversation.counsellor == me.id],
        others=[
            make_row(one.conversation, t, one.wait_s, one.holder or "")
            for one in taken
            if one.conversation.counsellor != me.id
        ],
        longest=t.wait(max((one.wait_s for one in waiting), default=0)),
        emergencies=sum(one.conversation.level.word == "emergency" for one in waiting),
    )


def make_row(conversation: Conversation, t: Wording, wait_s: int, holder: str = "") -> Row:
    """Return one conversation in words."""
    level = conversation.level.word
    reason = conversation.reason
    passport = conversation.passport
    needs = {"short": passport.simple_words, "sound": passport.read_aloud}
    words = {"short": "needs_simple", "sound": "needs_aloud"}
    return Row(
        id=conversation.id,
        code=code(conversation),
        level=level,
        level_word=t(f"level_{level}"),
        wait=t.wait(wait_s),
        reason=t(f"reason_{reason.value}") if reason else "",
        categories=[t(f"category_{one.value}") for one in conversation.categories if one is not Category.NONE],
        language=_language(conversation, t),
        channel=t.pick(f"channel_{conversation.channel}", "channel_other"),
        needs=[(icon, t(words[icon])) for icon, wanted in needs.items() if wanted],
        holder=holder,
    )


def make_facts(conversation: Conversation, me: Counsellor, t: Wording, holder: str = "") -> Facts:
    """Return what is known of a conversation, in words."""
    passport = conversation.passport
    advice = [("short", t("advice_simple"))] if passport.simple_words else []
    advice += [("sound", t("advice_aloud"))] if passport.read_aloud else []
    row, country = make_row(conversation, t, 0), conversation.country
    sure = "language_chosen" if conversation.language_chosen else "language_detected"
    known: Mapping[str, str | None] = {
        "country": (t.find(f"country_{country}") or country) if country else t("country_unknown"),
        "language_of_child": t(sure, language=row.language) if conversation.language else row.language,
        "mode": " · ".join(word for _, word in row.needs) or t("mode_standard"),
        "channel": row.channel,
        "handed_over": row.reason or None,
        "started": t.hour(conversation.created_at),
        "waited": t.hour(conversation.waiting_since) if conversation.waiting_since else None,
    }
    told = [(t(name), value) for name, value in known.items() if value]
    return Facts(row, advice, told, _stands(conversation, me), holder)


def make_why(reasons: Sequence[Reason], reason_of: Callable[[str], str], t: Wording) -> Sequence[Why]:
    """Return the reasons in words; a rule that is gone is named by its category."""
    return [Why(one.number, _say(one, reason_of), t(f"category_{one.evidence.category.value}")) for one in reasons]


def make_opened_by(accesses: Sequence[Access], names: Mapping[str, str], t: Wording) -> Sequence[tuple[str, str, str]]:
    """Return who did what when, newest first."""
    return [
        (
            t.day(one.at),
            names.get(one.actor) or t("access_somebody"),
            t.pick(f"access_{one.action.removeprefix('conversation.')}", "access_other"),
        )
        for one in accesses
    ]


def sees_accesses(me: Counsellor) -> bool:
    """Return whether a person is shown who opened a conversation."""
    return me.role is Role.SUPERVISOR


def _say(reason: Reason, reason_of: Callable[[str], str]) -> str:
    """Return why a rule fired, or "" when the rule is gone."""
    try:
        return reason_of(reason.evidence.rule)
    except KeyError:
        return ""


def _language(conversation: Conversation, t: Wording) -> str:
    """Return the name of the child's language."""
    if conversation.language is None:
        return t("language_unknown")
    return t.find(f"console_language_{conversation.language}") or conversation.language


def _stands(conversation: Conversation, me: Counsellor) -> str:
    """Return who has a conversation, seen from *me*."""
    if conversation.state is HandoffState.WITH_COUNSELLOR:
        return "mine" if conversation.counsellor == me.id else "other"
    return {
        HandoffState.WAITING: "nobody", HandoffState.CLOSED: "closed", HandoffState.WITH_BOT: "robot",
    }[conversation.state]  # fmt: skip
