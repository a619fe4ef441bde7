"""The page of one entry of the ledger: what it says, its times, what it did to the score."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clapometer.accounts.names import shown_name
from clapometer.ledger.reading import read_some
from clapometer.site.entrypage import read_entry_page
from clapometer.site.freshness import fresh_with


def _writer(number: str) -> str:
    """Return the name shown beside who wrote the entry; a member may change and erase it."""
    found = read_some([int(number)]).get(int(number))
    return shown_name(found.actor) if found else ""


@require_safe
@fresh_with(_writer)
def entry(request: HttpRequest, number: int, *, position: int) -> HttpResponse:
    """Return the page of the entry at a position."""
    seq = int(number)
    found = read_some([seq]).get(seq)
    if found is None:
        raise Http404
    return render(
        request, "site/entry.html", {"page": read_entry_page(found), "position": position}
    )
