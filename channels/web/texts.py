"""The catalogue in one language and one mode, as templates and frames use it."""

from __future__ import annotations

from channels.web.options import WebParts
from languages.catalogue import Form


class Texts:
    """Callable: `texts("page_send")` gives the label of the send button."""

    def __init__(self, parts: WebParts, tag: str, *, simple: bool = False) -> None:
        """Bind language and mode."""
        self._catalogue, self._tag = parts.catalogue, tag
        self._form = Form.SIMPLE if simple else Form.STANDARD

    def __call__(self, message: str, /, **values: object) -> str:
        """Return one message. Raises KeyError when the language lacks it."""
        return self._catalogue.text(self._tag, message, values, self._form)
