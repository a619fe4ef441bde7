"""Adding and correcting works by hand, and taking it back; what is like one that is there."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import UTC
from typing import NamedTuple

from django.db.models import Q
from django.utils.translation import gettext as _

from clapometer.catalogue.drafts import fact_of, work_added, work_corrected, work_undone
from clapometer.catalogue.folding import fold
from clapometer.catalogue.labels import label_under
from clapometer.catalogue.models import Identifier, Work
from clapometer.facts.reading import facts_about
from clapometer.instants import parse_instant
from clapometer.ledger.canonical import Value
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.reading import read_some
from clapometer.ledger.writing import writing
from clapometer.readers.text import clean_prose

from .refusing import EntryRefused, Problem
from .stating import LONGEST_REASON
from .submissions import keep, written_by
from .undoing import correction_counters, work_is_bare
from .worktyping import TypedWork, read_work

# Works of one title this many years apart may be one and the same, told by different calendars.
YEARS_APART = 1


class AddedWork(NamedTuple):
    """What became of a form: the work it added, or, unless the editor is sure, those like it."""

    work: int | None
    alike: tuple[Work, ...] = ()


def add_work(typed: Mapping[str, str], actor: str, token: str = "", *, sure: bool) -> AddedWork:
    """Add a work; where others are like it and nobody is `sure`, write nothing and return them.

    A form that was sent before writes nothing. Raises EntryRefused.
    """
    with writing(actor) as writer:
        before = written_by(token, actor)
        if before is not None:
            return AddedWork(before)
        work = read_work(typed)
        alike = works_alike(work)
        if alike and not sure:
            return AddedWork(None, alike)
        entry = writer.append_one(_added(work))
        keep(token, actor, entry.seq)
        return AddedWork(entry.seq)


def works_alike(work: TypedWork) -> tuple[Work, ...]:
    """Return the works of the same folded title, of about the same year or of an unknown one.

    A part is like others of the same number in the same whole too.
    """
    label = label_under(work.parent.label if work.parent else "", work.title)
    same = Q(key=fold(label))
    if work.parent and work.number is not None:
        same |= Q(parent=work.parent, kind=work.kind, number=work.number)
    elif work.year is not None:
        near = Q(year__gte=work.year - YEARS_APART, year__lte=work.year + YEARS_APART)
        same &= near | Q(year=None)
    found = Work.objects.filter(same, merged_into=None).select_related("parent")
    return tuple(found.order_by("id")[:10])


def correct_work(work: Work, typed: Mapping[str, str], actor: str, token: str = "") -> int | None:
    """Correct what is told of a work; return the entry, None where nothing changes.

    Raises EntryRefused.
    """
    with writing(actor) as writer:
        before = written_by(token, actor)
        if before is not None:
            return before
        draft = _correction(work, read_work(typed, work))
        if draft is None:
            return None
        entry = writer.append_one(draft)
        keep(token, actor, entry.seq)
        return entry.seq


def _added(work: TypedWork) -> Draft:
    return work_added(
        kind=work.kind,
        title=work.title,
        year=work.year,
        identifiers=work.identifiers,
        release=work.release,
        parent=work.parent.id if work.parent else None,
        number=work.number,
        released=None if work.released is None else parse_instant(work.released, UTC),
    )


def _correction(work: Work, typed: TypedWork) -> Draft | None:
    now = Work.objects.get(id=work.id)
    facts = {name: value for name, value in typed.facts().items() if fact_of(now, name) != value}
    before: dict[str, Value] = {name: fact_of(now, name) for name in facts}
    known = set(Identifier.objects.filter(work=now).values_list("value", flat=True))
    if fresh := [value for value in typed.identifiers if value not in known]:
        facts["identifiers"] = list(fresh)
    if gone := sorted(known.difference(typed.identifiers)):
        facts["removed"] = list(gone)
    if "kind" in facts and Work.objects.filter(parent_id=now.id).exists():
        raise EntryRefused(Problem("kind", _("It has parts, so it stays what it is.")))
    return work_corrected(now.id, facts, before) if facts else None


def undo_correction(seq: int, actor: str) -> Entry:
    """Take a correction of a work back, but for what was corrected again since.

    Raises EntryRefused.
    """
    with writing(actor) as writer:
        entry = read_some([seq]).get(seq)
        if entry is None or entry.kind != "work.corrected":
            raise EntryRefused(Problem("", _("There is no such correction.")))
        drafts = list(correction_counters(entry))
        if not drafts:
            sentence = _("All of it was corrected again since, or taken back already.")
            raise EntryRefused(Problem("", sentence))
        return writer.append(drafts)[-1]


def take_back_work(work: Work, reason: str, actor: str) -> Entry:
    """Take a work back that nothing speaks of. Raises EntryRefused."""
    with writing(actor) as writer:
        why = clean_prose(reason)
        if len(why) > LONGEST_REASON:
            sentence = _("A reason has at most %(n)d characters.") % {"n": LONGEST_REASON}
            raise EntryRefused(Problem("reason", sentence))
        if not work_is_bare(work.id) or facts_about([work.id]):
            sentence = _("Parts, reviews, charts or facts speak of it; take those back first.")
            raise EntryRefused(Problem("", sentence))
        return writer.append_one(work_undone(work.id, why))
