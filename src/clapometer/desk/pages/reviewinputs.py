"""The fields of a review, with what was typed into them and what is wrong with it."""

from __future__ import annotations

from collections.abc import Mapping

from django.http import HttpRequest
from django.utils.translation import gettext as _
from django.utils.translation import gettext_noop

from clapometer.desk.guessing import names_offered
from clapometer.desk.proposals.reviewwords import VERDICT_WORDS
from clapometer.desk.refusing import EntryRefused
from clapometer.desk.reviewtyping import FIELDS, VERDICTS
from clapometer.readers.text import LIMITS

from .inputs import Input

# A field may hold a little more than is kept of it, so that what is too long is said and not cut.
_LONGEST = 20_000


def typed_in(request: HttpRequest, *fields: str) -> dict[str, str]:
    """Return what a form holds, field by field; without a form, what the address names."""
    source = request.POST if request.method == "POST" else request.GET
    return {field: source.get(field, "")[:_LONGEST] for field in fields or FIELDS}


def review_inputs(
    typed: Mapping[str, str],
    refusal: EntryRefused | None = None,
    *,
    named: bool = True,
    starts: bool = True,
) -> list[Input]:
    """Return the fields in the order in which they are typed.

    `named`: with critic and outlet. `starts`: the cursor stands in the first, or the first wrong.
    """
    asked = [*_WHAT, *(_WHO if named else ()), *_MORE]
    wrong = {one.name: refusal.of(one.name) if refusal else "" for one in asked}
    first = next((name for name, sentence in wrong.items() if sentence), asked[0].name)
    return [
        Input(
            name=one.name,
            label=str(_(one.label)),
            value=typed.get(one.name, ""),
            kind=one.kind,
            hint=str(_(one.hint)) if one.hint else "",
            wrong=wrong[one.name],
            first=starts and one.name == first,
            mode=one.mode,
            longest=LIMITS.get(one.name),
            choices=_verdicts() if one.kind == "choice" else (),
            suggestions=_suggestions(one.name),
        )
        for one in asked
    ]


def _suggestions(name: str) -> list[str]:
    if name in {"critic", "outlet"}:
        return names_offered(name)
    return [_("today"), _("yesterday")] if name == "date" else []


def _verdicts() -> list[tuple[str, str]]:
    return [(name, str(VERDICT_WORDS[name])) for name in VERDICTS]


_WHAT = (
    Input("link", gettext_noop("Link"), mode="url"),
    Input(
        "grade",
        gettext_noop("Grade"),
        hint=gettext_noop("As printed: B+, 4/5, ★★★½, 83/100. Empty where there is none."),
    ),
)
_WHO = (
    Input("critic", gettext_noop("Critic")),
    Input("outlet", gettext_noop("Outlet")),
)
_MORE = (
    Input(
        "date",
        gettext_noop("Published"),
        hint=gettext_noop("today, yesterday, friday, a date in any form; empty where unknown"),
    ),
    Input("verdict", gettext_noop("Verdict"), kind="choice"),
    Input("quote", gettext_noop("Quote"), kind="area"),
    Input("top", gettext_noop("by a top critic"), kind="check"),
    Input("first_episodes", gettext_noop("judges the first episodes only"), kind="check"),
)
