"""Finder of box-office takings: what tickets brought in, where, and in which stretch of time."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.figures import Figure, Row, first_fit, fits, in_speech, said_by
from clapometer.readers.claims.owners import both_before, owner_of, works_in_turn
from clapometer.readers.claims.parts import within

from .bare_owners import in_brackets, titled_owner
from .other_money import is_other_money
from .periods import period_of, place_of

_WORDS = r"[^.;$£€]{0,70}"
ROWS: tuple[Row, ...] = (
    Row(
        "takings: in brackets",
        r"\(",
        r" (?:total|so far|to date|worldwide|domestic|global)",
        '"Salt Road" was third with $13 million ($59.1 million total).',
    ),
    Row(
        "takings: owned",
        "",
        r"[ -](?!this|last|over|in|for|at|from|on|during)(?:[\w-]+ ){0,3}(?:debut"
        r"|opening|bow|start|launch|weekend|haul|gross|total|box[- ]office)\b",
        'The $22.5 million debut of "Salt Road" pleased all.',
    ),
    Row(
        "takings: sales",
        "",
        r" in (?:[\w-]+ ){0,3}(?:sales|takings|receipts|revenues?|grosses|box"
        r" office|theaters|theatres|cinemas)\b",
        'Tickets for "Salt Road" are at $9 million in sales.',
    ),
    Row(
        "takings: of previews",
        "",
        r" (?:in|from|of|on) (?:[\w-]+ ){0,3}(?:previews|advance screenings|sneaks|early access)\b",
        '"Salt Road" had $3 million in Thursday previews.',
    ),
    Row(
        "takings: opened",
        r"\b(?:open|debut|launch|bow|start|kick|premier)\w*\b" + _WORDS,
        "",
        '"Salt Road" debuted with $40.1 million in its first three days.',
    ),
    Row(
        "takings: total",
        r"\b(?:total|tally|haul|cume|gross|takings|receipts|ticket sales|earnings"
        r"|box[- ]office)\b[^.;$]{0,30}",
        "",
        '"Salt Road" now has a domestic total of $879.3 million.',
    ),
    Row(
        "takings: passed",
        r"\b(?:cross|pass|surpass|top|exceed|hit|reach|near|approach|blow|zoom"
        r"|sail|soar|clear|break|fly|flew|blew)(?:s|ed|es|ing|ped|ping|ting|p?ast)?\b" + _WORDS,
        "",
        '"Salt Road" blew past $250 million on Sunday.',
    ),
    Row(
        "takings: expected",
        r"\b(?:project|expect|forecast|predict|track|anticipat|estimat|eye)\w*"
        r"\b" + _WORDS,
        "",
        'Analysts expected "Salt Road" to end at $35 million.',
    ),
    Row(
        "takings: earned",
        r"\b(?:gross|earn|collect|bring|haul|rak|scor|notch|post|pull|tall|amass"
        r"|pick|generat|nett|grab|nabb|snagg|snar|bank|clear|add|command|whipp|drumm|claim|captur"
        r"|record|chipp|chalk|kick|notch|register|deliver|secur|sell|accru|garner|fetch|pocket|"
        r"rustl|conjur|scar|draw|mak"
        r"|tak|contribut|account|manag|roar|dig|mint|log|score|make|take|rake|generate|capture"
        r"|secure|conjure|tally|tallie|rang|tack)(?:s|es|ed|d|ing|ging|ting)?\b" + _WORDS,
        "",
        '"Salt Road" is taking in $16 million this weekend.',
    ),
    Row(
        "takings: earned before",
        r"\b(?:made|took|taken|brought|sold|drew|dug|won|got|has|had|saw)"
        r"\b" + _WORDS,
        "",
        '"Salt Road" has made $320,000 so far.',
    ),
    Row(
        "takings: stands at",
        r"\b(?:stand|stood|sit|sat|rest|hover|finish|end|close|wound up|wind|top|max|limp|crawl|"
        r"chug"
        r"|creep|crept|peak|cruis|climb|rocket|sink|sank|plod|wrap)\w* (?:[\w-]+ ){0,4}?(?:at|"
        r"on|with|to|out)"
        r"\b[^.;$£€]{0,30}",
        "",
        'Worldwide, "Salt Road" stands at $203.5 million.',
    ),
    Row(
        "takings: previews",
        r"\b(?:previews|advance screenings|sneaks|early access)\b[^.;$£€]{0,40}",
        "",
        'Previews of "Salt Road" came in at $3 million.',
    ),
    Row(
        "takings: the audience paid",
        r"\b(?:shelled out|spent|paid|forked (?:out|over)|plunked down|"
        r"splashed out)\b[^.;$£€]{0,30}",
        r" (?:to (?:see|watch|catch)|on tickets|for tickets)\b",
        'Audiences shelled out $4 million to see "Salt Road".',
    ),
    Row(
        "takings: placed with",
        r"\b(?:place|second|third|fourth|fifth|sixth|seventh|eighth|ninth"
        r"|tenth|first|No\. ?\d+|number \w+|week|weekend|outing|frame|holdover|spot|slid|slipped"
        r"|fell|dropped|dipped|tumbled|eased)\b[^.;$]{0,50}?\b(?:with|to|at|on) ",
        "",
        '"Salt Road" slipped to third place with $11.9 million.',
    ),
    Row(
        "takings: with",
        r"\A(?:And |But |Even )?With ",
        r"(?: in (?:ticket sales|its \w+ weekend))?, ",
        'With $31 million, "Salt Road" was first.',
    ),
    Row(
        "takings: listed",
        r"\A\W*(?:\d+\.? )?[^$]{2,70}[”\"'’),:–—-]+ ?",
        r"(?: ?\([^)]*\))?[.;,]?\Z",
        '1. "Salt Road," $41.2 million.',
    ),
    Row(
        "takings: headline",
        r"\b(?:box.office|opening|weekend|screen|debut|open|No\. ?1)\b[^.;$]*?"
        r"\b(?:with|to|of|at) ",
        "",
        '"Salt Road" rules the screen with $40M.',
    ),
)
"""What makes a sum of money the takings of a work: the words around it."""
AND = Row(
    "takings: and also",
    r"\A[^.;]{0,50}\b(?:and|to|plus|or) (?:[^.;]{0,25} )?|\A[^.;]{0,50}\("
    r"|\A[^.;]{0,60}[”\"’'] with ",
    "",
    '"Salt Road" took $2 million on Friday and an estimated $7 million through Sunday.',
)
"""A sum that follows takings in the same sentence."""
WITH = Row(
    "takings: with a sum",
    r"\b(?:with|to|for) (?:[a-z-]+ ){0,2}",
    "",
    'At the box office "Salt Road" persisted with $29.5 million.',
)
"""A large sum in a story that speaks of the box office."""
BRACKETS = Row(
    "takings: title in brackets",
    r"\(",
    r"\)",
    'That puts it ahead of "Salt Road" ($131 million).',
)
"""A sum in brackets behind a title, in a story that speaks of the box office."""
_TRADE = re.compile(r"box[- ]office|ticket sales", re.IGNORECASE)
_LARGE = 1_000_000
_BEATEN = re.compile(
    r"\b(?:better|higher|lower|stronger|bigger|softer|larger|more|less)[- ]than[- ](?:expected"
    r"|anticipated"
    r"|projected|predicted|forecast)|\b(?:past|exceed\w*|beat\w*|above|shatter\w*|def(?:y|ied"
    r"|ies)|surpass\w*|despite|topp\w+"
    r"|out\w+ing|out\w+ed|ahead of|beyond|crush\w*|smash\w*|doubl\w*|below|under|short of)"
    r" (?:[\w’'-]+ ){0,3}(?:expectations?|projections?|forecasts?|estimates?|predictions?"
    r"|tracking)\b"
    r"(?! (?:of|that|which|for|to)\b|,? which)"
)
_EXPECTED = re.compile(
    r"\b(?:project(?:ed|ing|s|ions?)|expect(?:ed|s|ing|ations?)?|forecasts?|predict\w*|on track"
    r"|tracking"
    r"|could|would|should|may|might|likely|hop(?:ed|es|ing)|poised|anticipat\w+|set to|on pace"
    r"|can|whether|needs?|must|eye(?:s|ing)|aim(?:s|ing)|heading (?:for|to)|estimates (?:had|were"
    r"|put))\b",
    re.IGNORECASE,
)
_TO_COME = re.compile(
    r"including (?:projections|estimates|(?:\w+ )?(?:Monday|Tuesday|Thursday|previews))"
    r"|through (?:the )?(?:Monday|Tuesday|Wednesday|Labor"
    r"|Christmas)"
    r"|(?:four|five|six|4|5|6)-day",
    re.IGNORECASE,
)
_INCLUDING = re.compile(r"\b(?:including|counting|with) (?:projections|estimates)")
LEAST = 10_000
_ALIKE, _ROUNDED = 0.005, 0.025
_SPAN = 90


def find(document: Document) -> Iterator[Claim]:
    """Yield the takings that a story states."""
    yield from _in_turn(document, _without_rounded(document, list(_takings(document))))


def _without_rounded(document: Document, found: list[Claim]) -> list[Claim]:
    """Return takings without those that a headline rounds and the story tells exactly."""
    head = document.blocks[0] if document.blocks else None
    if head is None or head.role != "headline":
        return found
    body = [claim for claim in found if claim.span[0] >= head.end]
    return [
        claim
        for claim in found
        if claim.span[0] >= head.end or not any(_rounds(claim, other) for other in body)
    ]


def _rounds(claim: Claim, other: Claim) -> bool:
    apart = abs(claim.value - other.value) / other.value
    return _ALIKE < apart < _ROUNDED and claim.work == other.work


def _in_turn(document: Document, found: list[Claim]) -> Iterator[Claim]:
    """Yield the takings; those of a sentence that tells them “respectively” go to the works that
    it names before them, one each."""
    for span in dict.fromkeys(claim.span for claim in found):
        here = [claim for claim in found if claim.span == span]
        works = works_in_turn(document, span, len(here))
        for place, claim in enumerate(here):
            yield replace(claim, work=works[place]) if works else claim


def _takings(document: Document) -> Iterator[Claim]:
    last: Figure | None = None
    title: str | None = None
    for figure in document.figures:
        if figure.number.unit not in ("USD", "GBP", "EUR") or figure.value < LEAST:
            continue
        if is_other_money(figure) or in_speech(document, figure.number.start):
            continue
        row = _row(document, figure, last)
        title = titled_owner(document, figure) or _told_on(document, figure, last, title)
        claim = _claim(document, figure, row, title) if row is not None else None
        if claim is None:
            continue
        if row is AND and figure.number.bound == "≤" and last is not None:
            claim = replace(claim, modality=_modality(last))
        last = figure
        both = both_before(document, figure.number.start)
        yield from (replace(claim, work=work) for work in both or (claim.work,))


def _told_on(
    document: Document, figure: Figure, last: Figure | None, title: str | None
) -> str | None:
    """Return the title of the sum before, where a sum follows in its sentence and no other work
    is named between them."""
    if last is None or last.sentence != figure.sentence:
        return None
    between = within(document.works, last.number.end, figure.number.start)
    return None if between else title


def _row(document: Document, figure: Figure, last: Figure | None) -> Row | None:
    """Return the row that a sum of money fits; one added to takings is takings itself."""
    row = first_fit(ROWS, figure.left[-_SPAN:], figure.right)
    if row is None:
        row = first_fit(ROWS, figure.before[-_SPAN:], figure.after)
    if row is None and in_brackets(document, figure):
        return BRACKETS
    if row is None and last is not None and last.sentence == figure.sentence:
        return AND if fits(AND, figure.left, "") else None
    if row is None and figure.value >= _LARGE and _TRADE.search(document.text):
        return WITH if fits(WITH, figure.left, "") else None
    return row


def _claim(document: Document, figure: Figure, row: Row, titled: str | None) -> Claim | None:
    number, sentence = figure.number, figure.sentence
    work = titled or owner_of(document, number.start, number.end)
    if work is None:
        return None
    fields = {
        "unit": number.unit,
        "place": place_of(figure),
        "period": period_of(figure),
        "bound": None if number.bound == "=" else number.bound,
        "said_by": said_by(sentence),
    }
    return Claim(
        kind="box_office",
        work=work,
        season=None,
        value=figure.value,
        modality=_modality(figure),
        span=(sentence.start, sentence.end),
        rule=row.rule,
        fields={name: said for name, said in fields.items() if said},
    )


def _modality(figure: Figure) -> str:
    near = figure.left[-48:]
    expected = _EXPECTED.search(_BEATEN.sub(" ", figure.left))
    if expected or re.match(r"[^,.]{0,25}\b(?:was|were|is) expected", figure.right):
        return "speculated"
    estimated = figure.number.bound == "~" or "estimate" in near
    to_come = estimated and _TO_COME.search(near + figure.after[:60])
    if (_INCLUDING.search(figure.right) or to_come) and "three-day" not in near:
        return "speculated"
    return "reported"
