"""Finder of platforms: the network, streamer or studio that carries or makes a work."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import replace

from clapometer.readers.claims.aboutness import beside_title
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.companies import NAMES, PARTS, PLATFORM, PLATFORMS, SPOKEN
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders.carriers import (
    AS_GUEST,
    NOT_THE_CHANNEL,
    WEAK,
    carriers_in,
    tells_elsewhere,
)
from clapometer.readers.claims.grammar import Rule, first_of
from clapometer.readers.claims.parts import Sentence
from clapometer.readers.claims.titles import TYPE_NOUNS
from clapometer.readers.claims.wording import Wording

_P = rf"(?P<platform>(?>{PLATFORM}))(?![\w+])"
_AND = (
    r"(?:(?: in (?:the )?[A-Z][\w.]*(?: [A-Z][\w.]*)?)?(?:,? and|,| or|,? as well as)(?: on)? "
    rf"(?:the )?(?P<second>(?>{PLATFORM}))(?![\w+]))?"
)
_TAIL = (
    r"(?:['’]s? (?:TV |linear |cable )?"
    r"(?:channel|network|streaming (?:service|platform)|platform|service))?"
)
_SHOWN = (
    r"(?:stream(?:s|ed|ing)?|air(?:s|ed|ing)?|premier(?:e|es|ed|ing)|debut(?:s|ed|ing)?|"
    r"return(?:s|ed|ing)?|launch(?:es|ed|ing)?|land(?:s|ed|ing)?|arriv(?:e|es|ed|ing)|"
    r"drop(?:s|ped)?|"
    r"available(?: to (?:stream|watch))?|watch(?:ed|ing)?|broadcast|shown|seen|coming|comes?|hits?|"
    r"releas(?:e|es|ed|ing)|mov(?:e|es|ed|ing)|stream it|binged?|views|out|ran|running|"
    r"hosted|found|"
    r"exclusively|season|hurrah|series|show|film|drama|comedy|sitcom|screens)"
)
RULES: tuple[Rule, ...] = (
    Rule(
        "platform: moves",
        rf"\b(?:mov(?:ing|es|ed)|switch(?:ing|es|ed)|jump(?:ing|s|ed)|migrat(?:ing|es|ed)|"
        rf"transfer(?:ring|s|red)|away) "
        rf"(?:over )?(?:from |the )+(?P<former>(?>{PLATFORM}))(?![\w+])(?: to (?:the )?{_P})?",
        "The show is moving from NBC to Peacock.",
    ),
    Rule(
        "platform: once on",
        rf"\b(?:originally|initially|previously|formerly|first|once) (?:\w+ "
        rf"){{0,2}}?(?:aired|ran|streamed|shown|broadcast|premiered|debuted|"
        rf"launched|part of|on|screened|made for)(?: on| for| by)? (?:the )?{_P}",
        "It originally aired on NBC.",
        modality="former",
    ),
    Rule(
        "platform: to be watched on",
        rf"\b(?:(?:is|are|be) (?:now |also |currently |exclusively |all )*(?:available|streaming|"
        rf"watched|streamed|found|airing|shown)|available|airs?|streams?|watch|"
        rf"catch(?: up)?)\b"
        rf"(?P<between>[^.;:]{{0,60}}?) on (?:the |its |streaming service |channel |network |"
        rf"broadcaster |streamer )*{_P}{_TAIL}{_AND}",
        "Salt Road is available to stream on Hulu.",
    ),
    Rule(
        "platform: shown on",
        rf"\b{_SHOWN}\b(?P<between>[^.;:]{{0,70}}?) (?:on|(?<!according )to|via|by) (?:the |"
        rf"its |streaming |streaming service |streaming giant |cable (?:channel|network) |network |"
        rf"broadcaster |streamer )*{_P}{_TAIL}{_AND}",
        "Salt Road streams exclusively on Hulu.",
    ),
    Rule(
        "platform: its channel",
        rf"\bon (?:the )?{_P}{_TAIL}(?: (?:TV )?(?:network|channel))?{_AND}",
        "Its debut on the Fox network drew few.",
    ),
    Rule(
        "platform: a carrier's",
        rf"\b(?:(?P<second>(?>{PLATFORM})) and )?{_P}(?:['’]s?)? (?:(?:upcoming|hit|new|"
        rf"original|popular|acclaimed|long-running|"
        rf"animated|smash|soapy|romantic|crime|"
        rf"supernatural|limited|fantasy|sci-fi|medical|legal|period|teen|beloved|own|"
        rf"\w+-winning|latest|reality|horror|"
        rf"{TYPE_NOUNS}),? |[a-z][\w-]+ (?=(?:{TYPE_NOUNS})\b))*(?:[\"“'‘](?=[A-Z0-9])|"
        rf"(?:{TYPE_NOUNS})\b|(?=[A-Z]))",
        "Netflix's drama Salt Road is back.",
    ),
    Rule(
        "platform: by a studio",
        rf"\b(?:released|distributed|produced|made|financed|handled|put out|acquired|picked "
        rf"up|bought|ordered|commissioned|drawn up|saved|revived) by (?:the )?(?:studio |"
        rf"distributor |"
        rf"independent distributor |streamer |network )*{_P}",
        "The film was released by Neon.",
    ),
    Rule(
        "platform: studio opens",
        rf"\b{_P},? (?:which )?(?:launched|released|opened|distributed|is releasing|is "
        rf"distributing|produced|co-produced|made|streams|streamed|airs|aired|shows|screens|broadcasts|"
        rf"carries|picked up|revived|saved) "
        rf"(?:the (?:film|movie|show|series|drama|picture)|it|all|[\"“‘'])",
        "Universal launched the film in theaters.",
    ),
    Rule(
        "platform: through a distributor",
        rf"\b(?:opens?|opened|opening|released?|bows?|arriv(?:es|ed)|lands?|due|out|cinemas|theaters|"
        rf"theatres)\b[^.;]{{0,60}}? (?:through|via|courtesy of) (?:the )?{_P}",
        "The film opens in May through Neon.",
    ),
    Rule(
        "platform: on both",
        rf"\b(?:in theaters and|simultaneously)(?: [^.;]{{0,30}}?)? on {_P}",
        "It opened in theaters and on Peacock.",
    ),
    Rule(
        "platform: rival",
        rf"\b(?:hit|success|flop|smash|favorite|favourite) (?:for|on) (?:rivals? |the |"
        rf"network )*{_P}",
        "It is a ratings hit for rivals ITV.",
    ),
)
"""Forms of saying who carries or makes a work."""
_EXCLUSIVE = Wording(r"\bexclusive(?:ly)?\b|\bonly on\b")
_NOT_CARRIED = re.compile(
    r"\b(?:according to|told|tweeted|posted|followers|account|trailer|Twitter|Instagram|interview|"
    r"shares?|stock|subscription|plan|says|spoke)\b[^.;]{0,40}$"
)
_WORDS = frozenset(
    {"Max", "Global", "Gold", "Dave", "History", "Time", "Stan", "Binge", "Wanda", "Neon", "Sky"}
)
_PERHAPS = Wording(r"\b(?:could|may|might|rumou?r\w*|talks|reportedly|perhaps|tipped)\b")
_PAST = re.compile(r"\b(?:originally|initially|previously|formerly|used to|was)\b[^.;]{0,30}$")


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    if document.main_works:
        yield from settled([*_ruled(document), *carriers_in(document)])


def _ruled(document: Document) -> Iterator[Claim]:
    """Yield what the rules read."""
    for sentence in document.told:
        if sentence.text.rstrip("\"”'’").endswith("?") or tells_elsewhere(document, sentence):
            continue
        for rule, one in first_of(RULES, document, sentence):
            yield from _claims(document, sentence, rule, one)


def settled(claims: Sequence[Claim]) -> Iterator[Claim]:
    """Yield the claims of each work under one name for each company, without the company where a
    channel of its own is named, and without weak ones where there are better ones."""
    strong = {one.work for one in claims if one.rule not in WEAK}
    kept = [one for one in claims if one.rule not in WEAK or one.work not in strong]
    named: dict[tuple[str | None, str], str] = {}
    for one in kept:
        named.setdefault((one.work, NAMES[one.value]), one.value)
    for one in kept:
        company = NAMES[one.value]
        if not any((one.work, part) in named for part in PARTS.get(company, ())):
            name = SPOKEN.get(one.value) or named[one.work, company]
            yield replace(one, value=SPOKEN.get(name, name))


def _claims(
    document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]
) -> Iterator[Claim]:
    told = one.groupdict()
    if told.get("former"):
        yield _claim(document, sentence, rule, one, "former", "former")
    for group in ("platform", "second"):
        if not told.get(group) or not _carries(document, sentence, rule, one, group):
            continue
        yield _claim(document, sentence, rule, one, group, _modality(document, sentence, rule, one))


def _modality(document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]) -> str:
    if rule.modality == "former":
        return "former"
    if _PAST.search(document.text[sentence.start : one.start()] + " ") and "aired" in one[0]:
        return "former"
    stated = document.modality_at(one.start(), one.end(), rule.modality)
    if stated == "speculated" and not _PERHAPS.search(sentence.text):
        return "confirmed"
    return stated if stated in ("reported", "speculated") else "confirmed"


def _carries(
    document: Document, sentence: Sentence, rule: Rule, one: re.Match[str], group: str
) -> bool:
    """Return whether a name is that of a carrier here, and not the word or who says something."""
    name = one[group]
    start, end = one.span(group)
    if name in OUTLET_LIKE and rule.name not in _SURE:
        return False
    if NOT_THE_CHANNEL.match(document.text, end) or _CHART.match(document.text, end):
        return False
    if any(work.start <= start < work.end for work in document.works):
        return False
    before = document.text[max(sentence.start, start - 60) : start]
    if _CREDITED.search(before) or AS_GUEST.search(before):
        return False
    if rule.name == "platform: its channel" and _NOT_CARRIED.search(before):
        return False
    if rule.name == "platform: a carrier's" and not _carried(document, one):
        return False
    return not (name in _WORDS and document.text[end : end + 2].strip()[:1].isupper())


def _carried(document: Document, one: re.Match[str]) -> bool:
    """Return whether a name is followed by a title, or by a noun such as film."""
    if beside_title(document, one.end()) is not None:
        return True
    return re.search(rf"\b(?:{TYPE_NOUNS})$", one[0]) is not None


OUTLET_LIKE = frozenset(
    {"CNN", "Twitter", "Spotify", "YouTube", "E!", "People", "Fox News", "MSNBC"}
)
_SURE = frozenset({"platform: once on", "platform: moves"})
_CREDITED = re.compile(
    r"(?:Images?|Photos?|Pictures?|Clip|Video|Trailer|Courtesy) (?:via|by|of) \Z"
)
"""The credit of a picture, which says less than that something is shown there."""
_CHART = re.compile(
    r"['’]s? (?:own |official |weekly |daily |UK |US |U\.S\. |global |English-language )*"
    r"(?:chart|top \d|top ten|list|ranking|count|figures|data|numbers)",
    re.IGNORECASE,
)
"""A company's chart or figures, which are no place to watch something."""


def _claim(
    document: Document,
    sentence: Sentence,
    rule: Rule,
    one: re.Match[str],
    group: str,
    modality: str,
) -> Claim:
    start, end = one.span(group)
    work = beside_title(document, end) or document.work_at(one.start(), one.start())
    if rule.name == "platform: a carrier's":
        work = beside_title(document, one.end()) or work
    seasons = document.seasons_at(one.start(), end)
    name = document.text[start:end]
    role = PLATFORMS[NAMES[name]]
    return Claim(
        kind="platform",
        work=work,
        season=seasons[0] if len(seasons) == 1 else None,
        seasons=seasons,
        value=name,
        modality=modality,
        span=(sentence.start, sentence.end),
        rule=rule.name,
        fields={
            "exclusive": True if _EXCLUSIVE.search(sentence.text) else None,
            "role": role if role == "studio" else None,
        },
    )
