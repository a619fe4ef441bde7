"""Reviews in a page's structured data, each field with where it stood."""

from __future__ import annotations

from collections.abc import Iterator

from ..bounds import bound
from ..fields.dating import instant
from ..fields.names import people_of
from ..fields.sources import COMPANIES, REVIEWS, Sources
from ..markup.microdata import absolute
from ..markup.things import Placed, Thing
from ..page import Page
from ..reviewfound import ReviewFound
from .quotes import first_sentence
from .ratings import GradeFound, grade_of
from .verdicts import verdict_of
from .works import KINDS, WorkFound, work_of

REVIEWED = frozenset(
    {*KINDS, "VideoGame", "Game", "Book", "Product", "Restaurant", "SoftwareApplication",
     "MusicAlbum", "MusicRecording", "LocalBusiness", "Recipe", "Course", "Place", "TheaterEvent"}
)  # fmt: skip
"""Types of things that reviews are of; one that stands alone on a page is what its review is of."""
IN_A_WORK = frozenset({"review", "reviews", "criticReview", "children"})
"""Properties of a work under which its reviews stand."""
_HINTS = ("reviewRating", "itemReviewed", "itemreviewed")
_NO_REVIEWS = frozenset({"AggregateRating", "ClaimReview", "Rating", "EndorsementRating"})


def structured_reviews(page: Page, sources: Sources) -> Iterator[ReviewFound]:
    """Yield the reviews of the page's data that say anything, in order."""
    for placed in _placed(sources):
        found = _review(placed, page, sources)
        if found.work or found.grade or found.quote or found.positive is not None:
            yield found


def _placed(sources: Sources) -> list[Placed]:
    """Return the reviews of the data, and stories that carry a rating of what they are about."""
    found = list(sources.things.of(REVIEWS))
    known = {id(one.thing) for one in found}
    for one in sources.things.placed:
        told = any(name in one.thing.properties for name in _HINTS)
        if told and id(one.thing) not in known and not one.thing.is_a(_NO_REVIEWS):
            found.append(one)
    return [one for one in found if not one.thing.is_pointer][: bound("reviews")]


def _review(placed: Placed, page: Page, sources: Sources) -> ReviewFound:
    thing, things = placed.thing, sources.things
    work = _work(placed, sources)
    grade, grade_name = _grade(thing, sources)
    positive, verdict = _verdict(thing, sources)
    critics, company = _critics(thing, sources, page.outlet)
    published = instant(things.text(thing, "datePublished", "dtreviewed", "dateCreated"))
    quote = _quote(thing, sources)
    outlet = (things.text(thing, "publisher") or company)[: bound("name")]
    link = absolute(sources.base, things.text(thing, "url")) if "url" in thing.properties else ""
    found = {
        "review": thing.where,
        **work.places,
        "critic": f"{thing.where}: author" if critics else "",
        "grade": f"{thing.where}: {grade_name}" if grade.text else "",
        "positive": f"{thing.where}: rating" if verdict else "",
        "published": f"{thing.where}: datePublished" if published else "",
        "quote": f"{thing.where}: review" if quote else "",
        "outlet": f"{thing.where}: publisher" if outlet else "",
        "link": f"{thing.where}: url" if link else "",
    }
    return ReviewFound(
        work=work.title,
        year=work.year,
        kind=work.kind,
        about=work.about,
        identifiers=work.identifiers,
        critic=" and ".join(critics[:2]),
        outlet=outlet,
        grade=grade.text,
        positive=positive,
        verdict=verdict,
        published=published or None,
        link=link if link.startswith(("https://", "http://")) else "",
        quote=quote,
        assumed=grade.assumed,
        found={name: where for name, where in found.items() if where},
    )


def _critics(thing: Thing, sources: Sources, outlet: str) -> tuple[tuple[str, ...], str]:
    """Return the people who wrote a review, and the company that is said to have."""
    told = sources.things.values(thing, "author", "reviewer", "creator")
    companies = [one for one in told if isinstance(one, Thing) and one.is_a(COMPANIES)]
    names = [
        one if isinstance(one, str) else sources.things.name(one)
        for one in told
        if one not in companies
    ]
    company = sources.things.name(companies[0]) if companies else ""
    return people_of(names, outlet), company


def _work(placed: Placed, sources: Sources) -> WorkFound:
    """Return what a review is of: what it names, else what it stands in, else the page's one work.

    A review's own name is never taken for it: it is a headline.
    """
    things = sources.things
    items = things.values(placed.thing, "itemReviewed", "itemreviewed", "item")
    if items:
        return work_of(things, items[0], f"{placed.thing.where}: itemReviewed")
    parent = placed.parent
    if parent is not None and placed.role in IN_A_WORK:
        return work_of(things, parent, f"{parent.where}: name")
    works = [one.thing for one in things.of(REVIEWED) if one.parent is None]
    named = {things.name(one).casefold() for one in works} - {""}
    if len(named) == 1:
        return work_of(things, works[0], f"{works[0].where}: name")
    return WorkFound()


def _grade(thing: Thing, sources: Sources) -> tuple[GradeFound, str]:
    for name in ("reviewRating", "rating", "ratingValue"):
        for value in sources.things.values(thing, name):
            found = grade_of(sources.things, value)
            if found.text:
                return found, name
    return GradeFound(), ""


def _verdict(thing: Thing, sources: Sources) -> tuple[bool | None, str]:
    things = sources.things
    for rating in things.values(thing, "reviewRating", "rating"):
        told = [rating] if isinstance(rating, str) else []
        if isinstance(rating, Thing) and not rating.is_a({"AggregateRating"}):
            names = ("ratingValue", "alternateName", "name", "ratingExplanation")
            told = [text for name in names for text in things.texts(rating, name)]
        for text in told:
            positive, words = verdict_of(text)
            if positive is not None:
                return positive, words
    return None, ""


def _quote(thing: Thing, sources: Sources) -> str:
    for name in ("abstract", "description", "reviewBody", "summary"):
        sentence = first_sentence(sources.things.text(thing, name))
        if sentence:
            return sentence
    return ""
