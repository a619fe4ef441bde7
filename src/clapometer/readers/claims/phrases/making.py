"""Who made a work, told otherwise than by a job beside a name: rows as in credits.py.

`says` may also be `whose`: whether the person made the work or plays in it is told elsewhere in
the story; `she`: the person who last began a sentence; `former`: who made it before.
"""

from __future__ import annotations

from .credit_words import JOB, LIST, MAKE, MAKING
from .rows import Row

_BETWEEN = (
    r"(?: (?:(?:the|its|all|every|each|most|both|his|her|their|an?) (?:[\w’'-]+ ){0,3}?"
    r"(?:script|screenplay|series|show|film|movie|pilot|book|story|music|score|episodes?|drama|"
    r"comedy|season)|it|{it}))?"
)
MAKING_ROWS: tuple[Row, ...] = (
    Row(
        "credit: made it with",
        " with |alongside",
        rf"(?P<job>{MAKE}(?:{LIST}{MAKE})*){_BETWEEN} (?:(?:together |along )?with|alongside) "
        rf"{{people}}",
        'She wrote the script with the novelist Ada Quill for "Salt Road".',
    ),
    Row(
        "credit: they produce",
        "produc|direct|write",
        r"{alone},? (?:who )?(?:will |(?:is|are) (?:set|due|attached|returning|on board"
        r"|back) to |returns? to |also |all |both |now |again )*"
        r"(?P<job>(?:writes? and )?(?:(?:co-)?(?:executive|exec)[- ]produc(?:es?|ed|ing)|"
        r"(?:is |are )?produc(?:es?|ing)|(?:is |are )?direct(?:s|ing)?)|(?<=to )write|"
        r"(?<=will )write)(?: too| as well)?"
        r"(?= (?:with|alongside|for|via|through|under)\b|[.,;]|\Z)",
        "Ada Quill and Bo Tarn executive produce with Cy Dunn.",
    ),
    Row(
        "credit: which they made",
        "which |that ",
        rf"\b(?:which|that) {{alone}} {{aux}}(?P<job>{MAKE}(?:{LIST}{MAKE})*)(?= (?:and|with|"
        rf"from|for|in|"
        rf"based|himself|herself|alongside|as)\b|[,.;]|\Z)",
        'It is "Salt Road", a drama about a chief that Ada Quill adapted from her own play.',
    ),
    Row(
        "credit: with them making",
        "ith ",
        rf"\b[Ww]ith {{people}} (?:also |both |all |back |set |returning |attached |tapped |on "
        rf"board |"
        rf"now |due |once again |again |still |to |as |the |an? "
        rf")*(?P<job>{MAKING}(?:{LIST}{MAKING})*|"
        rf"{MAKE}|{JOB})\b",
        "It is in the works, with Ada Quill and Bo Tarn also executive producing.",
    ),
    Row(
        "credit: behind the camera is",
        "ehind the|t the helm|alling the shots|irecting|riting|hair",
        r"\b(?:[Bb]ehind the (?:camera|lens)|[Aa]t the (?:helm|controls)|[Cc]alling the shots|"
        r"[Ii]n the director['’]s "
        r"chair|[Dd]irecting|[Ww]riting|[Oo]verseeing)(?: (?:on|of|for|in) {it})?(?: (?:again|"
        r"this time))?,? (?:is|are|"
        r"will be|was|were) {people}",
        'Behind the camera on "Salt Road" is Ada Quill.',
        "director",
    ),
    Row(
        "credit: calling the shots",
        "shots|controls|show|charge",
        r"{alone},? (?:who )?{aux}(?:calling the shots|call(?:s|ed) the shots|at the controls|"
        r"running the show|in charge"
        r" of)(?: (?:on|of|for|in))?(?: {it})?",
        'Ada Quill is calling the shots on "Salt Road" once more.',
        "director",
    ),
    Row(
        "credit: adapting her own",
        "dapting ",
        r"\b[Aa]dapting (?:her|his|their) own [^,.;]{1,50}, {alone}",
        "Adapting her own bestseller for the screen, Ada Quill has changed the end.",
        "writer",
    ),
    Row(
        "credit: at the helm",
        "helm|chair|camera|reins|megaphone",
        r"{alone},? (?:who )?{aux}(?:returning |back |stays |remains |sitting )?(?P<job>at the "
        r"helm|"
        r"in the director['’]s chair|behind the camera|takes? the (?:helm|reins)|taking the "
        r"(?:helm|reins)|took the (?:helm|reins)|taken the (?:helm|reins))(?: (?:of|for|on) {it})?",
        'It is back, with Ada Quill at the helm of "Salt Road".',
        "director",
    ),
    Row(
        "credit: a script by",
        " by| from",
        r"(?<!short )(?<!a story )\b(?P<job>[Ss]creenplay|[Ss]cript|[Tt]eleplay|[Mm]usic|score|"
        r"direction|"
        r"songs and music)"
        r"(?: is| was| comes| are)?(?: written| composed)? (?:by|from|courtesy of):? {people}",
        "It has a screenplay by Ada Quill and music by Bo Tarn.",
    ),
    Row(
        "credit: a script they wrote",
        " wrote|written",
        r"\b(?:script|screenplay|teleplay|book|story) (?:that )?(?:she|he|they) "
        r"(?P<job>co-wrote|wrote|penned|co-penned|had written)(?: together)?(?: (?:with|alongside) "
        r"{others})?",
        "Directed by Ada Quill from a screenplay she wrote with Bo Tarn, it opened on Friday.",
        "she",
    ),
    Row(
        "credit: she made it",
        "he |hey |ing ",
        rf"(?:(?<![\w\"“”])(?:[Ss]he|[Hh]e|[Tt]hey) (?:(?:will|would|has|had|have|also|since|"
        rf"then|is|was|"
        rf"to|set|now|later|previously|both|originally|first) "
        rf"){{0,3}}(?P<job>{MAKE}(?:{LIST}{MAKE})*)"
        rf"|, (?P<making>{MAKING}(?:{LIST}{MAKING})*)) (?:{{it}}|it\b|(?:all|every|each|most of "
        rf"the)"
        rf" [\w ]{{0,12}}(?:episodes?|instal?ments?|scripts?)\b)",
        'She has worked in television, directing two episodes of "Salt Road".',
        "she",
    ),
    Row(
        "credit: she serves as",
        " as ",
        rf"\b(?:[Ss]he|[Hh]e|[Tt]hey)['’]?(?:s|ll|re)? (?:[a-z-]+ ){{0,3}}?(?:serv(?:es?|ed|"
        rf"ing)|stays? on|"
        rf"stayed on|remains?|returns?|continues?|acts?|works?|step(?:s|ped)? down|credited) "
        rf"(?:on )?as (?:the |an? |its )?(?P<job>{JOB}(?:{LIST}{JOB})*)",
        "Ada Quill leaves the pen to others, though she stays on as an executive producer.",
        "she",
    ),
    Row(
        "credit: who made",
        ", who | who ",
        rf"{{person}}(?:, \d\d)?,? who (?:also |both |has |had |co-|previously |originally |"
        rf"first |will "
        rf"|is )*(?P<job>{MAKE}(?:{LIST}{MAKE})*)\b(?! (?:on|in|that|to|about|for|how|a (?:book|"
        rf"column|"
        rf"letter|review|post|report)|an? (?:article|essay))\b|:)",
        "Ada Quill, who penned every instalment, said so.",
    ),
    Row(
        "credit: in the chair as",
        "as ",
        rf"{{alone}},? (?:who )?{{aux}}(?:attached|on board|stay\w* on|remain\w*|installed|"
        rf"named|tapped|"
        rf"hired|announced|confirmed|back|promoted|elevated|brought (?:in|on)|recruited|join\w*|"
        rf"board\w*|"
        rf"credited|listed|working|took over|takes? over|taking over|stepp\w+ (?:in|up)|drafted in)"
        rf"(?: [^.,;]{{0,30}}?)? as (?:the |an? |its |new |sole |a new )*(?P<job>{JOB}(?:{LIST}"
        rf"(?:the |an? )?{JOB})*)",
        "Ada Quill and Bo Tarn are attached as executive producers.",
    ),
    Row(
        "credit: no longer as",
        "as ",
        rf"{{alone}},? (?:who )?{{aux}}(?:step(?:s|ped|ping)? (?:down|back|aside|away)|exit(?:s|"
        rf"ed|ing)?|"
        rf"depart(?:s|ed|ing)?|quit(?:s|ting)?|fired|ousted|resign(?:s|ed)|removed|(?:been |was "
        rf")replaced|left|"
        rf"leaves|leaving|dropped|bow(?:s|ed|ing)? out)(?: [^.,;]{{0,30}}?)? as (?:the |an? |its )?"
        rf"(?P<job>{JOB}(?:{LIST}{JOB})*)",
        'Ada Quill has stepped down as showrunner of "Salt Road".',
        "former",
    ),
    Row(
        "credit: replaced them as",
        "replac|succeed|over from|taking over|stepp",
        rf"{{alone}},? (?:who )?{{aux}}(?:replac(?:es?|ed|ing)|succeed(?:s|ed|ing)?|t(?:akes?|"
        rf"ook|aken|aking)"
        rf" over from|stepp(?:ed|ing) in for) (?:her|him|them|{{P}})(?: (?:as|in the role of) "
        rf"(?:the |its )?"
        rf"(?P<job>{JOB}))",
        "Ada Quill has since replaced her as showrunner.",
    ),
    Row(
        "credit: with a successor",
        "with ",
        rf"\bas (?:the |its )?(?P<job>{JOB})\b[^.;]{{0,60}}?, with {{people}} (?:replacing|"
        rf"taking over|"
        rf"succeeding|stepping in|stepping up|set to (?:replace|take over|succeed))",
        "Ada Quill left as showrunner of the series, with Bo Tarn replacing him.",
    ),
    Row(
        "credit: handed over to",
        " to ",
        rf"\b(?:hand(?:s|ed|ing)|pass(?:es|ed|ing)|turn(?:s|ed|ing)|entrust(?:s|ed)) (?:over )?"
        rf"(?:the |her |his |their )?(?P<job>{JOB}|reins|showrunning|directing|writing|directorial|"
        rf"directing duties)(?:['’]s?)?(?: [a-z]+){{0,3}}? (?:over )?to {{people}}",
        "Ada Quill has handed the head writer's quill to Bo Tarn.",
    ),
    Row(
        "credit: the brains behind",
        " behind |brainchild|from the pen|creation of|the work of",
        r"{alone},? (?:who is |who was |is |are |was |were )?(?:the |one of the |both "
        r")?(?:[\w-]+ ){0,2}?"
        r"(?:brains?|minds?|m[ae]n|wom[ae]n|team|duo|pair|masterminds?|force|genius|architects?|"
        r"visionary|"
        r"people|creators?|writers?|names?|siblings|brothers|sisters|couple) behind {it}",
        'Ada Quill, the brains behind "Salt Road," has promised more.',
        "creator",
    ),
    Row(
        "credit: behind it",
        "ehind ",
        r"\b(?:brains?|minds?|masterminds?|creative (?:team|duo|force)|duo|pair|man|woman|"
        r"people|team) "
        r"behind {it}(?:,| is| are) {people}",
        'It comes from the minds behind "Salt Road", Ada Quill and Bo Tarn.',
        "creator",
    ),
    Row(
        "credit: brainchild",
        "brainchild|the pen of|creation of|mind of|minds of|imagination of",
        r"\b(?:brainchild|the pen|the creation|(?:twisted |fertile |brilliant )?minds?|"
        r"imagination|the work)"
        r" of {people}",
        "The series is the brainchild of Ada Quill.",
        "creator",
    ),
    Row(
        "credit: created, with a hyphen",
        "-",
        r"{alone}-(?P<job>(?:co-)?(?:created|written|penned|scripted|directed|helmed|produced))\b",
        "The Ada Quill-created drama will end.",
    ),
    Row(
        "credit: boss of the work",
        "boss|supremo|mastermind|scribe|chief|EP ",
        r"{work}['’]?s? (?P<job>(?:show)?boss(?:es)?|supremo|mastermind|scribe|EP|exec "
        r"producer) {alone}",
        '"Salt Road" boss Ada Quill has explained it.',
    ),
    Row(
        "credit: label of a job",
        "dir|Dir|reator|riter|howrunner|xecutive",
        r"(?:\(|\b)(?P<job>[Dd]ir\.|[Dd]irectors?|[Cc]reators?|[Ww]riters?|[Ss]howrunners?|"
        r"[Ee]xecutive "
        r"producers?|[Pp]roducers?|[Ss]creenplay|[Ss]tory)(?::|(?<=\.)) {people}",
        "It is a chamber piece (dir. Ada Quill).",
    ),
    Row(
        "credit: a work from them",
        " from ",
        r"{work},? from (?:(?:the|director|film-?maker|writer|creator|writer-director) )?{alone}"
        r"(?=[,.]| (?:which|that|and|has|is|was|opened|took|made)\b)",
        'It was led by "Salt Road" from Ada Quill, which took $10 million.',
        "director",
    ),
    Row(
        "credit: directorial debut",
        "debut",
        r"\bdebut (?:feature |film |series )?(?:of|for|from) "
        r"(?:(?!script|screenplay|teleplay|by\b)[\w’'-]+ ){0,3}?{person}|"
        r"{alone},? (?:who )?{aux}(?:makes?|making|made) (?:his|her|their) "
        r"(?:(?!acting|screen|stage)[\w-]+ )?(?:directorial|directing|feature) debut",
        "The film marks the directorial debut of Ada Quill.",
        "director",
    ),
    Row(
        "credit: whose work of a kind",
        "'s |’s |' |’ ",
        r"(?<!by ){person}['’]s? (?:(?!novel|book|memoir|play\b|own\b)[\w’'.-]+ ){0,5}?"
        r"(?:film|movie|picture|feature|debut|project|series|show|drama|comedy|sitcom|hit|"
        r"sequel|musical|"
        r"documentary|biopic|thriller|saga|epic|flick|pic|whodunnit),? (?:(?:19|20)\d\d['’]s |"
        r"the (?:[\w-]+ "
        r"){0,4})?{work}(?![’']| (?:sequel|"
        r"prequel|"
        r"spin-?off|franchise|universe|star|actor|actress)\b)",
        'Ada Quill\'s last picture, the whaling saga "Salt Road", was a harder sell.',
        "whose",
    ),
    Row(
        "credit: whose adaptation",
        "'s |’s |' |’ ",
        r"{person}['’]s? (?:[\w-]+ ){0,4}?(?:adaptation|take|version|retelling|remake|reimagining|"
        r"dramati[sz]ation|update) (?:of|on) ",
        "Ada Quill's lavish adaptation of the novel opens on Friday.",
        "whose",
    ),
    Row(
        "credit: which is whose",
        "'s |’s |' |’ ",
        r"{work},? (?:(?:is|was|marks|will be) )?{person}['’]s? (?:[\w-]+ ){0,4}?(?:film|movie|"
        r"feature|debut|"
        r"effort|series|show|drama|comedy|follow-?up|picture|project|outing|thriller|sitcom|"
        r"saga|epic|baby)\b",
        '"Salt Road" is Ada Quill\'s first series in years.',
        "whose",
    ),
    Row(
        "credit: their earlier work",
        "er |is |eir ",
        r"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:[\w’'-]+ ){0,4}?(?:film|movie|picture|feature|series|"
        r"show|hit|"
        r"comedy|drama|debut|follow-?up|thriller),? (?:(?:19|20)\d\d['’]s |the (?:[\w-]+ "
        r"){0,4})?{work}",
        'Her last film, "Salt Road", was a harder sell.',
        "whose she",
    ),
)
