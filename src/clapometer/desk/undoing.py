"""Taking an import back as a whole, by counter-entries."""

from __future__ import annotations

from collections.abc import Callable, Collection, Iterator
from dataclasses import dataclass
from typing import TypeAlias

from django.db import connection

from clapometer.catalogue.drafts import correction_undone, fact_of, work_undone
from clapometer.catalogue.models import Identifier, Work
from clapometer.ledger.bulk import look_up
from clapometer.ledger.canonical import Value
from clapometer.ledger.consumers import catch_up
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.writing import writing
from clapometer.reviews.drafts import entry_undone
from clapometer.reviews.models import Critic, Outlet

from . import journal
from .chartundoing import chart_counters, match_counters
from .countundoing import counter_counters, definition_counters, point_counters
from .factundoing import alone_counters, fact_counters
from .imports import AT_ONCE
from .models import Import
from .releasing import append_followed

Counters: TypeAlias = Callable[[list[Entry]], Iterator[Draft]]
BATCH = 10_000
_REASON = "the import that brought it was taken back"
# What speaks of a work that stands.
_SPEAKING = (
    "SELECT 1 FROM reviews_reviewevent WHERE work_id = %s AND voided_at IS NULL",
    "SELECT 1 FROM signals_charttitle WHERE work_id = %s",
    "SELECT 1 FROM facts_factversion WHERE about = %s AND until IS NULL",
)


class ImportUnknown(LookupError):
    """There is no such import, or nothing of it is left; the message is one sentence."""


@dataclass(frozen=True, slots=True)
class Undone:
    """What an undo wrote: how many counter-entries, and how many of them were about reviews."""

    import_id: int
    entries: int
    reviews: int


def undo_import(import_id: int, progress: Callable[[int, int], None] | None = None) -> Undone:
    """Take everything the import brought back; what others have built on is left standing.

    An undo that was broken off is simply run again. `progress` is told how many entries were looked
    through, and of how many. Raises ImportUnknown.
    """
    found = Import.objects.filter(id=import_id).first()
    if found is None:
        raise ImportUnknown(f"There is no import {import_id}; `clapometer undo` lists them.")
    if found.state == "undone":
        raise ImportUnknown(f"Import {import_id} was taken back already.")
    actor, until = f"import:{import_id}", head()[0]
    reviews = others = 0
    for batch in _batches(actor, import_id, until, progress):
        reviews += _write(import_id, _review_counters, batch)
        others += _write(import_id, _each(chart_counters), batch)
        others += _write(import_id, _each(point_counters), batch)
        others += _write(import_id, fact_counters, batch)
    for batch in _batches(actor, import_id, until, None):
        # In front of the works that they are about, and counters in front of what defines them.
        others += _write(import_id, _each(counter_counters), batch)
        others += _write(import_id, _each(definition_counters), batch)
        others += _write(import_id, alone_counters, batch)
        others += _write(import_id, _match_counters, batch)
        others += _write(import_id, _other_counters, batch)
    with writing(f"undo:{import_id}") as writer:
        writer.append_one(journal.undone(import_id, reviews + others))
    catch_up()
    return Undone(import_id, reviews + others, reviews)


def _batches(
    actor: str, first: int, until: int, progress: Callable[[int, int], None] | None
) -> Iterator[list[Entry]]:
    """Yield the import's entries, newest first: what was built on is taken back last."""
    last = until
    while until > first:
        after = max(first, until - BATCH)
        yield [entry for entry in read_entries(after, until) if entry.actor == actor][::-1]
        until = after
        if progress:
            progress(last - until, last - first)


def _write(import_id: int, counters: Counters, batch: list[Entry]) -> int:
    # Judged under the write lock: what nobody has built on must still be so when it goes.
    with writing(f"undo:{import_id}", (*AT_ONCE, "charts", "facts", "points", "record")) as writer:
        drafts = list(counters(batch))
        if drafts:
            append_followed(writer, drafts)
    return len(drafts)


def _review_counters(entries: list[Entry]) -> Iterator[Draft]:
    reviews = [entry for entry in entries if entry.kind.startswith("review.")]
    undone = _already([(entry.data["work"], entry.seq) for entry in reviews])
    for entry in reviews:
        if entry.seq not in undone:
            yield entry_undone("review.undone", entry.subject, entry.seq, entry.data["work"])


def _each(counter: Callable[[Entry], Iterator[Draft]]) -> Counters:
    """Return what yields the counter-entries to each of many entries."""

    def counters(entries: list[Entry]) -> Iterator[Draft]:
        for entry in entries:
            yield from counter(entry)

    return counters


def _match_counters(entries: list[Entry]) -> Iterator[Draft]:
    for entry in entries:
        if entry.kind == "chart.matched":
            yield from match_counters(entry)


def _already(keys: list[tuple[int, int]]) -> set[int]:
    """Return which of the entries (work, seq) were taken back before."""
    rows = look_up(
        ("work", "entry"),
        keys,
        "SELECT seq FROM wanted JOIN reviews_reviewevent e ON e.work_id = work AND e.seq = entry"
        " WHERE e.voided_at IS NOT NULL",
    )
    return {row[0] for row in rows}


def _other_counters(entries: list[Entry]) -> Iterator[Draft]:
    gone: set[int] = set()
    for entry in entries:
        if entry.kind == "work.corrected":
            yield from correction_counters(entry)
        elif entry.kind == "work.added" and work_is_bare(entry.seq, gone):
            gone.add(entry.seq)
            yield work_undone(entry.seq, _REASON)
        elif entry.kind == "outlet.added" and is_bare(Outlet, "outlet_id", entry.seq):
            yield entry_undone("outlet.undone", entry.subject, entry.seq)
        elif entry.kind == "critic.added" and is_bare(Critic, "critic_id", entry.seq):
            yield entry_undone("critic.undone", entry.subject, entry.seq)


def correction_counters(entry: Entry) -> Iterator[Draft]:
    """Yield the counter-entry to a correction, but for facts that were corrected again since."""
    work = Work.objects.filter(id=entry.subject_id).first()
    if work is None:
        return
    data = entry.data
    before = {
        field: value
        for field, value in data["before"].items()
        if fact_of(work, field) == data[field]
    }
    named = Identifier.objects.filter(work=work, value__in=data.get("identifiers", []))
    identifiers: list[Value] = list(named.order_by("value").values_list("value", flat=True))
    removed = _free(data.get("removed", []))
    if before or identifiers or removed:
        told = {**data, "before": before, "identifiers": identifiers, "removed": removed}
        yield correction_undone(work.id, told)


def _free(names: list[str]) -> list[Value]:
    """Return which of the identifiers name no work now."""
    taken = set(Identifier.objects.filter(value__in=names).values_list("value", flat=True))
    return [name for name in names if name not in taken]


def work_is_bare(work: int, gone: Collection[int] = ()) -> bool:
    """Return whether the work is there and only what is undone, or about to be, speaks of it."""
    if not Work.objects.filter(id=work).exists():
        return False
    if Work.objects.filter(parent_id=work).exclude(id__in=gone).exists():
        return False
    return not any(_any(query, work) for query in _SPEAKING)


def is_bare(model: type[Outlet | Critic], column: str, key: int) -> bool:
    """Return whether a name is there and no review that is left bears it; `column`: of a review."""
    if not model.objects.filter(id=key).exists():
        return False
    return not _any(
        "SELECT 1 FROM reviews_review r JOIN reviews_reviewevent e"
        f" ON e.work_id = r.work_id AND e.review_id = r.id WHERE r.{column} = %s"
        " AND e.voided_at IS NULL",
        key,
    )


def _any(query: str, value: int) -> bool:
    with connection.cursor() as cursor:
        cursor.execute(f"{query} LIMIT 1", [value])
        return cursor.fetchone() is not None
