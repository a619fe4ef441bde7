"""A place that fails for days is paused, and its owner is told at the others, once."""

from __future__ import annotations

import json

import pytest

from clapometer.alerts.channels.contract import SENT, TEMPORARY, Address, Outcome, Parcel
from clapometer.alerts.channels.webhook.bodies import EXAMPLE
from clapometer.alerts.channels.webhook.channel import PLAN
from clapometer.alerts.channels.webhook.keeping import add_hook
from clapometer.alerts.following.endpoints import resume_endpoint
from clapometer.alerts.kinds import SECOND
from clapometer.alerts.models import CLAIMED, Delivery, Endpoint, Notice
from clapometer.alerts.outbox.recording import Result, record
from clapometer.instants import now
from tests.alerts.noticing import new_follower, told

pytestmark = pytest.mark.django_db
FIVE_DAYS = round(PLAN.ends_after * SECOND)
FAILED = Outcome(TEMPORARY, 500, "The address answered with status 500.")


@pytest.fixture
def hook() -> Endpoint:
    return add_hook(new_follower("work:1"), "https://hook.example/in").endpoint


def place(follower_id, channel, state="on") -> Endpoint:
    return Endpoint.objects.create(
        follower_id=follower_id, channel=channel, address=channel, mark=f"{channel}{state}",
        state=state, created_at=1,
    )  # fmt: skip


def try_at(hook, at, outcome=FAILED) -> str:
    """One try at an instant; the state of the webhook after it."""
    notice = told("something", "work:1", state="sending")
    Delivery.objects.create(notice_id=notice.id, endpoint_id=hook.id, state=CLAIMED, worker_id=1,
                            due_at=at)  # fmt: skip
    address = Address(hook.id, hook.follower_id, "webhook", hook.address, "", "{}", "en")
    record(1, [Result(Parcel(notice.id, address, EXAMPLE, 0), outcome, at)], {hook.id})
    hook.refresh_from_db()
    return hook.state


def pauses() -> list[Notice]:
    return list(Notice.objects.filter(kind="place").order_by("id"))


def test_five_days_of_nothing_but_failures_pause_it_and_a_success_forgives(hook):
    at = now()
    assert try_at(hook, at) == "on"
    assert try_at(hook, at + FIVE_DAYS - 1) == "on"
    assert try_at(hook, at + FIVE_DAYS - 1, Outcome(SENT, 204)) == "on"
    assert try_at(hook, at + FIVE_DAYS) == "on"
    assert try_at(hook, at + 2 * FIVE_DAYS) == "paused"
    assert "status 500" in hook.reason


def test_its_owner_is_told_at_the_other_places_and_nobody_else_is(hook):
    mail = place(hook.follower_id, "mail")
    place(hook.follower_id, "webpush", "ended")
    stranger = new_follower("work:1")
    place(stranger.id, "apprise")
    at = now()
    try_at(hook, at)
    assert pauses() == []
    assert try_at(hook, at + FIVE_DAYS) == "paused"
    (notice,) = pauses()
    assert (notice.state, notice.audience) == ("due", "endpoint")
    assert json.loads(notice.said) == {"endpoint": mail.id}
    assert "Webhook" in notice.title
    assert "hook.example" not in notice.title + notice.text


def test_one_pause_is_told_once_and_the_next_one_again(hook):
    place(hook.follower_id, "mail")
    at = now()
    for later in (0, FIVE_DAYS, FIVE_DAYS + 1):
        try_at(hook, at + later)
    assert len(pauses()) == 1
    resume_endpoint(hook)
    hook.refresh_from_db()
    for later in (2 * FIVE_DAYS, 3 * FIVE_DAYS):
        try_at(hook, at + later)
    assert len(pauses()) == 2


def test_410_ends_it_at_once(hook):
    from clapometer.alerts.channels.contract import GONE

    assert try_at(hook, now(), Outcome(GONE, 410, "The address answered 410.")) == "ended"
    assert hook.reason == "The address answered 410."
