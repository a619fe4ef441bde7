"""All reviews of a page, and which of them is the page's own."""

from __future__ import annotations

import re
from dataclasses import replace

from ..fields.sources import Sources
from ..page import Page
from ..reviewfound import ReviewFound
from .confidence import confidence
from .filling import evidence, filled, is_review_page, printed
from .structured import structured_reviews

_LETTERS = re.compile(r"[\W_]+")
FIELDS = ("work", "year", "kind", "about", "identifiers", "critic", "outlet", "grade", "positive",
          "verdict", "published", "link", "quote")  # fmt: skip
"""Fields that one syntax may leave out and another tell."""


def read_reviews(page: Page, sources: Sources) -> Page:
    """Return the page with its own review, if it is one, and with all that its data holds."""
    told = _merged(list(structured_reviews(page, sources)))
    own = _own(told, page, sources)
    others = [
        replace(one, confidence=confidence(evidence(one, page), own=False))
        for one in told
        if one is not own
    ]
    if own is not None:
        page = _by_its_review(page, own)
        own = filled(own, page, sources)
    elif is_review_page(page, sources):
        own = printed(page, sources)
    return replace(page, review=own, reviews=(*((own,) if own else ()), *others))


def _by_its_review(page: Page, own: ReviewFound) -> Page:
    """Return the page with writer and date from its review's data, where it prints none itself."""
    found = dict(page.found)
    byline, published = page.byline, page.published
    if own.critic and not byline:
        byline, found["byline"] = tuple(own.critic.split(" and ")), own.found["critic"]
    weak = found.get("published", "") in {"", "address", "guess (htmldate)"}
    if own.published and weak:
        published, found["published"] = own.published, own.found["published"]
    return replace(page, byline=byline, published=published, found=found)


def _own(told: list[ReviewFound], page: Page, sources: Sources) -> ReviewFound | None:
    """Return the review that the page is: by the page's writer, or the only one on it.

    The only one by somebody else than the page's writer is a reader's, or a quoted one.
    """
    writers = {_folded(one) for one in page.byline}
    by_writer = [one for one in told if writers & {_folded(name) for name in _critics(one)}]
    if by_writer:
        return max(by_writer, key=lambda one: len(one.found))
    if len(told) == 1 and (not writers or not told[0].critic):
        is_graded = told[0].grade or told[0].positive is not None
        return told[0] if is_graded or is_review_page(page, sources) else None
    return None


def _critics(review: ReviewFound) -> list[str]:
    return review.critic.split(" and ")


def _merged(told: list[ReviewFound]) -> list[ReviewFound]:
    """Return the reviews, with those that two syntaxes tell of one critic and work put together."""
    kept: dict[tuple[str, str], ReviewFound] = {}
    for one in told:
        key = next((known for known in kept if _is_same(kept[known], one)), None)
        if key is None:
            kept[_folded(one.critic), f"{len(kept)}"] = one
        else:
            kept[key] = _together(kept[key], one)
    return list(kept.values())


def _is_same(one: ReviewFound, other: ReviewFound) -> bool:
    """Whether two tell of one review: no field that both have says something else."""
    pairs = ((one.critic, other.critic), (one.work, other.work))
    if any(here and there and _folded(here) != _folded(there) for here, there in pairs):
        return False
    said = [bool(here and there) for here, there in pairs]
    in_two = _syntax(one) != _syntax(other)
    return (all(said) or (any(said) and in_two)) and _grades_agree(one.grade, other.grade)


def _grades_agree(one: str, other: str) -> bool:
    return not one or not other or one.split("/", maxsplit=1)[0] == other.split("/", maxsplit=1)[0]


def _syntax(review: ReviewFound) -> str:
    return next(iter(review.found.values()), "").split(" ")[0]


def _together(one: ReviewFound, other: ReviewFound) -> ReviewFound:
    missing = {
        name: getattr(other, name)
        for name in FIELDS
        if getattr(one, name) in ("", None, ()) and getattr(other, name) not in ("", None, ())
    }
    if one.assumed and other.grade and not other.assumed:
        missing |= {"grade": other.grade, "assumed": ()}
    found = {**other.found, **one.found}
    found |= (
        {"grade": other.found["grade"]} if "grade" in missing and "grade" in other.found else {}
    )
    return replace(one, **missing, found=found)


def _folded(text: str) -> str:
    return _LETTERS.sub("", text).casefold()
