"""First names of members of staff."""

from __future__ import annotations

from collections.abc import Iterable, Mapping

from core.conversation import CounsellorId
from core.ports import Database, Transaction


async def first_names(db: Database, accounts: Iterable[str | None]) -> Mapping[str, str]:
    """Return first names by account; unknown accounts are left out."""
    wanted = {one for one in accounts if one}

    async def job(tx: Transaction) -> Mapping[str, str]:
        found = [await tx.staff.load(CounsellorId(one)) for one in sorted(wanted)]
        return {one.id: one.first_name for one in found if one is not None}

    return await db.read(job) if wanted else {}
