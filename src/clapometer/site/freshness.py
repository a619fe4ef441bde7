"""How long a page stays good: its tag, the conditional request, and what caches are told."""

from __future__ import annotations

from collections.abc import Callable
from functools import cache, wraps
from hashlib import blake2b
from pathlib import Path

from django.http import HttpRequest, HttpResponse, HttpResponseNotModified
from django.utils.cache import patch_vary_headers
from django.utils.http import parse_etags
from django.utils.translation import get_language

import clapometer
from clapometer.accounts.reading import reader_key
from clapometer.instants import now
from clapometer.reviews.adoptions import read_once
from clapometer.reviews.rulebook import written_rule
from clapometer.reviews.scoreboard import position_and_turn
from clapometer.scoring.rules import RuleRefused, RuleUnknown

MINUTE = 60_000_000
CURRENT = "no-cache"
# A page whose clocks and rule are all fixed says the same for ever. Caches keep it for a week and
# not a year, because personal text in it can be erased and must then go from them too.
SETTLED = "public, max-age=604800, immutable"
# Where the address leaves the rule to the site, the site's choice can change the page.
SETTLED_BY_SITE_RULE = "public, max-age=3600"
# The tag's last letter says which of these the page was sent with, so that a conditional request
# can be answered from the cursor alone.
_MARKS = {CURRENT: "c", SETTLED: "s", SETTLED_BY_SITE_RULE: "r"}


def fresh(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
    """Return the view with a tag made of the ledger position, and 304 for a reader who has it.

    The view is called with `position`, and may set Cache-Control to one of this module's values.
    For who is signed in the tag is another one, and the gate keeps the answer private.
    """
    return fresh_with(lambda **_: "")(view)


def fresh_with(
    also: Callable[..., str],
) -> Callable[[Callable[..., HttpResponse]], Callable[..., HttpResponse]]:
    """Return `fresh` for a view whose page depends on more than the ledger: on what `also` says.

    `also` is called with what the address names.
    """

    def decorate(view: Callable[..., HttpResponse]) -> Callable[..., HttpResponse]:
        return _fresh(view, also)

    return decorate


def _fresh(
    view: Callable[..., HttpResponse], also: Callable[..., str]
) -> Callable[..., HttpResponse]:

    @wraps(view)
    def answer(request: HttpRequest, *args: object, **kwargs: object) -> HttpResponse:
        position, turned = position_and_turn()
        stem = _stem(request, position, str(turned), also(**kwargs))
        held = _held(request, stem)
        if held is not None:
            return _mark(HttpResponseNotModified(), stem, held)
        with read_once():
            response = view(request, *args, position=position, **kwargs)
        if response.status_code != 200:
            return response
        return _mark(response, stem, response.headers.get("Cache-Control", CURRENT))

    return answer


def _mark(response: HttpResponse, stem: str, caching: str) -> HttpResponse:
    response.headers["ETag"] = f'W/"{stem}{_MARKS[caching]}"'
    response.headers["Cache-Control"] = caching
    # Said of a 304 too, which has nothing that could be compressed.
    patch_vary_headers(response, ["Accept-Encoding"])
    if caching != CURRENT:
        # Caches hand these out without asking here, so they must not do so to a member. All other
        # pages they ask about each time, and the tag tells the readers apart.
        patch_vary_headers(response, ["Cookie"])
    return response


def _held(request: HttpRequest, stem: str) -> str | None:
    """Return what the reader's copy was sent with, if it is still good."""
    tags = parse_etags(request.headers.get("If-None-Match", ""))
    for caching, mark in _MARKS.items():
        if f'W/"{stem}{mark}"' in tags or f'"{stem}{mark}"' in tags:
            return caching
    return None


def _stem(request: HttpRequest, position: int, *also: str) -> str:
    """Return the tag without its mark: what the page is a function of.

    `also` is what no entry tells: when time alone last changed a badge, and what the view adds.
    """
    path, language = request.get_full_path(), get_language() or ""
    parts = (path, language, edition(), reader_key(request), _moving(request), *also)
    digest = blake2b("\n".join(parts).encode(), digest_size=8).hexdigest()
    return f"{position}-{digest}-"


def _moving(request: HttpRequest) -> str:
    """Return the minute for a page under a rule with a window, which changes with the time."""
    name = request.GET.get("rule", "").strip()
    if not name or request.GET.get("at"):
        return ""
    try:
        return str(now() // MINUTE) if written_rule(name).window.lasting else ""
    except (RuleUnknown, RuleRefused):
        return ""


@cache
def edition() -> str:
    """Return a digest of the program: the templates, styles and code that pages are made with."""
    digest = blake2b(digest_size=8)
    root = Path(clapometer.__file__).parent
    for path in sorted(root.rglob("*")):
        if path.suffix in {".py", ".html", ".css", ".js", ".svg", ".toml", ".mo"}:
            digest.update(f"{path.relative_to(root)}\n".encode() + path.read_bytes())
    return digest.hexdigest()
