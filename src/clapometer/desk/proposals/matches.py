"""Matches: of a title it is asked which work of the catalogue it is; the answer is kept."""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import suppress
from dataclasses import asdict

from django.utils.translation import gettext as _

from clapometer.catalogue.drafts import work_corrected
from clapometer.catalogue.matching.forms import forms
from clapometer.catalogue.models import Identifier, Work
from clapometer.facts.kinds import kind_named
from clapometer.facts.reading import facts_about
from clapometer.instants import now
from clapometer.ledger.canonical import Value
from clapometer.ledger.reading import read_some
from clapometer.ledger.writing import writing

from ..refusing import EntryRefused, Problem
from ..stating import add_fact, undo_fact
from ..undoing import work_is_bare
from ..workentry import take_back_work, undo_correction
from .models import Decision, Proposal
from .naming import ADDS, Candidate, Named, added_work, work_choices, work_named
from .pointing import is_same, point_away, point_to, title_key
from .proposing import Proposed, Stand, propose
from .takers import Comparison, Field, Said, row


def propose_match(
    named: Named, candidates: list[Candidate], why: str, stands: list[Stand]
) -> Proposed:
    """Ask which work a title is; the same title of several sources is asked once."""
    said = {
        "named": named.as_json(), "work": "", "why": why,
        "candidates": [asdict(one) for one in candidates],
    }  # fmt: skip
    title = _("Which work is %(title)s?") % {"title": str(named)}
    return propose("match", f"{title_key(named)}|{named.season or ''}", title, None, said, stands)


class MatchTaker:
    """Takes the kind “match”. `said`: what the source calls the work (`named`), those that may be
    meant (`candidates`), and the answer (`work`: a number like w17, one of ADDS, "" while it is
    open)."""

    def compare(self, proposal: Proposal) -> Comparison:
        """Return the title beside the work that was answered, else those to choose from."""
        said = proposal.said
        named = Named.kept(said["named"])
        choices = work_choices(named, said["candidates"])
        if said["work"] in ADDS:
            rows = (row(_("Work"), "", str(named)),)
            return Comparison(rows, _("It is added to the catalogue."), choices=choices)
        try:
            work = work_named(said["work"])
        except EntryRefused as refusal:
            return Comparison(hindered=str(refusal), choices=choices)
        if work is None:
            rows = (row(_("Title"), "", str(named)),)
            why = _("Say which work it is: %(why)s.") % {"why": said.get("why") or _("unclear")}
            return Comparison(rows, hindered=why, choices=choices)
        rows = (row(_("Title"), str(work), str(named)),)
        return Comparison(rows, self._keeps(work, named), about=f"/work/{work.public_id}")

    def _keeps(self, work: Work, named: Named) -> str:
        fresh = _unknown(named)
        if fresh:
            told = {"names": ", ".join(fresh)}
            return _("The work is then found by %(names)s, from this source too.") % told
        if _is_new_title(work, named):
            return _("The work is then found by this title too.")
        return _("What waits in the queue under this title is of that work.")

    def fields(self, proposal: Proposal) -> list[Field]:
        """Return the answer as an editor writes it."""
        hint = _("Its number (w17), or its title with the year; “new” adds it.")
        return [Field("work", _("Work"), proposal.said["work"], hint=hint, required=True)]

    def edited(self, proposal: Proposal, typed: Mapping[str, str]) -> Said:
        """Return it with the answer. Raises EntryRefused where there is no such work."""
        text = typed.get("work", "").strip()
        work = work_named(text)
        return {**proposal.said, "work": work.public_id if work else text}

    def accept(self, proposal: Proposal, said: Said, actor: str) -> list[int]:
        """Write by what the work is found from now on, and answer what waits under the title."""
        named = Named.kept(said["named"])
        if said["work"] in ADDS:
            written = [added_work(named, actor, said["work"])]
            proposal.work = written[0]
            _answered(named, written[0], proposal)
            return written
        work = work_named(said["work"])
        if work is None:
            raise EntryRefused(Problem("work", _("Say which work it is.")))
        proposal.work = work.id
        _answered(named, work.id, proposal)
        return _known_by(work, named, proposal, actor)

    def undo(self, decision: Decision, reason: str, actor: str) -> list[int]:
        """Take back the name, the identifier, or the work if nothing speaks of it; what waits under
        the title is of no work again."""
        answered = _answer(decision)
        if answered:
            point_away(Named.kept(decision.said["named"]), answered)
        undone = []
        for seq, entry in read_some(decision.entries).items():
            if entry.kind == "work.corrected":
                undone.append(undo_correction(seq, actor).seq)
            elif entry.kind == "title.added":
                undone.append(undo_fact(seq, reason, actor).seq)
            elif entry.kind == "work.added" and work_is_bare(seq) and not facts_about([seq]):
                undone.append(take_back_work(Work.objects.get(id=seq), reason, actor).seq)
        return undone


def _answer(decision: Decision) -> int | None:
    """Return the work that a decision answered with, None where it is no longer there."""
    if decision.said["work"] in ADDS:
        return decision.entries[0] if decision.entries else None
    with suppress(EntryRefused):
        work = work_named(decision.said["work"])
        return work.id if work else None
    return None


def _answered(named: Named, work: int, proposal: Proposal) -> None:
    """Let what waits under the title be of the work, questions in other words too."""
    point_to(named, work)
    for other in Proposal.objects.filter(kind="match", state="waiting").exclude(id=proposal.id):
        asked = Named.kept(other.said["named"])
        # A year or an identifier may tell it from this one.
        if asked.year is None and not asked.identifiers and is_same(asked, named):
            other.state, other.settled_at = "gone", now()
            other.save(update_fields=["state", "settled_at"])


def _known_by(work: Work, named: Named, proposal: Proposal, actor: str) -> list[int]:
    fresh = _unknown(named)
    if fresh:
        facts: dict[str, Value] = {"identifiers": list(fresh)}
        with writing(actor) as writer:
            return [writer.append_one(work_corrected(work.id, facts, {})).seq]
    kind = kind_named("title")
    if kind is None or not _is_new_title(work, named):
        return []
    backing = proposal.backings.select_related("reading").first()
    reading = backing.reading if backing else None
    typed = {
        "text": named.title,
        "type": "alias",
        "source": (reading.outlet or reading.headline) if reading else "",
        "link": (reading.canonical or reading.link) if reading else "",
    }
    return [add_fact(kind, work.id, typed, actor).seq]


def _unknown(named: Named) -> list[str]:
    """Return the identifiers that no work has yet."""
    there = Identifier.objects.filter(value__in=named.identifiers)
    known = set(there.values_list("value", flat=True))
    return [one for one in named.identifiers if one not in known]


def _is_new_title(work: Work, named: Named) -> bool:
    """Return whether the matching would not know the work by this title. A season has a title of
    its series, so that nothing is kept of it."""
    if work.kind not in ("film", "series"):
        return False
    titles = [work.title, *(str(one.said["text"]) for one in facts_about([work.id], "title"))]
    known = {form.key for title in titles for form in forms(title)}
    return not known.intersection(form.key for form in forms(named.title) if form.way != "main")
