"""Endings: the last season, the last film, the last episode."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.grammar import Rule, first_of
from clapometer.readers.claims.parts import Sentence

_ENDING = r"(?:final|last(?:[- ]ever)?|concluding|farewell)"
RULES: tuple[Rule, ...] = (
    Rule(
        "ended: not the end",
        r"\b(?:wo(?:n['’]t)|will not|is(?:n['’]t| not)|would(?:n['’]t| not)|not) (?:be |"
        r"necessarily )*(?:the (?:end|last|"
        r"final)|its last|ending|over|the show['’]s last)\b|\bno plans? to (?:wrap|end|"
        r"finish|conclude)|"
        r"\bplans? to (?:wrap up|end) (?:the (?:show|series) )?any ?time soon",
        "The season won't be the last, the writers say.",
        modality="denied",
        value="final season",
    ),
    Rule(
        "ended: whether the last",
        rf"\b(?:[Ww]hether|[Ii]f) [^.;]{{0,50}}\b(?:the|its|their) {_ENDING}\b(?: (?:one|season|"
        rf"series))?",
        "It is not known whether season 3 will be the last.",
        modality="undecided",
        value="final season",
    ),
    Rule(
        "ended: will be the last",
        rf"\b(?:season|series|run|instal?lment|outing)s?\b[^.;]{{0,40}}\b(?:will|would|is "
        rf"(?:set )?to|is) (?:also )?(?:be )?"
        rf"(?:the|its|their) (?:show['’]s |series['’]? )?{_ENDING}\b(?! (?:episode|week|one "
        rf"standing))",
        "The third season will be the last.",
        value="final season",
    ),
    Rule(
        "ended: final season",
        rf"\b(?:(?:\w+ and )?{_ENDING})(?: (?:ever|[\w-]+-episode|upcoming|planned))? "
        rf"(?:season|series(?! finale)|run of "
        rf"episodes|batch of episodes|seasons)\b(?! (?:of|in) (?:the )?(?:year|NBA|NFL|football))|"
        rf"\blast hurrah\b|\b[Ff]inal [Ss]eason\b|\bswan ?song\b|\bseries finale\b|"
        rf"\bfarewell (?:season|tour of)",
        "Salt Road returns for its fourth and final season.",
        value="final season",
    ),
    Rule(
        "ended: last film",
        r"(?:\b(?:final|(?:and|as the|be the|is the|its) (?:\w+ly )?last)|\blast[- ]ever) "
        r"(?:film|movie|chapter|entry|instal?lment|picture|part)\b",
        "The fifth and last film of the saga opened.",
        value="last film",
    ),
    Rule(
        "ended: comes to an end",
        r"\b(?:will (?:\w+ )?(?:end|conclude|finish|wrap(?: up)?)|(?:is|are|was) "
        r"(?:officially |finally )?(?:ending|"
        r"concluding|wrapping up|bowing out|set to end|to end)|(?:come|comes|coming|came|"
        r"brought|bring) to an? (?:\w+ )?(?:end|"
        r"close|conclusion)|bow(?:s|ed)? out|signs off|ends its run|ended its run|ended "
        r"after|ends after)\b"
        r"(?= (?:with|after|on|in|for good|following|this|next|when)|[.,!]|$)",
        "Salt Road will end after four seasons.",
        value="final season",
    ),
)
"""Forms in which endings are told."""
_SERIES = re.compile(
    r"\b(?:show|series|season|sitcom|drama|soap|programme|episodes?|run|seasons)\b", re.IGNORECASE
)
_TALK = re.compile(
    r"\b(?:last|previous|final) season['’]s?\b|\blast season of the year\b|"
    r"\b(?:in|during|since|from|at the end of|of) last season\b|\bnot the final\b",
    re.IGNORECASE,
)


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    for sentence in document.told:
        if sentence.text.endswith("?"):
            continue
        for rule, one in first_of(RULES, document, sentence):
            claim = _claim(document, sentence, rule, one)
            if claim is not None:
                yield claim
                break


def _claim(document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]) -> Claim | None:
    start, end = one.span()
    if _TALK.search(document.text[max(sentence.start, start - 20) : end + 2]):
        return None
    if rule.name == "ended: comes to an end" and not _SERIES.search(sentence.text):
        return None
    modality = rule.modality
    if modality == "confirmed":
        modality = document.modality_at(start, end, modality)
        if modality in ("former", "undecided"):
            return None
    series = rule.value == "final season"
    season = _season(document, start, end) if series else None
    if rule.name == "ended: final season" and document.text[start:end].startswith("last season"):
        return None
    return Claim(
        kind="ended",
        work=document.work_at(start, end),
        season=season,
        value=rule.value,
        modality=modality,
        span=(sentence.start, sentence.end),
        rule=rule.name,
        fields={"said_by": said_by(document, start, end)},
    )


def _season(document: Document, start: int, end: int) -> int | None:
    return document.season_at(start, end) or document.season_in_focus
