"""Corrections: a source says of something that the record holds that it is otherwise."""

from __future__ import annotations

from collections.abc import Mapping
from zoneinfo import ZoneInfo

from django.conf import settings
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.catalogue.models import Work
from clapometer.facts.drafts import Told
from clapometer.facts.kinds import WHEN, FactKind, kind_named
from clapometer.facts.reading import Fact, fact_numbered
from clapometer.facts.typed import FactRefused, show_typed
from clapometer.reviews.models import Review

from ..entering import enter_correction
from ..marking import undo_entry
from ..refusing import EntryRefused, Problem
from ..reviewing import change_review, foresee_change
from ..reviewtyping import FIELDS
from ..stating import undo_correction
from .knownreviews import Held, held_numbered
from .models import Decision, Proposal
from .reviewwords import LABELS, review_fields, rows_of
from .takers import Comparison, Field, Said, row

HOW, CHANGED, MISTYPED = "how", "changed", "mistyped"
WAYS = {
    CHANGED: gettext_lazy("the reviewer changed it: a revision"),
    MISTYPED: gettext_lazy("it was entered wrongly here: taken back, and said again rightly"),
}
_ACTOR = "desk"


class CorrectionTaker:
    """Takes the kind “correction”. `said` is of a review (`review`, its number, with the fields as
    typed, and `how`), or of a fact (`fact`, its number, and `typed`, its fields as typed)."""

    def compare(self, proposal: Proposal) -> Comparison:
        """Return what the record holds beside what the source says."""
        said = proposal.said
        try:
            return _of_review(said) if "review" in said else _of_fact(said)
        except (EntryRefused, FactRefused) as refusal:
            return Comparison(hindered=str(refusal))

    def fields(self, proposal: Proposal) -> list[Field]:
        """Return the fields of the review or of the fact."""
        said = proposal.said
        if "review" in said:
            ways = tuple((name, str(label)) for name, label in WAYS.items())
            how = Field(HOW, _("What happened"), said.get(HOW, CHANGED), "choice", choices=ways)
            named = [one for one in review_fields(said, (), ()) if one.name in FIELDS]
            return [how, *(one for one in named if one.name not in ("critic", "outlet"))]
        kind, fact = _there(said)
        typed = _typed_anew(kind, fact, said)
        return [
            Field(name, label, typed.get(name, ""))
            for name, label in (*_labels(kind).items(), (WHEN, _("When")))
        ]

    def edited(self, proposal: Proposal, typed: Mapping[str, str]) -> Said:
        """Return it as edited."""
        if "review" in proposal.said:
            return {**proposal.said, **typed}
        return {**proposal.said, "typed": {**proposal.said.get("typed", {}), **typed}}

    def accept(self, proposal: Proposal, said: Said, actor: str) -> list[int]:
        """Write the revision, or say rightly what was entered wrongly; correct the fact."""
        if "review" in said:
            held = _held(said)
            wrong = said.get(HOW) == MISTYPED
            review = Review.objects.get(id=held.review)
            entered = change_review(review, _typed(said), actor, mistyped=wrong)
            return [] if entered.seq is None else [entered.seq]
        kind, fact = _there(said)
        entry = enter_correction(kind, fact.id, _typed_anew(kind, fact, said), actor)
        return [entry.seq] if entry else []

    def undo(self, decision: Decision, reason: str, actor: str) -> list[int]:
        """Take the revision or the correction back: what was said before holds again."""
        if not decision.entries:
            return []
        if "review" in decision.said:
            if decision.said.get(HOW) == MISTYPED:
                return _said_again(decision, actor)
            return [undo_entry(seq, actor).seq for seq in decision.entries]
        _kind, fact = _there(decision.said)
        if fact.seq not in decision.entries:
            raise EntryRefused(Problem("", _("The fact was corrected again since.")))
        return [undo_correction(fact.id, actor).seq]


def _said_again(decision: Decision, actor: str) -> list[int]:
    """Say a review again as it was held before it was corrected; kept with the decision."""
    before, review = decision.said.get("before"), decision.said["review"]
    if not before:
        raise EntryRefused(Problem("", _("It is not known what was said before.")))
    found = Review.objects.get(id=review)
    entered = change_review(found, before, actor, mistyped=True)
    return [] if entered.seq is None else [entered.seq]


def _of_review(said: Said) -> Comparison:
    held = _held(said)
    rows = [one for one in rows_of({**held.typed, **_typed(said)}, held.typed, "")
            if one.held or one.says]  # fmt: skip
    review = Review.objects.get(id=held.review)
    wrong = said.get(HOW) == MISTYPED
    foreseen = foresee_change(review, _typed(said), _ACTOR, mistyped=wrong)
    # Another grade is often another verdict too: the grade says it.
    grade = [one for one in rows if one.field == str(LABELS["grade"]) and one.held != one.says]
    sentence = _differences([(one.field, one.held, one.says) for one in grade or rows])
    return Comparison(
        tuple(rows),
        sentence,
        nothing_new=foreseen.effect is None,
        effect=foreseen.effect,
        about=f"/work/{Work.objects.get(id=review.work_id).public_id}",
    )


def _of_fact(said: Said) -> Comparison:
    kind, fact = _there(said)
    held = typed_fact(kind, fact)
    told = _typed_anew(kind, fact, said)
    rows = [row(label, held.get(name, ""), told.get(name, ""))
            for name, label in (*_labels(kind).items(), (WHEN, _("When")))
            if held.get(name) or told.get(name)]  # fmt: skip
    sentence = _differences([(one.field, one.held, one.says) for one in rows])
    return Comparison(tuple(rows), sentence, nothing_new=held == told, about=f"/fact/{fact.id}")


def _differences(rows: list[tuple[str, str, str]]) -> str:
    """Return in one sentence what is held otherwise: the first two differences."""
    parts = [
        _("%(field)s: we hold %(held)s; the source says %(says)s")
        % {"field": field, "held": held or _("nothing"), "says": says or _("nothing")}
        for field, held, says in rows
        if held != says
    ]
    return f"{'. '.join(parts[:2])}." if parts else _("We hold exactly this already.")


def _held(said: Said) -> Held:
    held = held_numbered(said["review"])
    if held is None:
        raise EntryRefused(Problem("", _("The review is not in force any more.")))
    return held


def _there(said: Said) -> tuple[FactKind, Fact]:
    fact = fact_numbered(said["fact"])
    kind = kind_named(fact.kind) if fact else None
    if fact is None or kind is None:
        raise EntryRefused(Problem("", _("The fact is not there any more.")))
    return kind, fact


def typed_fact(kind: FactKind, fact: Fact) -> dict[str, str]:
    """Return a fact as it would be typed."""
    told = Told(fact.said, fact.happened_at)
    return show_typed(kind, told, ZoneInfo(settings.SITE["time_zone"]))


def _typed_anew(kind: FactKind, fact: Fact, said: Said) -> dict[str, str]:
    """Return the fact as it would be typed anew: what the source does not say stays."""
    return {**typed_fact(kind, fact), **said.get("typed", {})}


def _labels(kind: FactKind) -> dict[str, str]:
    return {one.name: _(one.label) for one in kind.every_field}


def _typed(said: Said) -> dict[str, str]:
    return {name: str(said.get(name, "") or "") for name in FIELDS}
