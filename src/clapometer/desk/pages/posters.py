"""Uploading a poster of a work, with its licence and credit."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, render
from django.urls import URLPattern, re_path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from clapometer.accounts.reading import actor_of
from clapometer.catalogue.facts.posters import POSTER
from clapometer.catalogue.models import Work
from clapometer.desk.entering import once
from clapometer.desk.posters import FILE, TYPED, add_poster
from clapometer.desk.submissions import new_token, written_by
from clapometer.facts.typed import FactRefused, Problem
from clapometer.readers.pictures.bounds import BYTES, FORMATS
from clapometer.site.addresses import work_address

from .factinputs import inputs_of
from .inputs import complaints
from .returning import saved, where_back

_METHODS = require_http_methods(["GET", "HEAD", "POST"])


@_METHODS
def add(request: HttpRequest, number: int) -> HttpResponse:
    """Show the form; sent back, keep the picture and state it as the work's poster."""
    work = get_object_or_404(Work.objects.select_related("parent"), id=number)
    actor, token = actor_of(request), request.POST.get("token", "")
    typed = {name: request.POST.get(name, "") for name in TYPED}
    back = where_back(request, work_address(work))
    if request.method != "POST":
        return _form(request, work, typed, back)
    entry = written_by(token, actor)
    if entry:
        return saved(back, entry)
    try:
        data = _uploaded(request)
        entry = once(actor, token, lambda: add_poster(work.id, data, typed, actor).seq)
    except FactRefused as refused:
        return _form(request, work, typed, back, refused.problems)
    return saved(back, entry)


def _uploaded(request: HttpRequest) -> bytes:
    """Return the bytes of the file. Raises FactRefused where there is none, or too large a one."""
    file = request.FILES.get(FILE)
    if file is None:
        raise FactRefused(Problem(FILE, _("No picture was chosen.")))
    # One byte more than may be: the reader of pictures says what is wrong with it.
    return file.read(BYTES + 1)


def _form(
    request: HttpRequest,
    work: Work,
    typed: Mapping[str, str],
    back: str,
    problems: Sequence[Problem] = (),
) -> HttpResponse:
    inputs = [one for one in inputs_of(POSTER, typed, problems) if one.name in TYPED]
    wrong = {problem.field: problem.sentence for problem in problems}
    named = {one.name for one in inputs} | {FILE}
    context = {
        "work": work,
        "inputs": inputs,
        "wrong": wrong.get(FILE, ""),
        "refusal": " ".join(wrong[name] for name in wrong if name not in named),
        "complaints": complaints(inputs),
        "accepted": ",".join(f"image/{name.lower()}" for name in FORMATS),
        "formats": ", ".join(FORMATS),
        "megabytes": BYTES // 1024**2,
        "token": request.POST.get("token") or new_token(),
        "next": request.POST.get("next") or request.GET.get("next", ""),
        "back": back,
    }
    return render(request, "desk/poster_form.html", context, status=400 if problems else 200)


PATTERNS: list[URLPattern] = [
    re_path(r"^work/w(?P<number>[0-9]{1,15})/add/poster$", never_cache(add), name="poster_add"),
]
