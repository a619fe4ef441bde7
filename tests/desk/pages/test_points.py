"""The editors' page of the numbers of a counter. All of it is made up."""

import html
import re

import pytest
from django.test import Client
from django.urls import reverse

from clapometer.catalogue.drafts import work_added
from clapometer.desk.stating import add_fact
from clapometer.ledger.reading import read_entries
from clapometer.ledger.writing import writing
from clapometer.signals.counters import counter_numbered
from clapometer.signals.facts import COUNTER

pytestmark = pytest.mark.django_db


@pytest.fixture
def counter(db):
    with writing("test") as writer:
        work = writer.append_one(work_added(kind="series", title="Salt Road")).seq
    typed = {"measure": "tiktok-hashtag-views", "of": "#saltroad"}
    return add_fact(COUNTER, work, typed, "member:1").seq


def words(response):
    bare = re.sub(r"<[^>]+>", " ", response.content.decode())
    return re.sub(r"\s+", " ", html.unescape(bare))


def form(counter):
    return reverse("counter_numbers", args=[counter])


def test_an_editor_tells_corrects_and_takes_back_a_number(editor, counter):
    sent = {"as_of": "2022-05-20", "value": "over 4.3 billion", "source": "A Made-up Gazette"}
    done = editor.post(form(counter), sent)
    assert (done.status_code, done.url) == (302, form(counter))
    page = editor.get(form(counter))
    assert "at least 4,300,000,000" in words(page)
    assert "?as_of=2022-05-20&amp;value=%E2%89%A54300000000" in page.content.decode()
    editor.post(form(counter), {**sent, "value": "4.4 billion", "reason": "misread"})
    (point,) = counter_numbered(counter).points
    assert point.digits == 4_400_000_000
    back = reverse("counter_take_back", args=[counter])
    assert editor.post(back, {"as_of": "2022-05-20", "reason": "wrong"}).status_code == 302
    assert list(counter_numbered(counter).points) == []
    assert list(read_entries())[-1].actor.startswith("member:")


def test_what_cannot_be_read_is_told_beside_its_field(editor, counter):
    answer = editor.post(form(counter), {"as_of": "someday", "value": "5"})
    assert answer.status_code == 400
    assert "“someday” is no date that can be read" in words(answer)
    assert 'value="someday"' in answer.content.decode()


def test_a_number_that_is_not_there_cannot_be_taken_back(editor, counter):
    answer = editor.post(reverse("counter_take_back", args=[counter]), {"as_of": "2022-05-20"})
    assert answer.status_code == 400


def test_only_editors_find_the_way_there(editor, counter):
    editor.post(form(counter), {"as_of": "2022-05-20", "value": "5"})
    own, work = reverse("counter", args=[counter]), counter_numbered(counter).fact.about
    pages = (own, reverse("work", args=[work, "salt-road"]))
    visitor = Client(headers={"host": "localhost"})
    for page in pages:
        assert form(counter) in editor.get(page).content.decode()
        assert form(counter) not in visitor.get(page).content.decode()


def test_a_counter_without_numbers_is_named_on_the_page_of_its_work(editor, counter):
    work = counter_numbered(counter).fact.about
    page = editor.get(reverse("work", args=[work, "salt-road"]))
    assert "no number yet" in words(page)
    assert form(counter) in page.content.decode()
