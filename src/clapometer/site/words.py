"""Facts in a reader's words: instants, verdicts, shares, states of a badge, kinds of entries."""

from __future__ import annotations

from fractions import Fraction
from functools import lru_cache

from django.conf import settings
from django.utils import timezone
from django.utils.formats import date_format
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy, ngettext, pgettext

from clapometer.catalogue.models import Work
from clapometer.instants import to_datetime
from clapometer.reviews.scoreboard import site_rule
from clapometer.reviews.scores import Badge
from clapometer.scoring.badges import BadgeRule, Distance
from clapometer.scoring.rules import Rule
from clapometer.scoring.settling import DAY
from clapometer.scoring.timetable import Timetable

# Each verdict has a sign and a word, so that it is never told by colour alone.
VERDICTS: dict[bool | None, tuple[str, str, Promise]] = {
    True: ("positive", "+", gettext_lazy("Positive")),
    False: ("negative", "−", gettext_lazy("Negative")),
    None: ("unknown", "?", gettext_lazy("No verdict")),
}
VERDICT_BY: dict[str, Promise] = {
    "given_by_critic": gettext_lazy("verdict given by the critic"),
    "converted": gettext_lazy("verdict converted from the grade"),
    "interpreted": gettext_lazy("verdict read by an editor"),
    "reported": gettext_lazy("verdict as reported, setter not stated"),
}
WORK_KINDS: dict[str, Promise] = {
    "film": gettext_lazy("Film"),
    "series": gettext_lazy("Series"),
    "season": gettext_lazy("Season"),
    "episode": gettext_lazy("Episode"),
}
EVENT_KINDS: dict[str, Promise] = {
    "posted": gettext_lazy("posted"),
    "revised": gettext_lazy("revised"),
    "withdrawn": gettext_lazy("withdrawn"),
    "excluded": gettext_lazy("excluded"),
    "restored": gettext_lazy("restored"),
    "expired": gettext_lazy("left the window"),
}
BADGE_MOMENTS: dict[str, Promise] = {
    "won": gettext_lazy("won"),
    "lost": gettext_lazy("lost"),
    "regained": gettext_lazy("regained"),
}
BADGE_STATES: dict[str, Promise] = {
    "none": gettext_lazy("not won yet"),
    "held": gettext_lazy("held"),
    "lost": gettext_lazy("lost"),
}


def day_of(instant: int) -> str:
    """Return the day of an instant in the site's time zone: 4 August 2023."""
    return _written(instant, "DATE_FORMAT", get_language())


def moment_of(instant: int) -> str:
    """Return an instant to the minute, with the zone: 4 August 2023, 12:00 UTC."""
    return _written(instant, "moment", get_language())


@lru_cache(maxsize=16_384)
def _written(instant: int, form: str, language: str | None) -> str:
    local = to_datetime(instant).astimezone(timezone.get_default_timezone())
    # Translators: how a day is written, in Django's date format characters.
    day = date_format(local, pgettext("format of a day", "j F Y"), use_l10n=False)
    if form != "moment":
        return day
    return f"{day}, {local:%H:%M} {local.tzname() or settings.TIME_ZONE}"


def is_end_of_day(instant: int) -> bool:
    """Return whether the instant is the last microsecond of a day in the site's time zone."""
    local = to_datetime(instant).astimezone(timezone.get_default_timezone())
    return (local.hour, local.minute, local.second, local.microsecond) == (23, 59, 59, 999_999)


def is_start_of_day(instant: int) -> bool:
    """Return whether the instant is the first of a day, which is how a day alone is kept."""
    local = to_datetime(instant).astimezone(timezone.get_default_timezone())
    return (local.hour, local.minute, local.second, local.microsecond) == (0, 0, 0, 0)


def asked_moment(instant: int) -> str:
    """Return an instant that was asked for; the end of a day is told as that day."""
    if is_end_of_day(instant):
        return gettext("the end of %(day)s") % {"day": day_of(instant)}
    return moment_of(instant)


def dated(happened_at: int | None, precision: str, recorded_at: int) -> str:
    """Return when something was published, as exactly as it is known."""
    if happened_at is None or precision == "unknown":
        return gettext("date unknown; counted from %(day)s") % {"day": day_of(recorded_at)}
    return day_of(happened_at) if precision == "day" else moment_of(happened_at)


def percent(share: Fraction | float, digits: int = 0) -> str:
    """Return a share 0..1 as per cent, with a no-break space: 97 %."""
    # Translators: a number in per cent.
    return gettext("%(number)s %%") % {"number": f"{float(share) * 100:.{digits}f}"}


def printed(score: int | None, rule: Rule | None = None) -> str:
    """Return a score as a rule prints it, by default the site's: 97 %; a dash where there is none.

    The score is counted in units of the last printed place (see Score.printed).
    """
    if score is None:
        return "–"
    printing = (rule or site_rule()).printing
    if printing.unit != "%":
        return printing.text(score)
    return gettext("%(number)s %%") % {"number": f"{printing.number(score):.{printing.decimals}f}"}


def grade_of(mean: Fraction) -> str:
    """Return a mean grade on the scale of 0 to 10, with one decimal."""
    return f"{float(mean) * 10:.1f}"


def in_force(table: Timetable, position: int) -> str:
    """Return from when until when a rule of the site's timetable is in force."""
    since, until = table.since(position), table.until(position)
    if since is None and until is None:
        return gettext("the rule of this site from the beginning")
    if since is None:
        return gettext("the rule of this site until %(until)s") % {"until": starts(until)}
    if until is None:
        return gettext("the rule of this site since %(since)s") % {"since": starts(since)}
    return gettext("the rule of this site from %(since)s to %(until)s") % {
        "since": starts(since),
        "until": starts(until),
    }


def starts(instant: int | None) -> str:
    """Return when something began: the day alone, if it was the start of one."""
    if instant is None:
        return ""
    return day_of(instant) if is_start_of_day(instant) else moment_of(instant)


def band_tone(rule: Rule, name: str | None) -> str:
    """Return where the band stands among the rule's: in the "top" half, the "middle", "low"."""
    names = [band.name for band in rule.bands]
    half = len(names) // 2
    if name in names[:half]:
        return "top"
    return "low" if name in names[len(names) - half :] else "middle"


def band_label(rule: Rule, name: str | None) -> str:
    """Return what a band is called, or nothing."""
    return next((band.label for band in rule.bands if band.name == name), "")


def distance_words(stands: Badge, badge: BadgeRule, size: str, count: int) -> str:
    """Return how far the next change of a badge is, in a sentence or two."""
    told = _distance(stands.distance, badge, size, count)
    settled, waiting = badge.settled, stands.waiting
    if settled is None or not settled.lasting or stands.distance.reviews is None:
        return told
    if waiting is None:
        for_days = {"n": settled.lasting // DAY}
        wait = ngettext(
            "Not before it has been so for %(n)d day.",
            "Not before it has been so for %(n)d days.",
            for_days["n"],
        )
        return f"{told} {wait % for_days}"
    due = moment_of(waiting.since + settled.lasting)
    return f"{told} {gettext('Not before %(due)s, if it stays so.') % {'due': due}}"


def _distance(distance: Distance, badge: BadgeRule, size: str, count: int) -> str:
    if distance.moment == "lost":
        if distance.reviews is None:
            return gettext("It cannot be lost by negative reviews.")
        if distance.reviews == 0:
            return gettext("Lost by these numbers.")
        return ngettext(
            "Lost after %(n)d more negative review.",
            "Lost after %(n)d more negative reviews in a row.",
            distance.reviews,
        ) % {"n": distance.reviews}
    lacks = "; ".join(_lack(code, badge, size, count) for code, _ in distance.missing)
    if distance.reviews is None:
        return gettext("Out of reach: %(lacks)s.") % {"lacks": lacks}
    if distance.reviews == 0:
        moment = str(BADGE_MOMENTS[distance.moment]).capitalize()
        return gettext("%(moment)s by these numbers.") % {"moment": moment}
    if not lacks:
        return _until_won(distance)
    return f"{_until_won(distance)} {gettext('Still missing: %(lacks)s.') % {'lacks': lacks}}"


def _until_won(distance: Distance) -> str:
    words = ngettext(
        "%(moment)s after %(n)d more positive review",
        "%(moment)s after %(n)d more positive reviews in a row",
        distance.reviews or 0,
    ) % {"moment": str(BADGE_MOMENTS[distance.moment]).capitalize(), "n": distance.reviews}
    if distance.top:
        words += gettext(", %(n)d of them by top critics") % {"n": distance.top}
    return f"{words}."


def _lack(code: str, badge: BadgeRule, size: str, count: int) -> str:
    """Return one condition that is not met, by its code in scoring.badges.missing."""
    if code == "share":
        return gettext("a share of %(share)s") % {"share": percent(badge.enter)}
    if code == "count":
        return gettext("%(count)d of %(minimum)d reviews are there") % {
            "count": count,
            "minimum": badge.minimum(size),
        }
    return gettext("at least %(top)d reviews by top critics") % {"top": badge.top}


def kind_line(work: Work) -> str:
    """Return what a work is and of which year: Film, 2023."""
    kind = str(WORK_KINDS.get(work.kind, work.kind))
    return f"{kind}, {work.year}" if work.year else kind


def released_on(work: Work) -> str:
    """Return on which day a work was released, nothing where that is not known."""
    if work.released is None:
        return ""
    return gettext("released on %(day)s") % {"day": day_of(work.released)}
