"""Digests in words, composed when they are sent: for many endpoints in a few statements."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import NamedTuple

from django.db import connection, transaction
from django.utils import translation
from django.utils.translation import gettext, ngettext

from clapometer.alerts.channels.contract import Address
from clapometer.alerts.kinds import DAY, MINUTE, SECOND
from clapometer.alerts.messages import Line, Message, absolute, tag_of
from clapometer.alerts.models import Delivery, Digested, Follow, Notice
from clapometer.instants import now

from .choosing import Asked, chosen
from .windows import Told, window

SPANS = {"daily": DAY, "weekly": 7 * DAY}
"""How far back a first digest tells, in seconds; and twice as far one after a pause."""
BEHIND = MINUTE * SECOND
"""A digest tells what began to be sent until a minute ago: whoever writes that is done with it."""
MOST_LINES = 50
_AT_ONCE = 500


class Span(NamedTuple):
    """What a digest tells of: what began to be sent after `since` and not after `until`."""

    since: int
    until: int


class Remembered(NamedTuple):
    """What is remembered of the last digest, as in models.Digested."""

    earlier: int
    since: int
    until: int


def compose(
    notice: Notice, addresses: Sequence[Address], at: int | None = None
) -> dict[int, Message | None]:
    """Return the digest of each endpoint by its number, None where there is nothing to tell.

    `at`: now. Composed again, a digest tells the same again; the next one tells what came after.
    """
    cadence = json.loads(notice.said)["cadence"]
    spans = _spans(notice, cadence, [one.id for one in addresses], now() if at is None else at)
    follows = _follows({one.follower_id for one in addresses}, cadence)
    found = {one.id: _chosen(follows.get(one.follower_id, ()), spans[one.id]) for one in addresses}
    had = _had(found)
    return {
        one.id: _message(notice, cadence, one.language, [
            told for told in found[one.id] if (told.id, one.id) not in had
        ])
        for one in addresses
    }  # fmt: skip


def lines_for(follower_id: int, since: int, until: int, cadence: str = "daily") -> list[Line]:
    """Return what a follower's digest of that span would tell, as lines."""
    asked = _follows({follower_id}, cadence).get(follower_id, ())
    return [one.line for one in _chosen(asked, Span(since, until))]


def _chosen(asked: Iterable[Asked], span: Span) -> list[Told]:
    return chosen(asked, window(span.since, span.until), span.since, span.until)


def _spans(notice: Notice, cadence: str, endpoints: Sequence[int], at: int) -> dict[int, Span]:
    """Return what each endpoint is told of, and remember it: each begins where the last one ended.

    Whole minutes, so that all who are told at about the same time share what is read.
    """
    until = (at - BEHIND) // (MINUTE * SECOND) * (MINUTE * SECOND)
    length = SPANS[cadence] * SECOND
    found = dict.fromkeys(endpoints, Span(until - length, until))
    new = dict.fromkeys(endpoints, Remembered(until - 2 * length, until - length, until))
    with transaction.atomic():
        for one in _digested(endpoints, cadence):
            if one.notice_id < notice.id:
                since = max(one.until, until - 2 * length)
                new[one.endpoint_id] = Remembered(one.since, since, max(since, until))
                found[one.endpoint_id] = Span(since, max(since, until))
            else:
                # Composed before: this one itself, or the one after it while this was tried again.
                is_last = one.notice_id == notice.id
                span = Span(one.since, one.until) if is_last else Span(one.earlier, one.since)
                found[one.endpoint_id] = span
                del new[one.endpoint_id]
        _remember(notice, cadence, new)
    return found


def _digested(endpoints: Sequence[int], cadence: str) -> Iterator[Digested]:
    for start in range(0, len(endpoints), _AT_ONCE):
        part = endpoints[start : start + _AT_ONCE]
        yield from Digested.objects.filter(endpoint_id__in=part, cadence=cadence)


def _remember(notice: Notice, cadence: str, new: Mapping[int, Remembered]) -> None:
    rows = [(endpoint, cadence, notice.id, *one) for endpoint, one in sorted(new.items())]
    with connection.cursor() as cursor:
        cursor.executemany(
            "INSERT INTO alerts_digested (endpoint_id, cadence, notice_id, earlier, since, until)"
            " VALUES (%s, %s, %s, %s, %s, %s) ON CONFLICT (endpoint_id, cadence) DO UPDATE SET"
            " notice_id = excluded.notice_id, earlier = excluded.earlier, since = excluded.since,"
            " until = excluded.until",
            rows,
        )


def _follows(followers: set[int], cadence: str) -> dict[int, list[Asked]]:
    """Return what each follower has told in digests of that cadence."""
    numbers = sorted(followers)
    found: dict[int, list[Asked]] = {}
    for start in range(0, len(numbers), _AT_ONCE):
        part = Follow.objects.filter(
            follower_id__in=numbers[start : start + _AT_ONCE], cadence=cadence
        )
        for who, key, kinds, since in part.values_list("follower_id", "key", "kinds", "since"):
            found.setdefault(who, []).append(Asked(key, kinds, since))
    return found


def _had(found: Mapping[int, Sequence[Told]]) -> set[tuple[int, int]]:
    """Return which notices, each with an endpoint, were sent there by themselves: as (notice,
    endpoint). Somebody who had them at once and now wants digests is not told them twice."""
    notices = sorted({one.id for told in found.values() for one in told})
    endpoints = [endpoint for endpoint, told in found.items() if told]
    had: set[tuple[int, int]] = set()
    for start in range(0, len(endpoints), _AT_ONCE):
        part = endpoints[start : start + _AT_ONCE]
        for first in range(0, len(notices), _AT_ONCE):
            rows = Delivery.objects.filter(
                notice_id__in=notices[first : first + _AT_ONCE], endpoint_id__in=part
            )
            had |= set(rows.values_list("notice_id", "endpoint_id"))
    return had


def _message(notice: Notice, cadence: str, language: str, told: Sequence[Told]) -> Message | None:
    if not told:
        return None
    more = len(told) - 1
    with translation.override(language):
        title = told[0].line.title
        if more:
            rest = ngettext("%(title)s, and %(n)s more", "%(title)s, and %(n)s more", more)
            title = rest % {"title": title, "n": more}
        text = _summary(cadence, len(told))
    return Message(
        id=notice.name,
        kind=notice.kind,
        title=title,
        text=text,
        url=absolute(notice.url),
        tag=tag_of(notice.name),
        urgency="low",
        happened_at=told[-1].line.happened_at,
        until=notice.expires_at,
        lines=tuple(one.line for one in told[:MOST_LINES]),
    )


def _summary(cadence: str, count: int) -> str:
    if cadence == "weekly":
        text = ngettext(
            "Your weekly digest: %(n)s thing about what you follow.",
            "Your weekly digest: %(n)s things about what you follow.", count,
        )  # fmt: skip
    else:
        text = ngettext(
            "Your daily digest: %(n)s thing about what you follow.",
            "Your daily digest: %(n)s things about what you follow.", count,
        )  # fmt: skip
    text %= {"n": count}
    if count > MOST_LINES:
        text += " " + gettext("The first %(n)s are here.") % {"n": MOST_LINES}
    return text
