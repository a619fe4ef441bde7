"""What holds for pages about one reader: nobody keeps them, finds them, or learns their address."""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.views.decorators.csrf import csrf_exempt

from clapometer.alerts.capability import follower_of

View = Callable[..., HttpResponse]


def unkept(response: HttpResponse) -> HttpResponse:
    """Return the answer so that no cache and no search engine keeps it."""
    response.headers["Cache-Control"] = "no-store"
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def personal(view: View) -> View:
    """Return a view whose answers nobody keeps."""

    @wraps(view)
    def answer(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        return unkept(view(request, *args, **kwargs))

    return answer


def behind_token(purpose: str) -> Callable[[View], View]:
    """Return what gives a view the follower whose token stands in the address, or a page that says
    that the link leads nowhere.

    The token is the proof: who can write this address may do what it does, and nobody else can. So
    a form sent here needs no other, and works where there are no cookies. The address goes to no
    other site, and not into the form's own `Referer` or `Origin` either.
    """

    def decorate(view: View) -> View:
        @csrf_exempt
        @wraps(view)
        def answer(request: HttpRequest, token: str, **kwargs: Any) -> HttpResponse:
            follower = follower_of(token, purpose)
            response = gone(request) if follower is None else view(request, follower, **kwargs)
            response.headers["Referrer-Policy"] = "no-referrer"
            return unkept(response)

        return answer

    return decorate


def gone(request: HttpRequest) -> HttpResponse:
    """Return the page of a link that leads nowhere: the same whether it ever led somewhere."""
    return render(request, "follow/gone.html", status=404)
