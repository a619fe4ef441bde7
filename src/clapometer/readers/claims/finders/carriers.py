"""Platforms told by what stands around a company's name, by tables of facts and by the credits of
pictures; the last two count only where the story says nothing better."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from clapometer.readers.claims.aboutness import beside_title, topic_before
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.companies import NAMES, PLATFORM, PLATFORMS
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import Sentence, WorkMention, within
from clapometer.readers.claims.phrases.carriers import BESIDE, CREDIT, LABEL, Beside
from clapometer.readers.claims.wording import Wording
from clapometer.readers.claims.works import attributive, compared

NAMED = Wording(rf"(?<![\w@#.])(?>{PLATFORM})(?![\w+])")
"""The name of a company."""
_REACH = 110
_TITLE_REACH = 70
_NEAR = 14
"""Characters between a title and what is said of it in brackets or behind a bar."""
_NO_CARRIER = frozenset(
    {"CNN", "Spotify", "YouTube", "E!", "Fox News", "MSNBC", "BBC News", "Crackle", "Global"}
)
"""Companies that are no carriers by what stands around them alone."""
_ELSEWHERE = re.compile(r"\A(?:Over|Meanwhile|Elsewhere|Meanwhile, over)?,? ?[Oo]n (?:the )?\Z")
_TOLD_TO = re.compile(
    r"\b(?:[Tt]old|[Tt]ells|[Ss]peaking (?:to|with)|[Ss]poke to|[Ii]nterview with|[Ff]ormer|"
    r"[Rr]ivals?|[Uu]nlike|[Dd]eal with|contract with|[Ss]hares (?:of|in)|[Ss]tock of|"
    r"[Ss]hared by|[Pp]osted by|signed with|left|worked at|[Bb]id from|[Oo]ffer from) "
    r"(?:the )?(?:[\w-]+ ){0,2}\Z"
)
"""What stands before a company that somebody speaks to, or that is another's."""
AS_GUEST = re.compile(
    r"\b(?:appear\w*|speaking|spoke|speaks|told|tells|said|chat\w*|interview\w*|guest\w*|"
    r"reveal\w*|opened up|opening up|sofa|confessed|admitted) (?:[^.;,]{0,40} )?"
    r"(?:on|to|with|of|for) (?:the )?\Z"
)
"""What stands before the company of a programme in which somebody only speaks: “told ITV's X”."""
_BROKEN = re.compile(r"\b(?:deal|contract|lease|subscription|partnership|talks|shares)\b")
NOT_THE_CHANNEL = re.compile(
    r" (?:News|Breakfast|Radio|Sport|Sounds|Worldwide|Audio|Newsround|Proms|Weather|Business|"
    r"Parliament|Scotland|Wales|Bitesize|Sports|Store|Music|Podcasts|Culture|Arts|Plus|Newsnight|"
    r"Morning|Shop|Group|Corporation|Pictures Television)\b"
)
"""What follows the name of a company that means another: BBC Breakfast, Sky News."""
WEAK = frozenset({"platform: credit of a picture", "platform: label", "platform: named most often"})
"""Rules that count only for a work that has no other platform."""


def carriers_in(document: Document) -> Iterator[Claim]:
    """Yield the platforms that are told so."""
    for sentence in document.told:
        if sentence.text.rstrip("\"”'’").endswith("?"):
            continue
        for one in NAMED.finditer(sentence.text):
            yield from _around(document, sentence, one)
        for one in _MEANT.finditer(sentence.text):
            yield from _meant(document, sentence, one)
    yield from _labelled(document)
    yield from _credited(document)
    yield from _most_named(document)


def tells_elsewhere(document: Document, sentence: Sentence) -> bool:
    """Return whether a sentence turns to another channel, of whose work the next one tells."""
    one = NAMED.search(sentence.text)
    return bool(
        one
        and _ELSEWHERE.match(sentence.text[: one.start()])
        and _next_work(document, sentence) is not None
    )


def _most_named(document: Document) -> Iterator[Claim]:
    """Yield the company that the sentences about the first main work name most often."""
    main = next(iter(document.main_works), None)
    seen: dict[str, list[tuple[Sentence, tuple[int, int]]]] = {}
    for sentence in document.told:
        if main is None or document.topics.about[sentence.place] != main:
            continue
        for one in NAMED.finditer(sentence.text):
            start, end = sentence.start + one.start(), sentence.start + one.end()
            if _counts(document, sentence, one):
                seen.setdefault(NAMES[one[0]], []).append((sentence, (start, end)))
    if main is None or not seen:
        return
    most = max(seen.values(), key=len)
    sentence, place = most[0]
    if len(most) > 1 or any(one.work == main for one in mentions(document, sentence)):
        yield _claim(document, sentence, place, main, "platform: named most often", "confirmed")


def mentions(document: Document, sentence: Sentence) -> Sequence[WorkMention]:
    """Return where a sentence names works."""
    return within(document.works, sentence.start, sentence.end)


def _counts(document: Document, sentence: Sentence, one: re.Match[str]) -> bool:
    """Return whether a company is named as what it is, no outlet, title or place for trailers."""
    start, end = sentence.start + one.start(), sentence.start + one.end()
    if one[0] in _NO_CARRIER or NOT_THE_CHANNEL.match(document.text, end):
        return False
    before = sentence.text[max(0, one.start() - 70) : one.start()]
    if _TOLD_TO.search(before) or AS_GUEST.search(before):
        return False
    return not any(work.start <= start < work.end for work in document.works)


def _around(document: Document, sentence: Sentence, one: re.Match[str]) -> Iterator[Claim]:
    """Yield the claim of the first row that fits around a name in a sentence."""
    start, end = sentence.start + one.start(), sentence.start + one.end()
    if not _counts(document, sentence, one):
        return
    before = sentence.text[max(0, one.start() - _REACH) : one.start()]
    after = sentence.text[one.end() : one.end() + _REACH]
    if _ELSEWHERE.match(before) and (work := _next_work(document, sentence)):
        yield _claim(document, sentence, (start, end), work, "platform: elsewhere", "confirmed")
        return
    for row in BESIDE:
        found = row.after.match(after)
        if found is None or not row.before.search(before) or _BROKEN.search(found[0]):
            continue
        work = _work(document, sentence, row, (start, end), end + found.end())
        if work is not None:
            yield _claim(document, sentence, (start, end), work, row.rule, row.modality)
            return


_MEANT = Wording(
    r"\b[Tt]he (?:streaming |US |UK |American |cable )*"
    r"(?P<role>streamer|streaming service|streaming giant|network|broadcaster|channel|studio|"
    r"platform|company|distributor)(?![\w-]|['’]s)"
)
"""Words for a company that was named before."""
_ROLES = {
    "streamer": ("streamer",),
    "streaming service": ("streamer",),
    "streaming giant": ("streamer",),
    "network": ("network",),
    "broadcaster": ("network",),
    "channel": ("network",),
    "studio": ("studio",),
    "distributor": ("studio",),
    "platform": ("streamer", "network"),
    "company": ("streamer", "network", "studio"),
}
_MEANT_BY = frozenset({"platform: decides on a title", "platform: dropped by", "platform: done by"})


def _meant(document: Document, sentence: Sentence, one: re.Match[str]) -> Iterator[Claim]:
    """Yield what “the streamer” decides on: the company of that sort that was named last."""
    start, end = sentence.start + one.start(), sentence.start + one.end()
    name = None
    for named in NAMED.expression.finditer(document.text, document.story.start, start):
        if PLATFORMS[NAMES[named[0]]] in _ROLES[one["role"]] and named[0] not in _NO_CARRIER:
            name = named
    if name is None:
        return
    before = sentence.text[max(0, one.start() - _REACH) : one.start()]
    after = sentence.text[one.end() : one.end() + _REACH]
    for row in BESIDE:
        if row.rule not in _MEANT_BY:
            continue
        found = row.after.match(after)
        if found is None or not row.before.search(before):
            continue
        work = _work(document, sentence, row, (start, end), end + found.end())
        if work is not None:
            claim = _claim(document, sentence, (start, end), work, row.rule, row.modality, name[0])
            yield claim
            return


def _work(
    document: Document, sentence: Sentence, row: Beside, place: tuple[int, int], stop: int
) -> str | None:
    """Return the work that a row tells of."""
    start, end = place
    if row.work == "behind":
        behind = within(document.works, end, min(sentence.end, end + _TITLE_REACH))
        useful = [one for one in behind if not compared(document, one)]
        return useful[0].work if useful else None
    if row.work == "title":
        before = within(document.works, max(sentence.start, start - _TITLE_REACH), start)
        bracket = document.text.rfind("(", sentence.start, start)
        near = before and (start if bracket < 0 else bracket) - before[-1].end <= _NEAR
        return before[-1].work if near else None
    if row.rule == "platform: a kind of work":
        return _of_its_kind(document, sentence, start, stop)
    here = [
        one
        for one in mentions(document, sentence)
        if not attributive(document, one) and not compared(document, one)
    ]
    if row.rule == "platform: dropped by" and here:
        return here[0].work
    return document.work_at(start, start)


def _of_its_kind(document: Document, sentence: Sentence, start: int, stop: int) -> str | None:
    """Return the work that “the Netflix drama” is: the title behind it, the one that it stands in
    apposition to, the subject before it, else what the sentences before are about."""
    if title := beside_title(document, stop):
        return title
    if _UNKNOWN.match(document.text, stop):
        return None
    before = within(document.works, sentence.start, start)
    if before and _APPOSED.fullmatch(document.text, before[-1].end, start):
        return before[-1].work
    plain = [one for one in before if not compared(document, one)]
    plain = [one for one in plain if not attributive(document, one)]
    return plain[0].work if plain else topic_before(document, sentence)


_UNKNOWN = re.compile(r" [“\"‘']?[A-Z]")
"""A name behind “the BBC soap” that is no title known: whose platform it is cannot be told."""
_APPOSED = re.compile(r"[\"”'’]?,?[\"”'’]? (?:is |was )?(?:the|an?|its?|another) (?:[\w-]+ ){0,3}")


def _next_work(document: Document, sentence: Sentence) -> str | None:
    """Return the work that the next sentence of the paragraph begins with, where this one names
    none: “Over on ITV1 it was another story. Salt Road …”."""
    if mentions(document, sentence):
        return None
    if sentence.place + 1 >= len(document.sentences):
        return None
    following = document.sentences[sentence.place + 1]
    named = within(document.works, following.start, following.end)
    return named[0].work if named and following.block == sentence.block else None


def _labelled(document: Document) -> Iterator[Claim]:
    """Yield the platforms of a table of facts: a label with a company behind or below it."""
    main = next(iter(document.main_works), None)
    labelled = False
    for block in document.blocks:
        line = document.text[block.start : block.end].strip()
        label = LABEL.match(line) if len(line) < _REACH else None
        rest = line[label.end() :] if label else line if labelled else ""
        labelled = label is not None and not rest
        one = NAMED.expression.match(rest)
        if one is not None and main is not None and len(rest) - one.end() < _REACH // 2:
            at = block.start + document.text[block.start : block.end].index(rest) + one.start()
            span = block.start, block.end
            yield _platform(document, main, (at, at + len(one[0])), span, "platform: label")


def _credited(document: Document) -> Iterator[Claim]:
    """Yield the company that the credits of pictures name, for the first main work."""
    main = next(iter(document.main_works), None)
    if main is None:
        return
    for block in document.blocks:
        line = document.text[block.start : block.end]
        if len(line) > _REACH * 2 or (credit := CREDIT.search(line)) is None:
            continue
        for one in NAMED.expression.finditer(line, credit.start()):
            if one[0] not in _NO_CARRIER:
                place = block.start + one.start(), block.start + one.end()
                span = block.start, block.end
                rule = "platform: credit of a picture"
                yield _platform(document, main, place, span, rule)


def _claim(
    document: Document,
    sentence: Sentence,
    place: tuple[int, int],
    work: str,
    rule: str,
    modality: str,
    name: str | None = None,
) -> Claim:
    span = sentence.start, sentence.end
    former = modality == "former" and work not in document.main_works
    stated = "former" if former else "confirmed"
    return _platform(document, work, place, span, rule, stated, name)


def _platform(
    document: Document,
    work: str,
    place: tuple[int, int],
    span: tuple[int, int],
    rule: str,
    modality: str = "confirmed",
    name: str | None = None,
) -> Claim:
    name = name or document.text[place[0] : place[1]]
    role = PLATFORMS[NAMES[name]]
    seasons = document.seasons_at(*place)
    return Claim(
        kind="platform",
        work=work,
        season=seasons[0] if len(seasons) == 1 else None,
        seasons=seasons,
        value=name,
        modality=modality,
        span=span,
        rule=rule,
        fields={"role": role if role == "studio" else None},
    )
