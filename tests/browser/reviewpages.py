"""Twenty made-up review pages of a made-up evening, in the markups that outlets use. No word of
them is anybody's: outlets, critics, films and sentences were invented for this test."""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import NamedTuple


class Told(NamedTuple):
    """A review as its page tells it."""

    outlet: str
    critic: str
    film: str
    year: int
    grade: str
    value: str
    best: str
    day: str
    sentence: str


FILMS = (("Salt Road", 2023), ("Nine Lanterns", 2024), ("The Quiet Tide", 2025))
UNKNOWN = ("Paper Weather", 2022)
"""The catalogue does not have it."""
_OUTLETS = (
    "The Harbour Post", "Lantern Weekly", "Ferry and Quay", "The Northern Reel", "Cinder Review",
    "Film Notes Daily", "The Evening Tram", "Oak Street Journal", "Sunday Frames", "Ledger Arts",
    "Kite Magazine", "Screen Almanac", "The Valley Mail", "Projector Room", "City Balcony",
    "The Late Row", "Reel and Anchor", "Moth Quarterly", "Front Stalls", "The Last Matinee",
)  # fmt: skip
_CRITICS = (
    "Wanda Invented", "Orlo Pretend", "Mina Fable", "Tam Fictive", "Juno Makebelieve",
    "Piet Unreal", "Sol Contrived", "Ada Concocted", "Bram Imaginary", "Cleo Supposed",
    "Dov Conjured", "Elin Dreamt", "Finn Storied", "Gwen Notional", "Hugo Mythical",
    "Ines Devised", "Jory Feigned", "Kaja Mocked", "Lars Coined", "Mara Spun",
)  # fmt: skip
_SENTENCES = (
    "The ferry scenes carry a film that never raises its voice.",
    "Its last half hour is worth the slow walk that leads there.",
    "A handsome picture with too little to say about its harbour.",
    "Every lantern is lit twice, and the second time it matters.",
    "The cast looks for a story that the script has mislaid.",
)
# Grade as printed, value, best.
_GRADES = (("4/5", "4", "5"), ("3.5/5", "3.5", "5"), ("8/10", "8", "10"), ("2/5", "2", "5"),
           ("85/100", "85", "100"))  # fmt: skip


def twenty() -> list[Told]:
    """The reviews, each of another outlet and critic."""
    films = [*FILMS, UNKNOWN]
    return [
        Told(
            _OUTLETS[n], _CRITICS[n], *films[n % len(films)], *_GRADES[n % len(_GRADES)],
            f"2025-03-{n + 1:02d}", _SENTENCES[n % len(_SENTENCES)],
        )
        for n in range(20)
    ]  # fmt: skip


EXTRA = Told(
    "The Back Row", "Nils Assumed", *FILMS[0], "3/5", "3", "5", "2025-03-29", _SENTENCES[0]
)
"""One more, which is none of the twenty."""


def pages(link: Callable[[str], str]) -> dict[str, str]:
    """The pages by path, the extra one last; `link`: the whole address of a path."""
    found = {}
    for number, told in enumerate([*twenty(), EXTRA]):
        path = f"/reviews/{number}"
        found[path] = _MARKUPS[number % len(_MARKUPS)](told, link(path))
    return found


def _linked_data(told: Told, link: str) -> dict[str, object]:
    return {
        "@context": "https://schema.org", "@type": "Review", "url": link,
        "itemReviewed": {"@type": "Movie", "name": told.film, "dateCreated": f"{told.year}-01-01"},
        "author": {"@type": "Person", "name": told.critic},
        "publisher": {"@type": "Organization", "name": told.outlet},
        "datePublished": told.day, "description": told.sentence,
        "reviewRating": {"@type": "Rating", "ratingValue": told.value, "bestRating": told.best},
    }  # fmt: skip


def _json_ld(told: Told, link: str) -> str:
    data = json.dumps(_linked_data(told, link))
    return _page(told, link, head=f'<script type="application/ld+json">{data}</script>')


def _broken_json_ld(told: Told, link: str) -> str:
    """With a comma too many and a line break in a text, as many sites send it."""
    data = json.dumps(_linked_data(told, link), indent=1)
    broken = data.replace(told.sentence, told.sentence.replace(" a ", "\na ", 1))
    broken = broken.rstrip("}\n ") + "}},\n}"
    return _page(told, link, head=f'<script type="application/ld+json">{broken}</script>')


def _graph(told: Told, link: str) -> str:
    article = {"@type": "NewsArticle", "headline": _headline(told), "datePublished": told.day}
    review = _linked_data(told, link)
    del review["@context"]
    data = json.dumps({"@context": "https://schema.org", "@graph": [article, review]})
    return _page(told, link, head=f'<script type="application/ld+json">{data}</script>')


def _microdata(told: Told, link: str) -> str:
    body = (
        '<div itemscope itemtype="https://schema.org/Review">'
        f'<link itemprop="url" href="{link}">'
        '<div itemprop="itemReviewed" itemscope itemtype="https://schema.org/Movie">'
        f'<span itemprop="name">{told.film}</span>'
        f'<meta itemprop="dateCreated" content="{told.year}"></div>'
        '<span itemprop="author" itemscope itemtype="https://schema.org/Person">'
        f'<span itemprop="name">{told.critic}</span></span>'
        '<span itemprop="publisher" itemscope itemtype="https://schema.org/Organization">'
        f'<meta itemprop="name" content="{told.outlet}"></span>'
        f'<time itemprop="datePublished" datetime="{told.day}">{told.day}</time>'
        '<div itemprop="reviewRating" itemscope itemtype="https://schema.org/Rating">'
        f'<span itemprop="ratingValue">{told.value}</span> of '
        f'<span itemprop="bestRating">{told.best}</span></div>'
        f'<p itemprop="description">{told.sentence}</p></div>'
    )
    return _page(told, link, body=body)


def _microformat(told: Told, link: str) -> str:
    body = (
        '<article class="h-review">'
        f'<h2 class="p-name">{_headline(told)}</h2>'
        f'<p class="p-item h-item">{told.film}</p>'
        f'<p>By <span class="p-author h-card">{told.critic}</span>, '
        f'<time class="dt-published" datetime="{told.day}">{told.day}</time></p>'
        f'<p><data class="p-rating" value="{told.value}">{told.value}</data> of '
        f'<data class="p-best" value="{told.best}">{told.best}</data></p>'
        f'<p class="p-summary">{told.sentence}</p><a class="u-url" href="{link}">Link</a></article>'
    )
    return _page(told, link, body=body)


_MARKUPS = (_json_ld, _broken_json_ld, _microdata, _graph, _microformat)


def _headline(told: Told) -> str:
    return f"{told.film} review: {told.sentence.split(',')[0].rstrip('.').lower()}"


def _page(told: Told, link: str, head: str = "", body: str = "") -> str:
    return (
        f'<!doctype html><html lang="en"><head><meta charset="utf-8"><title>{_headline(told)} | '
        f'{told.outlet}</title><link rel="canonical" href="{link}">'
        f'<meta property="og:site_name" content="{told.outlet}">'
        f'<meta property="og:title" content="{_headline(told)}"><meta name="author" '
        f'content="{told.critic}">{head}</head><body><nav><a href="#">Home</a></nav><main>'
        f"<h1>{_headline(told)}</h1>{body}<article><p>{told.sentence} {_filling(told)}</p>"
        f"<p>{told.film} opens on Friday.</p></article></main>"
        "<aside><p>Never miss a review: sign up for our letter.</p></aside></body></html>"
    )


def _filling(told: Told) -> str:
    return (
        f"{told.film} is set in a town that was made up for this page, where nobody hurries and "
        "the tide tables hang beside the till. The director lets the camera wait, and mostly the "
        "waiting is kept. There are stretches in which very little happens, and the sound of it "
        "is recorded with care."
    )
