"""Lines of a timeline: what was said of the reviews, and the reviews that were taken back."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from django.utils.translation import gettext

from clapometer.reviews.record import Said, said_by
from clapometer.site import words
from clapometer.site.addresses import entry_address
from clapometer.site.rows import names_of

from .lines import Line, Scope, Told

SAYING = ("posted", "revised")


def find(scope: Scope) -> Iterator[Line]:
    """Yield a line for each entry about a review, and for each that was taken back."""
    for work, events in scope.events.items():
        for one in events:
            if one.recorded_at > scope.known:
                continue
            undone = one.voided_at
            if undone is None or undone > scope.known:
                at = one.recorded_at if one.happened_at is None else one.happened_at
                undated = one.happened_at is None
                yield Line(at, one.recorded_at, one.seq, "review", work, undated, False)
            else:
                yield Line(undone, undone, one.seq, "correction", work, False, True)


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
