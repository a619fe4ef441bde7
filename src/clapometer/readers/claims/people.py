"""People in a story: where they are named, each by the full name that the story gives anywhere.

A name is a run of words with capitals, particles and initials among them, without the words of
name_words.py. A single word is a name where it is the last (or first) word of a full one. Who a
person is, an actor or a character, is not told here: that is for the grammar of the finders.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from itertools import pairwise
from typing import TYPE_CHECKING, NamedTuple

from .given_names import GIVEN_NAMES
from .name_words import HYPHENED, MONONYMS, NOT_NAMES, PARTICLES, SURNAMES
from .parts import PersonMention

if TYPE_CHECKING:
    from .document import Document

LONGEST_NAME = 6
"""Words of the longest name."""
_CAPITAL = "A-ZÀ-ÖØ-ÞĀĂĄĆČĎĐĒĘĚĞĢĪİĶŁĽŃŇŌŐŒŔŘŚŞŠŢŤŪŮŰŹŻŽ"
_LETTER = "[\\w\u0300-\u036f]"
"""Also an accent that stands apart from its letter, as some pages have it."""
_WORD = (
    rf"(?:[{_CAPITAL}]\.(?:[ -]?[{_CAPITAL}]\.)*(?![{_CAPITAL}]?\w)"
    rf"|St\.|O['’] ?[{_CAPITAL}]{_LETTER}+"
    rf"|[{_CAPITAL}](?:{_LETTER}|\+)*(?:['’](?:[{_CAPITAL}]{_LETTER}+|o\b))?(?:[-/]{_LETTER}+)*)"
)
_NICKNAME = r"(?:[“\"‘']\w+(?: \w+)?[”\"’']|\(\w+\))"
_RUN = re.compile(
    rf"(?<![\w@#$&])(?:{_WORD})(?:[ \u00a0](?:(?:{PARTICLES})[ \u00a0]){{0,2}}"
    rf"(?:{_NICKNAME}[ \u00a0](?=[{_CAPITAL}]))?{_WORD})*"
    r"(?:,? (?:Jr|Sr)\b\.?| (?:III|II|IV)\b|(?<= [JS]r)\.)?"
)
_PIECE = re.compile(rf"{_NICKNAME}|{_WORD}|[^\s]+")
_DOES = re.compile(
    r"-(?:co-)?(?:created|written|penned|scripted|directed|helmed|produced|starring|led|fronted|"
    r"hosted|presented|voiced|headlined|narrated|produced)\Z"
)
"""What a name of several words is joined to by a hyphen: “the Ada Quill-led drama”."""
_GLUED = re.compile(rf"([{_CAPITAL}][a-zà-ÿ]+)([{_CAPITAL}][a-zà-ÿ]{{2,}})")
_SMALL = re.compile(r"\b[a-zà-ÿ][a-zà-ÿ'’-]*")
_ENDING = re.compile(r",? (?:Jr|Sr)\b\.?\Z| (?:III|II|IV)\Z")
_SHARED = re.compile(rf"\b([{_CAPITAL}][\w-]+)(?: and | & )\Z")
_AS = re.compile(r"\bas(?: [\w-]+){0,3} \Z")
"""Before a name: it is that of a character."""
_BETWEEN = re.compile(rf"\A, (?:and )?([{_CAPITAL}][a-zà-ÿ]{{2,}})(?:, | and |, and )\Z")
_LAST_OF = re.compile(
    rf"\A,? and (?:(?:newcomer|rapper|singer|comedian|musician|comic|actor|actress|star) )?"
    rf"([{_CAPITAL}][a-zà-ÿ]{{2,}})(?=[.;]|,? (?:in|as|are|will|who|also|round|star|play"
    r"|join|lead)|\Z)"
)
"""A name of one word that ends a list of people."""
_ARTIST = re.compile(
    rf"\b(?:rapper|singer|pop star|popstar|musician|DJ|drag queen|YouTuber|singer-songwriter|"
    rf"grime artist|soul singer|recording artist|pop icon|model|content creator|R&B star|"
    rf"rap star)s? "
    rf"([{_CAPITAL}][\w’'-]*[a-zà-ÿ])(?![\w’'-]| [{_CAPITAL}])"
)
"""A name of one word after what makes it one."""
_GOES_ON = re.compile(
    r"['’]s |,| and |(?: \w+ly)? (?:said|says|told|tells|added|adds|teased|wrote|plays|played|stars"
    r"|starred|will|would|is|was|has|had|also|previously|returns|joins|joined|promises|explained"
    r"|shared|confirmed|thanked|revealed|released|signed)\b"
)
"""What follows a last name that is a common word too, where it begins a sentence."""
_AT_START = re.compile(r"(?:\A|[.!?:]['\"”’)]*\s+|\n\s*)['\"“‘(]*\Z")


class _Run(NamedTuple):
    """Words that may be a name, at their place."""

    words: tuple[str, ...]
    start: int
    end: int


def people_in(document: Document) -> tuple[PersonMention, ...]:
    """Return where people are named, in order."""
    titles = {one.inner_start: one.inner_end for one in document.quoted}
    runs = [
        run
        for run in _free(document, list(_runs(document)))
        if not 0 <= titles.get(run.start, -2) - run.end <= 1
    ]
    small = frozenset(_SMALL.findall(document.text, document.story.start))
    known = {name: name for work in document.known for name in work.people}
    text = document.text
    full = [one for one in runs if _is_full(one, small, known) and not _has_article(text, one)]
    names = _Names(full)
    found = [PersonMention(_called(text, one), one.start, one.end) for one in full]
    taken = set(full)
    found += _single(document, [one for one in runs if one not in taken], names, small)
    found += _relatives(document, found, names)
    found.sort(key=lambda one: one.start)
    found += [*_alone(document, found), *_last_of_lists(document, found)]
    found += _artists(document, found)
    return tuple(sorted(set(found), key=lambda one: one.start))


def _runs(document: Document) -> Iterator[_Run]:
    """Yield runs of words with capitals, parted at the words that belong to no name."""
    for one in _RUN.finditer(document.text, document.story.start):
        pieces = _pieces(one)
        held: list[tuple[str, int, int]] = []
        for place, piece in enumerate(pieces):
            if _parts(pieces, place, held):
                yield from _as_run(held)
                held = []
            else:
                held.append(piece)
        yield from _as_run(held)


def _pieces(run: re.Match[str]) -> list[tuple[str, int, int]]:
    """Return the words of a run with their places; Jr. belongs to the word before it."""
    ending = _ENDING.search(run[0])
    inner = run[0][: ending.start()] if ending else run[0]
    found = [
        (piece[0], piece.start() + run.start(), piece.end() + run.start())
        for piece in _PIECE.finditer(inner)
    ]
    if len(found) > 1 and (does := _DOES.search(found[-1][0])):
        word, start, _ = found[-1]
        found[-1] = (word[: does.start()], start, start + does.start())
    if ending and found:
        word, start, _ = found[-1]
        found[-1] = (word + ending[0], start, run.end())
    return found


def _parts(
    pieces: list[tuple[str, int, int]], place: int, held: list[tuple[str, int, int]]
) -> bool:
    """Return whether a word ends a name and belongs to none itself."""
    word = pieces[place][0]
    word = _ENDING.sub("", word)
    plain = word.casefold().rstrip(".,").replace("’", "'")
    if not word[0].isupper():
        return not held
    if any(char.isdigit() for char in word) or "+" in word or "/" in word:
        return True
    if plain.rpartition("-")[2] in HYPHENED and "-" in plain:
        return True
    if len(plain) > 2 and word.isupper() and "." not in word and not _shouted(pieces):
        return True
    if plain not in NOT_NAMES:
        return False
    following = pieces[place + 1][0] if place + 1 < len(pieces) else ""
    if plain in SURNAMES and held and held[-1][0].casefold() in GIVEN_NAMES:
        return False
    if plain in SURNAMES and _SECOND_HALVES.fullmatch(following):
        return False
    if plain in GIVEN_NAMES and following:
        next_plain = following.casefold().rstrip(".")
        return next_plain in NOT_NAMES and next_plain not in SURNAMES
    return True


_SECOND_HALVES = re.compile(r"[A-Z][a-z]+-[a-z]+")
"""A Korean given name, which follows the surname: “Park Ji-won”."""


def _shouted(pieces: list[tuple[str, int, int]]) -> bool:
    """Return whether a run is a name in capitals throughout, as headlines have it."""
    words = [word for word, _, _ in pieces]
    return len(words) in (2, 3) and words[0].casefold() in GIVEN_NAMES and words[-1].isupper()


def _as_run(held: list[tuple[str, int, int]]) -> Iterator[_Run]:
    while held and not held[-1][0][0].isupper():
        held = held[:-1]
    if held and len(held) <= LONGEST_NAME:
        words = [word for word, _, _ in held]
        end = held[-1][2]
        if words[-1].endswith(("-", "/")):
            return
        yield from _unglued(_Run(tuple(words), held[0][1], end))


def _unglued(run: _Run) -> Iterator[_Run]:
    """Yield a run, with `HannahWaddingham` as the two words that it was."""
    glued = _GLUED.fullmatch(run.words[0]) if len(run.words) == 1 else None
    if glued and glued[1].casefold() in GIVEN_NAMES:
        yield run._replace(words=glued.groups())
    else:
        yield run


def _free(document: Document, runs: list[_Run]) -> list[_Run]:
    """Return the runs that are no title of a work, nor a part of one."""
    works = sorted((one.start, one.end) for one in document.works)
    free, place = [], 0
    for run in runs:
        while place < len(works) and works[place][1] <= run.start:
            place += 1
        if place < len(works) and works[place][0] < run.end:
            start, end = works[place]
            inside = run.start <= start and end <= run.end
            longer = run.end - run.start > end - start
            quoted = run.start == start and document.text[max(0, start - 1)] in "'\"“‘"
            if not (inside and longer and not quoted):
                continue
        free.append(run)
    return free


def _is_full(run: _Run, small: frozenset[str], known: dict[str, str]) -> bool:
    """Return whether a run is a whole name: two words or more that look like one."""
    if _joined(run.words) in known or _joined(run.words).casefold() in MONONYMS:
        return True
    words = [word for word in run.words if word[0].isupper()]
    if len(words) == 1 and " " in words[0] and len(words[0].partition(" ")[0]) > 2:
        return True
    if len(words) == 2 and words[0].casefold() in GIVEN_NAMES and words[1] in _INITIALS:
        return True
    if len(words) < 2 or len(words[-1]) < 2:
        return False
    if words[0].casefold() in GIVEN_NAMES or words[0].partition("-")[0].casefold() in GIVEN_NAMES:
        return True
    if any(word.casefold() in small for word in words):
        return False
    return not words[-1].isupper() or len(words[-1]) < 3 or " " in words[-1]


_INITIALS = frozenset("BCDEFGHJKLMNOPQRSTUWYZ")
"""Letters that stand for the surname of a singer: “Jodie K”; others are words or numbers."""
_SIBLINGS = frozenset({"Brothers", "Sisters", "Siblings", "Twins"})


def _called(text: str, run: _Run) -> str:
    """Return a name as it is said: siblings under one name have their article."""
    name = _joined(run.words)
    before = text[max(0, run.start - 4) : run.start].casefold()
    return f"The {name}" if run.words[-1] in _SIBLINGS and before == "the " else name


def _has_article(text: str, run: _Run) -> bool:
    """Return whether “the” stands before words that begin with no given name: an outlet's name."""
    before = text[max(0, run.start - 4) : run.start].casefold()
    if run.words[-1] in _SIBLINGS:
        return False
    return before == "the " and run.words[0].casefold() not in GIVEN_NAMES


def _joined(words: tuple[str, ...]) -> str:
    return " ".join(words).replace("O' ", "O'").replace("O’ ", "O’").replace("\u00a0", " ")


class _Names:
    """Full names by their last words and by their first."""

    def __init__(self, full: list[_Run]) -> None:
        self.last: dict[str, list[tuple[int, str]]] = {}
        self.first: dict[str, list[tuple[int, str]]] = {}
        for run in full:
            name = _joined(run.words)
            words = _ENDING.sub("", name).split(" ")
            for size in (1, 2):
                last = " ".join(words[-size:])
                if size < len(words):
                    self.last.setdefault(_key(last), []).append((run.start, name))
            self.first.setdefault(_key(words[0]), []).append((run.start, name))

    def full(self, word: str, place: int) -> str | None:
        """Return the full name of a last name: the one that was named last, else the next."""
        found = self.last.get(_key(word))
        if not found:
            first = [one for one in self.first.get(_key(word), []) if one[0] < place]
            return first[0][1] if len({name for _, name in first}) == 1 else None
        before = [name for start, name in found if start < place]
        return before[-1] if before else found[0][1]


def _key(word: str) -> str:
    return word.replace("O' ", "O'").replace("’", "'").casefold()


def _single(
    document: Document, runs: list[_Run], names: _Names, small: frozenset[str]
) -> Iterator[PersonMention]:
    """Yield where a person is named by one word of the full name."""
    for run in runs:
        name = names.full(_joined(run.words), run.start)
        if name is None:
            continue
        common = run.words[0].casefold() in small or run.words[0].casefold() in SURNAMES
        begins = _AT_START.search(document.text[max(0, run.start - 6) : run.start])
        if common and begins and not _GOES_ON.match(document.text, run.end):
            continue
        yield PersonMention(name, run.start, run.end)


def _relatives(
    document: Document, found: list[PersonMention], names: _Names
) -> Iterator[PersonMention]:
    """Yield the first of two who share a last name: “Matt and Ross Duffer”."""
    for one in found:
        words = _ENDING.sub("", one.name).split(" ")
        before = document.text[max(0, one.start - 30) : one.start]
        shared = _SHARED.search(before)
        if shared is None or len(words) < 2 or one.end - one.start < len(words[-1]) + 2:
            continue
        ahead = before[: shared.start()].rstrip()
        if ahead.endswith((",", "and", "&")) or _AS.search(before[: shared.start()]):
            continue
        given = shared[1]
        if given.casefold() not in GIVEN_NAMES or _key(given) in names.last:
            continue
        if document.text[one.start : one.end].split(" ")[0].casefold() in GIVEN_NAMES:
            start = one.start - len(before) + shared.start(1)
            yield PersonMention(f"{given} {words[-1]}", start, start + len(given))


def _alone(document: Document, found: list[PersonMention]) -> Iterator[PersonMention]:
    """Yield names of one word that stand in a list between two people."""
    for one, other in pairwise(found):
        if not 4 < other.start - one.end < 40:
            continue
        between = _BETWEEN.match(document.text[one.end : other.start])
        if between and between[1].casefold() not in NOT_NAMES:
            start, end = between.span(1)
            yield PersonMention(between[1], one.end + start, one.end + end)


def _last_of_lists(document: Document, found: list[PersonMention]) -> Iterator[PersonMention]:
    """Yield names of one word that end a list of two people or more."""
    starts = {one.start for one in found}
    for one, other in pairwise(found):
        if not 2 <= other.start - one.end < 30 or document.text[one.end : one.end + 2] != ", ":
            continue
        last = _LAST_OF.match(document.text[other.end : other.end + 60])
        if last and last[1].casefold() not in NOT_NAMES:
            start, end = last.span(1)
            if other.end + start in starts:
                continue
            yield PersonMention(last[1], other.end + start, other.end + end)


def _artists(document: Document, found: list[PersonMention]) -> Iterator[PersonMention]:
    """Yield names of one word behind what their bearer is: “rapper Klyde”."""
    starts = {one.start for one in found}
    for one in _ARTIST.finditer(document.text, document.story.start):
        if one.start(1) not in starts and one[1].casefold() not in NOT_NAMES:
            yield PersonMention(one[1], *one.span(1))
