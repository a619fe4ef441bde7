"""Sums of money that are no takings of a work: spent, paid, owed, or those of a whole trade."""

from __future__ import annotations

import re

from clapometer.readers.claims.figures import Figure

_SPAN = 90
_MOST = 4_000_000_000
"""No work has ever brought in more; a trade does each year."""
_PAYING = re.compile(
    r"\b(?:audiences?|moviegoers|cinema-?goers|film-?goers|fans|crowds|ticket[- ]buyers|punters|"
    r"people) "
    r"(?:[a-z]+ ){0,2}(?:shelled out|spent|paid|forked (?:out|over)|plunked down|"
    r"splashed out) [^.;$£€]*\Z"
)
"""What the audience spends is what the work takes."""
NOT_BEFORE: tuple[str, ...] = (
    r"budget\w*",
    r"costs?",
    r"costing",
    r"price\w*",
    r"spent",
    r"spend\w*",
    r"worth",
    r"paid",
    r"pays?",
    r"salar\w+",
    r"fees?",
    r"fined?",
    r"sued?",
    r"suing",
    r"lawsuit",
    r"settl\w+",
    r"donat\w+",
    r"rais(?:e|ed|ing)",
    r"fund\w*",
    r"plans?",
    r"subscri\w+",
    r"invest\w*",
    r"acqui\w+",
    r"bought",
    r"purchas\w+",
    r"profits?",
    r"loss(?:es)?",
    r"lost",
    r"damages",
    r"rent\w*",
    r"ticket prices?",
    r"licens\w+",
    r"produced for",
    r"made for",
    r"shot for",
    r"per-(?:theater|screen|theatre)",
    r"average",
    r"valued",
    r"buys?",
    r"break(?:ing|s)? even",
    r"pocket\w*",
    r"write-?downs?",
    r"jackpot",
    r"prize\w*",
    r"bonus",
    r"charg\w+",
    r"market(?:ing|ed)",
    r"toy sales",
    r"merchandise",
    r"music",
    r"debt",
)
"""Words shortly before a sum that is spent, paid, asked or owed."""
_NOT_BEFORE = re.compile(rf"\b(?:{'|'.join(NOT_BEFORE)})\b[^.;,$]{{0,32}}\Z", re.IGNORECASE)
_NOT_AFTER = re.compile(
    r"[ -]?(?:plus )?(?:budget|production|a month|per\b|a year|/|monthly|each|salary|deal"
    r"|investment"
    r"|lawsuit|for (?:the|its) rights|house|home|mansion|price|to (?:make|produce|market|film"
    r"|shoot)"
    r"|prize|jackpot|reward|bonus|che(?:que|ck)\b|(?:or so )?(?:from|in|on) (?:rentals?|"
    r"merchandis\w+"
    r"|toys?|tax|subscri\w+|licens\w+|home video|VOD|DVD|streaming|product placement|advertising)"
    r"|marketing|in damages|in tax|loss|profit|plan|subscription|season|industry|club)"
    r"|[ -](?!in|at|from|for|to|of|on|over|with|and|by|during|this|last)(?:[\w-]+ ){0,2}(?:films?"
    r"|movies?"
    r"|pictures?|comedy|drama|adventure|thriller|epic|blockbuster|sequel|tentpole|romance|musical"
    r"|western"
    r"|biopic|reboot|remake|spectacle|extravaganza|feature|project|series|show|flick|fantasy)\b",
    re.IGNORECASE,
)
WHOLE_TRADE = re.compile(
    r"industry-?wide|\bas a whole\b|\bweekend (?:total|overall)|\bthe market\b"
    r"|\boverall(?:,| box| gross| ticket| takings| weekend| revenue)|\b(?:combined|industry|annual"
    r"|year-to-date) (?:[a-z-]+ )?(?:ticket sales|takings|grosses|receipts|revenues?|box[- ]office)"
    r"|\b(?:takings|sales|grosses|receipts) across\b|\ball (?:cinemas|theat(?:er|re)s|releases)\b"
    r"|\b(?:the|this) year (?:is|was|has been|so far)|"
    r"(?<!led )(?<!leads )(?<!leading )(?<!topped )\ball (?:films"
    r"|movies"
    r"|titles)|\btop (?:\d+|ten"
    r"|twelve) (?:films|movies)"
    r"|\b(?:summer|annual|total|cumulative|collective) (?:[a-z]+ )?box[- ]office"
    r"|box[- ]office (?:total|revenue)s?\b[^,]{0,20}\b(?:was|is|for the (?:year|summer))"
    r"|\bfranchise (?:has|that has|which has|as a whole)|\bfilms (?:have|that have)"
    r"|\b(?:one|another|any|no|every|each|other) (?:movie|film|release|title)s?\b"
    r"|\b(?:marketplace|moviegoing|the year's total|all[- ]time worldwide total)\b",
    re.IGNORECASE,
)
"""Words of what all films or a whole franchise took together."""
_OF_ANOTHER = re.compile(
    r" (?:racked up|made|earned|taken|grossed|set|posted|managed|amassed|banked) by (?:the|its|"
    r"his|her"
    r"|that)\b|"
    r" (?:that )?(?:its|his|her|their|the) (?:predecessor|original|first|previous|last|earlier"
    r"|prior)\b"
)
"""Words behind a sum that another film took, which is not named."""
_FIRST_OPENING = re.compile(r"\b(?:first|only|second|third|\d+(?:st|nd|rd|th)) \Z")


def is_other_money(figure: Figure) -> bool:
    """Whether the sum is spent, paid or earned by a whole trade, or is told again in brackets in
    another currency."""
    before, after = figure.before, figure.after
    if figure.value > _MOST or _NOT_AFTER.match(after):
        return True
    if _NOT_BEFORE.search(before[-60:]) and not _PAYING.search(before[-_SPAN:]):
        return True
    if WHOLE_TRADE.search(before[-_SPAN:] + " # " + after[:40]):
        return True
    if _OF_ANOTHER.match(after):
        return True
    if "opening" in after[:20] and (
        _FIRST_OPENING.search(before) or figure.number.text.startswith("another")
    ):
        return True
    if re.search(r"[$£€]\S*(?: (?:m|b|tr)illion)? ?\(\Z", before):
        return figure.number.unit != "USD"
    return figure.number.unit != "USD" and re.match(r" ?\((?:US)?\$", after) is not None
