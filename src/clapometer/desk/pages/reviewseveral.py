"""The page on which several reviews are pasted at once, one a line."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import re_path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clapometer.catalogue.models import Work
from clapometer.desk.reviewlines import MOST, Line, Outcome, enter_lines, foresee_lines, read_lines
from clapometer.desk.submissions import new_token
from clapometer.site.addresses import work_address

from .acting import actor_of
from .inputs import Input, complaints
from .reviewreading import Reading, reading_of

_LONGEST = 200_000


@require_http_methods(["GET", "HEAD", "POST"])
def review_several(request: HttpRequest, number: int) -> HttpResponse:
    """Return the page for many lines; sent back, it shows how each is read, then saves them.

    Lines that cannot be read stay in the field, each with what is wrong.
    """
    work = get_object_or_404(Work.objects.select_related("parent"), id=number)
    text, day = request.POST.get("lines", "")[:_LONGEST], request.POST.get("date", "today")
    lines = read_lines(text, day)
    if not lines or len(lines) > MOST:
        return _page(request, work, text, day, wrong=_wrong(request, lines))
    if request.POST.get("do") != "save" or not request.POST.get("looked"):
        return _page(
            request, work, text, day, outcomes=foresee_lines(work, lines, actor_of(request))
        )
    outcomes = enter_lines(work, lines, actor_of(request), request.POST.get("token", ""))
    left = [one for one in outcomes if one.wrong]
    if not left:
        return HttpResponseRedirect(reverse("review_add", args=[work.id]))
    rest = "\n".join(one.line.text for one in left)
    saved = len(outcomes) - len(left)
    return _page(request, work, rest, day, outcomes=left, saved=saved)


def _wrong(request: HttpRequest, lines: list[Line]) -> str:
    if request.method != "POST":
        return ""
    if not lines:
        return _("Paste at least one line.")
    return _("These are %(n)d lines; at most %(most)d go at once.") % {
        "n": len(lines),
        "most": MOST,
    }


def _page(
    request: HttpRequest,
    work: Work,
    text: str,
    day: str,
    *,
    wrong: str = "",
    outcomes: list[Outcome] | None = None,
    saved: int = 0,
) -> HttpResponse:
    inputs = [
        Input("lines", _("One review a line"), text, "area", wrong=wrong, first=not outcomes,
              hint=_("link, grade, critic, outlet, date; between them a tab, |, ; or a comma")),
        Input("date", _("Published, where a line does not say"), day),
    ]  # fmt: skip
    context = {
        "work": work,
        "work_url": work_address(work),
        "inputs": inputs,
        "complaints": complaints(inputs),
        "outcomes": [(one, _reading(one)) for one in outcomes or ()],
        "saves": any(not one.wrong for one in outcomes or ()),
        "saved": saved,
        "token": new_token(),
    }
    status = 400 if wrong or saved else 200
    return render(request, "desk/review_several.html", context, status=status)


def _reading(outcome: Outcome) -> Reading | None:
    return reading_of(outcome.foreseen) if outcome.foreseen else None


PATTERNS = [
    re_path(
        r"^work/w(?P<number>[0-9]{1,15})/review/several$", review_several, name="review_several"
    ),
]
