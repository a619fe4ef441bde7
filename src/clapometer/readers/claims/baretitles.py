"""Titles of works that stand without marks: what capitals and the words around them betray."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING

from .capitals import capitalised
from .companies import NAMES, OUTLETS, PLATFORM
from .given_names import GIVEN_NAMES
from .titles import SMALL_WORDS, TYPE_NOUNS
from .wording import Table, Wording

if TYPE_CHECKING:
    from .document import Document

_W = (
    r"(?:(?:Mr|Mrs|Ms|Dr|Bros|St|Jr|Sr|Vol|vs)\.|"
    r"[A-Z0-9](?:[\w&+!]|-(?=[A-Z0-9])|[’'.](?=\w)){0,40})"
)
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
            rf"(?<!\w)(?P<title>{_W}(?: (?:of |the |and )?{_W}){{0,4}}: (?:(?:The|A|An) )?{_W}"
            rf"(?: (?:{_LINK} ){{0,2}}{_W}){{0,6}}) (?=[a-z])"
        ),
        "Salt Road: The Long Way landed in second place",
    ),
    (
        "with a season",
        (
            rf"(?<!\w)(?P<title>{_TITLE}),?[’']?s? (?i:seasons?|series) (?i:\d|one|two|three|four|"
            rf"five|six|"
            rf"seven|eight|nine|ten)"
        ),
        "Salt Road season 2",
    ),
    (
        "season of",
        (
            rf"(?i:\bseason(?: \w+)?|series (?:\w+)|episodes?|finale|premiere|trailer) (?:of|for) "
            rf"(?<!\w)(?P<title>{_TITLE})"
        ),
        "the second season of Salt Road",
    ),
    (
        "numbered",
        (
            rf"(?<!\w)(?P<title>{_W}(?: (?:of |the |and )?{_W}){{0,4}} (?:\d|II|III|IV|Part "
            rf"(?:\w+)))(?=[,.]? "
            rf"(?:[a-z]|\())"
        ),
        "Salt Road 2 opened on Friday",
    ),
    (
        "a carrier's",
        (
            rf"\b(?:{PLATFORM})[’']s? (?:(?:{_KIND}|new|hit|own|upcoming|popular|original) "
            rf"|[a-z][\w-]+ ){{0,3}}(?P<title>{_TITLE})"
        ),
        "Netflix’s Salt Road",
    ),
    (
        "a studio opens",
        (
            rf"\b(?:{PLATFORM}) (?:opens|releases|launches|debuts|bows|unveils|unleashes|rolls "
            rf"out) (?P<title>{_TITLE})"
        ),
        "Universal opens Salt Road next week",
    ),
    (
        "kind after",
        (
            rf"(?<!\w)(?P<title>{_TITLE})(?<![’']s) (?:(?:film|movie|TV|book) series|films?|"
            rf"movies?|"
            rf"franchise|"
            rf"TV show|spin-?off|"
            rf"prequel|sequel|remake)\b"
        ),
        "the third Salt Road film",
    ),
    (
        "whose star",
        (
            rf"(?i:\b(?!roles? of )(?:stars?|fans|creator|creators|cast|finale|lead|starred"
            rf"|appeared|appearing|"
            rf"roles?|known|"
            rf"starring|episodes?|viewers|spin-off|sequel|prequel)) (?i:of|in|for|from|to) "
            rf"(?<!\w)(?P<title>{_TITLE})(?=[.,]? (?:[a-z]|\())"
        ),
        "the star of Salt Road has told the Gazette",
    ),
    (
        "year's",
        rf"\b(?:19|20)\d\d[’']s (?P<title>{_TITLE})",
        "2016’s Salt Road",
    ),
    (
        "subject of a release",
        (
            rf"(?:^|(?<=[.!?] )|(?<=\n)|(?<=[’']s ))(?P<title>{_TITLE})(?: \((?:19|20)\d\d\))?,? "
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
_LOOKS, _HEADED = (
    Table(looks, [Wording(look, re.MULTILINE) for _, look, _ in looks])
    for looks in (LOOKS, [one for one in LOOKS if one[0] in ("with a season", "a carrier's")])
)
"""The second betrays a title in a heading that has capitals on all its words."""
_BARE = re.compile(rf"(?<!\w){_TITLE}")
_PERSON_BEFORE = re.compile(
    r"\b(?:actor|actress|stars?|director|creator|writer|showrunner|host|comedian|singer|presenter|"
    r"author|novelist|playwright|producer|by|with|and|starring|opposite|president|chief|"
    r"critic|co-stars?|"
    r"analyst|Mr|Mrs|Ms|Dr|Sir|Dame) $",
    re.IGNORECASE,
)
_PERSON_AFTER = re.compile(
    r",? (?:\d\d\b|who (?:plays|stars|wrote|created|directed)|said|says|told|tells|plays|played|"
    r"reveals|revealed|admits|admitted|joins|joined|stars (?:as|in)|will (?:star|play|reprise)|"
    r"as [A-Z]|, (?:the )?(?:director|creator|actor|star|head|president|chief))\b"
)


def headline_titles(document: Document) -> Iterator[str]:
    """Yield titles that stand bare both in the headline and in the body, where nothing shows that
    they are people: what a headline names and a story repeats is what it is about."""
    first = document.blocks[0] if document.blocks else None
    if first is None or first.role != "headline":
        return
    headline = f" {_spaced(document.text[first.start : first.end])} "
    body = document.text[first.end :]
    told: Counter[str] = Counter()
    for one in _BARE.finditer(body):
        for title in _stretches(trimmed(one[0])):
            if f" {_spaced(title)} " in headline:
                told[title] += 1
                break
    for title, count in told.items():
        if (" " in title or count > 1) and not _told_as_person(body, title):
            yield title


def _spaced(text: str) -> str:
    return " ".join(re.sub(r"[’']s\b|[^\w&+ ]", " ", text).casefold().split())


def _stretches(title: str) -> Iterator[str]:
    """Yield a stretch of capitalised words, then its shorter beginnings and ends."""
    words = title.split()
    for count in range(len(words), 0, -1):
        for start in {0, len(words) - count}:
            part = trimmed(" ".join(words[start : start + count]))
            if part and (" " in part or count == len(words)):
                yield part


def _told_as_person(body: str, title: str) -> bool:
    """Return whether words next to a name show that it is a person's."""
    places = list(re.finditer(rf"\b{re.escape(title)}\b", body))
    signs = sum(
        1
        for one in places
        if _PERSON_AFTER.match(body, one.end())
        or _PERSON_BEFORE.search(body[max(0, one.start() - 20) : one.start()])
    )
    last = title.rsplit(maxsplit=1)[-1]
    alone = len(
        re.findall(
            rf"(?<!\w )\b{re.escape(last)}\b(?:[’']s)? (?:said|says|told|is|has|was|plays)", body
        )
    )
    return 2 * signs > len(places) or (" " in title and alone > 0 and signs > 0)


_MAKERS = re.compile(r"^(?!(?:The|A|An) )(?:\w[\w.-]* ){1,4}?(?:\w[\w.-]*)[’']s? (?=[A-Z0-9])")
"""A possessive of two words or more at the start of a title without marks is its maker's name."""
_CARRIERS = re.compile(rf"^(?:{PLATFORM})[’']s? ")
_KINDS_ONLY = re.compile(rf"(?:(?:The|A|An|New|Low-budget) )?(?:{TYPE_NOUNS})", re.IGNORECASE)
_NO_TITLES = re.compile(
    r"(?:The )?(?:US|U\.S|UK|R-rated|PG|Super Bowl|World Cup|Box Office|CinemaScore|IMAX|American|"
    r"British|English|French|Netflix|Oscars?|Academy|Emmys?|Golden|Grammys?|BAFTAs?|"
    r"North|South|East|West|Director|Studios?|Fans|Viewers|Critics)\b|"
    r"(?:January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday|Christmas|"
    r"Thanksgiving|Easter|Halloween|Season|Series|Episode|Part|Chapter|"
    r"Hollywood|Broadway|Los|New York|London|President|King|Queen|Prince|Princess|Sir|Dame|Lord|"
    r"Lady|Mr|Mrs|Ms|Dr|Here|It|He|She|They|We|You|I|This|That|These|Those|But|And|"
    r"When|Where|What|Who|How|Why|If|As|At|In|On|For|With|After|Before|While|Yes|No|Not|There|"
    r"Filming|Production|Another|Both|All|Every|Each|Other|Many|More|Most|Exclusive|EXCLUSIVE|"
    r"Globally|Worldwide|Overall|Elsewhere|Meanwhile|However|Although|Though|Despite|Even|Also|"
    r"Final|First|Last|Next|Previous|Second|Third|Fourth|Fifth|Its|His|Her|Their|Our|My)\b"
)
"""Beginnings of capitals that are no title: who and when, and words that open a sentence."""


_OF_WORKS = re.compile(
    r"premier|debut|gross|cost|earn|airs|aired|stream|drops|renewed|cancel|tells the story|"
    r"cent(?:re|er)s|"
    r"season|series|episode"
)
"""What is said of works and of no person."""


def unquoted_titles(document: Document) -> Iterator[str]:
    """Yield titles that stand without marks, in stories that set none."""
    yield from headline_titles(document)
    for block in document.blocks:
        if block.role not in ("body", "subhead", "headline", "item"):
            continue
        line = document.text[block.start : block.end]
        looks = _HEADED if capitalised(line, block.role) else _LOOKS
        for _, look in looks.for_text(line):
            for one in document.all_of(look, block.start, block.end):
                title = trimmed(one["title"])
                person = _is_person(title, document.text[one.end("title") : one.end()])
                capitals = title.isupper() and block.role == "headline"
                if title and not person and not capitals:
                    yield from _apart(document.text, _of_headline(document, title))


def _is_person(title: str, after: str) -> bool:
    """Return whether a title without marks is rather a person's name, such as one that “stars”
    follows, and nothing that only works do."""
    words = title.removeprefix("The ").split() or [""]
    named = words[0].casefold() in GIVEN_NAMES and 2 <= len(words) <= 3
    return named and all(word[0].isupper() for word in words) and not _OF_WORKS.search(after)


def _of_headline(document: Document, title: str) -> str:
    """Return a title with a colon as the body has it: in a headline what follows the colon may be
    what happened, and the title is what stands before it."""
    before, colon, _ = title.partition(": ")
    body = document.text[document.blocks[0].end :]
    return before if colon and title not in body and before in body else title


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


@lru_cache(maxsize=500)
def trimmed(title: str) -> str:
    """Return a title without a possessive at its end and its maker's in front; nothing where it
    can be none."""
    whole = title if re.search(r"(?:[A-Z]\.){2,}$", title) else title.rstrip(",.;:…")
    bare = re.sub(r"[’']s?$", "", whole)
    bare = _MAKERS.sub("", bare, count=1)
    bare = _CARRIERS.sub("", bare, count=1)
    first, _, rest = bare.partition(" and ")
    if rest and (first in OUTLETS or rest.startswith("The ")):
        bare = first
    words = bare.split()
    while words and (words[-1].casefold() in SMALL_WORDS or words[-1] in ("Season", "Series")):
        words.pop()
    while words and words[0][0].islower():
        words.pop(0)
    bare = " ".join(words)
    if (
        not bare
        or bare.removeprefix("The ") in NAMES
        or bare in OUTLETS
        or _KINDS_ONLY.fullmatch(bare)
    ):
        return ""
    if _NO_TITLES.match(bare):
        return ""
    return bare if len(bare) > 2 and not bare.isdigit() else ""
