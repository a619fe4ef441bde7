"""Stating facts: adding, correcting, taking back and putting back, each a ledger entry."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from zoneinfo import ZoneInfo

from django.conf import settings

from clapometer.catalogue.models import Work
from clapometer.facts.drafts import Told, fact_added, fact_corrected, fact_restored, fact_undone
from clapometer.facts.fields import Ref
from clapometer.facts.kinds import FactKind, kind_named
from clapometer.facts.reading import Fact, fact_numbered, versions_of
from clapometer.facts.typed import FactRefused, Problem, read_typed
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.writing import Writer, writing

from .releasing import append_followed

LONGEST_REASON = 500


def read_fact(kind: FactKind, typed: Mapping[str, str]) -> Told:
    """Return what was typed, read in the site's time zone, with all that it names on this site.

    Raises FactRefused with every problem there is.
    """
    told = read_typed(kind, typed, ZoneInfo(settings.SITE["time_zone"]))
    problems = absent_refs(kind, told)
    if problems:
        raise FactRefused(*problems)
    return told


def absent_refs(kind: FactKind, told: Told) -> list[Problem]:
    """Return what is wrong with the numbers of works and people that it names."""
    refs = [field for field in kind.fields if isinstance(field, Ref) and field.name in told.said]
    return [
        Problem(field.name, f"There is no {field.to} {field.show(told.said[field.name])}.")
        for field in refs
        if not _exists(field, told.said[field.name])
    ]


def draft_fact(kind: FactKind, about: int, typed: Mapping[str, str]) -> Draft:
    """Return the draft that states a fact about a work (0: about none). Raises FactRefused."""
    told = read_fact(kind, typed)
    check_about(kind, about)
    return fact_added(kind, about, stamped(kind, about, told))


def stamped(kind: FactKind, about: int, told: Told) -> Told:
    """Return what is told with what the desk states along with it, if the kind has that."""
    stamp = kind.stamp and kind.stamp.make(about, told.happened_at)
    if kind.stamp is None or stamp is None:
        return told
    return Told({**told.said, kind.stamp.name: stamp}, told.happened_at)


def add_fact(kind: FactKind, about: int, typed: Mapping[str, str], actor: str) -> Entry:
    """State a fact; return its entry, whose position is the fact's number. Raises FactRefused."""
    with writing(actor) as writer:
        return _append(writer, draft_fact(kind, about, typed))


def correct_fact(number: int, typed: Mapping[str, str], actor: str) -> Entry | None:
    """Change what a fact says; None where that is what it says already. Raises FactRefused."""
    with writing(actor) as writer:
        fact, kind = _there(number)
        told = _restamped(kind, fact, read_fact(kind, typed))
        draft = fact_corrected(kind, number, told, Told(fact.said, fact.happened_at))
        return _append(writer, draft) if draft else None


def undo_fact(number: int, reason: str, actor: str) -> Entry:
    """Take a fact back, with the reason in public. Raises FactRefused."""
    with writing(actor) as writer:
        fact, kind = _there(number)
        return _append(writer, fact_undone(kind, number, fact.seq, _reason(reason)))


def restore_fact(number: int, reason: str, actor: str) -> Entry:
    """Put a fact back that was taken back: it says again what it said. Raises FactRefused."""
    with writing(actor) as writer:
        fact, kind = _last(number)
        if fact.until is None:
            raise FactRefused(Problem("", f"Fact {number} stands; nothing has to be put back."))
        return _append(writer, fact_restored(kind, number, fact.until, _reason(reason)))


def undo_correction(number: int, actor: str) -> Entry:
    """Take the last correction of a fact back: it says again what it said before it.

    Raises FactRefused where the fact was not corrected.
    """
    with writing(actor) as writer:
        now, kind = _there(number)
        before = next((one for one in versions_of(number) if one.until == now.seq), None)
        draft = before and fact_corrected(kind, number, _told(now=before), _told(now=now))
        if draft is None:
            raise FactRefused(Problem("", f"Fact {number} was not corrected."))
        return _append(writer, draft)


def _append(writer: Writer, draft: Draft) -> Entry:
    return append_followed(writer, [draft])[0]


def _restamped(kind: FactKind, fact: Fact, told: Told) -> Told:
    """Return what is told with what was stated when it was saved; anew only for another time."""
    if kind.stamp is None or told.happened_at != fact.happened_at:
        return stamped(kind, fact.about, told)
    kept = {name: fact.said[name] for name in (kind.stamp.name,) if name in fact.said}
    return Told({**told.said, **kept}, told.happened_at)


def _told(*, now: Fact) -> Told:
    return Told(now.said, now.happened_at)


def _there(number: int) -> tuple[Fact, FactKind]:
    fact, kind = _last(number)
    if fact.until is not None:
        raise FactRefused(Problem("", f"Fact {number} was taken back; put it back first."))
    return fact, kind


def _last(number: int) -> tuple[Fact, FactKind]:
    versions = versions_of(number)
    kind = kind_named(versions[-1].kind) if versions else None
    if kind is None:
        raise FactRefused(Problem("", f"There is no fact {number}."))
    return versions[-1], kind


def check_about(kind: FactKind, about: int) -> None:
    """Raise FactRefused where the fact cannot be about that."""
    if not kind.about:
        if about:
            raise FactRefused(Problem("", f"{kind.title}: this stands alone, it is of no work."))
        return
    work = Work.objects.filter(id=about).first()
    problem = about_problem(kind, work) if work else Problem("", f"There is no work w{about}.")
    if problem:
        raise FactRefused(problem)


def about_problem(kind: FactKind, work: Work) -> Problem | None:
    """Return why such a fact cannot be about a work; None where it can."""
    if work.kind in kind.about:
        return None
    known = ", ".join(kind.about)
    return Problem("", f"{kind.title}: “{work}” is a {work.kind}; this can be said of: {known}.")


def _exists(field: Ref, number: object) -> bool:
    assert isinstance(number, int)
    return _EXISTS.get(field.to, _is_fact(field.to))(number)


def _is_fact(kind: str) -> Callable[[int], bool]:
    def exists(number: int) -> bool:
        fact = fact_numbered(number)
        return fact is not None and fact.kind == kind

    return exists


def _reason(text: str) -> str:
    reason = " ".join(text.split())
    if len(reason) > LONGEST_REASON:
        raise FactRefused(
            Problem(
                "reason", f"The reason has {len(reason)} characters; {LONGEST_REASON} are most."
            )
        )
    return reason


_EXISTS: dict[str, Callable[[int], bool]] = {
    "work": lambda number: Work.objects.filter(id=number).exists()
}
