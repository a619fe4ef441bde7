"""The page of one entry of the ledger: what it says, its times, what it did to the score."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.http import require_safe

from clapometer.ledger.reading import read_some
from clapometer.site.entrypage import read_entry_page
from clapometer.site.freshness import fresh


@require_safe
@fresh
def entry(request: HttpRequest, number: int, *, position: int) -> HttpResponse:
    """Return the page of the entry at a position."""
    seq = int(number)
    found = read_some([seq]).get(seq)
    if found is None:
        raise Http404
    return render(
        request, "site/entry.html", {"page": read_entry_page(found), "position": position}
    )
