"""What an editor has entered in this sitting, for the list beside the form."""

from __future__ import annotations

from dataclasses import dataclass

from django.urls import reverse
from django.utils.translation import gettext as _

from clapometer.catalogue.models import Work
from clapometer.desk.submissions import sitting_of
from clapometer.ledger.reading import read_some
from clapometer.reviews.models import ReviewEvent
from clapometer.reviews.record import Said, said_by
from clapometer.site import words
from clapometer.site.addresses import entry_address, work_address
from clapometer.site.rows import names_of


@dataclass(frozen=True, slots=True)
class Sent:
    """One entry of the sitting: who, what, of which work, and where it is taken back."""

    seq: int
    who: str
    sign: str
    verdict: str
    word: str
    grade: str
    kind: str
    work: str
    work_url: str
    entry_url: str
    undo_url: str
    undone: bool


def sitting(actor: str) -> list[Sent]:
    """Return what somebody entered about reviews in this sitting, the newest first."""
    seqs = sitting_of(actor)
    kinds = {seq: one.kind for seq, one in read_some(seqs).items()}
    reviews = [seq for seq in seqs if kinds.get(seq, "").startswith("review.")]
    said = said_by(reviews)
    works = Work.objects.in_bulk({one.work_id for one in said.values()})
    undone = _undone(said)
    return [
        _sent(said[seq], works[said[seq].work_id], undone=seq in undone)
        for seq in reviews
        if said[seq].work_id in works
    ]


def _undone(said: dict[int, Said]) -> set[int]:
    works = {one.work_id for one in said.values()}
    events = ReviewEvent.objects.filter(work_id__in=works, seq__in=said, voided_at__isnull=False)
    return set(events.values_list("seq", flat=True))


def _sent(said: Said, work: Work, *, undone: bool) -> Sent:
    verdict, sign, word = words.VERDICTS[said.positive]
    return Sent(
        seq=said.seq,
        who=names_of(said),
        sign=sign,
        verdict=verdict,
        word=str(word),
        grade=grade_words(said.grade, said.value),
        kind=str(words.EVENT_KINDS.get(said.kind, said.kind)),
        work=str(work),
        work_url=work_address(work),
        entry_url=entry_address(said.seq),
        undo_url=reverse("review_undo", args=[said.review, said.seq]),
        undone=undone,
    )


def grade_words(text: str, points: int | None) -> str:
    """Return a grade with its reading: B+ → 8.3/10."""
    if not text:
        return ""
    if points is None:
        return _("%(grade)s (cannot be read)") % {"grade": text}
    return f"{text} → {points / 1000:.1f}/10"
