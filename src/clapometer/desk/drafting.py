"""A draft of a work's consensus: what its reviews praise and fault, in words of our own.

It is shown to whoever writes the consensus, beside the reviews it stands on. It is never stated,
and not even typed into the form, unless an editor asks for it as a start.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import NamedTuple

from django.utils.text import get_text_list
from django.utils.translation import gettext as _
from django.utils.translation import gettext_lazy, gettext_noop

from clapometer.catalogue.models import Work
from clapometer.prose.themes import Mention, Quoted, ThemeFound, rows_in_common, themes_of
from clapometer.reviews.record import Said, reviews_at

MOST = 3
"""Themes that a draft names on each side."""
THEME_WORDS = {
    "acting": gettext_lazy("the acting"),
    "characters": gettext_lazy("the characters"),
    "writing": gettext_lazy("the writing"),
    "story": gettext_lazy("the story"),
    "direction": gettext_lazy("the direction"),
    "pace": gettext_lazy("the pace"),
    "visuals": gettext_lazy("the images"),
    "design": gettext_lazy("sets and costumes"),
    "music": gettext_lazy("the music"),
    "humour": gettext_lazy("the humour"),
    "emotion": gettext_lazy("the feeling"),
    "suspense": gettext_lazy("the suspense"),
    "action": gettext_lazy("the action"),
    "effects": gettext_lazy("the effects"),
    "originality": gettext_lazy("the originality"),
    "ideas": gettext_lazy("the ideas"),
    "ending": gettext_lazy("the ending"),
}
"""Themes as a sentence names them."""
WORDINGS: dict[tuple[str, ...], tuple[str, ...]] = {
    ("praised",): (
        gettext_noop("Critics praise %(praised)s."),
        gettext_noop("Praise goes to %(praised)s."),
    ),
    ("faulted",): (
        gettext_noop("Critics find fault with %(faulted)s."),
        gettext_noop("What displeases is %(faulted)s."),
    ),
    ("divided",): (
        gettext_noop("Critics are divided on %(divided)s."),
        gettext_noop("Opinions part on %(divided)s."),
    ),
    ("praised", "faulted"): (
        gettext_noop("Critics praise %(praised)s, and find fault with %(faulted)s."),
        gettext_noop("Praise goes to %(praised)s, less of it to %(faulted)s."),
    ),
    ("praised", "divided"): (
        gettext_noop("Critics praise %(praised)s, and are divided on %(divided)s."),
        gettext_noop("Praise goes to %(praised)s, while opinions part on %(divided)s."),
    ),
    ("faulted", "divided"): (
        gettext_noop("Critics find fault with %(faulted)s, and are divided on %(divided)s."),
        gettext_noop("What displeases is %(faulted)s, and opinions part on %(divided)s."),
    ),
    ("praised", "faulted", "divided"): (
        gettext_noop(
            "Critics praise %(praised)s, find fault with %(faulted)s, and are divided on"
            " %(divided)s."
        ),
        gettext_noop(
            "Praise goes to %(praised)s, less of it to %(faulted)s, and opinions part on"
            " %(divided)s."
        ),
    ),
}
"""Sentences of a draft by what there is to say; the first that shares no row of words is taken."""
LEANINGS = ("praised", "faulted", "divided")


class Behind(NamedTuple):
    """A review behind a theme: who wrote it, and the clause that speaks of it."""

    review: Said
    clause: str


class ThemeShown(NamedTuple):
    """A theme with the reviews behind it, by side."""

    theme: str
    words: str
    leaning: str
    praised: list[Behind]
    faulted: list[Behind]
    mentioned: list[Behind]


class Draft(NamedTuple):
    """A sentence to start from, "" where there is nothing to say, and the themes behind it."""

    sentence: str
    themes: list[ThemeShown]
    read: int
    """Reviews that were read: those in force that have a quote."""


def draft_for(work: Work) -> Draft:
    """Return a draft from the reviews of a work that are in force and have a quote."""
    reviews = {one.review: one for one in reviews_at(work) if one.quote}
    quoted = [Quoted(key, one.quote, one.positive) for key, one in reviews.items()]
    found = themes_of(quoted)
    sentence = draft_of(found, [one.text for one in quoted])
    return Draft(sentence, [_shown(one, reviews) for one in found], len(reviews))


def draft_of(themes: Sequence[ThemeFound], quotes: Sequence[str]) -> str:
    """Return a sentence on the themes, "" where nothing is agreed on.

    It shares no four words in a row with any of the quotes: where one wording would, another is
    taken, then fewer themes.
    """
    sides = {
        leaning: [one.theme for one in themes if one.leaning == leaning][:MOST]
        for leaning in LEANINGS
    }
    return next(
        (one for one in _sentences(sides) if not rows_in_common(one, quotes)),
        "",
    )


def _sentences(sides: dict[str, list[str]]) -> Iterator[str]:
    """Yield the sentences that say it, the one that says most first."""
    for many in range(MOST, 0, -1):
        cut = {leaning: themes[:many] for leaning, themes in sides.items() if themes}
        for wording in WORDINGS.get(tuple(cut), ()):
            yield _(wording) % {side: _listed(themes) for side, themes in cut.items()}
    for leaning, themes in sides.items():
        for wording, theme in product(WORDINGS[leaning,], themes):
            yield _(wording) % {leaning: _listed([theme])}


def _listed(themes: Sequence[str]) -> str:
    return str(get_text_list([str(THEME_WORDS[theme]) for theme in themes], _("and")))


def _shown(found: ThemeFound, reviews: dict[int, Said]) -> ThemeShown:
    def behind(mentions: Sequence[Mention]) -> list[Behind]:
        return [Behind(reviews[one.key], one.clause) for one in mentions]

    return ThemeShown(
        found.theme,
        str(THEME_WORDS[found.theme]),
        found.leaning,
        behind(found.praised),
        behind(found.faulted),
        behind(found.mentioned),
    )
