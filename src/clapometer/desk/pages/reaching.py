"""How many would be told, in words: “2 followers: 1 by mail, 1 by webhook”."""

from __future__ import annotations

from django.utils.functional import Promise
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, ngettext

from clapometer.alerts.editing.foretelling import Foretold
from clapometer.alerts.editing.reach import Reach

PLACES: dict[str, Promise] = {
    "webpush": gettext_lazy("push"),
    "mail": gettext_lazy("mail"),
    "webhook": gettext_lazy("webhooks"),
    "apprise": gettext_lazy("other services"),
    "websub": gettext_lazy("hubs"),
}
"""Channels by what an editor calls them."""


def reach_words(reach: Reach) -> str:
    """Return whom a message would go to, in one line."""
    if not reach.followers:
        return _("nobody follows it")
    total = _counted(
        ngettext("%(n)s follower", "%(n)s followers", reach.followers), reach.followers, reach
    )
    places = [
        _("%(channel)s %(n)s")
        % {"channel": str(PLACES.get(name, name)), "n": _number(count, reach)}
        for name, count in reach.by_channel.items()
    ]
    if reach.in_digests:
        places.append(_("in digests %(n)s") % {"n": _number(reach.in_digests, reach)})
    return f"{total}: {', '.join(places)}" if places else total


def ahead_words(ahead: Foretold) -> str:
    """Return what saying something would lead to, in one sentence."""
    told = {"reach": reach_words(ahead.reach), "n": ahead.settles // 60}
    if ahead.waits:
        return _("This would tell %(reach)s, once an editor releases it.") % told
    return ngettext(
        "This would tell %(reach)s, in %(n)s minute, unless it is held or corrected before.",
        "This would tell %(reach)s, in %(n)s minutes, unless it is held or corrected before.",
        ahead.settles // 60,
    ) % told  # fmt: skip


def _counted(words: str, count: int, reach: Reach) -> str:
    return words % {"n": _number(count, reach)}


def _number(count: int, reach: Reach) -> str:
    """Return a number; one that was reckoned to two digits, because it is no more exact."""
    if not reach.about:
        return f"{count:,}"
    step = 10 ** max(0, len(str(count)) - 2)
    return _("about %(n)s") % {"n": f"{round(count / step) * step:,}"}
