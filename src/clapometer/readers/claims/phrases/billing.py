"""Who is billed in a work: leads and hosts, lists of casts, whose vehicle it is.

Rows as in cast.py, which tells what `says` may be.
"""

from __future__ import annotations

from .rows import Row

_HOST = (
    r"(?:co-?hosts?|hosts?|co-?presenters?|presenters?|judges?|coach(?:es)?|narrators?|captains?|"
    r"panell?ists?|quizmasters?|mentors?|anchors?|team captains?)"
)
_BEFORE_A_STAR = (
    r"(?:\A|(?<=[,;:] )|(?<=\band )|(?<=\bits )|(?<=\bby )|(?<=\bwith )|(?<=[’'] )|(?<=[.!?] ))"
)
BILLING: tuple[Row, ...] = (
    Row(
        "cast: its lead",
        "lead|star|front|headliner|host|presenter|narrator|castmate|cast member",
        r"\b(?:[Ii]ts|[Tt]he (?:film|movie|show|series|drama|comedy|sitcom|soap|programme)['’]s|"
        r"{W}['’]s?) (?:[\w-]+ ){0,2}?(?:stars?|leads?|leading m[ae]n|leading lad(?:y|ies)|"
        r"frontm[ae]n|headliners?|(?P<role>hosts?|presenters?|narrators?|judges?)),? {people}",
        "It has a high score, and its lead, Ada Quill, is spoken of.",
    ),
    Row(
        "cast: lead actress",
        "ead|o-star|astmate|ast-mate|ast member|eries regular|eries lead",
        r"\b(?:[Ll]ead(?:ing)? (?:actors?|actress(?:es)?|m[ae]n|lad(?:y|ies)|stars?)|[Cc]o-?stars?|"
        r"[Cc]ast-?mates?|[Ff]ellow (?:stars?|cast members?)|[Ss]eries (?:leads?|regulars?|stars?)|"
        r"[Cc]ast members?|[Ll]eads) {people}",
        "Lead actress Ada Quill wept.",
    ),
    Row(
        "cast: star at the start",
        "tar ",
        rf"{_BEFORE_A_STAR}[Ss]tars? {{people}}(?=,| and | has | have | will | is | was | told |"
        rf" said "
        r"| says | reunite| return|['’])",
        "Director Bo Tarn and star Ada Quill reunite for the sequel.",
    ),
    Row(
        "cast: host",
        "ost |resenter|udge|arrator|aptain|uizmaster|osts |oach|anel|entor|nchor",
        rf"{_BEFORE_A_STAR}(?P<role>(?i:{_HOST})) {{alone}}",
        "Host Ada Quill has signed a new contract.",
    ),
    Row(
        "cast: host of the work",
        "host|presenter|judge|coach|narrator|captain|panel|quizmaster|mentor|anchor",
        rf"{{work}}['’]?s? (?:[\w-]+ )?(?P<role>{_HOST}) {{alone}}"
        rf"(?:(?:, | and |, and )(?:[\w-]+ )?{_HOST} (?P<others>{{P}}))?",
        '"Salt Road" judge Ada Quill and host Bo Tarn will be back.',
    ),
    Row(
        "cast: hosts",
        "host|present|front|narrat|judg",
        r"{alone},? (?:who )?{aux}(?P<role>hosts?|hosted|hosting|co-hosts?|presents?|presented|"
        r"co-presents?|fronts?|fronted|narrates?|narrated|judge[sd]?) {it}",
        "Ada Quill fronts the hit show with Bo Tarn.",
    ),
    Row(
        "cast: on the panel",
        "panel|judges|coaches|hosts|presenters|captains|judging",
        r"{alone},? (?:who )?{aux}(?:on|make up|makes up|sit on|sits on|join|joins|complete|"
        r"completes|form|rounds? out) (?:the|its) (?:\w+ )?(?:judging )?(?:panel|line-up of "
        r"judges)",
        "Chef Ada Quill and former pop star Bo Tarn make up the judging panel.",
        "judge",
    ),
    Row(
        "cast: the judges are",
        "udges|anel|oaches|osts |resenters|aptains",
        r"\b(?P<role>[Jj]udges|[Pp]anell?ists|[Cc]oaches|[Hh]osts|[Pp]resenters|[Tt]eam captains|"
        r"(?:[Jj]udging )?[Pp]anel)(?: (?:are|is|include|includes|of|will be|consists? of|"
        r"comprises?|—|–)|:) {people}",
        "The judges are Ada Quill and Bo Tarn.",
    ),
    Row(
        "cast: hosted through the years by",
        " by ",
        r"\b(?:hosted|presented|narrated|anchored|compered|judged)(?: [a-z-]+){1,5}? by {people}",
        "It has been hosted since the start by Ada Quill.",
        "host",
    ),
    Row(
        "cast: led from the start by",
        " by ",
        r"\b(?:[Ff]ronted|[Ll]ed|[Hh]eadlined|[Aa]nchored|[Hh]eaded|[Tt]oplined)"
        r"(?:(?: [a-z-]+){1,5}?)? (?:up )?by(?! {P},? as) {people}",
        "Fronted from the very beginning by Ada Quill (as supervisor Nell Marsh), it began in "
        "2018.",
    ),
    Row(
        "cast: leads it",
        "lead|head|front|topline|carr|anchor",
        r"{alone},? (?:who )?{aux}(?:leads?|heads?(?: up)?|headlines?|headlined|toplines?|toplined|"
        r"top-lines?|carries|anchors|headlining|leading|toplining) (?:{it}|the (?:all-star |"
        r"star-studded )?cast|an? (?:[\w-]+ ){0,3}cast)",
        'Ada Quill headlines "Salt Road" as an earl.',
    ),
    Row(
        "cast: a work with them",
        " with |With ",
        r"(?:{W},?|\b{kind}) (?:also )?with {people}(?=[,.;)]|\Z| that | which | in the | in an? | "
        r"about )",
        "It beat the expensive space adventure with Ada Quill and Bo Tarn that had led for weeks.",
        "with",
    ),
    Row(
        "cast: which features",
        "featur|boast|showcas",
        r"(?:{W}|\b(?:which|that|also|series|show|film|drama|comedy|it|It|thriller|season|"
        r"sequel)),? "
        r"(?:also |now |again )?(?:features?|featured|boasts?|showcases) {people}(?!['’]s? )"
        r"(?=[.,;]|\Z| and more| among| in | as )",
        'It is led by Quill in "Salt Road", which also features Ada Quill, Bo Tarn and Cy Dunn.',
    ),
    Row(
        "cast: the likes of",
        "likes of|names |stars such|stars like|faces|talent",
        r"(?:\bthe likes of|\b(?:names|stars|faces|talents?|actors|stalwarts|favourites) "
        r"(?:such as|like|including)|\bsuch (?:names|stars|talents) as) {people}",
        "It stars the likes of Ada Quill, Bo Tarn and Cy Dunn.",
    ),
    Row(
        "cast: appearances from",
        "appearance|cameo|turn|spot|performance",
        r"\b(?:appearances?|cameos?|guest (?:spots?|turns?|roles?)|performances?|(?:supporting|"
        r"scene-stealing) turns?) (?:from|by|for|featuring|courtesy of) {people}",
        "There are cameos from Ada Quill and Bo Tarn.",
    ),
    Row(
        "cast: guest stars in it are",
        "uest",
        r"\b[Gg]uest[- ]?stars?(?: (?:in|for|on|this) [^.;,]{1,60}?)? (?:include|are|is|will "
        r"include) {people}",
        "Its guest stars in the new season include Ada Quill and Bo Tarn.",
        "guest",
    ),
    Row(
        "cast: guest stars in",
        "guest",
        r"{alone},? {aux}guest[- ]star(?:s|red|ring)?(?= (?:in|on|as|this|for)\b|[.,;]|\Z)",
        "Ada Quill will guest star in an episode.",
        "guest",
    ),
    Row(
        "cast: completing the cast",
        "ing ",
        r"\b(?:[Rr]ounding out|[Cc]ompleting|[Hh]eading|[Ll]eading|[Ff]illing out|[Tt]opping|"
        r"[Aa]lso in|[Aa]lso among|[Bb]ack in|[Rr]eturning to|[Nn]ew to|[Jj]oining|[Hh]eading up|"
        r"[Bb]olstering|[Aa]lso joining) (?:the|its|a|an|that) (?:[\w-]+ ){0,3}?(?:cast|ensemble|"
        r"line-?up|team|call sheet|roster|players)(?: [^.;,]{1,40}?)? (?:are|is|will be|were|was) "
        r"{people}",
        "Rounding out the cast are Ada Quill, Bo Tarn and Cy Dunn.",
    ),
    Row(
        "cast: also on board",
        "lso ",
        r"\b[Aa]lso (?:on board|back|returning|starring|appearing|confirmed|along for the ride|"
        r"in the (?:cast|mix|line-?up)|joining|featured|featuring|attached|on hand|new|expected)"
        r"(?: (?:for|in|to|as|on|this|alongside) [^.;:,]{1,40}?)?(?: are| is|:|,)? {people}",
        "Also on board for the new season are Ada Quill and Bo Tarn.",
    ),
    Row(
        "cast: the cast, named",
        "cast|Cast",
        r"\b[Cc]ast(?: members?)?(?: (?:of|for) [^.;,:—–]{1,40}?)?(?: ?(?:—|–|:|\() ?| - |, "
        r"(?:with|"
        r"including|led by|headed by|headlined by) ){people}",
        "The main cast — Ada Quill, Bo Tarn and Cy Dunn — are back.",
    ),
    Row(
        "cast: with them among those",
        "with ",
        r"\b[Cc]ast,? with {people}",
        "It boasts an all-star cast, with Ada Quill and Bo Tarn among those appearing.",
    ),
    Row(
        "cast: a person's kind of work",
        "",
        r"(?<!['’] )(?<!director )(?<!filmmaker ){person} (?:vehicle|starrer|{kind})"
        r"(?: (?:film|movie|series|thriller|comedy|drama|pic))?,? {work}",
        "It ended the three-week reign of Ada Quill comedy Salt Road.",
    ),
    Row(
        "cast: joined to a hyphen",
        "-",
        r"{alone}-(?:co-)?(?:starring|led|fronted|headlined|hosted|presented|voiced|narrated)\b",
        "The Ada Quill-led drama is back.",
    ),
    Row(
        "cast: with them, and no more",
        "With ",
        r"\AWith {people}(?=[.;]|\Z)",
        "With Ada Quill (Salt), Bo Tarn, Cy Dunn.",
    ),
    Row(
        "cast: label",
        "ast:|tarring:|tars:|With:",
        r"\b(?:[Cc]ast|[Ss]tarring|[Ss]tars|[Ww]ith|[Vv]oices): {people}",
        "Cast: Ada Quill, Bo Tarn, Cy Dunn.",
    ),
)
