"""Guests, those who are brought back, vehicles, and characters told by whose they are.

Rows as in cast.py, which tells what `says` may be.
"""

from __future__ import annotations

from .rows import Row

GUESTS: tuple[Row, ...] = (
    Row(
        "cast: guest stars",
        "guest",
        r"\bguest[- ]?stars?(?: (?:include|includes|including|such as|like|are|were|this "
        r"season))*:? "
        r"{people}",
        "Its guest stars include Ada Quill and Bo Tarn.",
        "guest",
    ),
    Row(
        "cast: as guest stars",
        "guest star",
        r"{people}(?:, among others,)? (?:serve|appear|served|appeared|pop up|show up) as guest "
        r"stars?",
        "It saw Ada Quill and Bo Tarn, among others, serve as guest stars.",
        "guest",
    ),
    Row(
        "cast: makes a guest appearance",
        "appearance|cameo",
        r"{alone},? {will}{also}(?:makes?|made|making) (?:an? )?(?:[\w-]+ ){0,2}?"
        r"(?:guest|cameo|special) (?:[\w-]+ )?appearances?",
        "Ada Quill and Bo Tarn will make guest appearances in the new season.",
        "guest",
    ),
    Row(
        "cast: guest star",
        "guest",
        r"\bguest[- ]star {people}",
        "Its surprise guest star Ada Quill was there.",
        "guest",
    ),
    Row(
        "cast: brought back",
        " back ",
        r"\b(?:brings?|brought|bringing) back (?:[\w’'-]+ ){0,6}?(?:(?:including|from "
        r"[^.,;]{1,40},) )?"
        r"{people}",
        "The film brought back actors from the original including Ada Quill and Bo Tarn.",
    ),
    Row(
        "cast: return of",
        "return of",
        r"\b(?:the )?return of (?:[\w’'-]+ ){0,2}?(?P<person>{P})(?:['’]s (?P<role>{P}|"
        r"[A-Z][\w’'-]+))?",
        "It teases the return of Ada Quill's Nell.",
    ),
    Row(
        "cast: will be back",
        " back ",
        r"{alone} (?:will be|are|is) back (?:on|for|in|aboard|as)\b",
        "Ada Quill and Bo Tarn will be back for the second season.",
        "player",
    ),
    Row(
        "cast: vehicle",
        "vehicle|starrer|thriller|comedy|com|drama|horror|action|film|movie|western|musical|"
        "romance",
        r"\b(?:(?:[Tt]he|[Aa]nother|latest|new|[Tt]his) {person} (?:vehicle|starrer|thriller|"
        r"comedy|"
        r"rom-?com|drama|horror|action(?:er)?|western|musical|romance)(?: comedy| film| movie| "
        r"pic)?"
        r"|[Aa]nother (?P<people>{P}) (?:film|movie))(?:,? {work})?",
        "The Ada Quill thriller Salt Road fell to number four.",
        "vehicle",
    ),
    Row(
        "cast: praised",
        "dazzle|shine|strike|excel|impress|sparkle|charm|soar",
        r"{alone} (?:dazzles?|shines?|strikes? gold|excels?|impress(?:es)?|sparkles?|charms?|"
        r"soars?) in "
        r"(?:[\w’'-]+ ){0,6}?(?:{work}|{kind}|story)",
        "Ada Quill and Bo Tarn shine in the dark comedy.",
    ),
    Row(
        "cast: featuring one",
        "featuring ",
        r"\bfeaturing (?:[a-z-]+ ){0,3}{person}",
        "It is an answer to a show featuring tycoon Ada Quill.",
    ),
    Row(
        "cast: hosted by",
        "ed by ",
        r"\b(?:hosted|presented|narrated|fronted|anchored) by {people}",
        "The show is hosted by Ada Quill and Bo Tarn.",
        "host",
    ),
    Row(
        "cast: two people's work",
        "'s |’s |' |’ ",
        r"(?P<people>{P} and {P})['’]s? (?:[\w’'-]+ ){1,6}?{work}",
        "Ada Quill and Bo Tarn's holiday comedy Salt Road opened third.",
    ),
    Row(
        "cast: a person's character",
        "'s |’s ",
        r"(?<!by ){person}['’]s (?:(?:King|Queen|Captain|Detective|Dr\.|Mr\.|Mrs\.|Ms\.|Sir|"
        r"Lord|Lady|"
        r"Prince|Princess|Agent|Chief|Professor|President) )*(?P<role>{P})(?!['’]s|,? (?:novel|"
        r"book))",
        "Quill's Nell Marsh is looking for help. Ada Quill was not.",
    ),
)
