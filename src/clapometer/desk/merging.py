"""Merging two records of one work: everything said of the one is said of the other.

Nothing is moved in silence: each review is taken back there and posted here with the time at which
it happened, each fact is corrected to be about the other record, and both clocks go on answering
for both records. `splitting` takes it all back.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

import orjson
from django.db import transaction

from clapometer.catalogue.drafts import fact_of, work_corrected, work_merged
from clapometer.catalogue.models import Work
from clapometer.facts.drafts import fact_moved
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import facts_about
from clapometer.ledger.canonical import Value, canonical
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.reading import read_some
from clapometer.ledger.texts import read_texts
from clapometer.ledger.writing import Writer, writing
from clapometer.reviews.contents import Told
from clapometer.reviews.drafts import (
    Reviewer,
    entry_undone,
    posted,
    review_marked,
    said_again,
    sealed_quote,
)
from clapometer.reviews.events import events_of_work
from clapometer.reviews.models import Review
from clapometer.reviews.scores import score_of
from clapometer.scoring.history import standing
from clapometer.signals.drafts import TitleKey, chart_matched
from clapometer.signals.models import ChartTitle

from .rows import known_reviews
from .stating import LONGEST_REASON

FOLLOWERS = ("catalogue", "reviews", "facts", "charts")
# Facts of a record that the other takes over where it has none of its own.
_FILLED = ("year", "release", "released")
_SAYING = ("posted", "revised")


class MergeRefused(ValueError):
    """The two cannot be merged, or are not; the message is one sentence."""


@dataclass(slots=True)
class Moved:
    """What a merging, or its undoing, wrote: entries in all, and what they are about.

    `score`: of the record merged into, after it.
    """

    entries: int = 0
    reviews: int = 0
    facts: int = 0
    parts: int = 0
    score: str = ""


def merge_works(work: int, into: int, reason: str, actor: str, *, preview: bool = False) -> Moved:
    """Make the record `work` part of the record `into`. Raises MergeRefused.

    A preview writes everything and throws it away, so that it can say nothing but the truth.
    """
    check_reason(reason)
    moved = Moved()
    with transaction.atomic():
        _write_all(work, into, reason, actor, moved)
        moved.score = printed_now(into)
        transaction.set_rollback(preview)
    return moved


def printed_now(work: int) -> str:
    """Return the score of a work now, as its rule prints it, with its count."""
    found = score_of(Work.objects.get(id=work))
    tally = found.score.tally
    shown = "–" if found.score.printed is None else f"{found.score.printed}"
    return f"{shown} ({tally.positive} of {tally.count})"


def _write_all(work: int, into: int, reason: str, actor: str, moved: Moved) -> None:
    with writing(actor, FOLLOWERS) as writer:
        first, second = _both(work, into)
        began = writer.seq
        _merge(writer, first, second, reason, moved)
        moved.entries = writer.seq - began
    catch_up()


def check_reason(reason: str) -> None:
    """Raise MergeRefused for a reason too long to be shown."""
    if len(reason) > LONGEST_REASON:
        raise MergeRefused(
            f"The reason has {len(reason):,} characters; {LONGEST_REASON} are the most."
        )


def _both(work: int, into: int) -> tuple[Work, Work]:
    found = Work.objects.in_bulk([work, into])
    for number in (work, into):
        if number not in found:
            raise MergeRefused(f"There is no work w{number}.")
        if found[number].merged_into:
            whole = found[number].merged_into
            raise MergeRefused(f"w{number} was merged into w{whole} already; split them first.")
    one, other = found[work], found[into]
    if work == into:
        raise MergeRefused(f"w{work} is one record; name two.")
    if one.kind != other.kind:
        raise MergeRefused(f"“{one}” is a {one.kind} and “{other}” is a {other.kind}.")
    if into in _above(one) or work in _above(other):
        raise MergeRefused(f"“{one}” and “{other}” lie one in the other.")
    return one, other


def _above(work: Work) -> list[int]:
    found: list[int] = []
    parent = work.parent_id
    while parent and parent not in found:
        found.append(parent)
        above = Work.objects.filter(id=parent).first()
        parent = above.parent_id if above else None
    return found


def _merge(writer: Writer, one: Work, other: Work, reason: str, moved: Moved) -> None:
    """Write the entries of one merging, those of the parts first."""
    first = writer.seq + 1
    for part in Work.objects.filter(parent_id=one.id, merged_into=None).order_by("id"):
        _merge_part(writer, part, other, reason, moved)
    moved.reviews += _move_reviews(writer, one.id, other.id)
    facts = _moved_facts(one.id, other.id)
    moved.facts += len(facts)
    titles = list(_moved_titles(one.id, other.id))
    writer.append([*facts, *titles, *_completed(one, other)])
    writer.append_one(work_merged(one.id, other.id, first, reason))


def _merge_part(writer: Writer, part: Work, other: Work, reason: str, moved: Moved) -> None:
    """Merge a part with its like in the other record, or make it a part of that."""
    moved.parts += 1
    alike = Work.objects.filter(parent_id=other.id, kind=part.kind, merged_into=None)
    like = alike.filter(number=part.number).first() if part.number is not None else None
    if like:
        _merge(writer, part, like, reason, moved)
    else:
        writer.append_one(work_corrected(part.id, {"parent": other.id}, {"parent": part.parent_id}))


def _completed(one: Work, other: Work) -> Iterator[Draft]:
    """Yield the corrections of both records: names elsewhere go over, what lacked is filled in."""
    named: list[Value] = list(one.identifiers.order_by("value").values_list("value", flat=True))
    facts = {
        name: fact_of(one, name)
        for name in _FILLED
        if not fact_of(other, name) and fact_of(one, name)
    }
    left: dict[str, Value] = {"removed": named} if named else {}
    if one.parent_id:
        left |= {"parent": None, "number": None}
    if left:
        before = {name: fact_of(one, name) for name in left if name != "removed"}
        yield work_corrected(one.id, left, before)
    if named or facts:
        before = {name: fact_of(other, name) for name in facts}
        yield work_corrected(other.id, {**facts, "identifiers": named}, before)


def _moved_facts(one: int, other: int) -> list[Draft]:
    """Return the corrections that move the facts, but for what the other record says already."""
    there = {
        (fact.kind, fact.happened_at, orjson.dumps(fact.said)) for fact in facts_about([other])
    }
    drafts = []
    for fact in facts_about([one]):
        kind = kind_named(fact.kind)
        if kind and (fact.kind, fact.happened_at, orjson.dumps(fact.said)) not in there:
            drafts.append(fact_moved(kind, fact.id, other, one, fact.happened_at))
    return drafts


def _moved_titles(one: int, other: int) -> Iterator[Draft]:
    for title in ChartTitle.objects.filter(work_id=one).order_by("id"):
        key = TitleKey(title.publication, title.show, title.season, title.film)
        yield chart_matched(key, other)


def _move_reviews(writer: Writer, one: int, other: int) -> int:
    """Post the reviews of one record in the other and take them back here; return how many."""
    events = events_of_work(one)
    live = [event for event in events if event.voided_at is None]
    in_force = set(standing(events))
    entries = read_some(event.seq for event in live)
    quotes = read_texts(entries, "quote")
    by_review: dict[int, list[Entry]] = {}
    for event in live:
        by_review.setdefault(event.reviewer, []).append(entries[event.seq])
    reviewers = _reviewers(by_review, other)
    known = known_reviews(list(reviewers.values()))
    fresh = {review: who for review, who in reviewers.items() if who not in known}
    ids = writer.append([_posted(by_review[one], who, quotes) for one, who in fresh.items()])
    there = {review: entry.subject_id for review, entry in zip(fresh, ids, strict=True)}
    later = [
        draft
        for review, number in there.items()
        for draft in said_of(by_review[review][1:], number, other, quotes)
    ]
    for review, who in reviewers.items():
        if who in known and review in in_force:
            later += _unlike(
                by_review[review], known[who].digests, known[who].review, other, quotes
            )
    writer.append([*later, *_taken_back(by_review, one)])
    return len(by_review)


def _reviewers(reviews: dict[int, list[Entry]], work: int) -> dict[int, Reviewer]:
    """Return who wrote each review, as reviewers of the other record."""
    found = Review.objects.in_bulk(list(reviews))
    return {
        review: Reviewer(row.critic_id, row.outlet_id, work, row.mark)
        for review, row in ((review, found[review]) for review in reviews)
    }


def _posted(entries: list[Entry], who: Reviewer, quotes: dict[int, str]) -> Draft:
    first = entries[0]
    quote = sealed_quote(quotes.get(first.seq, ""))
    return posted(who, _told(first), first.happened_at, quote)


def said_of(
    entries: list[Entry], review: int, work: int, quotes: dict[int, str]
) -> Iterator[Draft]:
    """Yield entries about a review, said again of a review of the work; quotes by position."""
    for entry in entries:
        kind, data = entry.kind.removeprefix("review."), entry.data
        if kind in _SAYING:
            quote = sealed_quote(quotes.get(entry.seq, ""))
            yield said_again(kind, review, work, _told(entry), entry.happened_at, quote)
        else:
            yield review_marked(kind, review, work, entry.happened_at, data["reason"])


def _unlike(
    entries: list[Entry], digests: set[int], review: int, work: int, quotes: dict[int, str]
) -> list[Draft]:
    """Return what a reviewer of both records said in the one that the other does not have."""
    fresh = [one for one in entries if "said" in one.data and one.data["digest"] not in digests]
    return list(said_of(fresh, review, work, quotes))


def _taken_back(reviews: dict[int, list[Entry]], work: int) -> Iterator[Draft]:
    """Yield the counter-entries, newest first, so that undoing them says all again in order."""
    entries = (entry for review in reviews.values() for entry in review)
    for entry in sorted(entries, key=lambda entry: -entry.seq):
        yield entry_undone("review.undone", entry.subject, entry.seq, work)


def _told(entry: Entry) -> Told:
    data = entry.data
    return Told(canonical(data["said"]), data["digest"])
