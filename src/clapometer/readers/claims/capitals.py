"""Runs of words with capitals, the shape of a title that stands without marks."""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import lru_cache
from typing import TYPE_CHECKING, NamedTuple

from .companies import NAMES, OUTLETS, PLATFORM, PLATFORMS
from .given_names import GIVEN_NAMES
from .name_words import JOBS, ORGANISATIONS, PLACES, STARTERS
from .titles import SMALL_WORDS, TYPE_NOUNS

if TYPE_CHECKING:
    from .document import Document

_W = (
    r"(?:(?:[A-Z]\.){2,}|(?:Mr|Mrs|Ms|Dr|Bros|St|Jr|Sr|Vol|vs|Dept|No)\.(?= [A-Z0-9])"
    r"|\d+-\d+(?:-\d+)*\b|[A-Z0-9](?:[\w+!]|-(?=[A-Z0-9])"
    r"|[’'.](?=\w)|&(?=\w)|(?<=s)[’'](?= [A-Z])){0,40})"
)
_LINK = r"(?:of|the|and|in|to|a|an|with|for|on|at|from|is|&|vs\.?|or|by|it|de|la|le|my|your|our|no)"
_RUN = rf"{_W}(?:(?::| –)? (?:{_LINK} ){{0,3}}{_W}){{0,7}}[?!]?"
RUN = re.compile(rf"(?<![\w’'&.-])(?:{_RUN})")
LISTED = re.compile(rf"(?<![\w’'&.-]){_RUN}(?:, (?:and |& )?{_RUN}){{1,3}}")
_HEAD = (
    r"(?:Despite|Meanwhile|But|And|While|When|After|Before|Although|Though|For|In|On|At|With"
    r"|From|Since|As|Like|Unlike|Yet|So|Now|Then|Also|Last|This|Both|Even|If|Is|Are|Was|Were|Has"
    r"|Have|Will|Would|Could|Can|Did|Does|Do|Why|How|What|When|Where|Who|Whether|Because|Until|Only"
    r"|Over|Under|Against|Following|Starring|Featuring|Watch|Read|Meet|Inside|Still|Once|Thanks|By"
    r"|Elsewhere|Speaking|Asked|Directed|Created|Written|Produced|Adapted|Based|Set|Released"
    r"|Filmed|Launched|Premiered|Described|According|Not|Nor|All|Every|Most|Many|Some|Other|Fellow"
    r"|New|Former|Original|Hit|Joining|Add|Stream|Where)"
)
_OWNERS = (
    r"(?:Viewers|Fans|Critics|Stars?|Seasons?|Series|Episodes?|Creators?|Writers?|Directors?|Makers"
    r"|Bosses|Reviewers|Audiences|Insiders|Cast|Parts?|Volumes?|Chapters?)"
)
_HEADS = re.compile(
    rf"(?:{_HEAD}(?: (?:of|in|to|for|on|by|from|with|and|the|at|is|a))*"
    rf"|{_OWNERS}(?: \d{{1,2}})?(?: (?:of|in|to|for|on|by|from|with|and|the|at|is|a))+)(?: |\Z)"
)
"""Words that bear a capital because they open a sentence, and those that join them to a title."""
_LABEL = re.compile(
    r"(?:(?:[A-Z]+ )*(?:EXCLUSIVE|MORE|NEXT|ALSO|WATCH|REVIEW|RELATED|TRENDING|BREAKING"
    r"|RECAP|SPOILERS?|WARNING|UPDATED?|PICTURED|MISS|NEWS|LATEST|OPINION|VIDEO|FIRST LOOK)|Caption"
    r"|Warning|Exclusive|Review|Recap|Watch|More|Related|Spoilers"
    r"|Update|Updated|Pictured|Image|Photo|Credit|Video|Opinion|Report|Ranked|Explained): "
    r"|(?:(?:More )?Trending|RELATED STORIES|MORE FROM [A-Z]+|READ MORE|Read More) ?(?=[A-Z])"
    r"|(?:19|20)\d\d[’']s (?=[A-Z])|(?:[A-Z]{2,}[!?,]? ){2,3}(?=[A-Z][a-z])"
)
_CUT = re.compile(
    r"[,:]?(?: –)?(?: and| is)? (?:(?:\w+ )?(?:Seasons?|Series|Episodes?|Ep|S)\b ?(?:\d|One|Two"
    r"|Three|Four|Five|Six|Seven|$).*|S\d{1,2}(?:E\d+)?$|(?:Season|Series) .*|Premiere|Finale|"
    r"Release Date.*|Trailer|Cast|Star|Stars|Creator|Boss|Showrunner|Spin-?off|Spinoff|"
    r"Sequel|Fans|Reviews?|Renewed.*|Cancel+ed.*|Axed.*|Ending.*|Explained.*|Ratings)$"
)
_BACK = re.compile(
    r"(?:,| –)? (?:(?:of|the|in|to|a|with|for|on|at|from|is|by|and|&) )*(?P<last>[\w+&.’'-]+)$"
)
"""The last word of a run with the small words in front of it."""
_JOINT = re.compile(r" (?:in|on|at|for|with|by|from|to|and|is|of|&) (?:the |a )?(?=[A-Z0-9])")
_CARRIERS = re.compile(rf"(?:{PLATFORM})(?:[’']s?)? (?=[A-Z0-9])")
_MAKER = re.compile(
    r"(?!(?:The|A|An) )(?:[A-Z][\w.-]* ){1,2}(?:and (?:[A-Z][\w.-]* )"
    r"{1,2})?[A-Z][\w.-]*[’']s (?=[A-Z0-9])"
)
_ASKED = re.compile(r"(?:Is|Was|Are|Were|Will|Does|Did|Has|Can|Could|Add|Watch) (?=The [A-Z])")
"""What opens a question before a title."""
_COMPOUND = re.compile(r"-[a-z]")
_CARRIED = re.compile(rf"(?: for)? (?P<name>{PLATFORM})$")
_POSSESSIVE = re.compile(r"[’']s?$")
_KINDS_ONLY = re.compile(rf"(?:(?:The|A|An|New) )?(?:{TYPE_NOUNS})s?", re.IGNORECASE)


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


_TIMES = _words("""
january february march april may june july august september october november december monday
tuesday wednesday thursday friday saturday sunday christmas thanksgiving easter halloween
day eve year neither either radio nobody everybody everyone somebody anyone nothing something
beeb they've i've
we've you've don't can't that's it's here's what's there's he's she's i'm we're they're
renewed cancelled canceled axed returning coming super bowl
song songs chapter brothers workshop tv new week weekend spring summer autumn
winter boxing valentine's jan feb mar apr jun jul aug sept sep oct nov dec am pm est gmt
""")
_BODIES = _words("""
lead leading guest supporting
oscar oscars emmy emmys bafta baftas golden globe globes grammy grammys tony award awards
festival certified fresh popcornmeter tomatometer barb bookscan circana billboard live+same
top billboard's academy box office imax nielsen's critics' choice
""")
_PEOPLES = _words("""
african american argentine argentinian asian australian austrian belgian brazilian british bulgarian
canadian catalan chilean chinese colombian croatian cuban czech danish dutch egyptian english
estonian european filipino finnish french georgian german greek hungarian icelandic indian
indonesian iranian iraqi irish israeli italian jamaican japanese kenyan korean latvian lebanese
lithuanian malaysian mexican moroccan nigerian norwegian pakistani palestinian persian peruvian
polish portuguese romanian russian scottish senegalese serbian singaporean slovak slovenian spanish
swedish swiss taiwanese thai turkish ukrainian vietnamese welsh
""")
"""Words for where somebody or something is from."""
_NOTHING = _PEOPLES | JOBS | ORGANISATIONS | PLACES | STARTERS | _TIMES | _BODIES


_WORDS_TOO = _words(
    "Gold Dave Alibi Neon Max History Bravo Stan Binge Crave Arte Global Starz Spike"
)
"""Companies whose names are words: “The Gold” is none of them."""
_COMPANY = _words("""
studios pictures films entertainment productions workshop brothers bros television network
award awards festival corporation company inc group church university college
""")
"""Last words of companies and bodies."""


_NUMBERED = re.compile(r"\s*\d{1,3}[.):]? ")
_TITLED = 0.75
"""The share of words with capitals from which a heading is set in capitals throughout."""


class Capitals(NamedTuple):
    """A run of words with capitals: its title and its place; `opens` tells that it begins a
    sentence, so that its first capital says nothing."""

    title: str
    start: int
    end: int
    opens: bool


def parts_of(one: Capitals) -> Iterator[Capitals]:
    """Yield the parts of a run that small words join, each of which may be the title instead."""
    for joint in _JOINT.finditer(one.title):
        left, right = one.title[: joint.start()], one.title[joint.end() :]
        if usable(left):
            yield Capitals(left, one.start, one.start + len(left), one.opens)
        if usable(right):
            yield Capitals(right, one.start + joint.end(), one.end, False)


def runs_in(document: Document, start: int, end: int) -> Iterator[Capitals]:
    """Yield the runs of a stretch of text that may be titles."""
    for one in RUN.finditer(document.text, start, end):
        yield from _cut(document.text, one.start(), one.end())


def lists_in(document: Document, start: int, end: int) -> Iterator[Capitals]:
    """Yield runs that commas join, as some titles have them: “Salt, Road”."""
    for one in LISTED.finditer(document.text, start, end):
        yield from _cut(document.text, one.start(), one.end())


def capitalised(line: str, role: str) -> bool:
    """Return whether a heading bears capitals on all its words, so that they tell nothing."""
    told = role in ("body", "item") or _NUMBERED.match(line) is not None
    words = [] if told else re.findall(r"[A-Za-z][\w’'-]{3,}", line)
    # A line with a full stop may be a story of one sentence.
    share = _TITLED if not line.rstrip().endswith(".") else 0.9
    return len(words) > 3 and sum(word[0].isupper() for word in words) >= share * len(words)


def opens_sentence(text: str, at: int) -> bool:
    """Return whether a place begins a line, a sentence or a quotation."""
    before = text[max(0, at - 3) : at].rstrip(" \"“'‘(")
    return not before or before[-1] in ".!?:\n…|—–" or text[max(0, at - 1)] == "\n"


def _cut(text: str, start: int, end: int) -> Iterator[Capitals]:
    """Yield a run without what stands before and behind the title that it may hold."""
    opens = opens_sentence(text, start)
    whole = text[start:end]
    while head := _front(whole, opens):
        if opens and _stands_inside(text, whole):
            break
        start, whole, opens = start + head, whole[head:], False
    tail = _CUT.search(whole)
    if tail is not None and tail.start():
        whole = whole[: tail.start()]
    elif _COMPOUND.match(text, end):
        whole = whole.rpartition(" ")[0]
    whole = _POSSESSIVE.sub("", whole).rstrip(",:")
    carrier = _CARRIED.search(whole)
    if carrier is not None and " " in carrier["name"]:
        whole = whole[: carrier.start()]
    while (back := _BACK.search(whole)) is not None and _no_title_ends(back):
        whole = whole[: back.start()]
    if usable(whole):
        yield Capitals(whole, start, start + len(whole), opens)


def _stands_inside(text: str, run: str) -> bool:
    """Return whether a run stands within a sentence too: then it opens with a word of its own, as
    “What Nobody Knows” does, and not with that of a sentence."""
    place = text.find(f" {run}") if " " in run else -1
    while place > 0:
        if text[place - 1].islower() or text[place - 1] in ",;":
            return True
        place = text.find(f" {run}", place + 1)
    return False


def _no_title_ends(back: re.Match[str]) -> bool:
    """Return whether the last word of a run is no part of a title but where or when it is told:
    “Salt Road on Netflix”."""
    small = len(back[0]) - len(back["last"]) > 1
    name = NAMES.get(back["last"])
    # Places and studios stand in titles too: “Love at Altitude”.
    place = back["last"].casefold() in PLACES or (name and PLATFORMS[name] == "studio")
    return small and not place and not usable(back["last"]) and "of" not in back[0].split()


def _front(run: str, opens: bool) -> int:
    """Return how many letters of a run stand before its title."""
    for sign in (_LABEL, _CARRIERS, _MAKER, *((_HEADS,) if opens else ())):
        found = sign.match(run)
        named = sign is not _MAKER or run.partition(" ")[0].casefold() in GIVEN_NAMES
        if found and found.end() and named:
            return int(found.end())
    return 0


@lru_cache(maxsize=500)
def usable(title: str) -> bool:
    """Return whether words may be a title at all: no company, place, day or word of the trade."""
    bare = title.removeprefix("The ")
    words = [word.strip("’'!?.,:").casefold() for word in title.split()]
    if len(title) < 2 or title in NAMES or title in OUTLETS or bare in OUTLETS:
        return False
    if bare in NAMES and (title == bare or bare not in _WORDS_TOO):
        return False
    if len(words) > 2 and all(word in STARTERS or word in SMALL_WORDS for word in words):
        return True
    if _KINDS_ONLY.fullmatch(title) or (len(words) > 1 and words[-1] in _COMPANY):
        return False
    return not all(
        word in _NOTHING or word in SMALL_WORDS or not re.search(r"[^\W\d]{2}|\d-\d|\w\.\w", word)
        or re.match(r"[\d.]+[^\W\d]", word)
        or re.sub(r"[’']s$", "", word) in _NOTHING
        for word in words
    )  # fmt: skip


def sound(title: str) -> str:
    """Return a bare title without a label in front; nothing where it can be none."""
    bare = title
    if (asked := _ASKED.match(bare)) is not None:
        bare = bare[asked.end() :]
    while (sign := _LABEL.match(bare)) is not None:
        bare = bare[sign.end() :]
    head = _HEADS.match(bare)
    if (head and " " in head[0].strip()) or bare.endswith(":"):
        return ""
    carrier = _CARRIED.search(bare)
    if carrier is not None and " " in carrier["name"]:
        bare = bare[: carrier.start()]
    return bare if usable(bare) else ""
