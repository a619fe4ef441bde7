"""What stands around the name of a company that carries or makes a work: the rows by which a bare
“Netflix” is told to be a work's platform, not an outlet, a rival or a place for trailers."""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.readers.claims.titles import TYPE_NOUNS

NOUNS = (
    rf"(?:{TYPE_NOUNS}|original|originals|exclusive|release|chiller|tearjerker|shocker|flagship|"
    r"juggernaut|offering|crowd-pleaser|weepie|noir|dramedy|tentpole|opus|outing|franchise|"
    r"[\w-]+-parter|parter|curio|crime saga|favourite|favorite|staple|contest|singalong|import)"
)
"""What a company's name stands in front of: “the Netflix original”."""
_DECIDED = (
    r"axe[sd]?|cancel(?:s|led|ed)?|scrap(?:s|ped)?|drop(?:s|ped)|can(?:s|ned)|bin(?:s|ned)|"
    r"ditch(?:es|ed)|dump(?:s|ed)|shelve[sd]|renew(?:s|ed)|recommission(?:s|ed)|"
    r"commission(?:s|ed)|order(?:s|ed)|green-?li(?:t|ghts|ghted)|pick(?:s|ed) up|save[sd]|"
    r"rescue[sd]|revive[sd]|resurrect(?:s|ed)|bought|buys|acquire[sd]|snap(?:s|ped) up|"
    r"nab(?:s|bed)|land(?:s|ed)|secure[sd]|license[sd]|release[sd]|widen(?:s|ed)|launch(?:es|ed)|"
    r"open(?:s|ed)|distribute[sd]|debut(?:s|ed)|premiere[sd]|unveil(?:s|ed)|hand(?:s|ed)|"
    r"g(?:ives|ave|iven)|brings? back|brought back|pull(?:s|ed) the plug on|end(?:s|ed)|"
    r"call(?:s|ed) time on|wield(?:s|ed) the axe on|stream(?:s|ed)|air(?:s|ed)|broadcasts?|"
    r"show(?:s|ed)|carries|carried|is (?:developing|making|releasing|distributing|bringing)|"
    r"develop(?:s|ed)|extend(?:s|ed)|split|set|sets|date[sd]|push(?:es|ed)|delay(?:s|ed)|"
    r"moved?|moves|adapt(?:s|ed)|drop|fast-tracked|re-?upped|"
    r"(?:will|to) (?:release|stream|air|show|broadcast|launch|open|distribute|premiere|carry|"
    r"screen|bring|make|adapt|renew|cancel|axe|order|end|return)"
)
_DONE = (
    r"axed|cancell?ed|scrapped|dropped|canned|binned|ditched|dumped|shelved|renewed|"
    r"recommissioned|commissioned|ordered|greenlit|green-lit|picked up|saved|rescued|revived|"
    r"resurrected|bought|acquired|snapped up|released|distributed|put out|made|produced|financed|"
    r"handled|licensed|backed|developed|created|broadcast|shown|streamed|aired|yanked|pulled|"
    r"unveiled|announced|adapted|carried|hosted|optioned|landed"
)
_OVER = (
    r"axed|cancell?ed|scrapped|dropped|canned|binned|ditched|dumped|yanked|pulled|rejected|"
    r"passed on"
)
_WHO = (
    r"(?: (?:bosses|chiefs|executives|execs|heads|commissioners|top brass|suits|programmers|"
    r"brass|bigwigs))?"
)
_HELPING = (
    r"(?:,[^,.;]{2,40},)?(?: (?:has|have|had|also|officially|quietly|finally|now|later|"
    r"subsequently|since|recently|already|today|yesterday|just|then|is to|will|would|\w+ly))*"
)
_THING = (
    r"(?:the (?:new |hit )?(?:film|movie|show|series|drama|comedy|thriller|programme|picture|"
    r"sitcom|documentary|adaptation|rights|[\w-]+ rights)|it\b|its\b|all\b|both\b|another\b|"
    r"an? (?:[\w-]+ ){0,3}?(?:season|series|run|batch|renewal|order|episodes)|"
    r"(?:[\w-]+ ){0,6}?rights (?:to|for))"
)
_KIND_OF = (
    r"(?:the |its |a |their )?(?:streaming |broadcast |cable |premium |public |US |UK |American |"
    r"British )*(?:streamer |streaming service |streaming giant |giant |studio |network |"
    r"broadcaster |channel |distributor |indie |mini-major |platform |service |rival |rivals )*"
)


class Beside(NamedTuple):
    """A row: the rule's name; what stands before the company's name (to its very begin) and behind
    it (from its very end), "" for anything; where the work is named: "behind" the name, "here" by
    the words around it, "title" right before the words; a made-up example; the modality."""

    rule: str
    before: re.Pattern[str]
    after: re.Pattern[str]
    work: str
    example: str
    modality: str = "confirmed"


def _row(
    rule: str, before: str, after: str, work: str, example: str, modality: str = "confirmed"
) -> Beside:
    return Beside(
        f"platform: {rule}",
        re.compile(rf"{before}\Z"),
        re.compile(after),
        work,
        example,
        modality,
    )


BESIDE: tuple[Beside, ...] = (
    _row(
        "dropped by",
        rf"\b(?:{_OVER}) (?:[^.;,]{{0,40}} )?by {_KIND_OF}",
        "",
        "here",
        "Salt Road was axed by NBC after two seasons.",
        "former",
    ),
    _row(
        "done by",
        rf"\b(?:{_DONE}) (?:[^.;,]{{0,40}} )?by {_KIND_OF}",
        "",
        "here",
        "Salt Road was commissioned last year by BBC Three.",
    ),
    _row(
        "decides on it",
        r"(?<!by )(?<!to )",
        rf"{_WHO}{_HELPING} (?:{_DECIDED})(?: (?:up|back|out|off))? (?:on )?{_THING}",
        "here",
        "Netflix has renewed it for a third season.",
    ),
    _row(
        "decides on a title",
        r"(?<!by )",
        rf"{_WHO}{_HELPING} (?:{_DECIDED})\b[^.;]{{0,60}}?",
        "behind",
        "Disney+ has axed Salt Road after two seasons.",
    ),
    _row(
        "a kind of work",
        r"(?:\b(?:the|this|that|an?|its?|of|for|another|last|latest|first|new|fellow|rival|hit|"
        r"[\w’'-]+ing|[\w-]+ed)\b ?|[,–—(“‘\"'] ?)?",
        rf"(?:['’]s?)? (?:(?!(?:and|or|the|an?|its|his|her|has|have|had|is|was|will|that|to|of|in|"
        rf"on|for|as|with|which|who|said|says|by|at|from|but|press|chart|top|user|subscriber|"
        rf"bosses?|spokes\w+|version|show(?:s|ed)?|also|are|were|own|could|would)\b)"
        rf"[\w’'&-]+,? ){{0,5}}?{NOUNS}(?: {NOUNS})*(?![\w-])"
        r"(?! (?:chart|list|ranking|maker|giant|service))",
        "here",
        "The BBC's big Sunday drama is back.",
    ),
    _row(
        "its own",
        "",
        rf"[^.;“”\"]{{0,60}}? its (?:[\w’'-]+,? ){{0,5}}?{NOUNS}\b",
        "here",
        "ABC confirmed that its emergency drama will end.",
    ),
    _row(
        "announces",
        r"(?<!told )(?<!to )(?<!by )",
        rf"{_WHO}{_HELPING} (?:announc(?:ed|es)|confirm(?:ed|s)|revealed|reveals)\b[^.;]{{0,70}}?",
        "behind",
        "Netflix announced on Monday that Salt Road will end.",
    ),
    _row(
        "announced it",
        r", ",
        r"(?: bosses| chiefs)?(?: has| have)?(?: also)? (?:announced|confirmed|said|revealed)\b",
        "here",
        "Salt Road will be back for a sixth season, NBC announced on Friday.",
    ),
    _row(
        "its viewers",
        "",
        r"(?:['’]s?)? (?:viewers|subscribers|customers|members|audiences)\b",
        "here",
        "Prime Video viewers have been glued to Salt Road.",
    ),
    _row(
        "made together",
        r"\b(?:co-production|partnership|collaboration|venture) (?:between|with|of|from) (?:the )?"
        r"(?:[A-Z][\w.&+’' ]{1,30} and )?",
        "",
        "here",
        "The show is a co-production between the BBC and HBO.",
    ),
    _row(
        "behind a bar",
        r"(?<=[\w!?.”\"’'])(?: \||,) (?:[A-Z]\w+days?,? )?",
        r",? (?:at )?\d{1,2}(?:[.:]\d\d)? ?(?:[ap]m|p\.m\.)",
        "title",
        "Salt Road, BBC Two, 9pm",
    ),
    _row(
        "a home at",
        rf"\b(?:home|berth|afterlife|reprieve|lifeline|slot) (?:at|on|with) {_KIND_OF}",
        "",
        "here",
        "The show has found a new home at Netflix.",
    ),
    _row(
        "comes to",
        rf"\b(?:com(?:ing|es?)|came|head(?:ing|ed|s)|mov(?:ing|ed|es)|return(?:s|ed|ing)?|added|"
        rf"sold|brought|bringing|goes|going|went|way|switch(?:ed|es|ing)|jump(?:ed|ing)|licensed|"
        rf"exclusive|arriv\w+|available|debut|launch|premiere|back|over|migrated?|transferred) "
        rf"(?:(?:[\w-]+ ){{0,3}}?)to {_KIND_OF}",
        "(?! (?:subscribers|bosses|executives))",
        "here",
        "The film is coming exclusively to Peacock in May.",
    ),
    _row(
        "in brackets",
        r"(?:(?<=[\w!?.”\"’'])) \((?:[^()]{0,30}[,/] ?)?",
        r"(?:[,/][^()]{0,30})?\)",
        "title",
        "Salt Road (Sunday, BBC Two, 9pm) is back.",
    ),
    _row(
        "from a maker",
        rf"(?:\A|,[”\"’']? )(?:[Ff]rom|for|via|courtesy of|through|by|by way of) {_KIND_OF}"
        rf"(?:[A-Z][\w.&+’' ]{{1,30}} and )?",
        r"(?=[,.]| (?:and|in)\b)",
        "here",
        "Salt Road, from Lionsgate, opened to $3 million.",
    ),
    _row(
        "hails from",
        rf"\b(?:hail(?:s|ed|ing)|com(?:es|ing)|came) from {_KIND_OF}",
        r"(?!['’]s? )(?! (?:bosses|executives|viewers|subscribers))",
        "here",
        "Salt Road hails from Lionsgate and the makers of Tide Tables.",
    ),
    _row(
        "made for",
        r"(?<=[\w!?.”\"’']) for (?:the )?",
        r"(?! (?:bosses|executives|viewers|subscribers|fans|customers))",
        "title",
        "Lund, who created Salt Road for Channel 4, is back.",
    ),
    _row(
        "distributor",
        r"\b(?:distributors?|studios?|broadcasters?|streamers?|networks?|labels?) ",
        "",
        "here",
        "It beat the forecast of distributor Neon.",
    ),
    _row(
        "its maker and it",
        r"\b(?:for|to|gave|give|gives|boost for|win for|from|blow for|hit for|news for) ",
        r"(?:,? (?:and|with|as|in|whose|its)|['’]s|(?: \w+){0,8}? (?:since|with|thanks to))"
        r"(?: the| its)?(?: [\w-]+){0,6}? ?[“\"‘]?",
        "behind",
        "It was a bad week for Sony and “Salt Road”.",
    ),
)
"""What stands around a company's name that is a work's platform."""
LABEL = re.compile(
    r"(?:original )?(?:network|platform|channel|where to watch|how to watch|"
    r"streaming(?: on| service)?|"
    r"distributors?|studio|broadcaster|available on|watch(?: it)? on|stream(?: it)? on|airs on)"
    r"(?:\(s\))? ?:?\s*",
    re.IGNORECASE,
)
"""A label of a table of facts, in front of the company."""
CREDIT = re.compile(
    r"\b(?:Image|Images|Picture|Pictures|Photo|PHOTO|Pic|Credit|CREDIT|Courtesy|Still|Copyright)\b"
    r"|©|\([\w /&.,'’+-]{2,50}\)\Z"
)
"""Words of the credit of a picture."""
