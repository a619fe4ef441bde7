"""Orders: a new work is being made, a series, a sequel, a prequel, a spin-off, a remake."""

from __future__ import annotations

import re
from collections.abc import Iterator

from clapometer.readers.claims.attribution import said_by
from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.grammar import Rule, first_of
from clapometer.readers.claims.parts import Sentence, within

_KIND = (
    r"(?P<kind>(?:prequel |sequel )?(?:spin-?off(?: series| show| film)?)|prequel(?: series| "
    r"film)?|sequel(?: series| film)?|"
    r"remake|reboot|follow-up(?: film| movie)?|(?:TV |television |limited |live-action |"
    r"animated |drama |comedy )*series|"
    r"mini-?series|(?:live-action |animated |feature )*(?:film|movie)(?: adaptation)?|(?:TV |"
    r"film |screen )?adaptation|soap|sitcom)"
)
_MADE = (
    r"(?:in (?:the works|development|production|pre-production|talks)|on the (?:way|cards)|"
    r"green-?lit|green-?lighted|"
    r"ordered|commissioned|announced|confirmed|planned|being (?:made|developed|planned)|"
    r"coming|underway|"
    r"happening|drawn up|set for (?:release|a release|20\d\d)|given the (?:green light|go-ahead))"
)
_A = r"(?:an?|the|another|its|their|a second,? |the upcoming|a new|a potential|two|several)"
RULES: tuple[Rule, ...] = (
    Rule(
        "order: numbered film",
        rf"\b(?:second|third|fourth|fifth|sixth|seventh|eighth) (?:[\w’'\"“”-]+ "
        rf"){{0,4}}?(?:film|movie)\b[^.;]{{0,20}} "
        rf"(?:is|was|has been|had been) (?:\w+ )?(?:{_MADE})",
        "The fourth Salt Road film was greenlit in May.",
        value="sequel",
    ),
    Rule(
        "order: is being made",
        rf"\b[Aa]n? (?:[\w,’'-]+ ){{0,3}}?{_KIND}(?:,? [^.;]{{0,60}}?)?,? (?:is|are|was|were|"
        rf"has been|have been|will be) "
        rf"(?:\w+ ){{0,2}}?(?:reportedly |now |also |already |currently |still )?{_MADE}\b",
        "A sequel is in the works.",
    ),
    Rule(
        "order: will come",
        rf"\b[Aa] (?:[\w-]+ ){{0,2}}?{_KIND} (?:to|of|from) [^.;]{{2,60}}? (?:will|is (?:set|"
        rf"due|expected|slated) to|is coming)\b",
        "A prequel to Salt Road will open in 2030.",
    ),
    Rule(
        "order: making",
        rf"\b(?:order(?:s|ed|ing)?|green-?lit|green-?lights?|commission(?:s|ed|ing)?|"
        rf"announc(?:es|ed|ing)|confirm(?:s|ed)?|"
        rf"develop(?:s|ed|ing)|work(?:s|ing)? on|plan(?:s|ned|ning)?(?: to (?:create|make|"
        rf"remake))?|get(?:s|ting)?|making|to make|"
        rf"to create|creating|to develop|prepar(?:es|ing)|creates?|set up|lands?|unveil(?:s|"
        rf"ed)|given|mak(?:es|ing)|set for|yet to confirm|progress on|ahead with|plans for|"
        rf"in talks for|hinted at|teas(?:ed|ing)) "
        rf"{_A} (?:[\w,’'-]+ ){{0,4}}?{_KIND}\b(?! (?:finale|premiere|lead|regular|record|"
        rf"order|debut|star|of (?:photos|events|posts|interviews)))",
        "The studio is working on a spin-off.",
    ),
    Rule(
        "order: by its title",
        rf"\b(?:order(?:s|ed|ing)?|green-?lit|green-?lights?|commission(?:s|ed|ing)?|pick(?:s|ed) "
        rf"up|announc(?:es|ed)) (?:\w+ )?[\"“'‘][^\"“”'‘’\n]{{2,60}}[\"”'’],? "
        rf"{_A} (?:[\w’'-]+ ){{0,3}}?{_KIND}\b",
        "The network ordered “Salt Road: Dust,” a spin-off of its drama.",
    ),
    Rule(
        "order: remade",
        r"\b(?:is set for|set for|to get|gets|getting|for) (?:an? )?(?:\w+ )?(?P<kind>remake|"
        r"reboot)\b",
        "Salt Road is set for a remake.",
    ),
)
"""Forms in which new works are told of."""
VALUES: tuple[tuple[str, str], ...] = (
    ("prequel", "prequel"),
    ("spin-?off", "spin-off"),
    ("sequel|follow-up", "sequel"),
    ("remake|reboot", "remake"),
    ("series|soap|sitcom", "series"),
    ("film|movie|adaptation", "film"),
)
"""What a kind of new work is called in claims."""
_PLAIN = re.compile(
    r"(?:(?:TV|television|limited|drama|comedy|animated|live-action|feature|screen|film) )*"
    r"(?:series|film|movie|soap|sitcom|mini-?series|adaptation)"
)


def find(document: Document) -> Iterator[Claim]:
    """Yield the claims."""
    for sentence in document.told:
        if sentence.text.endswith("?"):
            continue
        for rule, one in first_of(RULES, document, sentence):
            claim = _claim(document, sentence, rule, one)
            if claim is not None:
                yield claim


def _claim(document: Document, sentence: Sentence, rule: Rule, one: re.Match[str]) -> Claim | None:
    start, end = one.span()
    kind = (one.groupdict().get("kind") or "").strip()
    value = rule.value or next(value for sign, value in VALUES if re.search(sign, kind))
    plain = _PLAIN.fullmatch(kind) is not None
    work = _work(document, sentence, one, plain=plain)
    if work is None or (plain and not _NEW.search(document.text, sentence.start, sentence.end)):
        return None
    modality = document.modality_at(start, end, rule.modality)
    if modality in ("denied", "former"):
        return None
    if value == "series" and _VERSION.search(document.text, start, sentence.end):
        value = "remake"
    if _in_marks(document, start):
        modality = "reported"
    return Claim(
        kind="order",
        work=work,
        season=None,
        value=value,
        modality=modality,
        span=(sentence.start, sentence.end),
        rule=rule.name,
        fields={"said_by": said_by(document, start, end)},
    )


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
    r"\b(?:based on|adapt|straight-to-series|series order|ordered|commission|green-?li|"
    r"remake|video game|books?|novels?)"
)
_FROM = re.compile(r"\b(?:to|of|from|on) [\"“'‘]?$")
_TITLED = re.compile(r",? (?:titled|called|entitled|named|dubbed|known as|—|–|,) [\"“'‘]?")


def _work(document: Document, sentence: Sentence, one: re.Match[str], *, plain: bool) -> str | None:
    """Return the new work's own title where it is named, else the work that it comes from."""
    start, end = one.span()
    here = within(document.works, start, sentence.end)
    for work in here:
        if work.start >= one.end() and _TITLED.fullmatch(document.text, one.end(), work.start):
            return work.work
    kind = one.start("kind") if "kind" in one.re.groupindex else end
    near = within(document.works, kind - 200, kind)
    parent = [work for work in near if kind - 4 < work.end <= kind]
    if parent:
        return parent[0].work
    after = [work for work in here if work.start - end < 30 or work.start < end]
    if after and re.search(
        r"(?:to|of|from|on|based on) [\"“'‘]?$", document.text[after[0].start - 14 : after[0].start]
    ):
        return after[0].work
    if plain:
        return after[0].work if after else None
    return document.work_at(start, start)
