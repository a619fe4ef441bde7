"""The roles of people on a site, in order: each may do all that those before it may."""

from __future__ import annotations

from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

VISITOR, MEMBER, EDITOR, ADMIN = "visitor", "member", "editor", "admin"


@dataclass(frozen=True, slots=True)
class Role:
    """One role: its name for people, what it may do that those before it may not."""

    label: Promise
    may: Promise


ROLES = {
    VISITOR: Role(
        _("Visitor"), _("read every page; nobody has to sign in for that, and no cookie is set")
    ),
    MEMBER: Role(
        _("Member"),
        _(
            "sign in and out, see, change and delete their own account, and remark on stories where"
            " the site lets them"
        ),
    ),
    EDITOR: Role(_("Editor"), _("add to the record and correct it, under their own name")),
    ADMIN: Role(_("Admin"), _("invite people, change their roles, and remove them")),
}
# What a person can be given; nobody has to be made a visitor.
GIVEN = (MEMBER, EDITOR, ADMIN)


def reaches(role: str, needed: str) -> bool:
    """Return whether a role may do what another one may."""
    order = list(ROLES)
    return order.index(role) >= order.index(needed)
