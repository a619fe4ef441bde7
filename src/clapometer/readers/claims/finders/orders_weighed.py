"""New works that no phrase tells: a sequel whose clause says how it stands, answers to the question
for one, and that one told of has not been ordered yet."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.answers import answer_to
from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.parts import Sentence, within
from clapometer.readers.claims.phrases.ordering import DERIVED, FILMED, VALUES
from clapometer.readers.claims.slots import behind
from clapometer.readers.claims.wishes import REFUSED, said_of
from clapometer.readers.claims.wording import Wording

_DERIVED = Wording(rf"\b(?P<kind>{DERIVED}|{FILMED})\b", re.IGNORECASE)
_ASKED = Wording(r"\b[Aa]sked\b")
_MAY_COME = re.compile(
    r"\b(?:an?|any|another|more|possible|potential|planned|proposed|rumou?red|mooted|"
    r"much-discussed|"
    r"two|three|that|no|for|of) (?:[\w’'\"“”-]+ ){0,3}$|[\w”’'] $",
    re.IGNORECASE,
)
_DESCRIBES = re.compile(r" (?:series |film |show |movie |drama )?[\"“'‘]?[A-Z]")
"""“The prequel series X”: it is there, and bears its name."""
_IS_THERE = re.compile(
    r"\b(?:the|its|his|her|whose|this|[\w’]+[’']s|is|was|,) (?:(?:an?|first|second|original|hit) )?"
    r"(?:[\w-]+ )?$",
    re.IGNORECASE,
)


def weighed(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """Yield the new work that the words around “a sequel” speak of, where no rule reads them."""
    if _ASKED.search(sentence.text):
        return
    for one in _DERIVED.finditer(sentence.text):
        start, end = sentence.start + one.start(), sentence.start + one.end()
        before = sentence.text[max(0, one.start() - 40) : one.start()]
        if _DESCRIBES.match(sentence.text, one.end()):
            continue
        if _IS_THERE.search(before) or not _MAY_COME.search(before):
            continue
        says = said_of(document, start, end)
        if says is None:
            continue
        value = value_of(one["kind"])
        work = (called(document, sentence, end) or (_parent(document, sentence, start, end),))[0]
        yield order(
            document, sentence, (start, end), work, value, "denied" if says == REFUSED else says,
            "order: weighed",
        )  # fmt: skip
        return


def _parent(document: Document, sentence: Sentence, start: int, end: int) -> str | None:
    """Return the work that a new one comes from: named right before the word for it, or behind
    “to” or “of”."""
    for one in within(document.works, max(sentence.start, start - 80), sentence.end):
        if start - 5 < one.end <= start + 12:
            return one.work
        if one.start >= end and PARENT.search(document.text[end : one.start]):
            return one.work
    return document.work_at(start, start)


def answered(document: Document, asked: Sentence) -> Iterator[Claim]:
    """Yield what the sentence behind a question for a new work says: “Will there be a sequel?”."""
    question = _ASKS.search(asked.text)
    if question is None or _WHEN.search(asked.text) or asked.place + 1 >= len(document.sentences):
        return
    answer = document.sentences[asked.place + 1]
    modality = answer_to(answer.text)
    if modality is None:
        return
    kind = question["kind"]
    if kind is None and not _numbered(document, asked.start + question.start("number")):
        return
    at = asked.start + question.start("kind" if kind else "number")
    work = _parent(document, asked, at, at + 1)
    yield order(
        document, answer, (answer.start, answer.end), work, value_of(kind) if kind else "sequel",
        modality, "order: an answer",
    )  # fmt: skip


def _numbered(document: Document, position: int) -> bool:
    """Return whether a title stands right before a number: “Salt Road 3”."""
    return any(position - 3 <= one.end for one in within(document.works, position - 80, position))


_WHEN = re.compile(r"\b(?:[Ww]hen|date|cast|about)\b")
_ASKS = re.compile(
    rf"\b(?:[Ww]ill|[Ii]s|[Aa]re|[Cc]ould|[Cc]an|[Mm]ight|[Dd]oes|[Ww]hat about|[Aa]ny "
    rf"chance)\b[^?]"
    rf"{{0,80}}?(?:\b(?P<kind>{DERIVED})\b|[a-z][\"”'’]? (?P<number>[2-9])\b)"
)


def gone_on(document: Document, sentence: Sentence, claim: Claim) -> Iterator[Claim]:
    """Yield that a new work just told of has not been ordered yet: “It has yet to be greenlit.”"""
    if claim.modality == "undecided":
        return
    for behind_it in document.sentences[sentence.place + 1 : sentence.place + 1 + _GOES_ON]:
        if behind_it.block != sentence.block:
            return
        if _NOT_YET.match(behind_it.text):
            span = behind_it.start, behind_it.end
            said = said_by(document, *span)
            fields = {"said_by": said}
            yield replace(
                claim, modality="undecided", span=span, rule="order: not yet", fields=fields
            )
            return


_GOES_ON = 3
"""In how many sentences behind it a new work is still what “it” means."""
_NOT_YET = re.compile(
    r"(?:But |Still, |However, )?(?:It|The (?:project|spin-?off|series|film|sequel|prequel|show)|"
    r"Nothing|"
    r"No (?:deal|decision)|Neither)\b[^.;]{0,40}?(?:(?:n[’']t|not)(?: yet)? been (?:\w+ "
    r")?(?:green-?lit|"
    r"ordered|confirmed|announced|commissioned|approved)|(?:has |is )?yet to be (?:\w+ "
    r")?(?:green-?lit|"
    r"ordered|confirmed|announced|given|commissioned|approved)|has been (?:\w+ )?(?:signed|agreed|"
    r"confirmed|decided|announced|made)|is (?:official|set in stone|confirmed))"
)


_TITLED = re.compile(
    r"(?:,? (?:titled|called|entitled|named|dubbed|known as|under the title)|,| –| —|:)? [\"“'‘]?"
)
PARENT = re.compile(
    r"(?:to|of|from|on|based on|in|for)(?: the)?(?: \w+ (?:drama|series|comedy))? [\"“'‘]?$"
)


def called(document: Document, sentence: Sentence, position: int) -> tuple[str, ...]:
    """Return the new works' own titles right behind the word for what they are: in marks, behind
    a comma, or “called” so."""
    text = document.text
    titled = _TITLED.match(text, position, sentence.end)
    if titled is None or not (titled[0].strip() or text[titled.end() : titled.end() + 1].isupper()):
        return ()
    return behind(document, titled.end() - 1, sentence.end)


def value_of(kind: str) -> str:
    return next(value for sign, value in VALUES if re.search(sign, kind, re.IGNORECASE))


def order(
    document: Document,
    sentence: Sentence,
    place: tuple[int, int],
    work: str | None,
    value: str,
    modality: str,
    rule: str,
) -> Claim:
    return Claim(
        kind="order",
        work=work,
        season=None,
        value=value,
        modality=modality,
        span=(sentence.start, sentence.end),
        rule=rule,
        fields={"said_by": said_by(document, *place)},
    )
