"""Signing in by a code or by a passkey, and signing out."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.logout import logout
from allauth.account.internal.stagekit import clear_login
from allauth.account.stages import LoginStage
from allauth.account.utils import get_next_redirect_url
from allauth.account.views import ConfirmLoginCodeView, RequestLoginCodeView
from allauth.mfa.webauthn.views import LoginWebAuthnView
from django.conf import settings
from django.contrib.messages import get_messages
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.views.decorators.http import require_POST

from clapometer.accounts.forms import AddressForm, PasskeySignInForm
from clapometer.accounts.models import Member
from clapometer.accounts.places import passkey_trouble
from clapometer.accounts.post import has_mail, send_code


def _shown(
    request: HttpRequest, given: dict[str, Any], of_allauth: Callable[..., dict[str, Any]]
) -> dict[str, Any]:
    """Return what both pages show; what allauth calls the site is another thing than ours."""
    shown = of_allauth(**given) | {
        "has_mail": has_mail(),
        "next": get_next_redirect_url(request) or "",
    }
    del shown["site"]
    return shown


class SignIn(RequestLoginCodeView):
    """The page that asks for an address, or for a passkey."""

    form_class = AddressForm
    template_name = "accounts/sign_in.html"

    def form_valid(self, form: AddressForm) -> HttpResponse:
        """Send the code. For an address that nobody has the same is done, but for the sending."""
        if form._user is None:
            code = get_adapter().generate_login_code()
            send_code(form.cleaned_data["email"], code, for_show=True)
        return super().form_valid(form)

    def _redirect_to_pending_stage(self, request: HttpRequest, stage: LoginStage) -> None:
        """Forget the code that was asked for: who comes back here wants to begin anew."""
        clear_login(request)

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the page shows."""
        return _shown(self.request, kwargs, super().get_context_data) | {
            "messages": get_messages(self.request),
            "passkey_trouble": passkey_trouble(self.request),
        }


class Code(ConfirmLoginCodeView):
    """The page that asks for the code. It is the same whether the address is known or not."""

    template_name = "accounts/code.html"

    def get_form_kwargs(self) -> dict[str, Any]:
        """Return what the form needs.

        Where the address is nobody's a member is looked for here, as others' are with their code.
        """
        if self.stage.login.user is None:
            Member.objects.filter(pk=0).first()
        return super().get_form_kwargs()

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        """Return what the page shows."""
        return _shown(self.request, kwargs, super().get_context_data) | {
            "minutes": settings.ACCOUNT_LOGIN_BY_CODE_TIMEOUT // 60,
        }


class PasskeySignIn(LoginWebAuthnView):
    """What the script of the sign-in page asks: a challenge, and then whether the answer fits."""

    form_class = PasskeySignInForm


@require_POST
def sign_out(request: HttpRequest) -> HttpResponse:
    """Sign out and go to the front page."""
    logout(request)
    return HttpResponseRedirect(resolve_url(settings.LOGOUT_REDIRECT_URL))
