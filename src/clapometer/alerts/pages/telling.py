"""What follows are in words: kinds, conditions, cadences, and what was just done."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clapometer.alerts.kinds import NoticeKind
from clapometer.alerts.targets import Key

from .parts import PARTS

DONE: dict[str, Promise] = {
    "followed": gettext_lazy("It is followed from now on."),
    "changed": gettext_lazy("Changed; it holds from now on."),
    "unfollowed": gettext_lazy("Not followed any more."),
    "hours": gettext_lazy("Your hours are kept. What waits already keeps its time."),
    "cadence": gettext_lazy("Everything you follow is told as often as that from now on."),
    "paused": gettext_lazy("Paused: nothing comes until you go on, and nothing is sent later."),
    "resumed": gettext_lazy("Messages come again from now on."),
    "tested": gettext_lazy("A test message is on its way; it comes within seconds, also in quiet"
                           " hours. Below stands how it went."),
    "place-paused": gettext_lazy("Nothing goes there until you go on."),
    "place-resumed": gettext_lazy("Messages go there again from now on."),
    "place-ended": gettext_lazy("Removed: nothing goes there any more, and its address is gone."),
    "remembered": gettext_lazy("This browser remembers it."),
    "forgotten": gettext_lazy("This browser has forgotten it. The address of this page still leads"
                              " here."),
    "renewed": gettext_lazy("This page has a new address, and so have your feed and your calendar."
                            " The old ones lead nowhere."),
    "gathered": gettext_lazy("Gathered: all of it is here now."),
}  # fmt: skip
"""What was done, by its name in the address that tells it."""


def done_sentences(names: Iterable[str]) -> list[str]:
    """Return what was just done, a sentence each; names that say nothing are left out."""
    known = dict(DONE)
    for part in PARTS:
        known |= part.done
    return [str(known[name]) for name in list(names)[:4] if name in known]


def condition_of(key: Key) -> str:
    """Return the condition that a key sets: falls under 90 %; empty for one without."""
    value = {"n": key.value}
    match key.sign:
        case "score<":
            return _("when its score falls under %(n)s") % value
        case "score>=":
            return _("when its score reaches %(n)s") % value
        case "reviews>=":
            return ngettext(
                "when it has %(n)s review", "when it has %(n)s reviews", key.value
            ) % value  # fmt: skip
        case "ahead=":
            return _("%(time)s ahead of its premiere") % {"time": ahead_of(key.value)}
    return ""


def ahead_of(minutes: int) -> str:
    """Return so many minutes in the largest unit that they fill: an hour, 3 days."""
    if minutes % 1440:
        hours = minutes // 60
        return ngettext("%(n)s hour", "%(n)s hours", hours) % {"n": hours}
    days = minutes // 1440
    return ngettext("%(n)s day", "%(n)s days", days) % {"n": days}


def kinds_line(kinds: Sequence[NoticeKind]) -> str:
    """Return the titles of kinds in one line: Scores, Badges."""
    return ", ".join(_(kind.title) for kind in kinds)


def expected(lately: Counter[str]) -> str:
    """Return in a sentence how much came in the last 90 days, which is what may be expected."""
    total = lately.total()
    if not total:
        return _("None of this came in the last 90 days.")
    return ngettext(
        "All of this together came %(n)s time in the last 90 days.",
        "All of this together came %(n)s times in the last 90 days.",
        total,
    ) % {"n": total}


def often(count: int) -> str:
    """Return how often something came in the last 90 days."""
    if not count:
        return _("not once in the last 90 days")
    return ngettext(
        "%(n)s time in the last 90 days", "%(n)s times in the last 90 days", count
    ) % {"n": count}  # fmt: skip
