"""Files of facts taken in, again, broken off and taken back. All of it is made up."""

import csv
import json

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk import factimport
from clapometer.desk.factimport import preview_facts, run_facts
from clapometer.desk.stating import correct_fact, restore_fact, undo_fact
from clapometer.desk.undoing import undo_import
from clapometer.facts.models import FactVersion
from clapometer.facts.reading import facts_about, facts_of_kind
from clapometer.ledger.consumers import rebuild
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.writing import writing
from clapometer.readers.problems import FileRefused
from tests.facts import madeup
from tests.facts.madeup import OMEN, SEER, VISION

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    madeup.register(monkeypatch, SEER, VISION)


@pytest.fixture
def film():
    with writing("test") as writer:
        identifiers = ("imdb:tt0000001",)
        draft = work_added(kind="film", title="Salt Road", year=2020, identifiers=identifiers)
        return writer.append_one(draft).seq


@pytest.fixture
def write(tmp_path):
    def written(text, name="facts.csv"):
        path = tmp_path / name
        path.write_text(text, encoding="utf-8")
        return path

    return written


def counts(outcome):
    return outcome.rows, outcome.added, outcome.unchanged, outcome.refused


MANY = """kind,work,word,crows,seasons,seer,sight,name,when,source,link
omen,Salt Road (2020),Three crows,"2,600,000",2-3,,,,20 May 2022,A Made-up Gazette,https://gazette.example/
vision,imdb:tt0000001,,,,Ann Made-up,A ship,,,,
vision,Salt Road,,,,ann  MADE-UP,A storm,,,,
vision,w1,,,,Bo Made-up,A wreck,,,,
seer,,,,,,,Cy Made-up,,,
"""


def test_each_row_becomes_a_fact_of_its_kind_about_its_work(film, write):
    assert film == 1
    outcome = run_facts(write(MANY))
    assert counts(outcome) == (5, 5, 0, 0)
    assert outcome.kinds == {"omen": 1, "vision": 3, "seer": 1}
    assert (outcome.people, outcome.works) == (2, 0)
    omen, *visions = sorted(facts_about([film]), key=lambda fact: fact.id)
    assert omen.said["crows"] == 2_600_000
    assert omen.said["seasons"] == [2, 3]
    assert omen.said["source"] == "A Made-up Gazette"
    names = {fact.id: fact.said["name"] for fact in facts_of_kind("seer")}
    assert sorted(names.values()) == ["Ann Made-up", "Bo Made-up", "Cy Made-up"]
    assert [names[one.said["seer"]] for one in visions] == ["Ann Made-up"] * 2 + ["Bo Made-up"]


def test_the_same_file_again_writes_nothing_also_after_corrections(film, write):
    path = write(MANY)
    first = run_facts(path)
    (omen,) = facts_of_kind("omen")
    correct_fact(omen.id, {"word": "Two crows"}, "member:1")
    (vision, *_) = facts_of_kind("vision")
    undo_fact(vision.id, "a made-up reason", "member:1")
    before = head()
    again = run_facts(path)
    assert counts(again) == (5, 0, 5, 0)
    assert (again.import_id, again.people, head()) == (None, 0, before)
    assert first.import_id is not None


def test_a_preview_says_what_would_come_and_writes_nothing(film, write):
    path = write(MANY + "omen,No Such Film,Fog,,,,,,,,\nvision,w1,,,,Ann Made-up,A ship,,,,\n")
    before = head()
    seen = preview_facts(path)
    assert head() == before
    assert counts(seen) == (7, 5, 1, 1)
    assert (seen.kinds, seen.people) == ({"omen": 1, "vision": 3, "seer": 1}, 2)
    done = run_facts(path)
    assert (counts(done), done.kinds, done.people) == (counts(seen), seen.kinds, seen.people)


BAD = """kind,work,word,crows,seer,when,way
omen,w1,Three crows,some,,,
omen,w1,,,,,
omen,w1,Three crows,,,soon,
omen,w1,Three crows,,Ann Made-up,,
omne,w1,Three crows,,,,
,w1,Three crows,,,,
omen,w999,Three crows,,,,
omen,,Three crows,,,,
omen,Salt Row,Three crows,,,,
seer,w1,,,,,
vision,w1,,,,,
vision,w1,,,p800000000000000,,
vision,w1,,,s800000000000000,,
omen,w1,Three crows,,,,whistled
omen,w1,Three crows,,,,
"""


def test_a_row_that_cannot_be_taken_is_refused_with_its_reason_and_the_rest_goes_on(film, write):
    seen = preview_facts(write(BAD))
    outcome = run_facts(write(BAD))
    assert counts(outcome) == counts(seen) == (15, 2, 0, 13)
    assert outcome.reasons == seen.reasons
    assert outcome.reasons == {
        "crows": 1,
        "word": 1,
        "when": 1,
        "seer": 3,
        "kind": 2,
        "work": 4,
        "way": 1,
    }
    lines = outcome.report.read_text("utf-8").splitlines()
    assert lines[0] == "refused_row,refused_because,kind,work,word,crows,seer,when,way"
    assert "“some” is no whole number" in lines[1]
    assert "there are: omen" in lines[5]
    assert len(lines) == 1 + outcome.refused


def test_the_report_can_be_mended_and_taken_in(film, write):
    report = run_facts(write(BAD)).report
    mended = write(report.read_text("utf-8").replace(",some,", ",3,"), "mended.csv")
    outcome = run_facts(mended)
    assert outcome.added == 1
    assert outcome.unused == ()


def test_a_work_that_is_not_there_is_added_only_where_the_row_says_its_kind(film, write):
    path = write("kind,work,work_year,work_kind,word\nomen,Tide,2021,film,Fog\n"
                 "omen,Tide,2021,film,Rain\nomen,Ebb,2021,,Fog\nomen,Ebb,2021,season,Fog\n"
                 "omen,Flood,2021,series,Fog\n")  # fmt: skip
    seen, outcome = preview_facts(path), run_facts(path)
    assert counts(outcome) == counts(seen) == (5, 2, 0, 3)
    tide = Work.objects.get(key="tide")
    assert (tide.kind, tide.year) == ("film", 2021)
    assert [fact.said["word"] for fact in facts_about([tide.id])] == ["Fog", "Rain"]


def test_of_two_works_of_one_title_the_row_has_to_say_which(film, write):
    with writing("test") as writer:
        second = writer.append_one(work_added(kind="film", title="Salt Road", year=1999)).seq
    outcome = run_facts(write("kind,work,work_year,word\nomen,Salt Road,,Fog\n"
                              "omen,Salt Road,1999,Fog\n"))  # fmt: skip
    assert counts(outcome) == (2, 1, 0, 1)
    assert f"Salt Road (1999) w{second}" in outcome.examples["work"][0].sentence
    assert len(facts_about([second])) == 1


def test_json_lines_and_tabs_say_the_same_as_commas(film, write):
    rows = [
        {"kind": "omen", "work": "w1", "word": "Three crows", "crows": 3, "grim": True,
         "seasons": [2, 3], "happened_at": "2022-05-20"},
        {"kind": "omen", "work": "w1", "word": "Fog", "crows": None},
    ]  # fmt: skip
    run_facts(write("\n".join(map(json.dumps, rows)), "facts.jsonl"))
    again = run_facts(
        write("Kind\tWork\tWord\tCrows\tGrim\tSeasons\tWhen\n"
              "omen\tw1\tThree crows\t3\tyes\t2, 3\t20 May 2022\nOmen\tw1\tFog\t\t\t\t\n", "f.tsv")
    )  # fmt: skip
    assert counts(again) == (2, 0, 2, 0)
    first = next(fact for fact in facts_about([film]) if fact.said["word"] == "Three crows")
    assert (first.said["grim"], first.said["seasons"], first.dated) == (True, [2, 3], "day")


@pytest.mark.parametrize("text", ["word,crows\nFog,3\n", "", "<html></html>", "kind\nomen\n"])
def test_what_is_no_table_of_facts_is_refused_in_a_sentence(film, write, text):
    before = head()
    for take in (preview_facts, run_facts):
        with pytest.raises(FileRefused) as refused:
            take(write(text))
        assert refused.value.sentence.endswith(".")
    assert head() == before


def test_the_whole_import_is_taken_back_and_can_come_again(film, write):
    path = write(MANY)
    first = run_facts(path)
    undone = undo_import(first.import_id)
    assert not FactVersion.objects.filter(until=None).exists()
    # Five facts, and the two people whom they named.
    assert undone.entries == 7
    again = run_facts(path)
    assert counts(again) == (5, 5, 0, 0)
    assert again.people == 2


def test_what_others_have_built_on_is_left_when_an_import_is_taken_back(film, write):
    first = run_facts(write(MANY))
    (omen,) = facts_of_kind("omen")
    correct_fact(omen.id, {"word": "Two crows"}, "member:1")
    other = run_facts(write("kind,work,seer\nvision,w1,Bo Made-up\n", "other.csv"))
    undo_import(first.import_id)
    assert [fact.said["word"] for fact in facts_of_kind("omen")] == ["Two crows"]
    assert [fact.said["name"] for fact in facts_of_kind("seer")] == ["Bo Made-up"]
    undo_import(other.import_id)
    assert facts_of_kind("vision") == []


def test_a_work_that_has_facts_of_others_is_left(film, write):
    first = run_facts(write("kind,work,work_kind,word\nomen,Tide,film,Fog\n"))
    tide = Work.objects.get(key="tide")
    run_facts(write(f"kind,work,word\nomen,w{tide.id},Rain\n", "other.csv"))
    undo_import(first.import_id)
    assert Work.objects.filter(id=tide.id).exists()


def test_a_broken_off_import_goes_on(film, write, monkeypatch):
    monkeypatch.setattr(factimport, "ROWS_AT_ONCE", 10)
    rows = "".join(f"omen,w1,Omen {n},Seer {n % 7}\n" for n in range(100))
    path = write("kind,work,word,seers\n" + rows)
    taken = []

    class Stopped(Exception):
        pass

    def stop(rows, *_):
        taken.append(rows)
        if len(taken) == 4:
            raise Stopped

    with pytest.raises(Stopped):
        run_facts(path, stop)
    assert FactVersion.objects.count() == 40
    outcome = run_facts(path)
    assert (counts(outcome), outcome.resumed) == ((100, 60, 40, 0), True)
    started = [entry.seq for entry in read_entries() if entry.kind == "import.started"]
    assert started == [outcome.import_id]


def test_a_rebuild_gives_the_same_tables(film, write):
    first = run_facts(write(MANY))
    (vision, *_) = facts_of_kind("vision")
    undo_fact(vision.id, "a made-up reason", "member:1")
    restore_fact(vision.id, "", "member:1")
    undo_import(first.import_id)
    run_facts(write(MANY))
    before = sorted(FactVersion.objects.values_list())
    rebuild()
    assert sorted(FactVersion.objects.values_list()) == before


def test_an_import_asks_the_database_about_rows_together(
    film, write, django_assert_max_num_queries
):
    rows = "".join(f"omen,Salt Road,Omen {n}\n" for n in range(400))
    path = write("kind,work,word\n" + rows)
    with django_assert_max_num_queries(150):
        run_facts(path)


CELL = st.sampled_from(
    ["", "omen", "vision", "seer", "work", "w1", "w0", "w999999999999999", "Salt Road", "tt0000001",
     "Ann Made-up", "s1", "s2", "p1", "3", "-1", "9" * 40, "soon", "2022-05", "0000-00-00", "yes",
     "film", "season", "[1, 2]", "=1+1", "https://gazette.example/", "\u202e", "x" * 6_000,
     '"', "\x00", "\n", "ß", "\ufeff"]
) | st.text(max_size=12)  # fmt: skip
KIND = st.sampled_from(["omen", "vision", "seer"]) | CELL
WORK = st.sampled_from(["w1", "Salt Road", "Tide", ""]) | CELL
COLUMN = st.sampled_from(
    ["kind", "work", "work_year", "work_kind", "word", "crows", "seer", "name", "other", "when",
     "happened_at", "source", "link", "due", "refused_row", "odd", ""]
)  # fmt: skip


# Whatever a file holds: each of its rows is added, there already, or refused with a sentence; or
# the file is refused with one. A preview says the same as the import, which can be taken back.
@settings(max_examples=80, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(COLUMN, max_size=8),
    st.lists(st.tuples(KIND, WORK, st.lists(CELL, max_size=9)), max_size=8),
    st.sampled_from(["facts.csv", "facts.tsv", "facts.jsonl"]),
)
def test_any_file_is_taken_in_or_refused_in_sentences(film, tmp_path, columns, rows, name):
    path = tmp_path / name
    columns = ["kind", "work", *columns]
    rows = [[kind, work, *cells] for kind, work, cells in rows]
    rows = [[cell.encode("utf-8", "replace").decode() for cell in row] for row in rows]
    with path.open("w", encoding="utf-8", newline="") as file:
        if name.endswith("jsonl"):
            lines = (json.dumps(dict(zip(columns, row, strict=False))) for row in rows)
            file.write("\n".join(lines))
        else:
            csv.writer(file, delimiter=",\t"[name.endswith("tsv")]).writerows([columns, *rows])
    try:
        seen, outcome = preview_facts(path), run_facts(path)
    except FileRefused as refused:
        assert refused.sentence
        return
    assert outcome.rows == outcome.added + outcome.unchanged + outcome.refused
    assert counts(seen) == counts(outcome)
    sentences = [one.sentence for kept in outcome.examples.values() for one in kept]
    assert all(sentence.endswith(".") for sentence in sentences)
    if outcome.import_id:
        undo_import(outcome.import_id)


def test_an_empty_omen_field_of_another_kind_is_no_harm(film, write):
    outcome = run_facts(write("kind,work,word,sight,odd\nomen,w1,Fog,,x\n"))
    assert (outcome.added, outcome.unused) == (1, ("odd",))
    assert OMEN.name in outcome.kinds
