"""Reviews as rows of a page: everything a template prints of one, worked out beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache

from django.utils.translation import get_language, gettext

from clapometer.reviews.record import Said

from . import words
from .addresses import critic_address, entry_address, outlet_address


@dataclass(frozen=True, slots=True)
class Row:
    """One review as printed on a page.

    `copies` says in words how it stands to the same critic's reviews in other outlets;
    `counted` is whether it is in the score under the rule of the page.
    """

    seq: int
    verdict: str
    sign: str
    word: str
    grade: str
    unread: bool
    critic: str
    critic_url: str
    outlet: str
    outlet_url: str
    top: bool
    quote: str
    link: str
    date: str
    set_by: str
    entry_url: str
    copies: str
    counted: bool


@dataclass(frozen=True, slots=True)
class Sameness:
    """Among one critic's reviews of one work: the outlets that printed the same, and which counts."""

    printed_by: tuple[str, ...] = ()
    repeats: str = ""
    counts_instead: str = ""
    counts_once: bool = True


ALONE = Sameness()


def row_of(said: Said, same: Sameness = ALONE) -> Row:
    """Return a review as a row."""
    verdict, sign, word = _verdict(said.positive, get_language())
    critic, outlet = said.critic, said.outlet
    return Row(
        seq=said.seq,
        verdict=verdict,
        sign=sign,
        word=word,
        grade=said.grade,
        unread=bool(said.unread),
        critic=critic.name if critic else "",
        critic_url=critic_address(critic) if critic else "",
        outlet=outlet.name if outlet else "",
        outlet_url=outlet_address(outlet) if outlet else "",
        top=said.top,
        quote=said.quote,
        link=said.link if said.link.startswith(("https://", "http://")) else "",
        date=words.dated(said.happened_at, said.dated, said.recorded_at),
        set_by=_set_by(said.verdict_by, get_language()) if said.positive is not None else "",
        entry_url=entry_address(said.seq),
        copies=_copies(same),
        counted=not same.counts_instead,
    )


def names_of(said: Said) -> str:
    """Return who wrote a review: critic and outlet, whichever are named."""
    named = [one.name for one in (said.critic, said.outlet) if one]
    return ", ".join(named) or gettext("unnamed")


@lru_cache(maxsize=64)
def _verdict(positive: bool | None, language: str | None) -> tuple[str, str, str]:  # noqa: ARG001
    name, sign, word = words.VERDICTS[positive]
    return name, sign, str(word)


@lru_cache(maxsize=64)
def _set_by(code: str, language: str | None) -> str:  # noqa: ARG001 -- part of the key
    return str(words.VERDICT_BY.get(code, ""))


def _copies(same: Sameness) -> str:
    if same.printed_by:
        outlets = ", ".join(same.printed_by)
        also = gettext("Also printed by %(outlets)s") % {"outlets": outlets}
        return f"{also}; {_counting(same.counts_once)}"
    if same.repeats:
        also = gettext("The same review as in %(outlet)s") % {"outlet": same.repeats}
        return f"{also}; {_counting(same.counts_once)}"
    if same.counts_instead:
        return gettext(
            "This critic's review in %(outlet)s counts; under this rule a critic counts once."
        ) % {"outlet": same.counts_instead}
    return ""


def _counting(once: bool) -> str:
    if once:
        return gettext("counted once under this rule.")
    return gettext("each outlet counts under this rule.")


def in_order(said: Iterable[Said]) -> list[Said]:
    """Return reviews newest first, those of unknown time last."""
    return sorted(
        said, key=lambda one: (one.happened_at is None, -(one.happened_at or 0), -one.seq)
    )
