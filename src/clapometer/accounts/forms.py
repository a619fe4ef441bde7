"""What people can send: a passkey that was made or used, a name, an invitation, a role."""

from __future__ import annotations

from typing import Any

from allauth.account.forms import RequestLoginCodeForm
from allauth.mfa.models import Authenticator
from allauth.mfa.webauthn.forms import LoginWebAuthnForm
from allauth.mfa.webauthn.internal import auth
from django import forms
from django.utils.translation import gettext_lazy as _

from .models import LONGEST_NAME, Member
from .roles import GIVEN, ROLES

UNFIT = _("This passkey does not fit here. Try once more, or ask for a code.")
UNTAKEN = _("No passkey was made: the device must keep it, and make sure that it is you.")
# A browser's answer has a few kilobytes; a name for it a line.
LONGEST_CREDENTIAL, LONGEST_PASSKEY_NAME = 20_000, 60
# What parsing an answer that no browser would give raises in fido2.
_GARBLED = (TypeError, ValueError, KeyError, AttributeError, IndexError, RecursionError)


class AddressForm(RequestLoginCodeForm):
    """The address that a code is asked for."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)

    def clean_email(self) -> str:
        """Return the address as members' are kept, so that mail goes to that and to no other."""
        self.cleaned_data["email"] = self.cleaned_data["email"].strip().lower()
        return str(super().clean_email())


class CredentialField(forms.JSONField):
    """A browser's answer about a passkey: JSON, but not without end in length or in depth."""

    widget = forms.HiddenInput

    def to_python(self, value: Any) -> Any:
        """Return the answer as Python has it."""
        if isinstance(value, str) and len(value) > LONGEST_CREDENTIAL:
            raise forms.ValidationError(UNFIT)
        try:
            return super().to_python(value)
        except RecursionError:
            raise forms.ValidationError(UNFIT) from None


class PasskeySignInForm(LoginWebAuthnForm):
    """A passkey used to sign in."""

    credential = CredentialField()

    def clean_credential(self) -> Authenticator:
        """Return the passkey. Whatever was sent, a wrong one is refused and never an error."""
        try:
            return super().clean_credential()
        except (*_GARBLED, forms.ValidationError):
            raise forms.ValidationError(UNFIT) from None


class ProofForm(forms.Form):
    """A passkey used to prove who is using a session."""

    credential = CredentialField()

    def __init__(self, *arguments: Any, member: Member, **more: Any) -> None:
        super().__init__(*arguments, **more)
        self._member = member

    def clean_credential(self) -> Authenticator:
        """Return the member's passkey, checked against what was asked of it."""
        try:
            answer = self.cleaned_data["credential"]
            auth.parse_authentication_response(answer)
            return auth.complete_authentication(self._member, answer)
        except (*_GARBLED, forms.ValidationError):
            raise forms.ValidationError(UNFIT) from None


class PasskeyForm(forms.Form):
    """A passkey just made. It must be one: kept by the device, and used only by its person.

    allauth's own form leaves both to a box that is ticked in the browser.
    """

    name = forms.CharField(max_length=LONGEST_PASSKEY_NAME, required=False, strip=True)
    credential = CredentialField()

    def clean_credential(self) -> dict[str, Any]:
        """Return the browser's answer, checked against what was asked of it."""
        credential = self.cleaned_data["credential"]
        try:
            auth.parse_registration_response(credential)
            made = auth.complete_registration(credential)
            kept = credential.get("clientExtensionResults", {}).get("credProps", {}).get("rk")
        except (*_GARBLED, forms.ValidationError):
            raise forms.ValidationError(UNTAKEN) from None
        if not made.is_user_verified() or kept is False:
            raise forms.ValidationError(UNTAKEN)
        return dict(credential)


class NameForm(forms.Form):
    """The name a member is shown by."""

    name = forms.CharField(label=_("Shown name"), max_length=LONGEST_NAME, required=False)


class AcceptForm(NameForm):
    """What somebody fills in who comes in by a link."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)

    def __init__(self, *arguments: Any, named: bool, **more: Any) -> None:
        super().__init__(*arguments, **more)
        if named:
            del self.fields["email"]


def _choices() -> list[tuple[str, Any]]:
    return [(role, ROLES[role].label) for role in GIVEN]


class RoleForm(forms.Form):
    """A role for a member."""

    role = forms.ChoiceField(label=_("Role"), choices=_choices)


class InviteForm(RoleForm):
    """Somebody to invite."""

    email = forms.EmailField(label=_("E-mail address"), max_length=254)


def passkeys_of(member: Member) -> list[Authenticator]:
    """Return the passkeys of a member, the oldest first."""
    found = Authenticator.objects.filter(user=member, type=Authenticator.Type.WEBAUTHN)
    return list(found.order_by("id"))
