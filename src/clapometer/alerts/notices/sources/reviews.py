"""Notices of new reviews, for those who follow their critic or their outlet."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence

from django.utils.translation import gettext, gettext_lazy

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Notice
from clapometer.alerts.notices.about import entry_url, name_of
from clapometer.alerts.notices.days import day_as_known
from clapometer.alerts.notices.followed import followed
from clapometer.alerts.notices.source import IMPORT, Judging, Reading, Source, Told, said_in
from clapometer.catalogue.models import Work
from clapometer.ledger.entries import Entry
from clapometer.reviews.models import Review
from clapometer.reviews.record import Said, said_by

FRESH = KINDS["review"].fresh * SECOND
VERDICTS = {
    True: gettext_lazy("Positive"),
    False: gettext_lazy("Negative"),
    None: gettext_lazy("No verdict"),
}


def find(reading: Reading) -> Iterator[NoticeDraft]:
    """Yield a draft for each new review that is news and whose critic or outlet is followed."""
    posted = [
        one for one in reading.entries
        if one.kind == "review.posted" and one.recorded_at > reading.since and _is_news(one)
    ]  # fmt: skip
    keys = {one.seq: _keys(one) for one in posted}
    known = followed(key for own in keys.values() for key in own)
    for entry in posted:
        if not known.isdisjoint(keys[entry.seq]):
            yield _draft(entry, keys[entry.seq])


def _is_news(entry: Entry) -> bool:
    if entry.happened_at is None:
        return not entry.actor.startswith(IMPORT)
    return entry.recorded_at - entry.happened_at <= FRESH


def _keys(entry: Entry) -> list[str]:
    told = entry.data
    return [f"{name}:{told[name]}" for name in ("critic", "outlet") if told.get(name)]


def _draft(entry: Entry, keys: Sequence[str]) -> NoticeDraft:
    at = entry.recorded_at if entry.happened_at is None else entry.happened_at
    return NoticeDraft(
        name=name_of("review", entry.seq),
        kind="review",
        title=entry.subject,
        text=entry.subject,
        url=entry_url(entry.seq),
        happened_at=at,
        recorded_at=entry.recorded_at,
        keys=keys,
        work_id=entry.data["work"],
        said={"of": "reviews", "review": entry.subject_id, "at": at},
        seq=entry.seq,
    )


def judge(notices: Sequence[Notice], judging: Judging) -> Mapping[int, Told]:
    """Return those whose review is still in force, as it stands now."""
    if judging.work is None:
        return {}
    standing = {
        review.id: review.standing
        for review in Review.objects.filter(id__in=[said_in(one)["review"] for one in notices])
        if review.standing is not None
    }
    said = said_by(standing.values())
    found: dict[int, Told] = {}
    for notice in notices:
        seq = standing.get(said_in(notice)["review"])
        if seq is not None:
            found[notice.id] = _told(judging.work, said[seq])
    return found


def _told(work: Work, said: Said) -> Told:
    verdict = str(VERDICTS[said.positive])
    who = said.critic.name if said.critic else said.outlet_name
    says = {
        "who": who, "work": str(work), "outlet": said.outlet_name,
        "verdict": f"{verdict}, {said.grade}" if said.grade else verdict,
        "day": day_as_known(said.recorded_at if said.happened_at is None else said.happened_at,
                            said.dated),
    }  # fmt: skip
    title = gettext("%(who)s on %(work)s") % says
    if said.critic and said.outlet:
        text = gettext("%(verdict)s: %(work)s, by %(who)s in %(outlet)s, %(day)s.") % says
    else:
        text = gettext("%(verdict)s: %(work)s, by %(who)s, %(day)s.") % says
    at = said.recorded_at if said.happened_at is None else said.happened_at
    return Told(title, text, entry_url(said.seq), at)


SOURCE = Source(find, judge)
