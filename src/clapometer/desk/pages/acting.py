"""Who acts, as entries of the ledger name them."""

from __future__ import annotations

from django.http import HttpRequest

from clapometer.accounts.reading import reader_of


def actor_of(request: HttpRequest) -> str:
    """Return what entries call the member who sent this request."""
    reader = reader_of(request)
    assert reader, "the gate lets only editors come here"
    return reader.actor
