"""What an editor typed of a work, read: kind, title, year, series, release, identifiers."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from django.utils.translation import gettext as _

from clapometer.catalogue.models import KINDS, RELEASES, Identifier, Work
from clapometer.catalogue.search import WorkUnknown, resolve_work
from clapometer.instants import format_instant, now
from clapometer.ledger.canonical import Value
from clapometer.readers.identifiers import FILE_PREFIX, identifier
from clapometer.readers.text import LIMITS, clean_word
from clapometer.readers.words import read_year, split_title

from .days import DayRefused, read_day
from .refusing import EntryRefused, Problem
from .reviewtyping import zone_of_site

FIELDS = ("title", "year", "kind", "parent", "number", "release", "released", "identifiers")
# Of what a work can be a part.
WHOLES: dict[str, tuple[str, ...]] = {
    "film": (),
    "series": (),
    "season": ("series",),
    "episode": ("season", "series"),
}
_LONGEST_IDENTIFIER = 300


@dataclass(frozen=True, slots=True)
class TypedWork:
    """A work as typed; `released` is the instant of its release, as entries tell it."""

    kind: str
    title: str
    year: int | None
    parent: Work | None
    number: int | None
    release: str
    released: str | None
    identifiers: tuple[str, ...]

    def facts(self) -> dict[str, Value]:
        """Return what an entry tells of it, but for its identifiers."""
        return {
            "kind": self.kind,
            "title": self.title,
            "year": self.year,
            "release": self.release,
            "released": self.released,
            "parent": self.parent.id if self.parent else None,
            "number": self.number,
        }


def read_work(typed: Mapping[str, str], of: Work | None = None) -> TypedWork:
    """Return what was typed, read; `of`: the work that is corrected, None for a new one.

    Raises EntryRefused with every problem there is.
    """
    problems: list[Problem] = []
    kind = _kind(typed, problems)
    number = _number(typed, problems)
    title, year = _title_and_year(typed, kind, number, problems)
    read = TypedWork(
        kind=kind,
        title=title,
        year=year,
        parent=_parent(typed, kind, of, problems),
        number=number,
        release=_release(typed, problems),
        released=_released(typed, problems),
        identifiers=_identifiers(typed, of, problems),
    )
    if problems:
        raise EntryRefused(*problems)
    return read


def _kind(typed: Mapping[str, str], problems: list[Problem]) -> str:
    kind = typed.get("kind", "")
    if kind not in KINDS:
        problems.append(Problem("kind", _("Choose what it is.")))
    return kind


def _number(typed: Mapping[str, str], problems: list[Problem]) -> int | None:
    text = clean_word(typed.get("number", ""))
    if text and not (text.isascii() and text.isdigit() and len(text) <= 6):
        problems.append(Problem("number", _("“%(text)s” is no number.") % {"text": text[:60]}))
        return None
    return int(text) if text else None


def _title_and_year(
    typed: Mapping[str, str], kind: str, number: int | None, problems: list[Problem]
) -> tuple[str, int | None]:
    """Return both; a year in brackets behind the title is read, a season may go by its number."""
    title, bracketed = split_title(typed.get("title", ""))
    if not title and number is not None and kind in {"season", "episode"}:
        title = f"{'Season' if kind == 'season' else 'Episode'} {number}"
    if not title:
        problems.append(Problem("title", _("Write the title.")))
    if len(title) > LIMITS["title"]:
        sentence = _("A title has at most %(n)d characters.") % {"n": LIMITS["title"]}
        problems.append(Problem("title", sentence))
    year, read = read_year(typed.get("year", ""))
    if not read:
        shown = {"text": typed["year"].strip()[:60]}
        problems.append(Problem("year", _("“%(text)s” is no year; write it like 2022.") % shown))
    return title, year if year is not None else bracketed


def _parent(
    typed: Mapping[str, str], kind: str, of: Work | None, problems: list[Problem]
) -> Work | None:
    name = typed.get("parent", "").strip()
    wholes = WHOLES.get(kind, ())
    if not name:
        if wholes and (of is None or of.parent_id is not None):
            problems.append(Problem("parent", _("Name the series it belongs to.")))
        return None
    if not wholes:
        sentence = _("A film or a series is no part of another work.")
        problems.append(Problem("parent", sentence))
        return None
    try:
        parent = resolve_work(name[:400])
    except WorkUnknown as unknown:
        problems.append(Problem("parent", str(unknown)))
        return None
    if parent.kind not in wholes or parent.merged_into or (of and parent.id == of.id):
        sentence = _("“%(work)s” cannot have it as a part.") % {"work": parent}
        problems.append(Problem("parent", sentence))
    return parent


def _release(typed: Mapping[str, str], problems: list[Problem]) -> str:
    release = typed.get("release", "")
    if release not in RELEASES:
        problems.append(Problem("release", _("Choose one of the widths offered.")))
    return release


def _released(typed: Mapping[str, str], problems: list[Problem]) -> str | None:
    try:
        found = read_day(typed.get("released", ""), zone_of_site(), now(), ahead=True)[0]
    except DayRefused as refusal:
        problems.append(Problem("released", str(refusal)))
        return None
    return None if found is None else format_instant(found)


def _identifiers(
    typed: Mapping[str, str], of: Work | None, problems: list[Problem]
) -> tuple[str, ...]:
    """Return the identifiers, each one known by its form and no other work's."""
    found: list[str] = []
    for word in typed.get("identifiers", "").replace(",", " ").split():
        sentence = ""
        value = identifier(word) if of is None or word not in _names(of) else word
        if value.startswith(FILE_PREFIX) and (of is None or value not in _names(of)):
            sentence = _("“%(text)s” is no identifier known here; write it like imdb:tt0111161.")
        elif len(value) > _LONGEST_IDENTIFIER:
            sentence = _("“%(text)s” is too long for an identifier.")
        elif other := _other(value, of):
            sentence = _("“%(text)s” names {work} already.").format(work=f"“{other}” (w{other.id})")
        if sentence:
            problems.append(Problem("identifiers", sentence % {"text": word[:60]}))
        elif value not in found:
            found.append(value)
    return tuple(found)


def _names(of: Work) -> set[str]:
    return set(of.identifiers.values_list("value", flat=True))


def _other(value: str, of: Work | None) -> Work | None:
    known = Identifier.objects.filter(value=value).select_related("work").first()
    return known.work if known and (of is None or known.work_id != of.id) else None
