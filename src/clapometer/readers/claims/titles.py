"""Titles of works in a story: what stands in quotation marks, and what capitals betray."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from typing import TYPE_CHECKING

from .companies import NAMES, OUTLETS, PLATFORM
from .given_names import GIVEN_NAMES

if TYPE_CHECKING:
    from .document import Document

TYPE_NOUNS = (
    "film|movie|series|miniseries|mini-series|docuseries|show|sitcom|soap opera|soap|comedy|"
    "dramedy|drama|thriller|biopic|musical|documentary|docudrama|western|romance|rom-com|romcom|"
    "fantasy|mystery|adventure|epic|blockbuster|sequel|prequel|spin-off|spinoff|reboot|remake|"
    "adaptation|anthology|anime|cartoon|animation|horror|slasher|whodunit|caper|farce|satire|"
    "telenovela|hit|smash|flick|feature|debut|serial|programme|program|newcomer|entry|installment|"
    "instalment|picture|saga|trilogy|limited series|reality show|game show|quiz show|quiz|"
    "talk show|chart-topper|title|contender|vehicle|procedural|crime drama|period drama"
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
    r"(?: series)?(?: (?:by|from) [\w .'’]{3,30})?,? [(]?$",
    re.IGNORECASE,
)
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
_TITLE_EDGE = ",.;:!?…"
_LONGEST_TITLE = 11
_NICKNAME_BEFORE = re.compile(r"[A-Z][\w.’'-]*[^'’s\W] [(]?$")
_CAPITAL_AFTER = re.compile(r"[\"”'’] [A-Z]\w+")


_SAID_AFTER = re.compile(
    r"[,!?.]?[\"”] (?:[A-Z]?\w+ ){0,2}?(?:said|says|told|asked|wrote|writes|tweeted|added|adds|"
    r"replied|"
    r"joked|quipped|explained|captioned|posted|noted|admitted|gushed|penned|exclaimed|read)\b"
)


def quoted_titles(document: Document) -> list[tuple[int, int, str]]:
    """Return what stands in quotation marks and reads like a title: start, end, title. What the
    story calls a song or a book somewhere is one everywhere, if it does so as a rule."""
    works, others = [], Counter[str]()
    for start, end, title, work in _quoted(document):
        if work:
            works.append((start, end, title))
        else:
            others[title] += 1
    named = Counter(title for _, _, title in works)
    headline = document.blocks[0].end if document.blocks else 0
    return [one for one in works if 2 * others[one[2]] < named[one[2]] or one[0] < headline]


def _quoted(document: Document) -> Iterator[tuple[int, int, str, bool]]:
    text = document.text
    for one in document.quoted:
        for start, end in _inner(text, one.inner_start, one.inner_end):
            title = cleaned(text[start:end])
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


def _no_work(text: str, mark: int, end: int) -> bool:
    """Return whether what stands around a quotation says that it is no film or series."""
    before = text[max(0, mark - 60) : mark].rsplit("\n", maxsplit=1)[-1]
    return bool(_NOT_WORKS.search(before) or _AFTER_NOT.match(text, end))


_W = r"(?:(?:Mr|Mrs|Ms|Dr|Bros|St|Jr|Sr|Vol|vs)\.|[A-Z0-9](?:[\w&+!]|-(?=[A-Z0-9])|[’'.](?=\w))*)"
_LINK = r"(?:of|the|and|in|to|a|an|with|for|on|at|from|is|&|vs\.?|or|by|it|de|la|le)"
_TITLE = rf"(?:(?:The|A|An) )?{_W}(?:(?::| –| -)? (?:{_LINK} ){{0,3}}{_W}){{0,6}}(?:\?|!)?"
_KIND = rf"(?:{TYPE_NOUNS})"
LOOKS: tuple[tuple[str, str, str], ...] = (
    (
        "kind before",
        rf"\b(?i:{_KIND})(?: (?:contenders?|newcomers?|hit|entries|entry))?,? (?P<title>{_TITLE})",
        "the thriller Salt Road took $3m",
    ),
    (
        "the, inside a sentence",
        rf"(?<=[a-z,;—–] )(?P<title>The {_W}(?: (?:{_LINK} ){{0,2}}{_W}){{0,5}})",
        "prices rose while The Salt Road stayed",
    ),
    (
        "with a colon",
        (
            rf"(?P<title>{_W}(?: (?:of |the |and )?{_W}){{0,4}}: (?:(?:The|A|An) )?{_W}"
            rf"(?: (?:{_LINK} ){{0,2}}{_W}){{0,6}}) (?=[a-z])"
        ),
        "Salt Road: The Long Way landed in second place",
    ),
    (
        "with a season",
        (
            rf"(?P<title>{_TITLE}),?[’']?s? (?i:seasons?|series) (?i:\d|one|two|three|four|"
            rf"five|six|"
            rf"seven|eight|nine|ten)"
        ),
        "Salt Road season 2",
    ),
    (
        "season of",
        (
            rf"(?i:\bseason(?: \w+)?|series (?:\w+)|episodes?|finale|premiere|trailer) (?:of|for) "
            rf"(?P<title>{_TITLE})"
        ),
        "the second season of Salt Road",
    ),
    (
        "numbered",
        (
            rf"(?P<title>{_W}(?: (?:of |the |and )?{_W}){{0,4}} (?:\d|II|III|IV|Part "
            rf"(?:\w+)))(?=[,.]? "
            rf"(?:[a-z]|\())"
        ),
        "Salt Road 2 opened on Friday",
    ),
    (
        "a carrier's",
        (
            rf"\b(?:{PLATFORM})[’']s? (?:(?:{_KIND}|new|hit|own|upcoming|popular|original) "
            rf"){{0,3}}(?P<title>{_TITLE})"
        ),
        "Netflix’s Salt Road",
    ),
    (
        "kind after",
        (
            rf"(?P<title>{_TITLE})(?<![’']s) (?:(?:film|movie|TV|book) series|films?|movies?|"
            rf"franchise|"
            rf"TV show|spin-?off|"
            rf"prequel|sequel|remake)\b"
        ),
        "the third Salt Road film",
    ),
    (
        "year's",
        rf"\b(?:19|20)\d\d[’']s (?P<title>{_TITLE})",
        "2016’s Salt Road",
    ),
    (
        "subject of a release",
        (
            rf"(?:^|(?<=[.!?] )|(?<=\n))(?P<title>{_TITLE})(?: \((?:19|20)\d\d\))?,? "
            rf"(?:which |has |"
            rf"have |was |will |is |also |"
            rf"finally |then |officially ){{0,3}}(?:premier|debut|grossed|opened|cost|earned|"
            rf"sputtered|"
            rf"topped|"
            rf"landed|collected|took in|stars|follows|streams|airs|aired|returns|arrives|drops|"
            rf"tells the story|focuses on|centres|centers|renewed|cancelled|canceled|taken|scored|"
            rf"persisted|rounded out)"
        ),
        "Salt Road premieres on Monday",
    ),
)
"""What betrays a title that stands without marks: name, expression, example."""
_LOOKS = tuple((name, re.compile(look, re.MULTILINE)) for name, look, _ in LOOKS)
_MAKERS = re.compile(r"^(?:\w[\w.-]* ){1,4}?(?:\w[\w.-]*)[’']s? (?=[A-Z0-9])")
"""A possessive of two words or more at the start of a title without marks is its maker's name."""
_CARRIERS = re.compile(rf"^(?:{PLATFORM})[’']s? ")
_KINDS_ONLY = re.compile(rf"(?:(?:The|A|An|New|Low-budget) )?(?:{TYPE_NOUNS})", re.IGNORECASE)
_NO_TITLES = re.compile(
    r"(?:The )?(?:US|U\.S|UK|R-rated|PG|Super Bowl|World Cup|Box Office|CinemaScore|IMAX|American|"
    r"British|English|French|Netflix|Oscars?|Academy|Emmys?|"
    r"Golden|Grammys?|BAFTAs?|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|"
    r"Thanksgiving|Easter|Halloween|North|South|East|West|Season|Series|Episode|Part|Chapter|"
    r"Hollywood|Broadway|Los|New York|London|President|King|Queen|Prince|Princess|Sir|Dame|Lord|"
    r"Lady|Mr|Mrs|Ms|Dr|Director|Here|It|He|She|They|We|You|I|This|That|These|Those|But|And|"
    r"When|Where|What|Who|How|Why|If|As|At|In|On|For|With|After|Before|While|Yes|No|Not|There|"
    r"Fans|Viewers|Critics|Filming|Production|Another|Both|All|Every|Each|Other|Many|More|Most|"
    r"Globally|Worldwide|Overall|Elsewhere|Meanwhile|However|Although|Though|Despite|Even|Also|"
    r"Studios?|Final|First|Last|Next|Previous|Second|Third|Fourth|Fifth|Its|His|Her|Their|Our|My)\b"
)


_OF_WORKS = re.compile(
    r"premier|debut|gross|cost|earn|airs|aired|stream|drops|renewed|cancel|tells the story|"
    r"cent(?:re|er)s|"
    r"season|series|episode"
)
"""What is said of works and of no person."""


def unquoted_titles(document: Document) -> Iterator[str]:
    """Yield titles that stand without marks, in stories that set none."""
    for block in document.blocks:
        if block.role not in ("body", "subhead", "headline", "item"):
            continue
        for _, look in _LOOKS:
            for one in look.finditer(document.text, block.start, block.end):
                title = trimmed(one["title"])
                if title and not _is_person(title, document.text[one.end("title") : one.end()]):
                    yield from _apart(document.text, title)


def _is_person(title: str, after: str) -> bool:
    """Return whether a title without marks is rather a person's name, such as one that “stars”
    follows, and nothing that only works do."""
    words = title.removeprefix("The ").split()
    named = words[0].casefold() in GIVEN_NAMES and 2 <= len(words) <= 3
    return named and all(word[0].isupper() for word in words) and not _OF_WORKS.search(after)


def _apart(text: str, title: str) -> Iterator[str]:
    """Yield the two titles of “X and Y” where each stands without the other too."""
    first, joined, second = title.partition(" and ")
    if joined and all(
        len(re.findall(rf"\b{re.escape(one)}\b", text)) > text.count(title)
        for one in (first, second)
    ):
        yield from (first, second)
    else:
        yield title


def trimmed(title: str) -> str:
    """Return a title without a possessive at its end and its maker's in front; nothing where it
    can be none."""
    bare = re.sub(r"[’']s?$", "", title.rstrip(",.;:…"))
    bare = _MAKERS.sub("", bare, count=1)
    bare = _CARRIERS.sub("", bare, count=1)
    first, _, rest = bare.partition(" and ")
    if rest and (first in OUTLETS or rest.startswith("The ")):
        bare = first
    words = bare.split()
    while words and (words[-1].casefold() in SMALL_WORDS or words[-1] in ("Season", "Series")):
        words.pop()
    bare = " ".join(words)
    if not bare or bare in NAMES or bare in OUTLETS or _KINDS_ONLY.fullmatch(bare):
        return ""
    if _NO_TITLES.match(bare):
        return ""
    return bare if len(bare) > 2 and not bare.isdigit() else ""
