import csv
from datetime import date

import pytest

from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.catalogue.search import resolve_work
from clapometer.desk.imports import run_import
from clapometer.desk.models import Import
from clapometer.desk.plans import plan_import, save_profile
from clapometer.desk.previews import preview
from clapometer.ledger.reading import head, read_entries
from clapometer.ledger.verifying import problems
from clapometer.ledger.writing import writing
from clapometer.readers.problems import FileRefused
from clapometer.reviews.drafts import review_marked
from clapometer.reviews.models import Review, ReviewEvent
from clapometer.reviews.record import reviews_at
from clapometer.reviews.scores import score_of
from tests.desk.files import row, some, write

pytestmark = pytest.mark.django_db


def take(path, **options):
    return run_import(plan_import(path, **options))


def counts(outcome):
    return (outcome.rows, outcome.added, outcome.unchanged, outcome.refused)


def test_a_file_becomes_a_score(tmp_path):
    outcome = take(write(tmp_path / "a.csv", some(8)))
    assert counts(outcome) == (8, 8, 0, 0)
    assert (outcome.works, outcome.critics, outcome.outlets) == (1, 8, 8)
    work = resolve_work("A made-up film 2026")
    assert (score_of(work).score.printed, score_of(work).score.tally.graded) == (75, 8)
    assert list(problems()) == []
    assert Import.objects.get(id=outcome.import_id).state == "done"


def test_the_same_file_again_adds_nothing_at_all(tmp_path):
    path = write(tmp_path / "a.csv", some(8))
    take(path)
    before = head()
    again = take(path)
    assert counts(again) == (8, 0, 8, 0)
    assert again.import_id is None
    assert head() == before


def test_a_preview_writes_nothing_and_says_what_the_import_then_does(tmp_path):
    take(write(tmp_path / "a.csv", some(4)))
    rows = [
        *some(4),
        *some(6, "Another Made-up Film"),
        row("Invented Critic 1", "rotten", date="2026-04-01"),
        row("", outlet=""),
        row("Invented Critic 9", "perhaps"),
        row("X"),
        row("X"),
    ]
    path = write(tmp_path / "b.csv", rows)
    before = head()
    seen = preview(plan_import(path))
    assert head() == before
    outcome = take(path)
    assert (seen.reviews + seen.revised, seen.unchanged, seen.refused) == counts(outcome)[1:]
    assert (seen.works, seen.critics, seen.outlets) == (
        outcome.works,
        outcome.critics,
        outcome.outlets,
    )
    assert seen.reasons == outcome.reasons == {"no_reviewer": 1, "unreadable_verdict": 1}
    assert seen.new_works == ["Another Made-up Film"]


def test_refused_rows_are_reported_and_the_rest_goes_on(tmp_path):
    path = write(
        tmp_path / "a.csv", [row("A"), row("", outlet=""), row("B", "who knows"), row("C")]
    )
    outcome = take(path)
    assert counts(outcome) == (4, 2, 0, 2)
    with outcome.report.open(encoding="utf-8", newline="") as file:
        report = list(csv.DictReader(file))
    assert [line["refused_row"] for line in report] == ["2", "3"]
    assert report[1]["refused_because"].startswith("“who knows” is no known word for a verdict")
    assert report[1]["critic"] == "B"


def test_a_mended_report_can_be_taken_in(tmp_path):
    outcome = take(write(tmp_path / "a.csv", [row("A"), row("B", "who knows")]))
    mended = outcome.report.read_text(encoding="utf-8").replace("who knows,", "fresh,")
    path = tmp_path / "mended.csv"
    path.write_text(mended, encoding="utf-8")
    assert counts(take(path)) == (1, 1, 0, 0)


def test_the_same_critic_and_outlet_twice_is_one_reviewer_and_the_later_revises(tmp_path):
    rows = [row("A", "rotten", date="2026-03-09"), row("A", "fresh", date="2026-03-01")]
    outcome = take(write(tmp_path / "a.csv", rows))
    assert (outcome.added, outcome.revised, Review.objects.count()) == (2, 1, 1)
    (said,) = reviews_at(resolve_work("A Made-up Film"))
    assert said.positive is False
    assert [event.kind for event in ReviewEvent.objects.order_by("seq")] == ["posted", "posted"]
    later = take(write(tmp_path / "b.csv", [row("A", "fresh", date="2026-03-20")]))
    assert later.revised == 1
    assert ReviewEvent.objects.order_by("seq").last().kind == "revised"
    assert reviews_at(resolve_work("A Made-up Film"))[0].positive is True


def test_unnamed_critics_of_one_outlet_are_not_taken_for_one_person(tmp_path):
    rows = [
        row("", outlet="Made-up Daily", quote="One."),
        row("", outlet="Made-up Daily", quote="Two."),
    ]
    path = write(tmp_path / "a.csv", [*rows, rows[0]])
    assert counts(take(path)) == (3, 2, 1, 0)
    assert Review.objects.count() == 2


def test_copies_in_other_outlets_are_kept_linked_and_reported(tmp_path):
    rows = [*some(6), row("Invented Critic 1", outlet="Elsewhere"),
            row("Invented Critic 2", outlet="Elsewhere", date="2026-05-01")]  # fmt: skip
    outcome = take(write(tmp_path / "a.csv", rows))
    assert (outcome.added, outcome.copies, outcome.repeats) == (8, 2, 1)
    assert score_of(resolve_work("A Made-up Film")).score.tally.count == 6


def test_placeholder_dates_are_unknown_times(tmp_path):
    rows = [
        *some(5),
        row("Old", "rotten", date="1800-01-01"),
        row("Older", "rotten", date="2000-01-01"),
    ]
    take(write(tmp_path / "a.csv", rows))
    found = score_of(resolve_work("A Made-up Film"))
    assert (found.score.tally.count, found.undated) == (7, 2)
    first = ReviewEvent.objects.exclude(happened_at=None).order_by("happened_at").first()
    assert ReviewEvent.objects.filter(happened_at=None).count() == 2
    assert score_of(found.work, at=first.happened_at - 1).score.tally.count == 0


def test_a_row_without_a_date_does_not_bring_a_withdrawn_review_back(tmp_path):
    take(write(tmp_path / "a.csv", some(6)))
    review = Review.objects.order_by("id").first()
    with writing("editor") as writer:
        writer.append_one(review_marked("withdrawn", review.id, review.work_id, None, "made up"))
    undated = [row("Invented Critic 0", "rotten", grade="1/5", date="1800-01-01")]
    assert counts(take(write(tmp_path / "b.csv", undated))) == (1, 0, 1, 0)
    assert score_of(resolve_work("A Made-up Film")).score.tally.count == 5
    dated = [row("Invented Critic 0", "rotten", grade="1/5", date=str(date.today()))]
    assert counts(take(write(tmp_path / "c.csv", dated))) == (1, 1, 0, 0)


def test_a_date_in_the_future_is_refused(tmp_path):
    outcome = take(write(tmp_path / "a.csv", [row("A", date="2999-01-01"), row("B")]))
    assert outcome.reasons == {"future_date": 1}


def test_a_title_that_several_works_have_is_ambiguous(tmp_path):
    with writing("test") as writer:
        writer.append(
            [work_added(kind="film", title="A Made-up Film", year=2026) for _ in range(2)]
        )
    path = write(tmp_path / "a.csv", [row("A")])
    assert list(preview(plan_import(path)).ambiguous) == ["A Made-up Film"]
    outcome = take(path)
    assert outcome.reasons == {"ambiguous_work": 1}
    assert "w1" in outcome.report.read_text(encoding="utf-8")


def test_grades_keep_their_text_and_say_why_they_were_not_read(tmp_path):
    rows = [row("A", grade="5/4"), row("B", grade="7"), row("C", grade="B–")]
    take(write(tmp_path / "a.csv", rows))
    said = {one.critic.name: one for one in reviews_at(resolve_work("A Made-up Film"))}
    assert [(said[name].grade, said[name].value) for name in "ABC"] == [
        ("5/4", None),
        ("7", None),
        ("B–", 6667),
    ]
    assert said["A"].unread and said["B"].unread


def test_a_scale_given_for_bare_numbers_is_used(tmp_path):
    path = write(tmp_path / "a.csv", [row("B", grade="7")])
    take(path, overrides=[("grade_scale", "of-10")])
    assert reviews_at(resolve_work("A Made-up Film"))[0].value == 7000


def test_works_of_a_works_file_get_their_identifiers_and_titles(tmp_path):
    works = write(
        tmp_path / "w.csv", [("7", "A Film Made Up", "2024")], ("film_id", "title", "year")
    )
    rows = [("7", "A", "O", "2026-01-01", "fresh", "4/5")]
    reviews = write(
        tmp_path / "r.csv", rows, ("film_id", "critic", "outlet", "date", "verdict", "grade")
    )
    take(reviews)
    assert resolve_work("file:7").title == "file:7"
    take(reviews, works=works)
    assert resolve_work("file:7").title == "A Film Made Up"
    assert Work.objects.count() == 1


def test_a_saved_profile_is_used_again(tmp_path):
    rows = [("A Made-up Film", "A", "yes", "3/5")]
    path = write(tmp_path / "a.csv", rows, ("what", "who", "liked", "stars"))
    plan = plan_import(
        path,
        overrides=[
            ("work_title", "what"),
            ("critic", "who"),
            ("verdict", "liked"),
            ("grade", "stars"),
        ],
    )
    save_profile(plan, "made-up-layout")
    again = plan_import(path)
    assert again.profile_name == "made-up-layout"
    assert counts(run_import(again)) == (1, 1, 0, 0)


@pytest.mark.parametrize(
    "content", [b"", b"null", b"<!doctype html><html><body>502</body></html>", b"PK\x03\x04zip"]
)
def test_what_is_no_such_file_ends_with_one_sentence_and_writes_nothing(tmp_path, content):
    path = tmp_path / "a.csv"
    path.write_bytes(content)
    with pytest.raises(FileRefused) as refusal:
        take(path)
    assert refusal.value.sentence.startswith("a.csv ")
    assert head()[0] == 0


def test_every_entry_of_an_import_bears_its_name(tmp_path):
    outcome = take(write(tmp_path / "a.csv", some(3)))
    first, *others = read_entries()
    assert (first.kind, first.seq) == ("import.started", outcome.import_id)
    assert {entry.actor for entry in others} == {f"import:{outcome.import_id}"}


def test_a_file_that_stops_being_a_table_keeps_what_came_before(tmp_path):
    path = write(tmp_path / "a.csv", some(5_100))
    with path.open("a", encoding="utf-8") as file:
        file.write("x" * (5 * 2**20))
    with pytest.raises(FileRefused) as refusal:
        take(path)
    begun = Import.objects.get()
    assert (
        f"rows before that are in, as import {begun.id}; `clapometer undo" in refusal.value.sentence
    )
    assert score_of(resolve_work("A Made-up Film")).score.tally.count == 5_000
