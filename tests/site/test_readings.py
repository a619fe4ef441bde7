"""Both readings on the pages of a series and its seasons; everything in it is made up."""

from __future__ import annotations

import pytest

from clapometer.catalogue.drafts import work_corrected
from clapometer.site.addresses import work_address
from tests.site.festival import CRITICS, OUTLETS, add_work, append, crowd, post, said
from tests.site.test_work import text


@pytest.fixture
def series(festival) -> str:
    return work_address(festival.works["series"])


@pytest.fixture
def season(festival) -> str:
    return work_address(festival.works["season 2"])


def episode(festival, verdicts: str):
    """An episode of season 2 with a review for each verdict."""
    work = add_work("First Light", "episode", parent=festival.works["season 2"].id, number=1)
    for place, verdict in enumerate(verdicts):
        content = said(verdict == "+", "", f"2026-03-{17 + place}")
        post(festival, work, CRITICS[place], OUTLETS[0], content, f"2026-03-{17 + place}T13:00Z")
    return work


def test_a_series_without_reviews_of_its_own_shows_both_readings(reader, series):
    page = text(reader.get(series))
    # Season 1 has 8 of 8, season 2 has 6 of 8.
    assert "All reviews pooled 88 % 14 of 16 positive" in page
    assert "Mean of the parts 88 % from 2 of 2 parts, each counting once" in page
    assert "Season 1 100 % 8 of 8 – yes" in page
    assert "Season 2 75 % 6 of 8 2 of 2 yes" in page


def test_the_readings_are_those_of_the_instants_and_the_rule_asked_for(reader, series):
    then = text(reader.get(f"{series}?at=2026-03-21"))
    assert "All reviews pooled 90 % 9 of 10 positive" in then
    known = text(reader.get(f"{series}?known=2026-03-19"))
    # All of season 1 was recorded before any of season 2.
    assert "All reviews pooled – 3 of 3; 5 reviews are needed" in known
    assert "Mean of the parts – from 0 of 2 parts, each counting once" in known
    assert "left out of the mean: fewer than 5 reviews" in known


def test_a_rule_of_grades_has_no_such_readings(reader, series):
    assert "All reviews pooled" not in text(reader.get(f"{series}?rule=sfi"))


def test_a_season_says_how_its_episodes_count(reader, festival, season):
    assert "Two readings" not in text(reader.get(season))
    episode(festival, "+++++-")
    page = text(reader.get(season))
    assert "All reviews pooled 75 % 6 of 8 positive" in page
    assert "Mean of the parts 83 % from 1 of 1 part, which counts once" in page
    assert "Under this rule reviews of episodes do not count in their season." in page


def test_reviews_of_the_first_episodes_are_marked_beside_the_critic_and_counted(reader, season):
    page = text(reader.get(season))
    assert page.count("first episodes only") == 2 + 2
    assert (
        "2 reviews judge the first episodes only (2 positive)."
        " A review marked as of the first episodes only counts like any other."
    ) in page


def test_a_season_is_set_beside_the_one_before(reader, season, series):
    words = "Season 2 has 8 reviews after 8 of Season 1."
    assert words in text(reader.get(season))
    assert words in text(reader.get(series))
    assert "Caution" not in text(reader.get(season))


def test_a_shrunken_pool_is_a_caution_in_words(reader, festival, season):
    crowd(festival, festival.works["season 1"], 10)
    page = text(reader.get(season))
    assert "Caution: far fewer critics reviewed this season." in page
    assert "Season 2 has 8 reviews after 18 of Season 1." in page
    assert "by critics who came back, 8 of 8 were positive; of all of them, 16 of 18." in page


def test_with_releases_known_both_seasons_are_taken_at_one_age(reader, festival, season):
    for number, day in ((1, 17), (2, 20)):
        facts = {"released": f"2026-03-{day}T00:00:00Z"}
        append(work_corrected(festival.works[f"season {number}"].id, facts, {"released": None}))
    page = text(reader.get(f"{season}?at=2026-03-23"))
    # Three days after its release season 2 has seven reviews; season 1 had four.
    assert "Season 2 has 7 reviews after 4 of Season 1." in page
    assert "Both seasons are taken at the same age since their release." in page


def test_a_film_has_none(reader, festival):
    assert 'id="readings"' not in reader.get(work_address(festival.works["film"])).content.decode()
