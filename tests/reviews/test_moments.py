"""What the catalogue knows reaches the moments. All works are made up."""

import pytest
from django.utils.translation import override, trans_real

from clapometer.catalogue.models import Work
from clapometer.reviews.moments import moment_words, moments_of
from clapometer.scoring.rules import preset, presets
from tests.catalogue.telling import add, correct
from tests.reviews.telling import DAY, START, Story
from tests.site.test_languages import Pseudo

pytestmark = pytest.mark.django_db
RULE = preset("rotten-tomatoes-2020")


def season(number, verdicts, *, series, released=None):
    """A season with one review a day, + positive and - negative."""
    story = Story(parent=series, number=number, released=released)
    for day, verdict in enumerate(verdicts):
        story.post(day, verdict == "+", day=day)
    return story


def kinds(work):
    return [(one.kind, (one.happened_at - START) // DAY) for one in moments_of(work, RULE)]


def test_the_score_at_release_is_told_once_the_catalogue_knows_the_day():
    story = season(1, "+++++--", series=add("Made-up Series", "series"))
    assert "release" not in dict(kinds(story.work))
    correct(story.work_id, before={"released": None}, released="2026-06-02T20:26:40Z")
    (release,) = [one for one in moments_of(story.work, RULE) if one.kind == "release"]
    assert release.happened_at == START + 5 * DAY
    assert moment_words(release) == "At its release: 83 % (5 of 6 reviews positive)."


def test_a_season_is_compared_with_the_one_before_at_the_same_age_since_release():
    series = add("Made-up Series", "series")
    season(1, "++++---+", series=series, released=START + 4 * DAY)
    second = season(2, "+++--++++", series=series, released=START)
    assert ("sibling-passed", 5) in kinds(second.work)
    correct(second.work_id, before={}, released=None)
    assert ("sibling-passed", 6) in kinds(second.work)


def test_moments_are_told_in_the_readers_language(monkeypatch):
    story = season(1, "+++++", series=add("Made-up Series", "series"))
    monkeypatch.setattr(trans_real, "_translations", {"en": Pseudo()})
    (debut,) = [one for one in moments_of(story.work, RULE) if one.kind == "debut"]
    with override("en", deactivate=True):
        assert moment_words(debut) == "⟦Debut: 100 % (5 of 5 reviews positive).⟧"
    assert debut.text == "Debut: 100 % (5 of 5 reviews positive)."


def test_earlier_seasons_are_read_in_one_query(django_assert_num_queries):
    series = add("Made-up Series", "series")
    for number in range(1, 5):
        season(number, "+++++", series=series)
    last = Work.objects.get(number=4)
    with django_assert_num_queries(3):
        moments_of(last, RULE)


@pytest.mark.parametrize("rule", presets(), ids=lambda rule: rule.name)
def test_every_rule_tells_a_films_moments_whatever_its_badge_is_for(rule):
    story = Story("film", release="limited")
    for day in range(6):
        story.post(day, positive=True, day=day, grade="4/5")
    assert isinstance(moments_of(story.work, rule), list)
