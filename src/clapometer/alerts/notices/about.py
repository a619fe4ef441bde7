"""What notices are about: the keys of works with their series, and the pages they lead to."""

from __future__ import annotations

import re
from collections.abc import Iterable
from hashlib import sha256
from urllib.parse import quote, urlencode

from django.urls import reverse

from clapometer.catalogue.models import Work
from clapometer.facts.reading import Fact
from clapometer.instants import format_instant

_AT_ONCE = 400
_WHOLE_MINUTE = re.compile(r"(T\d{2}:\d{2}):00Z")


def name_of(*parts: object) -> str:
    """Return the stable id of a notice: the SHA-256 of what it is about, in hexadecimal."""
    return sha256("\n".join(map(str, parts)).encode()).hexdigest()


def works_numbered(ids: Iterable[int]) -> dict[int, Work]:
    """Return the works with these numbers, with what they are parts of; merged ones are missing."""
    wanted = sorted(set(ids))
    found: dict[int, Work] = {}
    for start in range(0, len(wanted), _AT_ONCE):
        part = wanted[start : start + _AT_ONCE]
        works = Work.objects.select_related("parent__parent")
        found |= works.filter(merged_into=None).in_bulk(part)
    return found


def keys_of(work: Work) -> list[str]:
    """Return the keys of a work and of what it is a part of, its own first."""
    keys, above = [], work
    while True:
        keys.append(f"work:{above.id}")
        if above.parent_id is None or above.parent is None:
            return keys
        above = above.parent


def fact_keys(work: Work, fact: Fact) -> list[str]:
    """Return the keys of a fact: its work, the person whose fact it is, the seasons it names."""
    person, seasons = fact.said.get("person"), fact.said.get("seasons")
    keys = keys_of(work)
    if person is not None:
        keys.append(f"person:{person}")
    if seasons:
        named = Work.objects.filter(parent_id=work.id, kind="season", number__in=list(seasons))
        keys += [f"work:{one}" for one in named.order_by("id").values_list("id", flat=True)]
    return keys


def work_url(work: Work, at: int | None = None) -> str:
    """Return the path of a work's page, as it stood at an instant."""
    path = reverse("work", args=[work.id, work.slug])
    if at is None:
        return path
    text = _WHOLE_MINUTE.sub(r"\1Z", format_instant(at))
    return f"{path}?{urlencode({'at': text}, quote_via=quote, safe=':/')}"


def fact_url(number: int) -> str:
    """Return the path of the page about a fact."""
    return reverse("fact", args=[number])


def entry_url(seq: int) -> str:
    """Return the path of the page about an entry of the ledger."""
    return reverse("entry", args=[seq])
