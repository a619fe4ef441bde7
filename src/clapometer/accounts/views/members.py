"""The members of the site, for its admins: inviting, changing roles, removing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render, resolve_url
from django.views.decorators.http import require_POST, require_safe

from clapometer.accounts import members
from clapometer.accounts.forms import InviteForm, RoleForm
from clapometer.accounts.happenings import told
from clapometer.accounts.invitations import DAYS, InvitationRefused, invite, link_of
from clapometer.accounts.invitations import withdraw as withdraw_invitation
from clapometer.accounts.models import Invitation, Member
from clapometer.accounts.post import has_mail, send_link
from clapometer.accounts.proof import with_proof
from clapometer.accounts.reading import reader_of
from clapometer.accounts.record import by_of, latest
from clapometer.accounts.roles import EDITOR, GIVEN, ROLES
from clapometer.instants import now


@require_safe
def listing(request: HttpRequest) -> HttpResponse:
    """Return the list of members and of open invitations."""
    return _page(request, InviteForm(initial={"role": EDITOR}))


def _page(
    request: HttpRequest, form: InviteForm, *, refusal: str = "", status: int = 200
) -> HttpResponse:
    context = {
        "form": form,
        "refusal": refusal,
        "members": Member.objects.order_by("id"),
        "invitations": Invitation.objects.filter(expires_at__gt=now()).exclude(email=""),
        "roles": [(name, ROLES[name]) for name in GIVEN],
        "happenings": [told(one) for one in latest()],
    }
    return render(request, "accounts/members.html", context, status=status)


@require_POST
@with_proof
def invite_somebody(request: HttpRequest) -> HttpResponse:
    """Make a link for an address and show it, this once; mail it where the site has mail."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    email, role = form.cleaned_data["email"], form.cleaned_data["role"]
    try:
        token = invite(email, role, by_of(reader_of(request)))
    except InvitationRefused as refusal:
        return _page(request, form, refusal=str(refusal), status=400)
    link = link_of(token)
    if has_mail():
        send_link(email, link, DAYS)
    context = {"email": email, "link": link, "mailed": has_mail(), "days": DAYS}
    return render(request, "accounts/invited.html", context)


@require_POST
def withdraw(request: HttpRequest, number: int) -> HttpResponse:
    """Make the link of an invitation worthless."""
    found = get_object_or_404(Invitation.objects.exclude(email=""), pk=number)
    withdraw_invitation(found, by_of(reader_of(request)))
    return HttpResponseRedirect(resolve_url("members"))


@require_POST
@with_proof
def change_role(request: HttpRequest, number: int) -> HttpResponse:
    """Give a member another role."""
    member = get_object_or_404(Member, pk=number)
    form = RoleForm(request.POST)
    try:
        role = form.cleaned_data["role"] if form.is_valid() else ""
        members.change_role(member, role, by_of(reader_of(request)))
    except members.MemberRefused as refusal:
        return _page(request, InviteForm(), refusal=str(refusal), status=409)
    return HttpResponseRedirect(resolve_url("members"))


@require_POST
@with_proof
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Delete a member."""
    try:
        members.remove(get_object_or_404(Member, pk=number), by_of(reader_of(request)))
    except members.MemberRefused as refusal:
        return _page(request, InviteForm(), refusal=str(refusal), status=409)
    return HttpResponseRedirect(resolve_url("members"))
