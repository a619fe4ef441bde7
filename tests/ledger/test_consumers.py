import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clapometer.ledger import consumers
from clapometer.ledger.consumers import Consumer, catch_up, cursor_of, is_behind, rebuild
from clapometer.ledger.entries import Draft
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db


@pytest.fixture
def heard(monkeypatch):
    """Two consumers that note what they are fed: `quick` follows at once, `late` is left out."""
    heard = {"quick": [], "late": []}
    monkeypatch.setattr(consumers, "_consumers", {})
    for name, step in (("quick", 2), ("late", 0)):
        consumers.register(
            Consumer(
                name,
                lambda span, name=name: heard[name].append([e.seq for e in span.entries()]),
                lambda name=name: heard[name].append("cleared"),
                step,
            )
        )
    return heard


def write(count, followers=None):
    with writing("test", followers) as writer:
        writer.append([Draft("test.said", "test:", {}) for _ in range(count)])


def test_consumers_follow_inside_the_writing_transaction(heard):
    write(3)
    assert heard == {"quick": [[1, 2, 3]], "late": [[1, 2, 3]]}
    assert not is_behind()


def test_a_writing_reads_all_cursors_at_once_and_moves_them_at_once(heard):
    with CaptureQueriesContext(connection) as asked:
        write(1)
    said = [one["sql"].split()[0] for one in asked if "ledger_ledgercursor" in one["sql"]]
    assert said == ["SELECT", "INSERT"]


def test_one_that_was_left_out_catches_up_without_losing_or_repeating(heard):
    write(3, followers=["quick"])
    write(1, followers=["quick"])
    assert is_behind()
    write(1)
    assert heard["late"] == [[1, 2, 3, 4, 5]]
    assert catch_up() == 5
    assert heard == {"quick": [[1, 2, 3], [4], [5]], "late": [[1, 2, 3, 4, 5]]}


def test_a_rebuild_starts_from_the_first_entry_in_bounded_steps(heard):
    write(5)
    heard["quick"].clear()
    heard["late"].clear()
    assert rebuild() == 5
    assert heard["quick"] == ["cleared", [1, 2], [3, 4], [5]]
    assert heard["late"] == ["cleared", [1, 2, 3, 4, 5]]
    assert cursor_of("quick") == cursor_of("late") == 5


def test_what_fails_in_a_consumer_fails_the_writing(heard, monkeypatch):
    consumers.register(Consumer("broken", lambda span: 1 / 0, lambda: None))
    with pytest.raises(ZeroDivisionError):
        write(1)
    assert catch_up([]) == 0
