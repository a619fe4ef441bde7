"""Notices of works that newly stand in the answer to a saved query."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping, Sequence
from typing import NamedTuple
from urllib.parse import parse_qsl

from django.urls import reverse
from django.utils.translation import gettext, ngettext

from clapometer.alerts.drafts import NoticeDraft
from clapometer.alerts.kinds import KINDS, SECOND
from clapometer.alerts.models import Kept, Notice
from clapometer.alerts.notices.about import name_of, works_numbered
from clapometer.alerts.notices.days import day_of
from clapometer.alerts.notices.source import Judging, Reading, Source, Told, said_in
from clapometer.ledger.reading import head
from clapometer.queries.answering import Answered, answer
from clapometer.queries.parameters import QueryRefused

GONE = KINDS["query"].fold * SECOND
"""For so long a work must have been out of an answer before it is new in it again."""


def find(_: Reading) -> Iterator[NoticeDraft]:
    """Yield nothing: an answer hangs on everything there is, so it is asked now and then."""
    yield from ()


class Asked(NamedTuple):
    """A query that was asked: what is to be kept of its answer, and what is new in it."""

    key: str
    said: dict[str, object]
    draft: NoticeDraft | None


def ask(keys: Sequence[str], now: int) -> Iterator[Asked]:
    """Ask every followed query again, if anything was recorded since.

    The first answer is kept and told to nobody. A query that cannot be asked is left out.
    """
    wanted = [key for key in keys if key.startswith("query:")]
    kept = {row.name: row for row in Kept.objects.filter(name__in=wanted)}
    position = head()[0]
    for key in wanted:
        said = json.loads(kept[key].said) if key in kept else None
        if said is not None and said["position"] == position:
            continue
        answered = answered_to(key)
        if answered is None:
            continue
        stands = set(answered.works)
        seen = {} if said is None else {int(work): at for work, at in said["works"].items()}
        lasting = {work: at for work, at in seen.items() if now - at < GONE}
        new = sorted(stands - lasting.keys())
        works = {str(work): now if work in stands else at
                 for work, at in {**lasting, **dict.fromkeys(stands, now)}.items()}  # fmt: skip
        news = said is not None and bool(new)
        draft = _draft(key, new, position, now) if news else None
        yield Asked(key, {"position": position, "works": works}, draft)


def answered_to(key: str) -> Answered | None:
    """Return the answer to the query of a key, None where it cannot be asked."""
    name, _, parameters = key.removeprefix("query:").partition("?")
    try:
        return answer(name, dict(parse_qsl(parameters)))
    except QueryRefused:
        return None


def _draft(key: str, works: Sequence[int], position: int, now: int) -> NoticeDraft:
    return NoticeDraft(
        name=name_of("query", key, position, *works),
        kind="query",
        title=key,
        text=key,
        url=reverse("queries"),
        happened_at=now,
        recorded_at=now,
        keys=[key],
        family=key,
        said={"of": "queries", "key": key, "works": list(works)},
        seq=position,
    )


def judge(notices: Sequence[Notice], _: Judging) -> Mapping[int, Told]:
    """Return those of which some work still stands in the answer."""
    found: dict[int, Told] = {}
    for notice in notices:
        said = said_in(notice)
        answered = answered_to(said["key"])
        if answered is None:
            continue
        ranks = {row["work"]: row["rank"] for row in answered.rows}
        works = works_numbered(work for work in said["works"] if f"w{work}" in ranks)
        if works:
            lines = [
                gettext("%(rank)d. %(work)s") % {"rank": ranks[work.public_id], "work": work}
                for work in sorted(works.values(), key=lambda one: ranks[one.public_id])
            ]
            found[notice.id] = _told(said["key"], answered, lines, notice.recorded_at)
    return found


def _told(key: str, answered: Answered, lines: Sequence[str], at: int) -> Told:
    says = {
        "n": len(lines), "query": gettext(answered.query.title), "day": day_of(at),
        "works": ", ".join(lines),
    }  # fmt: skip
    title = ngettext("%(query)s: %(n)d new work", "%(query)s: %(n)d new works", len(lines)) % says
    text = gettext("New in the answer since %(day)s: %(works)s.") % says
    parameters = key.partition("?")[2]
    url = reverse("query", args=[answered.name])
    return Told(title, text, f"{url}?{parameters}" if parameters else url, at)


SOURCE = Source(find, judge)
