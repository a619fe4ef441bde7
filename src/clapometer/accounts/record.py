"""What happened to members: who let whom in, who changed whose role, who removed whom, and when.

It is kept with the accounts and not in the ledger. The ledger is the public record of works: it can
never forget, and everybody may copy it. Who runs a site, and who was shown the door, is no fact
about a work. So this is a table that admins read. It holds numbers, never a name or an address, and
so stays when a member is deleted.
"""

from __future__ import annotations

from .models import Happening, Member

# Who acts where nobody is signed in: whoever has the terminal of the site.
TERMINAL = "terminal"
KEPT_SHOWN = 100
WHATS = {
    "invited": "somebody was invited",
    "withdrawn": "an invitation was withdrawn",
    "came_in": "somebody came in by an invitation",
    "role": "a member got another role",
    "left": "a member deleted their own account",
    "removed": "a member was removed",
    "passkey": "a member added a passkey",
}
"""What can happen, by its name in the table."""


def note(
    what: str,
    by: str,
    *,
    member: int | None = None,
    role: str = "",
    before: str = "",
    invitation: int | None = None,
) -> None:
    """Write down what happened; `by`: `member:17`, or TERMINAL. Call it in the same transaction."""
    assert what in WHATS
    Happening.objects.create(
        what=what, by=by, member=member, role=role, before=before, invitation=invitation
    )


def latest() -> list[Happening]:
    """Return what happened last, the newest first."""
    return list(Happening.objects.order_by("-id")[:KEPT_SHOWN])


def by_of(member: Member | None) -> str:
    """Return how the one who acts is written down."""
    return member.actor if member else TERMINAL
