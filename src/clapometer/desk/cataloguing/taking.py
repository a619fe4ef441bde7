"""Taking in what was gathered from a catalogue, or looking at what that would do."""

from __future__ import annotations

from collections.abc import Mapping

from clapometer.catalogue.matching.stock import shelf_for
from clapometer.readers.sources.works import SourceWork

from .asking import Gathered
from .intake import Intake, Origin, try_intake
from .outcome import SourceOutcome
from .placing import incoming_of
from .queuing import queue_questions
from .sources import CatalogueSource


def look_at(
    source: CatalogueSource, gathered: Gathered, answers: Mapping[str, int | str]
) -> SourceOutcome:
    """Return what taking it in would do; nothing is written."""
    return try_intake(_intake(source, gathered, answers), gathered.records)


def take_in(
    source: CatalogueSource, gathered: Gathered, answers: Mapping[str, int | str]
) -> SourceOutcome:
    """Take it in whole; the same again writes nothing. What a person has to say waits for one."""
    intake = _intake(source, gathered, answers)
    intake.take(gathered.records)
    outcome = intake.finish()
    queue_questions(source.title, gathered.asked, outcome.questions)
    return outcome


def _intake(
    source: CatalogueSource, gathered: Gathered, answers: Mapping[str, int | str]
) -> Intake:
    works = [one for one in gathered.records if isinstance(one, SourceWork)]
    shelf = shelf_for(incoming_of(one) for one in works if one.kind in ("film", "series"))
    return Intake(Origin(source, gathered.asked, gathered.sha256), shelf, answers)
