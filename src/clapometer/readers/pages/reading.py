"""A page read: bytes and an address, or a plain text, into a `Page`."""

from __future__ import annotations

from dataclasses import replace

from .body.cleaning import cleaned
from .body.extracting import Extracted, extract
from .bounds import bound
from .encoding import Decoded, decode
from .fields.bylines import read_byline
from .fields.dating import read_modified, read_published
from .fields.headlines import read_headline, without_outlet
from .fields.languages import guessed, read_language
from .fields.outlets import host_of, outlet_of, read_outlet
from .fields.sources import Found, Sources
from .fields.topics import read_topics
from .page import Page, Repaired
from .plain import looks_like_html, read_lines, refuse_feeds, refuse_other_kinds
from .refusals import PageRefused
from .reviewing.reviews import read_reviews
from .tree import Tree, read_tree


def read_page(data: bytes, url: str = "", content_type: str = "") -> Page:
    """Return what the bytes of a page say.

    `url` is where it was fetched from, `content_type` the server's header. Bytes that are no HTML
    but text are read as `read_text` does. Raises PageRefused, and nothing else, for what is none.
    """
    if not data.strip(b"\0\t\n\r\f "):
        raise PageRefused("empty")
    if len(data) > bound("bytes"):
        raise PageRefused("too_large", limit=f"{bound('bytes'):,}")
    refuse_other_kinds(data)
    decoded = decode(data, content_type)
    refuse_feeds(decoded.text)
    if not looks_like_html(decoded.text, content_type):
        return read_text(decoded.text, url)
    tree = read_tree(decoded.text)
    return _page(tree, Sources(tree.root, url), decoded)


def read_text(text: str, url: str = "") -> Page:
    """Return a page of a pasted text: the first line is its headline.

    A header of lines such as `URL: …` and `DATE: …` before it is read. Raises PageRefused for a
    text that is empty or too long.
    """
    if not text.strip():
        raise PageRefused("empty")
    if len(text) > bound("bytes"):
        raise PageRefused("too_large", limit=f"{bound('bytes'):,}")
    told = read_lines(text)
    address = told.url or url
    outlet = outlet_of(host_of(address))
    headline = without_outlet(told.headline, {outlet})
    body = cleaned(told.text, headline, told.byline, outlet)
    language = guessed(body.text)
    found = {
        "headline": "first line", "byline": "the text", "published": told.dated, "text": "the text",
        "outlet": "table of outlets", "language": language.where,
    }  # fmt: skip
    page = Page(
        url=address,
        headline=headline,
        byline=told.byline,
        outlet=outlet,
        published=told.published or None,
        language=language.value,
        text=body.text[: bound("text")],
        left_out=body.left_out,
    )
    return _with_places(page, found)


def _page(tree: Tree, sources: Sources, decoded: Decoded) -> Page:
    outlet = read_outlet(sources)
    headline = read_headline(sources, outlet.value)
    byline, by_where = read_byline(sources, outlet.value)
    topics, topics_where = read_topics(sources, outlet.value)
    published, modified = read_published(sources), read_modified(sources)
    told = sources.things.text(sources.story, "articleBody")
    main = extract(tree.root, told, sources.url, dated=not published.value)
    if not published.value and main.day:
        published = Found(main.day, "guess (htmldate)")
    body = cleaned(main.text, headline.value, byline, outlet.value)
    language = read_language(sources, body.text)
    description, description_where = sources.metas.first("og:description", "description")
    page = Page(
        url=sources.url,
        canonical=sources.canonical.value,
        headline=headline.value,
        byline=byline,
        outlet=outlet.value,
        published=published.value or None,
        modified=modified.value or None,
        language=language.value,
        topics=topics,
        description=description[:1000],
        text=body.text,
        encoding=decoded.encoding,
        repairs=_repairs(tree, sources, decoded),
        left_out=body.left_out,
    )
    found = {
        "canonical": sources.canonical.where, "headline": headline.where, "byline": by_where,
        "outlet": outlet.where, "published": published.where, "modified": modified.where,
        "language": language.where, "topics": topics_where, "text": _text_where(main, body.text),
        "description": f"meta {description_where}", "encoding": decoded.where,
    }  # fmt: skip
    return read_reviews(_with_places(page, found), sources)


def _text_where(main: Extracted, text: str) -> str:
    return main.where if text else ""


def _with_places(page: Page, found: dict[str, str]) -> Page:
    """Return the page with the places of those fields that hold something."""
    known = {name: where for name, where in found.items() if getattr(page, name) and where}
    return replace(page, found=known)


def _repairs(tree: Tree, sources: Sources, decoded: Decoded) -> tuple[Repaired, ...]:
    steps = (*(("bytes_mended",) if decoded.mended else ()), *tree.repairs)
    whole = [Repaired("page", steps)] if steps else []
    return (*whole, *sources.repairs)
