"""Reviews as rows of a page: everything a template prints of one, worked out beforehand."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from typing import TypedDict

from django.utils.translation import get_language, gettext

from clapometer.reviews.record import Said
from clapometer.scoring.scales import scale_named

from . import words
from .addresses import critic_address, entry_address, outlet_address


class Row(TypedDict):
    """One review as printed on a page.

    It is a dictionary because a template reads a key of one twice as fast as an attribute, and a
    page may hold hundreds.

    `copies` says in words how it stands to the same critic's reviews in other outlets;
    `counted` is whether it is in the score under the rule of the page.
    """

    seq: int
    review: int
    verdict: str
    sign: str
    word: str
    grade: str
    critic: str
    critic_url: str
    outlet: str
    outlet_url: str
    top: bool
    first_episodes: bool
    quote: str
    link: str
    read_it: str
    meta: str
    entry: str
    entry_url: str
    copies: str
    counted: bool


@dataclass(frozen=True, slots=True)
class Sameness:
    """Among one critic's reviews of a work: which outlets printed the same, and which counts."""

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
        review=said.review,
        verdict=verdict,
        sign=sign,
        word=word,
        grade=said.grade,
        critic=critic.name if critic else "",
        critic_url=critic_address(critic) if critic else "",
        outlet=outlet.name if outlet else "",
        outlet_url=outlet_address(outlet) if outlet else "",
        top=said.top,
        first_episodes=said.first_episodes,
        quote=said.quote,
        link=said.link if said.link.startswith(("https://", "http://")) else "",
        read_it=_read_it(outlet.name if outlet else "", get_language()),
        meta=_meta(said),
        entry=gettext("entry %(seq)d") % {"seq": said.seq},
        entry_url=entry_address(said.seq),
        copies=_copies(same),
        counted=not same.counts_instead,
    )


def names_of(said: Said) -> str:
    """Return who wrote a review: critic and outlet, whichever are named."""
    named = [one.name for one in (said.critic, said.outlet) if one]
    return ", ".join(named) or gettext("unnamed")


@lru_cache(maxsize=64)
def _verdict(positive: bool | None, language: str | None) -> tuple[str, str, str]:
    name, sign, word = words.VERDICTS[positive]
    return name, sign, str(word)


def _meta(said: Said) -> str:
    """Return when it was published and who set the verdict, as one line."""
    parts = [words.dated(said.happened_at, said.dated, said.recorded_at)]
    if said.positive is not None:
        parts.append(_set_by(said.verdict_by, get_language()))
    if said.unread:
        parts.append(gettext("the grade could not be read"))
    if said.confirmed:
        parts.append(
            gettext("grade read on the scale “%(scale)s”, confirmed in entry %(seq)d")
            % {"scale": scale_named(said.scale).title, "seq": said.confirmed.id}
        )
    return " · ".join(filter(None, parts))


@lru_cache(maxsize=1024)
def _read_it(outlet: str, language: str | None) -> str:
    """Return the name of the link to the review, which begins as the link reads."""
    return gettext("read it at %(outlet)s") % {"outlet": outlet} if outlet else gettext("read it")


@lru_cache(maxsize=64)
def _set_by(code: str, language: str | None) -> str:
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
