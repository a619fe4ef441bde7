"""The facts to cite of a work: the page, and the same set as files."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse, HttpResponsePermanentRedirect
from django.shortcuts import get_object_or_404, render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clapometer.catalogue.models import Work
from clapometer.citing.files import as_csv, as_json, as_markdown
from clapometer.citing.gathering import cite
from clapometer.citing.items import Cited
from clapometer.sentences.languages import LANGUAGES
from clapometer.sentences.voice import Voice
from clapometer.site import citepictures
from clapometer.site.addresses import cite_address, work_address
from clapometer.site.asking import Asked, AskRefused, read_asked
from clapometer.site.citepage import STYLE_TITLES, file_links, groups_of, read_voice
from clapometer.site.freshness import fresh
from clapometer.site.picker import Picker

from .refusals import refuse

# The files that can be taken away: what each is, and what writes it.
WRITERS: dict[str, tuple[str, Callable[[Cited, Voice], str | bytes]]] = {
    "md": ("text/markdown; charset=utf-8", as_markdown),
    "csv": ("text/csv; charset=utf-8", as_csv),
    "json": ("application/json", as_json),
    "svg": ("image/svg+xml", lambda cited, _: citepictures.svg_of(cited)),
    "png": ("image/png", lambda cited, _: citepictures.png_of(cited)),
}


@require_safe
@fresh
def page(request: HttpRequest, number: int, slug: str, *, position: int) -> HttpResponse:
    """Return the page with every fact to cite of a work, as asked for by both clocks and rule."""
    work = get_object_or_404(Work.objects.select_related("parent"), id=number)
    if slug != work.slug:
        return _moved(request, "cite", work)
    try:
        asked, voice = read_asked(request.GET), read_voice(request.GET)
    except AskRefused as refusal:
        return refuse(request, str(refusal))
    cited = _cited(work, asked, position)
    return render(request, "site/cite.html", _context(cited, asked, voice))


@require_safe
@fresh
def file(request: HttpRequest, number: int, slug: str, form: str, *, position: int) -> HttpResponse:
    """Return the same set as a file."""
    work = get_object_or_404(Work, id=number)
    if slug != work.slug:
        return _moved(request, "cite_file", work, form)
    try:
        asked, voice = read_asked(request.GET), read_voice(request.GET)
    except AskRefused as refusal:
        return refuse(request, str(refusal))
    content_type, write = WRITERS[form]
    response = HttpResponse(write(_cited(work, asked, position), voice), content_type)
    name = f"{work.slug}-{work.public_id}.{form}"
    response.headers["Content-Disposition"] = f'attachment; filename="{name}"'
    return response


def _moved(request: HttpRequest, name: str, work: Work, *more: str) -> HttpResponse:
    query = request.GET.urlencode()
    path = reverse(name, args=[work.id, work.slug, *more])
    return HttpResponsePermanentRedirect(f"{path}?{query}" if query else path)


def _cited(work: Work, asked: Asked, position: int) -> Cited:
    rule = asked.rule if asked.rule_named else None
    return cite(work, position=position, at=asked.at, known=asked.known, rule=rule)


def _context(cited: Cited, asked: Asked, voice: Voice) -> dict[str, object]:
    work = cited.work
    files = file_links(work, asked, voice)
    return {
        "work": work,
        "follow_key": f"work:{work.id}",
        "asked": asked,
        "voice": voice,
        "cited": cited,
        "groups": groups_of(cited, voice),
        "files": files,
        "picture": dict(files)["PNG"] if any(one.kind == "score" and one.about.id == work.id
                                             for one in cited.items) else "",
        "styles": STYLE_TITLES,
        "languages": {code: one.name for code, one in LANGUAGES.items()},
        "permalink": cited.permalink(voice=voice),
        "work_url": work_address(work, asked.query()),
        "path": cite_address(work),
        "picker": Picker.of(asked),
        "position": cited.position,
    }  # fmt: skip
