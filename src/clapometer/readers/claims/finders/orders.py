"""Orders: a new work is being made, a series, a sequel, a prequel, a spin-off, a remake; also those
only thought of, left open, or told not to come."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.grammar import Rule, first_of, in_title_case
from clapometer.readers.claims.parts import Sentence, within
from clapometer.readers.claims.phrases.ordering import RULES, VALUES
from clapometer.readers.claims.slots import before, behind, within_title
from clapometer.readers.claims.wording import Wording

from .orders_weighed import PARENT, answered, called, gone_on, order, value_of, weighed

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
_NOT_RULED_OUT = Wording(
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
            yield from answered(document, sentence)
            continue
        claims = [
            claim
            for rule, one in first_of(RULES, document, sentence)
            if not within_title(document, one)
            for claim in _claims(document, sentence, rule, one)
        ]
        claims = claims or list(weighed(document, sentence))
        yield from claims
        for claim in claims[:1]:
            yield from gone_on(document, sentence, claim)


def _claims(
    document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]
) -> Iterator[Claim]:
    start, end = one.span()
    groups = one.groupdict()
    kind = next((said for name in _KINDS if (said := groups.get(name))), "").strip()
    value = rule.value or value_of(kind)
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
        own = _OF_A_COMPANY.sub("", work) if work else work
        yield order(document, sentence, (start, end), own, value, modality, rule.name)


_OF_A_COMPANY = re.compile(rf"\A(?:{PLATFORM})[’']s? (?=[A-Z])")
"""Whose a new work is, before its name: “Paramount's Salt Road remake”."""


def _is_new(document: Document, sentence: Sentence, one: re.Match[str]) -> bool:
    """Return whether a series or a film is a new work: words of making say so, or “a Salt Road
    film” does."""
    if one.groupdict().get("title") or "treatment" in one[0]:
        return True
    if _NEW.search(document.text, sentence.start, sentence.end):
        return True
    kind = one.start("kind") if one.groupdict().get("kind") else one.end()
    here = [work for work in within(document.works, one.start(), kind) if kind - 4 < work.end]
    return bool(here) and _AN.search(document.text[: here[-1].start][-8:]) is not None


_CHRISTENED = re.compile(r"[^.;]{0,60}?,? (?:called|titled|entitled) ")
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
    r"video game|books?|novels?|version of|version is|happening|develop|pre-production|film of|"
    r"into an? )"
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
    if not plain and (named := called(document, sentence, told)):
        return named
    here = within(document.works, start, sentence.end)
    near = within(document.works, max(sentence.start, kind - 200), kind)
    parent = [work for work in near if kind - 5 < work.end <= kind + 12]
    if parent:
        return (parent[0].work,)
    christened = _CHRISTENED.match(text, told, sentence.end)
    if plain and christened and (named := behind(document, christened.end() - 1, sentence.end)):
        return named
    if plain and not kinds:
        plainly = not in_title_case(sentence.text)
        named = behind(document, end, sentence.end, bare=plainly) or before(
            document, start, sentence.start, bare=plainly
        )
        return named[:1] if named or plainly else (document.work_at(start, start),)
    subject = before(document, start, sentence.start, bare=False)
    after = [work for work in here if work.start - end < 30 or work.start < end]
    for work in after:
        if PARENT.search(text[max(start, work.start - 30) : work.start]):
            return (work.work,)
    if plain:
        named = (subject or tuple(work.work for work in after))[:1]
        return named or ((document.work_at(start, start),) if _ITS.search(one[0]) else ())
    return (document.work_at(start, start),)


_ITS = re.compile(r"\bbased on (?:the (?:characters|story|show|film|book|game)|it\b|its\b)")


_GIVEN_UP = re.compile(
    r"[^;]*?\b(?:was|were|been|is) (?:\w+ )?(?:scrapped|shelved|axed|cancell?ed|dropped|abandoned|"
    r"ditched|no longer)\b"
)
"""What was ordered and then given up is a cancellation."""
