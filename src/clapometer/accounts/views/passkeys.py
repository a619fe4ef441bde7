"""A member's passkeys: making one, and taking one away."""

from __future__ import annotations

from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.internal import auth
from django.db import transaction
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect, JsonResponse
from django.shortcuts import get_object_or_404, render, resolve_url
from django.utils.translation import gettext as _
from django.views.decorators.http import require_http_methods, require_POST

from clapometer.accounts.forms import PasskeyForm, passkeys_of
from clapometer.accounts.places import passkey_trouble
from clapometer.accounts.post import send_passkey_notice
from clapometer.accounts.proof import with_proof
from clapometer.accounts.reading import reader_of
from clapometer.accounts.record import note

MOST = 20


@require_http_methods(["GET", "HEAD", "POST"])
@with_proof
def add(request: HttpRequest) -> HttpResponse:
    """Return the page that makes a passkey; to its script, what to ask of the device."""
    member = reader_of(request)
    assert member
    if request.method == "GET" and request.headers.get("Accept") == "application/json":
        return JsonResponse({"options": auth.begin_registration(member, passwordless=True)})
    full = len(passkeys_of(member)) >= MOST
    form = PasskeyForm(request.POST if request.method == "POST" else None)
    if request.method == "POST" and not full and form.is_valid():
        name = form.cleaned_data["name"] or _("Passkey")
        with transaction.atomic():
            auth.WebAuthn.add(member, name, form.cleaned_data["credential"])
            note("passkey", member.actor, member=member.pk)
        send_passkey_notice(member.email, name)
        return HttpResponseRedirect(resolve_url("account"))
    context = {"form": form, "trouble": passkey_trouble(request), "full": full, "most": MOST}
    return render(request, "accounts/passkey.html", context)


@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Take one of one's own passkeys away."""
    mine = Authenticator.objects.filter(user=reader_of(request))
    get_object_or_404(mine, pk=number, type=Authenticator.Type.WEBAUTHN).delete()
    return HttpResponseRedirect(resolve_url("account"))
