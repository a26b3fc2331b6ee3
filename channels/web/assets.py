"""The page's files, read once, at an address that changes with their content."""

from __future__ import annotations

import hashlib
import mimetypes
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

STATIC = Path(__file__).parent / "static"
STYLES = ("tokens.css", "fonts.css", "base.css", "talk.css", "panels.css")
"""Sent as one file, page.css, in this order."""
_TYPES = {".js": "text/javascript", ".css": "text/css", ".woff2": "font/woff2", ".svg": "image/svg+xml"}


@dataclass(frozen=True)
class Asset:
    """One file as it is sent."""

    body: bytes
    content_type: str


class Assets:
    """All files under one content hash, so that modules may import each other by relative address."""

    def __init__(self, root: Path = STATIC) -> None:
        """Read every file below *root*."""
        files = {path.relative_to(root).as_posix(): path for path in sorted(root.rglob("*")) if path.is_file()}
        found = {name: Asset(path.read_bytes(), _content_type(path)) for name, path in files.items()}
        found["page.css"] = Asset(b"\n".join(found[name].body for name in STYLES), "text/css")
        digest = hashlib.sha256()
        for name in sorted(found):
            digest.update(name.encode() + b"\0" + found[name].body + b"\0")
        self._files: Mapping[str, Asset] = found
        self.version = digest.hexdigest()[:16]

    def url(self, name: str) -> str:
        """Return the address of a file. Raises KeyError for a file that is not there."""
        if name not in self._files:
            raise KeyError(name)
        return f"/static/{self.version}/{name}"

    def modules(self) -> tuple[str, ...]:
        """Return the addresses of the chat's script modules."""
        return tuple(
            self.url(name)
            for name in sorted(self._files)
            if name.endswith(".js") and "/" not in name and name != "early.js"
        )

    def find(self, version: str, name: str) -> Asset | None:
        """Return a file of this version, or None."""
        return self._files.get(name) if version == self.version else None


def _content_type(path: Path) -> str:
    """Return the media type by the file's ending."""
    return _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
