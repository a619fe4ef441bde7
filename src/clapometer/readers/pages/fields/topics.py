"""The topics of a page: its keywords, sections and tags, without a program's own marks."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..bounds import bound
from ..markup.microdata import text_of
from .sources import Sources

METAS = (
    "article:tag", "og:article:tag", "news_keywords", "parsely-tags", "keywords", "sailthru.tags",
    "article:section", "og:article:section", "parsely-section", "dc.subject", "dcterms.subject",
    "citation_keywords",
)  # fmt: skip
"""Meta elements that hold topics."""
_SPLIT = re.compile(r"\s*[,;|]\s*")
_LABEL = re.compile(r"^(?:category|tag|topic|section|channel|type|keyword)s?\s*:\s*", re.IGNORECASE)
NO_TOPICS = frozenset(
    {"front page", "front-page", "frontpage", "home", "homepage", "general", "default", "misc",
     "article", "articles", "post", "posts", "stories", "story", "all", "uncategorized",
     "uncategorised", "untagged", "none", "null", "news article", "standard", "type"}
)  # fmt: skip
"""What programs put where topics should stand."""
_MARK = re.compile(r"[^\s]*[_/\\=<>{}][^\s]*|\W*|\d{1,3}")
_JOINED = re.compile(r"[\W_]+")
_TAG_LINKS = "//a[contains(concat(' ',@rel,' '),' tag ')]"
TOO_MANY_TAG_LINKS = 30
"""A page with more links to tags lists those of other stories."""


def read_topics(sources: Sources, outlet: str) -> tuple[tuple[str, ...], str]:
    """Return the topics, each once, and where they were found."""
    found: dict[str, str] = {}
    places: dict[str, None] = {}
    own = _JOINED.sub("", outlet).casefold()
    for text, where in _told(sources):
        for topic in _SPLIT.split(text):
            plain = _topic(topic)
            folded = _JOINED.sub("", plain).casefold()
            if plain and folded != own and folded not in found:
                found[folded] = plain
                places[where] = None
    return tuple(found.values())[: bound("topics")], ", ".join(places)


def _told(sources: Sources) -> Iterator[tuple[str, str]]:
    story = sources.story
    for name in ("keywords", "articleSection", "genre"):
        for text in sources.things.texts(story, name) if story is not None else ():
            yield text, f"{story.where}: {name}" if story else ""
    for text, name in sources.metas.all(*METAS):
        yield text, f"meta {name}"
    links = sources.select(_TAG_LINKS)
    for link in links if len(links) <= TOO_MANY_TAG_LINKS else ():
        yield text_of(link), "link of rel tag"


def _topic(text: str) -> str:
    plain = _LABEL.sub("", " ".join(text.split())).strip(" #\"'“”.")
    is_none = len(plain) > bound("topic") or _MARK.fullmatch(plain) or plain.lower() in NO_TOPICS
    return "" if is_none else plain
