"""Reviews entered by forms: guessed, previewed, saved, changed, taken back. All is made up."""

from __future__ import annotations

import html
import re

import pytest
from django.urls import reverse

from clapometer.desk.reviewing import enter_review
from clapometer.ledger.reading import head, read_some
from clapometer.reviews.models import Review
from clapometer.reviews.record import said_by
from clapometer.reviews.scores import score_of
from tests.reviews.telling import Story

pytestmark = pytest.mark.django_db
TYPED = {
    "link": "https://www.made-up-mail.example/a-work",
    "grade": "B+",
    "critic": "Ada Invented",
    "outlet": "Made-up Mail",
    "date": "2026-03-02",
}
LONG = "x" * 20_001


@pytest.fixture
def work(db):
    return Story().work


@pytest.fixture
def adding(work):
    return reverse("review_add", args=[work.id])


def text_of(answer):
    """The words of a page, without its elements."""
    body = re.sub(r"<[^>]*>", " ", answer.content.decode().partition("<main")[2])
    return " ".join(html.unescape(body).split())


def hidden(answer, name):
    found = re.search(rf'name="{name}" value="([^"]*)"', answer.content.decode())
    return html.unescape(found[1])


def test_a_review_is_saved_by_one_form_and_the_next_is_ready(editor, adding, work):
    token = hidden(editor.get(adding), "token")
    answer = editor.post(adding, TYPED | {"token": token}, follow=True)
    assert "Saved. A new review." in text_of(answer)
    assert "Positive: 0 of 0 before, 1 of 1 after." in text_of(answer)
    assert "Ada Invented, Made-up Mail B+ → 8.3/10" in text_of(answer)
    page = answer.content.decode()
    assert re.search(r'id="in-link" value=""[^>]* autofocus', page)
    assert 'name="date" id="in-date" value="2026-03-02"' in page
    assert head()[0] == Review.objects.get().id


def test_the_same_form_again_writes_nothing_and_leads_to_the_same_page(editor, adding):
    token = hidden(editor.get(adding), "token")
    first = editor.post(adding, TYPED | {"token": token})
    before = head()
    again = editor.post(adding, TYPED | {"token": token})
    assert head() == before
    assert re.search(r"entered=(\d+)", first.url)[1] == re.search(r"entered=(\d+)", again.url)[1]
    assert "it was not saved twice" in text_of(editor.get(again.url))


# Whatever was typed, it stands in the form again, and what is wrong is said at its field.
def test_nothing_that_was_typed_is_lost(editor, adding):
    typed = TYPED | {
        "link": "no link <b>", "date": "soonish", "quote": 'He said "no" & left.\nThen came back.',
        "verdict": "read-negative", "top": "yes", "outlet": "O’Möbius & Sons",
    }  # fmt: skip
    before = head()
    answer = editor.post(adding, typed | {"token": "t", "looked": "yes"})
    assert (answer.status_code, head()) == (400, before)
    page = html.unescape(answer.content.decode())
    for value in typed.values():
        assert value in page
    assert '<option value="read-negative" selected>' in page
    assert re.search(r'name="top"[^>]* checked', page)
    assert hidden(answer, "token") == "t"
    assert 'id="in-link-wrong"' in page and 'id="in-date-wrong"' in page
    assert re.search(r'id="in-link"[^>]* autofocus', answer.content.decode())


def test_who_wrote_it_is_guessed_and_shown_before_it_is_saved(editor, adding, work):
    other = Story().work
    enter_review(other, TYPED | {"top": "yes"}, "member:1")
    before = head()
    typed = {"link": "https://made-up-mail.example/another", "grade": "4/5", "date": "today"}
    answer = editor.post(adding, typed)
    assert head() == before
    page = answer.content.decode()
    assert "who wrote it was guessed" in text_of(answer)
    assert 'id="in-critic" value="Ada Invented"' in page
    assert 'id="in-outlet" value="Made-up Mail"' in page
    assert re.search(r'name="top"[^>]* checked', page)
    assert re.search(r'value="save" autofocus', page)
    looked = typed | {"critic": "Ada Invented", "outlet": "Made-up Mail", "looked": "yes"}
    assert editor.post(adding, looked).status_code == 302
    assert said_by([head()[0]])[head()[0]].critic.name == "Ada Invented"


def test_what_was_guessed_and_then_emptied_stays_empty(editor, adding):
    enter_review(Story().work, TYPED, "member:1")
    typed = TYPED | {"critic": "", "looked": "yes"}
    editor.post(adding, typed)
    assert said_by([head()[0]])[head()[0]].critic is None


def test_a_preview_says_the_reading_the_verdict_and_the_score_and_writes_nothing(editor, adding):
    before = head()
    answer = editor.post(adding, TYPED | {"do": "preview", "grade": "2/5"})
    assert "2/5 → 4.0/10 , − negative A new review." in text_of(answer)
    assert "Positive: 0 of 0 before, 0 of 1 after." in text_of(answer)
    assert head() == before


def test_the_script_is_answered_with_what_is_understood_so_far(editor, adding):
    enter_review(Story().work, TYPED, "member:1")
    before = head()
    asked = {"do": "read", "link": "made-up-mail.example/x", "date": "today"}
    page = editor.post(adding, asked).content.decode()
    assert 'data-outlet="Made-up Mail" data-critic="Ada Invented"' in page
    assert "Give the grade" not in page, "nobody is told off for what is not typed yet"
    page = editor.post(adding, {"do": "read", "grade": "7", "critic": "ada"}).content.decode()
    assert "wrong" in page
    assert '<option value="Ada Invented">' in page
    assert "8.3/10" in editor.post(adding, {"do": "read", "grade": "B+"}).content.decode()
    assert head() == before


def test_a_second_review_by_the_same_reviewer_says_that_it_revises(editor, adding, work):
    enter_review(work, TYPED, "member:1")
    later = TYPED | {"grade": "D", "date": "2026-03-05", "looked": "yes"}
    answer = editor.post(adding, later | {"do": "preview"})
    assert "it is a revision" in text_of(answer)
    assert "it is a revision" in text_of(editor.post(adding, later, follow=True))
    unchanged = editor.post(adding, later)
    assert "exactly this already" in text_of(unchanged)


def test_the_sitting_s_list_undoes_with_one_key(editor, adding, work):
    editor.post(adding, TYPED)
    page = editor.get(adding).content.decode()
    undo = re.search(r'action="(/review/\d+/entry/\d+/undo)"', page)[1]
    assert page.count('accesskey="z"') == 1
    answer = editor.post(undo, {"next": f"{adding}?undone"}, follow=True)
    assert "Taken back by a counter-entry." in text_of(answer)
    assert "taken back" in text_of(answer).partition("Entered in this sitting")[2]
    assert 'accesskey="z"' not in answer.content.decode()
    assert score_of(work).score.tally.count == 0
    assert editor.post(undo).status_code == 400


def test_another_editor_s_sitting_is_not_shown(editor, adding, work):
    enter_review(work, TYPED, "member:999", "a token")
    assert "Entered in this sitting" not in text_of(editor.get(adding))


@pytest.fixture
def review(work):
    return Review.objects.get(id=enter_review(work, TYPED | {"verdict": "positive"}, "x").seq)


def test_a_review_opens_as_it_would_be_typed_and_unchanged_it_writes_nothing(editor, review):
    address = reverse("review_revise", args=[review.id])
    page = editor.get(address).content.decode()
    assert 'value="B+"' in page and 'value="2026-03-02"' in page
    assert '<option value="positive" selected>' in page
    before = head()
    typed = {name: TYPED[name] for name in ("link", "grade", "date")} | {"verdict": "positive"}
    assert "Nothing is changed" in text_of(editor.post(address, typed))
    assert head() == before


def test_a_change_shows_before_and_after_and_is_saved(editor, review):
    address = reverse("review_revise", args=[review.id])
    typed = {"link": TYPED["link"], "grade": "C-", "date": "2026-03-04", "how": "changed"}
    answer = editor.post(address, typed | {"do": "preview"})
    assert re.search(r"<td><del>B\+</del></td><td><ins>C-</ins>", answer.content.decode())
    assert "negative" in text_of(answer)
    answer = editor.post(address, typed, follow=True)
    assert "The reviewer changed the review" in text_of(answer)
    mistyped = typed | {"how": "mistyped", "grade": "C+"}
    editor.post(address, mistyped)
    assert [one.kind for one in read_some([head()[0] - 1, head()[0]]).values()] == [
        "review.undone", "review.revised",
    ]  # fmt: skip
    assert editor.post(address, typed | {"date": "1999-01-01"}).status_code == 400


def test_a_review_is_excluded_in_public_and_restored(editor, review, work):
    address = reverse("review_exclude", args=[review.id])
    refused = editor.post(address, {"date": "today", "reason": " "})
    assert refused.status_code == 400
    assert "Say why" in text_of(refused)
    reason = {"date": "today", "reason": "He plays in it."}
    preview = editor.post(address, reason | {"do": "preview"})
    assert "Positive: 1 of 1 before, 0 of 0 after." in text_of(preview)
    assert "He plays in it." in text_of(editor.post(address, reason, follow=True))
    assert editor.get(reverse("review_revise", args=[review.id])).status_code == 404
    editor.post(reverse("review_restore", args=[review.id]), {"date": "today"})
    editor.post(reverse("review_withdraw", args=[review.id]), {"date": "today"})
    kinds = ["review.excluded", "review.restored", "review.withdrawn"]
    assert [one.kind for one in read_some(range(head()[0] - 2, head()[0] + 1)).values()] == kinds
    assert score_of(work).score.tally.count == 0


def test_several_lines_are_read_shown_and_saved_and_what_is_wrong_stays(editor, work):
    address = reverse("review_several", args=[work.id])
    lines = "\n".join(
        [
            "https://a.example/1\tB+\tAda Invented\tMade-up Mail",
            "https://b.example/2 | 2/5 | Bo Invented | Made-up Daily | 2026-03-01",
            "https://c.example/3; seven bells; Cy Invented; Made-up Weekly",
            "https://d.example/4, 9/10, Di Invented, Made-up Hourly",
        ]
    )
    before = head()
    preview = editor.post(address, {"lines": lines, "date": "yesterday"})
    assert head() == before
    assert "2/5 → 4.0/10" in text_of(preview)
    token = hidden(preview, "token")
    sent = {"lines": lines, "date": "yesterday", "do": "save", "looked": "yes", "token": token}
    answer = editor.post(address, sent)
    assert "3 reviews are saved; the lines below are not." in text_of(answer)
    field = re.search(r"<textarea[^>]*>\s*([^<]*)</textarea>", answer.content.decode())[1]
    assert field.strip() == "https://c.example/3; seven bells; Cy Invented; Made-up Weekly"
    assert score_of(work).score.tally[:2] == (3, 2)
    position = head()
    editor.post(address, sent)
    assert head() == position, "the same lines again write nothing"


@pytest.mark.parametrize("lines", ["", "  \n ", "\n".join(["x.example 4/5 Ada"] * 101)])
def test_no_line_and_too_many_lines_are_said(editor, work, lines):
    answer = editor.post(reverse("review_several", args=[work.id]), {"lines": lines})
    assert answer.status_code == 400


@pytest.mark.parametrize("name", ["link", "grade", "critic", "outlet", "date", "verdict", "quote"])
def test_a_field_of_any_length_is_refused_and_never_an_error(editor, adding, name):
    before = head()
    assert editor.post(adding, TYPED | {name: LONG, "looked": "yes"}).status_code == 400
    assert head() == before
