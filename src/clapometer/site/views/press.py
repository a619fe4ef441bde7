"""The pages of stories and topics, and their feeds."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, HttpResponseRedirect, QueryDict
from django.shortcuts import render
from django.urls import reverse
from django.utils.http import http_date
from django.utils.translation import gettext as _
from django.views.decorators.http import require_safe

from clapometer.accounts.reading import reader_of
from clapometer.alerts.channels.feed.entries import MOST
from clapometer.alerts.channels.feed.writing import FORMS, Feed
from clapometer.alerts.kinds import SECOND
from clapometer.ledger.reading import read_some
from clapometer.site.addresses import absolute
from clapometer.site.freshness import fresh, fresh_with
from clapometer.site.paging import paging_of
from clapometer.site.press.addresses import topic_address
from clapometer.site.press.feeds import feed_of
from clapometer.site.press.listing import PAGE, chosen, outlets, read_choice, title_of, topics
from clapometer.site.press.rows import rows_of
from clapometer.site.press.storypage import read_story_page
from clapometer.site.press.talk import read_talk
from clapometer.site.words import moment_of
from clapometer.stories.models import Story, Topic
from clapometer.stories.reading import newest_first, story_numbered, topic_called, under_topic
from clapometer.stories.remarks import state_of

from .refusals import refuse


def _said(number: str) -> str:
    """Return what the page of a story depends on beside the ledger: what is said of it."""
    return state_of(int(number))


@require_safe
@fresh_with(_said)
def story(request: HttpRequest, number: str, *, position: int) -> HttpResponse:
    """Return the page of a story."""
    found = story_numbered(int(number))
    if found is None:
        return _gone(request, int(number))
    return render(request, "site/press/story.html", story_context(request, found, position))


def story_context(request: HttpRequest, found: Story, position: int) -> dict[str, object]:
    """Return what the page of a story is printed from."""
    page = read_story_page(found)
    return {
        "page": page,
        "talk": read_talk(found.id, reader_of(request)),
        "canonical": absolute(page.row.url),
        "position": position,
    }


def _gone(request: HttpRequest, number: int) -> HttpResponse:
    """Return the page of a story that was taken back, with the reason. Raises Http404."""
    was = Story.objects.filter(id=number).exclude(undone=None).first()
    if was is None or was.undone is None:
        raise Http404
    entry = read_some([was.undone])[was.undone]
    sentence = _("This story was taken back on %(when)s.") % {"when": moment_of(entry.recorded_at)}
    reason = str(entry.data.get("reason", ""))
    if reason:
        sentence += " " + _("Reason: %(reason)s") % {"reason": reason}
    return refuse(request, sentence, status=410)


@require_safe
@fresh
def stories(request: HttpRequest, *, position: int) -> HttpResponse:
    """Return the list of stories, all or as chosen by outlet, work and month."""
    choice, page = read_choice(request.GET.dict()), request.GET.get("page", "")
    own = choice.address(page)
    if QueryDict(own.partition("?")[2]) != request.GET:
        # A form sends every field, empty ones too; the page has one address.
        return HttpResponseRedirect(own)
    found = chosen(choice)
    total = found.count()
    paging = paging_of(page, total, PAGE, choice.address)
    context = {
        "choice": choice,
        "title": title_of(choice),
        "rows": rows_of(list(found[paging.part])),
        "total": total,
        "paging": paging,
        "outlets": outlets(),
        "canonical": absolute(own),
        "position": position,
    }
    return render(request, "site/press/stories.html", context)


@require_safe
@fresh
def every_topic(request: HttpRequest, *, position: int) -> HttpResponse:
    """Return the list of topics."""
    return render(request, "site/press/topics.html", {"topics": topics(), "position": position})


@require_safe
@fresh
def topic(request: HttpRequest, slug: str, *, position: int) -> HttpResponse:
    """Return the page of a topic with its stories."""
    found, page = _topic(slug), request.GET.get("page", "")
    every = under_topic(slug)
    total = every.count()
    paging = paging_of(page, total, PAGE, lambda one: topic_address(slug, one))
    context = {
        "topic": found,
        "rows": rows_of(list(every[paging.part])),
        "total": total,
        "paging": paging,
        "follow_key": f"topic:{slug}",
        "canonical": absolute(topic_address(slug, page)),
        "position": position,
    }
    return render(request, "site/press/topic.html", context)


def _topic(slug: str) -> Topic:
    found = topic_called(slug)
    if found is None:
        raise Http404
    return found


@require_safe
@fresh
def stories_feed(request: HttpRequest, form: str, *, position: int) -> HttpResponse:
    """Return the newest stories as a feed."""
    every = list(newest_first(Story.objects.all())[:MOST])
    address, home = reverse("stories_feed", args=[form]), reverse("stories")
    told = feed_of("stories", _("Stories"), address, home, every, _since(position))
    return _sent(told, form)


@require_safe
@fresh
def topic_feed(request: HttpRequest, slug: str, form: str, *, position: int) -> HttpResponse:
    """Return the newest stories of a topic as a feed."""
    found, every = _topic(slug), list(under_topic(slug)[:MOST])
    address = reverse("topic_feed", args=[slug, form])
    name, home = f"topic:{slug}", topic_address(slug)
    return _sent(feed_of(name, found.title, address, home, every, _since(position)), form)


def _since(position: int) -> int:
    entry = read_some([position]).get(position)
    return entry.recorded_at if entry else 0


def _sent(told: Feed, form: str) -> HttpResponse:
    media, write = FORMS[form]
    response = HttpResponse(write(told), f"{media}; charset=utf-8")
    response.headers["Last-Modified"] = http_date(max(0, told.updated // SECOND))
    return response
