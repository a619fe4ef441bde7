"""A claim beside what the record holds: the same already, new, or different."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

from django.urls import reverse
from django.utils.translation import gettext as _

from clapometer.catalogue.people import person_names
from clapometer.facts.drafts import Told
from clapometer.facts.fields import Field as FactField
from clapometer.facts.kinds import WHEN, FactKind, kind_named
from clapometer.facts.reading import Fact, facts_about
from clapometer.facts.typed import FactRefused, show_typed
from clapometer.signals.definitions import measures_known
from clapometer.stories.agreeing import AGREEMENTS, agree, is_same, says_no_more
from clapometer.stories.reading import supports_of
from clapometer.stories.recordsays import record_says

from ..proposals.models import Proposal
from ..proposals.takers import Choice, Comparison, Row
from ..refusing import EntryRefused
from ..reviewtyping import zone_of_site
from .looking import Looked, look, look_without_work
from .records import TOPICS
from .topicstaking import compare_topics
from .works import ADDABLE, works_offered


def compare(proposal: Proposal) -> Comparison:
    """Return a claim beside the record."""
    said = proposal.said
    if said.get("record") == TOPICS:
        return compare_topics(proposal)
    try:
        if said.get("add"):
            return _with_work(said)
        looked = look(said)
    except (EntryRefused, FactRefused) as refused:
        asks = any(one.field == "work" for one in refused.problems)
        choices = _works(said) if asks else ()
        return Comparison(rows=_asked(said), hindered=str(refused), choices=choices)
    if said["typed"].get("measure"):
        return _counted(looked, said["typed"])
    return _compared(looked)


def _with_work(said: Mapping[str, Any]) -> Comparison:
    """Return the comparison of a claim whose work is added with it: all of it is new."""
    look_without_work(said)
    title = said.get("work") or said.get("title") or ""
    told = _("“%(title)s” is added to the catalogue with it.") % {"title": title}
    alone = _("It adds a work.")
    return Comparison(rows=_asked(said), sentence=told, alone=alone)


def _works(said: Mapping[str, Any]) -> tuple[Choice, ...]:
    """Return the answers to which work it is: those like it, and to add it."""
    title = str(said.get("title") or "")
    near = [
        Choice(f"{work} {work.public_id}", {"work": work.public_id, "add": ""})
        for work in works_offered(title)
    ]
    if not title:
        return tuple(near)
    return (*near, *(Choice(str(label), {"add": kind}) for kind, label in ADDABLE.items()))


def _asked(said: Mapping[str, Any]) -> tuple[Row, ...]:
    """Return what is proposed where it cannot be read, with nothing beside it."""
    kind = kind_named(str(said.get("record", "")))
    labels = {one.name: one.label for one in kind.fields} if kind else {}
    typed = said.get("typed", {})
    return tuple(
        Row(labels.get(name, name), "", text, "new") for name, text in typed.items() if text
    )


def known_fact(looked: Looked) -> Fact | None:
    """Return the fact of the record that says what the claim says, the latest of its time."""
    if looked.kind.name not in AGREEMENTS:
        return None
    fact, there = looked.fact, _there(looked)
    held = _held(looked, there)
    last = _latest(held, fact)
    if last is not None and agree(looked.kind.name, last, fact) and not _says_more(fact, last):
        return last
    told = (one for one in there if says_no_more(looked.kind.name, fact, one))
    return next((one for one in told if not _says_more(fact, one)), None)


def _there(looked: Looked) -> list[Fact]:
    """Return the facts of the kind about the work that are stated as surely, in order of time.

    What is only reported is covered by what was said officially.
    """
    if looked.record is None or looked.fresh:
        return []
    certainty = looked.told.said.get("certainty")
    sure = {certainty, "official"} if certainty == "reported" else {certainty}
    told = facts_about([looked.record.id], looked.kind.name)
    return [one for one in told if one.said.get("certainty") in sure]


def _held(looked: Looked, there: Iterable[Fact]) -> list[Fact]:
    """Return those of the facts that are about the same thing, at whatever time."""
    rule = AGREEMENTS.get(looked.kind.name)
    if rule is None:
        return []
    return [one for one in there if is_same(rule, one.said, looked.told.said)]


def _latest(held: Iterable[Fact], fact: Fact) -> Fact | None:
    """Return what held at the time of the claim: the last until then, else the first after it."""
    told = list(held)
    until = [one for one in told if one.at <= fact.at]
    return until[-1] if until else told[0] if told else None


def _says_more(fact: Fact, held: Fact) -> bool:
    """Return whether the claim says something of value on which the record is silent."""
    names = AGREEMENTS[fact.kind].value
    return any(fact.said.get(one) is not None and held.said.get(one) is None for one in names)


def _compared(looked: Looked) -> Comparison:
    known = known_fact(looked)
    beside = known or _latest(_held(looked, _there(looked)), looked.fact)
    rows = tuple(_rows(looked, beside))
    sentences = [_sentence(looked, known, beside), _own(looked), _added(looked)]
    return Comparison(
        rows=rows,
        sentence=" ".join(one for one in sentences if one),
        nothing_new=known is not None,
        about=reverse("fact", args=[beside.id]) if beside else _page(looked),
    )


def _page(looked: Looked) -> str:
    work = looked.record or looked.work
    return reverse("work", args=[work.id, work.slug])


def _sentence(looked: Looked, known: Fact | None, beside: Fact | None) -> str:
    if known is not None:
        sources = len(supports_of([known.id]).get(known.id, ())) or 1
        told = _("The record holds this already, from %(n)d source or more; this one is added.")
        return told % {"n": sources}
    if beside is None:
        return _("The record holds nothing of it.")
    words = {"held": short(looked.kind, beside), "says": short(looked.kind, looked.fact)}
    return _("We hold %(held)s; the story says %(says)s.") % words


def _own(looked: Looked) -> str:
    found = record_says(looked.record, looked.fact)
    if found is None:
        return ""
    words = {"printed": found.printed, "value": found.value, "count": found.count}
    if found.whole_day:
        return _(
            "As printed %(printed)s; the record of that day says %(value)s of %(count)d."
        ) % words  # fmt: skip
    return (
        _("As printed %(printed)s; the record at that minute says %(value)s of %(count)d.") % words
    )


def _added(looked: Looked) -> str:
    told = []
    if looked.record is None:
        told.append(_("The season is added to the catalogue with it."))
    if looked.fresh:
        told.append(_("Added with it: %(names)s.") % {"names": ", ".join(looked.fresh)})
    return " ".join(told)


def short(kind: FactKind, fact: Fact) -> str:
    """Return what a fact says in as few words as there are: “97 % of 37”."""
    said = fact.said
    if kind.name == "outside-score":
        count = _(" of %(n)s") % {"n": f"{said['count']:,}"} if said.get("count") else ""
        return f"{spaced(str(said['value']))}{count}"
    if kind.name == "release":
        return show_typed(kind, Told(said, fact.happened_at), zone_of_site())[WHEN] or "–"
    return named_line(kind, said)


def spaced(value: str) -> str:
    """Return a printed percentage with a blank before its sign."""
    return re.sub(r"(?<=[0-9])%$", " %", value)


def named_line(kind: FactKind, said: Mapping[str, Any]) -> str:
    """Return a fact in one line, with the name of the person it is about."""
    line, person = kind.line(said), said.get("person")
    if person is None:
        return line
    name = person_names([person]).get(person, "")
    return re.sub(rf"\bp{person}\b", lambda _found: name, line) if name else line


def _rows(looked: Looked, beside: Fact | None) -> Iterable[Row]:
    """Yield the fields that either says, own ones first and the time last."""
    zone, kind = zone_of_site(), looked.kind
    says = show_typed(kind, looked.told, zone)
    held = show_typed(kind, Told(beside.said, beside.happened_at), zone) if beside else {}
    fresh = iter(looked.fresh)
    for field in kind.fields:
        text = _text(field, says[field.name], fresh)
        was = _text(field, held.get(field.name, ""), iter(()))
        if text or was:
            yield Row(field.label, was, text, _state(was, text, beside))
    yield Row(kind.moment, held.get(WHEN, ""), says[WHEN], _state(held.get(WHEN, ""), says[WHEN],
              beside))  # fmt: skip


def _text(field: FactField, text: str, fresh: Iterable[str]) -> str:
    """Return the text of a field, with a person's name for the number."""
    if not text or getattr(field, "to", "") != "person":
        return text
    number = int(text[1:])
    return person_names([number]).get(number) or next(iter(fresh), text)


def _state(held: str, says: str, beside: Fact | None) -> str:
    if held == says and beside is not None:
        return "same"
    return "differs" if held and says else "new"


def _counted(looked: Looked, typed: Mapping[str, str]) -> Comparison:
    """Return the comparison of a number that becomes one of a counter."""
    measure = measures_known().get(typed["measure"])
    if measure is None:
        return Comparison(
            hindered=_("No measure is called “%(name)s”.") % {"name": typed["measure"]}
        )
    told = _("It becomes a number of the counter “%(title)s” of this work.")
    rows = [Row(_("Measure"), "", measure.title, "new"), *_rows(looked, None)]
    return Comparison(tuple(rows), told % {"title": measure.title}, about=_page(looked))
