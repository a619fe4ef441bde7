"""The people who wrote a page: never the outlet, an agency, an address or "Staff"."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator

from ..bounds import bound
from ..markup.microdata import text_of
from ..markup.things import Thing
from .sources import REVIEWS, Sources

_BEFORE = re.compile(
    r"^(?:(?:this )?(?:article|story|post|piece|review)?\s*(?:is |was )?"
    r"(?:written|words|reviewed|review|posted|published|contributed|reported|story|text"
    r"|by-?line)?\s*"
    r"\bby\b:?|author[:\s]|written by|from:|von|par|por|di|door|de:)\s+",
    re.IGNORECASE,
)
_AFTER = re.compile(
    r"\s*(?:\||/|•|·|—|–|\s-\s|\()\s*.*$"
    r"|,?\s+(?:for|at|of|in|from|with additional reporting by)\s+(?:the\s+)?[A-Z].*$"
    r"|\s*\b(?:(?:published|updated|posted|on)\s+)?(?:(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct"
    r"|nov|dec)[a-z]*\.?"
    r"\s+\d{1,2}\b.*|\d{1,2}(?:st|nd|rd|th)?\s+(?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov"
    r"|dec)[a-z]*\b.*"
    r"|\d{1,2}[:./]\d{1,2}.*)$"
    r"|,?\s+(?:(?:senior|chief|deputy|associate|contributing|executive|managing|news"
    r"|entertainment|film|tv|"
    r"television|showbiz|culture|arts|staff|movie|features?|guest|special|digital|assistant"
    r"|games?)\s+)*"
    r"(?:editor|writer|reporter|critic|correspondent|columnist|journalist|contributor|producer"
    r"|author|staff|"
    r"editor-in-chief|reviewer|community contributor)s?(?:[-\s].*)?$",
    re.IGNORECASE,
)
_NOT_PEOPLE = re.compile(
    r"(?:.*\b(?:staff|editors?|editorial|team|newsroom|news ?desk|desk|admin(?:istrator)?"
    r"|webmaster|redaktion|"
    r"redaction|rédaction|redazione|redacción|redactie|agency|agencies|newswire"
    r"|wire(?: service)?|press|reporters?|"
    r"correspondents?|contributors?|guest|feed|media|magazine|news|network|studios?|productions?"
    r"|inc|llc|ltd|gmbh|"
    r"limited|associated press|reuters|afp|bloomberg|pa|ap|dpa|ansa|efe|upi|aap|tass|xinhua|user"
    r"|anonymous|unknown|"
    r"author|authors|writer|the)\b\.?|none|null|n/?a|by|home|about|follow|profile|share|comments?)",
    re.IGNORECASE,
)
_ADDRESS = re.compile(
    r"(?:https?:|www\.|//|@|\.com\b|\.co\.uk\b|\.org\b|\.net\b|facebook|twitter)", re.IGNORECASE
)
_SIGNS = re.compile(r"[^\w\s'’.,\-‐·()&;/|•—–:@]+")
_AND = re.compile(
    r"\s*(?:;|\band\b|&|\bund\b|\bet\b|\by\b(?=\s[A-ZÁÉÍÓÚ])|\bwith\b)\s*", re.IGNORECASE
)
_SUFFIX = re.compile(r"(?:jr|sr|ph\.?d|m\.?d|ii|iii|iv|esq|mba|obe|mbe|cbe)\.?", re.IGNORECASE)
_LETTERS = re.compile(r"[\W_]+")
_BOXES = "*[self::span or self::p or self::div or self::address or self::li or self::a]"
_NAMES = ("author-name", "byline-name", "byline__name", "author__name", "fn")
_NAMED = " or ".join(f"contains(concat(' ',@class,' '),' {one} ')" for one in _NAMES)
_PROFILES = ("/author/", "/authors/", "/profile/", "/by/", "/people/", "/contributor")
_PROFILED = " or ".join(f"contains(@href,'{one}')" for one in _PROFILES)
_LINES = "contains(@class,'byline') or contains(@class,'Byline')"
PATHS: tuple[tuple[str, str], ...] = (
    (
        "//*[@itemprop='author']//*[@itemprop='name'] | //*[@itemprop='author' and not(*)]",
        "itemprop author",
    ),
    ("//a[contains(concat(' ',@rel,' '),' author ')]", "link of rel author"),
    (f"//{_BOXES}[{_NAMED}]", "element of class author"),
    (
        f"//a[{_PROFILED}][ancestor::*[{_LINES} or contains(@class,'author')]]",
        "link in the byline",
    ),
    (
        f"//{_BOXES}[{_LINES} or @id='author' or contains(concat(' ',@class,' '),' author ')]",
        "element of class byline",
    ),
)
"""Where pages print their writers, the surest place first; comments and lists are passed over."""
_ASIDE = (
    "comment", "related", "sidebar", "recommend", "footer", "popular", "trending", "latest", "card",
    "user-review", "userreview", "aside", "more-",
)  # fmt: skip


def read_byline(sources: Sources, outlet: str) -> tuple[tuple[str, ...], str]:
    """Return the writers of a page and where they were found."""
    for names, where in _told(sources):
        people = people_of(names, outlet)
        if people:
            return people, where
    return (), ""


def _told(sources: Sources) -> Iterator[tuple[list[str], str]]:
    story = sources.story
    for name in ("author", "creator", "contributor"):
        if story is not None and not _is_readers(sources, story):
            yield list(_authors(sources, story, name)), f"{story.where}: {name}"
    metas = ("parsely-author", "sailthru.author", "author", "byl", "byline", "article:author",
             "og:article:author", "dc.creator", "dcterms.creator", "citation_author", "book:author",
             "article:author:name", "article.author", "cxenseparse:author", "rbauthors",
             "analyticsattributes.author", "authors", "twitter:data1")  # fmt: skip
    for name in metas:
        values = [value for value, _ in sources.metas.all(name)]
        if name != "twitter:data1" or "written" in sources.metas.first("twitter:label1")[0].lower():
            yield values, f"meta {name}"
    for path, where in PATHS:
        elements = [one for one in sources.select(path)[:40] if not _is_aside(one)]
        yield [text_of(one) for one in elements[: bound("byline")]], where


def _is_readers(sources: Sources, story: Thing) -> bool:
    """Whether the story is one of several reviews: then who wrote it did not write the page."""
    return story.is_a(REVIEWS) and sum(1 for _ in sources.things.of(REVIEWS)) > 1


def _authors(sources: Sources, story: Thing, name: str) -> Iterator[str]:
    for value in sources.things.values(story, name):
        if isinstance(value, str):
            yield value
        elif not value.is_a({"Organization", "NewsMediaOrganization", "Corporation", "WebSite"}):
            yield sources.things.name(value)


def _is_aside(element: object) -> bool:
    """Whether an element stands in comments, lists of other stories or the like."""
    current = element
    while current is not None:
        named = f"{current.get('class') or ''} {current.get('id') or ''}".lower()  # type: ignore[attr-defined]
        if any(word in named for word in _ASIDE) or current.tag in {"aside", "footer", "nav"}:  # type: ignore[attr-defined]
            return True
        current = current.getparent()  # type: ignore[attr-defined]
    return False


def people_of(names: Iterable[str], outlet: str = "") -> tuple[str, ...]:
    """Return the people that texts of bylines name, each once, in order."""
    found: dict[str, str] = {}
    own = _folded(outlet)
    for text in names:
        if own and _folded(text.partition(",")[0]) == own:
            continue
        for person in map(_person, _split(text)):
            folded = _folded(person)
            if person and folded != own and folded not in found:
                found[folded] = person
    return tuple(found.values())[: bound("byline")]


def _split(text: str) -> Iterator[str]:
    plain = _BEFORE.sub("", " ".join(text.split())[:500])
    for part in _AND.split(plain):
        pieces = [one.strip() for one in part.split(",")]
        # "Ann Lee, Ben Ray": every piece is a whole name. "Ann Lee, Jr" and "Lee, Ann" are one.
        whole = [one for one in pieces if one and not _SUFFIX.fullmatch(one)]
        if all(" " in one for one in whole):
            yield from whole
        else:
            yield pieces[0] if " " in pieces[0] else part


def _person(text: str) -> str:
    """Return a person's name, "" for what is none."""
    name = _BEFORE.sub("", text.strip())
    if _ADDRESS.search(name):
        name = re.sub(r"\s*[<(]?\S*@\S*[)>]?\s*$", "", name)
    if _ADDRESS.search(name):
        return ""
    name = _AFTER.sub("", _SIGNS.sub(" ", name))
    name = (
        " ".join(name.split()).strip(" ,.-–—:;·|/&()") if not name.endswith("r.") else name.strip()
    )
    if not 2 < len(name) <= 60 or len(name.split()) > 5 or _NOT_PEOPLE.fullmatch(name):
        return ""
    if any(sign.isdigit() for sign in name) or not any(sign.isalpha() for sign in name):
        return ""
    return name.title() if name.isupper() and " " in name else name


def _folded(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
