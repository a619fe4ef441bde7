"""The consumer that keeps outlets, critics, reviews and their events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import connection

from clapometer.catalogue.folding import fold
from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table, execute_rows, insert_rows
from clapometer.ledger.entries import Entry
from clapometer.ledger.texts import read_texts
from clapometer.scoring.history import standing

from .events import EVENT_COLUMNS, events_of_review
from .models import NOBODY

_TABLES = (
    "reviews_reviewevent",
    "reviews_review",
    "reviews_outlet",
    "reviews_critic",
    "reviews_workposition",
)
_REVIEW_COLUMNS = ("id", "critic_id", "outlet_id", "work_id", "mark", "standing", "repeats")
_KIND_PREFIX = len("review.")
# A withdrawal, an exclusion or a restoration says nothing of its own.
_NOTHING_SAID: dict[str, Any] = {}


def register() -> None:
    """Make the consumer known to the ledger."""
    consumers.register(consumers.Consumer("reviews", advance, clear))


def clear() -> None:
    """Empty the tables."""
    for table in _TABLES:
        clear_table(table)


def advance(span: consumers.Span) -> None:
    """Take in the entries about outlets, critics and reviews."""
    batch = Batch()
    for entry in span.entries():
        apply = _APPLY.get(entry.kind)
        if apply is not None:
            apply(batch, entry)
    batch.write()


class Batch:
    """Rows of a run of entries, gathered to be written at once."""

    def __init__(self) -> None:
        self.names: dict[str, list[tuple[int, str]]] = {"outlet": [], "critic": []}
        self.gone: dict[str, list[int]] = {"outlet": [], "critic": []}
        self.reviews: list[tuple[object, ...]] = []
        self.events: list[tuple[object, ...]] = []
        self.voided: list[tuple[int, int, int]] = []
        self.again: dict[int, int] = {}
        self.touched: dict[int, int] = {}

    def write(self) -> None:
        """Write everything; reviews with more than their first entry get their standing anew."""
        for kind, named in self.names.items():
            self._write_names(kind, named)
        insert_rows("reviews_review", _REVIEW_COLUMNS, self.reviews)
        insert_rows("reviews_reviewevent", EVENT_COLUMNS, self.events)
        execute_rows(
            "UPDATE reviews_reviewevent SET voided_at = %s WHERE work_id = %s AND seq = %s",
            self.voided,
        )
        for review, work in self.again.items():
            _restate(review, work)
        for kind, ids in self.gone.items():
            execute_rows(f"DELETE FROM reviews_{kind} WHERE id = %s", [(id_,) for id_ in ids])
        execute_rows(
            "INSERT INTO reviews_workposition (work_id, seq) VALUES (%s, %s)"
            " ON CONFLICT (work_id) DO UPDATE SET seq = excluded.seq",
            list(self.touched.items()),
        )

    def _write_names(self, kind: str, named: list[tuple[int, str]]) -> None:
        rows = [(id_, name, fold(name)) for id_, name in named]
        insert_rows(f"reviews_{kind}", ("id", "name", "key"), rows)


def _outlet_added(batch: Batch, entry: Entry) -> None:
    batch.names["outlet"].append((entry.seq, entry.data["name"]))


def _critic_added(batch: Batch, entry: Entry) -> None:
    # The name was committed to, not logged; an erased one leaves a critic without a name.
    name = read_texts([entry.seq], "name").get(entry.seq, f"(name erased, {entry.subject})")
    batch.names["critic"].append((entry.seq, name))


def _name_undone(batch: Batch, entry: Entry) -> None:
    batch.gone[entry.kind.partition(".")[0]].append(entry.subject_id)


def _review_entry(batch: Batch, entry: Entry) -> None:
    data = entry.data
    seq, work, review = entry.seq, data["work"], entry.subject_id
    critic = data.get("critic")
    if review == seq:
        batch.reviews.append(
            (
                seq,
                critic or NOBODY,
                data.get("outlet", NOBODY),
                work,
                data.get("mark", ""),
                seq,
                False,
            )
        )
    else:
        batch.again[review] = work
    said = data.get("said", _NOTHING_SAID)
    positive = said.get("positive")
    batch.events.append(
        (
            work,
            seq,
            review,
            critic,
            entry.kind[_KIND_PREFIX:],
            entry.happened_at,
            entry.recorded_at,
            None,
            None if positive is None else int(positive),
            said.get("value"),
            1 if "top" in said else 0,
            data.get("digest", 0),
        )
    )
    batch.touched[work] = seq


def _review_undone(batch: Batch, entry: Entry) -> None:
    work, review = entry.data["work"], entry.subject_id
    batch.voided.append((entry.recorded_at, work, entry.data["entry"]))
    batch.again[review] = work
    batch.touched[work] = entry.seq


def _restate(review: int, work: int) -> None:
    """Ask the engine which entry of a review is in force now."""
    in_force = standing(events_of_review(review, work)).get(review)
    with connection.cursor() as cursor:
        cursor.execute(
            "UPDATE reviews_review SET standing = %s WHERE id = %s",
            [in_force.seq if in_force else None, review],
        )


_APPLY: dict[str, Callable[[Batch, Entry], None]] = {
    "outlet.added": _outlet_added,
    "outlet.undone": _name_undone,
    "critic.added": _critic_added,
    "critic.undone": _name_undone,
    "review.posted": _review_entry,
    "review.revised": _review_entry,
    "review.withdrawn": _review_entry,
    "review.excluded": _review_entry,
    "review.restored": _review_entry,
    "review.undone": _review_undone,
}
