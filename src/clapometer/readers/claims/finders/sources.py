"""Finds what a work is based on: its kind, author and title."""

from __future__ import annotations

import re
from collections.abc import Iterator
from typing import NamedTuple

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.name_words import NOT_NAMES
from clapometer.readers.claims.phrases.rows import Found, found_by
from clapometer.readers.claims.phrases.sources import SOURCES, TYPES
from clapometer.readers.claims.phrases.tagging import PERSON, WORK

_REACH = 170
"""Characters after the leading words in which the source is told."""
_CUT = re.compile(
    r"[;:!?]| — | – |\.(?=\s|\Z)|,(?! [\"“'‘\ue800-\uefff]| (?:by|from|written|titled|called) )"
    r"| (?:which|that|who|will|is|was|has|premiere[sd]?|stars?|starring|follows?|tells?|opens?|"
    r"ended|"
    r"returns?|directed|produced|to (?:the )?(?:big|small|silver)? ?(?:screens?|television|TV|"
    r"life))\b"
)
_TYPE = re.compile(rf"\b{TYPES}\b", re.IGNORECASE)
_TITLE = re.compile(rf"({WORK})|[\"“‘']([A-Z0-9][^\"“”\n]{{1,80}}?),?[\"”’'](?!\w)")
_BY = re.compile(
    rf"\b(?:by|from) (?:(?!the\b)[\w’'-]+ ){{0,6}}?({PERSON}(?:(?:, and |, | and ){PERSON})*)"
)
_OWNED = re.compile(rf"({PERSON})['’]s?(?= |\Z)")
_NAMED_BEFORE = re.compile(rf"(?:the |a )?(?:[\w-]+ ){{0,2}}?({PERSON}) {TYPES}\b", re.IGNORECASE)
"""“The Ada Quill novel”."""
_SAME = re.compile(r"of the same name|same-named|eponymous|titular|same title|namesake")
_RUN = (
    r"(?:(?:The|A|An) )?[A-Z0-9][\w’'&!-]*(?: (?:(?:of|the|and|in|a|to|for|on|at) ){0,2}"
    r"[A-Z0-9][\w’'&!-]*){0,6}"
)
_TYPED = re.compile(
    rf"\b{TYPES}(?: called| titled| entitled)?,? ({_RUN}|{PERSON})(?=[,.;)]|\Z| [a-z(])"
)
"""A title without marks after a word for its kind."""
_OF_AUTHOR = re.compile(
    rf"['’]s? (?:[a-z0-9-]+ ){{0,4}}?({_RUN})(?<!winning)(?<!nominated)(?<!selling)(?=[,.;)]|\Z"
    r"| (?:and|which|about|is|was|to|in|for|with|the|has|by|on|tells|follows|\()\b)"
)
"""A title without marks after its author's name."""
_OWN = re.compile(r"\A(?:her|his|their) own ")
_TRUE = re.compile(r"\b(?:true|real)\b")
_WRITES = re.compile(
    rf"({PERSON})(?=,? (?:the )?(?:author|writer|novelist|playwright|creator)\b|,? whose\b|"
    rf"['’]s?(?: |\Z))"
    rf"|(?:author|novelist|playwright|writer|by) ({PERSON})"
)
"""Who wrote a source that stands in front of what is made of it."""
_PASSED = re.compile(
    r"(?:follow-?up to|equel to|since|after|like|than|beat|following|behind|alongside|star|of) "
    r"(?:the )?\Z"
)
"""Before a work: words that name it beside the one that is spoken of."""
_MANY = re.compile(r"\A(?:an? |other |several |many |popular )")
_OF_GOODS = re.compile(
    r"\b(?:toys?|sets?|dolls?|merchandise|products?|figures?|games?|rides?|attractions?|"
    r"collections?|"
    r"experiences?|albums?|(?:[Aa]|[Aa]nother|[Oo]ther|[Aa]n|[Ss]everal) (?:[\w-]+ ){0,4}"
    r"(?:film|movie|series|show|films|movies|projects?))(?: is| are)? \Z"
)
"""Before “based on”: what is no work, or one that is not named."""
_SAID_OF_A_WORK = re.compile(
    rf"(?:{WORK}|\b(?:film|movie|series|show|drama|comedy|it|adaptation|,)),? (?:is |was |which "
    rf"is )?\Z|\b(?:is|was|as) (?:an?|the)(?: [\w-]+){{0,3}} \Z"
)
_VAGUE = frozenset({"series", "show", "shows", "games", "films", "movies", "stories", "dramas"})


class _Source(NamedTuple):
    title: str | None
    type: str | None
    author: str | None
    sign: str


def find(document: Document) -> Iterator[Claim]:
    """Yield what the works of a story are based on, each source of a work once."""
    seen: set[tuple[str | None, str | None, str | None]] = set()
    authors: set[tuple[str | None, str | None]] = set()
    for tagged in document.tagged:
        for found in found_by(SOURCES, tagged):
            source = _source(found)
            if source is None:
                continue
            work = _work(found, source)
            title = work if source.title == "=" else source.title
            key = (work, title, source.author if title is None else None)
            again = title is None and source.author and (work, source.author) in authors
            if (
                work is None
                or key in seen
                or again
                or (title == work and source.title != "=" and source.type in _RELATIVES)
            ):
                continue
            seen.add(key)
            authors.add((work, source.author))
            yield Claim(
                kind="source_work",
                work=work,
                season=None,
                value=title,
                modality=document.modality_at(*found.place, "confirmed"),
                span=found.span,
                rule=found.row.rule,
                fields={"type": source.type, "author": source.author},
            )


_RELATIVES = frozenset({"prequel", "sequel", "spin-off", "remake"})


def _source(found: Found) -> _Source | None:
    """Return the source that the words beside a row's match tell, None where they tell none."""
    tagged, match = found.tagged, found.match
    before = tagged.text[max(0, match.start() - 70) : match.start()]
    if _OF_GOODS.search(before):
        return None
    if found.row.says == "before":
        return _in_front(found)
    if found.row.says == "<":
        sign = match["work"]
        return _Source(tagged.work(sign).work, match[2].replace("spinoff", "spin-off"), None, sign)
    start = match.end()
    told = tagged.text[start : start + _REACH]
    cut = _CUT.search(told)
    told = told[: cut.start()] if cut else told
    title, sign = _title(found, told, start)
    kind = _TYPE.search(_TITLE.sub(" ", told))
    author = _author(found, told)
    if kind and (_TRUE.search(kind[0]) or _OWN.match(told)):
        true = _TRUE.search(kind[0]) is not None
        writer = None if true else author or _last_named(found)
        return _Source(None if true else title, kind[0], writer, "" if true else sign)
    if found.row.says == "typed":
        return _Source(title, kind[0], author, sign) if kind and (title or author) else None
    return _told(found, _Source(title, kind[0] if kind else None, author, sign), told, before)


def _told(found: Found, source: _Source, told: str, before: str) -> _Source | None:
    """Return the source if what is told of it is enough to call it one."""
    title, kind, author, sign = source
    said = found.row.says or kind or ""
    if found.row.says and not _is_relative(found, sign):
        return None
    if title is None and author is None and not _SAID_OF_A_WORK.search(before):
        return None
    if title is None and author is None and (_MANY.match(told) or not kind or found.row.says):
        return None
    if title is None and author is None and said.casefold() in _VAGUE:
        return None
    return _Source(title, said or None, author, sign)


def _in_front(found: Found) -> _Source | None:
    """Return the source that stands in front of a match: “Quill's novel X, on which Y is based”."""
    tagged, end = found.tagged, found.match.start()
    start = max(tagged.text.rfind(mark, 0, end) for mark in ";:—–")
    start = max(start + 1, end - _REACH, 0)
    told = tagged.text[start:end]
    title, sign = _title(found, told, start, last=True)
    kind = _TYPE.search(_TITLE.sub(" ", told))
    named = list(_WRITES.finditer(told))
    author = tagged.person(named[-1][1] or named[-1][2]).name if named else None
    if kind is None or (title is None and author is None):
        return None
    return _Source(title, kind[0], author, sign)


def _last_named(found: Found) -> str | None:
    """Return the person named last in front of a match: who adapts “her own play”."""
    named = re.findall(PERSON, found.tagged.text[: found.match.start()])
    return found.tagged.person(named[-1]).name if named else None


def _is_relative(found: Found, sign: str) -> bool:
    """Return whether a work is said to be the sequel, not that a sequel is to come."""
    text = found.tagged.text
    before = text[: found.match.start()]
    other = [one for one in re.findall(WORK, text) if one != sign]
    definite = re.search(r"\b(?:[Tt]he|[Tt]his)(?: [\w-]+){0,3} \Z", before) is not None
    appositive = re.search(r"(?:,|\b(?:is|as)) (?:an? )?\Z|\A(?:A|An) \Z", before) is not None
    follows = re.match(r"[^.;]{0,60}?, (?:the|it|\w+ing)\b", text[found.match.end() :]) is not None
    return definite or bool(other and appositive) or (appositive and follows)


def _title(found: Found, told: str, start: int, *, last: bool = False) -> tuple[str | None, str]:
    """Return the title of the source and its sign; “=” where it is the work's own. `last` takes
    the last title that is told instead of the first."""
    if _SAME.search(told):
        return "=", ""
    marked = list(_TITLE.finditer(told))
    if not marked:
        return _bare_title(found, told, start), ""
    match = marked[-1 if last else 0]
    if match[1]:
        return found.tagged.work(match[1]).work, match[1]
    inner = start + match.start(2), start + match.end(2)
    return found.tagged.words(*inner).strip(" ,."), ""


def _bare_title(found: Found, told: str, start: int) -> str | None:
    """Return a title without marks; the story's words for it, also where they look like a name."""
    for match in (*_TYPED.finditer(told), *_OF_AUTHOR.finditer(told)):
        words = found.tagged.words(start + match.start(1), start + match.end(1))
        plain = [word.casefold() for word in words.split()]
        if not all(word in NOT_NAMES or word.isdigit() for word in plain):
            return words.strip(" ,.")
    return None


def _author(found: Found, told: str) -> str | None:
    match = _BY.search(told) or (
        re.match(rf"({PERSON})", told) if "created by" in found.row.pattern else None
    )
    match = match or _OWNED.search(told) or _NAMED_BEFORE.match(told)
    if match is None:
        return None
    names = [found.tagged.person(sign).name for sign in re.findall(PERSON, match[1])]
    return " and ".join(names)


def _work(found: Found, source: _Source) -> str | None:
    """Return the work that has this source: named in the sentence, before the match or after it,
    else what the story spoke of just before."""
    tagged, document = found.tagged, found.tagged.document
    start, end = found.match.span()
    before = [
        one[0]
        for one in re.finditer(WORK, tagged.text[:start])
        if one[0] != source.sign and not _PASSED.search(tagged.text[: one.start()])
    ]
    if found.row.says == "before" and "work" in found.match.re.groupindex and found.match["work"]:
        return tagged.work(found.match["work"]).work
    after = [sign for sign in re.findall(WORK, tagged.text[end:]) if sign != source.sign]
    if found.row.says == "<" and after:
        return tagged.work(after[0]).work
    for sign in [*reversed(before), *after]:
        if tagged.work(sign).work != source.title or source.sign == "":
            return tagged.work(sign).work
    held = document.work_at(tagged.sentence.start)
    if held is not None and held != source.title:
        return held
    others = [work for work in document.main_works if work != source.title]
    return others[0] if others else held
