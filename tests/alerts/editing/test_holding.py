"""Holding, releasing, dropping: who is told is what the last act on a notice says."""

from __future__ import annotations

import pytest
from django.conf import settings

from clapometer.alerts.editing import acts, holding
from clapometer.alerts.editing.holding import HoldRefused
from clapometer.alerts.editing.overview import overview
from clapometer.alerts.models import NOTICE_STATES, Act, Follow, Notice
from clapometer.alerts.notices.about import name_of
from clapometer.alerts.notices.settling import settle
from clapometer.alerts.notices.watching import run
from clapometer.alerts.outbox.spreading import spread
from clapometer.catalogue.drafts import work_added
from clapometer.catalogue.models import Work
from clapometer.desk.stating import add_fact, undo_fact
from clapometer.facts.kinds import kind_named
from clapometer.instants import now
from clapometer.ledger.writing import writing
from tests.alerts.noticing import new_follower, told

pytestmark = pytest.mark.django_db
SAID = {"status": "renewed", "certainty": "official", "by": "Made-up Stream", "seasons": "2"}
HOUR = 3_600_000_000
ED = "member:1"
MAY = {
    "hold": {"settling", "due"},
    "release": {"settling", "held"},
    "drop": {"settling", "held", "due"},
}


def add(kind="series", title="Salt Road", **facts) -> Work:
    with writing("test editor") as writer:
        return Work.objects.get(
            id=writer.append_one(work_added(kind=kind, title=title, **facts)).seq
        )


@pytest.fixture
def road() -> Work:
    work = add()
    new_follower(f"work:{work.id}")
    run()
    return work


def said(work: Work) -> int:
    return add_fact(kind_named("announcement"), work.id, SAID, ED).seq


def noticed(work: Work) -> Notice:
    """The notice of an announcement, while it settles."""
    said(work)
    run()
    return Notice.objects.get(state="settling")


def settled(notice: Notice) -> str:
    settle(notice.due_at + 1)
    notice.refresh_from_db()
    return notice.state


def test_what_nobody_holds_is_told(road):
    assert settled(noticed(road)) == "due"


def test_what_is_held_while_it_settles_is_held_at_its_end_and_told_on_release(road):
    notice = noticed(road)
    holding.hold(notice.id, ED, now())
    assert settled(notice) == "held"
    assert spread(notice.id, now()) is None
    assert holding.release(notice.id, ED, now() + HOUR)
    notice.refresh_from_db()
    assert notice.state == "due"
    assert notice.due_at > now()
    assert notice.expires_at > notice.due_at
    assert [one.act for one in acts.lately()] == ["release", "hold"]


def test_what_no_longer_holds_is_withdrawn_on_release(road):
    fact = said(road)
    run()
    notice = Notice.objects.get(state="settling")
    holding.hold(notice.id, ED, now())
    assert settled(notice) == "held"
    undo_fact(fact, "It was not so.", ED)
    assert not holding.release(notice.id, ED, now())
    notice.refresh_from_db()
    assert notice.state == "withdrawn"


def test_what_is_held_before_it_is_there_is_held(road):
    fact = said(road)
    holding.hold_ahead(name_of("fact", fact), ED, now())
    run()
    assert settled(Notice.objects.get(state="settling")) == "held"


def test_what_is_dropped_is_never_told(road):
    notice = noticed(road)
    holding.drop(notice.id, ED, now())
    assert settled(notice) == "dropped"
    with pytest.raises(HoldRefused):
        holding.release(notice.id, ED, now())


def test_everything_of_a_work_is_held_and_of_its_seasons(road):
    season = add("season", "Season 1", parent=road.id, number=1)
    holding.hold_work(road, ED, now())
    assert settled(noticed(season)) == "held"
    holding.free_work(road, ED, now())
    said(season)
    run()
    assert settled(Notice.objects.get(state="settling")) == "due"
    assert Notice.objects.filter(state="held").count() == 1
    with pytest.raises(HoldRefused):
        holding.free_work(road, ED, now())


def test_what_is_due_and_not_begun_can_still_be_held_with_its_work(road):
    notice = noticed(road)
    assert settled(notice) == "due"
    holding.hold_work(road, ED, now())
    notice.refresh_from_db()
    assert notice.state == "held"


@pytest.mark.parametrize(
    ("bound", "state"), [("", "due"), ("1", "due"), ("0", "held"), ("fifty thousand", "held")]
)
def test_what_many_follow_waits_by_itself(road, monkeypatch, bound, state):
    monkeypatch.setitem(settings.SITE, "hold_over", bound)
    assert settled(noticed(road)) == state


def test_a_release_ahead_of_its_end_is_kept(road, monkeypatch):
    monkeypatch.setitem(settings.SITE, "hold_over", "0")
    notice = noticed(road)
    (waiting,) = overview(now()).settling
    assert waiting.becomes == "held"
    holding.release(notice.id, ED, now())
    (waiting,) = overview(now()).settling
    assert waiting.becomes == "due"
    assert settled(notice) == "due"


@pytest.mark.parametrize("state", NOTICE_STATES)
@pytest.mark.parametrize("act", MAY)
def test_only_what_nobody_was_told_of_can_be_stopped(state, act):
    notice = told("something", "work:1", state=state)
    do = getattr(holding, act)
    if state in MAY[act]:
        do(notice.id, ED, now())
        assert Act.objects.get().act == act
    else:
        with pytest.raises(HoldRefused) as refused:
            do(notice.id, ED, now())
        assert str(refused.value).endswith(".")
        assert not Act.objects.exists()


def test_what_a_worker_has_begun_with_cannot_be_stopped(road):
    notice = noticed(road)
    settled(notice)
    assert spread(notice.id, now()) is not None
    for act in (holding.hold, holding.drop):
        with pytest.raises(HoldRefused, match="being sent"):
            act(notice.id, ED, now())


@pytest.mark.parametrize("audience", ["endpoint", "digest"])
def test_what_is_for_one_alone_is_not_the_editors_business(audience):
    notice = told("private", audience=audience, state="settling", kind="test")
    for act in (holding.hold, holding.drop, holding.release):
        with pytest.raises(HoldRefused, match="no such message"):
            act(notice.id, ED, now())
    seen = overview(now())
    assert not (seen.held or seen.settling or seen.sending or seen.over)


def test_a_correction_is_dropped_for_those_too_who_got_what_it_corrects(road):
    """Both are one message to an editor."""
    first = told("sent before", f"work:{road.id}", work_id=road.id)
    main = told("corrected", f"work:{road.id}", state="held", kind="correction")
    other = told("corrected", state="held", audience="corrects", corrects_id=first.id,
                 kind="correction")  # fmt: skip
    Notice.objects.filter(id=other.id).update(name=name_of("corrects", main.name))
    assert [one.notice.id for one in overview(now()).held] == [main.id]
    holding.drop(main.id, ED, now())
    states = Notice.objects.filter(kind="correction").values_list("state", flat=True)
    assert set(states) == {"dropped"}


def test_follows_are_not_touched_by_any_of_it(road):
    before = list(Follow.objects.values())
    notice = noticed(road)
    holding.hold(notice.id, ED, now())
    holding.hold_work(road, ED, now())
    assert list(Follow.objects.values()) == before
