"""Works in a story: where they are named, by which title, and which it is about."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from .baretitles import trimmed, unquoted_titles
from .bareuses import glued_to, used_titles
from .capitals import sound
from .given_names import GIVEN_NAMES
from .naming import bare as bare_form
from .naming import full_titles
from .onlysubject import only_subject
from .parts import WorkMention, within
from .titles import TYPE_NOUNS

if TYPE_CHECKING:
    from .document import Document

_MARKS = "\"'“”‘’"
_OPENING = 2
"""How many sentences after the headline name what a story is about."""
_FEW = 2
"""A story with fewer titles in marks than this, its headline aside, sets no marks around them."""
_ORDINALS = {
    nth: number
    for number, nth in enumerate(
        ["second", "third", "fourth", "fifth", "sixth", "seventh", "eighth", "ninth", "tenth"], 2
    )
}
_NTH = re.compile(
    r"\b(?P<nth>second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth)"
    r"(?:,? (?:\w+-)?\w+)?(?: (?:film|movie)s? in (?:the )?(?:\w+ )?)? ?[\"“'‘]?$",
    re.IGNORECASE,
)
_FILM = re.compile(r"[\"”'’]? (?:film|movie)\b")
_UNNAMED = re.compile(
    r"(?<![\"“‘'])\b(?P<parent>(?:[A-Z][\w’'-]+ ){1,3})(?P<kind>spin-?off|prequel|remake|reboot)\b"
)
_ATTRIBUTIVE = re.compile(
    r"[\"”'’]*(?:[’']s)? (?:TV |film |movie |Cinematic |original )?(?:prequel|sequel|spin-?off|"
    r"franchise|universe|star\b|"
    r"stars\b(?! (?-i:[A-Z])|,? (?:as|in|opposite|alongside|an?|the|two|newcomers?|with)\b)|"
    r"stars (?=(?:(?-i:[A-Z])[\w’'.-]+,? |and ){2,12}(?:have|are|were|will|said|told|spoke|say|"
    r"tell|"
    r"reunite|tease|reveal|react|attend)\b)|alum|creators?\b|director\b|actor|actress|producer|"
    r"showrunner|author|writer|saga|"
    r"veteran|remake|fans\b|viewers\b|watchers\b|faithful\b|"
    r"helmer|fame\b|films\b|movies\b|trilogy)",
    re.IGNORECASE,
)
_COMPARED = re.compile(
    r"(?:\b(?:like|such as|than|dethroning|surpassing|beating|topping|overtaking|unlike|including|"
    r"behind|replac\w+|from|passing|besting|edging(?: out)?|over|between|versus|vs\.?|"
    r"follow-up to|sequel to|prequel to|spin-?off (?:of|from|to)|remake of|reboot of|original|"
    r"stars? of|starred in|known for|(?:creator|director|writer|producer|maker|author|team)s? "
    r"(?:of|behind)|answer to|"
    r"version of|adaptation of|take on|(?:compared|along|together|tied|neck) with|"
    r"similar to|from the|copycat of|companion to|the "
    r"19\d\d|the 20\d\d|"
    r"knocking|outpacing|eclips\w+|joining|alongside|losing \w+ \w+ \w+ to|loser to|"
    r"since|19\d\d[’']s|20\d\d[’']s|(?<!film )(?<!movie )(?<!series )based on|inspired by|screens "
    r"to)"
    r"(?: (?:the|a|an|its|his|her|their|hit|popular|fellow|original|first|last|shows|films|games|"
    rf"previous|critically|acclaimed|{TYPE_NOUNS}|\w+[’']s?|(?:19|20)\d\d))*(?: franchise)?,? "
    rf"[\"“'‘]?)$",
    re.IGNORECASE,
)

_SOURCE = re.compile(
    r"\b(?:[Bb]ased (?:up)?on|[Ii]nspired by|[Aa]dapted from|[Tt]aken from)"
    r"(?: (?!comes|come|is|was)[\w.’'&-]+){0,5} [\"“'‘]?$"
)


def works_in(document: Document) -> tuple[WorkMention, ...]:
    """Return where works are named, in order; none lies within another."""
    names = _names(document)
    if not names and (only := only_subject(document)) is not None:
        places = re.finditer(rf"(?<![\w-]){re.escape(only)}(?![\w-])", document.text)
        start = document.story.start
        return tuple(WorkMention(only, *one.span()) for one in places if one.start() >= start)
    if not names:
        return ()
    marked = _marked(document)
    pattern = "|".join(re.escape(name) for name in sorted(names, key=len, reverse=True))
    found = []
    for one in re.finditer(rf"(?<![\w-])(?:{pattern})(?!\w|-\w)", document.text):
        name = one[0]
        if one.start() < document.story.start or not _names_it(document, one, marked):
            continue
        title, season = names[name]
        found.append(_counted(document, WorkMention(title, *one.span(), season)))
    return tuple(sorted([*found, *_unnamed(document, found)], key=lambda one: one.start))


_NATION = re.compile(
    r"(?:(?:The|An?) )?(?:(?:American|British|US|UK|English|English-language|Hollywood|Korean|"
    r"French|"
    r"Spanish|German|Danish|Swedish|Indian|Chinese|Japanese|Australian|Italian|Turkish)\b ?)+|"
    r"An?\b|The\b"
)
"""An American remake is not one of a work that is called American."""


def _unnamed(document: Document, found: list[WorkMention]) -> Iterator[WorkMention]:
    """Yield works told of by what they come from: a Salt Road spin-off, where Salt Road is no
    title that stands there by itself."""
    for one in _UNNAMED.finditer(document.text, document.story.start):
        parent = _NATION.sub("", one["parent"].strip())
        if trimmed(parent) and not any(
            work.start < one.end() and one.start() < work.end for work in found
        ):
            title = derived_title(one["parent"].strip(), one["kind"])
            yield WorkMention(title, *one.span())


def _counted(document: Document, one: WorkMention) -> WorkMention:
    """Return the mention, or that of a film told by its number: “the fourth Salt Road film”."""
    before = _NTH.search(document.text, max(0, one.start - 60), one.start)
    if before is None or not _FILM.match(document.text, one.end):
        return one
    number = _ORDINALS.get(before["nth"].casefold())
    if number is None:
        return one
    return WorkMention(f"{one.work} {number}", before.start("nth"), one.end)


def _names(document: Document) -> dict[str, tuple[str, int | None]]:
    """Return every form under which a work is named, with its full title and season."""
    quoted = list(document.quoted_titles)
    headline_end = document.blocks[0].end if document.blocks else 0
    in_body = sum(1 for start, _, _ in quoted if start > headline_end)
    told = used_titles(document)
    used = Counter(told.titles)
    bare = max(used.values(), default=0)
    if bare > max(in_body, _FEW):
        known = {bare_form(title) for title in used}
        quoted = [one for one in quoted if one[0] > headline_end or bare_form(one[2]) in known]
    found = Counter(title for _, _, title in quoted)
    if in_body < _FEW or bare > in_body or in_body < _headline_only(document, quoted, headline_end):
        for title, many in _bare(document, used, told.people).items():
            found[title] = max(found[title], many)
        found = _whole(document, found)
    else:
        # A story that sets its titles in marks leaves them off here and there all the same.
        found.update({one: 1 for one in told.firm if " " in one and not _named_in(one, found)})
    return full_titles(document, found)


def _named_in(title: str, found: Counter[str]) -> bool:
    """Return whether a title is part of one that is found, or has one as its part."""
    return any(title in one or one in title for one in found)


def _bare(document: Document, used: Counter[str], people: frozenset[str]) -> Counter[str]:
    """Return the titles that stand without marks, with how often they do."""
    bare = Counter(
        title
        for title in map(sound, unquoted_titles(document))
        if title
        and title not in people
        and not any(glued_to(title, other) for other in used)
        and (" " in title or title in used or not _behind_name(document, title))
    )
    return bare | Counter({title: max(many, 1) for title, many in used.items()})


def _behind_name(document: Document, title: str) -> bool:
    """Return whether a word stands as a rule behind another with a capital, as surnames do, or is a
    given name."""
    if title.casefold() in GIVEN_NAMES:
        return True
    name = re.escape(title)
    joined = len(re.findall(rf"\b(?!The )[A-Z][\w’'-]+ {name}\b", document.text))
    return 2 * joined >= len(re.findall(rf"\b{name}\b", document.text))


def _whole(document: Document, found: Counter[str]) -> Counter[str]:
    """Return the titles without those that stand only within a longer one with a comma."""
    lists = [title for title in found if "," in title]
    if not lists:
        return found
    rest = document.text[document.story.start :]
    for title in lists:
        rest = rest.replace(title, " ")
    return Counter(
        {title: many for title, many in found.items() if title in lists or title in rest}
    )


def _headline_only(
    document: Document, quoted: list[tuple[int, int, str]], headline_end: int
) -> int:
    """Return how often titles of the headline stand in the body without marks: a story that names
    its own work bare sets no marks."""
    titles = {title for start, _, title in quoted if start <= headline_end}
    bare = 0
    for title in titles:
        for one in re.finditer(re.escape(title), document.text[headline_end:]):
            before = document.text[headline_end + one.start() - 1]
            bare += before not in _MARKS and len(title) > 3
    return bare


def _marked(document: Document) -> frozenset[str]:
    """Return the titles that the body sets in marks: alone they mean something else."""
    headline_end = document.blocks[0].end if document.blocks else 0
    return frozenset(title for start, _, title in document.quoted_titles if start > headline_end)


def _names_it(document: Document, one: re.Match[str], marked: frozenset[str]) -> bool:
    """Return whether words that are a title stand for the work here: a title of one word that the
    story sets in marks elsewhere is a name or a word where it stands bare."""
    name, text = one[0], document.text
    if " " in name or name not in marked or ":" in name:
        return True
    before, after = text[one.start() - 1 : one.start()], text[one.end() : one.end() + 3]
    return (before in _MARKS and before != "") or any(
        mark in _MARKS for mark in after[:2] if after[:2] not in ("'s", "’s")
    )


def main_works(document: Document) -> tuple[str, ...]:
    """Return the titles that the story is about, the first of them first: those of the headline,
    else the most named."""
    body = Counter(one.work for one in document.works if not attributive(document, one))
    body = body or Counter(one.work for one in document.works)
    if not body:
        return ()
    told = document.sentences[: _OPENING + 1]
    for work in {one.work for one in document.works if told and one.start < told[-1].end}:
        body[work] += _OPENING
    end = document.blocks[0].end if document.blocks[0].role == "headline" else 0
    opening = [
        one.work for one in document.works if one.start < end and not attributive(document, one)
    ]
    most = max(body.values())
    heads = [work for work in dict.fromkeys(opening) if 4 * body[work] >= most]
    if heads:
        return tuple(heads)
    return tuple(work for work, count in body.most_common() if count == most)[:1]


def attributive(document: Document, one: WorkMention) -> bool:
    """Return whether a title only describes something else here: the “Salt Road” prequel X."""
    return _ATTRIBUTIVE.match(document.text, one.end) is not None


def compared(document: Document, one: WorkMention) -> bool:
    """Return whether a title is named for comparison here, or as another's source."""
    start = max(document.story.start, one.start - 60)
    before = document.text[start : one.start].split("\n")[-1]
    return _COMPARED.search(before) is not None or _SOURCE.search(before) is not None


def derived_title(parent: str, kind: str) -> str:
    """Return the name of a work that has no title of its own yet: “Salt Road sequel”."""
    return f"{parent} {kind.casefold().replace('-', '')}"


def mentions_in(works: Sequence[WorkMention], start: int, end: int) -> list[WorkMention]:
    """Return the mentions that begin within a stretch of text."""
    return list(within(works, start, end))
