"""A member's own account: what is stored, the name, all sessions, the end of it."""

from __future__ import annotations

from allauth.account.internal.flows.logout import logout
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import render, resolve_url
from django.views.decorators.http import require_http_methods, require_POST, require_safe

from clapometer.accounts import members
from clapometer.accounts.forms import NameForm, passkeys_of
from clapometer.accounts.models import Member
from clapometer.accounts.proof import with_proof
from clapometer.accounts.reading import reader_of
from clapometer.accounts.roles import ROLES


def _me(request: HttpRequest) -> Member:
    member = reader_of(request)
    assert member, "the gate lets only members come here"
    return member


@require_safe
def account(request: HttpRequest) -> HttpResponse:
    """Return the page of one's own account."""
    return _page(request, NameForm(initial={"name": _me(request).name}))


def _page(request: HttpRequest, form: NameForm) -> HttpResponse:
    member = _me(request)
    context = {"form": form, "passkeys": passkeys_of(member), "may": ROLES[member.role].may}
    return render(request, "accounts/account.html", context)


@require_POST
def rename(request: HttpRequest) -> HttpResponse:
    """Change the shown name; an empty one erases it."""
    form = NameForm(request.POST)
    if not form.is_valid():
        return _page(request, form)
    Member.objects.filter(pk=_me(request).pk).update(name=form.cleaned_data["name"])
    return HttpResponseRedirect(resolve_url("account"))


@require_POST
def sign_out_everywhere(request: HttpRequest) -> HttpResponse:
    """End all of one's own sessions, this one too."""
    members.end_sessions(_me(request))
    logout(request)
    return HttpResponseRedirect(resolve_url("account_login"))


@require_http_methods(["GET", "HEAD", "POST"])
@with_proof
def delete(request: HttpRequest) -> HttpResponse:
    """Ask whether the account shall go, and let it go."""
    if request.method == "POST":
        member = _me(request)
        try:
            members.remove(member, member.actor)
        except members.MemberRefused as refusal:
            return render(request, "accounts/delete.html", {"refusal": str(refusal)}, status=409)
        logout(request)
        return HttpResponseRedirect(resolve_url("home"))
    return render(request, "accounts/delete.html")
