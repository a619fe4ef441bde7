"""Facts that were stated, and charts and counters, as sentences. All of it is made up."""

from __future__ import annotations

from datetime import date

import pytest

from clapometer.citing.gathering import cite
from clapometer.citing.stated import CITED, ITEMS
from clapometer.desk.charts import read_chart_file, run_charts
from clapometer.desk.measuring import known_drafts
from clapometer.desk.stating import add_fact, correct_fact, undo_fact
from clapometer.facts.kinds import kind_named
from clapometer.ledger.reading import head
from clapometer.ledger.writing import writing
from clapometer.sentences.voice import Voice
from clapometer.signals.points import point_on, points_told
from tests.desk.chartfiles import COUNTRY_COLUMNS, country, line, write
from tests.site.conftest import reader, static_folder  # noqa: F401 -- the same reader asks here

pytestmark = pytest.mark.django_db
PLAIN = Voice("guardian", "en")
SOURCE = {"source": "A Made-up Gazette", "link": "https://gazette.example/story"}


@pytest.fixture
def road():
    from clapometer.catalogue.drafts import work_added
    from clapometer.catalogue.models import Work

    with writing("test editor") as writer:
        seq = writer.append_one(work_added(kind="series", title="Salt Road", year=2026)).seq
    return Work.objects.get(id=seq)


def state(work, kind, **typed):
    return add_fact(kind_named(kind), work.id, {**SOURCE, **typed}, "member:1").seq


def told(work, kind, voice=PLAIN, **asked):
    found = cite(work, position=head()[0], **asked).items
    return [item.sentence(voice) for item in found if item.kind == kind]


def test_an_announcement_names_who_said_it_and_how_sure_it_is(road):
    state(road, "announcement", status="two-season-renewal", certainty="official",
          seasons="2 and 3", by="Made-up Stream", when="2022-05-20")  # fmt: skip
    assert told(road, "announcement") == [
        "Made-up Stream announced on 20 May 2022 that Salt Road was renewed for seasons 2 and 3."
    ]
    assert told(road, "announcement", Voice("ap", "de")) == [
        (
            "Made-up Stream gab am 20. Mai 2022 bekannt, dass „Salt Road“ um die Staffeln 2 und 3"
            " verlängert wurde."
        )
    ]


def test_a_month_is_told_as_a_month(road):
    state(road, "announcement", status="dated", certainty="rumoured", seasons="2",
          date="August 2023", when="2022-05-20")  # fmt: skip
    assert told(road, "announcement") == [
        (
            "A Made-up Gazette passed on a rumour on 20 May 2022 that Salt Road (season 2)"
            " was to be"
            " released in August 2023."
        )
    ]


def test_an_uplift_is_told_in_per_cent_and_as_a_multiple(road):
    state(road, "uplift", what="Sales of the book", growth="18 times", market="US",
          first="2022-04-22", last="2022-04-28", baseline="the week before",
          when="2022-05-20")  # fmt: skip
    assert told(road, "uplift") == [
        (
            "Sales of the book rose by 1,700%, to 18 times the former number (US;"
            " 2022-04-22/2022-04-28"
            " against the week before), according to A Made-up Gazette (20 May 2022)."
        )
    ]


def test_words_that_may_mean_two_things_are_no_sentence_of_ours(road):
    state(road, "uplift", what="Sales", growth="up 17 times", when="2022-05-20")
    assert told(road, "uplift") == []


def test_a_release_is_told_with_place_and_carrier(road):
    state(road, "release", territory="GB", carrier="Made-up Stream", when="2023-08-03")
    assert told(road, "release") == [
        "Release date of Salt Road: 3 August 2023 (Made-up Stream, GB)."
    ]


def test_a_score_of_another_site_is_told_as_printed_there(road):
    state(road, "outside-score", printed_by="A Made-up Aggregator", panel="critics", value="97%",
          scale="percent", count="37", when="2023-08-07")  # fmt: skip
    state(road, "outside-score", printed_by="A Made-up Aggregator", panel="audience", value="8.1",
          scale="10", when="2023-08-08")  # fmt: skip
    assert told(road, "outside") == [
        "A Made-up Aggregator printed 97% from 37 reviews for Salt Road on 7 August 2023.",
        "A Made-up Aggregator printed 8.1/10 (audience) for Salt Road on 8 August 2023.",
    ]


def test_a_counter_is_told_with_its_last_number_and_bound(road):
    number = state(road, "counter", measure="tiktok-hashtag-views", of="#saltroad")
    day = date(2022, 5, 20)
    with writing("test editor") as writer:
        writer.append(known_drafts("tiktok-hashtag-views"))
        writer.append([points_told(number, [point_on(day, 4_300_000_000, "≥")])])
    assert told(road, "counter") == [
        (
            "#saltroad (TikTok), views of videos with the hashtag: at least 4.3bn views on"
            " 20 May 2022, according to A Made-up Gazette."
        )
    ]


def test_a_streak_is_told_as_announced(road):
    state(road, "streak", list="the Made-up List", weeks="11", counted="in a row",
          when="2022-05-20")  # fmt: skip
    assert told(road, "streak") == [
        (
            "Salt Road was on the Made-up List for 11 weeks in a row, said A Made-up Gazette (20"
            " May 2022)."
        )
    ]


def test_the_consensus_is_told_word_for_word(road):
    state(road, "consensus", text="Kind, and\nsalty.", author="A. Made-up", when="2023-08-07")
    assert told(road, "consensus") == [
        (
            "The critics’ consensus on Salt Road, written by A. Made-up on 7 August 2023: ‘Kind,"
            " and salty.’"
        )
    ]


def test_the_page_of_a_fact_leads_to_its_sentence(road, reader):  # noqa: F811
    number = state(road, "release", when="2023-08-03")
    page = reader.get(f"/fact/{number}").content.decode()
    assert f"/cite#fact-{number}" in page


def test_what_was_corrected_or_taken_back_is_told_as_it_stands_and_as_it_stood(road):
    number = state(road, "release", carrier="Made-up Stream", when="2023-08-03")
    then = cite(road, position=head()[0]).fixed.known
    correct_fact(number, {**SOURCE, "carrier": "Another Stream", "when": "2023-08-04"}, "member:1")
    (sentence,) = told(road, "release")
    assert "4 August 2023" in sentence
    assert "Another Stream" in sentence
    undo_fact(number, "It was made up.", "member:1")
    assert told(road, "release") == []
    assert "3 August 2023" in told(road, "release", known=then)[0]


@pytest.fixture
def charted(road, tmp_path):
    world = [line(week=f"2026-05-{day:02}", rank=rank) for day, rank in ((3, 7), (10, 5), (17, 6))]
    run_charts(read_chart_file(write(tmp_path / "world.tsv", world)))
    countries = [country(code, week="2026-05-10") for code in ("AR", "BR")]
    countries.append(country("CL", week="2026-05-17"))
    path = write(tmp_path / "countries.tsv", countries, columns=COUNTRY_COLUMNS)
    run_charts(read_chart_file(path))
    return road


def test_chart_weeks_and_countries_are_told_in_named_ways(charted):
    assert told(charted, "chart") == [
        (
            "Salt Road was in the Netflix Top 10, TV (English) for three weeks between the"
            " week to 3"
            " May 2026 and the week to 17 May 2026; its best place was No. 5, in the week to 10 May"
            " 2026."
        )
    ]
    assert told(charted, "countries") == [
        (
            "At its widest, in the week to 10 May 2026, Salt Road was in the Netflix Top 10 of two"
            " countries at once."
        ),
        (
            "Over all weeks up to the week to 17 May 2026, Salt Road was in the Netflix Top 10 of"
            " three countries."
        ),
        "In the week to 17 May 2026, Salt Road was in the Netflix Top 10 of one country.",
    ]


def test_every_kind_that_is_cited_is_one_of_the_kinds_of_items():
    from clapometer.citing.items import KINDS
    from clapometer.site.citepage import TITLES

    assert {ITEMS.get(kind, kind) for kind in CITED} <= set(KINDS)
    assert set(KINDS) == set(TITLES)
