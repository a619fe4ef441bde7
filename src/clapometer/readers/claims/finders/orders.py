"""Orders: a new work is being made, a series, a sequel, a prequel, a spin-off, a remake; also those
only thought of, left open, or told not to come."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace

from clapometer.readers.claims.answers import answer_to
from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.grammar import Rule, first_of, in_title_case
from clapometer.readers.claims.parts import Sentence, within
from clapometer.readers.claims.phrases.ordering import DERIVED, FILMED, RULES, VALUES
from clapometer.readers.claims.slots import before, behind, within_title
from clapometer.readers.claims.wishes import REFUSED, said_of
from clapometer.readers.claims.wording import Wording

__all__ = ["RULES", "VALUES", "find"]

_PLAIN = re.compile(
    r"(?:(?:TV|television|limited|drama|comedy|animated|live-action|feature|screen|film|movie|"
    r"documentary|scripted|event|big-screen|feature-length|stage) )*"
    r"(?:series|films?|movies?|soap|sitcom|mini-?series|adaptations?|drama|thriller|comedy|"
    r"docuseries|docudrama|dramedy|anthology|procedural|musical|versions?|screen|television|TV|"
    r"big screen|cinema)(?: (?:adaptation|version|series|drama))?"
)
_THOUGHT_OF = re.compile(
    r"\b(?:toy(?:s|ed|ing)? with|mull|consider|explor|eye(?:s|ing)|pitch|discuss|open to|keen|"
    r"interested|up for|want|would (?:love|like)|mooted|possibility|idea|prospect|hop(?:e|es|ing)|"
    r"talks|rumou?r|teas|hint|rule(?:d)? out|rul(?:es|ing) out|on the cards|being considered|being "
    r"discussed)"
)
_NOT_RULED_OUT = re.compile(
    r"\b(?:not|\w*n[’']t|refus\w+ to|yet to|never)(?: \w+){0,2} rul(?:e|ed|ing) out"
)
_NO_DECISION = re.compile(
    r"\bno (?:\w+ )?decisions?\b|\byet to (?:be )?decid|\bn[’']t (?:been )?decided|\bnot (?:yet "
    r")?(?:been )?"
    r"decided|\btoo (?:early|soon)\b|\bdeclined to (?:say|comment)|\bwould(?:n[’']t| not) be drawn"
)
_REFUSES = re.compile(
    r"(?:[\"“'‘]?(?:No|Absolutely not|Never|God,? no|Definitely not|Not a chance|No way|"
    r"Nope)\b[.,!]?)|"
    r"\blaughed\. [\"“'‘]No\b"
)


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    for sentence in document.told:
        if sentence.text.rstrip("\"”'’)").endswith("?"):
            yield from _answered(document, sentence)
            continue
        claims = [
            claim
            for rule, one in first_of(RULES, document, sentence)
            if not within_title(document, one)
            for claim in _claims(document, sentence, rule, one)
        ]
        claims = claims or list(_weighed(document, sentence))
        yield from claims
        for claim in claims[:1]:
            yield from _gone_on(document, sentence, claim)


_DERIVED = Wording(rf"\b(?P<kind>{DERIVED}|{FILMED})\b", re.IGNORECASE)
_ASKED = re.compile(r"\b[Aa]sked\b")
_MAY_COME = re.compile(
    r"\b(?:an?|any|another|more|possible|potential|planned|proposed|rumou?red|mooted|"
    r"much-discussed|"
    r"two|three|that|no|for|of) (?:[\w’'\"“”-]+ ){0,3}$|[\w”’'] $",
    re.IGNORECASE,
)
_IS_THERE = re.compile(
    r"\b(?:the|its|his|her|whose|this|[\w’]+[’']s|is|was|,) (?:(?:an?|first|second|original|hit) )?"
    r"(?:[\w-]+ )?$",
    re.IGNORECASE,
)


def _weighed(document: Document, sentence: Sentence) -> Iterator[Claim]:
    """Yield the new work that the words around “a sequel” speak of, where no rule reads them."""
    if _ASKED.search(sentence.text):
        return
    for one in _DERIVED.finditer(sentence.text):
        start, end = sentence.start + one.start(), sentence.start + one.end()
        before = sentence.text[max(0, one.start() - 40) : one.start()]
        if _IS_THERE.search(before) or not _MAY_COME.search(before):
            continue
        says = said_of(document, start, end)
        if says is None:
            continue
        value = _value(one["kind"])
        work = (_called(document, sentence, end) or (_parent(document, sentence, start, end),))[0]
        yield _claim(
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
        if one.start >= end and _PARENT.search(document.text[end : one.start]):
            return one.work
    return document.work_at(start, start)


def _answered(document: Document, asked: Sentence) -> Iterator[Claim]:
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
    yield _claim(
        document, answer, (answer.start, answer.end), work, _value(kind) if kind else "sequel",
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


def _gone_on(document: Document, sentence: Sentence, claim: Claim) -> Iterator[Claim]:
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


def _value(kind: str) -> str:
    return next(value for sign, value in VALUES if re.search(sign, kind, re.IGNORECASE))


def _claim(
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


def _claims(
    document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]
) -> Iterator[Claim]:
    start, end = one.span()
    groups = one.groupdict()
    kind = next((said for name in _KINDS if (said := groups.get(name))), "").strip()
    value = rule.value or _value(kind)
    plain = not kind or _PLAIN.fullmatch(kind) is not None
    works = _works(document, sentence, one, plain=plain)
    if plain and _POSSESSIVE.search(one[0]):
        return
    if plain and not _is_new(document, sentence, one):
        return
    if _GIVEN_UP.match(document.text, end, sentence.end):
        return
    modality = _modality(document, sentence, rule, start, end)
    if value == "series" and _VERSION.search(document.text, start, sentence.end):
        value = "remake"
    if modality is None:
        return
    for work in works:
        yield _claim(document, sentence, (start, end), work, value, modality, rule.name)


def _is_new(document: Document, sentence: Sentence, one: re.Match[str]) -> bool:
    """Return whether a series or a film is a new work: words of making say so, or “a Salt Road
    film” does."""
    if _NEW.search(document.text, sentence.start, sentence.end):
        return True
    kind = one.start("kind") if one.groupdict().get("kind") else one.end()
    here = [work for work in within(document.works, one.start(), kind) if kind - 4 < work.end]
    return bool(here) and _AN.search(document.text[: here[-1].start][-8:]) is not None


_AN = re.compile(r"\b[Aa]n? [\"“'‘]?\Z")
_POSSESSIVE = re.compile(r"[A-Z]\w+[’']s ")
"""“Creating X's series” tells of one that is there already."""
_KINDS = ("kind", "none", "want", "not")


def _modality(
    document: Document, sentence: Sentence, rule: Rule, start: int, end: int
) -> str | None:
    """Return how an order is stated: denied, thought of, left open, or as the words around it say;
    None where it was told before and holds no more."""
    after = document.sentences[sentence.place + 1 : sentence.place + 2]
    if rule.modality == "denied":
        return "denied"
    if _NO_DECISION.search(sentence.text):
        return "undecided"
    asked = "asked" in document.text[sentence.start : end].casefold()
    if asked and any(_REFUSES.match(told.text) for told in after):
        return "denied"
    if asked:
        return "undecided" if _NO_DECISION.search("".join(one.text for one in after)) else None
    if _NOT_RULED_OUT.search(sentence.text):
        return "speculated"
    modality = document.modality_at(start, end, rule.modality)
    if modality == "former":
        return None
    if modality == "confirmed" and _THOUGHT_OF.search(document.text, start, end):
        modality = "speculated"
    return "reported" if modality == "confirmed" and _in_marks(document, start) else modality


_VERSION = re.compile(
    r"\b(?:US|American|UK|British|Australian|French|German|Indian|Korean|Spanish) "
    r"(?:soap|series|version|sitcom|drama|comedy|show)\b[^.;]{0,20} (?:based on|of)\b"
)


def _in_marks(document: Document, start: int) -> bool:
    """Return whether words of the headline stand in marks: there somebody else says them."""
    first = document.blocks[0]
    return first.role == "headline" and any(
        one.inner_start <= start < one.inner_end <= first.end for one in document.quoted
    )


_NEW = re.compile(
    r"\b(?:based on|adapt|straight-to-series|series order|[Oo]rdered|[Oo]rders|commission|"
    r"[Gg]reen-?"
    r"[Ll]i|ordering|[Oo]rder (?:[Tt]o|[Ff]or)|remak|remade|reboot|(?:is|be|being) (?:turned|made)|"
    r"video game|books?|novels?|version of|version is|happening|develop|into an? )"
)
_TITLED = re.compile(
    r"(?:,? (?:titled|called|entitled|named|dubbed|known as|under the title)|,| –| —|:)? [\"“'‘]?"
)
_PARENT = re.compile(
    r"(?:to|of|from|on|based on|in|for)(?: the)?(?: \w+ (?:drama|series|comedy))? [\"“'‘]?$"
)


def _works(
    document: Document, sentence: Sentence, one: re.Match[str], *, plain: bool
) -> tuple[str | None, ...]:
    """Return the new works' own titles where they are named, else the work that they come from."""
    start, end = one.span()
    text = document.text
    if one.groupdict().get("title"):
        # A title that the words name: as the story has it elsewhere, else as it stands here.
        known = within(document.works, one.start("title"), one.end("title"))
        return (known[0].work if known else one["title"].strip(" \"“”'‘’"),)
    inside = within(document.works, start, end)
    if not one.groupdict().get("kind") and inside:
        return (inside[0].work,)
    kinds = [one.span(name) for name in _KINDS if one.groupdict().get(name)]
    kind, told = kinds[0] if kinds else (end, end)
    if not plain and (named := _called(document, sentence, told)):
        return named
    here = within(document.works, start, sentence.end)
    near = within(document.works, max(sentence.start, kind - 200), kind)
    parent = [work for work in near if kind - 5 < work.end <= kind + 12]
    if parent:
        return (parent[0].work,)
    if plain and not kinds:
        plainly = not in_title_case(sentence.text)
        named = behind(document, end, sentence.end, bare=plainly) or before(
            document, start, sentence.start, bare=plainly
        )
        return named[:1] if named or plainly else (document.work_at(start, start),)
    subject = before(document, start, sentence.start, bare=False)
    after = [work for work in here if work.start - end < 30 or work.start < end]
    for work in after:
        if _PARENT.search(text[max(start, work.start - 30) : work.start]):
            return (work.work,)
    if plain:
        named = (subject or tuple(work.work for work in after))[:1]
        return named or ((document.work_at(start, start),) if _ITS.search(one[0]) else ())
    return (document.work_at(start, start),)


_ITS = re.compile(r"\bbased on (?:the (?:characters|story|show|film|book|game)|it\b|its\b)")


def _called(document: Document, sentence: Sentence, position: int) -> tuple[str, ...]:
    """Return the new works' own titles right behind the word for what they are: in marks, behind
    a comma, or “called” so."""
    text = document.text
    titled = _TITLED.match(text, position, sentence.end)
    if titled is None or not (titled[0].strip() or text[titled.end() : titled.end() + 1].isupper()):
        return ()
    return behind(document, titled.end() - 1, sentence.end)


_GIVEN_UP = re.compile(
    r"[^;]*?\b(?:was|were|been|is) (?:\w+ )?(?:scrapped|shelved|axed|cancell?ed|dropped|abandoned|"
    r"ditched|no longer)\b"
)
"""What was ordered and then given up is a cancellation."""
