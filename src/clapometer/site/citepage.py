"""What the page with the facts to cite shows: each kind under its heading, in one voice."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import groupby

from django.http import QueryDict
from django.urls import reverse
from django.utils.functional import Promise
from django.utils.translation import get_language, gettext, gettext_lazy

from clapometer.catalogue.models import Work
from clapometer.citing.items import Cited, Item
from clapometer.sentences.languages import LANGUAGES
from clapometer.sentences.styles import DEFAULT_LANGUAGE, DEFAULT_STYLE, STYLES
from clapometer.sentences.voice import Voice

from .addresses import entry_address
from .asking import Asked, AskRefused

# One heading for each kind of item (citing.items.KINDS).
TITLES: dict[str, Promise] = {
    "score": gettext_lazy("The score"),
    "debut": gettext_lazy("The debut"),
    "verdicts": gettext_lazy("Verdicts"),
    "grades": gettext_lazy("Mean grade"),
    "badge": gettext_lazy("The badge"),
    "extremes": gettext_lazy("Highest and lowest"),
    "consensus": gettext_lazy("The consensus"),
    "announcement": gettext_lazy("Announcements"),
    "release": gettext_lazy("Releases"),
    "chart": gettext_lazy("Weeks on charts"),
    "countries": gettext_lazy("Countries"),
    "counter": gettext_lazy("Counters"),
    "uplift": gettext_lazy("Rises"),
    "streak": gettext_lazy("Streaks"),
    "outside": gettext_lazy("As printed by others"),
}
STYLE_TITLES: dict[str, Promise] = {
    "ap": gettext_lazy("Like the Associated Press"),
    "guardian": gettext_lazy("Like the Guardian"),
    "neutral": gettext_lazy("Neutral and exact"),
}
FILES: dict[str, str] = {
    "md": "Markdown",
    "csv": "CSV",
    "json": "JSON",
    "svg": "SVG",
    "png": "PNG",
}


@dataclass(frozen=True, slots=True)
class Quote:
    """One fact on the page: its sentence, its address for ever, who says so, the entry behind."""

    key: str
    about: str
    sentence: str
    permalink: str
    source: str
    link: str
    entry: int | None
    entry_url: str


@dataclass(frozen=True, slots=True)
class Group:
    """The facts of one kind under their heading."""

    kind: str
    title: str
    quotes: tuple[Quote, ...]


def read_voice(query: QueryDict) -> Voice:
    """Return the style and language asked for. Raises AskRefused with one sentence."""
    style = query.get("style", "").strip() or DEFAULT_STYLE
    if style not in STYLES:
        raise AskRefused(_unknown(gettext("house style"), style, STYLES))
    language = query.get("language", "").strip() or _own_language()
    if language not in LANGUAGES:
        raise AskRefused(_unknown(gettext("language of sentences"), language, LANGUAGES))
    return Voice(style, language)


def _own_language() -> str:
    language = (get_language() or "").partition("-")[0]
    return language if language in LANGUAGES else DEFAULT_LANGUAGE


def _unknown(what: str, name: str, table: Iterable[str]) -> str:
    return gettext("There is no %(what)s called “%(name)s”; there are %(names)s.") % {
        "what": what,
        "name": name[:40],
        "names": ", ".join(table),
    }


def groups_of(cited: Cited, voice: Voice) -> list[Group]:
    """Return the facts by kind; the permalinks keep the voice too."""
    return [
        Group(kind, str(TITLES[kind]), tuple(_quote(cited, item, voice) for item in items))
        for kind, items in groupby(cited.items, lambda item: item.kind)
    ]


def _quote(cited: Cited, item: Item, voice: Voice) -> Quote:
    about = item.about.label if item.about.id != cited.work.id else ""
    return Quote(
        item.key, about, item.sentence(voice), cited.permalink(item, voice), item.source,
        item.link, item.entry, entry_address(item.entry) if item.entry else "",
    )  # fmt: skip


def file_links(work: Work, asked: Asked, voice: Voice) -> list[tuple[str, str]]:
    """Return the files to take away, of the same instant and voice: name and address."""
    query = voice_query(asked, voice)
    return [
        (name, f"{reverse('cite_file', args=[work.id, work.slug, form])}?{query}")
        for form, name in FILES.items()
    ]


def voice_query(asked: Asked, voice: Voice) -> str:
    """Return the query for the instants and rule asked for, with the voice."""
    voiced = f"style={voice.style}&language={voice.language}"
    return f"{asked.query()}&{voiced}" if asked.query() else voiced
