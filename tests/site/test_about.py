"""What the page of a work says of the work itself. Everybody and everything here is made up."""

from __future__ import annotations

import json
import re
from html import unescape

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from clapometer.catalogue.models import Work
from clapometer.desk.stating import correct_fact, undo_fact
from clapometer.ledger.models import LedgerEntry
from clapometer.reviews.scoreboard import site_rule
from clapometer.site.addresses import work_address
from tests.catalogue.stating import person, state
from tests.catalogue.telling import add

pytestmark = pytest.mark.django_db


def address(work, query=""):
    return work_address(Work.objects.select_related("parent").get(id=work), query)


def words(response):
    bare = re.sub(r"<script.*?</script>|<[^>]+>", " ", response.content.decode(), flags=re.DOTALL)
    return re.sub(r"\s+", " ", unescape(bare)).replace(" .", ".").replace(" ,", ",")


def section(response, name):
    page = response.content.decode()
    found = re.search(rf'<section class="section {name}".*?</section>', page, re.DOTALL)
    return found[0] if found else ""


def structured(response):
    found = re.search(r'ld\+json">(.*?)</script>', response.content.decode(), re.DOTALL)
    return json.loads(found[1])


@pytest.fixture
def series():
    """A series with two seasons, people, a source work and whatever else can be said."""
    series = add("Made-up Hearts", "series", year=2024,
                 identifiers=("imdb:tt0000000", "tvmaze:shows/82", "file:7"))  # fmt: skip
    seasons = [add(f"Season {n}", "season", parent=series, number=n, year=2023 + n) for n in (1, 2)]
    ann = person("Ann Invented", identifiers="Q42")
    kit = person("Kit Made-up")
    state("credit", series, person=f"p{ann}", role="created by", source="Made-up Gazette")
    state("credit", series, person=f"p{ann}", role="written by")
    for season, character in zip(seasons, ("The Ferrywoman", "The Twin"), strict=True):
        state("credit", season, person=f"p{kit}", role="cast", character=character, billing="1")
    state("source_work", series, type="graphic novel", title="Hearts on Paper", volumes="5",
          author=f"p{ann}", published="2018-10", link="https://www.books.example/1")  # fmt: skip
    state("synopsis", seasons[0], text="Two people meet.\n\nA ferry leaves.", language="en",
          official="yes", source="Made-up Stream", when="2024-03-01")  # fmt: skip
    state("carrier", series, name="Made-up Stream", type="streamer", exclusive="yes",
          page="https://stream.example/hearts", when="2024-04-02")  # fmt: skip
    state("carrier", series, name="Old Channel", territory="GB", until="2024-12-31")
    state("release", seasons[0], pattern="all at once", episodes="8", when="2024-04-02")
    state("trailer", seasons[0], title="The first <trailer>", type="trailer",
          video="https://www.video.example/watch?v=1&x=2", when="2024-03-02")  # fmt: skip
    state("title", series, text="Erfundene Herzen", type="translated", language="de")
    state("title", series, text="Hearts, Made-up", type="sort")
    return {"series": series, "seasons": seasons, "ann": ann, "kit": kit}


def test_what_it_is_based_on(reader, series):
    for work in (series["series"], series["seasons"][0]):
        page = words(reader.get(address(work)))
        assert "Based on the graphic novel Hearts on Paper in five volumes by Ann Invented" in page
        assert "Published October 2018" in page
        assert "books.example" in page
    assert "who also created and wrote the screen version." in words(
        reader.get(address(series["series"]))
    )
    assert "by its own creator, by the credits here" in words(reader.get(address(series["series"])))


@pytest.mark.parametrize(
    ("stated", "own"),
    [
        ("yes", "by its own creator, as said by: Made-up Gazette"),
        ("no", ""),
        ("", ""),
    ],
)
def test_by_its_own_creator_is_stated_or_left_out(reader, stated, own):
    film = add("A Film")
    state("source_work", film, type="novel", title="A Book", authors="Bo Fabled",
          by_own_creator=stated, source="Made-up Gazette")  # fmt: skip
    page = words(reader.get(address(film)))
    assert "Based on the novel A Book by Bo Fabled." in page
    assert ("its own creator" in page) == bool(own)
    assert own in page


def test_a_source_that_denies_it_is_believed(reader):
    film = add("A Film")
    bo = person("Bo Fabled")
    state("credit", film, person=f"p{bo}", role="created by")
    source = state("source_work", film, type="play", author=f"p{bo}", by_own_creator="no")
    assert "its own creator" not in words(reader.get(address(film)))
    correct_fact(source, {"type": "play", "author": f"p{bo}"}, "test editor")
    assert "by its own creator, by the credits here" in words(reader.get(address(film)))


def test_cast_and_crew_are_those_of_the_whole_family(reader, series):
    page = words(reader.get(address(series["series"])))
    assert "Created by Ann Invented" in page
    assert "Kit Made-up as The Ferrywoman / The Twin in Season 1, Season 2" in page
    season = words(reader.get(address(series["seasons"][1])))
    assert "Kit Made-up as The Twin" in season
    assert "The Ferrywoman" not in season


def test_many_of_one_role_are_a_step_away(reader):
    film = add("A Film")
    for number in range(15):
        one = person(f"Actor {number} (made up)")
        state("credit", film, person=f"p{one}", role="cast", billing=str(number + 1))
    shown = section(reader.get(address(film)), "people")
    first, rest = shown.split("<details>")
    assert first.count("<li>") == 12
    assert rest.count("<li>") == 3
    assert "3 more" in rest


def test_where_to_watch_at_an_instant(reader, series):
    page = reader.get(address(series["series"]))
    shown = words(page)
    assert "Everywhere Exclusively on Made-up Stream since 2 April 2024" in shown
    # What ended is told by the timeline alone.
    assert "Old Channel" not in section(page, "watch")
    assert 'href="https://stream.example/hearts" rel="external noopener"' in page.content.decode()
    season = words(reader.get(address(series["seasons"][1])))
    assert "As known of Made-up Hearts. Everywhere Exclusively on Made-up Stream" in season
    before = reader.get(address(series["series"], "at=2024-04-01"))
    assert "Made-up Stream" not in section(before, "watch")


def test_releases_and_the_one_that_the_score_counts_from(reader, series):
    page = words(reader.get(address(series["seasons"][0])))
    assert (
        "2 April 2024 everywhere · all episodes at once · 8 episodes"
        " the score at release counts from here" in page
    )


def test_the_synopsis_names_its_source_and_language(reader, series):
    page = reader.get(address(series["seasons"][0]))
    shown = section(page, "synopsis")
    assert '<blockquote class="synopsis" lang="en" dir="auto"><p>Two people meet.</p>' in shown
    assert "Official synopsis · English" in words(page)
    assert "Made-up Stream, 1 March 2024" in shown
    state("synopsis", series["seasons"][0], text="Zwei treffen sich.", language="de")
    german = reader.get(address(series["seasons"][0]), headers={"accept-language": "de"})
    assert "1 more synopsis" in words(german)


def test_trailers_are_links_and_nothing_of_another_site_is_loaded(reader, series):
    for work in (series["series"], series["seasons"][0]):
        page = reader.get(address(work)).content.decode()
        shown = section(reader.get(address(work)), "trailers")
        assert 'href="https://www.video.example/watch?v=1&amp;x=2" rel="external noopener"' in shown
        assert "The first &lt;trailer&gt;" in shown
        assert "opens video.example" in shown
        assert not re.search(r"<(iframe|embed|object|video|audio|frame)\b", page)
        assert not re.search(r'<[^>]+ src="(https?:)?//', page)
        assert not re.search(r'<link rel="stylesheet" href="(https?:)?//', page)


def test_other_titles_and_identifiers(reader, series):
    page = reader.get(address(series["series"]))
    assert "Erfundene Herzen title in another language · German" in words(page)
    shown = section(page, "elsewhere")
    assert 'href="https://www.imdb.com/title/tt0000000/"' in shown
    assert 'href="https://www.tvmaze.com/shows/82"' in shown
    assert "file:7" not in shown


def test_every_fact_leads_to_its_page(reader, series):
    page = reader.get(address(series["series"])).content.decode()
    facts = {int(one) for one in re.findall(r'href="/fact/(\d+)"', page)}
    told = LedgerEntry.objects.filter(seq__in=facts).values_list("kind", flat=True)
    assert set(told) >= {
        "credit.added", "source_work.added", "carrier.added", "trailer.added", "title.added",
    }  # fmt: skip
    for fact in facts:
        assert reader.get(f"/fact/{fact}").status_code == 200


def test_programs_are_told_the_same(reader, series):
    data = structured(reader.get(address(series["series"])))
    ann = data["creator"][0]
    assert (ann["@type"], ann["name"]) == ("Person", "Ann Invented")
    assert ann["url"].endswith(f"/person/{series['ann']}/ann-invented")
    assert data["author"][0]["name"] == "Ann Invented"
    assert [one["name"] for one in data["actor"]] == ["Kit Made-up"]
    assert data["alternateName"] == ["Erfundene Herzen"]
    assert data["isBasedOn"] == [
        {
            "@type": "Book",
            "name": "Hearts on Paper",
            "author": [{"@type": "Person", "name": "Ann Invented"}],
        }
    ]
    assert data["sameAs"] == [
        "https://www.imdb.com/title/tt0000000/",
        "https://www.tvmaze.com/shows/82",
    ]
    assert data["trailer"] == [
        {
            "@type": "VideoObject",
            "name": "The first <trailer>",
            "url": "https://www.video.example/watch?v=1&x=2",
        }
    ]


def test_the_page_of_the_past_shows_what_was_known(reader, series):
    credit = LedgerEntry.objects.filter(kind="credit.added").first()
    before = LedgerEntry.objects.latest("seq").recorded_at
    undo_fact(credit.seq, "made-up reason", "test editor")
    assert "Created by" not in words(reader.get(address(series["series"])))
    from clapometer.site.asking import text_of

    past = reader.get(address(series["series"], f"known={text_of(before)}"))
    assert "Created by Ann Invented" in words(past)
    assert f"/fact/{credit.seq}?known=" in past.content.decode()


# The number of queries does not grow with what is said.
def test_the_number_of_queries_is_constant(reader, series):
    def count():
        with CaptureQueriesContext(
            connection,
        ) as asked:
            assert reader.get(address(series["series"])).status_code == 200
        return len(asked)

    count()
    before = count()
    for number in range(5):
        one = person(f"Somebody {number} (made up)")
        state("credit", series["seasons"][0], person=f"p{one}", role="guest")
        state("source_work", series["series"], type="song", author=f"p{one}")
        state("carrier", series["series"], name=f"Carrier {number}", territory="FR")
        state("trailer", series["series"], title="T", type="clip", video="https://v.example/")
    assert count() == before


def test_the_title_in_the_language_of_the_reader_stands_under_the_title(reader, series):
    from django.utils.translation import override

    from clapometer.site.about.names import read_local_title
    from clapometer.site.asking import Asked
    from clapometer.site.workpage import read_work

    state("title", series["series"], text="Made-up Hearts", type="translated", language="fr")
    work = Work.objects.get(id=series["series"])
    record = read_work(work, Asked(site_rule()), LedgerEntry.objects.latest("seq").seq)
    with override("de"):
        assert read_local_title(record)["title"] == "Erfundene Herzen"
    for language in ("fr", "en"):
        with override(language):
            assert read_local_title(record) is None
    assert "In German" not in words(reader.get(address(series["series"])))


def test_people_are_found_by_the_search_and_linked_from_facts(reader, series):
    page = reader.get("/search?q=invented&part=results").content.decode()
    link = f'<a href="/person/{series["ann"]}/ann-invented">Ann Invented</a>'
    assert link in page
    credit = LedgerEntry.objects.filter(kind="credit.added").first().seq
    assert link in reader.get(f"/fact/{credit}").content.decode()


def test_older_trailers_are_a_step_away(reader):
    film = add("A Film")
    for number in range(8):
        state("trailer", film, title=f"Trailer {number}", type="clip",
              video="https://v.example/", when=f"2024-01-0{number + 1}")  # fmt: skip
    page = reader.get(address(film))
    first, older = section(page, "trailers").split("<details>")
    assert [first.count("<li>"), older.count("<li>")] == [6, 2]
    assert first.index("Trailer 7") < first.index("Trailer 2")
    assert "2 older ones" in older
    assert len(structured(page)["trailer"]) == 6


# Who made it and what it is based on holds at any time; where it could be watched does not.
def test_the_page_of_a_past_instant_shows_what_lasts(reader, series):
    past = words(reader.get(address(series["series"], "at=2020-01-01")))
    assert "Created by Ann Invented" in past
    assert "Based on the graphic novel" in past
    assert "Erfundene Herzen" in past
    assert "Made-up Stream since" not in past
    state("credit", series["series"], person=f"p{series['kit']}", role="music by", when="2024")
    assert "Music by" not in words(reader.get(address(series["series"], "at=2020-01-01")))
    assert "Music by" in words(reader.get(address(series["series"], "at=2025-01-01")))
