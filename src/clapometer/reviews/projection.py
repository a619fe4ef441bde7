"""The consumer that keeps outlets, critics, reviews and their events."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from clapometer.catalogue.folding import fold
from clapometer.ledger import consumers
from clapometer.ledger.bulk import clear_table, execute_rows, insert_rows, look_up
from clapometer.ledger.entries import Entry
from clapometer.ledger.texts import read_texts
from clapometer.scoring.history import standing

from . import renaming, rereading
from .events import EVENT_COLUMNS, events_of_reviews
from .hosts import host_of, note_hosts
from .models import NOBODY

_TABLES = (
    "reviews_gradereading",
    "reviews_confirmedscale",
    "reviews_reviewevent",
    "reviews_review",
    "reviews_outlet",
    "reviews_critic",
    "reviews_workposition",
    "reviews_formername",
    "reviews_linkhost",
)
_REVIEW_COLUMNS = ("id", "critic_id", "outlet_id", "work_id", "mark", "standing", "repeats")
_REVIEW, _CRITIC = EVENT_COLUMNS.index("review_id"), EVENT_COLUMNS.index("critic_id")
_KIND_PREFIX = len("review.")
_NAMING = ("outlet.added", "critic.added")
_NAMES_UNDONE = ("outlet.undone", "critic.undone")
_SCALES = ("scale.confirmed", "scale.undone")
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
        if apply is None:
            continue
        alone = entry.kind in _SCALES or renames(entry)
        if alone or (batch.has_gone and entry.kind in _NAMING):
            # A scale reads what is there by then, and a correction names it. A name that was taken
            # back may be given again: the old one has to be gone by then.
            batch.write()
            batch = Batch()
        apply(batch, entry)
        if alone:
            batch.scales = rereading.in_force()
    batch.write()


def renames(entry: Entry) -> bool:
    """Return whether an entry gives somebody who is there another name, or an earlier one back."""
    if entry.kind in renaming.CORRECTED:
        return True
    return entry.kind in _NAMES_UNDONE and entry.data["entry"] != entry.subject_id


class Batch:
    """Rows of a run of entries, gathered to be written at once."""

    def __init__(self) -> None:
        self.outlets: list[tuple[int, str]] = []
        self.critics: list[int] = []
        self.gone: dict[str, list[int]] = {"outlet": [], "critic": []}
        self.reviews: list[tuple[object, ...]] = []
        self.events: list[tuple[object, ...]] = []
        self.later: list[tuple[Any, ...]] = []
        self.voided: list[tuple[int, int, int]] = []
        self.again: dict[int, int] = {}
        self.touched: dict[int, int] = {}
        self.corrected: list[tuple[int, int, int]] = []
        self.hosts: dict[tuple[str, int], int] = {}
        self.scales = rereading.in_force()
        self.printed: list[rereading.Printed] = []

    @property
    def has_gone(self) -> bool:
        """Return whether names were taken back."""
        return any(self.gone.values())

    def write(self) -> None:
        """Write everything; reviews with more than their first entry get their standing anew."""
        _write_names("outlet", self.outlets)
        _write_names("critic", _critics_named(self.critics))
        insert_rows("reviews_review", _REVIEW_COLUMNS, self.reviews)
        insert_rows("reviews_reviewevent", EVENT_COLUMNS, self.events + self._later_events())
        execute_rows(
            "UPDATE reviews_reviewevent SET voided_at = %s WHERE work_id = %s AND seq = %s",
            self.voided,
        )
        rereading.read_new(self.printed, self.scales)
        _restate([(work, review) for review, work in self.again.items()])
        for kind, ids in self.gone.items():
            execute_rows(f"DELETE FROM reviews_{kind} WHERE id = %s", [(id_,) for id_ in ids])
            renaming.forget(kind, ids)
        note_hosts(self.hosts)
        execute_rows(
            "INSERT INTO reviews_workposition (work_id, seq) VALUES (%s, %s)"
            " ON CONFLICT (work_id) DO UPDATE SET seq = excluded.seq",
            list(self.touched.items()),
        )
        execute_rows(
            "UPDATE reviews_workposition SET seq = %s WHERE work_id = %s AND seq < %s",
            self.corrected,
        )

    def _later_events(self) -> list[tuple[object, ...]]:
        """Return the rows of later entries, which leave the critic to the review's first."""
        critics = _critics_of({row[_REVIEW] for row in self.later})
        return [(*row[:_CRITIC], critics[row[_REVIEW]], *row[_CRITIC + 1 :]) for row in self.later]


def _write_names(kind: str, named: list[tuple[int, str]]) -> None:
    rows = [(id_, name, fold(name)) for id_, name in named]
    insert_rows(f"reviews_{kind}", ("id", "name", "key"), rows)


def _critics_named(critics: list[int]) -> list[tuple[int, str]]:
    """Return the critics with their names, which the log commits to and does not hold.

    An erased name leaves a critic without one.
    """
    names = read_texts(critics, "name")
    return [(id_, names.get(id_, renaming.erased(id_))) for id_ in critics]


def _outlet_added(batch: Batch, entry: Entry) -> None:
    batch.outlets.append((entry.seq, entry.data["name"]))


def _critic_added(batch: Batch, entry: Entry) -> None:
    batch.critics.append(entry.seq)


def _name_corrected(_: Batch, entry: Entry) -> None:
    renaming.correct(entry)


def _name_undone(batch: Batch, entry: Entry) -> None:
    if renames(entry):
        renaming.take_back(entry)
        return
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
        rows = batch.events
    else:
        batch.again[review] = work
        rows = batch.later
    said = data.get("said", _NOTHING_SAID)
    if "link" in said and "outlet" in data:
        batch.hosts[host_of(said["link"]), data["outlet"]] = seq
    positive = said.get("positive")
    rows.append(
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
            1 if "first_episodes" in said else 0,
        )
    )
    batch.touched[work] = seq
    if batch.scales and (printed := rereading.printed_in(entry)):
        batch.printed.append(printed)


def _review_undone(batch: Batch, entry: Entry) -> None:
    work, review = entry.data["work"], entry.subject_id
    batch.voided.append((entry.recorded_at, work, entry.data["entry"]))
    batch.again[review] = work
    batch.touched[work] = entry.seq


def _critics_of(reviews: set[Any]) -> dict[int, int | None]:
    """Return the critic of each review, None where it is unnamed."""
    rows = look_up(
        ("review",),
        [(review,) for review in sorted(reviews)],
        "SELECT id, critic_id FROM wanted JOIN reviews_review ON id = review",
    )
    return {review: critic or None for review, critic in rows}


def _work_corrected(batch: Batch, entry: Entry) -> None:
    # The width of a film's release decides which minimum its badge asks for: score it again.
    batch.corrected.append((entry.seq, entry.subject_id, entry.seq))


def _scale_confirmed(batch: Batch, entry: Entry) -> None:
    works = rereading.read_again(rereading.add_confirmed(entry))
    batch.touched.update(dict.fromkeys(works, entry.seq))


def _scale_undone(batch: Batch, entry: Entry) -> None:
    works = rereading.take_back(entry.data["entry"], entry.recorded_at)
    batch.touched.update(dict.fromkeys(works, entry.seq))


def _restate(reviews: list[tuple[int, int]]) -> None:
    """Ask the engine which entry of each review (work, review) is in force now."""
    in_force: list[tuple[int | None, int]] = []
    for review, events in events_of_reviews(reviews).items():
        event = standing(events).get(review)
        in_force.append((event.seq if event else None, review))
    execute_rows("UPDATE reviews_review SET standing = %s WHERE id = %s", in_force)


_APPLY: dict[str, Callable[[Batch, Entry], None]] = {
    "outlet.added": _outlet_added,
    "outlet.corrected": _name_corrected,
    "outlet.undone": _name_undone,
    "critic.added": _critic_added,
    "critic.corrected": _name_corrected,
    "critic.undone": _name_undone,
    "scale.confirmed": _scale_confirmed,
    "scale.undone": _scale_undone,
    "work.corrected": _work_corrected,
    "review.posted": _review_entry,
    "review.revised": _review_entry,
    "review.withdrawn": _review_entry,
    "review.excluded": _review_entry,
    "review.restored": _review_entry,
    "review.undone": _review_undone,
}
