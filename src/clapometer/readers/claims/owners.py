"""Which work a figure is about, in sentences that name several: the subject of its clause, not
what it surpassed, followed or was taken from.
"""

from __future__ import annotations

import re
from bisect import bisect_left
from typing import TYPE_CHECKING

from .parts import Sentence, WorkMention
from .works import attributive

if TYPE_CHECKING:
    from .document import Document

BESIDE: tuple[str, ...] = (
    r"from", r"than", r"over", r"past", r"surpass\w*", r"beat\w*", r"dethron\w*", r"overt\w+",
    r"ahead of", r"behind", r"unlike", r"like", r"edg(?:ed|ing) (?:out|past)", r"unseat\w*",
    r"knock(?:ed|ing|s)?(?: off| out)?", r"topp(?:ed|ing|led|ling)", r"pass(?:ed|ing)",
    r"eclips\w+", r"above", r"below", r"best(?:ed|ing)", r"since",
    r"out(?:pac|gross|perform|draw|shin|sell|earn)\w*",
    r"compared (?:to|with)", r"follow-?up to", r"(?:se|pre)quel to", r"spin-?off (?:of|from|to)",
    r"until", r"to", r"such as", r"(?<!followed )by(?! (?:contrast|comparison|then|now)\b)",
    r"including", r"follows?", r"based on",
    r"remake of",
    r"director of", r"stars? of", r"creators? of", r"makers? of", r"against", r"after",
    r"(?:striking|touching|spitting) distance of",
    r"rival(?:ed|led|ing|ling)", r"match(?:es|ed|ing)", r"chas(?:es|ing)",
    r"equal(?:ed|led|ing|ling)",
    r"replac\w+", r"depos\w+", r"fellow", r"rival", r"as", r"the way",
)  # fmt: skip
"""Words in front of a title that make it the measure of a figure, not its owner."""
_BESIDE = re.compile(
    rf"\b(?:{'|'.join(BESIDE)}) (?:only )?(?:the |its |a |both "
    rf"|[\w.&-]+(?: [\w.&-]+){{0,2}}['’]s? )?"
    r"(?:(?:[a-z]+-[a-z]+|(?:19|20)\d\d(?:['’]s)?|hit"
    r"|popular|film|movie|series|show|drama|thriller|comedy|horror|original|animated|recent|last"
    r"|previous|first|blockbuster|sci-fi|classic|smash|fantasy|superhero|romantic|crime|sequel"
    r"|adventure|action|musical|biopic|documentary|debut|feature) ){0,4}[“\"'‘]?\Z",
    re.IGNORECASE,
)
_GIVEN_TO = re.compile(
    r"\b(?:went|goes|going|go|belong\w*|first|second|third|fourth|fifth|spot|place|honou?rs|crown"
    r"|prize) to (?:[\w.’'&-]+ ){0,5}[“\"'‘]?\Z",
    re.IGNORECASE,
)
"""Words that hand something to a work: it is what the sentence is about."""
_CLAUSE = re.compile(
    r";|:(?= )|[,–—-] (?:while|whereas|but|with|and|as|though|although|followed by)\b"
    r"|\b(?:while|whereas|followed by)\b|\band (?=[“\"‘])"
)
_NEXT_TO = re.compile(
    r"[,;]?[”\"'’]?[,;:]?(?: ?[(–—:-] ?| )(?:at |with |to |of |on |has |had |is |was |sits |earned "
    r"|took |made |grossed |opened to |scored |received |got |holds |averaged |drew |dropped "
    r"|fell )*"
    r"(?:at |with |to |by )?(?:an? )?\(?"
)
_TELLS = re.compile(
    r"[”\"'’]? (?:has|had|took|made|grossed|opened|scored|dropped|fell|drew|earned)\b"
)
_TITLE_IN_FRONT = re.compile(
    r"\b(?:and|behind|over|than|past|to|of|like|by|with|from|beat|above|[,;]|films?|movies?"
    r"|series|drama) "
    r"((?:The |A |An )?[A-Z0-9][\w'’&!-]*(?:[: ]+(?:(?:of|the|and|in|a|to|for"
    r"|vs\.) )*[A-Z0-9][\w'’&!-]*){0,6})"
    r" \(\Z"
)
_RUN = re.compile(r"(?:Seasons?|Series|Part|Volume|Chapter|Episodes?) \w+\Z")
"""Names of a part of a work, which are no titles."""
_SUBORDINATE = re.compile(r"(?:While|Whereas|Although|Though|Where) ")
_COMMA = re.compile(r", [“\"‘']?\Z")
_RELATIVE = re.compile(r"[,;]?[”\"'’]?,? (?:which|that|who)\b(?P<rest>[^;]*)\Z")
_OWNED = re.compile(
    r" of [“\"'‘]?\Z|[ -](?:[\w-]+ ){0,4}?(?:debut|opening|launch|bow|start|haul|gross|total"
    r"|score|rating|record"
    r"|weekend|run|audience|viewers|views|hours|readers|made|earned|set|held|collected|taken)"
    r" (?:[\w-]+ ){0,3}?(?:of|for|by|posted by) (?:[\w.&-]+(?: [\w.&-]+){0,2}['’]s? )?"
    r"(?:[a-z-]+ ){0,3}[“\"'‘]?\Z"
)
_OPENS = re.compile(
    r"(?:after|despite|with|following|having|opening|debuting|launching|taking|earning|in|on|at"
    r"|from"
    r"|though|although|even|scoring|boasting|averaging|currently|grossing|making|adding|drawing"
    r"|landing|holding|sitting|rounding out|coming|placing|finishing|also|meanwhile|elsewhere"
    r"|\w+ing)"
    r"\b",
    re.IGNORECASE,
)
_JOINED = re.compile(r"[,”\"’']*(?: and|,| &)(?: the)?(?: [\w.’'-]+){0,3} ?[“\"'‘]?")
_SEQUEL = re.compile(r"[\"”'’]* (?:sequel|follow-?up|prequel|spin-?off|threequel)\b")
_BOTH = re.compile(r"\b[Bb]oth (?:films|movies|shows|series|titles|of them)\b")
_NO_WORK = re.compile(r"top \d|top ten|billboard|no\. ?\d|#\d", re.IGNORECASE)
"""Charts that are printed like titles."""
_LOOK_BACK = 70


def owner_of(document: Document, start: int, end: int) -> str | None:
    """Return the work that a figure at this place is about; None if the story names none.

    In this order: the title that the figure stands next to or that owns it (“the $31 million debut
    of X”), the antecedent of its relative clause, the subject of its clause, the subject after an
    opening phrase, of the sentence, of the sentences before, and what the sentence is about.
    """
    sentence = document.sentence_at(start)
    if sentence is None:
        return document.work_at(start, end)
    here = mentions_in(document, sentence)
    if (bare := _bracketed(document.text, here, sentence.start, start)) is not None:
        return bare
    found = (
        _next_to(document.text, here, sentence.start, start)
        or _owning(document.text, here, end)
        or _antecedent(document.text, here, start)
        or _subject(
            document.text,
            here,
            sentence,
            _clause(document.text, here, sentence.start, start),
            start,
        )
        or _after_opening(document.text, here, sentence, end)
        or _subject(document.text, here, sentence, sentence.start, start)
        or _told_before(document, sentence)
    )
    return found or document.work_at(start, end)


def mentions_in(document: Document, sentence: Sentence) -> list[WorkMention]:
    """Return where a sentence names works, otherwise than to describe another: “the X star”."""
    works = document.works
    place = bisect_left(works, sentence.start, key=lambda one: one.start)
    found = []
    while place < len(works) and works[place].start < sentence.end:
        one = works[place]
        if attributive(document, one):
            one = _sequel(document, one) or one
        if one is not works[place] or not attributive(document, one):
            found += [] if _NO_WORK.match(one.work) else [one]
        place += 1
    return found


def _sequel(document: Document, one: WorkMention) -> WorkMention | None:
    """Return the work that “the X sequel” is, if the story names one that goes on from X."""
    if not _SEQUEL.match(document.text, one.end):
        return None
    titles = (other.work for other in document.works)
    longer = (title for title in titles if title != one.work and title.startswith(one.work))
    title = next(longer, None)
    return None if title is None else one._replace(work=title)


def both_before(document: Document, start: int) -> tuple[str, ...]:
    """Return the two works that “both films” means: the last two that the sentences before in the
    block name; nothing where they are not two."""
    sentence = document.sentence_at(start)
    if sentence is None or _BOTH.search(document.text, sentence.start, start) is None:
        return ()
    named: list[str] = []
    for place in range(sentence.place - 1, max(-1, sentence.place - 4), -1):
        before = document.sentences[place]
        if before.block != sentence.block:
            break
        named += [one.work for one in reversed(mentions_in(document, before))]
        if len(two := tuple(dict.fromkeys(named))) >= 2:
            return (two[1], two[0])
    return ()


def works_in_turn(document: Document, span: tuple[int, int], many: int) -> tuple[str, ...]:
    """Return the works of so many figures that a sentence tells “respectively”; nothing where it
    does not, or names another number of works."""
    sentence = document.sentence_at(span[0])
    if many < 2 or sentence is None or "respectively" not in sentence.text:
        return ()
    works = tuple(dict.fromkeys(one.work for one in mentions_in(document, sentence)))
    return works if len(works) == many else ()


def joined_before(document: Document, sentence: Sentence, at: int) -> tuple[str, ...]:
    """Return the works that stand joined by commas and “and” right before a place: “X and Y
    rounded out …”."""
    here = [one for one in mentions_in(document, sentence) if one.end <= at]
    joined = here[-1:]
    for one in reversed(here[:-1]):
        if not _JOINED.fullmatch(document.text, one.end, joined[0].start):
            break
        joined.insert(0, one)
    return tuple(one.work for one in joined)


def is_beside(text: str, one: WorkMention, begin: int = 0) -> bool:
    """Return whether a work is named only as a measure, a source or a thing passed, by the words
    between `begin`, where its sentence begins, and its title."""
    begin = max(begin, one.start - _LOOK_BACK)
    if _GIVEN_TO.search(text, begin, one.start):
        return False
    return _BESIDE.search(text, begin, one.start) is not None


def _bracketed(text: str, here: list[WorkMention], begin: int, start: int) -> str | None:
    """Return the title in front of a figure in brackets, where it is named nowhere else: “behind
    Tin Harbour ($2 billion)”."""
    found = _TITLE_IN_FRONT.search(text, begin, start)
    if (
        found is None
        or _RUN.match(found[1])
        or any(one.start < found.end(1) and found.start(1) < one.end for one in here)
    ):
        return None
    return found[1]


def _next_to(text: str, here: list[WorkMention], begin: int, start: int) -> str | None:
    for one in reversed(here):
        if one.end <= start and start - one.end < 30:
            between = text[one.end : start]
            told = "(" in between or _TELLS.match(between)
            beside = not told and is_beside(text, one, begin)
            return one.work if _NEXT_TO.fullmatch(between) and not beside else None
    return None


def _owning(text: str, here: list[WorkMention], end: int) -> str | None:
    following = next((one for one in here if one.start >= end), None)
    if following is None or following.start - end > _LOOK_BACK:
        return None
    return following.work if _OWNED.match(text[end : following.start]) else None


def _antecedent(text: str, here: list[WorkMention], start: int) -> str | None:
    for one in reversed(here):
        if one.end > start:
            continue
        relative = _RELATIVE.match(text[one.end : start])
        if relative is None:
            continue
        # A comma that closes the relative clause hands the figure back to the main clause.
        if "," not in relative["rest"]:
            return one.work
    return None


def _clause(text: str, here: list[WorkMention], begin: int, start: int) -> int:
    """Return where the clause of a place begins; a colon within a title parts nothing."""
    breaks = [one.end() for one in _CLAUSE.finditer(text, begin, start)]
    if _SUBORDINATE.match(text, begin):
        # “While X has 44%, Y has 83%”: a title right behind a comma opens the main clause.
        breaks += [
            one.start
            for one in here
            if one.start <= start and _COMMA.search(text, begin, one.start)
        ]
    return max(
        (end for end in breaks if not any(one.start < end <= one.end for one in here)),
        default=begin,
    )


def _subject(
    text: str, here: list[WorkMention], sentence: Sentence, begin: int, end: int
) -> str | None:
    for one in here:
        if begin <= one.start and one.end <= end and not is_beside(text, one, sentence.start):
            return one.work
    return None


def _after_opening(text: str, here: list[WorkMention], sentence: Sentence, end: int) -> str | None:
    if not _OPENS.match(sentence.text) or "," not in text[end : sentence.end]:
        return None
    comma = text.index(",", end)
    return _subject(text, here, sentence, comma, sentence.end)


def _told_before(document: Document, sentence: Sentence) -> str | None:
    """Return what the sentences before are about, as far as this one may go on with it."""
    return document.topics.before[sentence.place]
