"""The people who wrote a page: never the outlet, an agency, an address or "Staff"."""

from __future__ import annotations

from collections.abc import Iterator

from lxml.html import HtmlElement

from ..bounds import bound
from ..markup.microdata import text_of
from ..markup.things import Thing
from .names import people_of
from .sources import COMPANIES, REVIEWS, Sources

_BOXES = "*[self::span or self::p or self::div or self::address or self::li or self::a]"
_NAMES = ("author-name", "byline-name", "byline__name", "author__name")
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

_BESIDE = frozenset({"aside", "footer", "nav"})


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
        elif not value.is_a(COMPANIES):
            yield sources.things.name(value)


def _is_aside(element: HtmlElement) -> bool:
    """Whether an element stands in comments, customers' reviews, lists of stories or the like.

    What lies around the story itself says nothing: whole pages are wrapped in a `with-sidebar`.
    """
    for one in (element, *element.iterancestors()):
        if one.tag in {"main", "body", "html"}:
            return False
        named = f"{one.get('class') or ''} {one.get('id') or ''}".lower()
        is_review = (one.get("itemprop") or one.get("property")) in {"review", "reviews"}
        if is_review or any(word in named for word in _ASIDE) or one.tag in _BESIDE:
            return True
        if one.tag == "article":
            return False
    return False
