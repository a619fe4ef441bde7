"""Scores under rules of the site's own with a window; works, critics and reviews are made up."""

import pytest
from django.conf import settings as site

from clapometer.desk.adopting import AdoptionRefused, adopt, plan_adoption
from clapometer.reviews import scores
from clapometer.reviews.moments import moments_of
from clapometer.reviews.rulebook import find_rule
from clapometer.reviews.scores import score_of, steps_of
from clapometer.site import freshness
from clapometer.site.addresses import work_address
from tests.reviews.telling import DAY, START, Story
from tests.site.conftest import reader, static_folder  # noqa: F401 -- fixtures
from tests.site.test_work import text

pytestmark = pytest.mark.django_db
RECENT = """
based_on = "rotten-tomatoes-2020"
name = "recent"
title = "Recent (made up)"
dated = "2026"
minimum = 1
[window]
days = 30
"""
BOMBED = """
based_on = "rotten-tomatoes-2020"
name = "without-a-day"
title = "Without a day (made up)"
dated = "2026"
minimum = 1
[[excluded]]
from = "2026-05-29"
until = "2026-05-30"
why = "Made up."
"""


@pytest.fixture(autouse=True)
def own():
    """Both rules in the site's folder."""
    folder = site.DATA / "rules"
    folder.mkdir(exist_ok=True)
    written = {"recent": RECENT, "without-a-day": BOMBED}
    for name, rule in written.items():
        (folder / f"{name}.toml").write_text(rule, encoding="utf-8")
    yield
    for name in written:
        (folder / f"{name}.toml").unlink()


@pytest.fixture
def today(monkeypatch):
    """Let it be a day of the story."""

    def be(day):
        for room in (scores, freshness):
            monkeypatch.setattr(room, "now", lambda: START + day * DAY)

    return be


def tell():
    """Three critics, on the days 0, 10 and 20; the last is against."""
    story = Story()
    for number, positive in enumerate((True, True, False)):
        story.post(number, positive, day=10 * number, recorded=10 * number)
    return story


def test_now_is_within_the_window_and_so_is_every_instant(today):
    story, rule = tell(), find_rule("recent")
    found = {}
    for day in (20, 29, 30, 40, 50):
        today(day)
        found[day] = score_of(story.work, rule).score.tally[:2]
        assert score_of(story.work, rule, at=START + day * DAY).score.tally[:2] == found[day]
    assert found == {20: (3, 2), 29: (3, 2), 30: (2, 1), 40: (1, 0), 50: (0, 0)}
    assert score_of(story.work, rule, known=START + 11 * DAY).score.tally[:2] == (2, 2)
    today(35)
    assert [step.event.kind for step in steps_of(story.work, rule)][-1] == "expired"
    assert moments_of(story.work, rule, at=START + 35 * DAY)


def test_its_page_shows_what_is_within_and_is_new_with_the_time(today, reader):  # noqa: F811
    story = tell()
    address = f"{work_address(story.work)}?rule=recent"
    today(29)
    first = reader.get(address)
    assert "2 of 3 reviews, 67 %" in text(first)
    tag = {"if-none-match": first.headers["ETag"]}
    assert reader.get(address, headers=tag).status_code == 304
    today(30)
    page = reader.get(address, headers=tag)
    assert page.status_code == 200
    assert "1 of 2 reviews, 50 %" in text(page)
    assert "left the window" in text(page)
    assert "A review counts for 30 days after it was posted." in text(reader.get("/rules/recent"))


def test_a_rule_with_a_window_is_no_site_s_own():
    with pytest.raises(AdoptionRefused) as refused:
        plan_adoption("recent", None)
    assert "cannot be adopted. Its scores change with every day that passes" in str(refused.value)


def test_a_rule_with_an_excluded_period_can_be_adopted():
    story = tell()  # its first day is 28 May 2026
    assert score_of(story.work, find_rule("without-a-day")).score.tally[:2] == (3, 2)
    story.post(5, False, day=1)
    adopt(plan_adoption("without-a-day", None))
    assert score_of(story.work).score.tally[:2] == (3, 2)
    assert score_of(story.work, find_rule("rotten-tomatoes-2020")).score.tally[:2] == (4, 2)
