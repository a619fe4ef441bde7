"""A second proof that somebody is who they are, before steps that a borrowed browser must not take.

Signing in is a proof, and holds for some minutes; after that a fresh code or a passkey is asked.
What was to be done is kept meanwhile, and goes on by one more button: through the gate, as ever.
"""

from __future__ import annotations

import secrets
import time
from collections.abc import Callable
from functools import wraps
from typing import Any

from allauth.account.adapter import get_adapter
from allauth.account.internal.flows.login import get_authentication_records, record_authentication
from django.http import HttpRequest, HttpResponse, HttpResponseRedirect
from django.shortcuts import resolve_url
from django.utils.crypto import constant_time_compare, salted_hmac

from .models import Member
from .post import send_proof_code
from .reading import reader_of

MINUTES = 10
CODE_MINUTES, MOST_TRIES = 15, 5
_CODE, _PENDING = "proof_code", "proof_pending"
View = Callable[..., HttpResponse]


def is_proved(request: HttpRequest) -> bool:
    """Return whether the member has signed in, or proved it again, within the last minutes."""
    records = get_authentication_records(request, reader_of(request))
    latest = max((float(one.get("at", 0)) for one in records), default=0.0)
    return 0 <= time.time() - latest < MINUTES * 60


def with_proof(view: View) -> View:
    """Return a view that asks for a second proof first, where the last one is too old."""

    @wraps(view)
    def asks(request: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponse:
        if is_proved(request):
            return view(request, *args, **kwargs)
        return _ask(request)

    return asks


def _ask(request: HttpRequest) -> HttpResponse:
    """Keep what was to be done, and send to the page that asks for the proof."""
    fields = {name: value for name, value in request.POST.items() if name != "csrfmiddlewaretoken"}
    # A browser's answer about a passkey fits one question only: that is asked anew.
    posts = request.method == "POST" and "credential" not in fields
    request.session[_PENDING] = {"path": request.path, "fields": fields if posts else None}
    return HttpResponseRedirect(resolve_url("prove"))


def pending(request: HttpRequest) -> tuple[str, dict[str, str] | None]:
    """Return the path that waits for the proof, and the form that was sent there, if one was."""
    kept = request.session.get(_PENDING) or {"path": resolve_url("account"), "fields": None}
    return kept["path"], kept["fields"]


def forget_pending(request: HttpRequest) -> None:
    """Forget what waited for the proof."""
    request.session.pop(_PENDING, None)


def send_fresh_code(request: HttpRequest, member: Member) -> None:
    """Send a code that proves this session's member, and no other's."""
    code = get_adapter().generate_login_code()
    request.session[_CODE] = {"hash": _hash(code), "at": time.time(), "tries": 0}
    send_proof_code(member.email, code, CODE_MINUTES)


def awaits_code(request: HttpRequest) -> bool:
    """Return whether a code was sent that can still be entered."""
    kept = request.session.get(_CODE)
    return kept is not None and time.time() - kept["at"] < CODE_MINUTES * 60


def take_code(request: HttpRequest, member: Member, typed: str) -> bool:
    """Return whether that is the code; it is used up then, and after too many wrong ones too."""
    if not awaits_code(request):
        return False
    kept = request.session[_CODE]
    right = constant_time_compare(kept["hash"], _hash(typed))
    kept["tries"] += 1
    request.session.modified = True
    if right or kept["tries"] >= MOST_TRIES:
        del request.session[_CODE]
    if right:
        record_authentication(request, member, method="code", reauthenticated=True)
        request.session.cycle_key()
    return right


def _hash(code: str) -> str:
    plain = "".join(one for one in code.upper() if one.isalnum())
    # No code at all is never right.
    return salted_hmac("clapometer.accounts.proof", plain or secrets.token_hex()).hexdigest()
