"""Splitting two records that were merged: the merging is taken back by counter-entries.

What others have built on is left standing: a fact that was corrected since stays where it is, and
a review that came in after the merging belongs to the record it came in for.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator

from clapometer.catalogue.drafts import work_split
from clapometer.catalogue.models import Work
from clapometer.facts.drafts import fact_moved
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import fact_numbered
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.reading import read_entries, read_some
from clapometer.ledger.texts import read_texts
from clapometer.ledger.writing import Writer, writing
from clapometer.reviews.drafts import entry_undone
from clapometer.reviews.events import events_of_review
from clapometer.signals.drafts import TitleKey, chart_matched
from clapometer.signals.models import ChartTitle

from .merging import FOLLOWERS, MergeRefused, Moved, check_reason, printed_now, said_of
from .undoing import correction_counters


def split_work(work: int, reason: str, actor: str) -> Moved:
    """Take the merging of this record into another one back. Raises MergeRefused."""
    check_reason(reason)
    moved = Moved()
    with writing(actor, FOLLOWERS) as writer:
        merged = _merging_of(work)
        began = writer.seq
        _split(writer, merged, reason, moved)
        moved.entries = writer.seq - began
    catch_up()
    moved.score = printed_now(work)
    return moved


def _merging_of(work: int) -> Entry:
    """Return the entry by which the record became part of another."""
    found = Work.objects.filter(id=work).first()
    if found is None:
        raise MergeRefused(f"There is no work w{work}.")
    if found.merged_by is None:
        raise MergeRefused(f"w{work} was not merged into another record.")
    return read_some([found.merged_by])[found.merged_by]


def _split(writer: Writer, merged: Entry, reason: str, moved: Moved) -> None:
    """Counter the entries of a merging, newest first; mergings of parts lie among them."""
    writer.append_one(work_split(merged.subject_id, merged.seq, reason))
    until = merged.seq
    for entry in reversed(list(read_entries(merged.data["first"] - 1, merged.seq - 1))):
        if entry.seq >= until:
            continue
        if entry.kind == "work.merged":
            _split(writer, entry, reason, moved)
            until = entry.data["first"]
            moved.parts += 1
            continue
        room = entry.kind.partition(".")[0]
        drafts = list(_COUNTERS.get(room, _fact_counters)(entry, merged.subject_id))
        moved.reviews += entry.subject_id == entry.seq and room == "review"
        moved.facts += len(drafts) if room not in _COUNTERS else 0
        writer.append(drafts)


def _review_counters(entry: Entry, _work: int) -> Iterator[Draft]:
    """Yield the entry said again where it was taken back, taken back where it was said again."""
    about = entry.data["work"]
    if entry.kind == "review.undone":
        first = read_some([entry.data["entry"]])[entry.data["entry"]]
        yield from said_of([first], entry.subject_id, about, read_texts([first.seq], "quote"))
        return
    events = events_of_review(entry.subject_id, about)
    if any(event.seq == entry.seq and event.voided_at is None for event in events):
        yield entry_undone("review.undone", entry.subject, entry.seq, about)


def _work_counters(entry: Entry, _work: int) -> Iterator[Draft]:
    if entry.kind == "work.corrected":
        yield from correction_counters(entry)


def _chart_counters(entry: Entry, work: int) -> Iterator[Draft]:
    title = TitleKey(*(entry.data[name] for name in TitleKey._fields))
    known = ChartTitle.objects.filter(**title._asdict(), work_id=entry.data["work"])
    if known.exists():
        yield chart_matched(title, work)


def _fact_counters(entry: Entry, _work: int) -> Iterator[Draft]:
    """Yield the correction that moves a fact back, unless it was corrected since."""
    fact = fact_numbered(entry.subject_id)
    kind = kind_named(entry.kind.partition(".")[0])
    if kind and fact and fact.seq == entry.seq:
        told = entry.data
        yield fact_moved(kind, fact.id, told["before"]["about"], told["about"], fact.happened_at)


_COUNTERS: dict[str, Callable[[Entry, int], Iterator[Draft]]] = {
    "review": _review_counters,
    "work": _work_counters,
    "chart": _chart_counters,
}
