"""What `serve` says on a site that has no admin yet: the link that makes the first one."""

from __future__ import annotations


def greeting() -> str:
    """Throw away what has expired; return the words for the first admin, "" where there is one."""
    from clapometer.accounts.invitations import DAYS, invite_first_admin, link_of
    from clapometer.accounts.sweeping import sweep
    from clapometer.desk.proposals.sweeping import sweep as sweep_texts

    sweep()
    sweep_texts()
    token = invite_first_admin()
    if token is None:
        return ""
    return (
        f"There is no admin yet. This link makes one, once, within {DAYS} days:\n  {link_of(token)}"
    )
