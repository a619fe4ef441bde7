"""Where an editor goes back to after saving, and what is told there."""

from __future__ import annotations

from urllib.parse import parse_qsl, urlencode, urlsplit, urlunsplit

from django.http import HttpRequest, HttpResponseRedirect
from django.utils.http import url_has_allowed_host_and_scheme

from clapometer.site.editing import SAVED

NEXT = "next"
_LONGEST = 1_000


def where_back(request: HttpRequest, otherwise: str) -> str:
    """Return the path on this site that the form names, else another one."""
    named = request.POST.get(NEXT) or request.GET.get(NEXT, "")
    safe = (
        named.startswith("/")
        and len(named) <= _LONGEST
        and url_has_allowed_host_and_scheme(named, allowed_hosts=None)
    )
    return named if safe else otherwise


def saved(path: str, entry: int) -> HttpResponseRedirect:
    """Return the way back to a page of this site, which then says what the entry did."""
    parts = urlsplit(path)
    kept = [pair for pair in parse_qsl(parts.query) if pair[0] != SAVED]
    query = urlencode([*kept, (SAVED, str(entry))])
    return HttpResponseRedirect(urlunsplit(("", "", parts.path, query, parts.fragment)))
