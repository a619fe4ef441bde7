"""Chores are done when their time has come; one that fails is told and never in the way."""

from __future__ import annotations

import pytest

from clapometer.alerts.kinds import DAY, HOUR, SECOND
from clapometer.alerts.models import SENT, WAITING, Delivery, Endpoint, Notice
from clapometer.alerts.outbox import tending
from clapometer.alerts.outbox.claiming import claim
from clapometer.alerts.outbox.digests import make_digests_due
from clapometer.alerts.outbox.lanes import finish_lanes, open_lanes
from clapometer.alerts.outbox.progress import progress_of, read_progress
from clapometer.alerts.outbox.spreading import spread
from clapometer.alerts.outbox.sweeping import KEPT, bring_nearer, sweep
from clapometer.alerts.outbox.tending import Chore, Tender
from clapometer.instants import to_datetime
from tests.alerts.outbox.audience import NOON, add_followers, add_notice


def test_a_chore_that_fails_is_told_in_one_line_and_the_others_are_done(monkeypatch):
    done, said = [], []

    def fail(_: int) -> None:
        raise ValueError("no such\nledger")

    chores = (Chore("reading tea leaves", 0.0, fail), Chore("washing up", 0.0, done.append))
    monkeypatch.setattr(tending, "CHORES", chores)
    tender = Tender(lambda: NOON, said.append)
    tender.turn()
    assert done == [NOON]
    assert said == ["Reading tea leaves failed (no such ledger); tried again."]
    assert tender.failed == {"reading tea leaves"}
    tender.turn()
    assert len(said) == 1, "it waits a while before it tries again"


@pytest.mark.django_db
def test_digests_of_every_place_in_the_world_are_made_due_once_a_day():
    """NOON is a Sunday at 12:00 UTC: Monday has begun in the first zone, two hours beforehand."""
    for zone in ("Pacific/Kiritimati", "Europe/Berlin", "Pacific/Pago_Pago"):
        add_followers(1, "work:1", cadence="daily", zone=zone, digest_at=8 * 60)
    add_followers(1, "work:1", cadence="weekly", digest_weekday=2, digest_at=60)
    add_followers(1, "work:1")
    names = {one.name for one in make_digests_due(NOON)}
    assert names == {
        "digest-daily-2027-01-03", "digest-daily-2027-01-04", "digest-weekly-2027-01-04",
    }  # fmt: skip
    assert make_digests_due(NOON + HOUR * SECOND) == []
    for notice in Notice.objects.all():
        spread(notice.id, NOON)
    found = sorted(
        (to_datetime(one.due_at).strftime("%d %H:%M"), Notice.objects.get(id=one.notice_id).name)
        for one in Delivery.objects.all()
    )
    assert found == [
        ("03 18:00", "digest-daily-2027-01-04"),
        ("03 19:00", "digest-daily-2027-01-03"),
        ("04 07:00", "digest-daily-2027-01-04"),
        ("04 19:00", "digest-daily-2027-01-04"),
        ("06 01:00", "digest-weekly-2027-01-04"),
    ]
    for one in Delivery.objects.all():
        assert one.due_at < Notice.objects.get(id=one.notice_id).expires_at


@pytest.mark.django_db
def test_old_deliveries_are_swept_away_and_what_was_counted_stays():
    add_followers(5, "work:1")
    old, new = add_notice("old"), add_notice("new")
    for notice in (old, new):
        spread(notice.id, NOON)
        claim(notice.id, 1, 5, NOON)
    Delivery.objects.update(state=SENT, worker_id=None, done_at=NOON)
    finish_lanes(NOON)
    Notice.objects.filter(id=new.id).update(done_at=NOON + KEPT)
    assert sweep(NOON + KEPT) == 0
    assert sweep(NOON + KEPT + 1) == 5
    assert set(Delivery.objects.values_list("notice_id", flat=True)) == {new.id}
    assert progress_of(Notice.objects.get(id=old.id), NOON).sent == 5


@pytest.mark.django_db
def test_what_a_wrong_clock_put_off_by_days_is_brought_nearer():
    add_followers(2, "work:1")
    spread(add_notice().id, NOON)
    far, near = Delivery.objects.values_list("endpoint_id", flat=True).order_by("endpoint_id")
    Delivery.objects.filter(endpoint_id=far).update(due_at=NOON + 400 * DAY * SECOND)
    Delivery.objects.filter(endpoint_id=near).update(due_at=NOON + DAY * SECOND)
    assert bring_nearer(NOON) == 1
    due = dict(Delivery.objects.values_list("endpoint_id", "due_at"))
    assert due == {far: NOON, near: NOON + DAY * SECOND}


@pytest.mark.django_db
def test_progress_counts_what_waits_what_was_sent_and_what_failed_by_reason():
    endpoints = add_followers(10, "work:1")
    notice = add_notice()
    before = read_progress(NOON + 5)
    assert (before.queued, before.sent, before.oldest_at) == (0, 0, NOON)
    spread(notice.id, NOON)
    from clapometer.alerts.outbox.workers import register_worker

    worker = register_worker(NOON)
    claim(notice.id, worker, 2, NOON)
    rows = Delivery.objects.filter(state=WAITING)
    waiting = list(rows.values_list("endpoint_id", flat=True))
    rows.filter(endpoint_id__in=waiting[:3]).update(state=SENT)
    rows.filter(endpoint_id__in=waiting[3:5]).update(state=3, reason="No.")
    rows.filter(endpoint_id__in=waiting[5:6]).update(state=4, reason="Ended.")
    told = read_progress(NOON + 5)
    (one,) = told.notices
    assert (one.made, one.queued, one.sent) == (len(endpoints), 4, 3)
    assert (one.failed, one.dropped) == ({"No.": 2}, {"Ended.": 1})
    assert (told.queued, told.sent, told.failed, told.workers) == (4, 3, {"No.": 2}, 1)
    assert told.oldest_at == NOON


@pytest.mark.django_db
def test_a_lane_without_anything_due_is_closed_until_something_is():
    add_followers(1, "work:1", quiet_from=11 * 60, quiet_until=13 * 60)
    notice = add_notice()
    assert [lane.notice_id for lane in open_lanes(NOON)] == [notice.id]
    spread(notice.id, NOON)
    assert open_lanes(NOON) == []
    assert finish_lanes(NOON) == 0
    assert [lane.notice_id for lane in open_lanes(NOON + HOUR * SECOND)] == [notice.id]
    Endpoint.objects.all().delete()
