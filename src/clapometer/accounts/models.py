"""The tables of people: members, the links they come in by, and how often somebody tried."""

from __future__ import annotations

import secrets

from django.contrib.auth.base_user import AbstractBaseUser, BaseUserManager
from django.db import models
from django.utils.crypto import salted_hmac

from clapometer.instants import now

from .roles import ROLES

LONGEST_NAME = 80


def new_seal() -> str:
    """Return the random text that a member's sessions are bound to."""
    return secrets.token_hex(16)


class Members(BaseUserManager["Member"]):
    """Finds members; an address is compared in lower case."""

    def get_by_natural_key(self, username: str | None) -> Member:
        """Return the member with the address."""
        return self.get(email=(username or "").strip().lower())


class Member(AbstractBaseUser):
    """A person who may sign in. Nobody has a password, and the last sign-in is not kept.

    The id is never given again, also not after the member was deleted: entries of the ledger name
    who wrote them by it.
    """

    password = None  # type: ignore[assignment]
    last_login = None
    id = models.BigAutoField(primary_key=True)
    email = models.EmailField(unique=True)
    name = models.CharField(max_length=LONGEST_NAME, default="", blank=True)
    role = models.CharField(max_length=10)
    joined_at = models.BigIntegerField(default=now)
    seal = models.CharField(max_length=32, default=new_seal)

    USERNAME_FIELD = "email"
    objects = Members()

    def __str__(self) -> str:
        """Return the shown name, or what the ledger calls the member."""
        return self.name or self.actor

    @property
    def actor(self) -> str:
        """Return what entries of the ledger call the member: no personal data."""
        return f"member:{self.id}"

    @property
    def role_label(self) -> str:
        """Return the name of the role for people."""
        return str(ROLES[self.role].label)

    def has_usable_password(self) -> bool:
        """Return that there is none."""
        return False

    def check_password(self, raw_password: str | None) -> bool:
        """Return that no password is right."""
        return False

    def _get_session_auth_hash(self, secret: str | bytes | None = None) -> str:
        """Return what a session must carry to be this member's: a new seal ends them all."""
        return salted_hmac(
            "clapometer.accounts.seal", self.seal, secret=secret, algorithm="sha256"
        ).hexdigest()


class Invitation(models.Model):
    """A one-time link. It is deleted when it is used; the token itself is not kept."""

    token_hash = models.CharField(max_length=64, unique=True)
    # Empty for the link of the first admin, whose address nobody knows yet.
    email = models.EmailField(default="", blank=True)
    role = models.CharField(max_length=10)
    expires_at = models.BigIntegerField()

    @property
    def role_label(self) -> str:
        """Return the name of the role for people."""
        return str(ROLES[self.role].label)


class Happening(models.Model):
    """One thing that happened to a member (see record.py): numbers, and nothing personal."""

    id = models.BigAutoField(primary_key=True)
    at = models.BigIntegerField(default=now)
    what = models.CharField(max_length=10)
    by = models.CharField(max_length=30)
    member = models.BigIntegerField(null=True)
    role = models.CharField(max_length=10, default="")
    before = models.CharField(max_length=10, default="")
    invitation = models.BigIntegerField(null=True)


class Attempt(models.Model):
    """Who tried what how often of late: the table of Django's database cache (see settings).

    All processes that serve the site share it, so limits hold for all of them together.
    """

    cache_key = models.CharField(max_length=255, primary_key=True)
    value = models.TextField()
    expires = models.DateTimeField(db_index=True)

    def __str__(self) -> str:
        """Return the key."""
        return self.cache_key
