"""The pages on which an editor corrects what is said of a story, and takes a story back."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.urls import re_path
from django.utils.translation import gettext as _
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from clapometer.accounts.reading import actor_of
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.storying import (
    FIELDS,
    PUBLISHED,
    TOPICS,
    correct_story,
    take_story_back,
    typed_of,
)
from clapometer.site.press.addresses import story_address
from clapometer.site.press.rows import headline_of
from clapometer.stories.models import Story
from clapometer.stories.reading import story_numbered

from .inputs import Input, complaints

_METHODS = require_http_methods(["GET", "HEAD", "POST"])


@never_cache
@_METHODS
def correct(request: HttpRequest, number: str) -> HttpResponse:
    """Ask what is said of a story, then correct it."""
    story = _story(number)
    if request.method != "POST":
        return _page(request, story, _fields(typed_of(story)), _("Correct the story"), _("Save"))
    typed = {name: request.POST.get(name, "") for name in typed_of(story)}
    try:
        correct_story(story.id, typed, actor_of(request))
    except EntryRefused as refused:
        inputs = _fields(typed, refused)
        return _page(request, story, inputs, _("Correct the story"), _("Save"), refused)
    return HttpResponseRedirect(story_address(story.id))


@never_cache
@_METHODS
def take_back(request: HttpRequest, number: str) -> HttpResponse:
    """Ask for the reason, then take a story back."""
    story, reason = _story(number), request.POST.get("reason", "")
    title, button = _("Take the story back"), _("Take it back")
    if request.method != "POST":
        return _page(request, story, _reason(""), title, button)
    try:
        take_story_back(story.id, reason, actor_of(request))
    except EntryRefused as refused:
        return _page(request, story, _reason(reason, refused), title, button, refused)
    return HttpResponseRedirect(story_address(story.id))


def _story(number: str) -> Story:
    found = story_numbered(int(number))
    if found is None:
        raise Http404
    return found


def _fields(typed: dict[str, str], refused: EntryRefused | None = None) -> list[Input]:
    told = [(field.name, _(field.label), _(field.means), field.required) for field in FIELDS]
    day = _("A day, month, year or instant; empty where it is not known.")
    told += [(PUBLISHED, _("Published"), day, False)]
    told += [(TOPICS, _("Topics"), _("Parted by semicolons."), False)]
    return [
        Input(
            name,
            label,
            value=typed.get(name, ""),
            hint=hint,
            wrong=refused.of(name) if refused else "",
            required=needed,
            first=name == FIELDS[0].name,
        )
        for name, label, hint, needed in told
    ]


def _reason(value: str, refused: EntryRefused | None = None) -> list[Input]:
    hint = _("One sentence, for everybody to read. The facts that it states stay.")
    wrong = refused.of("reason") if refused else ""
    return [Input("reason", _("Reason"), value, hint=hint, wrong=wrong, required=True, first=True)]


def _page(
    request: HttpRequest,
    story: Story,
    inputs: list[Input],
    title: str,
    button: str,
    refused: EntryRefused | None = None,
) -> HttpResponse:
    context = {
        "title": title,
        "button": button,
        "headline": headline_of(story),
        "back": story_address(story.id),
        "inputs": inputs,
        "complaints": complaints(inputs),
        "wrong": refused.of("") if refused else "",
    }
    return render(request, "desk/story.html", context, status=400 if refused else 200)


_ID = r"(?P<number>[0-9]{1,15})"
PATTERNS = [
    re_path(rf"^story/{_ID}/correct$", correct, name="story_correct"),
    re_path(rf"^story/{_ID}/undo$", take_back, name="story_undo"),
]
