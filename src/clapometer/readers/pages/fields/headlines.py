"""The headline of a page, without the outlet's name that titles carry at an end."""

from __future__ import annotations

import re
from collections.abc import Iterator

from ..bounds import bound
from ..markup.microdata import text_of
from ..markup.things import Thing
from .outlets import fits, host_of
from .sources import ARTICLES, REVIEWS, Found, Sources

_TAGS = re.compile(r"</?[a-zA-Z][^<>]{0,200}>")
_SUFFIX = re.compile(
    r"(?P<headline>.*\S)(?:\s+[|»·•~–—-]+\s+|\s*[|»]\s*|\s+::\s+)(?P<name>[^|»]{2,60})"
)
_PREFIX = re.compile(
    r"(?P<name>[^|»:]{2,60}?)(?:\s+[|»·•~–—-]+\s+|\s*[|»]\s*|\s+::\s+|:\s+)(?P<headline>\S.*)"
)
_LETTERS = re.compile(r"[\W_]+")
_CUT = ("…", "...")


def read_headline(sources: Sources, outlet: str) -> Found:
    """Return the headline and where it was found."""
    told = list(_told(sources))
    names = {outlet, sources.metas.first("og:site_name")[0], *_titles_end(told)}
    host = host_of(sources.canonical.value) or host_of(sources.url)
    plain = [Found(without_outlet(one.value, names, host), one.where) for one in told]
    known = [one for one in plain if one.value]
    first = next(filter(None, [_printed(known), *known[:1]]), Found())
    return _whole(first, known)


def _printed(told: list[Found]) -> Found | None:
    """Return the page's `h1` where another place says the same: that is what readers see."""
    others = {_folded(one.value) for one in told if one.where != "h1"}
    return next((one for one in told if one.where == "h1" and _folded(one.value) in others), None)


def _told(sources: Sources) -> Iterator[Found]:
    story = sources.story
    text = sources.things.text(story, "headline") or _name(sources, story)
    if text and story:
        yield Found(_plain(text), f"{story.where}: headline")
    for path, where in (
        ("//article//h1 | //main//h1 | //*[@role='main']//h1", "h1"),
        ("//h1[contains(@class,'title') or contains(@class,'headline')]", "h1"),
    ):
        found = [_plain(text_of(one)) for one in sources.select(path)]
        if len([one for one in found if one]) == 1:
            yield Found(next(filter(None, found)), where)
    metas = ("og:title", "twitter:title", "parsely-title", "sailthru.title", "dc.title",
             "dcterms.title", "citation_title", "title")  # fmt: skip
    for value, name in sources.metas.all(*metas):
        yield Found(_plain(value), f"meta {name}")
    for path, where in (("//h1", "h1"), ("//head/title | //title", "title"), ("//h2", "h2")):
        for element in sources.select(path)[:1]:
            yield Found(_plain(text_of(element)), where)


def _name(sources: Sources, story: Thing | None) -> str:
    """A story's name is its headline; the name of a review is often that of the reviewed."""
    is_story = story is not None and story.is_a(ARTICLES) and not story.is_a(REVIEWS)
    return sources.things.text(story, "name") if is_story else ""


def _plain(text: str) -> str:
    return " ".join(_TAGS.sub("", text).split())[: bound("headline")]


def _titles_end(told: list[Found]) -> set[str]:
    """What a `<title>` says after a headline that stands alone elsewhere is the outlet's name."""
    alone = {_folded(one.value) for one in told if one.where != "title"}
    ends = set()
    for one in told:
        parts = _SUFFIX.fullmatch(one.value)
        if parts and _folded(parts["headline"]) in alone:
            ends.add(parts["name"])
    return ends


def without_outlet(text: str, names: set[str], host: str = "") -> str:
    """Return a headline without an outlet's name before or after it."""
    known = {_folded(one) for one in names if one}
    while (parts := _SUFFIX.fullmatch(text)) and _is_outlet(parts["name"], known, host):
        text = parts["headline"]
    parts = _PREFIX.fullmatch(text)
    return parts["headline"] if parts and _folded(parts["name"]) in known else text


def _is_outlet(name: str, known: set[str], host: str) -> bool:
    folded = _folded(name)
    is_known = folded in known or folded.removeprefix("the") in {
        one.removeprefix("the") for one in known
    }
    return is_known or (fits(name, host) and len(name.split()) < 5)


def _whole(first: Found, others: list[Found]) -> Found:
    """Return the whole headline where the first was cut with an ellipsis."""
    if not first.value.endswith(_CUT):
        return first
    stem = _folded(first.value)
    longer = (
        one for one in others if _folded(one.value).startswith(stem) and one.value != first.value
    )
    return next((one for one in longer if not one.value.endswith(_CUT)), first)


def _folded(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
