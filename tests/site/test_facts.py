"""The page of a fact, for readers and for programs. All of it is made up."""

import html
import json

import pytest
from django.test import Client
from django.urls import reverse

from clapometer.accounts.models import Member
from clapometer.accounts.roles import EDITOR
from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact, correct_fact, restore_fact, undo_fact
from clapometer.facts.kinds import all_kinds, kind_named
from clapometer.instants import format_instant
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
from clapometer.site.editing import GROUPS, addable
from tests.facts import madeup
from tests.facts.madeup import OMEN, SEER, VISION

pytestmark = pytest.mark.django_db
WHOLE = {field.name: field.example for field in OMEN.every_field} | {"when": "20 May 2022"}


@pytest.fixture(autouse=True)
def _kinds(monkeypatch):
    madeup.register(monkeypatch, SEER, VISION)


@pytest.fixture
def film(db):
    with writing("test") as writer:
        return writer.append_one(work_added(kind="film", title="A Made-up Film")).seq


@pytest.fixture
def writer(db):
    return Member.objects.create(email="ed@made-up.example", name="Ed Made-up", role=EDITOR)


def add(film, by="member:1", **changed):
    return add_fact(OMEN, film, {**WHOLE, "other": f"w{film}", **changed}, by).seq


def film_address(film):
    return reverse("work", args=[film, "a-made-up-film"])


def page(answer):
    assert answer.status_code == 200
    return html.unescape(answer.content.decode())


def known_at(known, path):
    return f"{path}?known={format_instant(known)}"


def test_a_fact_is_told_in_words_with_its_source_and_both_times(reader, film, writer):
    number = add(film, writer.actor)
    shown = page(reader.get(f"/fact/{number}"))
    for words in (
        "Three crows", "So.<br>And so.", "it was sung", "2,600,000", "4300000000", "August 2023",
        "France", "Portuguese", "2, 4, 5", "A. Made-up; B. Made-up",
        f'<a href="{film_address(film)}">A Made-up Film</a>',
        '<a href="https://gazette.example/story" rel="nofollow noopener">A Made-up Gazette</a>',
        '<dt>When it was foretold</dt><dd><time datetime="2022-05-20T00:00:00Z">20 May 2022</time>',
        "Recorded here", "Ed Made-up", f'href="/entry/{number}"',
    ):  # fmt: skip
        assert words in shown, words
    assert "noindex" not in shown
    assert "Correct" not in shown


def test_every_version_says_what_changed_and_who_and_why(reader, film):
    number = add(film)
    instants = [head()[1]]
    for step in (
        lambda: correct_fact(number, {**WHOLE, "crows": "3", "when": "May 2022"}, "member:1"),
        lambda: undo_fact(number, "It was a made-up mistake.", "member:2"),
        lambda: restore_fact(number, "No mistake.", "member:1"),
    ):
        step()
        instants.append(head()[1])
    shown = page(reader.get(f"/fact/{number}"))
    assert [shown.count(done) for done in ("Corrected</a>", "Taken back</a>", "Put back</a>")] == [
        1, 1, 1,
    ]  # fmt: skip
    assert '<del class="was">2,600,000</del>' in shown
    assert "<ins>3</ins>" in shown
    assert "<ins>May 2022</ins>" in shown
    assert "Reason: It was a made-up mistake." in shown
    first, second, third, fourth = (
        page(reader.get(known_at(known, f"/fact/{number}"))) for known in instants
    )
    assert "Corrected</a>" not in first
    assert "2,600,000</dd>" in first
    assert "Taken back</a>" not in second
    assert "was taken back on" in third
    assert "was taken back on" not in fourth
    assert all("noindex" in one for one in (first, second, third, fourth))


def test_a_fact_that_was_taken_back_is_not_for_robots(reader, film):
    number = add(film)
    undo_fact(number, "A made-up mistake.", "member:1")
    shown = page(reader.get(f"/fact/{number}"))
    assert "noindex" in shown
    assert "no longer counts" in shown


def test_before_it_was_known_there_is_a_sentence(reader, film):
    number = add(film)
    for path in (f"/fact/{number}", f"/fact/{number}.json"):
        answer = reader.get(path + "?known=2001-01-01")
        assert answer.status_code == 404
        assert "did not know of it then" in answer.content.decode()
    assert "had not happened yet" in page(reader.get(f"/fact/{number}?at=2022-05-19"))
    assert "had not happened yet" not in page(reader.get(f"/fact/{number}?at=2022-05-20"))


@pytest.mark.parametrize("query", ["known=soon", "at=2022-13-01", "known_time=12:00"])
def test_what_cannot_be_read_is_refused_in_a_sentence(reader, film, query):
    number = add(film)
    assert reader.get(f"/fact/{number}?{query}").status_code == 400
    assert "error" in reader.get(f"/fact/{number}.json?{query}").json()


def test_nothing_else_is_a_fact(reader, film):
    for path in (f"/fact/{film}", "/fact/999999", f"/fact/{film}.json", "/fact/0"):
        assert reader.get(path).status_code == 404


def test_a_day_and_a_time_of_a_form_lead_to_the_one_address(reader, film):
    number = add(film)
    answer = reader.get(f"/fact/{number}?known=2030-01-01&known_time=12:00")
    assert answer.headers["Location"] == f"/fact/{number}?known=2030-01-01T12:00Z"


def test_the_same_for_programs(reader, film):
    number = add(film)
    correct_fact(number, {**WHOLE, "crows": "3"}, "member:1")
    told = reader.get(f"/fact/{number}.json").json()
    assert told["line"] == "Three crows"
    assert (told["fact"], told["kind"], told["work"]) == (number, "omen", f"w{film}")
    assert told["said"]["crows"] == 3
    assert told["said"]["due"] == "2023-08"
    assert (told["happened_at"], told["when"]["dated"]) == ("2022-05-20T00:00:00Z", "day")
    assert [one["what"] for one in told["versions"]] == ["added", "corrected"]
    assert told["versions"][1]["changed"][0] == {
        "field": "Crows", "before": "2,600,000", "after": "3",
    }  # fmt: skip
    # The permanent address gives the same version for ever.
    path = told["permalink"].partition("//")[2].partition("/")[2]
    before = page(reader.get(f"/{path}"))
    correct_fact(number, {**WHOLE, "crows": "4"}, "member:1")
    after = page(reader.get(f"/{path}"))
    assert before.partition("<footer")[0] == after.partition("<footer")[0]
    json.dumps(told)


def test_a_name_that_is_erased_goes_from_the_page(reader, film, writer):
    number = add(film, writer.actor)
    first = reader.get(f"/fact/{number}")
    assert "Ed Made-up" in page(first)
    Member.objects.all().delete()
    again = reader.get(f"/fact/{number}", headers={"If-None-Match": first.headers["ETag"]})
    assert "Ed Made-up" not in page(again)


def test_people_are_named_and_lead_to_their_own_page(reader, film):
    seer = add_fact(SEER, 0, {"name": "Ann Made-up"}, "member:1").seq
    number = add_fact(VISION, film, {"seer": f"s{seer}"}, "member:1").seq
    shown = page(reader.get(f"/fact/{number}"))
    assert f'<a href="/fact/{seer}">Ann Made-up</a>' in shown
    assert "<h1>Ann Made-up</h1>" in page(reader.get(f"/fact/{seer}"))


def test_the_entry_of_a_fact_leads_to_it(reader, film):
    number = add(film)
    undo_fact(number, "A made-up mistake.", "member:1")
    for seq, title in ((number, "Omen: Recorded"), (head()[0], "Omen: Taken back")):
        shown = page(reader.get(f"/entry/{seq}"))
        assert title in shown
        assert f'href="{film_address(film)}"' in shown
        assert f'href="/fact/{number}"' in shown


def test_pages_ask_the_same_number_of_times_however_many_versions(
    reader, film, django_assert_max_num_queries
):
    number = add(film)
    for crows in range(12):
        correct_fact(number, {**WHOLE, "crows": str(crows)}, f"member:{crows}")
    with django_assert_max_num_queries(12):
        reader.get(f"/fact/{number}")


def test_every_kind_about_works_stands_in_one_group_and_has_a_key():
    """The made-up ones of these tests have none: they come under the last."""
    real = [kind for kind in all_kinds() if kind.about and kind not in (OMEN, VISION)]
    grouped = [name for _, names in GROUPS for name in names]
    assert sorted(grouped) == sorted(["person", *(kind.name for kind in real)])
    shown = [one for _, kinds in addable(Work(id=1, kind="film")) for one in kinds]
    assert "/people/add" in [one.url for one in shown]
    keys = [one.key for one in shown if "/people/" not in one.url]
    assert len(keys) == len(set(keys))
    assert all(len(key) == 1 for key in keys)


def test_an_editor_finds_correct_beside_what_stands(film, writer):
    typed = {"text": "Ein erfundener Film", "type": "translated"}
    number = add_fact(kind_named("title"), film, typed, "member:1").seq
    editor = Client(headers={"host": "localhost"})
    editor.force_login(writer)
    assert f"/fact/{number}/correct?next=" in page(editor.get(film_address(film)))
