"""Forms sent by editors: one that is sent twice is written once, and a sitting has its list."""

from __future__ import annotations

import secrets

from clapometer.instants import now

from .models import Submission

LONGEST_TOKEN = 40
_HOUR = 3_600_000_000
# A sitting ends when nothing was sent for so long; its tokens are kept for as long as a form may
# lie open.
SITTING, KEPT = 4 * _HOUR, 14 * 24 * _HOUR


def new_token() -> str:
    """Return what a fresh form bears."""
    return secrets.token_urlsafe(18)


def written_by(token: str, actor: str) -> int | None:
    """Return the entry that the form with the token wrote; None if it was not sent yet."""
    found = Submission.objects.filter(token=_key(token, actor))
    return found.values_list("seq", flat=True).first() if token else None


def keep(token: str, actor: str, seq: int) -> None:
    """Note which entry a form wrote; call it in the transaction that writes it."""
    made_at = now()
    Submission.objects.filter(made_at__lt=made_at - KEPT).delete()
    key = _key(token or new_token(), actor)
    Submission.objects.create(token=key, actor=actor, seq=seq, made_at=made_at)


def _key(token: str, actor: str) -> str:
    """Return under what a form is kept: nobody's form is taken for another person's.

    A character that PostgreSQL keeps in no text is in no token of ours.
    """
    return f"{actor} {token[:LONGEST_TOKEN]}".replace("\0", "")


def sitting_of(actor: str, most: int = 100) -> list[int]:
    """Return the entries that somebody has written by forms in this sitting, the newest first."""
    sent = list(
        Submission.objects.filter(actor=actor)
        .order_by("-made_at")
        .values_list("seq", "made_at")[:most]
    )
    until, seqs = now(), []
    for seq, made_at in sent:
        if until - made_at > SITTING:
            break
        seqs.append(seq)
        until = made_at
    return seqs
