"""Facts in the words of a notice."""

from __future__ import annotations

import re

from django.utils.translation import gettext

from clapometer.catalogue.models import Work
from clapometer.catalogue.people import person_names
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import Fact
from clapometer.signals.announcing import seasons_named
from clapometer.signals.statuses.vocabulary import STATUSES

from .days import day_as_known, day_of


def line_of(fact: Fact) -> str:
    """Return what a fact says in one line, with the name of the person it is about."""
    kind = kind_named(fact.kind)
    if kind is None:
        return fact.kind
    line = kind.line(fact.said)
    person = fact.said.get("person")
    if person is None:
        return line
    name = person_names([person]).get(person) or gettext("somebody")
    return re.sub(rf"\bp{person}\b", lambda _: name, line)


def title_of(work: Work, fact: Fact) -> str:
    """Return the title of a fact's notice: the work, and what is new."""
    says = {"work": work.label, "what": _what(fact)}
    return gettext("%(work)s: %(what)s") % says


def _what(fact: Fact) -> str:
    if fact.kind == "announcement":
        named = seasons_named(fact.said.get("seasons", ()))
        return f"{named} {gettext(STATUSES[fact.said['status']].word)}".strip()
    kind = kind_named(fact.kind)
    return gettext(kind.title).lower() if kind else fact.kind


def sentence(fact: Fact, line: str) -> str:
    """Return a fact in one sentence, with its day and who says so."""
    source = str(fact.said.get("source") or "")
    says = {"line": _begun(line), "day": _begun(when(fact)), "source": source}
    if says["source"]:
        return gettext("%(line)s. %(day)s, according to %(source)s.") % says
    return gettext("%(line)s. %(day)s.") % says


def _begun(text: str) -> str:
    """Return the text as it begins a sentence."""
    return text[:1].upper() + text[1:]


def when(fact: Fact) -> str:
    """Return the time of a fact as exactly as it is known; else when this site learned of it."""
    if fact.happened_at is None:
        return gettext("noted on %(day)s") % {"day": day_of(fact.since)}
    return day_as_known(fact.happened_at, fact.dated)
