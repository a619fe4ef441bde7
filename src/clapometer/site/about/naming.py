"""People on pages: their names, their addresses."""

from __future__ import annotations

from django.urls import reverse
from django.utils.translation import gettext

from clapometer.catalogue.models import Person
from clapometer.site.asking import query_of


def shown_person(number: int, name: str) -> str:
    """Return the name of a person, or that it was erased."""
    return name or gettext("(name erased, person %(number)s)") % {"number": number}


def person_address(number: int, name: str, **query: str) -> str:
    """Return the path of a person's page."""
    path = reverse("person", args=[number, Person(id=number, name=name).slug])
    asked = query_of(**query)
    return f"{path}?{asked}" if asked else path
