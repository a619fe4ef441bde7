"""The page that asks for a second proof: a fresh code, or a passkey."""

from __future__ import annotations

from allauth.core.internal import ratelimit
from allauth.mfa.base.internal.flows import post_authentication
from allauth.mfa.webauthn.internal import auth
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import render
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods

from clapometer.accounts import proof
from clapometer.accounts.forms import UNFIT, ProofForm, passkeys_of
from clapometer.accounts.models import Member
from clapometer.accounts.places import passkey_trouble
from clapometer.accounts.post import has_mail
from clapometer.accounts.reading import reader_of

LIMITS = {"proof": "20/m/user,60/h/user"}


@require_http_methods(["GET", "HEAD", "POST"])
def prove(request: HttpRequest) -> HttpResponse:
    """Return the page; sent back, it sends a code, takes one, or takes a passkey's answer."""
    member = reader_of(request)
    assert member, "the gate lets only members come here"
    if request.method != "POST":
        if request.headers.get("Accept") == "application/json":
            # Asked for without a name, so that the device makes sure who holds it.
            return JsonResponse({"request_options": auth.begin_authentication(None)})
        return _go_on(request) if proof.is_proved(request) else _page(request, member)
    refused = ratelimit.consume_or_429(
        request, app="clapometer.accounts", action="proof", config=LIMITS, user=member
    )
    return refused or _take(request, member)


def _take(request: HttpRequest, member: Member) -> HttpResponse:
    if "credential" in request.POST:
        return _take_passkey(request, member)
    if "code" not in request.POST:
        proof.send_fresh_code(request, member)
        return _page(request, member)
    if proof.take_code(request, member, request.POST["code"][:100]):
        return _go_on(request)
    return _page(request, member, _("This is not the code, or it is no longer valid."))


def _take_passkey(request: HttpRequest, member: Member) -> HttpResponse:
    form = ProofForm(request.POST, member=member)
    if not form.is_valid():
        return _page(request, member, str(UNFIT))
    post_authentication(request, form.cleaned_data["credential"], reauthenticated=True)
    return _go_on(request)


def _page(request: HttpRequest, member: Member, refusal: str = "") -> HttpResponse:
    context = {
        "refusal": refusal,
        "awaits": proof.awaits_code(request),
        "has_mail": has_mail(),
        "minutes": proof.CODE_MINUTES,
        "passkeys": bool(passkeys_of(member)) and not passkey_trouble(request),
    }
    return render(request, "accounts/prove.html", context, status=400 if refusal else 200)


def _go_on(request: HttpRequest) -> HttpResponse:
    """Return the way on: to the page that waits, or the button that sends its form again."""
    path, fields = proof.pending(request)
    proof.forget_pending(request)
    if fields is None:
        return HttpResponseRedirect(path)
    return render(request, "accounts/proved.html", {"path": path, "fields": fields})
