"""The addresses of the editors' pages: each module names its own, and all are for editors."""

from __future__ import annotations

from itertools import chain

from django.urls import URLPattern

from clapometer.accounts.gate import admitting
from clapometer.accounts.roles import EDITOR

from . import (
    facts,
    facttaking,
    feeds,
    merging,
    names,
    outbox,
    points,
    posters,
    queue,
    queuedecisions,
    queuerule,
    remarks,
    reviewadding,
    reviewchanging,
    reviewmarking,
    reviewseveral,
    settling,
    stories,
    taking,
    works,
)

# A module of pages adds its list of patterns here.
_PATTERNS: tuple[list[URLPattern], ...] = (
    # Before the forms of facts: a poster is uploaded, and nobody types its measures.
    posters.PATTERNS,
    facts.PATTERNS,
    facttaking.PATTERNS,
    settling.PATTERNS,
    stories.PATTERNS,
    remarks.PATTERNS,
    merging.PATTERNS,
    reviewadding.PATTERNS,
    reviewseveral.PATTERNS,
    reviewchanging.PATTERNS,
    reviewmarking.PATTERNS,
    names.PATTERNS,
    outbox.PATTERNS,
    points.PATTERNS,
    queue.PATTERNS,
    queuerule.PATTERNS,
    taking.PATTERNS,
    feeds.PATTERNS,
    queuedecisions.PATTERNS,
    works.PATTERNS,
)

urlpatterns = admitting(EDITOR, *chain(*_PATTERNS))
