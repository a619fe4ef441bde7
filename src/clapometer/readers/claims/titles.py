"""Titles of works that stand in quotation marks."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from .document import Document

TYPE_NOUNS = (
    "film|movie|series|miniseries|mini-series|docuseries|show|sitcom|soap opera|soap|comedy|"
    "dramedy|drama|thriller|biopic|musical|documentary|docudrama|western|romance|rom-com|romcom|"
    "fantasy|mystery|adventure|epic|blockbuster|sequel|prequel|spin-off|spinoff|reboot|remake|"
    "adaptation|anthology|anime|cartoon|animation|horror|slasher|whodunit|caper|farce|satire|"
    "telenovela|hit|smash|flick|feature|debut|serial|programme|program|newcomer|entry|installment|"
    "instalment|picture|saga|trilogy|limited series|reality show|game show|quiz show|quiz|"
    "talk show|chart-topper|title|contender|vehicle|procedural|crime drama|period drama|"
    "noir|actioner|chiller|weepie|tearjerker|juggernaut|sensation|phenomenon|favourite|favorite|"
    "whodunnit|contest|competition|panel show|crowd-pleaser|threequel|offshoot|original"
)
"""Nouns that a title follows: the horror film X, the sitcom X."""
_SMALL = (
    "a an and as at but by for from in into is it its la le el de del des der die das du nor of "
    "off "
    "on or out over per so the to up us vs vs. with within without we you my me be are was if than "
    "that this they our your his her not no when who what we're isn't don't y e und et"
)
SMALL_WORDS = frozenset(_SMALL.split())
"""Words that may stand without a capital inside a title."""
_NOT_WORKS = re.compile(
    r"\b(?:songs?|singles?|tracks?|tunes?|ballads?|anthems?|hits? single|albums?|EP|LP|novels?|"
    r"books?|memoirs?|poems?|essays?|magazine|podcasts?|play|plays|stage play|novella|"
    r"short stor(?:y|ies)|comics?|manga|graphic novels?|video games?|games?|book series|"
    r"tour|account|hashtag|chant|nicknamed|dubbed|called|known as|titled simply|word|words|"
    r"phrase|term|line|slogan|so-called|episode|chapter|event|week|festival|award|featurette)"
    r"(?: series)?(?: (?:by|from) [\w .'’]{3,30})?,? [(]?$"
    r"|\b(?:brand|label|describ|deem|declar|call|dub|nam|hail)\w* (?:it|him|her|them|this|the \w+)"
    r"(?: as)?(?: an?)? $",
    re.IGNORECASE,
)
_BADGES = frozenset(("certified fresh", "fresh", "rotten", "verified hot", "must-see"))
"""Words of aggregators that stand in marks and are no titles."""
_AFTER_NOT = re.compile(
    r",?[\"”'’]? (?:books?|novels?|song|single|track|album|tour|podcast|magazine|phenomenon|"
    r"series of (?:\w+ )?(?:novels|books)|hashtag|account|campaign|effect|CinemaScore|meme|"
    r"magazine|trend|era|grade|event)\b"
)
_SPEECH_BEFORE = re.compile(
    r"(?:\b(?:said|says|saying|told|tells|asked|asks|wrote|writes|tweeted|tweets|added|adds|"
    r"replied|joked|quipped|explained|captioned|posted|shared|commented|noted|admitted|announced|"
    r"confirmed|revealed|teased|insisted|declared|gushed|penned|exclaimed|read|reads|reading|"
    r"stated|continued|recalled|responded)\b[^.\"“”]{0,40}[,:]|: ?)\s?$"
)
_GRADE = re.compile(r"[A-F](?:[+\-–−]| ?(?:plus|minus))?")
_WORD = re.compile(r"[^\s]+")
_LONGEST_TITLE = 11
_NICKNAME_BEFORE = re.compile(r"[A-Z][\w.’'-]*[^'’s\W] [(]?$")
_CAPITAL_AFTER = re.compile(r"[\"”'’] [A-Z]\w+")


_SONG = re.compile(
    r"\b(?:songs?|singles?|tracks?|tunes?|ballads?|anthems?|albums?|EP|hit single)(?: from "
    r"[^\"“]{2,30})?,? ?$"
)
_SONG_AFTER = re.compile(
    r"[,.]?[\"”'’]{1,2},? (?:(?:a|the|her|his|their|which) )?(?:\w+ ){0,2}?(?:song|single|"
    r"track|album)\b"
)
_KIND_BEFORE = re.compile(rf"\b(?:{TYPE_NOUNS}),? ?$")
_SEASON_AFTER = re.compile(r"[,.]?[\"”'’]{1,2},? (?:[Ss]eason|[Ss]eries|[Ff]inale|[Ee]pisode)\b")
_SAID_AFTER = re.compile(
    r"[,!?.]?[\"”] (?:[A-Z]?\w+ ){0,2}?(?:said|says|told|asked|wrote|writes|tweeted|added|adds|"
    r"replied|"
    r"joked|quipped|explained|captioned|posted|noted|admitted|gushed|penned|exclaimed|read)\b"
    r"(?! (?:another |an estimated |about |over |some )?[$£€\d])"
)


def quoted_titles(document: Document) -> list[tuple[int, int, str]]:
    """Return what stands in quotation marks and reads like a title: start, end, title. What the
    story calls a song or a book somewhere is one everywhere, if it does so as a rule."""
    works, others = [], Counter[str]()
    songs, shown = set[str](), set[str]()
    text = document.text
    for start, end, title, work in _quoted(document):
        before = text[max(0, start - 50) : start - 1].split("\n")[-1]
        if _SONG.search(before) or _SONG_AFTER.match(text, end):
            songs.add(title)
        elif _KIND_BEFORE.search(before) or _SEASON_AFTER.match(text, end):
            shown.add(title)
        if work:
            works.append((start, end, title))
        else:
            others[title] += 1
    named = Counter(title for _, _, title in works if title not in songs - shown)
    headline = document.blocks[0].end if document.blocks else 0
    # A word in marks in the headline alone is somebody's word, not a title.
    body = text[headline:].casefold()
    works = [
        one
        for one in works
        if one[0] >= headline or " " in one[2] or not body or one[2].casefold() in body
    ]
    works = [one for one in works if one[2] in named]
    return [one for one in works if 2 * others[one[2]] < named[one[2]] or one[0] < headline]


def _quoted(document: Document) -> Iterator[tuple[int, int, str, bool]]:
    text = document.text
    for one in document.quoted:
        for start, end in _inner(text, one.inner_start, one.inner_end):
            title = cleaned(text[start:end])
            if title.casefold() in _BADGES:
                continue
            if reads_like_title(title) and not _spoken(text, one.start, start, end, title):
                other = _no_work(text, one.start, end)
                yield start, start + len(title), title, not other


_BROKEN = re.compile(r"[^'’]{2,60}(?=['’] [a-z])")
"""A title whose closing mark is misprinted, so that more than it seems to stand in marks."""


def _inner(text: str, start: int, end: int) -> Iterator[tuple[int, int]]:
    """Yield a quotation, or where it opens with one of its own, that one."""
    broken = _BROKEN.match(text, start, end)
    yield start, broken.end() if broken else end
    if end - start > 30:
        for mark in re.finditer(
            r"(?<!\w)[‘'“](?=[A-Z0-9])([^‘’'“”\"\n]{2,60})['’”](?!\w)", text[start:end]
        ):
            yield start + mark.start(1), start + mark.end(1)


def cleaned(title: str) -> str:
    """Return a title without the comma or full stop that stands inside its marks."""
    bare = title.strip()
    if bare.endswith((",", ";", ":")):
        return bare[:-1]
    if bare.endswith(".") and not re.search(
        r"(?:\b[A-Z]|\b(?:Mr|Mrs|Dr|Bros|Jr|Sr|vs|etc|Inc))\.$", bare
    ):
        return bare.rstrip(".")
    return bare


def reads_like_title(title: str) -> bool:
    """Return whether words are written as titles are: capitals on all but small words."""
    words = _WORD.findall(title)
    if re.search(r"[\"“‘]", title[1:]):
        return False
    if not words or len(words) > _LONGEST_TITLE or not (title[0].isupper() or title[0].isdigit()):
        return False
    if _GRADE.fullmatch(title) or (re.fullmatch(r"[\d.,%$£€]+", title) and len(title) != 4):
        return False
    if any(mark in title for mark in (". ", "; ", "? ")) and not re.search(
        r"\b(?:Mr|Mrs|Dr|Bros|vs|St|Vol|Jr)\. ", title
    ):
        return False
    return all(_titled(word) for word in words[1:]) and (
        len(words) < 2 or any(map(_titled_big, words[1:])) or len(words) > 2
    )


def _titled(word: str) -> bool:
    bare = word.strip("'’\"“”‘,:!?.()-–—&…")
    return not bare or not bare[0].islower() or bare.casefold() in SMALL_WORDS


def _titled_big(word: str) -> bool:
    bare = word.strip("'’\"“”‘,:!?.()")
    return bool(bare) and not bare[0].islower()


def _spoken(text: str, mark: int, start: int, end: int, title: str) -> bool:
    """Return whether a quotation is speech that happens to be written in capitals."""
    before = text[max(0, mark - 60) : mark].rsplit("\n", maxsplit=1)[-1]
    whole = start == mark + 1
    said = _SPEECH_BEFORE.search(before) is not None and not title.istitle()
    nickname = _NICKNAME_BEFORE.search(before) and _CAPITAL_AFTER.match(text, end)
    if nickname and len(title.split()) == 1 and whole:
        return True
    return whole and (said or _SAID_AFTER.match(text, end) is not None)


_EPISODE = re.compile(r"\b(?:[Ee]pisode|Ep\.?|[Cc]hapter) \d+\s?[:–—-]? ?$")


_BADGE = re.compile(
    r"[\"“'‘](?:(?:certified|verified) (?:fresh|hot)|must-(?:see|watch)|(?:universal acclaim"
    r"|generally"
    r" (?:un)?favou?rable|mixed or average)(?: reviews)?)\b",
    re.IGNORECASE,
)
"""What aggregators print in marks: badges and words for scores."""


def _no_work(text: str, mark: int, end: int) -> bool:
    """Return whether what stands around a quotation says that it is no film or series."""
    before = text[max(0, mark - 60) : mark].rsplit("\n", maxsplit=1)[-1]
    if _BADGE.match(text, mark):
        return True
    return bool(_NOT_WORKS.search(before) or _EPISODE.search(before) or _AFTER_NOT.match(text, end))
