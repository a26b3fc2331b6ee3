"""The tables, the same on SQLite and PostgreSQL.

In the clear stands only what the queue must sort and search by. Everything a child said or is known by is in a column
named `*_sealed`; everything that must be found again by a secret value is in a column named `*_hash`, keyed.
`storage/migrations/` builds exactly these tables; tests/storage/test_tables.py compares the two.
"""

from __future__ import annotations

from datetime import UTC, datetime, timedelta

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Dialect,
    ForeignKey,
    Index,
    Integer,
    LargeBinary,
    MetaData,
    SmallInteger,
    Table,
    Text,
    TypeDecorator,
    UniqueConstraint,
    text,
)

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
_MICROSECOND = timedelta(microseconds=1)


class UtcTime(TypeDecorator[datetime]):
    """An aware UTC time as whole microseconds since 1970: exact, sortable, the same on both engines."""

    impl = BigInteger
    cache_ok = True

    def process_bind_param(self, value: datetime | None, dialect: Dialect) -> int | None:
        """Return microseconds; refuses a time without a zone (TypeError)."""
        return None if value is None else (value - _EPOCH) // _MICROSECOND

    def process_result_value(self, value: int | None, dialect: Dialect) -> datetime | None:
        """Return an aware UTC time."""
        return None if value is None else _EPOCH + value * _MICROSECOND


# SQLite counts up by itself only in a column that is called INTEGER.
_ROW_ID = BigInteger().with_variant(Integer(), "sqlite")

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s",
        "pk": "pk_%(table_name)s",
    }
)

installation = Table(
    "installation",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("key_check", LargeBinary, nullable=False),
)
"""One row that recognises the installation's key, so that a wrong key stops the start."""

conversation = Table(
    "conversation",
    metadata,
    Column("id", Text, primary_key=True),
    Column("channel", Text, nullable=False),
    Column("address_hash", LargeBinary, nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("state", Text, nullable=False),
    Column("level", SmallInteger, nullable=False),
    Column("language", Text),
    Column("language_chosen", Boolean, nullable=False),
    Column("counsellor", Text),
    Column("lease_until", UtcTime),
    Column("waiting_since", UtcTime),
    Column("reason", Text),
    Column("last_seq", BigInteger, nullable=False),
    Column("version", BigInteger, nullable=False),
    Column("about_sealed", LargeBinary, nullable=False),
    UniqueConstraint("channel", "address_hash"),
)
Index(
    "ix_conversation_queue",
    conversation.c.state,
    sqlite_where=conversation.c.state.in_(["waiting", "with_counsellor"]),
    postgresql_where=conversation.c.state.in_(["waiting", "with_counsellor"]),
)

conversation_key = Table(
    "conversation_key",
    metadata,
    Column("conversation", Text, ForeignKey("conversation.id"), primary_key=True),
    Column("wrapped", LargeBinary, nullable=False),
)
"""The key of each conversation, wrapped by the installation's key. To forget is to delete this row."""

message = Table(
    "message",
    metadata,
    Column("conversation", Text, ForeignKey("conversation.id"), primary_key=True),
    Column("seq", BigInteger, primary_key=True, autoincrement=False),
    Column("ext_key_hash", LargeBinary, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("delivery", Text, nullable=False),
    Column("body_sealed", LargeBinary, nullable=False),
    Column("remote_id_sealed", LargeBinary),
    UniqueConstraint("conversation", "ext_key_hash"),
)

outbox = Table(
    "outbox",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("conversation", Text, ForeignKey("conversation.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("seq", BigInteger, nullable=False),
    Column("dedupe_hash", LargeBinary, nullable=False),
    Column("state", Text, nullable=False),
    Column("tries", Integer, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("lease_until", UtcTime),
    Column("lease_token", Text),
    UniqueConstraint("conversation", "dedupe_hash"),
    sqlite_autoincrement=True,
)
Index(
    "ix_outbox_open",
    outbox.c.conversation,
    outbox.c.kind,
    outbox.c.id,
    sqlite_where=outbox.c.state == text("'open'"),
    postgresql_where=outbox.c.state == text("'open'"),
)

timer = Table(
    "timer",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("conversation", Text, ForeignKey("conversation.id"), nullable=False),
    Column("kind", Text, nullable=False),
    Column("due_at", UtcTime, nullable=False),
    Column("step", Integer, nullable=False),
    Column("fired_at", UtcTime),
    sqlite_autoincrement=True,
)
Index(
    "uq_timer_waiting",
    timer.c.conversation,
    timer.c.kind,
    unique=True,
    sqlite_where=timer.c.fired_at.is_(None),
    postgresql_where=timer.c.fired_at.is_(None),
)
Index(
    "ix_timer_due",
    timer.c.due_at,
    sqlite_where=timer.c.fired_at.is_(None),
    postgresql_where=timer.c.fired_at.is_(None),
)

counsellor = Table(
    "counsellor",
    metadata,
    Column("id", Text, primary_key=True),
    Column("login", Text, nullable=False),
    Column("first_name", Text, nullable=False),
    Column("role", Text, nullable=False),
    Column("password_hash", Text, nullable=False),
    Column("totp_secret_sealed", LargeBinary, nullable=False),
    Column("totp_last_step", BigInteger, nullable=False),
    Column("language", Text, nullable=False),
    Column("active", Boolean, nullable=False),
    UniqueConstraint("login"),
)

session = Table(
    "session",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("counsellor", Text, ForeignKey("counsellor.id"), nullable=False),
    Column("created_at", UtcTime, nullable=False),
    Column("seen_at", UtcTime, nullable=False),
)

invitation = Table(
    "invitation",
    metadata,
    Column("token_hash", Text, primary_key=True),
    Column("role", Text, nullable=False),
    Column("expires_at", UtcTime, nullable=False),
    Column("spent_at", UtcTime),
)

access_log = Table(
    "access_log",
    metadata,
    Column("id", _ROW_ID, primary_key=True, autoincrement=True),
    Column("actor", Text, nullable=False),
    Column("action", Text, nullable=False),
    Column("target", Text, nullable=False),
    Column("at", UtcTime, nullable=False),
    Column("detail", Text, nullable=False),
    sqlite_autoincrement=True,
)
"""Outlives what it speaks of: `target` is no foreign key."""
Index("ix_access_log_target", access_log.c.target, access_log.c.id)
