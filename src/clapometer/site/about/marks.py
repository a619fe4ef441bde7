"""The mark beside whatever stands as a fact: who says so, since when, and the page of the fact."""

from __future__ import annotations

from typing import NamedTuple
from urllib.parse import urlsplit

from django.utils.translation import gettext

from clapometer.facts.reading import Fact
from clapometer.site.addresses import fact_address
from clapometer.site.asking import query_of, text_of
from clapometer.site.factwords import spoken_when


class Mark(NamedTuple):
    """Who says so, the time it speaks of (empty if unknown), and the fact: its page, its number."""

    source: str
    when: str
    url: str
    number: int


def mark_of(fact: Fact, known: int | None = None) -> Mark:
    """Return the mark of a fact; `known` keeps a page of the past linked to what stood then."""
    return Mark(source_of(fact), spoken_when(fact), fact_url(fact.id, known), fact.id)


def source_of(fact: Fact) -> str:
    """Return who says so: the source as named, else the host of its link."""
    return str(fact.said.get("source") or host_of(str(fact.said.get("link") or ""))) or gettext(
        "source not named"
    )


def fact_url(number: int, known: int | None = None) -> str:
    """Return the address of a fact's page, as it was known at an instant."""
    return fact_address(number, query_of(known=text_of(known)))


def host_of(address: str) -> str:
    """Return the host of an address, without `www.`; "" where it has none."""
    return (urlsplit(address).hostname or "").removeprefix("www.")
