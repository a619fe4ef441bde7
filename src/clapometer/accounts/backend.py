"""How a session finds its member. There is nothing to authenticate with: no member has a password.

allauth signs people in by a code or a passkey and names this backend in the session.
"""

from __future__ import annotations

from django.contrib.auth.backends import BaseBackend

from .models import Member


class SessionBackend(BaseBackend):
    """Finds the member of a session."""

    def get_user(self, user_id: int) -> Member | None:
        """Return the member; None for one who has been deleted."""
        return Member.objects.filter(pk=user_id).first()
