"""The draft of a consensus beside its form: shown, and taken as a start where it is asked for."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.catalogue.models import Work
from clapometer.desk.drafting import Behind, ThemeShown, draft_for
from clapometer.facts.kinds import FactKind
from clapometer.site.addresses import entry_address

START = "start"
"""The step of the form that asks for the draft in its field; nothing is saved by it."""
_LEANINGS = {
    "praised": gettext_lazy("praised"),
    "faulted": gettext_lazy("faulted"),
    "divided": gettext_lazy("divided"),
}


class Voice(NamedTuple):
    """A review behind a theme: who wrote it, what it says of the theme, and its entry."""

    who: str
    clause: str
    address: str


class ThemeRow(NamedTuple):
    """A theme as the page shows it; `leaning` in words, "" where the reviews lean nowhere."""

    words: str
    leaning: str
    sides: list[tuple[str, list[Voice]]]
    counts: str


class DraftShown(NamedTuple):
    """The draft with its themes, and how many reviews were read for it."""

    sentence: str
    themes: list[ThemeRow]
    read: int
    step: str = START


_SIDES = (
    ("praised", gettext_lazy("For")),
    ("faulted", gettext_lazy("Against")),
    ("mentioned", gettext_lazy("Taking no side")),
)


def shown_draft(kind: FactKind, work: Work | None) -> DraftShown | None:
    """Return the draft for the form of a consensus, None for every other form."""
    if kind.name != "consensus" or work is None:
        return None
    draft = draft_for(work)
    return DraftShown(draft.sentence, [_row(one) for one in draft.themes], draft.read)


def started(
    kind: FactKind, work: Work | None, typed: Mapping[str, str], step: str
) -> dict[str, str]:
    """Return what was typed, with the draft in or behind the text where it was asked for."""
    if step != START or kind.name != "consensus" or work is None:
        return dict(typed)
    parts = filter(None, (typed.get("text", "").strip(), draft_for(work).sentence))
    return {**typed, "text": "\n".join(parts)}


def _row(theme: ThemeShown) -> ThemeRow:
    voices = [(str(label), [_voice(one) for one in getattr(theme, side)]) for side, label in _SIDES]
    counts = (
        _("%(n)d for") % {"n": len(theme.praised)} if theme.praised else "",
        _("%(n)d against") % {"n": len(theme.faulted)} if theme.faulted else "",
        _("%(n)d on no side") % {"n": len(theme.mentioned)} if theme.mentioned else "",
    )
    return ThemeRow(
        theme.words,
        str(_LEANINGS.get(theme.leaning, "")),
        [side for side in voices if side[1]],
        ", ".join(filter(None, counts)),
    )


def _voice(behind: Behind) -> Voice:
    review = behind.review
    names = (review.critic.name if review.critic else "", review.outlet_name)
    return Voice(", ".join(filter(None, names)), behind.clause, entry_address(review.seq))
