"""How places on charts are printed: the rows of their grammar, with an example of each."""

from __future__ import annotations

from typing import NamedTuple

from .rank_words import (
    CARDINALS,
    CHART,
    COUNTRIES,
    GAP,
    LIST,
    MOVED,
    NUMBER_SIGN,
    NUMBERED,
    OF_COUNTRIES,
    ORDINAL,
    TOP_N,
    TOP_PLACE,
)


class Place(NamedTuple):
    """A pattern of a place on a chart; `value` is the rank it means where no group tells it, `unit`
    what the value is."""

    rule: str
    words: str
    value: int | None
    unit: str
    example: str


_CUE = (
    rf"(?:{NUMBER_SIGN}(?:{CARDINALS})\b|\bfirst\b|\btop[- ](?:{CARDINALS})\b|\b{TOP_PLACE}\b"
    r"|\bcharts?\b|\bchart(?:ed|ing)\b|\btopp(?:ed|ing)\b|\btops\b|\batop\b|\btop of\b|\bfeat\b"
    r"|\bmost[- ](?:watched|viewed|streamed|popular)\b|\brank(?:ed|s|ing)\b|\bsummit\b)"
)
_NOT_SHOWN = (
    r"(?:(?!\b(?:available|released?|aired|airs|sold|shown|stream(?:s|ing)?|opens?|opened|launch\w*"
    r"|film(?:ed|ing)|rolls?|rolled|premier\w+|screen(?:ed|ing)|distribut\w+|translat\w+|publish\w+"
    r"|viewers|million|theat\w+|cinemas|countries|territories|markets)\b"
    r"|(?:,| and| but) (?:has |have |had |it |is |was |also |even )*(?:made|crack|reach|hit|enter"
    r"|broke"
    r"|featur|appear|rank|land|sits|topp|climb|charted))[^.;])"
)
_SO_MANY = (
    rf"\b(?:in|across|of|throughout) {OF_COUNTRIES}(?P<countries>\d{{1,3}}|[a-z]+(?:-[a-z]+)?)"
)
_ENDS = (
    r"(?=[,.;)]|\Z|['’”\"]| (?:with|on|at|place|behind|among|overall|this|last|after|over|and"
    r"|but|while|for|as|worldwide|globally|again|by|before|ahead|both|today|was|is|were|went|of"
    r" the (?:week|year)|in (?:the|its|[A-Z]|his|their|our|a|both|terms)|[-–—])\b| [-–—(])"
    r"(?! (?:the best|the most)\b| (?:and|or|to) (?:[\w-]+ ){0,3}(?:season|series|run|time"
    r"|film)s?\b)"
)
PLACES: tuple[Place, ...] = (
    Place(
        "chart: in so many countries",
        rf"{_CUE}{_NOT_SHOWN}{{0,90}}?{_SO_MANY} (?:of the |(?!of )[a-z]+ ){{0,2}}?"
        rf"(?:\d+ )?{COUNTRIES}\b",
        None,
        "countries",
        '"Salt Road" was the No. 1 show on Netflix in 23 countries.',
    ),
    Place(
        "chart: in so many of them",
        rf"{_CUE}{_NOT_SHOWN}{{0,60}}?{_SO_MANY} of (?:them|those|these|which)\b",
        None,
        "countries",
        'Of 93 countries, "Salt Road" was in the top 10 in 83 of them.',
    ),
    Place(
        "chart: of them, first",
        rf"\bin {OF_COUNTRIES}(?P<countries>\d{{1,3}}) of (?:them|those"
        rf"|these)\b[^.;]{{0,90}}?(?:most-"
        rf"(?:watched|viewed|streamed)|{NUMBER_SIGN}(?:1|one)\b|\bfirst\b|\btop\b|\bpole\b)",
        None,
        "countries",
        'Of 93 countries, in 34 of those "Salt Road" has been the most-watched show.',
    ),
    Place(
        "chart: in as many more",
        rf"{_CUE}[^.;,]{{0,30}}? in {OF_COUNTRIES}(?P<countries>\d{{1,3}})(?! [a-z]*(?:day|week"
        r"|month|year|million|place)s?\b)(?=[,.;)]|\Z| (?:others|more|and|including|according"
        r"|per)\b)",
        None,
        "countries",
        '"Salt Road" was No. 1 in 47 countries and reached the top 10 in 88.',
    ),
    Place(
        "chart: from place to place",
        rf"\bfrom (?:the )?(?P<was>{ORDINAL}|{NUMBER_SIGN}{CARDINALS}|top)(?: place| spot"
        rf"| position)?"
        rf"(?: in [\w ]{{3,24}})? (?:back |up |down |straight )?(?:to"
        rf"|into) (?:the )?(?:{NUMBER_SIGN}"
        rf"(?P<n>{CARDINALS})|(?P<nth>{ORDINAL}))\b(?: place| spot| position)?(?! (?:season|series"
        r"|floor|gear|grade|base|episode|half|act)\b)",
        None,
        "rank",
        '"Salt Road" rose from fifth to third place.',
    ),
    Place(
        "chart: several places",
        rf"\b(?P<nth>{ORDINAL})(?:,? (?:and |to |then )?{ORDINAL})*,? (?:and|to|then)"
        rf" (?P<last>{ORDINAL}) (?:place|spot|position|rank)s?\b",
        None,
        "rank",
        '"Salt Road" held fifth, sixth and seventh place in its first weeks.',
    ),
    Place(
        "chart: no higher than",
        rf"\b(?:no (?:higher|better|further|lower) than|(?:higher|better|further|lower) than"
        rf"|(?:got|made"
        rf" it|went|move[ds]?|rose|climbed|get|rise|climb|move) (?:past|beyond|above)) (?:the )?"
        rf"(?:{NUMBERED}|(?P<nth>{ORDINAL}){_ENDS})",
        None,
        "rank",
        '"Salt Road" never rose higher than seventh on the chart.',
    ),
    Place(
        "chart: of the n most watched",
        rf"\b(?:in|on|among|made|into|entered|list of|one of|reached|cracked) (?:the |its "
        rf"|[\w’']+['’]s )?"
        rf"(?:[\w’'-]+ ){{0,5}}?(?:the )?(?P<top>{CARDINALS}) (?:most[- ](?:watched|viewed|streamed"
        r"|popular)|best-?selling|biggest-selling|highest-grossing)\b",
        None,
        "top_n",
        '"Salt Road" made the list of the 10 most-watched shows on Netflix.',
    ),
    Place(
        "chart: numbered list",
        r"(?:\A|(?<=[;:] ))(?P<n>\d{1,2})[.)] (?=[“\"'‘]?[A-Z0-9][^;]{1,90}(?:[$£€]|,[”\"’']? "
        r"|[–—-] )\d)",
        None,
        "rank",
        '1. "Salt Road," $31.1 million.',
    ),
    Place(
        "chart: last week's first",
        r"\b(?:last|the previous) (?:week|weekend|frame)['’]s (?:[\w-]+ ){0,2}?(?:champion|champ"
        r"|winner|leader|victor|king|top (?:film|movie|draw|title)|chart-?topper"
        r"|no\. ?1(?: film| movie)?|number[- ]one(?: film| movie)?)\b",
        1,
        "rank",
        'Last week\'s champion, "Salt Road," is still strong.',
    ),
    Place(
        "chart: in nth",
        rf"(?:\A|, |; |and )in (?P<nth>{ORDINAL})(?: place)?(?=, | (?:was|is|went|came|with)\b)",
        None,
        "rank",
        'In third, "Salt Road" made $13 million.',
    ),
    Place(
        "chart: nth was",
        rf"(?:\A|[,;] (?:and |while |with )?)(?P<nth>{ORDINAL})(?: place| spot)?,? (?:was|is"
        rf"|went to"
        r"|goes to|belong(?:s|ed) to|fell to)(?= [A-Z“\"'‘]| the\b)",
        None,
        "rank",
        'Third was "Salt Road" with 4 million views.',
    ),
    Place(
        "chart: several numbers",
        rf"\b(?:numbers?|nos?\.?|#) ?(?P<n>{CARDINALS})(?:,? (?:then )?(?:no\.? ?|number "
        rf"|#)?{CARDINALS})*,? (?:and|then)"
        rf" (?:no\.? ?|number |#)?(?P<last>{CARDINALS})\b(?! (?:million|thousand|weeks|countries"
        r"|in \d))",
        None,
        "rank",
        '"Salt Road" was at number five, six and seven in its first weeks.',
    ),
    Place(
        "chart: rounding out",
        rf"\b(?:round(?:ed|ing|s)? (?:out|off)|clos(?:ed|ing|es) out|finish(?:ed|ing) (?:out"
        rf"|off)) (?:[\w’'-]+ ){{0,3}}?{TOP_N}",
        None,
        "rank",
        '"Salt Road" rounded out the top five.',
    ),
    Place(
        "chart: completing",
        rf"\b(?:complet(?:ed|ing|es?)|fill(?:ed|ing|s)? out|ma(?:de|ke|kes|king) up|fill(?:ed|ing"
        rf"|s)?)"
        rf" (?:the (?:rest|remainder) of )?(?:[\w’'-]+ ){{0,3}}?{TOP_N}",
        None,
        "top_n",
        '"Salt Road" and "Tin Harbour" completed the top five.',
    ),
    Place("chart: numbered", NUMBERED, None, "rank", '"Salt Road" opened at No. 1.'),
    Place(
        "chart: place",
        rf"\b(?P<nth>{ORDINAL})[- ](?:placed?|spot|slot|position|rank(?:ed)?|berth"
        rf"|rung)\b(?! (?:award"
        rf"|prize|medal|finish(?:er)? (?:on|in) (?:season|series)))",
        None,
        "rank",
        '"Salt Road" came away with second place.',
    ),
    Place(
        "chart: nth in the ranking",
        rf"\b(?P<nth>{ORDINAL}) (?:in|on|among) (?:the )?{GAP}{{0,5}}?(?:{CHART}|{LIST}|originals"
        r"|(?:original|scripted|broadcast|streaming|english|drama) (?:series|shows|dramas|titles"
        r"|programmes|programs))\b",
        None,
        "rank",
        '"Salt Road" is 91st in the rankings of all shows.',
    ),
    Place(
        "chart: landed",
        rf"\b(?:(?:good|enough)(?: enough)? (?:for|to take|to land|to claim|to earn(?: it)?"
        rf"|to put it"
        rf" in|to finish|to come)(?: a| in)? |(?:{MOVED}|was|is|were)(?: \w+)? (?:(?:in|at|to|into"
        rf"|back|up|down|straight|a distant|a close|distant"
        rf"|close) ){{0,3}})(?P<nth>{ORDINAL}){_ENDS}"
        r"(?! in (?:command|line|charge|succession|class|his|her|a row|the (?:family|world at)))",
        None,
        "rank",
        '"Salt Road" slipped into fourth with $11 million.',
    ),
    Place(
        "chart: entered at",
        rf"\b(?:(?:re-?)?enter\w*|peak\w*|chart(?:ed|s|ing)|rank(?:ed|s|ing)|debut\w*|straight in"
        rf"|new)"
        rf"(?: (?:in|straight in|the [\w ]{{3,24}}?))? at (?P<n>{CARDINALS})(?=[;)]|[.,](?!\d)|\Z"
        r"| (?:with|on|in the|and)\b)",
        None,
        "rank",
        '"Salt Road" entered at seven with 3 million views.',
    ),
    Place(
        "chart: up or down, at n",
        rf"\b(?:up|down|new|steady|static|still|re-entry) (?:(?:an?|one|two|three|four|five|six"
        rf"|\d+)"
        rf"(?: (?:places?|spots?|rungs?))? )?(?:in )?at (?:number |no\.? ?"
        rf"|#)?(?P<n>{CARDINALS})"
        r"(?=[;:)]|[.,](?!\d)|\Z| (?:and|with|is|was)\b)",
        None,
        "rank",
        'Down one at four is "Salt Road".',
    ),
    Place(
        "chart: at n",
        rf"\bat (?:number |no\.? ?|#)?(?P<n>{CARDINALS})(?=[;)]|[.,](?!\d)|\Z| (?:and|with)\b)",
        None,
        "rank",
        'Back in the top ten were "Salt Road" at four and "Tin Harbour" at nine.',
    ),
    Place(
        "chart: moved, and to nth",
        rf"\b{MOVED} (?:[\w’'+%-]+ ){{1,7}}?(?:in|at|to|into) (?:a )?(?:distant |close "
        rf"|joint"
        rf" |equal )?(?P<nth>{ORDINAL}){_ENDS}(?! in (?:command|line|charge|succession|class"
        rf"|a row))",
        None,
        "rank",
        '"Salt Road" entered the English list in second, and slid two spots to fifth.',
    ),
    Place(
        "chart: nth of a record",
        rf"\b(?:(?P<nth>{ORDINAL})[- ])?(?:most[- ](?:watched|viewed|streamed|popular|seen|searched"
        r"|downloaded|successful|played|listened-to|in-demand)"
        r"|highest[- ](?:gross\w+|rated|rating|earning)|biggest(?: [\w-]+){0,3}? (?:opening|debut"
        r"|audience"
        r"|launch|premiere|bow|start|film|movie|show|series|drama|hit|comedy|programme|release"
        r"|title"
        r"|thriller)s?|best[- ](?:selling|ever opening|domestic opening|opening|performing)"
        r"|top[- ](?:grossing|rated|rating)|largest(?: [\w-]+){0,2}? (?:opening|debut|launch|bow"
        r"|audience)|(?:biggest|highest|largest)(?= of all time| ever)"
        r"|(?<=st.|nd.|rd.|th.)(?:biggest|largest|best|highest))\b(?! (?:popular )?(?:franchise"
        r"|character|actor|actress|star|song|brand|box[- ]office weekend|day|market|country"
        r"|city|company|region|name|reason|question|episode|season|instal?lment|moment|scene)s?\b)",
        1,
        "rank",
        '"Salt Road" is the third-highest-grossing film ever.',
    ),
    Place(
        "chart: top of the chart",
        r"\b(?:topp(?:ed|ing)|tops|(?<=\bto )top|atop|led|leads?|leading|rul(?:ed|es|ing)"
        r"|dominat(?:ed|es|ing)"
        r"|conquer(?:ed|s|ing)?|head(?:ed|s|ing)|w(?:on|ins|inning)|crown(?:ed|s)"
        r"|claim\w*) (?:of )?"
        rf"{GAP}{{0,7}}?{CHART}\b(?! (?:star|hit|for a second|history|records?))"
        r"|\b(?:topp(?:ed|ing)|tops|atop|led|leads?|leading|head(?:ed|s|ing)|at the head of) "
        rf"{GAP}{{1,6}}?(?P<list>{LIST})\b"
        r"|\b(?:led|leads?|leading|topped|ahead of|beat) all (?:films|movies|newcomers|releases"
        r"|shows"
        r"|series|comers)\b|\b(?:led|leads|leading) the (?:pack|field|way)\b"
        r"|\b(?:came|comes|coming|finished|ended up|stayed|staying|stays"
        r"|remain\w*) (?:out )?on top\b"
        r"(?! of)|\breign(?:s|ed|ing)? supreme\b",
        1,
        "rank",
        '"Salt Road" topped the North American box office.',
    ),
    Place(
        "chart: top spot",
        rf"\b{TOP_PLACE}\b|\bchart-?topp(?:er|ing)\b"
        r"|\b(?:box[- ]office|ratings|chart|streaming) (?:crown|champ(?:ion)?|throne|winner|king"
        r"|queen)\b"
        rf"|\b(?:top|summit|pinnacle|head|helm|apex|peak) of (?:the |its |both |all )?{GAP}{{0,6}}?"
        rf"(?:{CHART}|{LIST})\b"
        r"|\bthe crown\b(?= (?:from|to|at the box|this week|went|goes|belong))"
        r"|\bthe throne\b(?= to)|\bin the lead\b(?! (?:up|role|part))|\bthe leader (?:was|is"
        r"|being)\b"
        r"|\btop (?:of the|box[- ]office) (?:chart|draw|heap|pile)s?\b"
        rf"|\btop of (?:the )?{GAP}{{0,3}}?(?:box office|charts?)\b|\bat the top spot\b"
        r"|\b(?:win|win the|take|coasts? to|rise to) (?:the )?weekend box office\b",
        1,
        "rank",
        '"Salt Road" took the top spot.',
    ),
    Place(
        "chart: runner-up",
        r"\brunner-up\b(?! (?:on|in (?:the )?(?:season|competition)))"
        r"|\b(?:tak\w+|took|settl\w+ for|earn\w*|claim\w*|w(?:on|ins|inning)|grabb?\w*) (?:the )?"
        r"silver\b(?! (?:bear|lion|medal|hugo))",
        2,
        "rank",
        '"Salt Road" was the runner-up at the box office.',
    ),
    Place(
        "chart: bronze",
        r"\b(?:tak\w+|took|settl\w+ for|earn\w*|claim\w*|w(?:on|ins|inning)|grabb?\w*) (?:the )?"
        r"bronze\b(?! (?:bear|lion|medal))",
        3,
        "rank",
        '"Salt Road" took the bronze in the weekend box office.',
    ),
    Place(
        "chart: songs",
        rf"\b(?P<songs>{CARDINALS}) (?:[\w-]+ )?{TOP_N} (?:hits|songs|singles|tracks|entries)"
        rf"|\b(?P<songs2>{CARDINALS}) (?:of its )?(?:songs|tracks|singles) [^.;]{{0,40}}?\b(?:in|on"
        rf"|inside|within)"
        r" the (?:[\w’'-]+ ){0,3}?(?:top|charts?|hot)\b",
        None,
        "songs",
        'The soundtrack of "Salt Road" had four Top 10 songs on the Billboard Hot 100.',
    ),
    Place(
        "chart: among the first",
        rf"\b(?:in|into|on|reach\w*|crack\w*|enter\w*|made|make|hit|within|inside|join\w*"
        rf"|land\w* (?:in|on)|(?:a|the)) (?:the |a |its "
        rf"|(?!rest)[\w.’'+&-]+ ){{0,4}}?{TOP_N}(?! (?:\w+ )?songs)",
        None,
        "top_n",
        '"Salt Road" entered the Netflix Top 10.',
    ),
)
"""How places on charts are printed; where two of them meet, the first one counts."""
