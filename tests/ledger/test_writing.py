import pytest

from clapometer.ledger import writing as module
from clapometer.ledger.canonical import NotCanonical
from clapometer.ledger.entries import Draft
from clapometer.ledger.models import LedgerEntry, LedgerText
from clapometer.ledger.reading import head, position_at, read_entries, read_some
from clapometer.ledger.sealing import seal
from clapometer.ledger.texts import read_texts
from clapometer.ledger.verifying import problems
from clapometer.ledger.writing import writing

pytestmark = pytest.mark.django_db


def said(text="x", **texts):
    return Draft(
        "test.said",
        "test:",
        {"text": text},
        texts={name: seal(words) for name, words in texts.items()},
    )


def test_positions_have_no_gap_and_subjects_get_their_number():
    with writing("test") as writer:
        first = writer.append([said("a"), said("b")])
        second = writer.append_one(Draft("test.said", "test:1", {}))
    assert [entry.seq for entry in [*first, second]] == [1, 2, 3]
    assert [entry.subject for entry in [*first, second]] == ["test:1", "test:2", "test:1"]
    assert [entry.body for entry in read_entries()] == ['{"text":"a"}', '{"text":"b"}', "{}"]
    assert read_some([2])[2].leaf == first[1].leaf


def test_a_transaction_that_fails_leaves_nothing():
    with writing("test") as writer:
        writer.append_one(said())
    with pytest.raises(RuntimeError), writing("test") as writer:
        writer.append_one(said())
        raise RuntimeError
    with writing("test") as writer:
        assert writer.append_one(said()).seq == 2
    assert head()[0] == 2


def test_a_draft_the_ledger_cannot_hold_writes_nothing():
    with pytest.raises(NotCanonical), writing("test") as writer:
        writer.append([said(), Draft("test.said", "test:", {"share": 0.5})])
    assert head() == (0, None)


def test_recorded_at_grows_even_when_the_clock_was_set_back(monkeypatch):
    for now in (1000, 500, 500, 2000):
        monkeypatch.setattr(module, "now", lambda now=now: now)
        with writing("test") as writer:
            writer.append([said(), said()])
    recorded = list(LedgerEntry.objects.order_by("seq").values_list("recorded_at", flat=True))
    assert recorded == [1000, 1000, 1001, 1001, 1002, 1002, 2000, 2000]
    assert [position_at(at) for at in (999, 1000, 1001, 1999, 2000, 9999)] == [0, 2, 4, 6, 8, 8]


def test_texts_lie_beside_the_log_and_can_be_erased_without_touching_a_leaf():
    with writing("test") as writer:
        entry = writer.append_one(said(quote="made-up words"))
    assert "made-up" not in entry.body
    assert read_texts([entry.seq], "quote") == {entry.seq: "made-up words"}
    LedgerText.objects.all().delete()
    assert read_texts([entry.seq], "quote") == {}
    assert list(problems()) == []
