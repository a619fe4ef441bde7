"""Pages under rules of every kind, and under rules of the site's own."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.conf import settings

from clapometer.scoring.rules import preset, presets
from clapometer.site.addresses import work_address
from tests.site.test_work import text

OWN = """
based_on = "allocine"
name = "our-stars"
title = "Our stars (made up)"
dated = "2026"
"""


@pytest.fixture
def film(festival) -> str:
    return work_address(festival.works["film"])


@pytest.fixture
def own() -> Path:
    """A rule of the site's own, for the time of a test."""
    path = Path(settings.DATA) / "rules" / "our-stars.toml"
    path.parent.mkdir(exist_ok=True)
    path.write_text(OWN, encoding="utf-8")
    yield path
    path.unlink()


def test_every_work_opens_under_every_rule(reader, festival):
    for work in festival.works.values():
        for rule in presets():
            response = reader.get(work_address(work), {"rule": rule.name})
            assert response.status_code == 200, (work, rule.name)
            assert rule.title in text(response)


def test_a_mean_is_shown_in_its_own_unit_and_never_as_per_cent(reader, film):
    page = text(reader.get(film, {"rule": "rotten-tomatoes-average"}))
    assert "7.6 of 10" in page
    assert "from 8 graded reviews, 7.6 of 10" in page
    assert "61000 ÷ 80000 × 10 = 7.625 of 10" in page
    assert "7.6 %" not in page
    assert "76 %" not in page
    assert "T, 95 % confidence" in page


def test_a_rule_that_lacks_a_number_says_so(reader, film):
    page = text(reader.get(film, {"rule": "mal"}))
    assert "This rule needs numbers that nobody has given: mean." in page
    assert "This rule was made for viewers, not for critics" in page


def test_only_rules_that_apply_are_offered_beside_a_work(reader, film):
    page = reader.get(film).content.decode()
    assert "rule=opencritic" in page
    assert "rule=rotten-tomatoes-2010s" in page
    assert "rule=mal" not in page
    assert "rule=steam" not in page


def test_a_mark_is_named_beside_the_band(reader, film):
    page = text(reader.get(film, {"rule": "metacritic-films"}))
    assert preset("metacritic-films").bands[1].label in page
    assert "Must-See" not in page


def test_a_rule_of_the_site_is_listed_shown_and_used(reader, film, own):
    assert "Our stars (made up)" in text(reader.get("/rules/"))
    assert "As a number of 5, with one decimal." in text(reader.get("/rules/our-stars"))
    assert "3.8 of 5" in text(reader.get(film, {"rule": "our-stars"}))
    own.write_text(OWN + "minimum = 0", encoding="utf-8")
    assert reader.get("/rules/our-stars").status_code == 404
    assert reader.get(film, {"rule": "our-stars"}).status_code == 400
    assert "Our stars" not in text(reader.get("/rules/"))


def test_pages_say_where_a_publisher_weighs_outlets_and_that_one_work_has_no_tier(reader, film):
    weighed = (
        "Its publisher weighs outlets and keeps the weights secret; on these pages every outlet"
    )
    assert weighed in text(reader.get(film, {"rule": "metacritic-films"}))
    page = text(reader.get(film, {"rule": "opencritic-2017"}))
    assert "Its tiers are shares of all works" in page
    assert weighed not in page


def test_a_sum_through_a_curve_is_told_in_both_steps(reader, film, settings):
    folder = settings.DATA / "rules"
    folder.mkdir(exist_ok=True)
    path = folder / "bent.toml"
    path.write_text(
        'based_on = "opencritic"\nname = "bent"\n[curve]\npoints = [[0, 0], [50, 0], [100, 100]]\n',
        encoding="utf-8",
    )
    try:
        page = text(reader.get(film, {"rule": "bent"}))
    finally:
        path.unlink()
    assert "61000 ÷ 80000 × 100 = 76.25 of 100" in page
    assert "by the curve of the rule: 52.5 of 100" in page
