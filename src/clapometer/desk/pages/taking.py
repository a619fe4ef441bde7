"""Taking in: what came of each text is shown one by one, and nothing is lost with the page."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import re_path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods

from .acting import actor_of
from .taken import taken_in


@never_cache
@require_http_methods(["GET", "HEAD"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Show what the editor took in, and what came of it."""
    return render(request, "desk/take.html", {"taken": taken_in(actor_of(request))})


PATTERNS = [re_path(r"^desk/take$", take_in, name="take_in")]
