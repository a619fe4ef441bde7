"""What templates print for editors alone."""

from __future__ import annotations

from typing import Any

from django import template

from clapometer.site.editing import addable, saved_fact

register = template.Library()


@register.inclusion_tag("site/saved.html", takes_context=True)
def saved_notice(context: dict[str, Any]) -> dict[str, object]:
    """Print what was just saved, with the button that takes it back."""
    request = context["request"]
    return {"told": saved_fact(request), "back": request.path}


@register.inclusion_tag("site/addable.html", takes_context=True)
def addable_here(context: dict[str, Any]) -> dict[str, object]:
    """Print what can be added to the work of the page."""
    work = context["work"]
    return {"groups": addable(work, context["request"].path)}
