"""Taking in: links, a pasted text or a file; what came of each, and nothing lost with the page."""

from __future__ import annotations

from datetime import date

from django.core.files.uploadedfile import UploadedFile
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path, reverse
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods, require_POST

from clapometer.desk.days import DayRefused, read_day
from clapometer.desk.intake.asked import LONGEST_TEXT, Asked, TakingRefused, asked_of
from clapometer.desk.intake.listed import take_list, work_off
from clapometer.desk.proposals.models import Reading
from clapometer.desk.proposals.queue import Filter, offered, queue
from clapometer.desk.proposals.sweeping import sweep
from clapometer.desk.reviewtyping import zone_of_site
from clapometer.instants import now, to_datetime
from clapometer.readers.text import LIMITS, clean_name

from .acting import actor_of
from .inputs import Input, complaints
from .queueshown import KIND_WORDS
from .taken import taken_in

MOST_BYTES = 8 << 20
AT_ONCE_SECONDS = 0.5
"""After so long nothing more is begun with, so that an answer never waits for a whole list."""
_TYPES = {"html": "text/html", "htm": "text/html", "xhtml": "application/xhtml+xml"}


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Show the form and what came of what was taken in; sent back, it is put on the list."""
    if request.method != "POST":
        return _page(request)
    wrong: dict[str, str] = {}
    day, found = _day(request, wrong), _file(request, wrong)
    text = request.POST.get("text", "")[: LONGEST_TEXT + 1]
    if text.strip():
        found = [*asked_of(text, published=day), *found]
    if not found and not wrong:
        wrong["text"] = _("Paste links, one a line, or a text; or give a file.")
    if wrong:
        return _page(request, wrong=wrong)
    taken = take_list(found, actor_of(request), now=False)
    _name_outlet([one.reading.id for one in taken if one.reading], request)
    sweep()
    refused = [one.problem for one in taken if one.problem]
    if refused:
        return _page(request, refused=refused, wrong={}, told=len(taken) > len(refused))
    return HttpResponseRedirect(f"{reverse('take_in')}?listed")


@require_POST
def take_next(request: HttpRequest) -> HttpResponse:
    """Read what waits longest; answer the page's script with how far everything is."""
    work_off(AT_ONCE_SECONDS)
    if request.POST.get("part"):
        return render(request, "desk/taken_part.html", _progress(request))
    return HttpResponseRedirect(f"{reverse('take_in')}?listed")


def _day(request: HttpRequest, wrong: dict[str, str]) -> date | None:
    try:
        at = read_day(request.POST.get("published", "")[:100], zone_of_site(), now())[0]
    except DayRefused as refusal:
        wrong["published"] = str(refusal)
        return None
    return None if at is None else to_datetime(at).astimezone(zone_of_site()).date()


def _file(request: HttpRequest, wrong: dict[str, str]) -> list[Asked | TakingRefused]:
    file = request.FILES.get("file")
    if not isinstance(file, UploadedFile):
        return []
    if (file.size or 0) > MOST_BYTES:
        wrong["file"] = _("The file is larger than 8 MiB; no page of a story is.")
        return []
    kind = _TYPES.get((file.name or "").rpartition(".")[2].casefold(), "text/plain")
    return [Asked(how="file", data=file.read(), content_type=kind)]


def _name_outlet(readings: list[int], request: HttpRequest) -> None:
    """Note the outlet that the editor names where the text does not tell it."""
    outlet = clean_name(request.POST.get("outlet", ""))[: LIMITS["outlet"]]
    if outlet:
        Reading.objects.filter(id__in=readings, outlet="").update(outlet=outlet)


def _progress(request: HttpRequest) -> dict[str, object]:
    counts = offered().kinds
    return {
        "taken": taken_in(actor_of(request)),
        "waiting_texts": Reading.objects.filter(state="waiting").exclude(link="").count(),
        "left": queue(Filter()).count(),
        "kinds": [
            (name, word, counts[name]) for name, word in KIND_WORDS.items() if name in counts
        ],
    }


def _page(
    request: HttpRequest,
    *,
    wrong: dict[str, str] | None = None,
    refused: list[str] | None = None,
    told: bool = False,
) -> HttpResponse:
    bad = wrong or {}
    inputs = _inputs(request, bad)
    context = {
        **_progress(request),
        "text": inputs[0],
        "inputs": inputs[1:],
        "complaints": complaints(inputs),
        "file_wrong": bad.get("file", ""),
        "refused": refused or [],
        "told": told,
        "listed": "listed" in request.GET and not bad,
        "more": bool(bad.get("published") or bad.get("file")),
    }
    return render(request, "desk/take.html", context, status=400 if bad or refused else 200)


def _inputs(request: HttpRequest, wrong: dict[str, str]) -> list[Input]:
    sent = request.POST
    return [
        Input(
            "text", _("Links, one a line, or a text"), sent.get("text", ""), "area",
            hint=_("At most 50 links at a time. A text is read as one story."),
            wrong=wrong.get("text", ""), first="listed" not in request.GET,
        ),
        Input("outlet", _("Outlet of a text"), sent.get("outlet", ""), longest=LIMITS["outlet"]),
        Input(
            "published", _("Published"), sent.get("published", ""),
            hint=_("today, yesterday, a date in any form; goes before what the page says"),
            wrong=wrong.get("published", ""),
        ),
    ]  # fmt: skip


PATTERNS = [
    re_path(r"^desk/take$", take_in, name="take_in"),
    re_path(r"^desk/take/next$", take_next, name="take_next"),
]
