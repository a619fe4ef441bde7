"""Lines of a timeline: what was said of the reviews, and the reviews that were taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from heapq import nlargest

from django.utils.translation import gettext

from clapometer.reviews.record import Said, said_by
from clapometer.scoring.bench import instant_of
from clapometer.scoring.events import Event
from clapometer.site import words
from clapometer.site.addresses import entry_address
from clapometer.site.rows import names_of

from .lines import Line, Scope, Told

SAYING = ("posted", "revised")


def find(scope: Scope) -> Iterator[Line]:
    """Yield a line for each entry about a review, and for each that was taken back."""
    for work, events in scope.events.items():
        for one in events:
            if one.recorded_at <= scope.known:
                yield _line(scope, work, one)


def find_last(scope: Scope, count: int) -> list[Line]:
    """Return the last lines until the instant asked for: most entries need no line then."""
    at = scope.asked.at
    told = (
        (_happened(scope, one), one.seq, work, one)
        for work, events in scope.events.items()
        for one in events
        if one.recorded_at <= scope.known and (at is None or _happened(scope, one) <= at)
    )
    return [_line(scope, work, one) for _, _, work, one in nlargest(count, told)]


def _line(scope: Scope, work: int, one: Event) -> Line:
    at = _happened(scope, one)
    if _is_undone(scope, one):
        return Line(at, at, one.seq, "correction", work, False, True)
    undated = one.happened_at is None
    return Line(at, one.recorded_at, one.seq, "review", work, undated, False)


def _happened(scope: Scope, one: Event) -> int:
    if one.voided_at is not None and _is_undone(scope, one):
        return one.voided_at
    return instant_of(one)


def _is_undone(scope: Scope, one: Event) -> bool:
    return one.voided_at is not None and one.voided_at <= scope.known


def tell(scope: Scope, lines: Sequence[Line]) -> list[Told]:
    """Return who said what in which words, in short."""
    said = said_by((line.seq for line in lines), scope.known)
    return [_told(line, said[line.seq]) for line in lines]


def _told(line: Line, said: Said) -> Told:
    text = _text(said)
    if line.what:
        text = gettext("Entry %(seq)d taken back: %(text)s") % {"seq": said.seq, "text": text}
    day = words.moment_of(line.happened) if line.what else _day(said)
    link = said.link if said.link.startswith(("https://", "http://")) else ""
    return Told(line, day, text, entry_address(said.seq), said.outlet_name, link)


def _day(said: Said) -> str:
    """Return when it was; an exclusion or a withdrawal dated by day does not say that it is."""
    if said.happened_at is not None and words.is_start_of_day(said.happened_at):
        return words.day_of(said.happened_at)
    return words.dated(said.happened_at, said.dated, said.recorded_at)


def _text(said: Said) -> str:
    what = names_of(said)
    if said.kind not in SAYING:
        kind = str(words.EVENT_KINDS[said.kind]).capitalize()
        return f"{kind}: {what}. {said.reason}" if said.reason else f"{kind}: {what}"
    verdict = str(words.VERDICTS[said.positive][2])
    if said.kind == "revised":
        verdict = gettext("%(verdict)s (revised)") % {"verdict": verdict}
    return f"{verdict}, {said.grade}: {what}" if said.grade else f"{verdict}: {what}"
