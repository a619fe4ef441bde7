"""The pages of stories and topics, and who reports a fact. All stories, people and works are made
up."""

import json
import re
from html.parser import HTMLParser
from xml.etree import ElementTree as ET

import pytest
from django.test import Client

from clapometer.accounts.models import Member
from clapometer.accounts.roles import EDITOR
from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact, undo_fact
from clapometer.facts.days import When
from clapometer.facts.kinds import kind_named
from clapometer.instants import format_instant, to_datetime
from clapometer.ledger.reading import read_some
from clapometer.site.addresses import work_address
from clapometer.stories.drafts import story_undone
from tests.catalogue.telling import add
from tests.reviews.telling import Story as Record
from tests.stories.madeup import DAY, START, post, support, tell

pytestmark = pytest.mark.django_db
SCORE = {"printed_by": "A Made-up Aggregator", "panel": "critics", "scale": "percent"}
ON = to_datetime(START).date().isoformat()
# Everything that a page must show as words and nothing else.
HOSTILE = "<script>alert(1)</script>\"' onmouseover=x &amp; {{ 1 }} <b>"


class Tags(HTMLParser):
    """The names of all tags and attributes of a page."""

    def __init__(self):
        super().__init__()
        self.tags, self.attributes = set(), set()

    def handle_starttag(self, tag, attrs):
        self.tags.add(tag)
        self.attributes.update(name for name, _ in attrs)


@pytest.fixture
def reader():
    return Client(headers={"host": "localhost"})


@pytest.fixture
def film():
    return add("A Made-up Film")


def page(reader, path, status=200):
    response = reader.get(path)
    assert response.status_code == status, path
    return response.content.decode()


def score(work, value="97%", **more):
    typed = {**SCORE, "value": value, "when": ON, **more}
    return add_fact(kind_named("outside-score"), work, typed, "member:1").seq


def address(work):
    return work_address(Work.objects.get(id=work))


def test_a_story_shows_its_head_and_what_it_states(reader, film):
    fact = score(film)
    number = post()
    support(number, fact, printed="97 %", quote="Critics were in favour.")
    shown = page(reader, f"/story/{number}")
    for part in (
        "The ferry comes back for a second year", "The Made-up Gazette",
        'href="https://gazette.example/2026/ferry"', 'href="/topic/saltroad"',
        "Critics were in favour.", f'href="/fact/{fact}"', "A Made-up Film", "confirmed",
        f'href="/follow/?key=work%3A{film}"', 'href="/follow/?key=topic%3Asaltroad"',
    ):  # fmt: skip
        assert part in shown, part


def test_every_fact_says_who_reports_it(reader, film):
    fact = score(film)
    for n in range(5):
        number = post(link=f"https://gazette.example/{n}", outlet=f"Invented Outlet {n}")
        support(number, fact, quote="Words.")
    shown = page(reader, f"/fact/{fact}")
    assert "Reported by" in shown
    assert shown.count("<blockquote") == 5
    told = json.loads(page(reader, f"/fact/{fact}.json"))
    assert [one["outlet"] for one in told["reported_by"]] == [
        f"Invented Outlet {n}" for n in range(5)
    ]
    for path in (address(film), f"{address(film)}/timeline"):
        beside = page(reader, path)
        assert "reported by" in beside
        assert "Invented Outlet 2" in beside
        assert "and 2 others" in beside


def test_a_page_of_the_past_knows_no_later_story(reader, film):
    fact = score(film)
    known = tell_known(fact)
    support(post(), fact)
    assert "Reported by" not in page(reader, f"/fact/{fact}?known={known}")
    assert "Reported by" in page(reader, f"/fact/{fact}")
    assert 'id="stories"' not in page(reader, f"{address(film)}?known={known}")
    assert 'id="stories"' in page(reader, address(film))


def tell_known(fact):
    return format_instant(read_some([fact])[fact].recorded_at)


def test_stories_are_listed_by_outlet_work_and_month(reader, film):
    first = post()
    second = post(link="https://other.example/1", outlet="Another Outlet", headline="Another story",
                  published=When(START + 60 * DAY, "day"), topics=())  # fmt: skip
    support(second, score(film))
    shown = page(reader, "/stories")
    assert shown.index(f"/story/{second}") < shown.index(f"/story/{first}")
    assert f"/story/{first}" not in page(reader, "/stories?outlet=Another%20Outlet")
    assert f"/story/{first}" not in page(reader, f"/stories?of=w{film}")
    assert f"/story/{second}" not in page(reader, f"/stories?month={ON[:7]}")
    assert "no such story" in page(reader, "/stories?outlet=Nobody")
    assert reader.get("/stories?outlet=&month=&page=").headers["Location"] == "/stories"
    assert reader.get("/stories?page=9").status_code == 404


def test_topics_have_pages_and_feeds(reader):
    first, second = post(), post(link="https://gazette.example/2", topics=("tv news", "映画"))
    assert "TV News" in page(reader, "/topics")
    shown = page(reader, "/topic/tv-news")
    assert all(f"/story/{one}" in shown for one in (first, second))
    assert 'href="/follow/?key=topic%3Atv-news"' in shown
    feed = ET.fromstring(page(reader, "/topic/tv-news.xml"))
    assert len(feed.findall("{http://www.w3.org/2005/Atom}entry")) == 2
    items = json.loads(page(reader, "/stories.json"))["items"]
    assert [one["url"].rpartition("/")[2] for one in items] == [str(second), str(first)]
    assert page(reader, "/topic/nothing-here", 404)


# Nothing of a story reaches a page as anything but words.
@pytest.mark.parametrize(
    "path", ["/story/{}", "/stories", "/topics", "/stories.xml", "work", "fact"]
)
def test_hostile_words_stay_words(reader, film, path):
    fact = score(film)
    number = post(headline=HOSTILE, outlet=HOSTILE, topics=(HOSTILE[:80],))
    support(number, fact, quote=HOSTILE, printed=HOSTILE)
    paths = {"work": address(film), "fact": f"/fact/{fact}"}
    shown = page(reader, paths.get(path, path.format(number)))
    assert "alert(1)" in shown
    tags = Tags()
    tags.feed(shown)
    assert not {"b", "onmouseover=x"} & tags.tags
    assert not {"onmouseover"} & tags.attributes
    assert "<script>alert" not in shown


def test_a_huge_headline_and_many_topics_have_their_page(reader):
    number = post(headline="long" * 2_000, topics=tuple(f"topic {n}" for n in range(40)))
    assert "longlong" in page(reader, f"/story/{number}")


def test_a_story_taken_back_says_so(reader, film):
    number = post()
    support(number, score(film))
    tell(story_undone(number, "a made-up reason"))
    assert "a made-up reason" in page(reader, f"/story/{number}", 410)
    assert f"/story/{number}" not in page(reader, "/stories")
    assert page(reader, "/story/999", 404)


def test_a_score_is_marked_that_the_record_contradicts(reader):
    record = Record(kind="film")
    for critic in range(37):
        record.post(critic, positive=critic > 0)
    fact = score(record.work_id, "98%")
    support(post(), fact)
    told = "As printed 98 %; the record of that day says 97 % of 37."
    for path in (f"/fact/{fact}", address(record.work_id), "/stories"):
        assert (told in page(reader, path)) == (path != "/stories")


def test_a_contradiction_stays_until_it_is_settled(reader, film):
    one, other = score(film), score(film, "98%")
    for path in (f"/fact/{one}", f"/fact/{other}", address(film)):
        assert "Where sources disagree" in page(reader, path)
    editor = Client(headers={"host": "localhost"})
    editor.force_login(Member.objects.create(email="e@made-up.example", role=EDITOR))
    form = page(editor, f"/fact/{other}/settle")
    token = re.search(r'name="token" value="([^"]+)"', form)[1]
    assert editor.post(f"/fact/{other}/settle", {"token": token}).status_code == 400
    sent = {"token": token, "reason": "both were printed so"}
    assert editor.post(f"/fact/{other}/settle", sent).status_code == 302
    shown = page(reader, address(film))
    assert "1 that was settled" in shown
    assert "both were printed so" in shown
    assert editor.post(f"/fact/{one}/settle", {"act": "open"}).status_code == 302
    assert "that was settled" not in page(reader, address(film))
    undo_fact(other, "", "member:1")
    assert "Where sources disagree" not in page(reader, address(film))
    assert "Nothing contradicts" in page(editor, f"/fact/{one}/settle")


def test_words_and_numbers_as_reported_have_sections(reader, film):
    said = {"words": HOSTILE, "speaker": "Kit Made-up", "venue": "the Made-up Gazette"}
    add_fact(kind_named("quotation"), film, said, "member:1")
    told = {"value": "9000000", "currency": "USD", "period": "its first weekend"}
    add_fact(kind_named("takings"), film, told, "member:1")
    shown = page(reader, address(film))
    assert "In their words" in shown
    assert "Kit Made-up" in shown
    assert "took 9,000,000 USD (its first weekend)" in shown
    assert "<script>alert" not in shown


# However many stories there are, a list asks the database the same number of times.
def test_lists_ask_as_often_for_many_as_for_few(reader, film, django_assert_max_num_queries):
    for n in range(12):
        number = post(link=f"https://gazette.example/{n}", topics=(f"topic {n}",))
        support(number, score(film, f"{n}%", when=""))
    with django_assert_max_num_queries(14):
        reader.get("/stories")


def test_a_story_of_many_facts_asks_as_often_as_one_of_few(
    reader, film, django_assert_max_num_queries
):
    number = post()
    for n in range(30):
        said = {"words": f"Made-up words {n}.", "speaker": "Kit Made-up"}
        support(number, add_fact(kind_named("quotation"), film, said, "member:1").seq)
    with django_assert_max_num_queries(20):
        assert page(reader, f"/story/{number}").count("<blockquote") == 30
