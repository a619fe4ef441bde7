"""The table of seasons, or of other parts: how each opened, how it stands, and where it is."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from django.utils.translation import gettext, ngettext

from clapometer.catalogue.models import Work
from clapometer.reviews.standings import Opening, Standing, standings
from clapometer.scoring.tally import EMPTY
from clapometer.signals.statuses.stages import UNKNOWN

from . import words
from .addresses import work_address
from .announced.status import StatusWords, season_words
from .asking import Asked, query_of, text_of
from .series import cards_of
from .workpage import WorkRecord

# Of more parts than these only the score now is told, and no table.
MOST_ROWS = 60
MOST_PARTS = 500


@dataclass(frozen=True, slots=True)
class SeasonRow:
    """One part in words. Texts are empty where there is nothing to say.

    `opened` is the score it opened with, `opened_from` of how many reviews and when, `opened_url`
    its page at that instant. `few` is the caution where the score rests on few reviews.
    """

    title: str
    url: str
    is_this: bool
    released: str
    opened: str
    opened_from: str
    opened_url: str
    shown: str
    band: str
    badge: str
    badge_word: str
    reviews: str
    few: str
    status: StatusWords | None


def read_seasons(record: WorkRecord) -> Mapping[str, object] | None:
    """Return the section of the work's parts, or of those it stands among."""
    work = record.work
    parts = _works(work.id)
    among = _works(work.parent_id) if work.parent_id else []
    among = among if len(among) > 1 else []
    if not parts and not among:
        return None
    title = gettext("Its seasons") if _are(parts, "season") else gettext("Its parts")
    if not parts and work.parent:
        title = gettext("All of %(parent)s") % {"parent": work.parent.label}
    return {
        "title": title,
        "tables": [_table(record, works) for works in (parts, among) if works],
        "among": work.parent.label if work.parent and parts and among else "",
        "alone": not record.has_own_page,
    }


def _works(parent: int) -> list[Work]:
    found = Work.objects.filter(parent_id=parent).select_related("score")
    return list(found.order_by("number", "year", "id")[:MOST_PARTS])


def _are(works: Sequence[Work], kind: str) -> bool:
    return bool(works) and all(one.kind == kind for one in works)


def _table(record: WorkRecord, works: Sequence[Work]) -> dict[str, object]:
    """Return the rows of a table, or cards where there are too many parts for one."""
    asked = record.asked
    if len(works) > MOST_ROWS:
        return {"cards": cards_of(works, record.work, asked)}
    reviewed = record.told_of_reviews
    read = reviewed.parts if all(one.id in reviewed.works for one in works) else None
    found = standings(works, asked.rules, asked.at, asked.known, read)
    stages = season_words(record) if _are(works, "season") else {}
    rows = [
        _row(one, found[one.id], stages.get(one.number or 0), record.work, asked) for one in works
    ]
    return {
        "rows": rows,
        "scored": any(found[one.id].score.tally != EMPTY for one in works),
        "badges": any(row.badge_word for row in rows),
        "statuses": any(row.status and row.status.says_more for row in rows),
        "few": any(row.few for row in rows),
    }


def _row(
    part: Work, stands: Standing, status: StatusWords | None, work: Work, asked: Asked
) -> SeasonRow:
    tally, opening = stands.score.tally, stands.opening
    counted = {"p": tally.positive, "n": tally.count}
    return SeasonRow(
        title=part.title,
        url=work_address(part, asked.query()),
        is_this=part.id == work.id,
        released=_released(part),
        opened=words.printed(opening.score.printed, opening.rule) if opening else "",
        opened_from=_from(opening) if opening else "",
        opened_url=_page_at(part, opening.at, asked) if opening else "",
        shown=words.printed(stands.score.printed, stands.rule),
        band=words.band_label(stands.rule, stands.score.band),
        badge=stands.badge,
        badge_word=_badge(stands),
        reviews=gettext("%(p)d of %(n)d") % counted if tally.count else "0",
        few=_few(stands),
        status=status if status and status.stage != UNKNOWN else None,
    )


def _released(part: Work) -> str:
    if part.released is None:
        return str(part.year) if part.year else ""
    return words.starts(part.released)


def _from(opening: Opening) -> str:
    form = (
        ngettext("%(n)d review at its release", "%(n)d reviews at its release", opening.tally.count)
        if opening.is_release
        else ngettext("%(n)d review, %(day)s", "%(n)d reviews, %(day)s", opening.tally.count)
    )
    return form % {"n": opening.tally.count, "day": words.starts(opening.at)}


def _page_at(part: Work, at: int, asked: Asked) -> str:
    rule = asked.rule.name if asked.rule_named else ""
    return work_address(part, query_of(at=text_of(at), known=text_of(asked.known), rule=rule))


def _badge(stands: Standing) -> str:
    """Return the state of the badge in words, nothing where the rule has none or it was not won."""
    badge = stands.rule.badge
    if badge is None or stands.badge == "none":
        return ""
    return f"{badge.label}: {words.BADGE_STATES[stands.badge]}"


def _few(stands: Standing) -> str:
    if not stands.is_of_few or stands.swing is None:
        return ""
    printing = stands.rule.printing
    swing = f"{printing.number(stands.swing):.{printing.decimals}f}"
    return gettext("few reviews: one more could move it by %(swing)s points") % {"swing": swing}
