"""Makes pages and fragments from templates."""

from __future__ import annotations

from pathlib import Path

from aiohttp import web
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from console.options import ConsoleOptions
from console.sessions import Visit
from console.wording import Wording, Wordings

THEMES = ("light", "dark", "contrast")
THEME_COOKIE = "sanad_theme"
_FOLDER = Path(__file__).parent / "templates"
_SAID = ("taken", "closed", "released", "not_yours", "not_sent", "signed_out", "session_over")


class Pages:
    """Templates with autoescape on: nothing that anybody wrote can become markup."""

    def __init__(self, wordings: Wordings, options: ConsoleOptions) -> None:
        """Load the templates."""
        self.wordings, self.options = wordings, options
        self._templates = Environment(
            loader=FileSystemLoader(_FOLDER), autoescape=True, undefined=StrictUndefined, trim_blocks=True,
            lstrip_blocks=True,
        )  # fmt: skip

    def wording(self, request: web.Request, visit: Visit) -> Wording:
        """Return the words for a visitor: their own language, or the browser's before sign-in."""
        if visit.account is not None:
            return self.wordings.speak(visit.account.language)
        return self.wordings.negotiate(request.headers.get("Accept-Language", ""))

    def draw(self, template: str, t: Wording, visit: Visit, **values: object) -> str:
        """Return one template as text."""
        return self._templates.get_template(template).render(t=t, csrf=visit.csrf, visit=visit, **values)

    def page(
        self, request: web.Request, visit: Visit, template: str, *, status: int = 200, **values: object
    ) -> web.Response:
        """Return a whole page. `?said=` names what just happened, from a closed list."""
        theme, said = request.cookies.get(THEME_COOKIE, ""), request.query.get("said", "")
        values.setdefault("said", said if said in _SAID else "")
        text = self.draw(
            template, self.wording(request, visit), visit, here=request.path,
            theme=theme if theme in THEMES else "", **values,
        )  # fmt: skip
        return web.Response(text=text, content_type="text/html", status=status)

    def refuse(self, request: web.Request, visit: Visit, why: str, status: int) -> web.Response:
        """Return the page that says no."""
        return self.page(request, visit, "error.html", status=status, why=why)


def go(path: str) -> web.Response:
    """Return the answer that sends a browser on to *path* with GET."""
    return web.Response(status=303, headers={"Location": path})
