"""One-time links: making them, finding the one that a token opens, and using it up."""

from __future__ import annotations

import secrets
from hashlib import sha256

from django.conf import settings
from django.core.exceptions import ValidationError
from django.core.validators import validate_email
from django.db import transaction
from django.urls import reverse

from clapometer.instants import now

from .models import LONGEST_NAME, Invitation, Member
from .places import named
from .record import TERMINAL, note
from .roles import ADMIN

DAYS = 7
_DAY = 86_400_000_000


class InvitationRefused(ValueError):
    """A person cannot be invited or come in like this; the message is one sentence."""


def read_address(text: str) -> str:
    """Return an e-mail address as it is kept. Raises InvitationRefused for what is none."""
    address = text.strip().lower()
    try:
        validate_email(address)
    except ValidationError:
        raise InvitationRefused(
            f"“{text.strip()[:60]}” is no e-mail address; write it like ann@example.org."
        ) from None
    if len(address) > 254:
        raise InvitationRefused("An e-mail address has at most 254 letters.")
    return address


def invite(email: str, role: str, by: str = TERMINAL) -> str:
    """Return the token of a new link for the address; earlier links for it no longer work.

    `by`: who invites, see record.note().

    For somebody who is a member already the link signs them in, and their role stays.
    """
    address = read_address(email)
    with transaction.atomic():
        Invitation.objects.filter(email=address).delete()
        token = _make(address, role)
        made = Invitation.objects.get(email=address)
        note("invited", by, role=role, invitation=made.pk)
        return token


def withdraw(invitation: Invitation, by: str) -> None:
    """Make the link of an invitation worthless."""
    with transaction.atomic():
        note("withdrawn", by, role=invitation.role, invitation=invitation.pk)
        invitation.delete()


def invite_first_admin() -> str | None:
    """Return the token of a link that makes the first admin; None where there is an admin."""
    with transaction.atomic():
        Invitation.objects.filter(email="").delete()
        return None if _has_admin() else _make("", ADMIN)


def find(token: str) -> Invitation | None:
    """Return the invitation that a token opens; None for an unknown, used or expired one."""
    found = Invitation.objects.filter(token_hash=_hash(token), expires_at__gt=now()).first()
    return None if found and not found.email and _has_admin() else found


def accept(token: str, *, email: str = "", name: str = "") -> Member | None:
    """Use up an invitation and return its member, made now unless there is one.

    `email` is what a first admin gives, whose link names no address. Returns None where the link
    no longer works: of two who use it at the same time, one comes in.
    """
    with transaction.atomic():
        found = find(token)
        if found is None:
            return None
        address = found.email or read_address(email)
        if not Invitation.objects.filter(pk=found.pk).delete()[0]:
            return None
        member, made = Member.objects.get_or_create(
            email=address, defaults={"role": found.role, "name": name.strip()[:LONGEST_NAME]}
        )
        if not made and not found.email and member.role != ADMIN:
            member.role = ADMIN
            member.save(update_fields=["role"])
        note("came_in", member.actor, member=member.pk, role=member.role, invitation=found.pk)
        return member


def path_of(token: str) -> str:
    """Return the path of the page where a link is used."""
    return reverse("invitation", args=[token])


def link_of(token: str) -> str:
    """Return the whole address of that page."""
    return named(settings.SITE["address"].rstrip("/")) + path_of(token)


def _make(address: str, role: str) -> str:
    token = secrets.token_urlsafe(32)
    Invitation.objects.create(
        token_hash=_hash(token), email=address, role=role, expires_at=now() + DAYS * _DAY
    )
    return token


def _hash(token: str) -> str:
    return sha256(token.encode()).hexdigest()


def _has_admin() -> bool:
    return Member.objects.filter(role=ADMIN).exists()
