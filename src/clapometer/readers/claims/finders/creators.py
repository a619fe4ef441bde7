"""Finds who made a work, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import cast
from clapometer.readers.claims.name_words import NOT_NAMES
from clapometer.readers.claims.phrases.credits import CREDITS, roles_in
from clapometer.readers.claims.phrases.rows import Found, found_by
from clapometer.readers.claims.phrases.stating import season_told, stated
from clapometer.readers.claims.phrases.tagging import PERSON, WORK

_OF_ANOTHER = re.compile(rf"({WORK})(?:['’]s)? (?:[\w-]+ )?\Z")
_OWNED_ELSEWHERE = re.compile(
    r"(?:casting|news|art|artistic|music|creative|managing|athletic|programming|marketing|sales|"
    r"communications|stunt|research|media|funeral|board|technical|company|festival|medical|"
    r"associate|assistant|deputy|FBI|CIA|former|[Nn]ovel|[Cc]omic) \Z"
)
_MADE_ELSEWHERE = re.compile(
    r"(?:worlds?|characters?|universe|novels?|books?|comics?|memoirs?|songs?|poems?|play|"
    r"video games?|games?|manga|article|episodes?)(?: series)?(?: of the same name)?,? \Z"
)


_SOURCE = re.compile(
    r"(?:based on|adapt\w+|inspired by|from|read|reading|in|version of|story of|prequel to) "
    r"(?:the |author |novelist |writer )*\Z",
    re.IGNORECASE,
)
_DEBUT = re.compile(rf"['’]s (?:[\w-]+ ){{0,3}}?({WORK})")
"""After a name: the possessive that leads to a work."""
_ELSEWHERE = re.compile(
    r",? (?:\(|who (?:also|previously|wrote|directed|created|made)|(?:best )?known for)"
)
"""After a name: what its bearer did elsewhere."""
_THE_SHOW_S = re.compile(r"\b(?:the|its) (?:series|show|film|movie)['’]")
_SIGNS = re.compile(rf"(?<!known for )(?<!behind )(?<!like )(?<!after )({WORK})")
"""Works before a match, but those of which somebody is known."""
_IT = re.compile(r" it\Z")


def find(document: Document) -> Iterator[Claim]:
    """Yield one claim for each person, work and role."""
    seen: set[tuple[object, ...]] = set()
    named: set[tuple[object, ...]] = set()
    weak: list[Claim] = []
    for found in _found(document):
        for claim in _of_row(found):
            key = (claim.value, claim.work, claim.fields["role"])
            if found.row.says == "director":
                weak.append(claim)
            elif key not in seen:
                seen.add(key)
                named.add(key[:2])
                yield claim
    actors = {(claim.value, claim.work) for claim in cast.find(document)} if weak else set()
    for claim in weak:
        pair = (claim.value, claim.work)
        if pair not in named and pair not in actors:
            named.add(pair)
            yield claim


def _found(document: Document) -> Iterator[Found]:
    for tagged in document.tagged:
        if tagged.signs:
            yield from found_by(CREDITS, tagged)


def _of_row(found: Found) -> Iterator[Claim]:
    row, document = found.row, found.tagged.document
    roles = [row.says] if row.says in {"creator", "director"} else roles_in(found.said("job"))
    work = _work(found)
    if work is None and row.says == "director":
        return
    modality = stated(document, found.place)
    if row.says == "former":
        modality = "former"
    if _elsewhere(found):
        return
    for person in found.people():
        for role in roles:
            yield Claim(
                kind="creator",
                work=work,
                season=season_told(document, found.span),
                value=person.name,
                modality=modality,
                span=found.span,
                rule=row.rule,
                fields={"role": role},
            )


def _before(found: Found) -> str:
    return found.tagged.text[max(0, found.match.start() - 40) : found.match.start()]


def _elsewhere(found: Found) -> bool:
    """Return whether the job is not one at a work: a casting director, a world created by."""
    if found.row.rule == "credit: job before the name" and _of_unknown(found):
        return True
    row = {"credit: job before the name": _OWNED_ELSEWHERE, "credit: made by": _MADE_ELSEWHERE}
    row["credit: a person's work"] = _SOURCE
    pattern = row.get(found.row.rule)
    return pattern is not None and pattern.search(_before(found)) is not None


def _of_unknown(found: Found) -> bool:
    """Return whether a job is tied to a name that is no work we know: “Hill Fire director "
    "Quill”."""
    tied = re.search(rf"([A-Z][\w-]+|{PERSON}) \Z", _before(found))
    job = found.match["job"]
    return tied is not None and job[0].islower() and tied[1].casefold() not in NOT_NAMES


def _work(found: Found) -> str | None:
    """Return the work: the one that a job is tied to (“Salt Road director Ada Quill”), the one of
    which it is said that it was made, else what the words are about."""
    tagged, rule = found.tagged, found.row.rule
    before = tagged.text[: found.match.start()]
    if rule == "credit: job before the name":
        tied = _OF_ANOTHER.search(before)
        if tied:
            return tagged.work(tied[1]).work
        debut = _DEBUT.match(tagged.text, found.match.end())
        if debut:
            return tagged.work(debut[1]).work
        if _ELSEWHERE.match(tagged.text, found.match.end()):
            return _spoken_of(found, before)
    named = _SIGNS.findall(before)
    if (
        rule == "credit: made by"
        and named
        and not re.search(r"[;:]", before.rpartition(named[-1])[2])
    ):
        return tagged.work(named[-1]).work
    if _IT.search(found.match[0]) or _THE_SHOW_S.search(found.match[0]):
        return _spoken_of(found, before)
    return found.work()


def _spoken_of(found: Found, before: str) -> str | None:
    """Return the work named last before a match in its sentence, else the story's own."""
    works = [found.tagged.work(sign).work for sign in _SIGNS.findall(before)]
    return next(iter(reversed(works or found.tagged.document.main_works[:1])), None)
