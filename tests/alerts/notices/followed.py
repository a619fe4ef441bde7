"""A made-up work that somebody follows, a clock in minutes, and what would be sent."""

from clapometer.alerts.kinds import EVERY
from clapometer.alerts.models import Endpoint, Follow, Follower, Notice, NoticeKey
from clapometer.alerts.notices.watching import run
from clapometer.ledger.writing import writing
from tests.reviews.telling import DAY, START, Story

MINUTE = 60_000_000
TOLD = ("due", "sending", "done")


def follow(key, kinds=EVERY, minute=0):
    """Somebody new follows the key."""
    follower = Follower.objects.create(created_at=START)
    Endpoint.objects.create(
        follower_id=follower.id, channel="mail", address=f"{follower.id}@reader.example",
        mark=str(follower.id), state="on", created_at=START,
    )  # fmt: skip
    Follow.objects.create(
        follower_id=follower.id, key=key, kinds=kinds, cadence="now", since=at(minute)
    )
    return follower


def at(minute):
    return START + int(minute * MINUTE)


class Watched(Story):
    """A made-up work with reviews dated and recorded by the minute, read for notices."""

    def __init__(self, kind="season", **facts):
        super().__init__(kind, **facts)
        run(at(0))
        follow(f"work:{self.work_id}")

    def say(self, minute, critic, positive, **content):
        content.setdefault("happened_at", at(minute))
        return self.post(critic, positive, day=0, recorded=minute, dated="instant", **content)

    def _writing(self, recorded):
        return writing("story", recorded_at=None if recorded is None else at(recorded))

    def take_back(self, minute, critic, seq, actor="story"):
        from clapometer.reviews.drafts import entry_undone

        with writing(actor, recorded_at=at(minute)) as writer:
            subject = f"review:{self.review_of(critic)}"
            return writer.append_one(entry_undone("review.undone", subject, seq, self.work_id)).seq


def told(*states):
    """What is told, in the order it was found: kind and title."""
    found = Notice.objects.filter(state__in=states or TOLD).order_by("id")
    return [(one.kind, one.title) for one in found]


def texts():
    return list(Notice.objects.filter(state__in=TOLD).order_by("id").values_list("text", flat=True))


def keys_of(notice):
    return sorted(NoticeKey.objects.filter(notice_id=notice.id).values_list("key", flat=True))


__all__ = ["DAY", "MINUTE", "START", "Watched", "at", "follow", "keys_of", "run", "texts", "told"]
