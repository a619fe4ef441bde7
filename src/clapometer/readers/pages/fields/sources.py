"""All that a page says of itself, gathered once, for the fields to be read from."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

from lxml.html import HtmlElement

from ..markup.formatted import thing_of
from ..markup.jsonld import read_blocks
from ..markup.metas import Metas, read_metas
from ..markup.microdata import absolute, read_items
from ..markup.microformats import read_microformats
from ..markup.rdfa import read_rdfa
from ..markup.things import Placed, Thing, Things
from ..page import Repaired

ARTICLES = frozenset(
    {
        "Article", "NewsArticle", "ReportageNewsArticle", "AnalysisNewsArticle", "BlogPosting",
        "OpinionNewsArticle", "ReviewNewsArticle", "BackgroundNewsArticle", "Report",
        "SocialMediaPosting",
        "LiveBlogPosting", "TechArticle", "ScholarlyArticle", "AdvertiserContentArticle",
        "SatiricalArticle", "NewsReview", "Critique",
    }
)  # fmt: skip
"""Types of things that are a story."""
REVIEWS = frozenset({"Review", "CriticReview", "ReviewNewsArticle", "MediaReview", "UserReview"})
"""Types of things that are a review."""
COMPANIES = frozenset({"Organization", "NewsMediaOrganization", "Corporation", "WebSite"})
"""Types of things that are no person, though they stand as the author."""
OTHERS = frozenset({"Recipe", "HowTo", "PodcastEpisode", "VideoObject"})
"""Types of things that a page may be about and written as, where it is no story and no review."""
ELSEWHERE = frozenset(
    {"itemListElement", "hasPart", "isPartOf", "mentions", "citation", "relatedLink", "video",
     "isRelatedTo", "comment", "blogPost", "item", "significantLink", "image", "children"}
)  # fmt: skip
"""Properties under which other stories stand than the page's own."""


@dataclass(frozen=True, slots=True)
class Found:
    """A value and where on the page it was found; both empty when it was not."""

    value: str = ""
    where: str = ""


class Sources:
    """What a page says of itself: tree, meta elements, things, and the thing that is its story."""

    def __init__(self, root: HtmlElement, url: str) -> None:
        self.root = root
        self.url = url
        self.metas: Metas = read_metas(root)
        self.base = _base(root, url)
        self.things = Things()
        self.repairs: list[Repaired] = read_blocks(root, self.things)
        read_items(root, self.base, self.things)
        read_rdfa(root, self.base, self.things)
        for number, item in enumerate(read_microformats(root, self.base), 1):
            self.things.add(thing_of(item, f"microformat {number}"))

    @cached_property
    def canonical(self) -> Found:
        """The page's own address: its canonical link, Open Graph's, else where it was fetched."""
        for where, told in (
            ("link canonical", next(iter(self.metas.links.get("canonical", ())), "")),
            ("meta og:url", self.metas.first("og:url")[0]),
            ("address", self.url),
        ):
            address = absolute(self.base or "https://", told) if told else ""
            if address.startswith(("https://", "http://")) and " " not in address:
                return Found(address[:2000], where)
        return Found()

    @cached_property
    def story(self) -> Thing | None:
        """The thing that is the page's own story, or None.

        Of several, the one whose address is the page's; else the first with a headline.
        """
        stories = [one.thing for one in self._own(ARTICLES)]
        reviews = [one.thing for one in self._own(REVIEWS)]
        # Several reviews on one page are its readers', and none of them is the page.
        stories += reviews if len(reviews) == 1 else []
        stories += [one.thing for one in self._own(OTHERS)]
        here = [one for one in stories if self._is_here(one)]
        told = [one for one in stories if self.things.text(one, "headline", "name")]
        return next(iter([*here, *told, *stories]), None)

    def _own(self, types: frozenset[str]) -> Iterator[Placed]:
        return (one for one in self.things.of(types) if one.role not in ELSEWHERE)

    def _is_here(self, thing: Thing) -> bool:
        told = [thing.id]
        for name in ("url", "mainEntityOfPage"):
            values = thing.properties.get(name, ())
            told += [one if isinstance(one, str) else one.id for one in values]
        own = {plain_address(self.canonical.value), plain_address(self.url)} - {""}
        return not own.isdisjoint(plain_address(one) for one in told)

    def select(self, path: str) -> list[HtmlElement]:
        """Return the elements of an XPath expression."""
        return list(self.root.xpath(path))


def plain_address(address: str) -> str:
    """Return an address without scheme, `www.`, query, fragment and last slash, to compare by."""
    bare = address.partition("#")[0].partition("?")[0].rstrip("/")
    return bare.partition("://")[2].removeprefix("www.").lower()


def _base(root: HtmlElement, url: str) -> str:
    told = root.xpath("//base/@href")
    return absolute(url, str(told[0])) if told else url
