"""Reviews that were read off pages: proposed, compared with the record, entered, taken back."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import asdict
from typing import Any

from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy

from clapometer.catalogue.models import Work
from clapometer.facts.reading import facts_about

from ..guessing import names_offered
from ..marking import undo_entry
from ..refusing import EntryRefused, Problem
from ..reviewing import EARLIER, NEW, REVISED, UNCHANGED, enter_review, foresee_review
from ..reviewtyping import FIELDS
from ..undoing import work_is_bare
from ..workentry import take_back_work
from .knownreviews import held_by
from .models import Decision, Proposal
from .naming import ADDS, Named, added_work, find_work, work_choices, work_named
from .pointing import point_to
from .reviewwords import LABELS, review_fields, rows_of, verdict_choices
from .suggested import alone
from .takers import Comparison, Field, Said

ACTOR = "desk"


class ReviewTaker:
    """Takes the kind “review”. `said` holds the fields of a review as they are typed by hand,
    with `work` (a number like w17, one of ADDS, or "" where it is to be said), what the page calls
    the work (`named`), and which works may be meant (`candidates`)."""

    def compare(self, proposal: Proposal) -> Comparison:
        """Return the review beside what the record holds of the same reviewer and work."""
        said = proposal.said
        try:
            work = work_named(said.get("work", ""))
        except EntryRefused as refusal:
            return self._without(said, str(refusal))
        if work is None:
            return self._without(said, _which(said))
        held = held_by(work.id, said.get("critic", ""), said.get("outlet", ""))
        rows = rows_of(said, held.typed if held else {}, str(work))
        try:
            foreseen = foresee_review(work, typed_of_said(said), ACTOR)
        except EntryRefused as refusal:
            return _hindered(said, rows, refusal)
        return Comparison(
            rows,
            str(_BECAME.get(foreseen.became, "")),
            nothing_new=foreseen.became == UNCHANGED,
            effect=foreseen.effect,
            about=f"/work/{work.public_id}",
            # Where the model suggests one, the other verdict is a key away too.
            choices=verdict_choices(said) if alone(said) else (),
            alone=alone(said),
        )

    def _without(self, said: Said, why: str) -> Comparison:
        """Return the comparison of a review whose work is not said yet."""
        named = Named.kept(said.get("named", {}))
        rows = rows_of(said, {}, str(named))
        if said.get("work") in ADDS:
            sentence = _("A new review, of a work that is added with it: %(work)s.")
            told = sentence % {"work": str(named)}
            return Comparison(rows, told, alone=alone(said))
        return Comparison(
            rows, hindered=why, choices=work_choices(named, said.get("candidates", []))
        )

    def fields(self, proposal: Proposal) -> list[Field]:
        """Return the fields of a review, and which work it is of."""
        return review_fields(proposal.said, names_offered("critic"), names_offered("outlet"))

    def edited(self, proposal: Proposal, typed: Mapping[str, str]) -> Said:
        """Return the review as edited. Raises EntryRefused where the work is not found."""
        told = {name: typed[name] for name in ("work", *FIELDS) if name in typed}
        work = told.get("work", "").strip()
        if work and work not in ADDS:
            found = work_named(work)
            assert found
            told["work"] = found.public_id
        return {**proposal.said, **told}

    def accept(self, proposal: Proposal, said: Said, actor: str) -> list[int]:
        """Enter the review; a work that is to be added comes first. Raises EntryRefused."""
        added = []
        work = work_named(said.get("work", ""))
        if work is None and said.get("work") in ADDS:
            added.append(added_work(Named.kept(said["named"]), actor, said["work"]))
            work = Work.objects.get(id=added[0])
        if work is None:
            raise EntryRefused(Problem("work", _which(said)))
        if proposal.work is None:
            # What was said of the title once is not asked again.
            proposal.work = work.id
            point_to(Named.kept(said.get("named", {})), work.id)
        entered = enter_review(work, typed_of_said(said), actor)
        return added if entered.seq is None else [*added, entered.seq]

    def undo(self, decision: Decision, reason: str, actor: str) -> list[int]:
        """Take the entry back, and the work that came with it unless something speaks of it."""
        works = list(Work.objects.filter(id__in=decision.entries))
        added = {work.id for work in works}
        undone = [undo_entry(seq, actor).seq for seq in decision.entries if seq not in added]
        bare = [one for one in works if work_is_bare(one.id) and not facts_about([one.id])]
        return undone + [take_back_work(work, reason, actor).seq for work in bare]


def typed_of_said(said: Said) -> dict[str, str]:
    """Return the fields of the review as they are typed by hand."""
    return {name: str(said.get(name, "")) for name in FIELDS}


def with_work(said: Mapping[str, Any], named: Named) -> dict[str, Any]:
    """Return what a page says, with the work that it means, or those that it may mean."""
    found = find_work(named)
    return {
        **said,
        "work": f"w{found.work}" if found.work else "",
        "named": named.as_json(),
        "candidates": [asdict(one) for one in found.candidates],
        "unclear": "" if found.work else found.why,
    }


def _which(said: Said) -> str:
    named = str(Named.kept(said.get("named", {})))
    if not named:
        return _("Say which work it is about; the page does not tell.")
    why = said.get("unclear") or _("it is not clear")
    return _("Say which work “%(title)s” is: %(why)s.") % {"title": named, "why": why}


def _hindered(said: Said, rows: tuple[Any, ...], refusal: EntryRefused) -> Comparison:
    wrong = " ".join(
        f"{LABELS[one.field]}: {one.sentence}" if one.field in LABELS else one.sentence
        for one in refusal.problems
    )
    # Where nothing but the verdict is missing, one key says it.
    ask = {one.field for one in refusal.problems} <= {"grade", "verdict"}
    return Comparison(rows, hindered=wrong, choices=verdict_choices(said) if ask else ())


_BECAME = {
    NEW: gettext_lazy("A new review."),
    REVISED: gettext_lazy("We hold another version of it: this is a revision."),
    EARLIER: gettext_lazy("We hold a later version of it: this is an earlier one."),
    UNCHANGED: gettext_lazy("We hold exactly this already."),
}
