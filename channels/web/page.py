"""Render the child's page: one HTML text per language and mode, made once."""

from __future__ import annotations

from collections.abc import Sequence
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from bot.numbers import NumbersCard
from channels.web.assets import Assets
from channels.web.options import WebParts
from channels.web.texts import Texts

TEMPLATES = Path(__file__).parent / "templates"
SIZES = ("1", "1.25", "1.5", "2")
THEMES = ("device", "light", "dark", "contrast")
SPOKEN_BY_THE_PAGE = (
    "page_lost", "page_back", "page_unsent", "page_deleted", "page_leaving", "page_chosen", "page_error_empty",
    "page_error_too_long", "page_error_too_large", "page_error_too_many_windows", "page_error_voice",
)  # fmt: skip
"""Sentences that a script shows when it must; they wait in a <template>, already in the child's language."""


def make_environment() -> Environment:
    """Return what fills the templates of this channel."""
    return Environment(
        loader=FileSystemLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined,
        trim_blocks=True, lstrip_blocks=True,
    )  # fmt: skip


class Page:
    """Renders and keeps the page's HTML."""

    def __init__(self, parts: WebParts, assets: Assets) -> None:
        """Prepare the templates."""
        self._parts, self._assets = parts, assets
        self._environment = make_environment()
        self._made: dict[tuple[str, bool], str] = {}

    def render(self, tag: str, *, simple: bool) -> str:
        """Return the page in an offered language."""
        key = (tag, simple)
        if key not in self._made:
            self._made[key] = self._render(tag, simple=simple)
        return self._made[key]

    def _render(self, tag: str, *, simple: bool) -> str:
        """Fill the template."""
        parts, texts = self._parts, Texts(self._parts, tag, simple=simple)
        return self._environment.get_template("page.html").render(
            asset=self._assets.url,
            modules=self._assets.modules(),
            t=texts,
            language=parts.languages[tag],
            languages=parts.languages.values(),
            voice=parts.helpline.has_voice(tag),
            cards=self._cards(tag),
            default_country=parts.options.default_country,
            exit_url=parts.options.exit_url,
            sizes=SIZES,
            themes=THEMES,
            spoken=SPOKEN_BY_THE_PAGE,
        )

    def _cards(self, tag: str) -> Sequence[NumbersCard]:
        """Return the numbers of every country, by the country's name in the child's language."""
        cards = [self._parts.helpline.numbers(code, tag) for code in self._parts.options.countries]
        return sorted(cards, key=lambda card: card.title)


def choose_language(parts: WebParts, asked: str | None, accepted: str) -> str:
    """Return the language of the page: the address, else the browser, else the default.

    Args:
        parts: What the channel works with.
        asked: `lang` of the address.
        accepted: The Accept-Language header.
    """
    wishes: list[tuple[float, int, str]] = []
    for place, item in enumerate(accepted.split(",")[:20]):
        tag, _, quality = item.partition(";q=")
        try:
            wishes.append((-float(quality or 1), place, tag))
        except ValueError:
            continue
    for wish in (asked, *(tag for _, _, tag in sorted(wishes))):
        offered = parts.offered(wish)
        if offered is not None:
            return offered
    return parts.options.default_language
