"""Which works a verb concerns by where they stand: right before “was axed”, right behind “axes”.

The place of a title in such a clause shows that it is one, so works are found here that nothing
else in the story betrays: those that a story names once, in passing.
"""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.baretitles import trimmed
from clapometer.readers.claims.blocks import CLUTTER
from clapometer.readers.claims.companies import OUTLETS, PLATFORM
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.given_names import GIVEN_NAMES
from clapometer.readers.claims.grammar import in_title_case
from clapometer.readers.claims.parts import Sentence, WorkMention, within
from clapometer.readers.claims.titles import TYPE_NOUNS

_W = r"(?:[A-Z0-9](?:[\w&+!-]|[’'.](?=\w))*|&)"
_LINK = r"(?:of|the|and|in|to|a|on|at|for|from|with)"
_FIRST = r"(?:(?:The|A|An) )?[A-Z](?:[\w&+!-]|[’'](?=\w))*"
_TITLE = rf"{_FIRST}(?::? (?:{_LINK} ){{0,2}}{_W}){{0,6}}"
_WITH_COMMAS = rf"{_FIRST}(?:[:,]? (?:{_LINK} ){{0,2}}{_W}){{0,6}}"
_WHEN = re.compile(
    rf"(?:,? (?:{_LINK}|last|this|next|by|since))*,? (?:January|February|March|April|May|June|July|"
    rf"August|September|October|November|December|Monday|Tuesday|Wednesday|Thursday|Friday|"
    rf"Saturday|"
    rf"Sunday|Christmas|Easter|(?:19|20)\d\d|{PLATFORM}|Season|Series|SEASON)\b.*\Z"
)
"""When and where, behind a title: what is no part of it."""
_KINDS = (
    rf"(?:{TYPE_NOUNS}|soap|sitcom|spin-?off|quiz|gameshow|docusoap|reality show|sequel|prequel|"
    r"thriller|epic|fantasy|saga|adaptation|remake|reboot|revival|procedural|dramedy|cartoon)"
)
_DESCRIBED = (
    rf"(?:(?!(?:and|or|but|for|after|as|in|on|at|by|from|that|its star)\b)[\w’'-]+,? ){{0,6}}?"
    rf"(?:{_KINDS}s?)"
)
_BEHIND = re.compile(
    rf"(?: (?:off|on|of|to|for|with))?(?: (?:{_DESCRIBED}|the|its|both|all of|hit|fan favourite|"
    rf"beloved|popular))?,? [\"“'‘]?"
)
_JOINED = re.compile(
    rf"[\"”'’]?(?: \([^()]{{1,30}}\)| after (?:just |only )?\w+(?: (?:seasons?|series|"
    rf"years?))?)?(?:,[\"”'’]? (?:and |plus )?|,? and | & | as well as )"
    rf"(?:(?:the )?{_DESCRIBED},? )?[\"“'‘]?"
)
_AND = re.compile(rf"[\"”'’]?,? (?:and|&|plus) (?:(?:the )?{_DESCRIBED},? )?[\"“'‘]?")
_BEFORE = re.compile(
    r"[\"”'’,]{0,3}(?: \([^()]{1,40}\))?,? ?(?:(?:which|that|who) )?(?:(?:has|have|had|is|are|"
    r"was|were|will|would|to|be|been|being|gets?|got|getting|not|both|all|also|now|just|"
    r"officially|already|already been|finally|sadly|recently|since|then|later|quickly|quietly|"
    r"controversially|abruptly|once|himself|itself|reportedly|could|may|might|set|previously|"
    r"yet|still|likewise|duly)\b[ ,]?(?:n[’']t )?)*[“\"'‘]?"
)
_BARE = re.compile(_TITLE)
_LAST = re.compile(
    rf"(?P<title>{_WITH_COMMAS})(?P<rest>[\"”'’,]{{0,3}}(?: \([^()]{{1,40}}\))?[^A-Z]*)\Z"
)
_DESCRIBES = re.compile(rf"\b{_KINDS}s?,? [\"“'‘]?\Z", re.IGNORECASE)
_OPENS = re.compile(r"(?:\A|[.!?:|•\n] ?)[\"“'‘]?\Z")
_GLUED = re.compile(
    r".*(?:Trending|Read|More|News|Related|Popular|Latest|Videos?|Gallery|Stor(?:y|ies)|Next|Now|"
    r"Also|"
    r"Recap|Reviews?|Exclusive|Watch|TV|Entertainment|[A-Z]{4,})(?=(?:The |A )?[A-Z][a-z])"
)
"""A label that a page's text runs together with the title behind it: “More TrendingSalt Road”."""
_PLACE = re.compile(r"\b(?:in|at|near|from|with|by|to|set in|on|via) [\"“'‘]?\Z")
_COMPANY = re.compile(rf"(?:The )?(?:{PLATFORM})\b")
_NEAR = re.compile(
    r"[\"”'’,]{0,3}(?: (?:[Ss]eason|[Ss]eries) \w+)?,? (?:scores?|gets?|nabs?|lands?|earns?|wins?|"
    r"to|will|has|have|had|is|was|[^,.;A-Z]{0,30}? (?:and|but)|, which [^,.;]{0,40},)"
    r"(?: (?:been|be|an?|its|the|just|officially|early|now|finally))*\s?"
)
_FAR = 90
"""Characters before a verb in which its subject ends."""


def concerned(
    document: Document, sentence: Sentence, one: re.Match[str], *, bare: bool = True
) -> tuple[str | None, ...]:
    """Return the works that words concern; with `bare`, words with capitals in the place of a
    title are one. They are those whose fate the words name, what the sentence opens with (“As
    for X, …”), its objects right behind a verb, its subjects right before it, else the work that
    the words are about."""
    start, end = one.span()
    if one.re.groupindex.get("whose") and one["whose"]:
        named = behind(document, one.start("whose") - 1, one.end("whose"))
        shown = one["whose"] == "it" or _SHOW_NOUN.search(one["whose"])
        return named or ((document.work_at(*one.span("whose")),) if shown else ())
    opened = _AS_FOR.match(document.text, sentence.start, start)
    if opened and (topic := behind(document, opened.end(), start)):
        return topic[:1]
    bare = bare and not in_title_case(sentence.text)
    passive = _PASSIVE.search(document.text, max(sentence.start, start - 30), start) is not None
    if not passive and (objects := behind(document, end, sentence.end, bare=bare)):
        linked = document.blocks[sentence.block].role == _LINKED
        return tuple(w for w in objects if not linked or w not in document.main_works)
    undergoes = passive or _UNDERGOES.match(document.text, start, end) is not None
    subjects = before(document, start, sentence.start, bare=bare and undergoes)
    if document.blocks[sentence.block].role == _LINKED:
        main = document.main_works
        return tuple(work for work in subjects if work not in main)
    if not subjects and is_link(document, sentence):
        return ()
    return subjects or (document.work_at(start, end),)


def is_link(document: Document, sentence: Sentence) -> bool:
    """Return whether a line is the headline of another story: it does not end as sentences do, and
    names no work, nor points at one."""
    if document.blocks[sentence.block].role == "headline" or _ENDS_SO.search(sentence.text):
        return False
    named = within(document.works, sentence.start, sentence.end)
    return not named and _POINTS.search(sentence.text) is None


_ENDS_SO = re.compile(r"[.!?…:;,][\"”'’)\]]*\Z")
_POINTS = re.compile(
    r"\b(?:it|its|the (?:show|series|drama|sitcom|comedy|film|movie|soap)|we|us|[Ss]eason \d|"
    r"[Ss]eries \d)\b",
    re.IGNORECASE,
)


def told_with_links(document: Document) -> Iterator[Sentence]:
    """Yield the sentences of the story, and the headlines of others that it links to: of those
    only what they tell of other works holds, for they may be old."""
    for sentence in document.sentences:
        role = document.blocks[sentence.block].role
        if role == _LINKED or role not in CLUTTER:
            yield sentence


_LINKED = "related"
_AS_FOR = re.compile(
    r"(?:[\"“'‘])?(?:And |But )?(?:[Aa]s for|[Aa]s to|When it comes to|Regarding|Turning to|Over "
    r"at)"
)
_PASSIVE = re.compile(
    r"\b(?:is|are|was|were|been|being|be|gets|got|getting)(?: \w+ly| all| both| now| then| since| "
    r"not| also| just| set to be| to be)* \Z|n[’']t (?:be(?:ing|en)? )?\Z"
)
"""Before a participle: then what it is done to stands before it, and nothing behind it."""
_UNDERGOES = re.compile(
    r"(?:\w+(?:ed|ED|lit|en)\b|(?:will|is|are|was|were|wo|would|to|could|might|may|gets?|got|"
    r"scores|"
    r"nabs|lands|finds|found)\b)"
)
"""How words begin that say what happens to their subject."""


def person_before(document: Document, sentence: Sentence, start: int) -> bool:
    """Return whether a person is the subject of words: it is they who will return."""
    star = _STAR_RETURNS.search(document.text, sentence.start, start)
    if star is not None and not _SHOW_NOUN.search(star[0]):
        return True
    people = [one for one in within(document.people, sentence.start, start) if one.end <= start]
    if people and _SHOW_NOUN.search(document.text, people[-1].end, start):
        return False
    works = [one for one in within(document.works, sentence.start, start) if one.end <= start]
    return bool(people) and (not works or works[-1].end <= people[-1].start)


_SHOW_NOUN = re.compile(
    r"\b(?:show|series|drama|comedy|sitcom|soap|spin-?off|programme|thriller|procedural|film|movie|"
    r"sequel|prequel|revival|reboot)\b"
)
_STAR_RETURNS = re.compile(
    r"\b(?:star|stars|actor|actress|cast|he|she|they|who|host|presenter|judges?|character|co-star)"
    r"(?: \w+){0,3} (?:(?:will|is|are|would|could|might|may|set|to|has|have)\b)?[^.;,]{0,20}$",
    re.IGNORECASE,
)


VERSION = re.compile(
    r"\b[Tt]he (?:British|American|US|UK|original|Australian|Danish|Swedish|Norwegian|French|"
    r"German|"
    r"Korean|Israeli|Spanish) (?:version|original|series|show|sitcom|drama)\b"
)
"""A version that is another work than the one the story is about."""


def within_title(document: Document, one: re.Match[str]) -> bool:
    """Return whether words are but a part of a title, as “ends with” is of “It Ends with Us”."""
    near = within(document.works, one.start() - 60, one.end())
    return any(work.start <= one.start() and one.end() <= work.end for work in near)


def behind(document: Document, position: int, stop: int, *, bare: bool = True) -> tuple[str, ...]:
    """Return the works that stand right behind a verb as its objects, one or a list of them:
    “cancels A and B”, “pulled the plug on the sitcom A”."""
    found: list[tuple[str, int]] = []
    here = position
    while (one := _next(document, here, stop, listed=bool(found), bare=bare)) is not None:
        found.append(one)
        here = one[1]
    # “Cancelled the Salt Road panel”: what stands behind a title may be what is meant.
    if found and _EVENT.match(document.text, found[-1][1]):
        return ()
    return tuple(dict.fromkeys(title for title, _ in found))


_EVENT = re.compile(
    r"[\"”'’]? (?:panel|event|screening|tour|premiere|party|convention|exhibition|concert|"
    r"appearance|"
    r"wrap party|press|musical|experience|cafe|bus tour|merchandise|stars?|actors?|actress|host)\b"
)


def _next(
    document: Document, here: int, stop: int, *, listed: bool, bare: bool
) -> tuple[str, int] | None:
    """Return the title that a list goes on with, and where it ends."""
    between = _JOINED if listed else _BEHIND
    for one in within(document.works, here, stop):
        if between.fullmatch(document.text, here, one.start):
            return one.work, one.end
    opened = (_AND if listed else _BEHIND).match(document.text, here, stop)
    told = _BARE.match(document.text, opened.end(), stop) if opened and bare else None
    return None if told is None else _told(document, told.start(), told.end())


def before(document: Document, position: int, begin: int, *, bare: bool) -> tuple[str, ...]:
    """Return the works that stand right before a verb as its subject, one or a list of them: “A
    and B have both been renewed”; none where somebody or something else is the subject. With
    `bare`, words with capitals there are a title even if nothing else shows that they are."""
    begin = max(begin, position - 250)
    here = [one for one in within(document.works, begin, position) if one.end <= position]
    last = here[-1] if here else None
    if last is not None and _BEFORE.fullmatch(document.text, last.end, position):
        return _listed_before(document, here)
    if (
        last is not None
        and position - last.end < _FAR // 2
        and _NEAR.fullmatch(document.text, last.end, position)
    ):
        return (last.work,)
    if not bare:
        return ()
    told = _LAST.search(document.text, max(begin, position - _FAR), position)
    if told is None or not _BEFORE.fullmatch(document.text, told.end("title"), position):
        return ()
    found = _told(document, told.start("title"), told.end("title"))
    return () if found is None else (found[0],)


def _listed_before(document: Document, here: list[WorkMention]) -> tuple[str, ...]:
    """Return the last of the works and those that are joined to it."""
    joined = [here[-1]]
    for one in reversed(here[:-1]):
        if not _JOINED.fullmatch(document.text, one.end, joined[0].start):
            break
        joined.insert(0, one)
    return tuple(dict.fromkeys(one.work for one in joined))


def _told(document: Document, start: int, end: int) -> tuple[str, int] | None:
    """Return the bare title at a place and where it ends, unless it is a person, a company or a
    word that only opens a sentence."""
    glued = _GLUED.search(document.text, start, end)
    start = glued.end() if glued else start
    words = _WHEN.sub("", document.text[start:end])
    end = start + len(words)
    title = trimmed(words)
    if not title or title in OUTLETS or _COMPANY.match(title):
        return None
    described = _DESCRIBES.search(document.text, max(0, start - 30), start) is not None
    known = next(iter(within(document.works, start, end)), None)
    if known is not None and not (described and "," in title):
        return known.work, known.end
    first = title.removeprefix("The ").split()[0]
    if any(start <= one.start < end for one in document.people) and not described:
        return None
    if first.casefold() in GIVEN_NAMES and not described:
        return None
    if _PLACE.search(document.text, max(0, start - 12), start):
        return None
    if " " not in title and _OPENS.search(document.text[max(0, start - 3) : start]):
        return None
    full = next((work for work in document.main_works if title in work), title)
    return full, start + words.index(title[:3]) + len(title)
