"""Taking reviews out of the score and putting them back, and taking single entries back."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.catalogue.models import Work
from clapometer.instants import now
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.reading import read_some
from clapometer.ledger.writing import Writer, writing
from clapometer.readers.text import clean_prose
from clapometer.reviews.drafts import entry_undone, review_marked
from clapometer.reviews.models import Critic, Outlet, Review, ReviewEvent

from .days import TODAY, DayRefused, read_day
from .refusing import EntryRefused, Problem
from .rehearsing import Effect, effect_of, rehearsal
from .reviewtyping import zone_of_site
from .stating import LONGEST_REASON
from .submissions import keep, written_by
from .undoing import is_bare

_NAMES: dict[str, tuple[type[Outlet | Critic], str]] = {
    "outlet": (Outlet, "outlet_id"),
    "critic": (Critic, "critic_id"),
}


class Mark(NamedTuple):
    """One thing that can be done to a whole review: who does it, and from which state."""

    means: Promise
    stands: bool
    """Whether the review has to be in force for it."""
    needs_reason: bool


MARKS: dict[str, Mark] = {
    "withdrawn": Mark(
        gettext_lazy("The reviewer or the outlet took the review back."),
        stands=True,
        needs_reason=False,
    ),
    "excluded": Mark(
        gettext_lazy("The editors take the review out of the score."),
        stands=True,
        needs_reason=True,
    ),
    "restored": Mark(
        gettext_lazy("The withdrawal or the exclusion no longer holds."),
        stands=False,
        needs_reason=False,
    ),
}
"""What an editor can do to a review as a whole, by the kind of entry that says it."""


def mark_review(
    kind: str, review: Review, typed: Mapping[str, str], actor: str, token: str = ""
) -> int:
    """Withdraw, exclude or restore a review (MARKS); return the entry. Raises EntryRefused.

    A form that was sent before writes nothing.
    """
    with writing(actor) as writer:
        seq = written_by(token, actor)
        if seq is None:
            seq = writer.append_one(_marked(kind, review, typed)).seq
            keep(token, actor, seq)
    return seq


def foresee_mark(kind: str, review: Review, typed: Mapping[str, str], actor: str) -> Effect:
    """Return what mark_review() would do to the score, and do nothing. Raises EntryRefused."""
    with rehearsal(actor) as writer:
        entry = writer.append_one(_marked(kind, review, typed))
        return effect_of(_work(review), entry.recorded_at)


def _marked(kind: str, review: Review, typed: Mapping[str, str]) -> Draft:
    problems: list[Problem] = []
    reason = _reason(kind, typed, problems)
    happened_at = _when(typed, problems)
    found = Review.objects.get(id=review.id)
    if MARKS[kind].stands != (found.standing is not None):
        problems.append(Problem("", _not_now(kind, review.id)))
    elif found.standing is not None and happened_at is not None:
        event = ReviewEvent.objects.get(work_id=found.work_id, seq=found.standing)
        if event.happened_at is not None and happened_at < event.happened_at:
            problems.append(Problem("date", _("That is before the review was published.")))
    if problems:
        raise EntryRefused(*problems)
    return review_marked(kind, review.id, found.work_id, happened_at, reason)


def _reason(kind: str, typed: Mapping[str, str], problems: list[Problem]) -> str:
    reason = clean_prose(typed.get("reason", ""))
    if MARKS[kind].needs_reason and not reason:
        problems.append(Problem("reason", _("Say why, for everybody to read.")))
    if len(reason) > LONGEST_REASON:
        sentence = _("A reason has at most %(n)d characters.") % {"n": LONGEST_REASON}
        problems.append(Problem("reason", sentence))
    return reason


def _when(typed: Mapping[str, str], problems: list[Problem]) -> int | None:
    """Return when it happened. Today is this very moment: the review may be of today too."""
    text = typed.get("date", "").strip()
    if text.casefold() in {TODAY, _("today").casefold()}:
        return now()
    try:
        return read_day(text, zone_of_site(), now())[0]
    except DayRefused as refusal:
        problems.append(Problem("date", str(refusal)))
        return None


def _not_now(kind: str, review: int) -> str:
    if MARKS[kind].stands:
        sentence = _("Review %(id)d is not in force, so there is nothing to take out.")
    else:
        sentence = _("Review %(id)d is in force, so there is nothing to restore.")
    return sentence % {"id": review}


def undo_entry(seq: int, actor: str) -> Entry:
    """Take one entry about a review back, by a counter-entry. Raises EntryRefused.

    Names that came in with it and that nothing else uses go too.
    """
    with writing(actor) as writer:
        return _undo(writer, seq)


def foresee_undo(seq: int, actor: str) -> Effect:
    """Return what undo_entry() would do to the score, and do nothing. Raises EntryRefused."""
    with rehearsal(actor) as writer:
        entry = _undo(writer, seq)
        return effect_of(Work.objects.get(id=entry.data["work"]), entry.recorded_at)


def _undo(writer: Writer, seq: int) -> Entry:
    entry = read_some([seq]).get(seq)
    # An entry that takes another back is no event of a review.
    about = entry.data.get("work") if entry and entry.kind.startswith("review.") else None
    event = ReviewEvent.objects.filter(work_id=about, seq=seq).first() if about else None
    if event is None:
        raise EntryRefused(Problem("", _("Entry %(seq)d says nothing of a review.") % {"seq": seq}))
    if event.voided_at is not None:
        sentence = _("Entry %(seq)d was taken back already.") % {"seq": seq}
        raise EntryRefused(Problem("", sentence))
    subject = f"review:{event.review_id}"
    undone = writer.append_one(entry_undone("review.undone", subject, seq, event.work_id))
    for draft in _names_of(seq):
        writer.append_one(draft)
    return undone


def _names_of(seq: int) -> list[Draft]:
    """Return what takes back the names that were added together with an entry, if they are bare."""
    before = read_some(range(max(1, seq - 2), seq + 1))
    together = [one for one in before.values() if one.recorded_at == before[seq].recorded_at]
    drafts = []
    for entry in together:
        room, _mark, what = entry.kind.partition(".")
        if what == "added" and room in _NAMES and is_bare(*_NAMES[room], entry.seq):
            drafts.append(entry_undone(f"{room}.undone", entry.subject, entry.seq))
    return drafts


def _work(review: Review) -> Work:
    return Work.objects.get(id=review.work_id)
