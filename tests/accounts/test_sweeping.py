"""What has expired is thrown away, and nothing else."""

from __future__ import annotations

from datetime import timedelta

from django.contrib.sessions.models import Session
from django.utils import timezone

from clapometer.accounts.models import Attempt, Invitation
from clapometer.accounts.roles import EDITOR
from clapometer.accounts.sweeping import sweep
from clapometer.instants import now

MINUTE = 60_000_000


def test_what_has_expired_goes_when_somebody_signs_in(people, visitor):
    soon, gone = timezone.now() + timedelta(minutes=1), timezone.now() - timedelta(minutes=1)
    for name, at in (("soon", soon), ("gone", gone)):
        Session.objects.create(session_key=name, session_data="", expire_date=at)
        Attempt.objects.create(cache_key=name, value="", expires=at)
    for name, at in (("soon", now() + MINUTE), ("gone", now() - MINUTE)):
        Invitation.objects.create(token_hash=name, email=name, role=EDITOR, expires_at=at)
    from .signing import ask_for_code, last_code

    ask_for_code(visitor, people[EDITOR].email)
    visitor.post("/sign-in/code", {"code": last_code()})
    for table, column in (
        (Session, "session_key"), (Attempt, "cache_key"), (Invitation, "token_hash"),
    ):  # fmt: skip
        left = set(table.objects.values_list(column, flat=True))
        assert "soon" in left
        assert "gone" not in left
    sweep()
    assert Session.objects.filter(session_key="soon").exists()
