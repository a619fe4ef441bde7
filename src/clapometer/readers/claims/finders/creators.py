"""Finds who made a work, and as what."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import cast
from clapometer.readers.claims.name_words import NOT_NAMES
from clapometer.readers.claims.parts import PersonMention
from clapometer.readers.claims.phrases.credits import CREDITS, roles_in
from clapometer.readers.claims.phrases.pronouns import subject_before
from clapometer.readers.claims.phrases.rows import Found, found_by
from clapometer.readers.claims.phrases.stating import season_told, stated
from clapometer.readers.claims.phrases.tagging import PERSON, WORK
from clapometer.readers.claims.wording import Wording

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
    r"(?:based on|adapt\w+|inspired by|from|read|reading|version of|story of|prequel to) "
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
    """Yield one claim for each person, work and role. Whose work it is that is only called
    “Quill's film” is told by the rest of the story: she is in its cast where she is an actor."""
    seen: set[tuple[object, ...]] = set()
    named: set[tuple[object, ...]] = set()
    weak: list[tuple[str, Claim]] = []
    jobs: dict[object, str] = {}
    for found in _found(document):
        for claim in _of_row(found):
            key = (claim.value, claim.work, claim.fields["role"])
            if found.row.says in _WEAK:
                weak.append((found.row.says, claim))
            elif key not in seen:
                seen.add(key)
                named.add(key[:2])
                jobs.setdefault(claim.value, str(claim.fields["role"]))
                yield claim
    actors = {(claim.value, claim.work) for claim in cast.find(document)} if weak else set()
    playing = {name for name, _ in actors}
    for says, claim in weak:
        pair = (claim.value, claim.work)
        if pair in named or pair in actors:
            continue
        named.add(pair)
        if says != "director" and claim.value in playing and claim.value not in jobs:
            yield replace(claim, kind="cast", fields={"role": None, "detail": None})
        else:
            job = jobs.get(claim.value) if says != "director" else None
            yield replace(claim, fields={"role": job or claim.fields["role"]})


_WEAK = frozenset({"director", "whose", "whose she"})
_SHE = frozenset({"she", "whose she"})
_SAID = frozenset({"creator", "director", "writer"})


def _found(document: Document) -> Iterator[Found]:
    for tagged in document.tagged:
        if tagged.signs or _OF_HERS.search(tagged.text):
            yield from found_by(CREDITS, tagged)


_OF_HERS = Wording(r"\b(?:[Ss]he|[Hh]e|[Tt]hey|[Hh]er|[Hh]is|[Tt]heir)\b")


def _of_row(found: Found) -> Iterator[Claim]:
    row, document = found.row, found.tagged.document
    work = _work(found)
    if work is None and row.says in _WEAK:
        return
    modality = stated(document, found.place)
    if row.says == "former":
        modality = "former"
    if _elsewhere(found):
        return
    for person, jobs in _makers(found):
        for role in jobs or _roles(found):
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


def _roles(found: Found) -> list[str]:
    """Return the jobs that a match tells, or the one that its row stands for."""
    if found.row.says in _WEAK | {"whose"}:
        return ["director"]
    if found.row.says in _SAID:
        return [found.row.says]
    return roles_in(found.said("job") or found.said("making"))


def _makers(found: Found) -> Iterator[tuple[PersonMention, list[str]]]:
    """Yield whom a match names, actors aside, each with the jobs that stand before the name in a
    list, and whom its “she” means."""
    if found.row.says in _SHE:
        meant = subject_before(found.tagged, found.match.start())
        if meant is not None:
            yield meant, []
    for place, (person, words) in enumerate(found.described()):
        jobs = roles_in(words) if place else []
        if not _ACTS.search(words) or jobs:
            yield person, jobs


_ACTS = re.compile(r"\b(?:stars?|actors?|actress(?:es)?|co-stars?)\b")


def _before(found: Found) -> str:
    return found.tagged.text[max(0, found.match.start() - 40) : found.match.start()]


def _elsewhere(found: Found) -> bool:
    """Return whether the job is not one at a work: a casting director, a world created by."""
    if found.row.rule == "credit: job before the name" and _of_unknown(found):
        return True
    row = {"credit: job before the name": _OWNED_ELSEWHERE, "credit: made by": _MADE_ELSEWHERE}
    row["credit: a person's work"] = row["credit: whose work of a kind"] = _SOURCE
    if _A_BOOK.match(found.tagged.text, found.match.end()):
        return True
    pattern = row.get(found.row.rule)
    return pattern is not None and pattern.search(_before(found)) is not None


_A_BOOK = re.compile(
    r",? (?:(?:the|a|an) (?:[\w-]+ ){0,4}|(?:novel|book) )(?:novels?|books?|memoir|play|comics?|"
    r"podcast|"
    r"manga|video game|graphic novel)\b(?! adaptation)"
)
"""After a person's work: what makes it no screen work."""


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
        rule in _OF_THE_LAST_NAMED
        and named
        and not re.search(r"[;:]", before.rpartition(named[-1])[2])
    ):
        return tagged.work(named[-1]).work
    if not named and not tagged.works and _OF_A_SERIES.search(found.said("job")):
        main = tagged.document.main_works
        if main and found.work() not in main and not _POINTS_BACK.search(tagged.text):
            return main[0]
    if _IT.search(found.match[0]) or _THE_SHOW_S.search(found.match[0]):
        return _spoken_of(found, before)
    return found.work()


_OF_THE_LAST_NAMED = frozenset(
    {
        "credit: made by",
        "credit: from a script",
        "credit: a script by",
        "credit: a script they wrote",
    }
)
_OF_A_SERIES = re.compile(r"show-?runner|show-?boss|head writer|\bcreator", re.IGNORECASE)
"""Jobs that one names without a title only where it is the title that the story is about."""
_POINTS_BACK = Wording(
    r"\b(?:[Tt]hat|[Tt]his|[Tt]he (?:latter|former|other|[\w-]+ one)|[Tt]he [\w-]+ (?:film|movie)|"
    r"[Tt]he (?:film|movie|show|series|drama|comedy|sitcom)|\AIts?)\b"
)


def _spoken_of(found: Found, before: str) -> str | None:
    """Return the work named last before a match in its sentence, else the story's own."""
    works = [found.tagged.work(sign).work for sign in _SIGNS.findall(before)]
    return next(iter(reversed(works or found.tagged.document.main_works[:1])), None)
