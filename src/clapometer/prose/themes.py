"""What reviews speak of, clause by clause: which theme, and whether for or against."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from types import MappingProxyType
from typing import NamedTuple

from .leanings import leaning_of
from .turning import turned_places
from .words import words_of

_ROWS: dict[str, str] = {
    "acting": """acting acted actor actors actress actresses cast casting ensemble performance
    performances performer performers portrayal portrayals lead leads star stars starring
    co-star co-stars miscast""",
    "characters": """character characters characterisation characterization hero heroes heroine
    heroines protagonist protagonists villain villains antagonist""",
    "writing": """writing written writer writers script scripts scripted screenplay screenplays
    dialogue dialog teleplay well-written underwritten prose""",
    "story": """story stories storyline storylines storytelling plot plots plotted plotting
    narrative tale premise subplot subplots twist twists""",
    "direction": """direction directed director directors directing directorial filmmaker
    filmmakers filmmaking staging staged showrunner""",
    "pace": """pace paces paced pacing tempo rhythm slow slowly sluggish brisk briskly draggy drags
    dragged overlong long-winded lags momentum meandering meanders plods plodding rushed
    breakneck well-paced leisurely""",
    "visuals": """visual visuals visually cinematography cinematographer camera camerawork shot
    shots photography photographed imagery images lensed look-and-feel landscapes vistas
    colours colors palette""",
    "design": """costume costumes costuming sets set-design decor wardrobe make-up makeup
    production-design period-detail""",
    "music": """music musical musically score scored soundtrack song songs composer tunes
    melodies singing sound-design""",
    "humour": """humour humor humorous humourless humorless comedy comedic comic funny funnier
    funniest unfunny laugh laughs laughter laugh-out-loud joke jokes gag gags wit witty witless
    hilarious hilariously satire satirical""",
    "emotion": """emotion emotions emotional emotionally heart heartfelt heartbreaking
    heartwarming touching moving poignant poignancy tear tears tearjerker sentimental
    sentimentality tender tenderness feeling feelings""",
    "suspense": """suspense suspenseful tension tense thrill thrills thriller thrilling scare
    scares scary frightening chills chilling dread""",
    "action": """action fight fights chase chases stunt stunts choreography battle battles
    set-piece set-pieces""",
    "effects": """effects cgi animation animated animators digital computer-generated vfx
    creature creatures""",
    "originality": """original originality unoriginal inventive inventiveness imagination
    imaginative unimaginative fresh freshness derivative formula formulaic cliché clichés cliche
    cliches clichéd cliched predictable predictability familiar recycled generic""",
    "ideas": """theme themes thematic message messages idea ideas politics political commentary
    insight insights philosophy subtext allegory""",
    "ending": """ending endings finale finales climax conclusion denouement payoff closing""",
}
"""Themes, and the words that tell them."""
THEMES: Mapping[str, frozenset[str]] = MappingProxyType(
    {theme: frozenset(words.split()) for theme, words in _ROWS.items()}
)
"""Each theme with its words."""
_THEMES_OF: dict[str, list[str]] = defaultdict(list)
for _theme, _words in THEMES.items():
    for _word in _words:
        _THEMES_OF[_word].append(_theme)

_CLAUSE = re.compile(
    r"(?<=[.!?;…])\s+|\s*[;:—]\s*|\s+[-–]{1,2}\s+"
    r"|,?\s+(?=(?:but|yet|though|although|while|whereas|however|even if|despite)\b)",
    re.IGNORECASE,
)


class Quoted(NamedTuple):
    """A review's quote, by whatever it is told by, and its verdict, None where there is none."""

    key: int
    text: str
    positive: bool | None


class Mention(NamedTuple):
    """A clause of a review that speaks of a theme; `tone` above 0 is for, below 0 against."""

    theme: str
    key: int
    clause: str
    tone: int


class ThemeFound(NamedTuple):
    """A theme with what speaks for and against it: one mention for each review."""

    theme: str
    praised: tuple[Mention, ...]
    faulted: tuple[Mention, ...]
    mentioned: tuple[Mention, ...]
    """Reviews that speak of it without taking a side."""

    @property
    def reviews(self) -> int:
        """Return how many reviews speak of it."""
        return len(self.praised) + len(self.faulted) + len(self.mentioned)

    @property
    def leaning(self) -> str:
        """Return "praised", "faulted", "divided" or "" by who speaks twice as often.

        Two reviews at least have to say it; one is an opinion and no agreement.
        """
        good, bad = len(self.praised), len(self.faulted)
        if good >= 2 and good >= 2 * bad:
            return "praised"
        if bad >= 2 and bad >= 2 * good:
            return "faulted"
        return "divided" if min(good, bad) >= 2 else ""


def clauses_of(text: str) -> list[str]:
    """Return the clauses of a text: its sentences, cut where “but” and its kin turn them."""
    return [clause for clause in map(str.strip, _CLAUSE.split(text)) if clause]


def tone_of(clause: str) -> int:
    """Return how far the words of a clause are for (above 0) or against, negated ones turned."""
    words = words_of(clause)
    turned = set(turned_places(words))
    strengths = (leaning_of(word) * (-1 if place in turned else 1)
                 for place, word in enumerate(words))  # fmt: skip
    return sum(strengths)


def mentions_of(review: Quoted) -> Iterator[Mention]:
    """Yield what a review says of each theme: its clearest clause on it.

    A clause that takes no side is read by the verdict of the review, if it has one.
    """
    clearest: dict[str, Mention] = {}
    for clause in clauses_of(review.text):
        words = words_of(clause)
        themes = dict.fromkeys(theme for word in words for theme in _THEMES_OF.get(word, ()))
        tone = tone_of(clause) if themes else 0
        if not tone and review.positive is not None:
            tone = 1 if review.positive else -1
        for theme in themes:
            before = clearest.get(theme)
            if before is None or abs(tone) > abs(before.tone):
                clearest[theme] = Mention(theme, review.key, clause, tone)
    yield from clearest.values()


def themes_of(reviews: Iterable[Quoted]) -> list[ThemeFound]:
    """Return the themes of some reviews, those that most reviews speak of first."""
    found: dict[str, list[Mention]] = defaultdict(list)
    for review in reviews:
        for mention in mentions_of(review):
            found[mention.theme].append(mention)
    themes = [_parted(theme, found[theme]) for theme in THEMES if theme in found]
    return sorted(themes, key=lambda one: -one.reviews)


def _parted(theme: str, mentions: Sequence[Mention]) -> ThemeFound:
    return ThemeFound(
        theme,
        tuple(one for one in mentions if one.tone > 0),
        tuple(one for one in mentions if one.tone < 0),
        tuple(one for one in mentions if not one.tone),
    )


def rows_in_common(text: str, others: Iterable[str], long: int = 4) -> set[tuple[str, ...]]:
    """Return the rows of so many words that a text shares with any of the others."""
    own = set(_rows(text, long))
    return {row for other in others for row in _rows(other, long) if row in own}


def _rows(text: str, long: int) -> Iterator[tuple[str, ...]]:
    words = [word for word in words_of(text) if word[0].isalnum()]
    return (tuple(words[start : start + long]) for start in range(len(words) - long + 1))
