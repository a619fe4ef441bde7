"""Facts from a person's words to the table and back, on both clocks. All of it is made up."""

from datetime import UTC

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.desk.stating import (
    add_fact,
    correct_fact,
    restore_fact,
    undo_correction,
    undo_fact,
)
from clapometer.facts import kinds
from clapometer.facts.drafts import Told
from clapometer.facts.models import FactVersion
from clapometer.facts.reading import fact_numbered, facts_about, facts_of_kind, versions_of
from clapometer.facts.typed import FactRefused, read_typed, show_typed
from clapometer.instants import parse_instant
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.writing import writing
from tests.facts import madeup
from tests.facts.madeup import OMEN

pytestmark = pytest.mark.django_db
WHOLE = {field.name: field.example for field in OMEN.every_field} | {"when": "2022-05-20"}
ACTOR = "member:1"


@pytest.fixture(autouse=True)
def _kind(monkeypatch):
    madeup.register(monkeypatch)


@pytest.fixture
def film():
    with writing("test") as writer:
        return writer.append_one(work_added(kind="film", title="A Made-up Film")).seq


def typed(film, **changed):
    return {**WHOLE, "other": f"w{film}", **changed}


def test_a_fact_is_one_entry_with_its_writer_its_time_and_what_it_says(film):
    entry = add_fact(OMEN, film, typed(film), ACTOR)
    assert (entry.kind, entry.subject, entry.actor) == ("omen.added", f"omen:{entry.seq}", ACTOR)
    assert entry.happened_at == parse_instant("2022-05-20T00:00Z", UTC)
    assert entry.data["about"] == film
    assert entry.data["said"]["crows"] == 2_600_000
    assert entry.data["said"]["dated"] == "day"
    assert set(entry.data["telling"]) == {"sha256"}
    (fact,) = facts_about([film])
    assert fact.said["telling"] == "So.\nAnd so."
    assert fact.said["source"] == "A Made-up Gazette"
    assert (fact.id, fact.at, fact.until) == (entry.seq, entry.happened_at, None)


def test_a_correction_says_what_changed_and_what_it_was(film):
    number = add_fact(OMEN, film, typed(film), ACTOR).seq
    entry = correct_fact(
        number, typed(film, crows="3", way="", telling="Else.", when="May 2022"), ACTOR
    )
    assert entry.data["said"] == {"crows": 3, "way": None, "dated": "month"}
    assert entry.data["before"] == {
        "crows": 2_600_000, "way": "sung", "dated": "day", "happened_at": "2022-05-20T00:00:00Z",
    }  # fmt: skip
    (fact,) = facts_about([film])
    assert (fact.said["crows"], fact.said["telling"], fact.dated) == (3, "Else.", "month")
    assert "way" not in fact.said
    assert (
        correct_fact(number, show_typed(OMEN, Told(fact.said, fact.happened_at), UTC), ACTOR)
        is None
    )


def test_what_was_known_at_each_position_can_be_asked(film):
    number = add_fact(OMEN, film, typed(film), ACTOR).seq
    instants = [head()[1]]
    for step in (
        lambda: correct_fact(number, typed(film, crows="3"), ACTOR),
        lambda: undo_correction(number, ACTOR),
        lambda: undo_fact(number, "a made-up reason", ACTOR),
        lambda: restore_fact(number, "", ACTOR),
    ):
        step()
        instants.append(head()[1])
    seen = [fact_numbered(number, known) for known in instants]
    assert [fact and fact.said["crows"] for fact in seen] == [
        2_600_000,
        3,
        2_600_000,
        None,
        2_600_000,
    ]
    assert [len(facts_about([film], known=known)) for known in instants] == [1, 1, 1, 0, 1]
    assert len(versions_of(number)) == 4
    assert seen[-1].happened_at == seen[0].happened_at
    assert seen[-1].said["telling"] == "So.\nAnd so."


def test_an_instant_of_published_time_leaves_out_what_happened_later(film):
    add_fact(OMEN, film, typed(film), ACTOR)
    unknown = add_fact(OMEN, film, typed(film, when=""), ACTOR)
    before, after = (parse_instant(day, UTC) for day in ("2022-05-19", "2022-05-20"))
    assert [len(facts_of_kind("omen", at=at)) for at in (before, after)] == [0, 1]
    assert facts_of_kind("omen", at=unknown.recorded_at)[-1].id == unknown.seq


def test_a_rebuild_gives_the_same_table(film):
    numbers = [add_fact(OMEN, film, typed(film), ACTOR).seq for _ in range(3)]
    correct_fact(numbers[0], typed(film, telling=""), ACTOR)
    undo_fact(numbers[1], "", ACTOR)
    undo_fact(numbers[2], "", ACTOR)
    restore_fact(numbers[2], "", ACTOR)
    before = sorted(FactVersion.objects.values_list())
    rebuild()
    assert sorted(FactVersion.objects.values_list()) == before


def test_everything_wrong_is_said_at_once_and_nothing_is_written(film):
    position = head()[0]
    with pytest.raises(FactRefused) as refused:
        add_fact(OMEN, film, typed(film, word="", crows="some", when="soon"), ACTOR)
    assert [problem.field for problem in refused.value.problems] == ["word", "crows", "when"]
    assert head()[0] == position


REFUSED = {
    "no such work": lambda film: add_fact(OMEN, film + 100, typed(film), ACTOR),
    "no such other work": lambda film: add_fact(OMEN, film, typed(film, other="w999"), ACTOR),
    "not about nothing": lambda film: add_fact(OMEN, 0, typed(film), ACTOR),
    "no such fact": lambda _: undo_fact(999, "", ACTOR),
    "a work is no fact": lambda film: undo_fact(film, "", ACTOR),
    "nothing to put back": lambda film: restore_fact(
        add_fact(OMEN, film, typed(film), ACTOR).seq, "", ACTOR
    ),
    "no correction": lambda film: undo_correction(
        add_fact(OMEN, film, typed(film), ACTOR).seq, ACTOR
    ),
    "a reason too long": lambda film: undo_fact(
        add_fact(OMEN, film, typed(film), ACTOR).seq, "x" * 501, ACTOR
    ),
}


@pytest.mark.parametrize("case", REFUSED)
def test_what_cannot_be_is_refused_in_one_sentence(case, film):
    with pytest.raises(FactRefused) as refused:
        REFUSED[case](film)
    assert str(refused.value).endswith(".")


def test_a_series_has_no_omens(film):
    with writing("test") as writer:
        series = writer.append_one(work_added(kind="series", title="A Made-up Series")).seq
    with pytest.raises(FactRefused, match="film, season"):
        add_fact(OMEN, series, typed(film), ACTOR)


def test_a_fact_taken_back_twice_is_refused(film):
    number = add_fact(OMEN, film, typed(film), ACTOR).seq
    undo_fact(number, "", ACTOR)
    with pytest.raises(FactRefused, match="taken back"):
        undo_fact(number, "", ACTOR)


# What a form shows of a fact is what a person would have to type to say it.
def test_what_is_shown_reads_back(film):
    told = read_typed(OMEN, typed(film), UTC)
    assert read_typed(OMEN, show_typed(OMEN, told, UTC), UTC) == told


def test_entries_hold_what_their_kinds_say(film):
    number = add_fact(OMEN, film, typed(film), ACTOR).seq
    correct_fact(number, typed(film, word="No crows", when=""), ACTOR)
    undo_fact(number, "", ACTOR)
    restore_fact(number, "", ACTOR)
    table = kinds.entry_kinds(OMEN)
    written = [entry for entry in read_entries() if entry.kind.startswith("omen.")]
    assert {entry.kind for entry in written} == set(table)
    for entry in written:
        assert entry.data.keys() <= {*table[entry.kind].body, *table[entry.kind].texts}
