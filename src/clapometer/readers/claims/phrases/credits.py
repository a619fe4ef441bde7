"""Who made a work, and as what: the rows of the grammar of credits.

`says` is the role where the row itself tells it, parted by “/” where there are several; else the
group `job` holds the words that do.
"""

from __future__ import annotations

import re

from .credit_words import JOB, MADE, MAKE
from .making import MAKING_ROWS
from .rows import Row

JOBS: tuple[tuple[str, str], ...] = (
    ("co-creator", r"co-?creators?|co-?created"),
    ("creator", r"(?<!co-)(?<!co)creators?|(?<!co-)(?<!co)creat(?:ed?|es|ing)\b"),
    ("creator", r"devised|conceived|dreamed up|dreamt up|masterminded|hatched|thought up|invented"),
    ("creator", r"brains?\b|minds?\b|mastermind|behind"),
    ("co-writer", r"co-?(?:writers?|written|wrote)"),
    ("writer", r"(?<!co-)(?<!head )(?<!lead )writers?|screenwriters?|screenplay|script\b"),
    ("writer", r"(?<!co-)(?:written|wrote|writing|writes?|penn(?:ed|ing)|pens?)\b"),
    ("writer", r"(?<!co-)script(?:ed|s|ing)\b"),
    ("writer", r"adapt(?:ed|s|ing)\b|teleplay|scribes?\b|authored"),
    ("head writer", r"(?:head|lead) writers?"),
    ("co-director", r"co-?direct(?:ors?|ed)"),
    ("director", r"(?<!co-)(?<!casting )(?<!music )(?<!art )direct(?:ors?|ed|s|ing)?\b"),
    (
        "director",
        r"helm(?:ed|er|s|ing)?\b|film-?makers?|auteur|dir\b\.?|direction|behind the camera",
    ),
    ("showrunner", r"show-?runn(?:ers?|ing)|showran|showruns?\b|(?:show[- ]?)?boss(?:es)?\b"),
    ("showrunner", r"overs\w+"),
    ("showrunner", r"\br[au]ns?\b|\brunning\b|supremos?\b|steer\w*"),
    (
        "executive producer",
        r"executive[- ]produc(?:ers?|ed|es?|ing)|exec(?:utive)?[- ]produc\w+|\bEPs?\b|execs?\b",
    ),
    ("producer", r"(?<!executive )(?<!executive-)(?<!exec )produc(?:ers?|ed|es?|ing)"),
    ("composer", r"compos(?:ers?|ed|es?|ing)\b|scor(?:ed|es|ing)\b|music\b|\bscore\b"),
    ("developer", r"develop(?:ers?|ed|s|ing)?\b"),
    ("cinematographer", r"cinematographers?|lensed|shot by"),
    ("editor", r"film editors?"),
    ("choreographer", r"choreograph\w+"),
)
"""Roles, and the words that name them; a text may name several."""
_ROLES = tuple((role, re.compile(rf"\b(?:{words})", re.IGNORECASE)) for role, words in JOBS)

_LIST = r"(?:(?:, and |, | and |/| & |-)"
_CREDITS: tuple[Row, ...] = (
    Row(
        "credit: made by",
        " by",
        rf"\b(?P<job>{MADE}{_LIST}{MADE})*) (?:\w+ly )?(?:for [\w ]{{1,30}} |up )?by:? "
        rf"{{people}}(?!['’]s? )",
        "Written and directed by newcomer Ada Quill, it opens on Friday.",
    ),
    Row(
        "credit: from a script",
        " by ",
        r"\b(?:from|on|with|using) (?:an? |the |an original )?(?:\w+ )?(?:script|screenplay|"
        r"teleplay) (?:written )?by {people}",
        "It was shot from a script by Ada Quill.",
        says="writer",
    ),
    Row(
        "credit: job before the name",
        "",
        rf"(?<![\w-])(?P<job>{JOB}{_LIST}{JOB})*)(?:,? and star|/star)?(?:[,:]?| are:?| is|"
        rf" includes?:?| will be) {{alone}}",
        "It was told by co-creator, showrunner and executive producer Ada Quill.",
    ),
    Row(
        "credit: job after the name",
        "",
        rf"{{alone}},? (?:who is |is |was |are )?(?:the |a |an |its |his |her |their )?"
        rf"(?:[\w’'-]+['’]s? )?(?:series['’]? |show['’]s |film['’]s |movie['’]s "
        rf")?(?P<job>{JOB}{_LIST}"
        rf"(?:the )?{JOB})*)(?= (?:on|for|and|who|behind)\b| of (?:the (?:film|movie|series|"
        rf"show)\b|{{W}})|[,.;]|\Z)",
        "Ada Quill, the show's creator and showrunner, said so.",
    ),
    Row(
        "credit: served until",
        ", who ",
        rf"{{person}}, who (?:served|acted|worked) as (?P<job>{JOB}) (?:until|before)\b",
        "It was begun by Ada Quill, who served as showrunner until Bo Tarn came.",
        "former",
    ),
    Row(
        "credit: as a job",
        "as ",
        rf"{{alone}},? (?:who )?(?:will )?(?:also |now |again |once again )*(?:(?:serv(?:es?|ed|"
        rf"ing)|act(?:s|ed|ing)?|"
        rf"return(?:s|ed|ing)?|is credited|is back|came|comes|works?|worked) )?as (?:the |a |an "
        rf"|its )?"
        rf"(?P<job>{JOB}{_LIST}{JOB})*)",
        "Ada Quill serves as showrunner and executive producer.",
    ),
    Row(
        "credit: as a job with",
        "as ",
        rf"\bas (?:the |an? )?(?P<job>{JOB}{_LIST}{JOB})*) (?:alongside|together with|with) "
        rf"{{alone}}",
        "Ada Quill also served as executive producer alongside Bo Tarn.",
    ),
    Row(
        "credit: makes it",
        "",
        rf"{{alone}},? (?:who )?(?:also |both )?(?:will |would |is set to |is to |is in "
        rf"(?:final |early )?"
        rf"talks to |has signed on to |is attached to |is returning to |returns to |has "
        rf")?(?:also )?"
        rf"(?P<job>{MAKE}{_LIST}{MAKE})*) (?:{{it}}|it\b|all \w+ episodes|the (?:pilot|season|"
        rf"finale|"
        rf"screenplay|script|score|music|episodes?|first)\b|(?:from|based on) )",
        "Ada Quill is in final talks to write and direct it.",
    ),
    Row(
        "credit: in talks to make it",
        " to |will ",
        rf"{{person}}, [^,;]{{1,80}}, (?:will|is (?:in (?:final |early )?talks|set|attached|tapped)"
        rf" to) (?P<job>{MAKE}{_LIST}{MAKE})*) (?:{{it}}|it\b)",
        "Ada Quill, best known for two plays, is in final talks to write and direct it.",
    ),
    Row(
        "credit: also produced",
        ", who ",
        r"{person}, who (?:also )?(?P<job>executive[- ]produc(?:es|ed)|produc(?:es|ed)|"
        r"direct(?:s|ed)|"
        r"wrote|writes|created|co-created|developed)\b"
        r"(?! (?:for (?:the )?[A-Z]|about|that|how)\w*)",
        "It stars Ada Quill, who also executive-produced the season.",
    ),
    Row(
        "credit: the made-by of a job",
        "from |by ",
        rf"\b(?:from|(?<!led )(?<!joined )(?<!headed )(?<!chaired )(?<!praised )(?<!owned )by) "
        rf"(?:[\w’'-]+ ){{0,3}}?(?P<job>{JOB}{_LIST}{JOB})*) {{alone}}",
        "It comes from award-winning writer and director Ada Quill.",
    ),
    Row(
        "credit: comes from",
        "from ",
        r"\b(?:series|show|film|movie|thriller|comedy|drama|feature|project|adaptation|it) "
        r"(?:comes |hails |is )?from (?:the mind of )?{alone}(?= [^a-z]|[,.;]| and | is | will |"
        r" has |\Z)",
        "The new series comes from Ada Quill and Bo Tarn.",
        "creator",
    ),
    Row(
        "credit: a person's work",
        "'s |’s ",
        r"(?<!{P} and ){person}['’]s (?:directorial debut,? |new film,? |film,? )?{work}"
        r"(?![’']| (?:sequel|prequel|spin-?off|franchise|universe)\b)",
        'Ada Quill\'s "Salt Road" had $40 million.',
        "director",
    ),
    Row(
        "credit: whose film it is",
        "film|movie|feature|debut|effort",
        r"{work},? {person}['’]s (?:[\w-]+ ){0,4}?(?:film|movie|feature|debut|effort)\b",
        '"Salt Road," Ada Quill\'s third movie, opened first.',
        "director",
    ),
    Row(
        "credit: a person's film",
        "film|movie|picture",
        r"\b(?:[Tt]he|[Tt]his|new|latest|upcoming) {person} (?:film|movie|picture)\b",
        "The Ada Quill film opened in 52 theaters.",
        "director",
    ),
    Row(
        "credit: a kind of work by",
        " by ",
        r"(?<!book )(?<!novel )(?<!comic )\b(?:film|movie|series|show|drama|comedy|thriller|sequel|"
        r"documentary) by "
        r"(?:[\w’'-]+ ){0,3}?{person}",
        "It is a film by first-timer Ada Quill.",
        "director",
    ),
)
CREDITS: tuple[Row, ...] = (*_CREDITS, *MAKING_ROWS)
"""All rows of the grammar of credits."""


def roles_in(words: str) -> list[str]:
    """Return the roles that words name, in the order of the words."""
    found = []
    for role, pattern in _ROLES:
        match = pattern.search(words)
        if match:
            found.append((match.start(), role))
    return list(dict.fromkeys(role for _, role in sorted(found)))
