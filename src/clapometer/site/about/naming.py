"""People on pages: their names, their addresses."""

from __future__ import annotations

from functools import cache, lru_cache

from django.urls import reverse
from django.utils.translation import gettext

from clapometer.catalogue.models import Person
from clapometer.site.asking import query_of


def shown_person(number: int, name: str) -> str:
    """Return the name of a person, or that it was erased."""
    return name or gettext("(name erased, person %(number)s)") % {"number": number}


def person_address(number: int, name: str, **query: str) -> str:
    """Return the path of a person's page."""
    path = f"{_before_number()}{number}/{_slug_of(name)}"
    asked = query_of(**query)
    return f"{path}?{asked}" if asked else path


@cache
def _before_number() -> str:
    """Return what comes before the number in such an address: a page may hold hundreds of them."""
    return reverse("person", args=[0, "-"]).partition("0")[0]


@lru_cache(maxsize=16_384)
def _slug_of(name: str) -> str:
    return Person(name=name).slug
