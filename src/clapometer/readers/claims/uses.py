"""What a story says of works and never of people, and the other way round, next to their names."""

from __future__ import annotations

from typing import NamedTuple

from .companies import PLATFORM
from .titles import TYPE_NOUNS


class Use(NamedTuple):
    """A use of a run of capitals: what stands before or behind it, and how much it says: 2 where
    only works are used so, 1 where people are too."""

    name: str
    pattern: str
    weight: int
    example: str


_MARK = "[”\"’']*"
_NTH = "first|second|third|fourth|fifth|sixth|seventh|eighth|ninth|tenth|final|debut|sophomore"
_NUMBERS = r"\d|one\b|two|three|four|five|six|seven|eight|nine|ten"
_ADVERBS = (
    r"(?:(?:has|have|had|was|is|will|would|also|now|just|officially|finally|already|recently|first"
    r"|currently|still|then|only|not|soon|never|since|reportedly|quietly|being|been|be|could|can"
    r"|may|itself|(?:set|due|expected|slated|scheduled|poised) to) )*"
)
_FATE = (
    "renewed|cancel+ed|axed|scrapped|recommissioned|commissioned|green-?lit|shelved|binned|canned"
    "|revived|watched|streamed|viewed|picked up|pulled|rated|adapted from|based on|set in"
    "|created by|directed by|inspired by|screened"
    r"|(?:given|handed) an? (?:[\w-]+[- ]){0,2}(?:season|series|run|order|score)"
)
_MONTH = (
    "January|February|March|April|May|June|July|August|September|October|November|December"
    "|Jan|Feb|Aug|Sept|Oct|Nov|Dec"
)
_WHERE = (
    r"[A-Z]\w+day|cinemas|theaters|theatres|Netflix|Prime|Hulu|ITV|BBC|HBO|Disney|Apple|Peacock"
    rf"|Paramount|Channel|Sky|screens|our screens|TV|{_MONTH}"
)
_DREW = (
    "drew|drawn|pulled in|attracted|opened to|launched to|launched with|hit|opened with|earned"
    "|made|took|collected|added|grossing|took in|pulling in|drawing"
)
_ABOUT = "(?:an? |about |over |around |just |more than |another |estimated |average of )*"
_SHOWN = (
    "premier(?:e|es|ed|ing)|debut(?:s|ed|ing)?|airs|aired|airing|streams|streaming"
    r"|available (?:to|on)|grossed|bow(?:s|ed)|concludes?d?|averag(?:es|ed|ing)"
    r"|tells? the story|cent(?:er|re)s on|stars [A-Z]|amassed|notched|logged|racked up"
    r"|(?:launched|began|begins|started|ended|returned|ran) (?:back )?(?:in|on|from) (?:\d|[A-Z])"
    rf"|(?:{_DREW}) {_ABOUT}[$£€]?\d[\d.,]* ?(?:[mb]\w*|viewers|people|overnight)"
    "|(?:returned|returns|return|arrives|arrive|lands|landed|opens|drops|hits|comes) (?:on|to|in)"
    rf" (?:{_WHERE})"
)
_MEASURED = (
    "(?:holds?|boasts?|has|have|got|received|scored|scores|earned|sits at|stands at|landed"
    r"|debuted (?:at|with)|carries|languish\w+ at) (?:at |with |only |just )*"
    r"(?:(?:an?|the|its) (?:[\w-]+ ){0,3})?\d{1,3}(?:%| per ?cent)"
)
_SO_MANY = r"(?:[$£€]?\d[\d.,]* ?(?:[mkb]n?\b|million|billion|[\d,]{3,})|\d{2,3},\d{3})"
_CHARTED = (
    r"(?:remain(?:s|ed) (?:on top|atop|(?:at|in) (?:the|No|number))|(?:led|leads|tops"
    r"|topped) (?:the|all"
    r"|Netflix|Nielsen|both)|(?:took|takes|claimed|grabbed|nabbed|secured|held|holds) (?:on to "
    r"|onto )?"
    rf"(?:the )?(?:top|No\.?|number|#|crown|{_NTH}) ?|(?:is|was|came|comes|placed|finished|ranked"
    rf"|landed"
    rf"|lands|sits|stayed|stays|opened|opens|bowed|debuted) (?:in |at |into )?(?:a (?:close"
    rf"|distant) )?(?:{_NTH}"
    r"|runner-up|No\.? ?\d|number[- ]\w+|the top of)\b(?! (?:season|series|episode|film|time"
    r"|of his|of her))"
    r"|(?:jump|climb|slid|slip|drop|f[ea]ll|r[io]se|edg|tumbl|plung|mov)\w* (?:one|two|three|four"
    r"|five"
    r"|\w+) (?:spots?|places?|rungs?)|spent \w+ (?:weeks|days) (?:at|in|on|atop)"
    r"|(?:mustered|managed|pulled in|limped|scraped|racked up|peaked|consolidated|cracked open"
    r"|clocked up|averaged|slipped to|fell to|rose to|dropped to|plunged to|could only manage"
    r"|stayed"
    rf" (?:steady|flat) (?:at|with|on)) (?:in |with |at |to |on )*(?:just |only |a "
    rf"|an )?{_SO_MANY})"
)
_RANKED = (
    r"(?:No\.? ?\d|number[- ]\w+ (?:on|in|show|film|series|movie)|top(?:s|ped) the"
    r"|(?:climb\w+|r[io]se|slipp?ed|slid|f[ae]ll|shot|soared|jumped|rocketed|moved|dropped|went"
    "|entered|debuted) (?:straight )?(?:up |down |in )?(?:to|at|into|in) "
    rf"(?:the |No|number|#|{_NTH}))"
)
_TOLD = (
    "(?:which (?:has |had |originally |first |only |also |just )*(?:starred|stars|follows"
    "|premiered|aired|debuted|launched|is|was|has|had|ended|ran|streams|comes|arrives|opened|drew"
    "|earned|took|tells|lands|landed|airs|returns|returned|scored|holds|saw|features|topped|averaged"
    rf"|attracted|boasts|grossed|made its|went|{PLATFORM} )|starring"
    r"|from (?:the )?(?:[\w’'-]+ ){1,4}?(?:creators?|writers?|directors?|makers|team|producers?)\b"
    rf"|(?:an?|the|its|his|her|their|(?:{PLATFORM})[’']s?)(?: [\w’'-]+){{0,5}} (?:{TYPE_NOUNS})\b)"
)
_DOES = (
    r"follows?|followed|launch\w*|land\w*|arriv\w+|open(?:s|ed)|drew|earned|took|topped|slipped"
    r"|climbed|ended|ends|return(?:s|ed)?|dropped|wrapped|starred|stars|stands|came|remains"
    r"|kicked off|beg[ai]ns?|runs|ran|features?|was|is|has|had|lasted|comes|continues"
)
BEHIND: tuple[Use, ...] = (
    Use(
        "back for its",
        r",? (?:(?:is|are|will be|was|has|will) )?(?:return\w*|coming back|back|come back)"
        r"(?: to (?:the )?[A-Z][\w+]*(?: [A-Z0-9]\w*){0,2})? (?:for|with) its (?:[\w-]+ ){1,3}?"
        r"(?:season|series|run|outing)\b",
        # No person has series: “with” or “as” in front makes none of it.
        4,
        "Salt Road is returning to BBC One for its fifth series.",
    ),
    Use(
        "season",
        rf",?{_MARK} (?:(?:[Ss]easons?|[Ss]eries) (?:{_NUMBERS})|S\d{{1,2}}\b)",
        2,
        "Salt Road season 2 is out.",
    ),
    Use(
        "its parts",
        rf"{_MARK}[’']s?,? (?:(?:\w+-)?(?:{_NTH})|latest|upcoming|next|new|previous)? ?(?:season"
        "|finale|premiere|episode|run|cancellation|renewal|spin-?off|sequel|opener|box office"
        "|Rotten|Tomatometer|viewership|ratings|showrunner|audience score)",
        2,
        "Salt Road's finale drew a crowd.",
    ),
    Use(
        "its followers",
        rf"{_MARK} (?:fans|viewers|bosses|spoilers|finale|premiere|spin-?off|sequel|prequel|cast\b"
        r"|franchise|reboot|remake|(?:star|creator|showrunner|director|alum|actor|actresse?|regular"
        r"|veteran|presenter|host|judge)s?(?: and \w+)?"
        " [A-Z])",
        2,
        "Salt Road fans are furious.",
    ),
    Use("fate", rf",? {_ADVERBS}(?:{_FATE})\b", 2, "Salt Road was axed on Friday."),
    Use("shown", rf",? {_ADVERBS}(?:{_SHOWN})\b", 2, "Salt Road premieres on Monday."),
    Use("measured", rf",? {_ADVERBS}{_MEASURED}", 2, "Salt Road has a 91% score."),
    Use("ranked", rf",? {_ADVERBS}{_RANKED}", 2, "Salt Road slipped to number two."),
    Use("charted", rf",? {_ADVERBS}{_CHARTED}", 2, "Salt Road took the No. 2 spot."),
    Use("year", rf"{_MARK} \((?:19|20)\d\d(?:[-–)])", 2, "Salt Road (2016) was loved."),
    Use(
        "in brackets",
        rf"{_MARK} \((?:{PLATFORM}|\d[\d.,]* ?(?:million|billion|m|bn|%)\b|[$£€]\d)",
        2,
        "Salt Road (Netflix) was third.",
    ),
    Use("told of", rf"{_MARK},?(?: [–—-])? {_TOLD}", 2, "Salt Road, a drama about ships."),
    Use("does", rf",? {_ADVERBS}(?:{_DOES})\b", 1, "Salt Road returned in May."),
)
"""What stands behind a title."""
_PARTS = "seasons?|series|finale|premiere|episodes?|opener|trailer|run|instal?lment"
_DOOMS = (
    r"renew(?:s|ed|ing)|cancel(?:s|l?ed|l?ing)|ax(?:es|ed|ing)|scrap(?:s|ped|ping)|order(?:s|ed)"
    r"|green-?li\w+|recommission\w*|commissioned|reviv(?:es|ed)|picked up|bins|binned|canned"
    r"|pull(?:s|ed) (?:the )?plug on|brought back|dumped|rebooting|adaptation of"
    r"|(?:renewal|order|pick-?up) (?:to|for)"
)
BEFORE: tuple[Use, ...] = (
    Use(
        "kind",
        rf"\b(?:{TYPE_NOUNS}s?),? (?:called |titled |entitled |named )?$",
        2,
        "The crime drama Salt Road is back.",
    ),
    Use(
        "part of",
        rf"\b(?:{_PARTS}|sequel|prequel|spin-?off|reboot|remake|cancellation|renewal|reviews?)"
        r"(?: (?:\d|one|two|three|four))? (?:of|for|to) $",
        2,
        "All episodes of Salt Road are out.",
    ),
    Use("doom", rf"\b(?:{_DOOMS}) (?:its |the |\w+ ){{0,2}}?$", 2, "The BBC has axed Salt Road."),
    Use(
        "carrier's",
        rf"\b(?:{PLATFORM})[’']s? (?:[a-z][\w-]* |\d+-?\w* ){{0,3}}$",
        2,
        "Netflix's Salt Road is out.",
    ),
    Use(
        "year's", r"\b(?:19|20)\d\d[’']s (?:[a-z][\w-]* ){0,2}$", 2, "It follows 2016’s Salt Road."
    ),
    Use(
        "fate of",
        r"\b(?:future|fate|axing|return|revival|end|launch|success|demise|popularity) (?:of|for) $",
        2,
        "The future of Salt Road is open.",
    ),
    Use(
        "leader",
        r"\b(?:leader|winner|champion|champ|No\. 1|number one|newcomer|runner-up|chart-topper)"
        r" (?:was|is|being|remains|came from) $",
        2,
        "Among films the leader was Salt Road.",
    ),
    Use(
        "charted",
        rf"\b(?:(?i:{_NTH})|No\.? ?\d+|number \w+)(?: place| spot)? (?:was|went to|goes to"
        rf"|is) (?:the )?$",
        2,
        "Third place went to Salt Road.",
    ),
    Use(
        "from its maker",
        r"\b[Ff]rom the [^,.;]{4,50} comes $",
        2,
        "From the pen of Ida comes Salt Road.",
    ),
    Use(
        "made before",
        r"\b(?:previously|also|earlier|who|best known for|known for|after|since) "
        r"(?:(?:previously|also|once|earlier|first|last) )?"
        r"(?:(?:co-)?(?:created|wrote|creating|writing)|penned|penning) (?:the )?$",
        2,
        "Lund, who previously created Salt Road for Channel 4.",
    ),
    Use("called", r"\b(?:titled|entitled) $", 2, "A film titled Salt Road."),
    Use(
        "known for",
        r"\b(?:known for|series with|fame from|(?:star|creator|writer|director|maker|cast|fans|team"
        r"|showrunner)s? (?:of|behind)) (?:the )?$",
        1,
        "Lund, the star of Salt Road.",
    ),
    Use(
        "seen in",
        r"\b(?:starr(?:ed|ing)|stars|roles?|appear(?:s|ed|ing)|seen|part|lead|character) "
        "(?:in|on|from) $",
        1,
        "Lund stars in Salt Road.",
    ),
    Use(
        "beside",
        r"\b(?:beating|beaten by|dislodging|dethron\w+|behind|overtaking|trailing|ahead of"
        "|followed by|overtook|knocking|toppling|alongside|fending off|holding off|rival) "
        "(?:the )?$",
        1,
        "It is third behind Salt Road.",
    ),
)
"""What stands before a title."""
PERSON_BEHIND = (
    r",? (?:\(?\d\d\b|who\b|said|says|told|tells|played|plays|voices|voiced|admit\w*|laughed|joked"
    r"|revealed|reveals|added|wrote|writes|insist\w*|joins|joined|reprises|as [A-Z]|\(as |shared"
    r"|posted|posts|explained|thinks|thought|wants|whose [A-Z]|will (?:star|play|reprise)"
    r"|opened up|directs|directed [A-Z]|co-stars|starred (?:as|in|alongside)"
    r"|stars (?:as|in|alongside|opposite)|appears|married|praised|teased|exits"
    r"|is (?:joining|playing|set to (?:play|star)|the (?:star|creator))"
    r"|has (?:said|told|revealed|joined|admitted|shared|played|signed)"
    r"|, (?:the )?(?:director|creator|actor|star|head|president|chief|\d\d))\b"
)
"""What stands behind the name of a person."""
PERSON_BEFORE = (
    r"\b(?:actor|actress|stars?|director|creator|writer|showrunner|host|comedian|singer|presenter|"
    r"author|novelist|playwright|producer|by|with|starring|opposite|president|chief|critic|"
    r"co-stars?|co-creator|analyst|Mr|Mrs|Ms|Dr|Sir|Dame|playing|plays|husband|wife|son|daughter"
    r"|brother|sister|voiced by|joined by|narrator|chef|joins|spokes\w+|told|as"
    r"|winner|veteran|newcomers?|character|captain|detective|sergeant|agent)"
    r" $|\bby (?:(?!\w+ing )[a-z-]+ ){1,3}$"
)
"""What stands before the name of a person, in lower case or not."""
