"""The members of the site, for its admins: inviting, changing roles, removing."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import get_object_or_404, render, resolve_url
from django.views.decorators.http import require_POST, require_safe

from clapometer.accounts import members
from clapometer.accounts.forms import InviteForm, RoleForm
from clapometer.accounts.invitations import DAYS, InvitationRefused, invite, link_of
from clapometer.accounts.models import Invitation, Member
from clapometer.accounts.post import has_mail, send_link
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
    }
    return render(request, "accounts/members.html", context, status=status)


@require_POST
def invite_somebody(request: HttpRequest) -> HttpResponse:
    """Make a link for an address and show it, this once; mail it where the site has mail."""
    form = InviteForm(request.POST)
    if not form.is_valid():
        return _page(request, form, status=400)
    email, role = form.cleaned_data["email"], form.cleaned_data["role"]
    try:
        token = invite(email, role)
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
    get_object_or_404(Invitation.objects.exclude(email=""), pk=number).delete()
    return HttpResponseRedirect(resolve_url("members"))


@require_POST
def change_role(request: HttpRequest, number: int) -> HttpResponse:
    """Give a member another role."""
    member = get_object_or_404(Member, pk=number)
    form = RoleForm(request.POST)
    try:
        members.change_role(member, form.cleaned_data["role"] if form.is_valid() else "")
    except members.MemberRefused as refusal:
        return _page(request, InviteForm(), refusal=str(refusal), status=409)
    return HttpResponseRedirect(resolve_url("members"))


@require_POST
def remove(request: HttpRequest, number: int) -> HttpResponse:
    """Delete a member."""
    try:
        members.remove(get_object_or_404(Member, pk=number))
    except members.MemberRefused as refusal:
        return _page(request, InviteForm(), refusal=str(refusal), status=409)
    return HttpResponseRedirect(resolve_url("members"))
