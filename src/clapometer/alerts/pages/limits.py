"""How often strangers may do what costs the site something, for each address they come from.

The count is kept under a seal of the address that only this site can make, and goes with its hour.
"""

from __future__ import annotations

from allauth.core.internal import ratelimit
from django.http import HttpRequest, HttpResponse
from django.utils.crypto import salted_hmac

LIMITS = {
    "new": "20/h/key",
    "follow": "300/h/key",
    "manage": "600/h/key",
    "push": "300/h/key",
}
"""New followers, things followed, and changes, each within an hour from one address."""


def refused_for(request: HttpRequest, what: str) -> HttpResponse | None:
    """Return the page for somebody who asks too often, None for everybody else."""
    sealed = salted_hmac("clapometer.alerts.limits", ratelimit.get_ip(request), algorithm="sha256")
    return ratelimit.consume_or_429(
        request, app="clapometer.alerts", action=what, config=LIMITS, key=sealed.hexdigest()
    )
