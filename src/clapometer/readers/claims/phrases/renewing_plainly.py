"""Further forms in which renewals are told, as rows: seasons that are being filmed, offers turned
down, broadcasters that keep quiet."""

from __future__ import annotations

from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import CARDINAL, ORDINAL
from clapometer.readers.claims.further import FURTHER
from clapometer.readers.claims.grammar import Rule

_NUMBERED = (
    rf"(?=(?:(?:an?|the|its|his|her|their|[\w’']+[’']s) )?(?:[\w-]+ )?(?:{ORDINAL}\b|"
    rf"(?:[Ss]easons?|[Ss]eries) (?:\d|{CARDINAL}\b)|S\d)){FURTHER}"
    r"(?![ -](?:finale|premiere|episode|opener|trailer|special|cast|reunion))"
)
"""A season with its number: “a new series” that somebody films may be another show."""
_SINCE = (
    r"(?: (?:has|have|had|is|are|was|were|will|to|be|been|due|set|now|already|also|currently|"
    r"officially|finally|just|still|reportedly|well))*"
)
_WHERE = r"(?: (?:in|on|at|across|around) [A-Z][\w’'-]+(?: [A-Z][\w’'-]+)?)?"
SCREENS = (
    rf"to (?:the )?(?:{PLATFORM}|(?:(?:our|your|their|UK|British|US|TV|the small|television) )*"
    r"screens?|airwaves|TV|telly)"
)
"""Where a show returns to."""
_SHOW = r"(?:show|series|drama|comedy|sitcom|soap|thriller|programme)"
_RETURNS = (
    r"(?:be (?:back|renewed|adapted|returning|revived|brought back|recommissioned)|return|"
    rf"returning|continue|come back|coming back|go on|live on|get (?:more|another|{FURTHER}))"
)
_QUIET = (
    r"(?:tight-?lipped|coy|schtum|shtum|mum|silent|quiet|cagey|vague|non-?committal|guarded) "
    r"(?:about|on|over|as to)(?: (?:the )?(?:chances?|possibility|prospect|likelihood|question|"
    r"subject|idea|matter) of)?"
)
PLAIN_RULES: tuple[Rule, ...] = (
    Rule(
        "renewal: turned down",
        rf"\b(?:offered|asked (?:for|to (?:do|make|write))|given the (?:chance|option) (?:of|to "
        rf"(?:do|make|write))) {FURTHER}[^.;]{{0,40}}?\b(?:but|and|only to|before|though)\b"
        r"[^.;]{0,30}?\b(?:turn(?:ed|ing)? (?:it|them|that|the offer) down|turned down|sa(?:id|y) "
        r"no|declin\w+|refus\w+|reject\w+)\b|"
        r"\b(?:[Hh]e|[Ss]he|who)(?: has| had|[’']d|[’']s)?(?: already| also| once)? (?:turned down|"
        r"rejected|said no to|walked away from)(?: (?:an?|the|[A-Z]\w+[’']s) (?:offer|chance|"
        r"opportunity|money)| offers)?(?: of| for| to (?:make|do|write))? "
        rf"{_NUMBERED}",
        "He had been offered a fourth season and turned it down.",
        modality="denied",
    ),
    Rule(
        "renewal: no plans",
        r"\b(?:no|(?:not|n[’']t) (?:have|got) any) (?:current |immediate |firm |further |future )?"
        r"(?:plans?|intention|desire) (?:to (?:make|do|film|produce|order|commission) (?:any )?more"
        r"(?= (?:episodes|of (?:it|the))\b|[.,;”]|$)|to (?:renew|recommission|revive|continue) "
        rf"(?:it|the {_SHOW})\b|to bring (?:(?:it|the {_SHOW}) back|back (?:it|the {_SHOW}))\b)",
        "There are no plans to make more.",
        modality="denied",
    ),
    Rule(
        "renewal: kept quiet",
        rf"\b(?:{_QUIET}|[Nn]o(?: one|body)(?: yet| really)? knows(?: yet)?|still deciding) "
        rf"(?:(?:whether|if) (?P<whose>[^.;,]{{2,60}}?) (?:will|would|is|are|can|could|"
        rf"might)(?: going to| set to| to)? {_RETURNS}|(?:whether|if) there (?:will|would|might|"
        rf"could) be {FURTHER}|(?:(?:the |its |their )?{_SHOW}[’']s|its) (?:future|fate|return)|"
        rf"{FURTHER})|"
        rf"\b(?:[Dd]ecision|[Aa]nnouncement|[Vv]erdict) (?:on|about|over|regarding) (?:{FURTHER}|"
        rf"(?:the )?{_SHOW}[’']s (?:future|fate)|its (?:future|fate)) (?:(?:has|have|had|is|was)"
        r"(?:n[’']t| not| yet| still| expected| due| awaited| pending| to be)|(?:will|would) "
        r"(?:\w+ )?(?:be (?:made|taken|announced)|come))\b",
        "The streamer is keeping tight-lipped about whether the show will return.",
        modality="undecided",
    ),
    Rule(
        "renewal: being filmed",
        r"\b(?:(?:(?:is|are|currently|now|already|still|busy|begun|started|been|begins?|starts?)"
        r"|[’'](?:s|re))(?: currently| now| already| busy| still| back| also| away)* (?:filming|"
        r"shooting)|"
        rf"back (?:on set|before the cameras?|in front of the cameras?|filming|at work|in "
        rf"production|on location){_WHERE} (?:for|on)|"
        rf"[Cc]ameras{_SINCE} (?:roll|rolling|started rolling|begun rolling|begun to roll|started "
        rf"to roll){_WHERE} (?:on|for)|"
        r"(?:[Ff]ilming|[Pp]roduction|[Ss]hooting|[Ww]ork|[Pp]rincipal photography)"
        rf"{_SINCE} (?:begun|begins?|began|start|starts|started|commenced|kicked off|under ?way|"
        rf"rolling){_WHERE} (?:on|for)) {_NUMBERED}",
        "She is currently filming the third season of Salt Road.",
    ),
    Rule(
        "renewal: coming back to screens",
        r"\b(?:(?:will|would|to|can) (?:\w+ )?(?:return|be back|be returning|come back|head back)|"
        r"(?:(?:is|are)|[’'](?:s|re)) (?:\w+ )?(?:coming back|returning|heading back|headed back|"
        rf"on its way back|back)) (?:{SCREENS} )?(?:for|with) {FURTHER}",
        "Salt Road is coming back to ITV for a second series.",
    ),
    Rule(
        "renewal: with it returning",
        r"\b(?:[Ww]ith|[Ff]orward to|[Ss]ees?) (?P<whose>[\"“'‘]?[A-Z][^.;,]{1,40}?) (?:returning|"
        rf"coming back|heading back|return) {SCREENS} for {FURTHER}",
        "Fans can look forward to “Salt Road” returning to BBC One for its fifth series.",
    ),
)
"""Further forms in which renewals are told."""
