"""A review told by the page around it: what its data leaves out, or all of it."""

from __future__ import annotations

import re
from dataclasses import replace
from urllib.parse import urlsplit

from ..fields.sources import Found, Sources
from ..page import Page
from ..reviewfound import ReviewFound
from .confidence import confidence
from .printed import printed_grade, same_number
from .quotes import quote_of
from .structured import REVIEWED
from .verdicts import verdict_in
from .works import WorkFound, work_in, work_of

_WORD = re.compile(
    r"\b(?:re-?view(?:ed)?|(?:film)?kritik|critique|reseña|crítica|recensione|recensie|recension"
    r"|anmeldelse|stream it or skip it)\b",
    re.IGNORECASE,
)
_PLURAL = re.compile(
    r"\b(?:reviews?|(?:film)?kritik(?:en)?|critiques?|reseñas?|críticas?|recensioni?)\b",
    re.IGNORECASE,
)
_NO_REVIEW = re.compile(
    r"\b(?:reviews? (?:round-?up|are in|embargo|so far|bomb(?:ing|ed)?)|first reviews|under review|"
    r"peer[- ]review|year in review|week in review|critics (?:say|agree|react)|what the critics|"
    r"reviews for|judicial review|review score)\b",
    re.IGNORECASE,
)


def is_review_page(page: Page, sources: Sources) -> bool:
    """Whether headline, address, section or type call the page a review, one and not many."""
    if _NO_REVIEW.search(page.headline):
        return False
    told = sources.metas.first("og:type", "article:section", "parsely-section")[0]
    path = _path(page.canonical or page.url)
    section = sources.things.text(sources.story, "articleSection")
    return bool(
        _WORD.search(page.headline)
        or any(_PLURAL.search(part) for part in path.replace("-", " ").split("/")[:-1])
        or _WORD.search(path.replace("-", " "))
        or _PLURAL.fullmatch(section.strip())
        or _PLURAL.search(told)
    )


def _is_called_review(page: Page) -> bool:
    path = _path(page.canonical or page.url).replace("-", " ")
    return bool(_WORD.search(page.headline) or _PLURAL.search(path))


def _path(address: str) -> str:
    try:
        return urlsplit(address).path.rstrip("/")
    except ValueError:
        return ""


def printed(page: Page, sources: Sources) -> ReviewFound | None:
    """Return the review that a page prints without saying so in its data, or None.

    It has to name a work: in the headline, or as the one thing of the data that reviews are of.
    """
    work = _work(page, sources)
    if not work.title:
        return None
    bare = ReviewFound(
        work=work.title,
        year=work.year,
        kind=work.kind,
        about=work.about,
        identifiers=work.identifiers,
        found=work.places,
    )
    return filled(bare, page, sources)


def _work(page: Page, sources: Sources) -> WorkFound:
    works = [one.thing for one in sources.things.of(REVIEWED) if one.parent is None]
    if len({sources.things.name(one) for one in works}) == 1:
        found = work_of(sources.things, works[0], f"{works[0].where}: name")
        if found.title:
            return found
    story = sources.story
    about = sources.things.inner(story, "about", "mentions") if story is not None else []
    named = [one for one in about if one.is_a(REVIEWED)]
    if len(named) == 1:
        return work_of(sources.things, named[0], f"{named[0].where}: about")
    return work_in(page.headline)


def filled(review: ReviewFound, page: Page, sources: Sources) -> ReviewFound:
    """Return the page's own review with what the page says and its data leaves out."""
    work = work_in(page.headline) if not review.work else WorkFound()
    grade, assumed = _grade(review, page, sources)
    positive, verdict = review.positive, review.verdict
    if positive is None:
        positive, verdict = verdict_in(page.text.splitlines())
    quote = Found(review.quote) if review.quote else quote_of(sources, page.description, page.text)
    critic = review.critic or " and ".join(page.byline[:2])
    places = {
        **work.places, "grade": grade.where, "critic": page.found.get("byline", ""),
        "outlet": page.found.get("outlet", ""), "published": page.found.get("published", ""),
        "quote": quote.where, "positive": "line of the text",
        "link": page.found.get("canonical", ""),
    }  # fmt: skip
    whole = replace(
        review,
        work=review.work or work.title,
        year=review.year or work.year,
        kind=review.kind or work.kind,
        grade=grade.value,
        assumed=assumed,
        positive=positive,
        verdict=verdict,
        critic=critic,
        outlet=page.outlet or review.outlet,
        published=review.published or page.published,
        link=page.canonical or page.url or review.link,
        quote=quote.value,
    )
    told = {name: where for name, where in places.items() if getattr(whole, name) not in ("", None)}
    found = {**told, **review.found, **({"grade": grade.where} if grade.where else {})}
    whole = replace(whole, found={name: where for name, where in found.items() if where})
    return replace(whole, confidence=confidence(evidence(whole, page), own=True))


def _grade(review: ReviewFound, page: Page, sources: Sources) -> tuple[Found, tuple[str, ...]]:
    """Return the grade: the data's, unless it lacks its scale and the page prints it with one."""
    told = review.grade
    if told and "/" in told and not review.assumed:
        return Found(told), ()
    on_page = printed_grade(sources.root, page.text)
    if on_page.value and (not told or same_number(told, on_page.value)):
        return on_page, ()
    return Found(told), review.assumed


def evidence(review: ReviewFound, page: Page) -> list[str]:
    """Return what is there of a review, as keys of the table POINTS."""
    has_scale = bool(review.grade) and not review.grade.replace(".", "").isdigit()
    there = {
        "data": "review" in review.found,
        "page": _is_called_review(page),
        "work": bool(review.work),
        "kind": bool(review.kind),
        "grade": has_scale,
        "unscaled": bool(review.grade) and not has_scale,
        "verdict": review.positive is not None,
        "critic": bool(review.critic),
        "byline": bool(review.critic) and review.critic.split(" and ")[0] in page.byline,
        "dated": review.published is not None,
    }  # fmt: skip
    return [name for name, is_there in there.items() if is_there]
