"""The verdict of a proposed review as its words suggest it: filled in, shown with its reasons."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django.utils.translation import gettext as _

from ..suggesting import suggest

WAYS = {True: "read-positive", False: "read-negative"}
"""What is filled in as the verdict: read out of the review."""
SUGGESTED = "suggested"
"""Where the suggestion is kept in what a proposal says."""


def with_suggestion(said: Mapping[str, Any], text: str) -> dict[str, Any]:
    """Return a review with the verdict that its quote suggests, else its text.

    Only where the page gives neither grade nor verdict; then an editor reads the review anyway.
    """
    if said.get("grade") or said.get("verdict"):
        return dict(said)
    found = suggest(str(said.get("quote", ""))) or suggest(text)
    if found is None:
        return dict(said)
    kept = {"verdict": WAYS[found.positive], "sure": found.sure, "because": list(found.because)}
    return {**said, "verdict": kept["verdict"], SUGGESTED: kept}


def suggested_words(said: Mapping[str, Any]) -> str:
    """Return how sure the model is and why, "" where an editor chose the verdict."""
    kept = said.get(SUGGESTED)
    if not isinstance(kept, Mapping) or kept.get("verdict") != said.get("verdict"):
        return ""
    told = _("suggested, %(sure)d %%") % {"sure": round(100 * float(kept["sure"]))}
    phrases = ", ".join(f"“{phrase}”" for phrase in kept["because"])
    return f"{told}: {phrases}" if phrases else told


def alone(said: Mapping[str, Any]) -> str:
    """Return why the review is not accepted together with others, "" where it may be."""
    if not suggested_words(said):
        return ""
    return _("Its verdict is suggested by the model: look at it, and say yes to it alone.")
