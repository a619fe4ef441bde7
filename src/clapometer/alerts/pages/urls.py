"""The addresses of the readers' pages: each module names its own, and all are for everybody."""

from __future__ import annotations

from itertools import chain

from django.urls import URLPattern

from clapometer.accounts.gate import admitting
from clapometer.accounts.roles import VISITOR

from . import feeds, hooks, mail, managing, mine, panel, services, stopping
from .browser import pushing, serving

# A module of pages adds its list of patterns here.
_PATTERNS: tuple[list[URLPattern], ...] = (
    panel.PATTERNS,
    mine.PATTERNS,
    mail.PATTERNS,
    managing.PATTERNS,
    stopping.PATTERNS,
    feeds.PATTERNS,
    hooks.PATTERNS,
    services.PATTERNS,
    pushing.PATTERNS,
    serving.PATTERNS,
)

urlpatterns = admitting(VISITOR, *chain(*_PATTERNS))
