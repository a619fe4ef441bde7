"""What a work is called, in which language."""

from __future__ import annotations

from collections.abc import Iterable

from clapometer.facts.reading import Fact, facts_about

from .models import Work

# Sorts of titles that a work may be shown by, the better ones first; the others are for finding it.
_SHOWN = ("translated", "original")


def titles_of(work: Work, at: int | None = None, known: int | None = None) -> list[Fact]:
    """Return the facts that say what else the work is called, in order of time."""
    return facts_about([work.id], "title", at=at, known=known)


def title_for(work: Work, language: str, titles: Iterable[Fact]) -> str:
    """Return the title for a reader of a language (BCP 47), given the facts about titles.

    The nearest wins: the language with its country (`pt-BR`), then the language alone, then the
    title that the work has here. Among equals a translated title goes before the original, one for
    no country in particular before one for another, and the newest.
    """
    wanted = language.casefold()
    best: tuple[int, int, int, int] | None = None
    found = work.title
    for order, fact in enumerate(titles):
        nearness = _nearness(wanted, fact)
        if nearness is None or fact.said["type"] not in _SHOWN:
            continue
        general = 0 if fact.said.get("territory") else 1
        rank = (nearness, -_SHOWN.index(fact.said["type"]), general, order)
        if best is None or rank > best:
            best, found = rank, str(fact.said["text"])
    return found


def _nearness(wanted: str, fact: Fact) -> int | None:
    """Return how near the fact's language is: 2 the same, 1 the same but for the country."""
    said = str(fact.said.get("language") or "").casefold()
    if not said:
        return None
    country = str(fact.said.get("territory") or "").casefold()
    if said == wanted or (country and f"{said}-{country}" == wanted):
        return 2
    base = wanted.partition("-")[0]
    if said.partition("-")[0] != base:
        return None
    # A title of another country's language is for that country alone.
    return 1 if said == base and not country else 0
