"""The remarks of members that wait: an editor lets each, hides it, or erases it."""

from __future__ import annotations

from typing import NamedTuple

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST, require_safe

from clapometer.accounts.reading import actor_of
from clapometer.site.press.addresses import story_address
from clapometer.site.press.rows import headline_of
from clapometer.site.words import moment_of
from clapometer.stories.reading import stories_numbered
from clapometer.stories.remarks import decide, erase, has_discussion, waiting_remarks

ANSWERS = {"show": "shown", "hide": "hidden"}
"""What an editor can answer, and the state that a remark is in then; it can also be erased."""


class Waiting(NamedTuple):
    """A remark that waits, with the story that it is of."""

    number: int
    name: str
    when: str
    text: str
    headline: str
    url: str


@never_cache
@require_safe
def remarks(request: HttpRequest) -> HttpResponse:
    """Show what waits, the longest first."""
    found = waiting_remarks()
    stories = stories_numbered(one.story for one in found)
    rows = [
        Waiting(
            one.id,
            one.member.name or one.member.actor,
            moment_of(one.posted_at),
            one.text,
            headline_of(stories[one.story]) if one.story in stories else _("a story taken back"),
            story_address(one.story),
        )
        for one in found
    ]
    return render(request, "desk/remarks.html", {"rows": rows, "on": has_discussion()})


@never_cache
@require_POST
def answer(request: HttpRequest, number: str) -> HttpResponse:
    """Show, hide or erase a remark, and go on with the next."""
    said = request.POST.get("do", "")
    if said == "erase":
        done = erase(int(number))
    else:
        done = said in ANSWERS and decide(int(number), ANSWERS[said], actor_of(request))
    if not done:
        raise Http404
    return HttpResponseRedirect(reverse("remarks"))


PATTERNS = [
    re_path(r"^desk/remarks$", remarks, name="remarks"),
    re_path(r"^desk/remarks/(?P<number>[0-9]{1,15})$", answer, name="remark_answer"),
]
