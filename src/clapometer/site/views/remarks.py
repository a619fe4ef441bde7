"""Saying something of a story, and taking it away again."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from clapometer.accounts.reading import reader_of
from clapometer.ledger.reading import head
from clapometer.site.press.addresses import story_address
from clapometer.site.press.talk import read_talk
from clapometer.stories.models import Remark
from clapometer.stories.reading import story_numbered
from clapometer.stories.remarks import RemarkRefused, erase, has_discussion, post_remark

from .press import story_context


@never_cache
@require_POST
def post(request: HttpRequest, number: str) -> HttpResponse:
    """Take a remark on a story, which then waits for an editor."""
    reader, story = reader_of(request), story_numbered(int(number))
    if reader is None or story is None or not has_discussion():
        raise Http404
    text = request.POST.get("text", "")
    try:
        post_remark(story.id, reader.id, text)
    except RemarkRefused as refused:
        context = story_context(request, story, head()[0])
        context["talk"] = read_talk(story.id, reader, text, str(refused))
        return render(request, "site/press/story.html", context, status=400)
    return HttpResponseRedirect(f"{story_address(story.id)}#discussion")


@never_cache
@require_POST
def erase_own(request: HttpRequest, number: str) -> HttpResponse:
    """Erase a remark of the reader's own."""
    reader = reader_of(request)
    found = Remark.objects.filter(id=int(number)).first()
    if reader is None or found is None or not erase(found.id, reader.id):
        raise Http404
    return HttpResponseRedirect(f"{story_address(found.story)}#discussion")
