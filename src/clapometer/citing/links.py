"""Addresses that give the same answer for ever: both clocks fixed, and the rule named."""

from __future__ import annotations

import re
from typing import NamedTuple
from urllib.parse import quote, urlencode

from django.conf import settings
from django.urls import reverse

from clapometer.catalogue.models import Work
from clapometer.instants import format_instant

_WHOLE_MINUTE = re.compile(r"(T\d{2}:\d{2}):00Z")


class Fixed(NamedTuple):
    """Where a set of facts is answered from: both clocks, and the rule ("": the ledger says it)."""

    at: int
    known: int
    rule: str = ""

    def query(self, **more: str) -> str:
        """Return the query that asks for it, with more behind it."""
        at, known = address_text(self.at), address_text(self.known)
        given = {"at": at, "known": known, "rule": self.rule, **more}
        kept = {name: value for name, value in given.items() if value}
        return urlencode(kept, quote_via=quote, safe=":/")


def address_text(instant: int) -> str:
    """Return an instant as addresses have it: 2023-08-04T12:00Z."""
    return _WHOLE_MINUTE.sub(r"\1Z", format_instant(instant))


def cite_path(work: Work, fixed: Fixed, **more: str) -> str:
    """Return the path of the page with the facts to cite of a work."""
    return f"{reverse('cite', args=[work.id, work.slug])}?{fixed.query(**more)}"


def work_path(work: Work, fixed: Fixed) -> str:
    """Return the path of the work's page."""
    return f"{reverse('work', args=[work.id, work.slug])}?{fixed.query()}"


def absolute(path: str) -> str:
    """Return a path as a full address, from the site's public one."""
    return str(settings.SITE["address"]).rstrip("/") + path
