"""`clapometer facts`, and `import` of tables of facts. All of it is made up."""

import csv
import io
import json

import pytest

from clapometer.catalogue.models import Work
from clapometer.facts.kinds import all_kinds
from clapometer.facts.reading import facts_about, facts_of_kind
from clapometer.ledger.reading import head


@pytest.fixture
def work(festival):
    return Work.objects.filter(kind="film").order_by("id").first()


@pytest.fixture
def table(tmp_path):
    def written(*rows, name="facts.csv"):
        path = tmp_path / name
        with path.open("w", encoding="utf-8", newline="") as file:
            csv.writer(file).writerows(rows)
        return path

    return written


CREDITS = (
    ("kind", "work", "person", "role", "character", "when", "source", "link"),
    ("credit", "{work}", "Ann Made-up", "cast", "The Ferrywoman", "May 2022", "A Gazette", ""),
    ("credit", "{work}", "Bo Made-up", "directed by", "", "", "", "https://gazette.example/"),
    ("credit", "{work}", "Bo Made-up", "danced", "", "", "", ""),
)


@pytest.fixture
def credits_file(work, table):
    return table(*([cell.format(work=work.public_id) for cell in row] for row in CREDITS))


def test_every_kind_is_listed_with_its_fields(run, festival):
    listed = run("facts", "--data", festival)
    assert listed.exit_code == 0
    told = json.loads(run("facts", "--json", "--data", festival).stdout)
    assert [one["kind"] for one in told] == [kind.name for kind in all_kinds()]
    for kind in all_kinds():
        assert kind.name in listed.stdout
        shown = run("facts", "kind", kind.name, "--data", festival)
        assert all(field.name in shown.stdout for field in kind.every_field)


def test_kinds_and_templates_need_no_site(program, tmp_path):
    listed = program("facts", "--json", "--data", tmp_path / "none")
    assert listed.returncode == 0, listed.stderr
    assert "credit" in [one["kind"] for one in json.loads(listed.stdout)]
    made = program("facts", "template", "credit", "--data", tmp_path / "none")
    assert made.stdout.startswith("kind,work,work_year,work_kind,person,role")
    assert not (tmp_path / "none").exists()


def test_an_unknown_kind_is_refused(run, festival):
    for arguments in (("kind", "nothing"), ("template", "nothing")):
        answer = run("facts", *arguments, "--data", festival)
        assert answer.exit_code == 2
        assert "is no kind of fact; there are: " in answer.stderr


@pytest.mark.parametrize("kind", all_kinds(), ids=lambda kind: kind.name)
def test_a_template_has_a_column_for_every_field_and_its_example(run, festival, kind):
    made = run("facts", "template", kind.name, "--example", "--data", festival)
    header, row = csv.reader(io.StringIO(made.stdout))
    told = dict(zip(header, row, strict=True))
    assert told["kind"] == kind.name
    assert all(told[field.name] == field.example for field in kind.every_field)


def test_a_table_is_looked_at_taken_in_listed_and_taken_back(run, festival, work, credits_file):
    before = head()
    seen = run("import", credits_file, "--profile", "facts", "--data", festival)
    assert seen.exit_code == 0, seen.stderr
    assert "3 rows: 2 facts added (2 credit), 0 are there already, 1 refused" in seen.stdout
    assert "Refused for role: 1" in seen.stdout
    assert head() == before
    # A table whose first row names a kind of fact is known without its profile.
    done = json.loads(run("import", credits_file, "--yes", "--json", "--data", festival).stdout)
    assert (done["added"], done["refused"], done["people"]) == (2, 1, 2)
    assert done["kinds"] == {"credit": 2}
    listed = run("facts", "of", work.public_id, "--data", festival)
    assert "cast: Ann Made-up (as The Ferrywoman)" in listed.stdout
    assert "2022-05" in listed.stdout
    told = json.loads(run("facts", "of", work.public_id, "--json", "--data", festival).stdout)
    assert [one["said"]["role"] for one in told["facts"]] == ["cast", "directed by"]
    fact = told["facts"][0]
    shown = run("facts", "show", fact["fact"], "--data", festival)
    assert "The Ferrywoman" in shown.stdout
    again = run("import", credits_file, "--yes", "--data", festival)
    assert "nothing new in the file" in again.stdout
    undone = run("undo", done["import"], "--yes", "--data", festival)
    assert undone.exit_code == 0
    assert (facts_about([work.id]), facts_of_kind("person")) == ([], [])


def test_what_is_listed_as_a_table_says_the_same_elsewhere(
    run, festival, work, credits_file, tmp_path
):
    done = json.loads(run("import", credits_file, "--yes", "--json", "--data", festival).stdout)
    listed = run("facts", "of", work.public_id, "--csv", "--data", festival)
    path = tmp_path / "again.csv"
    path.write_text(listed.stdout, encoding="utf-8")
    same = json.loads(run("import", path, "--yes", "--json", "--data", festival).stdout)
    assert (same["added"], same["unchanged"], same["import"]) == (0, 2, None)
    run("undo", done["import"], "--yes", "--data", festival)
    back = json.loads(run("import", path, "--yes", "--json", "--data", festival).stdout)
    assert (back["added"], back["people"]) == (2, 2)


def test_facts_are_listed_as_they_were(run, festival, work, credits_file):
    known = json.loads(run("facts", "of", work.public_id, "--json", "--data", festival).stdout)
    run("import", credits_file, "--yes", "--data", festival)
    earlier = run(
        "facts", "of", work.public_id, "--known", "2001-01-01", "--json", "--data", festival
    )
    assert json.loads(earlier.stdout)["facts"] == known["facts"] == []
    told = run("facts", "of", work.public_id, "--at", "2022-04-30", "--json", "--data", festival)
    assert json.loads(told.stdout)["facts"] == []


def test_wrong_words_are_refused_in_a_sentence(run, festival, work, table):
    for arguments in (
        ("facts", "of", work.public_id, "--csv", "--json"),
        ("facts", "of", work.public_id, "--kind", "nothing"),
        ("facts", "show", "999999"),
        ("import", table(("word", "crows"), ("Fog", "3")), "--profile", "facts"),
        ("import", table(*CREDITS, name="more.csv"), "--profile", "facts", "--map", "title=work"),
    ):
        answer = run(*arguments, "--data", festival)
        assert answer.exit_code == 2, arguments
        assert answer.stderr.strip().endswith(".")
