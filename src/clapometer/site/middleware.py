"""What holds for every page: the content security policy, and a bound on what is asked."""

from __future__ import annotations

from collections.abc import Callable

from django.http import HttpRequest, HttpResponse
from django.utils.translation import gettext as _

from .asking import LONGEST_QUERY
from .views.refusals import refuse

POLICY = (
    "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self'; font-src 'self';"
    " connect-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'"
)


def page_policy(
    answer: Callable[[HttpRequest], HttpResponse],
) -> Callable[[HttpRequest], HttpResponse]:
    """Return a middleware that sends the policy with every answer."""

    def middleware(request: HttpRequest) -> HttpResponse:
        if len(request.META.get("QUERY_STRING", "")) > LONGEST_QUERY:
            response = refuse(request, _("The address is too long; leave out what is not needed."))
        else:
            response = answer(request)
        response.headers.setdefault("Content-Security-Policy", POLICY)
        return response

    return middleware
