"""The timeline of a work: everything dated about it is there once, on either clock, and stays."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clapometer.catalogue.facts.releases import RELEASE
from clapometer.catalogue.facts.trailers import TRAILER
from clapometer.desk.stating import add_fact, correct_fact, restore_fact, undo_fact
from clapometer.instants import format_instant, parse_instant
from clapometer.ledger.models import LedgerEntry
from clapometer.ledger.reading import head
from clapometer.reviews.drafts import entry_undone
from clapometer.reviews.moments import moments_of
from clapometer.reviews.scoreboard import in_force
from clapometer.signals.drafts import (
    ChartKey,
    Line,
    TitleKey,
    chart_corrected,
    chart_listed,
    chart_matched,
)
from clapometer.signals.facts import COUNTER
from clapometer.signals.points import point_on, points_restated, points_told
from clapometer.site.addresses import work_address
from clapometer.site.asking import Asked
from clapometer.site.reviewed import reviewed_of
from clapometer.site.timeline.asking import Filters
from clapometer.site.timeline.reading import everything, newest, scope_of
from clapometer.site.workpage import answered_from
from tests.site.festival import add_work, append, crowd, day
from tests.site.test_work import text

EDITOR = "member:1"
EVERYTHING = Filters()


def example(kind, **changed) -> dict[str, str]:
    typed = {field.name: field.example for field in kind.every_field}
    return {**typed, "when": "5 March 2026", **changed}


@pytest.fixture
def film(festival):
    """The festival's film with a release that was corrected, and a trailer that was taken back."""
    work = festival.works["film"]
    release = add_fact(RELEASE, work.id, example(RELEASE, episodes="", part=""), EDITOR).seq
    correct_fact(release, example(RELEASE, when="6 March 2026", episodes="", part=""), EDITOR)
    trailer = add_fact(TRAILER, work.id, example(TRAILER), EDITOR).seq
    undo_fact(trailer, "It was of another film.", EDITOR)
    return work


@pytest.fixture
def numbered(festival):
    """A season on a chart, one line of it restated, and with a counter of three days."""
    season = festival.works["season 1"]
    key = ChartKey("netflix-top10", "global", "", "TV (English)", date(2026, 3, 22))
    line = Line(7, "Harbour Lights (made up)", "Season 1", 1_000, None, None, 1)
    (chart,) = append(chart_listed(key, [line]), at="2026-03-24T00:00Z")
    title = TitleKey("netflix-top10", line.show, line.season, film=False)
    append(chart_matched(title, season.id), at="2026-03-24T00:00Z")
    again = chart_corrected(chart, [line._replace(hours=2_000)], [line])
    append(again, at="2026-04-02T00:00Z")
    counter = add_fact(COUNTER, season.id, example(COUNTER, person="", when=""), EDITOR).seq
    days = [point_on(date(2026, 3, one), 100 * one) for one in (20, 21, 22)]
    append(points_told(counter, days, "Made-up Counts"), at="2026-11-24T00:00Z")
    append(points_restated(counter, [point_on(date(2026, 3, 21), 5)], days[1:2]),
           at="2026-11-25T00:00Z")  # fmt: skip
    return season


def scope(work, at=None, known=None):
    table = in_force(known)
    asked = Asked(table.at(at), False, at, known, table=table)
    position, recorded, _ = answered_from(asked, head()[0])
    learned = recorded if known is None else known
    return scope_of(reviewed_of(work, asked, learned), work, asked, position, learned)


def lines(work, filters=EVERYTHING, **clocks):
    return [line for _, line in everything(scope(work, **clocks), filters)[0]]


def address(work, query=""):
    return work_address(work, query, "work_timeline")


def rows(page) -> list[str]:
    found = re.findall(r"<li><p class=\"timeline-day\">.*?</li>", page, re.DOTALL)
    return [" ".join(unescape(re.sub(r"<[^>]+>", " ", one)).split()) for one in found]


# Whatever is on record about the film is one line, and nothing is a line twice.
def test_everything_is_there_once(film):
    found = lines(film)
    told = [line.seq for line in found if line.group == "review"]
    entries = LedgerEntry.objects.filter(kind__startswith="review.")
    about = [one.seq for one in entries if f'"work":{film.id}' in one.body]
    assert sorted(told) == sorted(about)
    moments = [line.what.id for line in found if line.group in {"moment", "badge"}]
    assert sorted(moments) == sorted(one.id for one in moments_of(film))
    assert [line.group for line in found].count("release") == 1
    assert [line.group for line in found].count("trailer") == 0
    # The correction of the release and the taking back of the trailer.
    assert [line.group for line in found].count("correction") == 2
    assert len(found) == len(set(found))


@pytest.mark.parametrize("clock", ["happened", "recorded"])
def test_lines_are_in_order_of_their_clock(film, clock):
    found = lines(film, Filters(clock=clock))
    instants = [getattr(line, clock) for line in found]
    assert instants == sorted(instants, reverse=True)


def test_a_fact_that_was_taken_back_comes_back(film):
    (trailer,) = LedgerEntry.objects.filter(kind="trailer.added")
    restore_fact(trailer.seq, "It was of this film after all.", EDITOR)
    groups = [line.group for line in lines(film)]
    assert groups.count("trailer") == 1
    assert groups.count("correction") == 3


def test_charts_and_numbers_are_lines_and_so_is_what_was_restated(reader, numbered):
    page = rows(reader.get(address(numbered, "kind=chart&kind=number")).content.decode())
    assert page[0] == (
        "22 March 2026 Number 7 of TV (English), week of 16 March 2026 to 22 March 2026"
        " Charts · Netflix Top 10 (netflix.com/tudum/top10) · recorded 2 April 2026, 00:00 UTC"
    )
    assert len(page) == 4
    assert "#saltroad: 5 " in " ".join(page)
    assert "#saltroad: 2,100 " not in " ".join(page)
    restated = text(reader.get(address(numbered, "kind=correction")))
    assert "The publisher restated: Number 7 of TV (English)" in restated
    assert "#saltroad: 1 number restated" in restated


# On either clock: what was not so yet, or not known yet, is not there.
def test_at_and_known_leave_out_what_came_later(film):
    then = day("2026-03-08")
    assert all(line.happened <= then for line in lines(film, at=then))
    assert {line.group for line in lines(film, at=then)} >= {"review", "moment", "release"}
    early = parse_instant("2026-03-10T00:00Z", UTC)
    assert all(line.recorded <= early for line in lines(film, known=early))
    assert "release" not in {line.group for line in lines(film, known=early)}


def test_a_review_that_was_taken_back_is_told_as_that(festival, film):
    seq = festival.reviews["against"]
    append(entry_undone("review.undone", f"review:{seq}", seq, film.id), at="2026-11-24T00:00Z")
    found = [line for line in lines(film) if line.seq == seq and line.group != "moment"]
    assert [line.group for line in found] == ["correction"]
    before = lines(film, known=parse_instant("2026-11-23T00:00Z", UTC))
    assert [line.group for line in before if line.seq == seq and line.group == "review"]


# The shortcut of the work's page: moments are not worked out of works that can have none among the
# newest lines, and yet these are the first lines of the whole timeline without numbers and without
# facts of no known time.
@pytest.mark.parametrize("count", [1, 3, 12, 60])
@pytest.mark.parametrize("at", [None, "2026-03-20", "2026-03-24"])
def test_the_newest_lines_are_the_first_of_all(festival, film, numbered, count, at):
    instant = at and day(at)
    for work in festival.works.values():
        # What restates numbers is found with the numbers, so it is not among the newest either.
        found, _ = everything(scope(work, at=instant), EVERYTHING)
        undated = {line for source, line in found if source == "facts" and line.undated}
        every = [line for source, line in found if source != "numbers" and line not in undated]
        short = [told.line for told in newest(scope(work, at=instant), count)]
        assert short == every[:count], work


def test_the_page_filters_without_scripts(reader, festival, film, numbered):
    everything_told = rows(reader.get(address(film)).content.decode())
    badges = rows(reader.get(address(film, "kind=release")).content.decode())
    assert len(badges) == 1
    assert set(badges) < set(everything_told)
    farid = rows(reader.get(address(film, "text=FARID+amberley")).content.decode())
    assert farid
    assert all("Farid Amberley" in row for row in farid)
    series = festival.works["series"]
    page = reader.get(address(series, f"of=w{numbered.id}&kind=chart")).content.decode()
    (row,) = rows(page)
    assert "Season 1" in row
    assert "selected>Season 1<" in page
    assert 'value="chart" checked' in page


def test_a_form_with_empty_fields_leads_to_the_one_address(reader, film):
    query = "at=2026-03-07&kind=review&kind=badge&of=&text=&clock=happened"
    answer = reader.get(address(film, query))
    assert answer.status_code == 302
    assert answer.headers["Location"] == address(film, "at=2026-03-07&kind=badge&kind=review")
    assert reader.get(answer.headers["Location"]).status_code == 200
    clocks = reader.get(address(film, "at=2026-03-07&at_time=12:00&kind=review"))
    assert clocks.headers["Location"] == address(film, "at=2026-03-07T12:00Z&kind=review")


def test_the_filters_keep_what_is_asked(reader, film):
    page = reader.get(address(film, "at=2026-03-07T12:00Z&rule=clapometer&text=ada")).content
    form = re.search(r'<form class="filters".*?</form>', page.decode(), re.DOTALL)[0]
    assert 'name="at" value="2026-03-07T12:00:00Z"' in form
    assert 'name="rule" value="clapometer"' in form
    assert 'name="text" value="ada"' in form


def test_pages_hold_everything_once(reader, festival):
    work = add_work("Many (made up)")
    crowd(festival, work, 230)
    first = reader.get(address(work)).content.decode()
    pages = int(re.search(r"Page 1 of (\d+)", first)[1])
    told = [one for page in range(1, pages + 1)
            for one in reader.get(f"{address(work)}.json?{'' if page == 1 else f'page={page}'}")
            .json()["lines"]]  # fmt: skip
    assert len(told) == len(lines(work)) > 230
    assert len({str(one) for one in told}) == len(told)
    assert reader.get(address(work, f"page={pages + 1}")).status_code == 404


def test_the_permalink_gives_the_same_lines_for_ever(reader, festival, film):
    page = reader.get(address(film, "kind=release&kind=review")).content.decode()
    link = unescape(re.search(r'class="address"><a href="[^"]*?(/work[^"]+)"', page)[1])
    before = rows(reader.get(link).content.decode())
    assert before == rows(page)
    (release,) = LedgerEntry.objects.filter(kind="release.added")
    undo_fact(release.seq, "", EDITOR)
    assert rows(reader.get(link).content.decode()) == before
    assert rows(reader.get(address(film, "kind=release&kind=review")).content.decode()) != before
    assert reader.get(link).headers["Cache-Control"] != "no-cache"


def test_programs_get_the_same(reader, film):
    told = reader.get(f"{address(film)}.json?kind=release").json()
    assert told["work"] == film.public_id
    assert told["count"] == 1
    assert told["kinds"]["release"] == 1
    (line,) = told["lines"]
    (release,) = LedgerEntry.objects.filter(kind="release.added")
    assert line["happened_at"] == "2026-03-06T00:00:00Z"
    assert line["recorded_at"] == format_instant(release.recorded_at)
    assert line["source"] == "A Made-up Gazette"
    assert line["link"] == "https://gazette.example/story"
    assert line["page"].endswith(f"/fact/{release.seq}")
    assert line["entry"] == release.seq


def test_each_line_names_its_source_and_both_times_and_leads_to_its_page(reader, film):
    page = reader.get(address(film, "kind=release")).content.decode()
    (release,) = LedgerEntry.objects.filter(kind="release.added")
    row = rows(page)[0]
    assert "6 March 2026" in row
    assert "A Made-up Gazette" in row
    assert f"recorded {datetime.now(UTC).day} " in row
    assert f'<a href="/fact/{release.seq}">' in page
    assert '<a href="https://gazette.example/story" rel="nofollow noopener">' in page


def test_unreadable_filters_ask_for_nothing(reader, film):
    whole = reader.get(address(film)).content
    for query in ("kind=none", "of=x", "clock=third", "text=%20%20", "page="):
        answer = reader.get(address(film, query), follow=True)
        assert answer.content == whole, query


def test_queries_do_not_grow_with_the_lines(reader, festival, film):
    def queries(work) -> int:
        with CaptureQueriesContext(connection) as captured:
            assert reader.get(address(work)).status_code == 200
        return len(captured)

    few, many = add_work("Few (made up)"), add_work("Many (made up)")
    for work, count in ((few, 10), (many, 300)):
        crowd(festival, work, count)
        for _ in range(2 if work == few else 20):
            add_fact(RELEASE, work.id, example(RELEASE, episodes="", part=""), EDITOR)
    assert queries(few) == queries(many) <= 40


def test_the_work_page_shows_the_newest_lines(reader, film):
    page = reader.get(work_address(film)).content.decode()
    shown = rows(page)
    assert len(shown) == 12
    assert shown == rows(reader.get(address(film)).content.decode())[:12]
    assert f'href="{address(film)}"' in page


def test_a_work_with_nothing_says_so(reader, festival):
    assert "Nothing on record matches." in text(reader.get(address(festival.works["quiet"])))
    assert 'id="timeline"' not in reader.get(work_address(festival.works["quiet"])).content.decode()
