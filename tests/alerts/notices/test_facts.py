"""Facts told: announcements, their corrections, what is no news. All of it is made up."""

import pytest
from django.conf import settings

from clapometer.alerts.kinds import SECOND
from clapometer.alerts.models import Notice
from clapometer.desk import stating
from clapometer.instants import format_instant, now
from tests.alerts.notices.followed import follow, keys_of, run, texts, told
from tests.catalogue.stating import person, state
from tests.catalogue.telling import add

pytestmark = pytest.mark.django_db
MINUTES = 60 * SECOND


@pytest.fixture
def series():
    number = add("Made-up Harbour", "series")
    run()
    follow(f"work:{number}")
    return number


def later(minutes):
    run(now() + minutes * MINUTES)


def today():
    return format_instant(now())[:10]


def renewed(about, **typed):
    given = {
        "status": "renewed", "certainty": "official", "seasons": "3", "by": "Made-up Stream",
        "source": "A Made-up Gazette", "when": today(), **typed,
    }  # fmt: skip
    return state("announcement", about, **given)


def test_a_renewal_is_told_to_those_who_follow_the_series(series):
    fact = renewed(series)
    run()
    assert told() == []
    later(6)
    assert told() == [("announcement", "Made-up Harbour: season 3 renewed")]
    (text,) = texts()
    assert text.startswith("Season 3 renewed, official, by Made-up Stream. ")
    assert text.endswith(", according to A Made-up Gazette.")
    (notice,) = Notice.objects.all()
    assert notice.url == f"/fact/{fact}"
    later(600)
    assert len(told()) == 1


def test_what_is_said_of_a_season_is_told_to_those_who_follow_its_series(series):
    season = add("Season 1", "season", parent=series, number=1)
    state("trailer", season, title="Made-up trailer", type="trailer",
          video="https://video.example/1", when=today())  # fmt: skip
    run()
    later(6)
    (notice,) = Notice.objects.all()
    assert keys_of(notice) == sorted([f"work:{season}", f"work:{series}"])


def test_what_is_said_of_a_series_is_told_to_those_who_follow_the_season_it_names(series):
    third, fourth = (
        add(f"Season {number}", "season", parent=series, number=number) for number in (3, 4)
    )
    renewed(series)
    later(6)
    (notice,) = Notice.objects.all()
    assert keys_of(notice) == sorted([f"work:{series}", f"work:{third}"])
    assert f"work:{fourth}" not in keys_of(notice)


def test_a_correction_while_it_settles_is_told_as_the_announcement(series):
    fact = renewed(series)
    run()
    corrected(fact, seasons="4")
    run()
    later(20)
    assert told() == [("announcement", "Made-up Harbour: season 4 renewed")]


def corrected(fact, **typed):
    given = {
        "status": "renewed", "certainty": "official", "seasons": "3", "by": "Made-up Stream",
        "source": "A Made-up Gazette", "when": today(), **typed,
    }  # fmt: skip
    stating.correct_fact(fact, given, "test editor")


def test_what_is_taken_back_while_it_settles_is_never_told(series):
    fact = renewed(series)
    run()
    stating.undo_fact(fact, "made-up reason", "test editor")
    run()
    later(20)
    assert told() == []
    assert told("withdrawn") != []


def test_what_was_told_and_then_changes_is_corrected_once(series, monkeypatch):
    fact = renewed(series)
    later(6)
    age(monkeypatch, 30)
    corrected(fact, seasons="4")
    later(30)
    later(42)
    later(5000)
    assert told()[1:] == [
        ("correction", "Correction: Made-up Harbour: season 4 renewed"),
        ("correction", "Correction: Made-up Harbour: season 4 renewed"),
    ]
    announced, for_all, for_those_told = Notice.objects.filter(state="due").order_by("id")
    assert for_those_told.corrects_id == announced.id
    assert for_those_told.audience == "corrects"
    assert for_all.audience == "keys"
    assert f'"besides": [{announced.id}]' in for_all.said
    assert "Before the correction: season 3 renewed" in for_all.text


def age(monkeypatch, minutes):
    """Let the ledger's clock go on."""
    from clapometer.ledger import writing

    start = now()
    monkeypatch.setattr(writing, "now", lambda: start + minutes * MINUTES)


def test_taken_back_and_put_back_are_told_each(series, monkeypatch):
    fact = renewed(series)
    later(6)
    age(monkeypatch, 30)
    stating.undo_fact(fact, "made-up reason", "test editor")
    later(42)
    assert told()[1] == ("correction", "Made-up Harbour: taken back")
    age(monkeypatch, 200)
    stating.restore_fact(fact, "made-up reason", "test editor")
    later(212)
    assert told()[-1] == ("correction", "Correction: Made-up Harbour: season 3 renewed")


def test_taken_back_and_put_back_within_the_settling_time_is_nothing(series, monkeypatch):
    fact = renewed(series)
    later(6)
    age(monkeypatch, 30)
    stating.undo_fact(fact, "made-up reason", "test editor")
    run()
    age(monkeypatch, 31)
    stating.restore_fact(fact, "made-up reason", "test editor")
    later(60)
    assert len(told()) == 1


def test_what_is_old_is_no_news(series):
    renewed(series, when="2020-01-01")
    state("release", series, when="2019-05-05", territory="GB")
    state("credit", series, person=f"p{person('Kit Made-up')}", role="cast")
    run()
    later(60)
    assert told() == []


def test_a_credit_with_a_day_is_told_to_those_who_follow_the_person(series):
    number = person("Kit Made-up")
    other = add("Nobody Follows This (made up)", "film")
    follow(f"person:{number}")
    state("credit", other, person=f"p{number}", role="cast", when=today(),
          character="The Ferrywoman")  # fmt: skip
    run()
    later(6)
    (notice,) = Notice.objects.all()
    assert f"person:{number}" in keys_of(notice)
    assert notice.text.startswith("Cast: Kit Made-up (as The Ferrywoman).")


def test_a_date_is_told_as_a_premiere(series):
    renewed(series, status="dated", date="2031-05-01")
    later(6)
    assert [kind for kind, _ in told()] == ["premiere"]


def test_only_what_somebody_follows_is_worked_out():
    number = add("Nobody Follows This (made up)", "film")
    run()
    renewed(number)
    later(6)
    assert not Notice.objects.exists()
    assert settings.LANGUAGE_CODE == "en"
