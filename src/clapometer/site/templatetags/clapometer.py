"""What templates print facts with."""

from __future__ import annotations

from django import template
from django.template import Context
from django.templatetags.static import static

from clapometer.instants import format_instant
from clapometer.site import words
from clapometer.site.charts import drawn_dots
from clapometer.site.freshness import edition
from clapometer.site.press.reporting import Reported

register = template.Library()

register.filter("day", words.day_of)
register.filter("moment", words.moment_of)
register.filter("asked_moment", words.asked_moment)
register.filter("iso", format_instant)
register.filter("printed", words.printed)
register.filter("dots", drawn_dots)


@register.simple_tag
def asset(path: str) -> str:
    """Return the address of a static file; it changes with the program, so caches may keep it."""
    return f"{static(path)}?v={edition()[:8]}"


@register.inclusion_tag("site/press/reported_by.html", takes_context=True)
def reported_by(context: Context, fact: int, source: str = "") -> dict[str, object]:
    """Return who reports a fact, where the page has read that (`reported`, by fact).

    `source` stands beside it already: alone it is not named twice.
    """
    reported: Reported | None = (context.get("reported") or {}).get(fact)
    names = [] if reported is None else [name for name, _url in reported.names]
    alone = names == [source] and reported is not None and not reported.more
    return {"reported": reported, "alone": alone}
