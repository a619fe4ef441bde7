"""Saved queries: the list of them, each with its answer, and the answers as files."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.shortcuts import render
from django.urls import reverse
from django.views.decorators.http import require_safe

from clapometer.citing.files import table_csv
from clapometer.queries.answering import as_object
from clapometer.queries.parameters import QueryRefused
from clapometer.queries.table import QUERIES
from clapometer.site.asking import AskRefused
from clapometer.site.freshness import fresh
from clapometer.site.picker import Picker
from clapometer.site.querypage import (
    asked_answer,
    fields_of,
    follow_key_of,
    heads_of,
    lines_of,
    query_string,
)

from .refusals import refuse


@require_safe
@fresh
def every(request: HttpRequest, *, position: int) -> HttpResponse:
    """Return the list of all queries."""
    return render(request, "site/queries.html", {"queries": QUERIES, "position": position})


@require_safe
@fresh
def page(request: HttpRequest, name: str, *, position: int) -> HttpResponse:
    """Return a query with its answer and the form of its parameters."""
    if name not in QUERIES:
        raise Http404
    try:
        answered, asked = asked_answer(name, request.GET)
    except (AskRefused, QueryRefused) as refusal:
        return refuse(request, str(refusal))
    query = query_string(answered, asked)
    files = [
        (form.upper(), f"{reverse('query_file', args=[name, form])}?{query}")
        for form in ("json", "csv")
    ]
    context = {
        "name": name,
        "query": answered.query,
        "answered": answered,
        "asked": asked,
        "fields": fields_of(answered),
        "heads": heads_of(answered.query),
        "lines": lines_of(answered),
        "files": files,
        "follow_key": follow_key_of(answered),
        "picker": Picker.of(asked),
        "position": answered.position,
    }
    return render(request, "site/query.html", context)


@require_safe
@fresh
def file(request: HttpRequest, name: str, form: str, *, position: int) -> HttpResponse:
    """Return the answer as JSON or CSV."""
    if name not in QUERIES:
        raise Http404
    try:
        answered, _ = asked_answer(name, request.GET)
    except (AskRefused, QueryRefused) as refusal:
        if form == "json":
            return JsonResponse({"error": str(refusal)}, status=400)
        return refuse(request, str(refusal))
    if form == "json":
        return JsonResponse(as_object(answered), json_dumps_params={"ensure_ascii": False})
    text = table_csv(list(answered.columns), [list(row.values()) for row in answered.rows])
    response = HttpResponse(text, "text/csv; charset=utf-8")
    response.headers["Content-Disposition"] = f'attachment; filename="{name}.csv"'
    return response
