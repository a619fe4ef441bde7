"""Who plays in a work, and whom: the rows of the grammar of casts.

`says` is one of SAYS, or "" where the words around decide everything.
"""

from __future__ import annotations

from .billing import BILLING
from .guests import GUESTS
from .joining import JOINING
from .nearby import NEARBY
from .performing import PERFORMING
from .plainly import PLAINLY
from .rows import Row

SAYS: dict[str, str] = {
    "denied": "the modality is denied",
    "guest": "the person is a guest star",
    "host": "the role is that of the host",
    "vehicle": "a word for a kind of work follows the name; that work is one of the sentence's own"
    " only if it follows",
    "she": "the person is the one who last began a sentence",
    "with others": "counts only where another row found somebody in the same sentence",
    "beside": "the same, for those whom no verb of playing names",
    "she too": "the person who last began a sentence, and those whom the row names",
    "character": "the role counts only if it may be somebody's name",
    "former": "the modality is former",
    "undecided": "the modality is undecided",
    "succession": "the one of the group `others` took part before, unless a maker's job is told",
    "successor": "counts unless the sentence tells a maker's job",
    "player": "counts unless a maker's job stands before",
    "nearby": "counts unless a maker's job, speech or watching stands before",
    "with": "counts unless somebody made the work with those named",
    "judge": "the role is that of a judge",
}
"""What a row may say beside its pattern."""
_PLAYING: tuple[Row, ...] = (
    Row(
        "cast: will not return",
        "return|back|appear|reprise|reprising|star|play",
        r"{person}(?:, \d\d)?(?:, (?:who|whose) [^;]{0,90}?)?,?(?: [^.,;]{0,40}?)? "
        r"(?:will not|won['’]t|is not|isn['’]t|are not|aren['’]t|will no longer) (?:be )?"
        r"(?:return|returning|back|appear|reprise|reprising|star|play|playing)\b",
        "Ada Quill, who played Nell Marsh, will not be returning for the new season.",
        "denied",
    ),
    Row(
        "cast: played by",
        "played |portrayed |voiced |embodied |depicted ",
        r"(?P<role>{P}|(?:(?:the|a|an|chef|named|detective) )?[A-Z][\w’'-]+(?: [A-Z][\w’'-]+)*"
        r"|(?:[\w’'-]+ ){1,5}?)"
        r",? \(?(?:who is |is |are |being )?(?:played|portrayed|voiced|embodied|depicted) "
        r"(?:\w+ly )?by {people}",
        "It follows Nell Marsh, played by Oscar winner Ada Quill, as she comes home.",
    ),
    Row(
        "cast: voiced by",
        "played by|portrayed by|voiced by",
        r"(?:played|portrayed|voiced) by {people}",
        "The new storm chasers are voiced by Ada Quill, Bo Tarn and Cy Dunn.",
    ),
    Row(
        "cast: plays",
        "play|portray|voice",
        r"{alone}(?:, (?!who|while|as|and|but)[^,;\ue000-\ue7ff]{1,60},)?,? (?:who "
        r")?{will}{also}(?:plays?|played|playing|"
        r"portrays?|portrayed|voices?|voiced) "
        r"{role}",
        "Ada Quill, who plays mayor Nell Marsh in the series, was there.",
    ),
    Row(
        "cast: verb as",
        " as ",
        r"{alone},? (?:who )?{will}{also}(?:returns?|stars?|starred|co-?stars?|guest[- ]stars?|"
        r"appears?|"
        r"appeared|is back|are back|joins?|joined|leads?|features?|recurs?|return(?:s|ed|ing)) "
        r"(?:in [^,.;]{1,40} |alongside [^,.;]{1,40} )?"
        r"as (?=(?:the|a|an|his|her|their|adult|young)\b|[A-Z]|{P}){role}",
        "Ada Quill returns as Nell, and Bo Tarn will also return as Jack Reed.",
    ),
    Row(
        "cast: reprises",
        " role",
        r"{alone},? {will}{also}(?:reprise|reprises|reprised|reprising|have|bring back|returns? "
        r"to) "
        r"(?:his|her|their|the) (?:\w+ ){0,3}?roles? (?:as|of) (?:\w+ )?{name}",
        "The sequel has Ada Quill reprise her most famous role of Captain Nell Marsh.",
    ),
    Row(
        "cast: first made an appearance as",
        "appearance|debut",
        r"{alone} (?:first )?(?:made|makes|make) (?:an|his|her|their) (?:\w+ )?(?:appearance|debut)"
        r"[^.;]{0,60}? as (?:[\w’'-]+ ){0,3}?{name}",
        "Quill first made an appearance in the finale as stage star Bo Tarn.",
    ),
    Row(
        "cast: in the role",
        " role",
        r"{alone} in (?:the|his|her|their) (?:\w+ ){0,3}?roles?(?: (?:of|as) (?:[a-z-]+ "
        r"){0,3}{name})?",
        "It brings back Ada Quill in her most famous role as pilot Nell Marsh.",
    ),
    Row(
        "cast: cast as",
        " to play | as ",
        r"{alone},? (?:has|have|had) (?:also )?(?:been |joined )(?:the cast )?(?:cast|tapped|set|"
        r"hired|signed on|announced)? ?(?:to play |as )(?:[a-z]+ ){0,3}?{name}",
        "Ada Quill has been cast as Nell Marsh.",
    ),
    Row(
        "cast: set to play",
        " to play| to portray| to star| to voice| to lead| to join",
        r"{alone},? (?:is |are |was |were )?(?:in talks|set|tapped|signed on|cast|confirmed|"
        r"negotiating|attached|eyed|circling) to (?:play|portray|star|voice|lead|join)(?: as)? "
        r"(?:in )?(?:[a-z]+ ){0,3}?(?:{name}|{work})",
        "Ada Quill is in talks to play Nell Marsh.",
    ),
    Row(
        "cast: all as",
        " as ",
        r"(?<!by )(?P<people>{P}(?:(?:, and | and |, ){P})+),? as "
        r"(?=(?:[a-z-]+ ){0,4}(?:[A-Z]|{P})){roles}",
        "It stars Ada Quill and Bo Tarn as Nell Marsh and Jack Reed, two thieves.",
    ),
    Row(
        "cast: as",
        " as ",
        r"(?<!by )(?<!name )(?<!hails )(?<!called )(?<!describes )(?<!see )(?<!sees )"
        r"(?P<person>{P}),? as (?!(?:an? )?(?:co-|executive|creator|director|writer|producer|"
        r"showrunner|"
        r"president|chief|head|host|one|part|well|much|many|soon|long|far|if|it|they|he|she|the "
        r"(?:film|movie|show|series|new|best|most|first|next|author|director|writer))\b){name}",
        "Also there are Ada Quill as Nell Marsh and Bo Tarn as old Jack.",
    ),
    Row(
        "cast: as, and as",
        " as ",
        r"(?<=[\ue000-\ue7ff] as )[^,.;]{1,60}?(?:,? and |, ){person} as "
        r"(?P<role>(?:his|her|their|a|an|the) [\w’' -]{3,50}?)(?=[.,;]|\Z)",
        "It starred Ada Quill as Nell Marsh and Bo Tarn as her long-suffering valet.",
    ),
    Row(
        "cast: she plays",
        "play|portray|voice",
        r"(?<![\w\"“”])(?<!where )(?<!which )(?<!when )(?<!whom )(?:[Ss]he|[Hh]e|[Tt]hey|[Tt]he "
        r"(?:[A-Z]\w+-born )?(?:actor|actress|star|comedian|comic|performer|newcomer|{W} "
        r"(?:alum|star|"
        r"actor|actress|veteran)|\d\d-year-old)) {will}(?:has |had )?{also}(?:been |is "
        r")?(?:(?:been )?cast "
        r"as|plays?|played|joins? as|"
        r"portrays?|"
        r"portrayed|voices?|voiced|stars as|starred as) {name}",
        "For six years she has played Nell Marsh.",
        "she",
    ),
    Row(
        "cast: known for the role",
        "known|famous|famed|remembered|recogni",
        r"{person},? (?:who is |is |was |\d\d, )?(?:best |perhaps best |most |also |better "
        r")?(?:known|famous|famed|"
        r"remembered|recogni[sz]ed)(?: to \w+)? (?:for|as) (?:(?:playing|portraying|(?:his|her|"
        r"their) (?:[\w-]+ )"
        r"{0,3}(?:roles?|turn|part|work|performance) (?:as|of)) )?(?:{name} )?(?:in|on|from) "
        r"(?:[\w’'-]+ ){0,3}?"
        r"{work}",
        'Ada Quill, best known for her role as Nell Marsh in "Salt Road", was there.',
    ),
    Row(
        "cast: seen in",
        "seen |heard ",
        r"{person}(?:, who [^.;,]{1,80},)? (?:will |can )(?:next |also |soon |then )?(?:be )?"
        r"(?:seen|heard) (?:next )?(?:(?:opposite|alongside) {others} )?in "
        r"(?:[\w’'+-]+ ){0,5}?{work}",
        'Quill will next be seen in "Salt Road". Ada Quill said so.',
    ),
    Row(
        "cast: starring",
        "tarr|tars|-star|lined|led by|toplining|Toplining|reunit|reteam",
        r"\b(?:[Ss]tarring|(?:co-)?starred|[Ss]tars|co-stars|co-starring|[Tt]op-?lined by|"
        r"[Hh]eadlined by|led by(?! {P},? as)|[Tt]oplining|reunites|reuniting|reteams):? "
        r"(?:actors? |returning |newcomers? )?{people}",
        "Starring two-time award winner Ada Quill, newcomer Bo Tarn and Cy Dunn, it opens today.",
    ),
    Row(
        "cast: featuring",
        "featur|showcas|with |adds |introduc",
        r"\b(?:featur(?:es|ing)|showcases|with|adds|introduces|introducing) (?:the )?"
        r"(?:returning |new |voice )?(?:cast (?:members? )?)?(?:of |the voices? of |performances? "
        r"(?:by|from) |appearances? (?:by|from) |turns? (?:by|from) |stars? )?{people} "
        r"(?:in (?:the|its|a|an|supporting|lead|key|starring|main)\b|star|rounding|also (?:star|"
        r"in\b|"
        r"appear|featur|join|on board))",
        "It features Ada Quill and Bo Tarn in the lead roles.",
    ),
    Row(
        "cast: voices of",
        "the voice",
        r"\bthe voices? of {people}",
        "The film has the voices of Ada Quill and Bo Tarn.",
    ),
    Row(
        "cast: cast of",
        "cast|ensemble|line-up|lineup|leads|stars|actors",
        r"\b(?:(?:core|ensemble|starry|star-studded|main|all-star|supporting|returning|voice|new|"
        r"stellar|impressive|original|lead|leading|central) )?(?:cast|ensemble|line-?up|leads|"
        r"stars|"
        r"actors)(?: members?| list)?(?: (?:from|of|for) [^.;,]{1,40})?,?(?: also| that| "
        r"which)? (?:of|including|"
        r"includes?|included|featur(?:es|ing)|consists of|comprises|made up of|is led by|like|"
        r"such as|"
        r"is rounded out by|are|boasts|will include|will feature|led by|counts)(?: returning| "
        r"new)?:? "
        r"{people}",
        "Its starry cast includes Ada Quill, Bo Tarn and others.",
    ),
    Row(
        "cast: rounds out the cast",
        "cast|ensemble",
        r"{people},? {will}{also}(?:rounds? out|rounded out|rounding out|complete|completes|"
        r"fill out|"
        r"make up|join|joins|joined|joining|is joining|are joining|have joined|has joined|boards?|"
        r"boarded|were added to|was added to|have been added to|has been added to|will be joining) "
        r"(?:the|its|his|her|their|[^.,;]{0,30}['’]s?) ?(?:[\w’'-]+ )?(?:cast|ensemble)",
        "Newcomers Ada Quill and Bo Tarn join the cast for the last season.",
    ),
    Row(
        "cast: joins the work",
        "join|board",
        r"{people},? {will}{also}(?:(?:re-?)?joins?|(?:re)?joined|(?:re)?joining|is joining|are "
        r"joining|have joined|"
        r"has joined|will be joining|boards) {it}",
        'Ada Quill joins "Salt Road" in its second season.',
    ),
    Row(
        "cast: new are",
        "New|new|Joining|joining|Newcomers|newcomers|Also",
        r"\b(?:[Nn]ew (?:to the cast|faces|additions|cast members|stars|arrivals)|[Nn]ewcomers|"
        r"[Jj]oining (?:the (?:cast|show|series|ensemble)|him|her|them)|[Aa]lso (?:starring|"
        r"joining|"
        r"returning|appearing))(?: (?:for|in|on) [^.;,]{1,30}| this (?:season|time|year))?"
        r"(?: include| includes| is| are|:) {people}",
        "New to the cast this season are award winner Ada Quill and Bo Tarn.",
    ),
    Row(
        "cast: joins them",
        "join",
        r"\b(?:join|joins|joined|joining) (?:[a-z-]+ ){0,4}?(?P<people>{P}(?:{joint}{P})+)",
        "Some stars are expected to join Ada Quill, Bo Tarn and Cy Dunn.",
    ),
    Row(
        "cast: adds to the cast",
        "cast|ensemble|line-up",
        r"\b(?:adds?|added|adding|welcomes?|welcomed) {people} to (?:the|its) (?:[\w-]+ ){0,2}?"
        r"(?:cast|ensemble|line-?up)",
        "Season 3 saw the series add award winners Ada Quill and Bo Tarn to the cast.",
    ),
    Row(
        "cast: returns",
        "return|back",
        r"{alone},? {will}{also}(?:be )?(?:returns?|returned|returning|(?:is|are) returning|"
        r"come back|"
        r"came back|comes back) (?:for|from|in|to) (?:(?:the|a|its) )?(?:[\w-]+ ){0,3}?"
        r"(?:[Ss]eason|[Ss]eries|show|film|movie|sequel|franchise|role|cast|new episodes|{W})",
        "Ada Quill, Bo Tarn and Cy Dunn returned from Season 2.",
        "player",
    ),
    Row(
        "cast: leads",
        "lead|head|front|anchor|topline",
        r"{alone},? {will}{also}(?:leads?|heads?(?: up)?|heading|leading|fronts?|anchors?|"
        r"headlines?|toplines?) "
        r"(?:the|its|a|an) (?:[\w’'-]+ ){0,3}?(?:cast|ensemble|{kind})\b",
        "Ada Quill and Bo Tarn lead the ensemble.",
    ),
    Row(
        "cast: maker and star",
        " star|/star|-star",
        r"\b(?:creator|writer|director|showrunner|producer)(?: and |/|-|, )(?:lead )?star,? "
        r"{person}",
        "It was told by creator and star Ada Quill.",
    ),
    Row(
        "cast: stars in",
        " in | on ",
        r"{alone},? (?:who )?{will}{also}(?:stars?|starred|co-?stars?|co-?starred|appears?|"
        r"appeared|"
        r"guest[- ]stars?|leads?|headlines?|toplines?) (?:as [^.,;]{1,40} )?(?:in|on) {it}",
        "Ada Quill and Bo Tarn star in the new thriller.",
    ),
    Row(
        "cast: stars alongside",
        "alongside|opposite| with ",
        r"{alone},? (?:who )?{will}{also}(?:stars?|starred|co-?stars?|appears?|acts|plays) "
        r"(?:alongside|opposite|with) {others}",
        "Ada Quill stars opposite Bo Tarn and Cy Dunn.",
    ),
    Row(
        "cast: alongside",
        "longside|pposite|long with",
        r"\b(?:[Aa]longside|[Oo]pposite|[Aa]long with) {people}(?=[.,;]| in | and | who )",
        "Ada Quill will be back, along with Bo Tarn, Cy Dunn, and Eve Marsh.",
        "with others",
    ),
    Row(
        "cast: star of the work",
        "star|act|lead|cast member|alum|regular",
        r"{work},? (?:[\w-]+ )?(?:star|stars|actor|actress|co-star|co-stars|lead|leads|cast "
        r"member|cast members|alum|"
        r"alums|alumni|regular) {people}",
        '"Salt Road" star Ada Quill was there.',
    ),
    Row(
        "cast: series star",
        "star|act|lead",
        r"\b(?:series|show|film|movie)['’]?s? (?:lead |leading )?(?:star|stars|actor|actress|"
        r"lead|leads) {people}",
        "The show's lead star Ada Quill said so.",
    ),
)
CAST: tuple[Row, ...] = (*_PLAYING, *GUESTS, *PERFORMING, *JOINING, *BILLING, *NEARBY, *PLAINLY)
"""All rows of the grammar of casts."""
