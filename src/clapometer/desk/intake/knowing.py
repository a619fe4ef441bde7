"""What the catalogue knows of the works that a text may name: only those whose names stand in it.

Names are looked up, not searched through: a text of a thousand words asks the index for some
hundreds of keys, however large the catalogue is.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from django.db.models import Max

from clapometer.catalogue.folding import fold
from clapometer.catalogue.models import Alias, Person, Work
from clapometer.facts.reading import facts_about
from clapometer.readers.claims.known import KnownWork

LONGEST_NAME = 9
"""Words of the longest title that is looked for."""
MOST_KEYS = 12_000
"""Stretches of words that are looked up of one text; what comes after them names no new work."""
MOST_WORKS, MOST_PEOPLE = 100, 60
_AT_ONCE = 400
_LONGEST_ARTICLE = 3
_WORD = re.compile(r"[^\s“”‘’\"«»()\[\]{}…]+")
_SENTENCE_END = frozenset(".!?:")
_OPENING = frozenset("“‘\"'«„")
_SOLE = frozenset({"film", "series"})


def known_works(text: str) -> list[KnownWork]:
    """Return the films and series of the catalogue whose title, or another one, the text holds."""
    keys = _stretches(text)
    found = _works_called(keys)
    named = Work.objects.filter(id__in=found, kind__in=_SOLE, merged_into=None)
    works = list(named.order_by("-id")[:MOST_WORKS])
    numbers = [one.id for one in works]
    names, seasons, people = _other_names(numbers), _seasons(numbers), _people(numbers)
    return [
        KnownWork(
            title=one.title,
            kind=one.kind,
            names=tuple(names[one.id]),
            seasons=seasons.get(one.id, 0),
            year=one.year,
            people=tuple(people[one.id]),
            id=one.id,
        )
        for one in sorted(works, key=lambda one: (-len(one.title), one.id))
    ]


def _stretches(text: str) -> list[str]:
    """Return the stretches of words, folded, that may be titles.

    They begin with a capital or a digit, or with an article before one; a single word does not
    stand at the beginning of a sentence, unless in quotation marks.
    """
    words = [(one[0], one.start()) for one in _WORD.finditer(text)]
    found: dict[str, None] = {}
    for place, (word, start) in enumerate(words):
        follows = words[place + 1][0] if place + 1 < len(words) else ""
        if not (_begins_title(word) or (len(word) <= _LONGEST_ARTICLE and _begins_title(follows))):
            continue
        alone = _begins_title(word) and _may_stand_alone(text, start)
        for count in range(1 if alone else 2, LONGEST_NAME + 1):
            if place + count > len(words):
                break
            end = words[place + count - 1]
            found[fold(text[start : end[1] + len(end[0])])] = None
        if len(found) > MOST_KEYS:
            break
    return [key for key in found if key]


def _begins_title(word: str) -> bool:
    return bool(word) and (word[0].isupper() or word[0].isdigit() or not word[0].isascii())


def _may_stand_alone(text: str, start: int) -> bool:
    """Return whether a capital at this place is not owed to the beginning of a sentence."""
    before = text[max(0, start - 3) : start].rstrip(" \t")
    if not before or before[-1] == "\n":
        return False
    return before[-1] in _OPENING or before[-1] not in _SENTENCE_END


def _works_called(keys: list[str]) -> set[int]:
    found: set[int] = set()
    for part in _parts(keys):
        found.update(Work.objects.filter(key__in=part).values_list("id", flat=True))
        found.update(Alias.objects.filter(key__in=part).values_list("work_id", flat=True))
    return found


def _parts(keys: list[str]) -> Iterator[list[str]]:
    return (keys[start : start + _AT_ONCE] for start in range(0, len(keys), _AT_ONCE))


def _other_names(works: Iterable[int]) -> dict[int, list[str]]:
    """Return other titles as people wrote them, by work."""
    told: dict[int, list[str]] = defaultdict(list)
    for fact in facts_about(list(works), "title"):
        name = str(fact.said.get("text") or "")
        if name:
            told[fact.about].append(name)
    return told


def _seasons(works: Iterable[int]) -> dict[int, int]:
    """Return the number of the last season that the catalogue has, by series."""
    rows = (
        Work.objects.filter(parent_id__in=list(works), kind="season", merged_into=None)
        .values("parent_id")
        .annotate(last=Max("number"))
    )
    return {row["parent_id"]: row["last"] or 0 for row in rows}


def _people(works: Iterable[int]) -> dict[int, list[str]]:
    """Return names of the people with a credit in a work or in a season of it, by work."""
    wanted = list(works)
    parts = dict(Work.objects.filter(parent_id__in=wanted).values_list("id", "parent_id"))
    numbers: dict[int, dict[int, None]] = defaultdict(dict)
    for fact in facts_about([*wanted, *parts], "credit"):
        numbers[parts.get(fact.about, fact.about)][fact.said["person"]] = None
    everyone = {one for named in numbers.values() for one in list(named)[:MOST_PEOPLE]}
    names = dict(Person.objects.filter(id__in=everyone).exclude(name="").values_list("id", "name"))
    told: dict[int, list[str]] = defaultdict(list)
    for work, named in numbers.items():
        told[work] = [names[one] for one in list(named)[:MOST_PEOPLE] if one in names]
    return told
