"""Lines of a timeline: the facts about the works, and what became of them since."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from itertools import pairwise
from typing import NamedTuple

from django.utils.functional import Promise
from django.utils.translation import gettext_lazy

from clapometer.facts.kinds import kind_named
from clapometer.facts.models import FactVersion
from clapometer.facts.reading import Fact, versions_numbered
from clapometer.ledger.reading import read_some
from clapometer.site import words
from clapometer.site.addresses import fact_address
from clapometer.site.asking import query_of, text_of
from clapometer.site.factwords import Names, line_of, names_in, spoken_when, title_of

from .lines import Line, Scope, Told

_READ = ("fact", "seq", "until", "kind", "about", "happened_at", "since", "recorded_at")


class _Version(NamedTuple):
    fact: int
    seq: int
    until: int | None
    kind: str
    about: int
    happened_at: int | None
    since: int
    recorded_at: int


class _Turn(NamedTuple):
    """What became of a fact: the word for it, and the version that says what the fact is."""

    word: str
    version: tuple[int, int]


TURNS: dict[str, Promise] = {
    "corrected": gettext_lazy("%(title)s corrected: %(line)s"),
    "undone": gettext_lazy("%(title)s taken back: %(line)s"),
    "restored": gettext_lazy("%(title)s put back: %(line)s"),
}


def find(scope: Scope) -> Iterator[Line]:
    """Yield a line for each fact as it stands, and one for each time that it was changed."""
    found = FactVersion.objects.filter(about__in=list(scope.works), seq__lte=scope.position)
    versions: dict[int, list[_Version]] = defaultdict(list)
    for row in found.order_by("seq").values_list(*_READ):
        versions[row[0]].append(_Version._make(row))
    ended = [line for every in versions.values() for line in _ends(scope, every)]
    recorded = read_some(line[0] for line in ended) if ended else {}
    for seq, last in ended:
        yield _line(last, recorded[seq].recorded_at, seq, "undone")
    for every in versions.values():
        yield from _lines(scope, every)


def _lines(scope: Scope, versions: Sequence[_Version]) -> Iterator[Line]:
    last = versions[-1]
    if last.until is None or last.until > scope.position:
        at = last.since if last.happened_at is None else last.happened_at
        yield Line(at, last.since, last.fact, last.kind, last.about, last.happened_at is None,
                   _Turn("", (last.fact, last.seq)))  # fmt: skip
    for before, after in pairwise(versions):
        word = "corrected" if before.until == after.seq else "restored"
        yield _line(after, after.recorded_at, after.seq, word)


def _ends(scope: Scope, versions: Sequence[_Version]) -> Iterator[tuple[int, _Version]]:
    """Yield each entry that took the fact back, with the version that it ended."""
    began = {one.seq for one in versions}
    for one in versions:
        if one.until is not None and one.until <= scope.position and one.until not in began:
            yield one.until, one


def _line(version: _Version, at: int, seq: int, word: str) -> Line:
    turn = _Turn(word, (version.fact, version.seq))
    return Line(at, at, seq, "correction", version.about, False, turn)


def tell(scope: Scope, lines: Sequence[Line]) -> list[Told]:
    """Return the facts in the words of their kinds, with who says so."""
    versions = versions_numbered(line.what.version for line in lines)
    facts = [versions[line.what.version] for line in lines]
    names = _names(facts)
    query = query_of(known=text_of(scope.asked.known))
    return [
        _told(line, fact, line_of(fact, names.get(fact.kind, {})), query)
        for line, fact in zip(lines, facts, strict=True)
    ]


def _names(facts: Iterable[Fact]) -> dict[str, Names]:
    """Return, for each kind, the names of what its facts refer to by number."""
    by_kind: dict[str, list[Fact]] = defaultdict(list)
    for fact in facts:
        by_kind[fact.kind].append(fact)
    kinds = ((kind_named(name), found) for name, found in by_kind.items())
    return {kind.name: names_in(kind, found) for kind, found in kinds if kind}


def _told(line: Line, fact: Fact, text: str, query: str) -> Told:
    turn: _Turn = line.what
    if turn.word:
        text = str(TURNS[turn.word]) % {"title": title_of(fact.kind), "line": text}
        day = words.moment_of(line.happened)
    else:
        day = spoken_when(fact) or words.moment_of(fact.since)
    source, link = str(fact.said.get("source", "")), str(fact.said.get("link", ""))
    return Told(line, day, text, fact_address(fact.id, query), source, link, fact.id)
