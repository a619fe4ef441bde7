"""Taking texts in by the page: links wait on the list, a text or a file is read at once. All is
made up."""

from __future__ import annotations

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from clapometer.desk.intake.asked import TakingRefused
from clapometer.desk.models import Reading
from clapometer.desk.pages import taking
from clapometer.ledger.reading import head

pytestmark = pytest.mark.django_db
STORY = (
    "Salt Road is back for more\n\nThe made-up series Salt Road has been renewed for a third "
    "season, its makers said on Friday. The town in which it is set was invented for this test."
)


def test_links_wait_on_the_list_each_once_and_nothing_is_lost_with_the_page(editor):
    links = "https://one.made-up.example/a\n- https://one.made-up.example/b\nhttps://one.made-up.example/a"
    answer = editor.post("/desk/take", {"text": links})
    assert answer.url == "/desk/take?listed"
    assert (
        list(Reading.objects.order_by("id").values_list("state", "how"))
        == [("waiting", "link")] * 2
    )
    page = editor.get("/desk/take").content.decode()
    assert "2 texts are still to be read." in page
    assert page.count("waits to be read") == 2
    assert "2 texts are still to be read." in editor.get("/desk/queue").content.decode()


def test_a_text_is_read_at_once_with_the_outlet_and_day_of_the_editor(editor):
    fields = {"text": STORY, "outlet": "Made-up Mail", "published": "4 August 2023"}
    editor.post("/desk/take", fields)
    reading = Reading.objects.get()
    assert (reading.state, reading.outlet, reading.published) == (
        "read", "Made-up Mail", "2023-08-04",
    )  # fmt: skip
    assert "renewed for a third season" in reading.text
    assert head()[0] == 0


def test_a_file_is_read_at_once(editor):
    page = f"<html><title>Salt</title><body><article><p>{STORY}</p></article></body></html>"
    editor.post("/desk/take", {"file": SimpleUploadedFile("story.html", page.encode())})
    reading = Reading.objects.get()
    assert (reading.how, reading.state) == ("file", "read")
    assert "renewed for a third season" in reading.text


@pytest.mark.parametrize(
    ("fields", "says"),
    [
        ({}, "Paste links, one a line, or a text; or give a file."),
        ({"text": "https://one.made-up.example/a", "published": "nonsense"}, "in-published-wrong"),
        ({"text": "https://user:secret@one.made-up.example/"}, 'role="alert"'),
        ({"text": STORY * 4000}, "no story has"),
    ],
)
def test_what_cannot_be_taken_is_said_and_what_was_typed_is_kept(editor, fields, says):
    answer = editor.post("/desk/take", fields)
    assert answer.status_code == 400
    page = answer.content.decode()
    assert says in page
    assert fields.get("text", "")[:60] in page
    assert not Reading.objects.exists()


def test_a_file_that_is_too_large_is_not_read(editor, monkeypatch):
    monkeypatch.setattr(taking, "MOST_BYTES", 10)
    answer = editor.post("/desk/take", {"file": SimpleUploadedFile("a.html", b"x" * 11)})
    assert "larger than 8 MiB" in answer.content.decode()
    assert not Reading.objects.exists()


def test_a_link_that_cannot_be_fetched_stays_with_the_reason(editor, monkeypatch):
    def fetch(_client, _link):
        raise TakingRefused("The made-up host is asleep.")

    monkeypatch.setattr("clapometer.desk.intake.taking.fetch_page", fetch)
    editor.post("/desk/take", {"text": "https://one.made-up.example/a"})
    page = editor.post("/desk/take/next", {"part": "yes"}).content.decode()
    assert 'data-waiting="0"' in page
    assert "not read" in page
    assert "The made-up host is asleep." in page
