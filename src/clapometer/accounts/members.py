"""What can be done to a member: another role, another address, no more sessions, removal."""

from __future__ import annotations

from django.db import transaction

from .invitations import InvitationRefused, read_address
from .models import Member, new_seal
from .record import TERMINAL, note
from .roles import ADMIN, GIVEN


class MemberRefused(ValueError):
    """This cannot be done to a member; the message is one sentence."""


def find_member(email: str) -> Member:
    """Return the member with an address. Raises MemberRefused if there is none."""
    found = Member.objects.filter(email=email.strip().lower()).first()
    if found is None:
        raise MemberRefused(f"No member has the address {email.strip()[:60]}.")
    return found


def change_role(member: Member, role: str, by: str = TERMINAL) -> None:
    """Give a member another role; their open sessions have it at once. `by`: see record.note()."""
    if role not in GIVEN:
        raise MemberRefused(f"A role is one of {', '.join(GIVEN)}, not “{role[:20]}”.")
    with transaction.atomic():
        if role != ADMIN:
            _keep_an_admin(member)
        before = Member.objects.select_for_update().get(pk=member.pk).role
        if before != role:
            Member.objects.filter(pk=member.pk).update(role=role)
            note("role", by, member=member.pk, role=role, before=before)
    member.role = role


def change_address(member: Member, email: str) -> None:
    """Give a member another e-mail address."""
    try:
        address = read_address(email)
    except InvitationRefused as refusal:
        raise MemberRefused(str(refusal)) from None
    if Member.objects.filter(email=address).exclude(pk=member.pk).exists():
        raise MemberRefused(f"{address} is the address of another member.")
    Member.objects.filter(pk=member.pk).update(email=address)
    member.email = address


def end_sessions(member: Member) -> None:
    """Sign a member out everywhere."""
    member.seal = new_seal()
    member.save(update_fields=["seal"])


def remove(member: Member, by: str = TERMINAL) -> None:
    """Delete a member with their passkeys and their name; entries keep `member:` and the number."""
    with transaction.atomic():
        _keep_an_admin(member)
        what = "left" if by == member.actor else "removed"
        note(what, by, member=member.pk, before=member.role)
        member.delete()


def _keep_an_admin(member: Member) -> None:
    """Refuse what would leave the site without an admin."""
    # Locked on PostgreSQL, so that two admins cannot take the role from each other at once.
    admins = list(
        Member.objects.select_for_update().filter(role=ADMIN).values_list("pk", flat=True)
    )
    if admins == [member.pk]:
        raise MemberRefused(f"{member} is the only admin; make somebody else one first.")
