"""Pages of a site that has adopted rules with their dates; the festival is made up."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from clapometer.reviews import scoreboard, scores
from clapometer.reviews.drafts import adoption_undone, rule_adopted
from clapometer.reviews.rulebook import find_data
from clapometer.scoring.rules import rule_from
from clapometer.site.addresses import work_address
from clapometer.site.freshness import SETTLED
from tests.site.festival import append, day
from tests.site.test_work import text

PATIENT = """
based_on = "clapometer"
name = "patient"
title = "Patient (made up)"
dated = "2026"
[badge]
name = "calm"
label = "Calm"
enter = "70/100"
keep = "60/100"
minimums = { season = 7 }
[badge.settled]
days = 7
"""


def adopt(name: str, since: str | None = None, at: str = "2026-04-01T08:00Z", **values) -> int:
    data = find_data(name, values)
    (seq,) = append(
        rule_adopted(rule_from(data), data, None if since is None else day(since), ""), at=at
    )
    return seq


@pytest.fixture
def film(festival) -> str:
    return work_address(festival.works["film"])


@pytest.fixture
def changed(film) -> int:
    """Ours from the beginning, by critic and outlet from 10 March, a mean from 14 March."""
    adopt("clapometer")
    seq = adopt("rotten-tomatoes-2020", "2026-03-10")
    adopt("rotten-tomatoes-average", "2026-03-14")
    return seq


def test_each_instant_is_shown_under_the_rule_of_its_time(reader, film, changed):
    # 5 of 6 critics on the 9th; the copy counts too from the 10th on: 7 of 8 with Greta's.
    pages = {at: text(reader.get(film, {"at": at})) for at in ("2026-03-07", "2026-03-10")}
    assert "5 of 6 critics, 83 %" in pages["2026-03-07"]
    assert (
        "Clapometer , 2026-11-22; the rule of this site until 10 March 2026" in pages["2026-03-07"]
    )
    assert "7 of 8 reviews, 88 %" in pages["2026-03-10"]
    assert "the rule of this site from 10 March 2026 to 14 March 2026" in pages["2026-03-10"]
    now = text(reader.get(film))
    assert "of 10" in now
    assert "the rule of this site since 14 March 2026" in now


def test_what_changed_it_names_a_change_of_the_rule_and_links_its_entry(reader, film, changed):
    page = reader.get(film)
    said = text(page)
    assert (
        "The rule changed: Rotten Tomatoes, critics, as published in 2020 in place of Clapometer."
        in said
    )
    assert f'<a href="/entry/{changed}">The rule changed' in page.content.decode()
    assert 'class="adopted"' in page.content.decode()
    # The numbers before a change keep their unit: 83 % stays one beside means of 10.
    assert "83 %" in said


def test_a_rule_that_is_named_reads_the_whole_history(reader, film, changed):
    page = text(reader.get(film, {"rule": "clapometer"}))
    assert "The rule changed" not in page
    assert "the rule of this site" not in page
    assert "--rule clapometer" in page


def test_a_permalink_leaves_the_rule_to_the_ledger_and_lasts(reader, film, changed):
    append(adoption_undone(changed, "made up"), at="2026-04-03T08:00Z")
    # On the 2nd all three were in force; on 30 March none was adopted yet: the first one holds.
    page = reader.get(f"{film}?at=2026-03-12&known=2026-04-02")
    assert "the rule of this site from 10 March 2026 to 14 March 2026" in text(page)
    assert page.headers["Cache-Control"] == SETTLED
    assert "rule=" not in text(page).split("Cite this page")[1]
    page = reader.get(f"{film}?at=2026-03-12&known=2026-03-30")
    assert "the rule of this site from the beginning" in text(page)
    now = text(reader.get(f"{film}?at=2026-03-12"))
    assert "the rule of this site until 14 March 2026" in now


def test_an_adoption_makes_every_page_new(reader, film):
    pages = [
        film,
        "/",
        "/rules/",
        "/rules/clapometer",
        f"{film}?rule=clapometer",
        "/search?q=ferry",
    ]
    tags = {page: reader.get(page).headers["ETag"] for page in pages}
    seq = adopt("rotten-tomatoes-average")
    for page, tag in tags.items():
        assert reader.get(page, headers={"if-none-match": tag}).status_code == 200, page
    assert "of 10" in text(reader.get("/search?q=ferry"))
    tags = {page: reader.get(page).headers["ETag"] for page in pages}
    append(adoption_undone(seq, "made up"))
    for page, tag in tags.items():
        assert reader.get(page, headers={"if-none-match": tag}).status_code == 200, page
    assert "75 %" in text(reader.get("/search?q=ferry"))


def test_pages_of_rules_say_from_when_to_when(reader, film, changed):
    assert "the rule of this site until 10 March 2026" in text(reader.get("/rules/clapometer"))
    page = reader.get("/rules/rotten-tomatoes-2020")
    assert "the rule of this site from 10 March 2026 to 14 March 2026" in text(page)
    assert f'href="/entry/{changed}"' in page.content.decode()
    assert "the rule of this site since 14 March 2026" in text(reader.get("/rules/"))


def test_the_entry_of_an_adoption_has_a_page(reader, film, changed):
    page = text(reader.get(f"/entry/{changed}"))
    assert "The site adopted a rule" in page
    assert "positive_from" not in page and "minimums" in page
    undone = append(adoption_undone(changed, "made up"))[0]
    assert "The adoption of a rule was taken back" in text(reader.get(f"/entry/{undone}"))


def test_an_entry_says_what_it_did_under_the_rule_of_its_time(reader, festival, film, changed):
    page = text(reader.get(f"/entry/{festival.reviews['against']}"))
    assert "100 %" in page and "83 %" in page
    assert "under the rule Clapometer" in page


def test_every_page_opens_under_rules_that_take_first_versions_and_convert(reader, festival):
    adopt("metacritic-films")
    for work in festival.works.values():
        assert reader.get(work_address(work)).status_code == 200
    film = text(reader.get(work_address(festival.works["film"])))
    # Eight grades: 4/5, 5/5, 4/5, 5/5, 4/5 and the copy's 4/5, 2/5 and B+ as first said (83), which
    # are 80+100+80+100+80+80+40+83 = 643, over 8 = 80.4.
    assert "from 8 graded reviews, 80 of 100" in film
    assert "80 of 100" in text(reader.get("/search?q=ferry"))


def test_a_badge_that_settles_by_time_alone_makes_its_page_new(reader, festival, monkeypatch):
    path = Path(settings.DATA) / "rules" / "patient.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(PATIENT, encoding="utf-8")
    adopt("patient")
    path.unlink()

    def be(text):
        for room in (scores, scoreboard):
            monkeypatch.setattr(room, "now", lambda: day(text))

    # A review a day from 17 March on; the seventh, on the 23rd, makes 6 of 7 in favour.
    address = work_address(festival.works["season 2"])
    be("2026-03-26")
    first = reader.get(address)
    assert "Calm not won yet" in text(first)
    assert "Not before 30 March 2026, 00:00 UTC, if it stays so." in text(first)
    tag = {"if-none-match": first.headers["ETag"]}
    assert reader.get(address, headers=tag).status_code == 304
    be("2026-03-30")
    page = reader.get(address, headers=tag)
    assert page.status_code == 200
    assert "Calm held since 30 March 2026" in text(page)
    assert "No review: it has been so for long enough." in text(page)
    assert "Calm: won" in text(page)
