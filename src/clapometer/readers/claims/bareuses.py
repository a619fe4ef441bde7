"""Titles that stand without marks, by all that a story does with them: what is said only of works
speaks for a run of capitals, what is said only of people against it."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator
from typing import TYPE_CHECKING, NamedTuple

from .capitals import Capitals, capitalised, lists_in, parts_of, runs_in
from .companies import PLATFORM
from .given_names import GIVEN_NAMES
from .slugs import in_slug, slug_words
from .titles import TYPE_NOUNS
from .uses import BEFORE, BEHIND, PERSON_BEFORE, PERSON_BEHIND
from .wording import Table, Wording

if TYPE_CHECKING:
    from .document import Document

_BEHIND = tuple((one.name, one.weight, re.compile(one.pattern)) for one in BEHIND)
_BEFORE = Table(BEFORE, [Wording(one.pattern) for one in BEFORE])
_PERSON_BEHIND = re.compile(PERSON_BEHIND)
_PERSON_BEFORE = Wording(PERSON_BEFORE, re.IGNORECASE)
_MARKS = "\"'“‘"
_JOINS_BEFORE = re.compile(r"\b(?:in|on|at|for|with|by|from|to|and|is|of|As|as) (?:the |The )?$")
_JOINS_BEHIND = re.compile(r",? (?:in|on|at|for|with|by|from|to|and|is|of)\b")
STARTED = frozenset(("Is", "Was", "Are", "Will", "Has", "Does", "Did", "Can", "Add", "Watch"))
_OWNED = re.compile(r"((?:[A-Z][\w-]+ ){0,2}[A-Z][\w-]+)[’']s (?=[A-Z0-9])")
_KIND_AFTER = re.compile(rf" (?:[a-z][\w-]* )?(?:{TYPE_NOUNS})\b")
"""A word with a capital before a kind is an adjective: “ITV's Victorian drama”."""
_COUPLE = re.compile(
    r"[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?,? (?:and|&) ([A-Z][\w’'-]+)(?: [A-Z][\w’'-]+)?"
)
_FORMERLY = re.compile(
    rf"\b(?:[Ff]ormer|[Ee]x|[Oo]ne-?time|[Ee]rstwhile)[ -](?!(?:{PLATFORM})\b)(?:[\w’'-]+ ){{1,5}}"
    r"(?:favou?rite|sensation|phenomenon|newcomer|contender),? $"
)
"""What a person was, with a noun that stands before titles too: “former Dale End favourite”."""
_CARRIED = re.compile(rf"[”\"’']* on (?:{PLATFORM})\b")
_NAME = re.compile(r"[A-Z][\w’'-]+(?: [A-Z][\w’'.-]*){1,2}")
_FULL_NAME = re.compile(r"\b([A-Z][\w’-]+) ([A-Z][\w’'-]+[\w])\b")
_PERSON_IN = re.compile(r"([A-Z][\w’'-]+)(?: [A-Z][\w’'.-]+){1,2} (?:in|on|for) (?=[A-Z])")
_MAKER = re.compile(r"[’']s? [“\"‘]")
_LEAST = 2
_LOOK_BACK = 64
_ROLES = frozenset(("body", "subhead", "headline", "item"))


class _Tally:
    """What speaks for a title: its uses by name with their weight, its places, and against it."""

    def __init__(self) -> None:
        self.uses: dict[str, int] = {}
        self.places = 0
        self.bare = 0
        self.body = 0
        self.alone = 0
        self.inside = 0
        self.people = 0
        self.said = 0

    def sum(self) -> int:
        """Return how much all uses say together."""
        return sum(self.uses.values())


class Bare(NamedTuple):
    """What stands without marks: titles with how often they do, those of them that are so beyond
    doubt, and the runs of capitals that stand as people do, surnames alone among them."""

    titles: dict[str, int]
    firm: frozenset[str]
    people: frozenset[str]


def used_titles(document: Document) -> Bare:
    """Return what a story uses as only works are used, and what as people are."""
    told = _tallies(document)
    surnames = _surnames(document)
    found = {
        title: tally
        for title, tally in _found(document, told).items()
        if title not in surnames or _firm(tally)
    }
    people = {one for one, tally in told.items() if tally.people and tally.sum() < 2 * _LEAST}
    last = {one.rsplit(" ", 1)[-1] for one in people if _NAME.fullmatch(one)}
    return Bare(
        {title: tally.bare for title, tally in found.items()},
        frozenset(title for title, tally in found.items() if _firm(tally) and tally.bare),
        frozenset(people | last | surnames),
    )


def _surnames(document: Document) -> frozenset[str]:
    """Return the words that stand behind a given name somewhere."""
    text = document.text[document.story.start :]
    return frozenset(
        one[2] for one in _FULL_NAME.finditer(text) if one[1].casefold() in GIVEN_NAMES
    )


def _found(document: Document, told: dict[str, _Tally]) -> dict[str, _Tally]:
    """Return the titles found with what speaks for them."""
    words = slug_words(document.story.source)
    first = document.blocks[0] if document.blocks else None
    headline = document.text[first.start : first.end] if first and first.role == "headline" else ""
    found = {
        title: tally
        for title, tally in told.items()
        if tally.sum() and _is_work(document, title, tally, _about(title, tally, headline, words))
    }
    return {
        title: tally
        for title, tally in found.items()
        if not (
            _glued(title, found)
            or (_surname(title, told, found) and not _firm(tally))
            or _listed(title, tally, found)
        )
    }


def _firm(tally: _Tally) -> bool:
    """Return whether so much speaks for a title that a name may be one: “ITV's Sloane was axed”."""
    return not tally.people and tally.sum() >= 2 * _LEAST


def _tallies(document: Document) -> dict[str, _Tally]:
    """Return every run of capitals with what speaks for it."""
    told: dict[str, _Tally] = defaultdict(_Tally)
    parts: list[Capitals] = []
    headline_end = document.blocks[0].end if document.blocks else 0
    for run in _candidates(document):
        for one in _two(_behind_person(run) or run):
            tally = told[one.title]
            _count(document, one, tally)
            tally.alone += 1
            tally.body += one.start > headline_end
            tally.bare += not one.start or document.text[one.start - 1] not in _MARKS
            parts += parts_of(one)
    for part in parts:
        # A part is a title by itself only where it stands alone too, or begins as one: “Dust and
        # The Far Ones”.
        if part.title in told or part.title.startswith("The "):
            _count(document, part, told[part.title])
    for title in list(told):
        owner = _OWNED.match(title)
        if owner and _makes(owner[1], told):
            told[title[owner.end() :]] = told.pop(title)
    return told


def _two(run: Capitals) -> Iterator[Capitals]:
    """Yield a run, or both of its titles where the second begins with its article: “Dust and The
    Far Ones”."""
    first, joined, second = run.title.partition(" and The ")
    if not joined:
        yield run
        return
    yield Capitals(first, run.start, run.start + len(first), run.opens)
    yield Capitals(f"The {second}", run.start + len(first) + len(" and "), run.end, opens=False)


def _behind_person(run: Capitals) -> Capitals | None:
    """Return the title of a run such as “Ida Lund in Salt Road”, without the person."""
    found = _PERSON_IN.match(run.title)
    if found is None or found[1].casefold() not in GIVEN_NAMES:
        return None
    return Capitals(run.title[found.end() :], run.start + found.end(), run.end, opens=False)


def _makes(owner: str, told: dict[str, _Tally]) -> bool:
    """Return whether a name is its maker's in front of a title, “Lund's Salt Road”: a full name
    that stands elsewhere too, or the last word of one."""
    if " " in owner:
        return owner in told
    return any(one.endswith(f" {owner}") and not told[one].sum() for one in told)


def _surname(title: str, told: dict[str, _Tally], found: dict[str, _Tally]) -> bool:
    """Return whether a single word is the last of a name that is no work's."""
    if " " in title:
        return False
    full = (one for one in told if one.endswith(f" {title}") and len(one.split()) <= 3)
    return any(one not in found and told[one].alone for one in full)


def _glued(title: str, found: dict[str, _Tally]) -> bool:
    """Return whether a run is no title but a found one with words at its side that only small
    words join to it: it stands alone more often than glued."""
    return any(
        glued_to(title, other) and tally.places > 2 * found[title].places - 1
        for other, tally in found.items()
    )


def _listed(title: str, tally: _Tally, found: dict[str, _Tally]) -> bool:
    """Return whether a title stands only within longer ones with commas: “Two Vans, One Dad”."""
    longer = (one for one in found if "," in one and one != title and title in one.split(", "))
    return 0 < tally.alone <= sum(found[one].alone for one in longer)


def glued_to(title: str, other: str) -> bool:
    """Return whether a run is another title with something that a small word joins to it."""
    if len(other) + 3 >= len(title) or other not in title:
        return False
    before, _, behind = title.partition(other)
    if before:
        return _JOINS_BEFORE.search(before) is not None or before.strip() in STARTED
    return _JOINS_BEHIND.match(behind) is not None


def _candidates(document: Document) -> Iterator[Capitals]:
    for block in document.blocks:
        if block.role not in _ROLES or capitalised(
            document.text[block.start : block.end], block.role
        ):
            continue
        yield from runs_in(document, block.start, block.end)
        if "," in document.text[block.start : block.end]:
            yield from lists_in(document, block.start, block.end)


def _count(document: Document, one: Capitals, tally: _Tally) -> None:
    """Add what a place of a title says."""
    text = document.text
    tally.places += 1
    tally.inside += not one.opens
    carried = _CARRIED.match(text, one.end)
    end = carried.end() if carried else one.end
    for name, weight, sign in _BEHIND:
        if sign.match(text, end):
            tally.uses[name] = weight
            tally.said += weight
            break
    begin = max(document.story.start, one.start - _LOOK_BACK)
    before = text[begin : one.start].rsplit("\n", maxsplit=1)[-1].rstrip("\"“'‘")
    if _FORMERLY.search(before):
        tally.people += 1
        return
    adjective = " " not in one.title and _KIND_AFTER.match(text, one.end)
    for use, wording in () if adjective else _BEFORE.for_text(before):
        if wording.expression.search(before):
            tally.uses[f"before: {use.name}"] = use.weight
            tally.said += use.weight
            break
    bracketed = before.endswith("(") and text.startswith(")", one.end)
    maker = _MAKER.match(text, one.end) is not None
    if maker or bracketed or _PERSON_BEHIND.match(text, one.end) or _PERSON_BEFORE.search(before):
        tally.people += 1


def _about(title: str, tally: _Tally, headline: str, words: tuple[str, ...]) -> int:
    """Return how much the headline and the address of a story say that it is about a title."""
    many = len(title.split()) > 1
    return (2 if many else 1) * in_slug(title, words) + (tally.body > 0 and title in headline)


def _is_work(document: Document, title: str, tally: _Tally, about: int) -> bool:
    """Return whether enough speaks for a run, and nothing against it."""
    score = tally.sum() + about + bool(re.search(r" \d$", title))
    strong = max(tally.uses.values(), default=0)
    words = title.removeprefix("The ").split()
    if "," in title:
        return _is_list(title, tally, about)
    sure = strong >= _LEAST and (about > 0 or (not tally.people and tally.sum() >= 2 * _LEAST))
    if _is_name(title, words, sure) or (title.isupper() and len(words) == 1 and not tally.body):
        return False
    if words[0].casefold() in GIVEN_NAMES and 2 <= len(words) <= 3 and not title.startswith("The "):
        return not tally.people and strong > 1 and score > _LEAST
    if " " not in title and not tally.inside and score < 2 * _LEAST and _common(document, title):
        return False
    enough = score >= _LEAST and tally.said + about >= _LEAST + 2 * tally.people
    return enough and (strong >= _LEAST or about > 0)


def _is_name(title: str, words: list[str], about: bool) -> bool:
    """Return whether a run is one given name, or the names of two people."""
    if about:
        return False
    pair = _COUPLE.fullmatch(title)
    return (len(words) == 1 and words[0].casefold() in GIVEN_NAMES) or (
        pair is not None and bool({words[0].casefold(), pair[1].casefold()} & GIVEN_NAMES)
    )


def _common(document: Document, word: str) -> bool:
    """Return whether a word that only ever opens sentences is a word like others."""
    low = word.casefold()
    if low == word:
        return False
    return low.endswith(("ly", "ing")) or bool(re.search(rf"\b{re.escape(low)}\b", document.text))


def _is_list(title: str, tally: _Tally, about: int) -> bool:
    """Return whether a run with commas is one title: the address or the headline has it, or what
    is said of it is said of one."""
    if "before: leader" in tally.uses:
        return True
    if any(part.split()[0].casefold() in GIVEN_NAMES for part in title.split(", ")[1:]):
        return False
    one = {"season", "before: kind", "before: part of"} & set(tally.uses)
    return (about > 1 and bool(tally.uses)) or bool(one and len(tally.uses) > 1)
