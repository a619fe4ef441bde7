"""Coming in by a one-time link. Looking at it uses nothing up: programs preview links too."""

from __future__ import annotations

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import record_authentication
from allauth.account.internal.flows.logout import logout
from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.views.decorators.http import require_http_methods

from clapometer.accounts.forms import AcceptForm
from clapometer.accounts.invitations import accept, find
from clapometer.accounts.models import Invitation, Member
from clapometer.accounts.roles import ROLES

LIMITS = {"invitation": "30/m/ip"}


@require_http_methods(["GET", "HEAD", "POST"])
def invitation(request: HttpRequest, token: str) -> HttpResponse:
    """Return the page of a link; sent back, it makes its person a member and signs them in."""
    refused = ratelimit.consume_or_429(
        request, app="clapometer.accounts", action="invitation", config=LIMITS, limit_get=True
    )
    if refused:
        return refused
    found = find(token)
    if found is None:
        return _gone(request)
    form = AcceptForm(request.POST if request.method == "POST" else None, named=bool(found.email))
    if request.method == "POST" and form.is_valid():
        member = accept(token, **form.cleaned_data)
        return _let_in(request, member) if member else _gone(request)
    return _page(request, found, form)


def _page(request: HttpRequest, found: Invitation, form: AcceptForm) -> HttpResponse:
    known = Member.objects.filter(email=found.email).first() if found.email else None
    context = {"form": form, "found": found, "known": known, "role": ROLES[found.role]}
    return render(request, "accounts/invitation.html", context)


def _gone(request: HttpRequest) -> HttpResponse:
    return render(request, "accounts/gone.html", status=404)


def _let_in(request: HttpRequest, member: Member) -> HttpResponse:
    logout(request)
    record_authentication(request, member, method="link")
    get_adapter().login(request, member)
    return HttpResponseRedirect(resolve_url("account"))
