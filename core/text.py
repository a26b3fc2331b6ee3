"""Words that nobody may meet by accident: not in a log, not in a traceback, not in a repr."""

from __future__ import annotations


class ChildText:
    """Words a child (or a counsellor) wrote, wrapped so that they cannot leak by formatting.

    `str()` and `repr()` give only the length. The words themselves need `.reveal()`, and the few places that
    call it are listed in tests/privacy/test_reveal_sites.py.
    """

    __slots__ = ("_words",)

    def __init__(self, words: str) -> None:
        """Wrap *words*; any length, also empty."""
        self._words = words

    def reveal(self) -> str:
        """Return the words themselves."""
        return self._words

    def __len__(self) -> int:
        """Return the length in characters."""
        return len(self._words)

    def __bool__(self) -> bool:
        """Return False for empty words."""
        return bool(self._words)

    def __eq__(self, other: object) -> bool:
        """Compare with other wrapped words; never equal to a plain string."""
        return isinstance(other, ChildText) and self._words == other._words

    def __hash__(self) -> int:
        """Hash by the words."""
        return hash(self._words)

    def __repr__(self) -> str:
        """Return the length only."""
        return f"<words: {len(self._words)} chars>"

    __str__ = __repr__

    def __format__(self, spec: str) -> str:
        """Return the length only, whatever the format asks for."""
        return repr(self)

    def __reduce__(self) -> tuple[object, ...]:
        """Refuse to be pickled: a pickle is a plain copy of the words."""
        raise TypeError("ChildText is never pickled")
