"""What holds for every page: the content security policy, and bounds on what is asked and sent."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from .asking import LONGEST_QUERY
from .views.refusals import refuse

# A poster with its form is the most that anybody sends; more is not read, whoever sends it.
LARGEST_BODY = 16 * 1024 * 1024
POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; manifest-src 'self'; form-action 'self'; base-uri 'none';"
    " frame-ancestors 'none'"
)


def page_policy(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Return a middleware that sends the policy with every answer."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            response = refuse(request, _("The address is too long; leave out what is not needed."))
        elif _length_of(request) > LARGEST_BODY:
            told = _("That is too large to send: %(most)s MiB are the most.")
            response = refuse(request, told % {"most": LARGEST_BODY // 1024**2}, status=413)
        else:
            response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return middleware


def _length_of(request: HttpRequest) -> int:
    text = str(request.META.get("CONTENT_LENGTH") or "0")
    return int(text) if text.isascii() and text.isdigit() else 0
