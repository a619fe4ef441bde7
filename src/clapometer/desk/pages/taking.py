"""Taking in: links, a pasted text or a file; what came of each is shown one by one."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import re_path
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_http_methods


@never_cache
@require_http_methods(["GET", "HEAD", "POST"])
def take_in(request: HttpRequest) -> HttpResponse:
    """Show the form."""
    return render(request, "desk/take.html", {})


PATTERNS = [re_path(r"^desk/take$", take_in, name="take_in")]
