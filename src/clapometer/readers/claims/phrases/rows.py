"""How a row of the grammar is written, and how it is read.

A pattern is a regular expression over a tagged sentence (tagging.py) with names in braces:

- `{person}` one person, `{people}` a list of them with what describes each (“Oscar winner Ada
  Quill, Bo Tarn and newcomer Cy Dunn”);
- `{role}` whom somebody plays: a name, or a few words; `{name}` a name alone;
- `{work}` a work that is named, `{it}` a work or a word for one (“the series”);
- `{as}` and others of WORDS: words that mean the same.

Blanks in a pattern stand for any blanks.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from functools import cache
from typing import NamedTuple

from clapometer.readers.claims.aboutness import topic_before
from clapometer.readers.claims.parts import PersonMention
from clapometer.readers.claims.wording import Table, Wording

from .tagging import PERSON, SIGN, WORK, Tagged


class Row(NamedTuple):
    """A row of a grammar: its name, which is the `rule` of the claims it finds; words of which a
    sentence has to hold one (parted by “|”, "" for any), so that most rows need not be tried; the
    pattern; an example that it reads, in which people and works are made up; what else it says."""

    rule: str
    needs: str
    pattern: str
    example: str
    says: str = ""


_LETTERS = r"\w’'/&.\-"
_STOP = (
    "by|with|from|in|into|to|at|on|who|which|that|is|was|are|were|will|has|have|had|directed|"
    "written|produced|created|executive|based|when|while|after|before|as|for|it|he|she|they|about|"
    "follows|set|and|or|but|not|also|where|because|than|stars|says|said|tells|told|plays|opens|"
    "features|premieres|starring|featuring|joining|playing|voicing|including|reprising|"
    "portraying|co-stars|co-starring"
)
_OF_WHOM = (
    "director|star|creator|actor|actress|writer|author|producer|filmmaker|helmer|alum|favou?rite|"
    "legend|stalwart|regular|veteran|heartthrob|icon|villain|presenter|host"
)
_WORK_SIGNS = "\ue800-\uefff"
_DESCRIBED = (
    rf"(?:(?!(?:{_STOP})\b)[{_LETTERS}{_WORK_SIGNS}“”\"]+ |{PERSON}(?:['’]s|(?= "
    rf"(?:{_OF_WHOM})\b)) )"
    r"{0,8}"
)
_RELATED = (
    r"(?:(?:his|her|their) (?:[\w-]+ ){0,2}?(?:husband|wife|partner|brother|sister|son|daughter|"
    r"father|mother|collaborator|friend|cousin|brother-in-law|sister-in-law),? )?"
)
_AFTER = (
    r"(?:,? \([^()]{1,60}\))?"
    r"(?:,? (?:as|playing|voicing|portraying) [^,.;]{1,50}?(?=,| and |[.;]|\Z))?"
)
"""What may stand after a person in a list: whom the person plays, or is known for."""
_MEMBER = rf"{_RELATED}{_DESCRIBED}{PERSON}{_AFTER}"
_JOIN = r"(?:, and |, as well as | and | & |, plus |, )"
_ROLE_STOP = (
    "in|on|at|who|which|when|while|alongside|opposite|for|will|is|was|has|had|along|with|from|"
    "during|since|after|before|as|but|by|returns?|joins?|stars?|and|according|that|again|over|"
    "until|ahead|because|where|reportedly|said|told|whose"
)
_ROLE_WORD = rf"(?!(?:{_ROLE_STOP})\b)(?:Dr\.|Mr\.|Mrs\.|Ms\.|St\.|[\w’'/\-{SIGN}“”\"#]+)"
_ROLE_PART = rf"{_ROLE_WORD}(?: {_ROLE_WORD}){{0,7}}"
_GOES_ON = rf"{PERSON} (?:as|will|returns?|is|plays?|stars?|joins?)\b"
_AND_ROLE = rf"(?: and (?=[A-Z{SIGN}])(?!{_GOES_ON}){_ROLE_PART})?"
_KINDS = (
    "series|show|film|movie|season|drama|comedy|thriller|sequel|prequel|spinoff|spin-off|sitcom|"
    "anime|documentary|docuseries|miniseries|musical|biopic|adaptation|remake|reboot|feature|"
    "project|picture|story|installment|instalment|romance|mystery|epic|franchise|saga|animation|"
    "dramedy|rom-com|romcom|whodunn?it|western|horror|fantasy|programme|program|special|soap|"
    "procedural|adventure|caper|chiller|actioner|tentpole|docudrama|anthology|flick|blockbuster|"
    "satire|farce|quiz|gameshow|pilot|outing|threequel|follow-up|offshoot|two-parter|three-parter|"
    "four-parter|six-parter|opus|mini-series|noir|neo-noir|slasher|tearjerker|fable|parable|"
    "two-hander|hit|telefilm|three-hander|legal drama|period piece|swashbuckler|pic"
)
_PART_OF = (
    r"(?:(?:an?|the|his|her|its|one|two|three|several|all|some|both|every|each|this) "
    rf"(?:(?!(?:{_STOP})\b)[{_LETTERS}]+ ){{0,4}}?(?:episodes?|seasons?|series|finale|premiere|"
    r"pilot|instal?ments?|runs?|parts?|adaptation|version|reboot|remake|revival|cast|world|"
    r"sequel|films?|"
    r"story|set) "
    r"(?:of|for|in|to) )?"
)
_NEAR_WORK = rf"(?:(?!(?:{_STOP})\b)[{_LETTERS}]+ ){{0,6}}?"
WORDS: dict[str, str] = {
    "person": rf"(?P<person>{PERSON})",
    "people": rf"(?P<people>{_MEMBER}(?:{_JOIN}{_MEMBER})*)",
    "others": rf"(?P<others>{_MEMBER}(?:{_JOIN}{_MEMBER})*)",
    "alone": rf"(?P<people>{PERSON}(?: \([^()]{{1,60}}\))?(?:, \d\d(?=[, ]))?"
    rf"(?:{_JOIN}{_MEMBER})*)",
    "role": rf"(?P<role>{_ROLE_PART}{_AND_ROLE})",
    "roles": rf"(?P<role>{_ROLE_PART}(?:, {_ROLE_PART}){{0,6}}{_AND_ROLE})",
    "name": rf"(?P<role>(?:(?:the|a|an|adult|young|younger|older|teen|teenage|King|Queen|Captain|"
    rf"Detective|Dr\.|Mr\.|Mrs\.|Ms\.|Sir|Lord|Lady|Prince|Princess|Ser|Officer|Agent|Chief|"
    rf"Professor|President|Aunt|Uncle|titular|(?!and\b)[a-z][\w’'-]*)(?: |, (?=[A-Z])))"
    rf"{{0,6}}(?:{PERSON}|[A-Z][\w’'-]+)"
    rf"(?: (?:[A-Z][\w’'-]+|{PERSON}))*{_AND_ROLE})",
    "work": rf"(?P<work>{WORK})",
    "it": rf"(?:{_PART_OF}(?:(?:the|this|his|her|their|its|an?|another) )?{_NEAR_WORK}"
    rf"(?P<work>{WORK})|{_PART_OF}(?:the|this|his|her|their|its|a|an|another) "
    rf"(?:[{_LETTERS}]+ ){{0,5}}?(?:{_KINDS})\b)",
    "kind": rf"(?:{_KINDS})",
    "joint": _JOIN,
    "character": rf"(?P<role>{PERSON}|(?:(?:Dr|Mr|Mrs|Ms|St)\. )?[A-Z][\w’'-]+"
    r"(?: [A-Z][\w’'-]+)*)",
    "aux": r"(?:(?:will|would|can|may|might|could|is|are|was|were|has|have|had|been|be|being|set|"
    r"due|slated|expected|confirmed|going|also|both|all|again|once|now|officially|reportedly|"
    r"originally|previously|recently|since|then|later|currently|still|naturally|definitely|to|"
    r"anticipated|believed|thought|tipped|rumou?red|understood|said|"
    r"first|finally|initially|briefly|instead|apparently|likewise|each) ){0,6}",
    "P": PERSON,
    "W": WORK,
    "also": r"(?:also |again |both |reportedly |previously |originally |recently |officially )?",
    "will": r"(?:will |would |is set to |are set to |is to |was to |has been cast to |"
    r"are expected to |is expected to |is slated to |was set to |could |may |might )?",
}
"""What the names in braces stand for."""
_NAMED = re.compile(r"\{([A-Za-z]\w*)\}")


@cache
def wording(pattern: str) -> Wording:
    """Return a row's pattern with what the names in braces stand for."""
    return Wording(_NAMED.sub(lambda one: WORDS[one[1]], pattern))


def compiled(pattern: str) -> re.Pattern[str]:
    """Return the regular expression of a row's pattern."""
    return wording(pattern).expression


_THAT_ONE = re.compile(r"That (?:film|movie|series|show|one)\b")
_PERSON = re.compile(PERSON)
_PARTED = re.compile(_JOIN)
_BRACKETS = re.compile(
    r",? \([^()]*\)|,? (?:as|playing|voicing|portraying) [^,.;]{1,50}?(?=,| and |\Z)"
)
"""What stands after a person in a list: whom the person plays."""


class Found(NamedTuple):
    """What a row found in a sentence."""

    row: Row
    tagged: Tagged
    match: re.Match[str]

    @property
    def span(self) -> tuple[int, int]:
        """The sentence's place in the story, which is what a claim stands on."""
        return self.tagged.sentence.start, self.tagged.sentence.end

    @property
    def place(self) -> tuple[int, int]:
        """The place of the words themselves."""
        start, end = self.match.span()
        return self.tagged.origin(start), self.tagged.origin(end)

    def said(self, name: str) -> str:
        """Return the words of a group in the story's own spelling; a person's full name where the
        words are a person; "" where the group is not there."""
        if name not in self.match.re.groupindex or self.match[name] is None:
            return ""
        words = self.match[name].strip()
        if len(words) == 1 and re.match(PERSON, words):
            return self.tagged.person(words).name
        start, end = self.match.span(name)
        return self.tagged.words(start, end).strip(" ,.;:")

    def people(self) -> Iterator[PersonMention]:
        """Yield the people of a match, in order."""
        yield from (person for person, _ in self.described())

    def described(self) -> Iterator[tuple[PersonMention, str]]:
        """Yield the people of a match, in order, each with the words that describe it."""
        groups = self.match.re.groupindex
        for name in ("person", "people", "others"):
            if name in groups and self.match[name]:
                for member in _PARTED.split(_BRACKETS.sub("", self.match[name])):
                    if signs := _PERSON.findall(member):
                        yield self.tagged.person(signs[-1]), member.rpartition(signs[-1])[0]

    def others(self) -> frozenset[str]:
        """Return the names in the group `others`."""
        signs = _PERSON.findall(self.match["others"] or "")
        return frozenset(self.tagged.person(sign).name for sign in signs)

    def work(self) -> str | None:
        """Return the title of the work that a match is about."""
        if "work" in self.match.re.groupindex and self.match["work"]:
            return self.tagged.work(self.match["work"]).work
        document, start = self.tagged.document, self.tagged.sentence.start
        if _THAT_ONE.match(self.tagged.text):
            # “That film” points at the one named last, not at the one the story is about.
            named = [one.work for one in document.works if one.end <= start]
            return named[-1] if named else None
        held = document.work_at(*self.place) or next(iter(document.main_works), None)
        others = self._works_elsewhere()
        if held in others:
            return next(iter(self._works_here(others)), None) or topic_before(
                document, self.tagged.sentence
            )
        return held

    def _works_elsewhere(self) -> set[str]:
        """Return the works that the sentence names only to tell what somebody did elsewhere."""
        text = self.tagged.text
        return {
            self.tagged.work(sign).work
            for one in _ELSEWHERE.finditer(text)
            for sign in _WORKS.findall(one[0])
        }

    def _works_here(self, others: set[str]) -> Iterator[str]:
        """Yield the sentence's other works, the nearest to the match first."""
        start, end = self.match.span()
        signs = sorted(
            _WORKS.finditer(self.tagged.text),
            key=lambda one: max(one.start() - end, start - one.end()),
        )
        titles = (self.tagged.work(one[0]).work for one in signs)
        yield from (title for title in titles if title not in others)


_ELSEWHERE = re.compile(
    rf"{PERSON} \((?:{WORK}|, | and |[^()]{{1,20}}){{1,6}}\)|\b(?:known|famous|famed|celebrated)"
    rf" (?:for|from) (?:[\w’'-]+ ){{0,6}}?{WORK}(?:(?:, and |, | and ){WORK})*|\bof {WORK} (?:fame|"
    rf"and {WORK} fame)|\b(?:last|previously|recently) (?:seen|starred|appeared|heard) in {WORK}"
    rf"|\b(?:novels?|books?|memoirs?|podcast|games?|comics?|manga|webtoon|play|RPG|novella|"
    rf"short story|webcomic|manhwa|article)(?:,? (?:called|titled|entitled))?,? {WORK}"
    rf"|\b(?:based on|inspired by|adapt\w+ (?:from|of)|version of|remake of|reboot of|taken from) "
    rf"(?:(?:the|a|an|{PERSON}['’]s?|[\w’'-]+) ){{0,5}}?{WORK}|{WORK},? (?:the|a) (?:[\w-]+ "
    rf"){{0,4}}?"
    rf"(?:novel|book|memoir|podcast|game|comic|manga|play)\b"
    rf"|\bcredits include {WORK}(?:(?:, and |, | and ){WORK})*|{WORK}['’]?s? (?:alum\w*|veteran|"
    rf"actor|actress|writer|creator|director|favourite) (?={PERSON})"
)
"""What somebody did elsewhere: “Ada Quill (Salt Road)”, “best known for Salt Road”."""
_WORKS = re.compile(WORK)


def found_by(rows: tuple[Row, ...], tagged: Tagged) -> Iterator[Found]:
    """Yield what each row of a table finds in a sentence, in the order of the table."""
    text = tagged.text
    for row, words in _table(rows).for_text(text):
        if any(word in text for word in _needed(row.needs)):
            for match in words.expression.finditer(text):
                yield Found(row, tagged, match)


@cache
def _table(rows: tuple[Row, ...]) -> Table[Row]:
    return Table(rows, [wording(row.pattern) for row in rows])


@cache
def _needed(needs: str) -> tuple[str, ...]:
    return tuple(needs.split("|"))
