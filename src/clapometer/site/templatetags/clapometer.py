"""What templates print facts with."""

from __future__ import annotations

from django import template
from django.templatetags.static import static

from clapometer.instants import format_instant
from clapometer.site import words
from clapometer.site.charts import drawn_dots
from clapometer.site.freshness import edition

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
