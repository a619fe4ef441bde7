"""What a story goes on about from sentence to sentence: a work told of beside the one that the
story is about holds the floor only as long as sentences point back to it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from typing import TYPE_CHECKING, NamedTuple

from .parts import Sentence, WorkMention, within
from .titles import TYPE_NOUNS
from .works import attributive, compared

if TYPE_CHECKING:
    from .document import Document

_THINGS = (
    rf"(?:{TYPE_NOUNS}|film-maker|first-weekend|finale|premiere|run|release|production"
    r"|remake|opening|follow-up)"
)
BACK = re.compile(
    r"\b(?:[Tt]he|[Tt]his|[Tt]hat|[Ii]ts) (?:[\w’'.]+[- ]){0,3}?(?:film|movie|show|series|sitcom|"
    r"soap|"
    r"programme|program|drama|comedy|thriller|sequel|prequel|musical|biopic|documentary|season|"
    r"reboot|remake|spin-?off|follow-up|blockbuster|picture|feature|production|instalment|"
    r"installment|"
    r"trailer|teaser|cast|finale|premiere|run|release|debut|adaptation|hit)\b"
    r"|\b(?:It|it|Its|its)\b"
)
"""Words that mean a work that was named before."""
_INTRODUCES = re.compile(
    r",? ?(?:(?:titled|called|entitled|named|dubbed),? ?)?(?:\w+ )?[\"“'‘]?|(?: \w+)? (?:of|"
    r"for|to) [\"“'‘]?"
)
_OPENS_BACK = re.compile(
    r"(?:[A-Z]\w+ly,? |Worldwide,? |In total,? |But |And |Now |So |Still,? |Since then,? |There,? "
    r"|Abroad,? |Overseas,? )?(?:[Ii]ts?\b|(?:In|On|Despite|With|By|For|After|At) its\b"
    rf"|(?:[Tt]he|[Tt]his|[Tt]hat)(?: [\w’'-]+){{0,3}} {_THINGS}\b)"
)
"""A sentence that opens by pointing back to a work of the paragraph before."""
_OPENER = re.compile(
    r"[\"“'‘(]*(?:After|Although|Though|While|When|Since|Before|As|Despite|Unlike|Like|With|Once"
    r"|Following|Because|If|Even|Where|Whereas|Compared|Just as|Much like|Having|Based|Inspired"
    r"|Adapted|From|Best known|Known)\b(?! for\b)"
)
"""Words that open a clause before the main one: what it names is not what is told of."""
_RELATIVE = re.compile(r",? (?:who(?:se)?|which|where|when|because|since|after|before|as|than)\b")
_ROLES = ("body", "subhead", "headline", "item")


class Topics(NamedTuple):
    """For each sentence of a story, the work that it is about, and the one that the sentences
    before it were about and it may go on with."""

    about: list[str | None]
    before: list[str | None]


def topics_of(document: Document) -> Topics:
    """Return what each sentence is about, and what it may go on with."""
    about: list[str | None] = []
    before: list[str | None] = []
    main = document.main_works
    usual = main[0] if main else None
    held, block = usual, -1
    for one in document.sentences:
        role = document.blocks[one.block].role
        if one.block != block and held not in main and not _OPENS_BACK.match(one.text):
            held = usual
        before.append(held)
        named = subject_in(document, within(document.works, one.start, one.end))
        if named is None or back_before(document, one.start, named):
            about.append(held)
            continue
        about.append(named.work)
        if role in _ROLES and (named.work in main or _prominent(document, one, named)):
            held, block = named.work, one.block
        elif role in _ROLES:
            block = one.block
    return Topics(about, before)


def subject_in(document: Document, named: Sequence[WorkMention]) -> WorkMention | None:
    """Return the first mention that is neither an attribute nor a comparison."""
    plain = [one for one in named if not attributive(document, one)]
    return next((one for one in plain if not compared(document, one)), None)


def back_before(document: Document, start: int, one: WorkMention) -> bool:
    """Return whether a word like “the film” stands before a mention and does not just introduce
    it, as “the film Salt Road” does."""
    return any(
        not _INTRODUCES.fullmatch(document.text, back.end(), one.start)
        for back in BACK.finditer(document.text, start, one.start)
    )


def _prominent(document: Document, sentence: Sentence, one: WorkMention) -> bool:
    """Return whether a work is what a sentence tells of, so that the next may go on with it: it
    stands in its main clause."""
    front = document.text[sentence.start : one.start]
    if front.count("(") > front.count(")"):
        return False
    if _OPENER.match(front) and "," in document.text[one.end : sentence.end] and "," not in front:
        return False
    return _RELATIVE.search(front) is None or len(front) < 24
