"""Throwing away what has had its time: sessions, links and counts of attempts that have expired."""

from __future__ import annotations

from django.contrib.sessions.backends.db import SessionStore
from django.utils import timezone

from clapometer.instants import now

from .models import Attempt, Invitation


def sweep() -> None:
    """Delete everything that has expired."""
    SessionStore.clear_expired()
    Invitation.objects.filter(expires_at__lte=now()).delete()
    Attempt.objects.filter(expires__lt=timezone.now()).delete()
