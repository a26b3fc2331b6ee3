"""The first tables."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_ROW_ID = sa.BigInteger().with_variant(sa.Integer(), "sqlite")


def upgrade() -> None:
    """Make the tables of storage/tables.py as they stood at version 0.1."""
    op.create_table(
        "installation",
        sa.Column("id", sa.Integer, autoincrement=False),
        sa.Column("key_check", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_installation"),
    )
    _conversations()
    _messages()
    _work()
    _staff()


def _conversations() -> None:
    op.create_table(
        "conversation",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("address_hash", sa.LargeBinary, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("level", sa.SmallInteger, nullable=False),
        sa.Column("language", sa.Text),
        sa.Column("language_chosen", sa.Boolean, nullable=False),
        sa.Column("counsellor", sa.Text),
        sa.Column("lease_until", sa.BigInteger),
        sa.Column("waiting_since", sa.BigInteger),
        sa.Column("reason", sa.Text),
        sa.Column("last_seq", sa.BigInteger, nullable=False),
        sa.Column("version", sa.BigInteger, nullable=False),
        sa.Column("about_sealed", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_conversation"),
        sa.UniqueConstraint("channel", "address_hash", name="uq_conversation_channel_address_hash"),
    )
    op.create_table(
        "conversation_key",
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("wrapped", sa.LargeBinary, nullable=False),
        sa.PrimaryKeyConstraint("conversation", name="pk_conversation_key"),
        _belongs_to_conversation("conversation_key"),
    )
    _partial_index("ix_conversation_queue", "conversation", ["state"], "state IN ('waiting', 'with_counsellor')")


def _messages() -> None:
    op.create_table(
        "message",
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("seq", sa.BigInteger, autoincrement=False),
        sa.Column("ext_key_hash", sa.LargeBinary, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("delivery", sa.Text, nullable=False),
        sa.Column("body_sealed", sa.LargeBinary, nullable=False),
        sa.Column("remote_id_sealed", sa.LargeBinary),
        sa.PrimaryKeyConstraint("conversation", "seq", name="pk_message"),
        sa.UniqueConstraint("conversation", "ext_key_hash", name="uq_message_conversation_ext_key_hash"),
        _belongs_to_conversation("message"),
    )


def _work() -> None:
    op.create_table(
        "outbox",
        sa.Column("id", _ROW_ID, autoincrement=True),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("seq", sa.BigInteger, nullable=False),
        sa.Column("dedupe_hash", sa.LargeBinary, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("tries", sa.Integer, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("lease_until", sa.BigInteger),
        sa.Column("lease_token", sa.Text),
        sa.PrimaryKeyConstraint("id", name="pk_outbox"),
        sa.UniqueConstraint("conversation", "dedupe_hash", name="uq_outbox_conversation_dedupe_hash"),
        _belongs_to_conversation("outbox"),
        sqlite_autoincrement=True,
    )
    _partial_index("ix_outbox_open", "outbox", ["conversation", "kind", "id"], "state = 'open'")
    op.create_table(
        "timer",
        sa.Column("id", _ROW_ID, autoincrement=True),
        sa.Column("conversation", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("due_at", sa.BigInteger, nullable=False),
        sa.Column("step", sa.Integer, nullable=False),
        sa.Column("fired_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_timer"),
        _belongs_to_conversation("timer"),
        sqlite_autoincrement=True,
    )
    _partial_index("uq_timer_waiting", "timer", ["conversation", "kind"], "fired_at IS NULL", unique=True)
    _partial_index("ix_timer_due", "timer", ["due_at"], "fired_at IS NULL")


def _staff() -> None:
    op.create_table(
        "counsellor",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("login", sa.Text, nullable=False),
        sa.Column("first_name", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("password_hash", sa.Text, nullable=False),
        sa.Column("totp_secret_sealed", sa.LargeBinary, nullable=False),
        sa.Column("totp_last_step", sa.BigInteger, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("active", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_counsellor"),
        sa.UniqueConstraint("login", name="uq_counsellor_login"),
    )
    op.create_table(
        "session",
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("counsellor", sa.Text, nullable=False),
        sa.Column("created_at", sa.BigInteger, nullable=False),
        sa.Column("seen_at", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("token_hash", name="pk_session"),
        sa.ForeignKeyConstraint(["counsellor"], ["counsellor.id"], name="fk_session_counsellor"),
    )
    op.create_table(
        "invitation",
        sa.Column("token_hash", sa.Text, nullable=False),
        sa.Column("role", sa.Text, nullable=False),
        sa.Column("expires_at", sa.BigInteger, nullable=False),
        sa.Column("spent_at", sa.BigInteger),
        sa.PrimaryKeyConstraint("token_hash", name="pk_invitation"),
    )
    op.create_table(
        "access_log",
        sa.Column("id", _ROW_ID, autoincrement=True),
        sa.Column("actor", sa.Text, nullable=False),
        sa.Column("action", sa.Text, nullable=False),
        sa.Column("target", sa.Text, nullable=False),
        sa.Column("at", sa.BigInteger, nullable=False),
        sa.Column("detail", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_access_log"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_access_log_target", "access_log", ["target", "id"])


def _belongs_to_conversation(table: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(["conversation"], ["conversation.id"], name=f"fk_{table}_conversation")


def _partial_index(name: str, table: str, columns: list[str], where: str, *, unique: bool = False) -> None:
    condition = sa.text(where)
    op.create_index(name, table, columns, unique=unique, sqlite_where=condition, postgresql_where=condition)
