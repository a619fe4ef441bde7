"""What a claim would record, read: its kind of fact, the work, and what the fact would say."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.utils.translation import gettext as _

from clapometer.catalogue.models import Work
from clapometer.facts.drafts import Told
from clapometer.facts.kinds import FactKind, kind_named
from clapometer.facts.reading import Fact
from clapometer.facts.typed import FactRefused
from clapometer.facts.typed import Problem as FactProblem
from clapometer.instants import now
from clapometer.stories.quoting import is_short, most_words

from ..entering import look_at, read_resolved
from ..references import resolve
from ..refusing import EntryRefused, Problem
from .certainty import EARLIER, STATED
from .records import BOUNDED, RECORDS
from .works import season_of, work_called, work_meant

ANNOUNCEMENT = "announcement"


@dataclass(frozen=True, slots=True)
class Looked:
    """A claim read: `work` is the work that it names, `record` that of its season where the fact is
    about that (None: it has to be added), `told` what the fact would say."""

    kind: FactKind
    work: Work
    record: Work | None
    told: Told
    fresh: tuple[str, ...]

    @property
    def fact(self) -> Fact:
        """Return the fact as it would be."""
        about, at = (self.record.id if self.record else 0), now()
        return Fact(
            0, 0, None, self.kind.name, about, self.told.happened_at, at, at, "", self.told.said
        )


def look(said: Mapping[str, Any]) -> Looked:
    """Return what would be recorded; nothing is written. Raises EntryRefused and FactRefused with
    every reason for which it cannot be."""
    work = _work(said)
    kind = kind_of(said)
    _check_modality(said, kind)
    reading = look_at(kind, work.id, fact_fields(said))
    check_bounded(kind, reading.told)
    season = said.get("season") if of_season(said) else None
    record = work if season is None or work.kind != "series" else season_of(work, season)
    return Looked(kind, work, record, reading.told, tuple(one.name for one in reading.fresh))


def look_without_work(said: Mapping[str, Any]) -> FactKind:
    """Return the kind of what would be recorded of a work that is added with it; nothing is
    written. Raises EntryRefused and FactRefused."""
    kind = kind_of(said)
    _check_modality(said, kind)
    check_bounded(kind, read_resolved(kind, resolve(kind, fact_fields(said))))
    return kind


def kind_of(said: Mapping[str, Any]) -> FactKind:
    """Return the kind of fact that is proposed. Raises EntryRefused."""
    kind = kind_named(str(said.get("record", "")))
    if kind is None:
        raise EntryRefused(Problem("", _("Nothing is known of what this would record.")))
    return kind


def of_season(said: Mapping[str, Any]) -> bool:
    """Return whether the fact is about the record of the season; a day of release is, too."""
    record = RECORDS.get(str(said.get("claim", "")))
    return bool(record and record.of_season) or said.get("record") in ("release", "reported-date")


def fact_fields(said: Mapping[str, Any]) -> dict[str, str]:
    """Return the fields of the fact as typed, without the choice of a measure."""
    return {name: text for name, text in said["typed"].items() if name != "measure"}


def _work(said: Mapping[str, Any]) -> Work:
    if said.get("work"):
        return work_meant(said["work"])
    # It may have been added since the story was read, or been given the name that the story uses.
    found = work_called(said.get("title"), season=said.get("season") is not None)
    if found is not None:
        return found
    told = _("It is not known which work of this site “%(title)s” is: choose it, or add it.")
    raise EntryRefused(Problem("work", told % {"title": said.get("title") or "–"}))


def _check_modality(said: Mapping[str, Any], kind: FactKind) -> None:
    modality = said.get("modality", "current")
    if modality not in STATED and kind.name != ANNOUNCEMENT:
        told = _(
            "The story does not state this as a fact (%(modality)s); nothing is recorded of it."
        )
        raise EntryRefused(Problem("modality", told % {"modality": modality}))
    dated = kind.name in ("outside-score", "certification", "printed-consensus")
    if modality in EARLIER and dated and not said["typed"].get("when"):
        raise EntryRefused(Problem("when", _("It was so earlier; say when, as far as is known.")))


def check_bounded(kind: FactKind, told: Told) -> None:
    """Raise FactRefused for words of a story that are more than the site quotes."""
    name = BOUNDED.get(kind.name, "")
    if name and not is_short(str(told.said.get(name, ""))):
        sentence = _("That is more than this site quotes of a story: %(n)d words at most.")
        raise FactRefused(FactProblem(name, sentence % {"n": most_words()}))
