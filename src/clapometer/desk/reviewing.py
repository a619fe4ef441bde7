"""Entering reviews by hand: a new one, a change by the reviewer, a correction of a typing error."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _

from clapometer.catalogue.models import Work
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.writing import Writer, writing
from clapometer.reviews.contents import Content
from clapometer.reviews.drafts import (
    Reviewer,
    critic_added,
    entry_undone,
    outlet_added,
    review_posted,
    review_said,
)
from clapometer.reviews.models import Review, ReviewEvent

from .names import NameBook
from .preparing import mark_of
from .refusing import EntryRefused, Problem
from .rehearsing import Effect, effect_of, rehearsal
from .reviewtyping import TypedReview, read_review
from .rows import known_reviews
from .submissions import keep, written_by

_ADDED = {"outlet": outlet_added, "critic": critic_added}
# What becomes of a review that was typed.
NEW, REVISED, EARLIER, UNCHANGED, AGAIN = "new", "revised", "earlier", "unchanged", "again"


class Entered(NamedTuple):
    """What became of a form: one of the words above, and the entry that says it.

    `seq` is None where the site has exactly this already.
    """

    became: str
    seq: int | None


class Foreseen(NamedTuple):
    """What saving would do: the review as read, what would become of it, and of the score."""

    review: TypedReview
    became: str
    effect: Effect | None


def enter_review(work: Work, typed: Mapping[str, str], actor: str, token: str = "") -> Entered:
    """Enter a review; of a reviewer whom the site has already, it is a later or earlier version.

    A form that was sent before writes nothing. Raises EntryRefused.
    """
    with writing(actor) as writer:
        before = written_by(token, actor)
        if before is not None:
            return Entered(AGAIN, before)
        became, entry = _enter(writer, work, read_review(typed))
        if entry is not None:
            keep(token, actor, entry.seq)
    return Entered(became, entry and entry.seq)


def foresee_review(work: Work, typed: Mapping[str, str], actor: str) -> Foreseen:
    """Return what enter_review() would do, and do nothing. Raises EntryRefused."""
    with rehearsal(actor) as writer:
        review = read_review(typed)
        became, entry = _enter(writer, work, review)
        effect = effect_of(work, entry.recorded_at) if entry else None
    return Foreseen(review, became, effect)


def change_review(
    review: Review, typed: Mapping[str, str], actor: str, token: str = "", *, mistyped: bool = False
) -> Entered:
    """Write that the reviewer changed a review, or, if it was `mistyped` here, correct it.

    A correction takes the entry in force back and says it again rightly. Raises EntryRefused.
    """
    with writing(actor) as writer:
        before = written_by(token, actor)
        if before is not None:
            return Entered(AGAIN, before)
        became, entry = _change(writer, review, read_review(typed, named=False), mistyped=mistyped)
        if entry is not None:
            keep(token, actor, entry.seq)
    return Entered(became, entry and entry.seq)


def foresee_change(
    review: Review, typed: Mapping[str, str], actor: str, *, mistyped: bool = False
) -> Foreseen:
    """Return what change_review() would do, and do nothing. Raises EntryRefused."""
    work = Work.objects.get(id=review.work_id)
    with rehearsal(actor) as writer:
        read = read_review(typed, named=False)
        became, entry = _change(writer, review, read, mistyped=mistyped)
        effect = effect_of(work, entry.recorded_at) if entry else None
    return Foreseen(read, became, effect)


def _enter(writer: Writer, work: Work, review: TypedReview) -> tuple[str, Entry | None]:
    reviewer = _reviewer(writer, work, review)
    known = known_reviews([reviewer]).get(reviewer)
    if known is None:
        return NEW, writer.append_one(review_posted(reviewer, review.content))
    if not known.digests:
        # All that was said of it was taken back: it begins anew.
        return NEW, writer.append_one(review_said("posted", known.review, reviewer, review.content))
    if not known.in_force:
        raise EntryRefused(Problem("critic", _gone(known.review)))
    if _standing_digest(work.id, known.review) == review.content.told().digest:
        return UNCHANGED, None
    earlier = _is_before(review.content, known.latest)
    kind, became = ("posted", EARLIER) if earlier else ("revised", REVISED)
    return became, writer.append_one(review_said(kind, known.review, reviewer, review.content))


def _reviewer(writer: Writer, work: Work, review: TypedReview) -> Reviewer:
    """Return who reviewed what; names that nobody knows yet are added."""
    outlet = _named(writer, "outlet", review.outlet)
    critic = _named(writer, "critic", review.critic)
    content = review.content
    mark = "" if review.critic else mark_of("", content.link, content.told())
    return Reviewer(critic, outlet, work.id, mark)


def _named(writer: Writer, kind: str, name: str) -> int:
    book, added = NameBook(kind), _ADDED[kind]
    book.learn({name}, lambda names: [one.seq for one in writer.append(list(map(added, names)))])
    return book.ids[name]


def _is_before(content: Content, latest: int | None) -> bool:
    return latest is not None and content.happened_at is not None and content.happened_at < latest


def _standing_digest(work: int, review: int) -> int | None:
    standing = Review.objects.filter(id=review).values_list("standing", flat=True).first()
    found = ReviewEvent.objects.filter(work_id=work, seq=standing or 0)
    return found.values_list("digest", flat=True).first()


def _gone(review: int) -> str:
    return _(
        "This reviewer's review (%(id)d) was withdrawn or excluded;"
        " restore it first, and then say what changed."
    ) % {"id": review}


def _change(
    writer: Writer, review: Review, typed: TypedReview, *, mistyped: bool
) -> tuple[str, Entry | None]:
    now = Review.objects.get(id=review.id)
    if now.standing is None:
        raise EntryRefused(Problem("", _gone(review.id)))
    event = ReviewEvent.objects.get(work_id=now.work_id, seq=now.standing)
    if event.digest == typed.content.told().digest:
        return UNCHANGED, None
    reviewer = Reviewer(now.critic_id, now.outlet_id, now.work_id, now.mark)
    if mistyped:
        return _said_rightly(writer, reviewer, event, typed.content)
    if _is_before(typed.content, event.happened_at):
        raise EntryRefused(Problem("date", _too_early()))
    return REVISED, writer.append_one(review_said("revised", now.id, reviewer, typed.content))


def _too_early() -> str:
    return _(
        "A change comes after what was changed; if the day of the review is wrong here, say that"
        " it was entered wrongly."
    )


def _said_rightly(
    writer: Writer, reviewer: Reviewer, event: ReviewEvent, content: Content
) -> tuple[str, Entry]:
    """Take the entry back, and say the same kind of thing again as it should have been said."""
    review, kind = event.review_id, event.kind
    drafts: list[Draft] = [
        entry_undone("review.undone", f"review:{review}", event.seq, reviewer.work),
        review_said(kind, review, reviewer, content),
    ]
    return REVISED, writer.append(drafts)[-1]
