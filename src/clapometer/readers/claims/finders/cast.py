"""Finds who plays in a work, and whom: in sentences, in brackets, in lists of lines."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from typing import NamedTuple

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.name_words import JOBS, may_be_character
from clapometer.readers.claims.phrases.cast import CAST
from clapometer.readers.claims.phrases.pronouns import began_before
from clapometer.readers.claims.phrases.rows import Found, found_by
from clapometer.readers.claims.phrases.stating import season_told, stated
from clapometer.readers.claims.phrases.tagging import PERSON, Tagged
from clapometer.readers.claims.wording import Wording

_CREW = re.compile(
    r"\b(?:director|(?:screen)?writer|film-?maker|producer|creator|showrunner|composer|author|critic|analyst|spokes\w+|"
    r"executive|ceo|president|editor|reporter)s?\b",
    re.IGNORECASE,
)
_ACTS = re.compile(r"\b(?:star|co-star|actor|actress)\b")
_BRACKETS = re.compile(
    rf"(?<!by )(?<!on )(?<!in )(?P<before>{PERSON}|[A-Z][\w’'-]+)(?:['’]s)? "
    rf"\((?:(?P<verb>played|voiced|portrayed) by )?(?P<inside>{PERSON}|[A-Z][\w’'-]+)\)"
)
_LINE = re.compile(
    rf"\A(?:[-–•*·▪]\s*|\d+[.)]\s*)?(?P<person>{PERSON}(?: and {PERSON})?|[A-Z][\w’'-]+(?: "
    rf"[A-Z][\w’'-]+){{1,3}})"
    r"(?:,? (?:as|plays|portrays|voices|returns as|stars as) (?P<as>[^.;]{1,70})"
    r"|(?: [–—-] |: ?|\.{2,} ?|, | \()(?P<role>[A-Z][^.;:()]{1,60})\)?)?[,;]?\Z"
)
_HEAD = Wording(
    r"\b(?:cast|stars?|starring|co-?stars?|actors?|characters|ensemble|guest stars?|voices?|"
    r"includ(?:es?|ing)|featur(?:es|ing)|who(?:['’]s| is| are) (?:in|returning))\b",
    re.IGNORECASE,
)
_LONGEST_LINE = 110
_SMALL = re.compile(r"\A(?:the titular |titular |fan-favorite )")


class _Part(NamedTuple):
    """One person in one work, as one place of the story has it."""

    person: str
    work: str | None
    role: str
    claim: Claim


def find(document: Document) -> Iterator[Claim]:
    """Yield one claim for each person and work, from the place that tells the role."""
    parts = list(_parts(document))
    playing = {one.person for one in parts if one.claim.rule not in _UNSURE}
    parts = [one for one in parts if one.claim.rule not in _OWNING or one.role not in playing]
    parts = _turned(parts, playing)
    characters = {part.role.casefold() for part in parts if part.role}
    best: dict[tuple[object, ...], _Part] = {}
    for part in parts:
        claim = part.claim
        key = (part.person.casefold(), part.work, claim.season, claim.modality)
        held = best.get(key)
        if not part.role and {key[0], part.person.casefold().split()[-1]} & characters:
            continue
        if held is None or (part.role and not held.role):
            best[key] = part
    best = {key: part for key, part in best.items() if not _vaguer(key, best)}
    denied = {part.claim.span: part for part in parts if part.claim.modality == "denied"}
    for part in best.values():
        other = denied.get(part.claim.span)
        if other is None or other is part or other.person != part.person:
            yield _with_role(part, parts).claim if part is other else part.claim


def _vaguer(key: tuple[object, ...], best: dict[tuple[object, ...], _Part]) -> bool:
    """Return whether one tells no season and no more than another that does."""
    person, work, season, modality = key
    role = best[key].role
    return season is None and any(
        other[:2] == (person, work) and other[2] is not None and other[3] == modality
        for other, part in best.items()
        if part.role or not role
    )


_OWNING = frozenset({"cast: a person's character", "cast: a person's one-word character"})
"""Rules by which “Quill's Nell” is a character; where Nell plays somebody, Quill is a work."""


_UNSURE = _OWNING | {"cast: in brackets"}


def _turned(parts: list[_Part], playing: set[str]) -> list[_Part]:
    """Return the parts with “Ada Quill (Nell Marsh)” read as its story shows: who plays elsewhere
    in it is no character, nor are the others who stand in the same place of the same list."""
    in_brackets = [one for one in parts if one.claim.rule == "cast: in brackets"]
    turned = {one.claim.span for one in in_brackets if one.role in playing - {one.person}}
    sure = {one.claim.span for one in in_brackets if one.person in playing}
    return [
        _swapped(one) if one in in_brackets and one.claim.span in turned - sure else one
        for one in parts
    ]


def _swapped(one: _Part) -> _Part:
    if " " not in one.role:
        return one
    claim = replace(one.claim, value=one.role, fields={**one.claim.fields, "role": one.person})
    return one._replace(person=one.role, role=one.person, claim=claim)


def _with_role(denied: _Part, parts: list[_Part]) -> _Part:
    """Return a denial with the role that its sentence names, in which the person was."""
    for part in parts:
        if part.person == denied.person and part.claim.span == denied.claim.span and part.role:
            told = {**denied.claim.fields, "role": part.claim.fields["role"]}
            return denied._replace(role=part.role, claim=replace(denied.claim, fields=told))
    return denied


def _parts(document: Document) -> Iterator[_Part]:
    head: Tagged | None = None
    for tagged in document.tagged:
        whole = _is_line(document, tagged)
        lines = _line(tagged, head) if whole and len(tagged.text) <= _LONGEST_LINE else []
        if lines:
            yield from lines
            continue
        if whole and _HEAD.search(tagged.text):
            head = tagged
        elif not (whole and len(tagged.text) < 40):
            head = tagged if tagged.text.endswith(":") and _HEAD.search(tagged.text) else None
        if tagged.signs:
            yield from _in_sentence(tagged)


def _is_line(document: Document, tagged: Tagged) -> bool:
    """Return whether a sentence is a paragraph of its own."""
    block = document.blocks[tagged.sentence.block]
    return (block.start, block.end) == (tagged.sentence.start, tagged.sentence.end) or (
        tagged.sentence.end - tagged.sentence.start >= block.end - block.start - 4
    )


def _line(tagged: Tagged, head: Tagged | None) -> list[_Part]:
    """Return what a line of a list says: a person or two, mostly with a role."""
    match = _LINE.match(tagged.text)
    if match is None:
        return []
    role = match["as"] or (match["role"] if head is not None else None) or ""
    if (not role and head is None) or _CREW.search(role) or _verbal(match["person"]):
        return []
    signs = re.findall(PERSON, match["person"])
    if not signs and head is None:
        return []
    group = "as" if match["as"] else "role"
    told = tagged.words(*match.span(group)) if role else ""
    names = [tagged.person(sign).name for sign in signs] or [match["person"]]
    return [_listed(tagged, head, name, told) for name in names]


def _verbal(person: str) -> bool:
    return person.partition(" ")[0].casefold() in JOBS


def _listed(tagged: Tagged, head: Tagged | None, person: str, role: str) -> _Part:
    document = tagged.document
    span = tagged.sentence.start, tagged.sentence.end
    place = (head.sentence.start, head.sentence.end) if head else span
    work = document.work_at(*place)
    modality = stated(document, place)
    claim = _claim(document, person, work, role, modality, span, "cast: line of a list")
    return _Part(person, work, role, claim)


def _claim(
    document: Document,
    person: str,
    work: str | None,
    role: str,
    modality: str,
    span: tuple[int, int],
    rule: str,
    detail: str | None = None,
) -> Claim:
    return Claim(
        kind="cast",
        work=work,
        season=season_told(document, span),
        value=person,
        modality=modality,
        span=span,
        rule=rule,
        fields={"role": _SMALL.sub("", role.strip()) or None, "detail": detail},
    )


_NOT_ALONE = frozenset({"with others", "beside"})


def _in_sentence(tagged: Tagged) -> Iterator[_Part]:
    """Yield what the rows find, then what stands in brackets."""
    found = [(one.row, part) for one in found_by(CAST, tagged) for part in _of_row(one)]
    sure = any(row.says not in _NOT_ALONE for row, _ in found)
    yield from (part for row, part in found if sure or row.says not in _NOT_ALONE)
    brackets = list(_BRACKETS.finditer(tagged.text))
    actors_first = any(_actor_first(match) for match in brackets)
    for match in brackets:
        part = _bracketed(tagged, match, actors_first=actors_first)
        if part is not None:
            yield part


def _of_row(found: Found) -> Iterator[_Part]:
    row, document = found.row, found.tagged.document
    role = _role(found)
    if _tells_nothing(found, role):
        return
    if row.says in ("she", "she too"):
        yield from _by_pronoun(found)
    if row.says == "she":
        return
    modality = _STATES.get(row.says) or stated(document, found.place)
    detail = "guest star" if row.says == "guest" else None
    work = found.work()
    if row.says == "vehicle" and not found.said("work") and found.tagged.works:
        return
    described = list(found.described())
    before = found.others() if row.says == "succession" else frozenset()
    roles = _shared_out(role, len(described)) if row.rule == "cast: all as" else []
    for place, (person, words) in enumerate(described):
        role = roles[place] if roles else role
        if person.name == role or (_CREW.search(words) and not _ACTS.search(words)):
            continue
        told = "former" if person.name in before else modality
        claim = _claim(document, person.name, work, role, told, found.span, row.rule, detail)
        yield _Part(person.name, work, role, claim)


def _tells_nothing(found: Found, role: str) -> bool:
    """Return whether a match speaks of no part in a work: of makers, of music that is played, of
    who appears in a story that is told."""
    row = found.row
    if _CREW.search(role) or (row.says in _OF_CASTS_ONLY and _makes(found)):
        return True
    if row.says == "with" and _MADE_WITH.search(found.tagged.text, 0, found.match.start()):
        return True
    if row.says == "player" and _CREW_BEFORE.search(found.tagged.text, 0, found.match.start()):
        return True
    if row.says == "nearby" and _NOT_IN_IT.search(found.tagged.text, 0, found.match.start()):
        return True
    if found.match[0].endswith(" story") or (row.rule == "cast: plays" and _NO_PART.match(role)):
        return True
    return row.says == "character" and not may_be_character(role)


_STATES = {"denied": "denied", "former": "former", "undecided": "undecided"}
_OF_CASTS_ONLY = frozenset({"former", "succession", "successor"})
_ROLES = {"host": "host", "judge": "judge"}
_JOB = re.compile(r"(?i:hosts?|hosted|hosting|judges?|judged|presenters?|presents?|presented)\Z")


def _role(found: Found) -> str:
    """Return whom a match says that somebody plays, or what: the host, a judge."""
    role = _ROLES.get(found.row.says) or found.said("role")
    job = _JOB.match(role)
    if job is None:
        return role
    return "judge" if job[0].casefold().startswith("judg") else "host"


_NOT_IN_IT = re.compile(
    rf"(?:{_CREW.pattern}|\b(?:says?|said|told|tells|wrote|by|from|to|critics?|analysts?|fans?|"
    rf"colleague|"
    r"friend|chief|boss|head|as|playing|plays?|played|portray\w*|of)),? \Z",
    re.IGNORECASE,
)
"""Before a person “in” a work: what makes the person a maker, a speaker or a critic."""
_NO_PART = re.compile(
    r"(?:the |a |an )?(?:[\w-]+ )?(?:piano|guitar|violin|drums?|cello|trumpet|saxophone|games?|"
    r"cards?|chess|"
    r"football|tennis|rugby|golf|cricket|field|records?|songs?|tracks?|music|gigs?|concerts?|"
    r"tricks?|"
    r"havoc)\b",
    re.IGNORECASE,
)
"""What is played, but no part."""
_MADE_WITH = re.compile(
    r"\b(?:creat\w+|wrote|writ\w+|direct(?:ed|s|ing)|produc\w+|develop\w+|made|co-\w+|work\w+|"
    r"penned|adapted|interview\w*|chat\w*|spoke|talk\w*)[^,.;]{0,40}\Z"
)


def _makes(found: Found) -> bool:
    """Return whether the sentence tells a maker's job, so that nobody left a cast in it."""
    return _CREW.search(found.tagged.text) is not None


def _shared_out(role: str, people: int) -> list[str]:
    """Return one role for each of several people: “Nell, Jack and Eve” for three of them."""
    parts = re.split(r",? and |, ", role)
    if len(parts) == people:
        return [_SHARED.sub("", part) for part in parts]
    return [parts[0]] * people if len(parts) > people else []


_SHARED = re.compile(r"\A(?:(?!the |an? |his |her |their )[a-z-]+ )+(?=[A-Z])")
"""What describes several characters, before the first of them: “two lovers, Nell and Jack”."""


def _by_pronoun(found: Found) -> Iterator[_Part]:
    """Yield whom “she” plays: the person who last began a sentence is meant."""
    document = found.tagged.document
    meant = began_before(found.tagged)
    role = found.said("role")
    if meant is None or role == meant.name:
        return
    work, modality = found.work(), stated(document, found.place)
    claim = _claim(document, meant.name, work, role, modality, found.span, found.row.rule)
    yield _Part(meant.name, work, role, claim)


def _actor_first(match: re.Match[str]) -> bool:
    """Return whether a name is followed by a word that is nobody's, so that it is the actor's."""
    return bool(re.match(PERSON, match["before"]) and not re.match(PERSON, match["inside"]))


_CREW_BEFORE = re.compile(_CREW.pattern + r" \Z", re.IGNORECASE)


def _bracketed(tagged: Tagged, match: re.Match[str], *, actors_first: bool) -> _Part | None:
    """Return what “Nell Marsh (Ada Quill)” says: the name in brackets is the actor's, unless only
    the one before them is known as a person, or another pair of the sentence stands that way."""
    before, inside = match["before"], match["inside"]
    if _CREW_BEFORE.search(tagged.text, 0, match.start()):
        return None
    is_person = re.match(PERSON, before) is not None, re.match(PERSON, inside) is not None
    if not any(is_person) or (inside.isupper() and not is_person[1]):
        return None
    turned = not is_person[1] or (actors_first and all(is_person))
    actor, role = ("before", "inside") if turned else ("inside", "before")
    name = tagged.person(match[actor]).name
    played = match[role]
    if re.match(PERSON, played):
        played = tagged.person(played).name
    if name == played:
        return None
    document, span = tagged.document, (tagged.sentence.start, tagged.sentence.end)
    place = tagged.origin(match.start()), tagged.origin(match.end())
    work = document.work_at(*place)
    claim = _claim(
        document,
        name,
        work,
        played,
        stated(document, place),
        span,
        "cast: in brackets",
    )
    return _Part(name, work, played, claim)
