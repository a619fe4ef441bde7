"""Cancellations: a show ended before its makers wanted, a project given up."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.aboutness import objects_behind
from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import CARDINAL, ORDINAL, counted
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.grammar import Rule, first_of
from clapometer.readers.claims.parts import Sentence

_SHOWS = (
    r"(?:show|series|drama|sitcom|comedy|soap|programme|program|thriller|spin-?off|project|reboot)"
)
RULES: tuple[Rule, ...] = (
    Rule(
        "cancellation: stays on",
        r"\b(?:plans? to stick with|stands? by|sticking with|remain(?:s)? on (?:the )?air|"
        r"(?:has|have) no plans to (?:cancel|axe|drop|end)|safe from (?:cancell?ation|the axe)|"
        r"(?:will|would|is|was|has|have)(?:n['’]t| not) (?:be(?:en)? )?(?:being "
        r")?(?:cancell?ed|cancell?ing|axed|"
        r"axing|scrapped|dropped)|not (?:been )?cancell?ed)\b",
        "The channel plans to stick with the show.",
        modality="denied",
    ),
    Rule(
        "cancellation: cancelled",
        r"\b(?:[Cc]ancell?(?:ed|s|ing)|[Cc]ancell?ation|[Aa]x(?:ed|es|ing)|[Ss]crap(?:ped|s|ping)|"
        r"[Nn]ixe[ds]|[Cc]anned|[Dd]itch(?:ed|es)|[Ss]helved)\b"
        r"(?! (?:flights?|trips?|tours?|plans|contracts?|shows? in|gigs?|concerts?|subscriptions?|"
        r"appearances?|screenings?|events?|weddings?|meetings?|culture|each other|out|due to|noise|"
        r"the (?:premiere|event|tour|screening|party|wedding|interview|trip|flight|subscription)|"
        r"(?:his|her|their|your|my) ))",
        "The network cancelled Salt Road after two seasons.",
    ),
    Rule(
        "cancellation: no further season",
        rf"\b(?:will|would|is|to) (?:be |get )?no (?:(?P<nth>{ORDINAL})|more|further|new|"
        rf"another) (?:seasons?|series|episodes|run)\b|"
        rf"\bwo(?:n['’]t|uld not|uldn['’]t) (?:be|get|have|receive) (?:an?|any) "
        rf"(?:(?:{ORDINAL})|more|further|new|another) (?:seasons?|series)\b|"
        rf"\b(?:will|would|is|are)(?:n['’]t| not) (?:be )?mak(?:e|ing) (?:an?y? "
        rf")?(?:(?:{ORDINAL})|more|further|new|another) (?:seasons?|series)\b",
        "There will be no third season of Salt Road.",
    ),
    Rule(
        "cancellation: the axe",
        r"\b(?:pull(?:s|ed|ing)? the plug|(?:gets?|got|given|faces?|faced|hands?|handed|"
        r"wields?) (?:it )?the "
        r"(?:axe|ax|chop|boot)|(?:was|were|been) (?:pulled|dropped|taken off|yanked)(?: "
        r"(?:from|by|off)"
        r"|the air)|took (?:it|the (?:show|series)) off (?:the )?air|(?:taken|went|go) off "
        r"(?:the )?air|"
        r"lost its (?:\w+ )?slot|(?:is|are|was) (?:no longer (?:in the works|in development|moving "
        r"forward|happening|going ahead)|dead in the water)|not (?:to |be )?mov(?:e|ing) "
        r"(?:forward|ahead) with|"
        r"called time on|calls time on|(?:will|would) not be (?:renewed|returning for a|back for)|"
        r"(?:was|were|is) not renewed|won['’]t be (?:renewed|back for|returning for a)|"
        r"decided (?:not to renew|against (?:renewing|another))|declin(?:ed|es) to renew|"
        r"(?:not|n['’]t) (?:be )?renewing|"
        r"opt(?:ed|s) not to renew|passed on (?:the pilot|a (?:second|third|fourth|further)))\b",
        "The broadcaster pulled the plug on the sitcom.",
    ),
)
"""Forms in which cancellations are told."""
_NO_FURTHER = "cancellation: no further season"
_SHOW = re.compile(
    rf"\b(?:{_SHOWS}s?|seasons?|episodes?|network|streamer|channel|air|pilot|ratings|slot|works)\b"
    rf"|\b(?:{PLATFORM})\b",
    re.IGNORECASE,
)
_PERSON_LEAVES = re.compile(r"\b(?:actor|actress|star|he|she|who plays|character)\b", re.IGNORECASE)
_THREAT = re.compile(
    r"\b(?:threat|risk|danger|fear\w*|verge|brink|amid|rumou?rs?) (?:of )?[^.;]{0,20}$"
)
_AFTER_SEASONS = re.compile(
    rf"\bafter (?:just |only |a run of )?(?P<many>{CARDINAL}|a|one) (?:\w+ )?(?:seasons?|"
    rf"series|runs?|years)\b"
    rf"|\b(?P<before>{CARDINAL}) (?:seasons?|series) before\b"
    rf"|\b(?:aired|ran|run) (?:[^.;]{{0,30}}? )?for (?P<ran>{CARDINAL}) (?:seasons?|series)\b"
)
_FALSE = re.compile(
    r"\b(?:rumou?rs?|reports?|claims?|speculation)\b.*\b(?:false|untrue|not true|nonsense|"
    r"shot down|"
    r"dismissed|denied|debunked)\b",
    re.IGNORECASE,
)
_REVIVED = re.compile(r"\bun-?cancell?", re.IGNORECASE)


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    for sentence in document.told:
        if sentence.text.endswith("?") or not _SHOW.search(sentence.text):
            continue
        for rule, one in first_of(RULES, document, sentence):
            if _REVIVED.search(document.text, max(0, one.start() - 3), one.end()):
                continue
            claim = _claim(document, sentence, rule, one)
            if claim is not None:
                works = objects_behind(document, one.end()) or (claim.work,)
                yield from (replace(claim, work=work) for work in works)


def _claim(document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]) -> Claim | None:
    start, end = one.span()
    before = document.text[sentence.start : start]
    modality = "denied" if _FALSE.search(sentence.text) else rule.modality
    if modality != "denied":
        modality = document.modality_at(start, end, modality)
        if modality in ("denied", "former") or rule.name == _NO_FURTHER:
            modality = "denied" if _negated(before) else rule.modality
        if modality == "undecided" or _THREAT.search(before):
            return None
    return Claim(
        kind="cancellation",
        work=document.work_at(start, end),
        season=_last_season(document, sentence, one),
        value="cancelled",
        modality=modality,
        span=(sentence.start, sentence.end),
        rule=rule.name,
        fields={"said_by": said_by(document, start, end)},
    )


def _negated(before: str) -> bool:
    return (
        re.search(
            r"(?:\bnot|n['’]t|\bnever|\bno plans to|\bavoid\w*|\bescap\w+|\bfrom)(?: "
            r"\w+)?\s*$|\bden(?:y|ies|ied)\b[^.;]*$",
            before,
        )
        is not None
    )


def _last_season(document: Document, sentence: Sentence, one: re.Match[str]) -> int | None:
    """Return the last season made, where the story says after how many the show was cancelled."""
    following = counted(one.groupdict().get("nth") or "")
    if following:
        return following - 1 or None
    found = _AFTER_SEASONS.search(sentence.text)
    if found is None:
        found = _AFTER_SEASONS.search(document.text, document.story.start)
    if found is None:
        return None
    return counted(found["many"] or found["before"] or found["ran"])
