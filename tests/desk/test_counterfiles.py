"""Files of numbers taken in, restated and taken back. All works and numbers are made up."""

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.desk.counterfiles import preview_counters, read_counter_file, run_counters
from clapometer.desk.undoing import undo_import
from clapometer.facts.reading import facts_of_kind
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.writing import writing
from clapometer.signals.counters import counters_of
from clapometer.signals.models import Point

pytestmark = pytest.mark.django_db
HEADER = "work,measure,of,as_of,value,source,link\n"


@pytest.fixture
def salt_road(db):
    with writing("test") as writer:
        return writer.append_one(work_added(kind="series", title="Salt Road", year=2025)).seq


@pytest.fixture
def take(tmp_path, salt_road):
    def take(*rows, name="numbers.csv", header=HEADER):
        path = tmp_path / name
        path.write_text(header + "".join(f"{row}\n" for row in rows), encoding="utf-8")
        return run_counters(read_counter_file(path))

    return take


def told(work):
    return [
        (one.of, [(str(point.value), point.bound, point.as_of) for point in one.points])
        for one in counters_of([work])
    ]


def row(day="2026-05-20", value="4.3 billion", of="#saltroad", work="Salt Road"):
    return f'{work},tiktok-hashtag-views,{of},{day},"{value}",A Made-up Gazette,'


def test_rows_become_points_of_counters_with_their_definitions(take, salt_road):
    outcome = take(
        row(value="over 4.3 billion"), row("2026-06-01", "5,000,000,000"), row(of="#salt")
    )
    assert (outcome.rows, outcome.taken.told, outcome.taken.counters) == (3, 3, 2)
    assert outcome.taken.definitions == 2
    assert told(salt_road) == [
        ("#salt", [("4300000000", "=", "2026-05-20")]),
        ("#saltroad", [("4300000000", "≥", "2026-05-20"), ("5000000000", "=", "2026-06-01")]),
    ]
    assert {fact.said["measure"] for fact in facts_of_kind("definition")} == {
        "tiktok-hashtag-views"
    }


def test_one_entry_holds_all_points_of_one_counter(take):
    take(*(row(f"2026-05-{day:02}", str(day)) for day in range(1, 31)))
    entries = [entry for entry in read_entries() if entry.kind == "points.told"]
    assert [len(entry.data["points"]) for entry in entries] == [30]


def test_the_same_file_again_writes_nothing(take):
    take(row(), row("2026-06-01", "5"))
    before = head()
    again = take(row(), row("2026-06-01", "5"))
    assert (again.import_id, again.taken.unchanged, head()) == (None, 2, before)


def test_a_restated_number_is_a_correction_and_both_are_known(take, salt_road):
    take(row(value="4,000"), row("2026-05-21", "4,100"))
    known = list(read_entries())[-1].recorded_at
    outcome = take(row(value="3,990"), row("2026-05-21", "4,100"))
    assert (outcome.taken.restated, outcome.taken.unchanged) == (1, 1)
    (then,) = counters_of([salt_road], known=known)
    (now,) = counters_of([salt_road])
    assert [point.digits for point in then.points] == [4000, 4100]
    assert [point.digits for point in now.points] == [3990, 4100]


def test_undo_takes_a_file_back_whole(take, salt_road):
    outcome = take(row(), row(of="#salt"))
    undo_import(outcome.import_id)
    assert counters_of([salt_road]) == []
    assert facts_of_kind("definition") == []
    assert not Point.objects.filter(until=None).exists()


def test_undo_of_a_correction_brings_back_what_was_there(take, salt_road):
    take(row(value="4,000"))
    second = take(row(value="3,990"), row("2026-06-01", "5"))
    undo_import(second.import_id)
    assert told(salt_road) == [("#saltroad", [("4000", "=", "2026-05-20")])]


def test_undo_leaves_what_others_have_corrected_since(take, salt_road):
    first = take(row(value="4,000"), row("2026-06-01", "5"))
    take(row(value="3,990"))
    undo_import(first.import_id)
    assert told(salt_road) == [("#saltroad", [("3990", "=", "2026-05-20")])]


def test_refused_rows_are_reported_with_their_reasons(take):
    outcome = take(
        row(),
        row(work="No Such Film"),
        row("someday"),
        row("2026-06-01", "many"),
        row(),
        "Salt Road,made-up-measure,#x,2026-05-20,5,,",
    )
    assert (outcome.rows, outcome.taken.told, outcome.refused) == (6, 1, 5)
    assert [(one.row, one.code) for one in sorted(outcome.refusals)] == [
        (2, "unknown_work"), (3, "unreadable_date"), (4, "unreadable_amount"),
        (5, "told_twice"), (6, "unknown_measure"),
    ]  # fmt: skip
    text = outcome.report.read_text(encoding="utf-8")
    assert "No Such Film" in text
    assert text.splitlines()[0].startswith("refused_row,refused_because,work,measure")


def test_a_preview_says_what_would_happen_and_writes_nothing(tmp_path, salt_road):
    path = tmp_path / "numbers.csv"
    path.write_text(HEADER + row() + "\n" + row("2026-06-01", "5") + "\n", encoding="utf-8")
    before = head()
    seen = preview_counters(read_counter_file(path))
    assert (seen.taken.told, seen.taken.counters, seen.taken.definitions) == (2, 1, 2)
    assert head() == before


def test_the_tables_are_drawn_again_as_they_were(take):
    take(row(value="4,000"), row("2026-05-21", "4.25"))
    take(row(value="3,990"))
    before = sorted(Point.objects.values_list())
    rebuild()
    assert sorted(Point.objects.values_list()) == before
