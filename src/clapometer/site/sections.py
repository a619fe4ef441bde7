"""The sections of a work's page in their order: what each is called, and what reads it.

First the consensus and the scores (seasons, course, what others print), then what was announced and
where sources disagree, then the numbers of audiences (charts, counters), then the work itself
(synopsis, trailers, where to watch, cast, source work), then the whole record (timeline, reviews),
and last how to cite it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy as _

from .about.elsewhere import read_elsewhere
from .about.names import read_local_title, read_titles
from .about.people import read_people
from .about.poster import read_poster
from .about.synopsis import read_synopsis
from .about.trailers import read_trailers
from .about.watch import read_watch
from .announced.statements import read_statements
from .announced.status import read_status
from .chartsection import read_charts
from .consensusbox import read_consensus
from .countersection import read_counted
from .course import read_course
from .picker import read_picker
from .press.disputes import read_disputes
from .press.section import read_quotations, read_reported, read_stories
from .printed import read_printed
from .readings import read_readings
from .reviewlist import read_gone, read_reviews
from .seasons import read_seasons
from .timelinepage import read_timeline
from .workpage import WorkRecord

Read = Callable[[WorkRecord], Mapping[str, object] | None]


@dataclass(frozen=True, slots=True)
class Section:
    """One section of the page. Its anchor is its name, its template `site/sections/<name>.html`.

    `read` returns what the template finds under `told`, or None where there is nothing to say: the
    section is then left out. A number under "count" is printed beside the title; what lies under
    "structured" goes into the page's schema.org data.
    """

    name: str
    title: Promise
    read: Read

    @property
    def template(self) -> str:
        """Return the template that prints what was read."""
        return f"site/sections/{self.name}.html"


@dataclass(frozen=True, slots=True)
class Filled:
    """A section with something to say."""

    name: str
    title: Promise
    template: str
    told: Mapping[str, object]


# Under the title and above the score; these have no heading.
HEAD: tuple[Section, ...] = (
    Section("local_title", _("Title"), read_local_title),
    Section("status", _("Status"), read_status),
    Section("poster", _("Poster"), read_poster),
)
BODY: tuple[Section, ...] = (
    Section("consensus", _("Critics’ consensus"), read_consensus),
    Section("seasons", _("Seasons and parts"), read_seasons),
    Section("readings", _("The parts together"), read_readings),
    Section("course", _("The score over time"), read_course),
    Section("charts", _("On the charts"), read_charts),
    Section("counters", _("Counted"), read_counted),
    Section("picker", _("The score on another day"), read_picker),
    Section("printed", _("As printed by others"), read_printed),
    Section("reported", _("As reported"), read_reported),
    Section("announced", _("Announcements"), read_statements),
    Section("disputes", _("Where sources disagree"), read_disputes),
    Section("synopsis", _("Synopsis"), read_synopsis),
    Section("trailers", _("Trailers"), read_trailers),
    Section("watch", _("Where to watch"), read_watch),
    Section("people", _("Cast, crew and source"), read_people),
    Section("titles", _("Other titles"), read_titles),
    Section("elsewhere", _("Elsewhere"), read_elsewhere),
    Section("quotations", _("In their words"), read_quotations),
    Section("stories", _("Stories"), read_stories),
    Section("timeline", _("Timeline"), read_timeline),
    Section("reviews", _("Reviews"), read_reviews),
    Section("gone", _("In the record, not in the score"), read_gone),
)


def filled(sections: Sequence[Section], record: WorkRecord) -> Iterator[Filled]:
    """Yield those of the sections that have something to say of the work as asked for."""
    for one in sections:
        told = one.read(record)
        if told is not None:
            yield Filled(one.name, one.title, one.template, told)


def structured_by(sections: Iterable[Filled]) -> dict[str, object]:
    """Return what the sections tell programs, as properties of schema.org."""
    found: dict[str, object] = {}
    for one in sections:
        told = one.told.get("structured")
        found |= told if isinstance(told, dict) else {}
    return found
