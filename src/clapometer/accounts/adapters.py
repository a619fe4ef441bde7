"""What this site does otherwise than allauth: no sign-up, no passwords, few messages."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import DefaultAccountAdapter
from allauth.mfa.adapter import DefaultMFAAdapter
from django.conf import settings
from django.contrib import messages
from django.http import HttpRequest
from django.utils.http import url_has_allowed_host_and_scheme
from django.utils.translation import gettext_lazy as _

from .models import Member
from .post import send_code
from .sweeping import sweep

CODE = "account/email/login_code"


class AccountAdapter(DefaultAccountAdapter):
    """Signing in."""

    error_messages = DefaultAccountAdapter.error_messages | {
        "incorrect_code": _("This is not the code, or it is no longer valid."),
        "too_many_login_attempts": _("Too many attempts; wait a minute and ask for a new code."),
    }

    def is_open_for_signup(self, request: HttpRequest) -> bool:
        """Return that nobody comes in without an invitation."""
        return False

    def is_safe_url(self, url: str) -> bool:
        """Return whether a sign-in may lead there: only to a path of this site."""
        return url.startswith("/") and url_has_allowed_host_and_scheme(url, allowed_hosts=None)

    def send_mail(self, template_prefix: str, email: str, context: dict[str, Any]) -> None:
        """Send a code; nothing else that allauth would write is sent."""
        if template_prefix == CODE:
            send_code(email, context["code"])

    def add_message(
        self,
        request: HttpRequest,
        level: int,
        message_template: str | None = None,
        message_context: dict[str, Any] | None = None,
        extra_tags: str = "",
        message: str | None = None,
    ) -> None:
        """Keep what went wrong for the next page; what went well the page itself shows."""
        if level >= messages.ERROR and message:
            messages.add_message(request, level, message)

    def get_login_stages(self) -> list[str]:
        """Return what stands between a person and the site: a code, or before it a passkey.

        allauth would ask who has a passkey for it after the code too. Here either is enough:
        whoever has lost a passkey comes in by the code.
        """
        return ["allauth.account.stages.LoginByCodeStage"]

    def login(self, request: HttpRequest, user: Member) -> None:
        """Sign a member in, and take the occasion to throw away what has expired."""
        super().login(request, user)
        sweep()


class PasskeyAdapter(DefaultMFAAdapter):
    """Passkeys."""

    def get_public_key_credential_rp_entity(self) -> dict[str, str]:
        """Return for whom a passkey is: this site, by its host's name."""
        return super().get_public_key_credential_rp_entity() | {"name": settings.SITE["name"]}
