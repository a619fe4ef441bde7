"""Who is in a cast, told in the plainest words: “Quill and Tarn also star.”, “Tarn returns too.”

Nothing in such a sentence names the work: it is the one that the words are about. Rows as in
cast.py, which tells what `says` may be.
"""

from __future__ import annotations

from .rows import Row

_TOO = r"(?:also|all|both|each|again|once again|once more|now|likewise)"
_END = r"(?=[.,;!]|\Z| (?:alongside|opposite|with|and|as|in (?:supporting|key|other|smaller) )\b)"
_RETURN = r"(?:returns?|returned|comes? back|came back|feature again)"
PLAINLY: tuple[Row, ...] = (
    Row(
        "cast: also stars",
        " star| appear| feature|-star| costar| recur",
        rf"{{alone}},? (?:who )?{{will}}(?:{_TOO} (?:stars?|starred|appears?|appeared|features?|"
        rf"featured|feature|recurs?|recurred)|(?:{_TOO} )?co-?stars?|(?:{_TOO} )?co-?starred|"
        rf"(?:stars?|starred|appears?|appeared|features?|featured|co-?stars?),? (?:too|as well|"
        rf"together|again))(?: too| as well)?{_END}",
        "Ada Quill, Bo Tarn and Cy Dunn also star.",
        "nearby",
    ),
    Row(
        "cast: who also stars",
        ", who ",
        r"{person}(?:, \d\d)?, who (?:also |both )?(?:co-)?(?:stars|starred|appears|features|acts)"
        r"(?=[.,;]|\Z| (?:as|alongside|opposite|with|and)\b)",
        "It was written by Ada Quill, who also stars.",
    ),
    Row(
        "cast: with somebody as",
        "ith |longside |pposite ",
        r"\b(?:[Ww]ith|[Aa]longside|[Oo]pposite) {person} as (?P<role>(?:his|her|their|a|an|the) "
        r"(?!(?:[\w-]+ )?(?:favou?rite|contender|winner|subject|guest of|chair|partner in|main|"
        r"only|face|driving|key|team|voice)\b)[\w’'-]+(?: [\w’'-]+){0,4}?)"
        r"(?=[.,;]|\Z| who | and {P})",
        "Quill is the vicar, with Ada Quill as her husband.",
    ),
    Row(
        "cast: also in the cast",
        "cast|ensemble|line-up|on board",
        r"{alone},? (?:is|are|will be|was|were) (?:also |all |both )(?:in|part of|on|among) "
        r"(?:the |its )?(?:[\w-]+ )?(?:cast|ensemble|line-?up|board)(?=[.,;]|\Z| (?:as|for|of)\b)",
        "Ada Quill and Bo Tarn are also in the cast.",
        "nearby",
    ),
    Row(
        "cast: is joined by others",
        "joined by",
        r"{alone},? (?:who )?(?:is|are|will be|was|were) (?:also )?joined (?:[\w-]+ ){0,4}?by "
        r"(?=(?:[\w’'-]+ ){0,4}?{P})",
        "Ada Quill is joined by Bo Tarn and Cy Dunn.",
        "nearby",
    ),
    Row(
        "cast: several star",
        " star.| star,| star;| star ",
        r"(?P<people>{P}(?:{joint}{P})+) (?:star|starred)(?=[.,;]|\Z| (?:alongside|opposite)\b)",
        "Ada Quill and Bo Tarn star.",
        "nearby",
    ),
    Row(
        "cast: all return",
        "return|back",
        rf"{{alone}},? (?:who )?(?:{_TOO} {_RETURN}|{_RETURN},? (?:too|as well|once more|again))"
        r"(?=[.,;!]|\Z| (?:as [A-Z]|alongside|for|in (?:their|his|her|the)|to (?:their|his|her)))",
        "Quill, Bo Tarn and Cy Dunn all return. Ada Quill did so before.",
        "successor",
    ),
    Row(
        "cast: several return",
        " return.| return,| return;| come back.| return alongside",
        r"(?P<people>{P}(?:{joint}{P})+) (?:return|come back)(?=[.,;]|\Z| alongside\b)",
        "Ada Quill and Bo Tarn return.",
        "successor",
    ),
    Row(
        "cast: turns come from",
        " from | by ",
        r"\b(?:[Tt]urns|[Pp]erformances|[Cc]ameos|[Aa]ppearances|[Ss]upport)"
        r"(?: (?:also|too))? (?:comes?|came|are|is|provided|supplied) (?:also )?(?:from|by) "
        r"{people}",
        "Strong supporting turns come from Ada Quill and Bo Tarn.",
    ),
    Row(
        "cast: the only one confirmed",
        "cast|actor|star|name",
        r"{alone},? (?:is|are|was|were) (?:so far |currently )?(?:the|among the) (?:only |first |"
        r"sole )?(?:(?!cast)[\w-]+ )?(?:cast members?|actors?|stars?|names?)"
        r"(?: so far| yet| currently)? "
        r"(?:confirmed|announced|known|signed(?: up| on)?|attached|certain|guaranteed|to have been "
        r"confirmed)(?=[.,;]|\Z| (?:to|for|so|yet|at|as)\b)",
        "Ada Quill is the only cast member confirmed to be returning so far.",
    ),
)
