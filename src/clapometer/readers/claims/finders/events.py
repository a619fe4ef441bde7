"""What comes out, and the words that say so: the grammar of premieres."""

from __future__ import annotations

import re
from typing import NamedTuple

from clapometer.readers.claims.companies import PLATFORM


class Event(NamedTuple):
    """A row of the grammar: words that say what happens on a day, and what that is called.

    An event without a name is no premiere: a day next to its words tells of something else.
    """

    name: str
    pattern: str
    example: str


_BE = r"(?:(?:will|is|are|was|were|be|been|being|has|have|had|to|set|due|finally|officially) )*"
EVENTS: tuple[Event, ...] = (
    Event(
        "trailer",
        r"(?:[Tt]railers?|[Tt]easers?|[Ff]irst look|[Ss]neak peek|[Ff]eaturette)\b(?:[^.;"
        r",]{0,40}? (?:released|dropped|"
        r"debuted|unveiled|arrived|premiered|shared|came out))?|(?:releas(?:ed|es|ing)|"
        r"dropp?(?:ed|s)|debut(?:ed|s)|unveil(?:ed|s)|"
        r"shar(?:ed|es)|post(?:ed|s)) (?:[^.;,]{0,40}? )?[\"“'‘]?(?:[\w-]+ "
        r"){0,2}(?:trailers?|teasers?|first look|sneak peek|clip)\b[\"”'’]?",
        "The network released a trailer on May 14.",
    ),
    Event(
        "finale",
        r"\b(?:(?:(?:season|series|mid-?season|two-part) )?finale|final episode|last "
        r"episode)\b(?: (?:airs|aired|drops|premieres|will air|on))?"
        r"|\b(?:grand final|last[- ]ever episode|(?:season|series)[- ](?:ender|closer)|ender)\b"
        r"|\b(?:sign(?:s|ed|ing)? off|bow(?:s|ed|ing)? out|(?:com|draw)(?:es?|s)? to (?:a close|an "
        r"end)|(?:came|drew) to (?:a close|an end)|(?:bring|brought)s? the curtain down)\b"
        r"|\b(?:weekly|episodes?|week|every \w+day|\w+days|roll(?:s|ing)? "
        r"out|r[au]ns?|continu(?:es|ing))(?: for [^.;,]{1,30})?,? (?:up )?(?:until|through|till)\b"
        r"(?: to)?(?: the)?"
        r"|(?:[Ss]eason|[Ss]eries|[Rr]un|show|instal?lment|drama|comedy|thriller|sitcom|soap|"
        r"saga|programme|[Ii]t)"
        r"(?: (?:\w+))?(?:,? (?:which|that)(?: \w+)?)? (?:ended|ends|finish(?:ed|es)|"
        r"concludes|concluded|wrapped(?: up)?|wraps(?: up)?|"
        r"came to an end|will (?:end|conclude|wrap))\b|\b(?:will |to )(?:conclude|end|"
        r"wrap(?: up)?)(?: with)?\b|\b(?:ended|ends|concluded|concludes|"
        r"wrapped|wraps)(?: up)? (?:its|the|their) "
        r"(?:[\w-]+ ){0,2}(?:season|series|run)\b",
        "The season ended on Sunday.",
    ),
    Event(
        "production start",
        r"\b(?:go(?:es|ing)?|went|head(?:s|ed)?|enter(?:s|ed)?) (?:back )?(?:in)?to "
        r"production\b|\b(?:beg[aiu]n(?:s|ning)?|start(?:s|ed|ing)?|kick(?:s|ed) off|"
        r"resum(?:es|ed)) (?:production|filming|shooting|principal photography|work)\b|"
        r"\b(?<!-)(?:[Pp]roduction|[Ff]ilming|[Ss]hooting|[Cc]ameras?|[Pp]rincipal photography|"
        r"[Tt]he "
        r"shoot)(?: (?:on|for) [^.;,]{2,40}?)? (?:is |will |has |had |are |was |were |to |set |due "
        r"|(?:is|are)n['’]t |not |now |also |already |finally |"
        r"expected |slated |scheduled )*(?:beg[aiu]n(?:ning)?|begins|commenc\w+|start(?:s|ed|ing)?|"
        r"(?:g[eo]ts? |getting )?under ?way|kick(?:s|ed|ing)? off|resum(?:es?|ed)|roll\w*)\b"
        r"|\b(?:will|to) (?:film|shoot)\b|\bin front of (?:the )?cameras\b",
        "Filming begins in early 2027.",
    ),
    Event(
        "production end",
        r"\b(?:wrap(?:ped|s)?(?: up)?|finish(?:ed|es)?|complet(?:ed|es)) (?:production|"
        r"filming|shooting)\b|\b(?:[Ff]ilming|[Pp]roduction|[Ss]hooting)(?: (?:on|for|"
        r"of) [^.;,]{2,40}?)? "
        r"(?:has |had |was )?(?:wrapped|ended|finished|completed)\b|\bdone filming\b",
        "They wrapped filming in May.",
    ),
    Event(
        "festival premiere",
        r"\b(?:premier(?:ed|es|ing)?|debut(?:ed|s|ing)?|screen(?:ed|s|ing)?|bow(?:ed|s)?|"
        r"unveiled|world premiere)"
        r"(?: [^.;]{0,30}?)? (?:at|in|during) (?:the )?(?:\d{4} )?(?:[A-Z][\w’'-]+ "
        r"){0,3}(?:[Ff]ilm [Ff]estival|[Ff]estival|Cannes|Sundance|"
        r"Venice|Berlinale|TIFF|SXSW|Telluride|Tribeca)\b",
        "The film premiered at the Lund Film Festival in May.",
    ),
    Event(
        "festival showing",
        r"\b(?:ovations?|applau\w+|boo(?:s|ed|ing)|cheer(?:s|ed|ing)|jeer(?:s|ed|ing)|"
        r"(?:world|red[- ]carpet|gala) premiere|to (?:its|their) feet|"
        r"screening)\b",
        "The film drew boos on Saturday.",
    ),
    Event(
        "part",
        r"\b(?:[Pp]art|[Vv]olume) (?P<number>\d|[Oo]ne|[Tt]wo|[Tt]hree|I{1,3})\b[^.;"
        r",]{0,40}?\b(?:premier\w+|debut\w*|releas\w+|arriv\w+|drop\w*|land\w*|"
        r"launch\w*|out|stream\w*|com(?:es?|ing)|follows?)\b"
        r"|\b(?P<nth>first|second|third|final) (?:part|half|batch|volume|instal?lment)\b[^.;"
        r"]{0,60}?\b(?:premier\w+|debut\w*|releas\w+|arriv\w+|drop\w*|"
        r"land\w*|launch\w*|out|stream\w*|com(?:es?|ing)|follows?)\b",
        "The second part arrives in July.",
    ),
    Event(
        "home release",
        r"\b(?:on (?:DVD|Blu-ray|digital|demand|VOD)|(?:DVD|Blu-ray|[Dd]igital|VOD)(?: and "
        r"\S+)? release|to (?:buy|rent|own)(?: or (?:buy|rent|own))?)\b",
        "The film is out on DVD on May 4.",
    ),
    Event(
        "release",
        r"\b(?:(?:hit|hits|hitting|reach|reached|reaches|arriv\w+ in|open(?:s|ed|ing)? in|"
        r"land(?:s|ed)? in|play(?:s|ing) in|return\w* to|comes? to|"
        r"coming to|came to|only in|exclusively in|(?:is|be|are|was|out|released|now|back) "
        r"in) (?:[\w.]+ )?(?:theaters|theatres|cinemas|multiplexes|cineplexes|the big screen)|"
        r"[Ii]n (?:select |[A-Z][\w.]+ )?(?:theaters|theatres|cinemas)(?= (?:from|on|this|next|"
        r"[A-Z]|"
        r"\d))|(?:go(?:es|ing)?|went) wide|(?:go(?:es|ing)?|went) on (?:general )?release|"
        r"open(?:s|ed)? (?:it|the (?:film|movie))(?= (?:on|in)\b)|[Oo]pening date|"
        r"g[eo]ts? (?:it|the (?:film|movie|series|show))(?= (?:on|in|next|this|later|from|[A-Z]))|"
        r"open(?:s|ed)?(?! (?:to|with|at|in (?:first|second|third|the top)|up|the|its|their|his|"
        r"her|about|on the)\b)(?: nationwide| wide| domestically| in the U\.?S\.?)?|"
        r"theatrical(?:ly)? (?:release|bow|debut|run)(?:d)?|released? theatrically|(?:wide|"
        r"limited|nationwide) release)\b",
        "The film opens on Friday.",
    ),
    Event(
        "moved",
        r"\b(?:delay(?:ed|s)|push(?:ed|es)(?: back| up)?|mov(?:ed|es)(?: back| up| forward)?|"
        r"postpon(?:ed|es)|sl(?:id|ides?|ipp?ed|ips)|(?:brought|put|held) (?:back|forward)|"
        r"reschedul(?:ed|es)|bump(?:ed|s)|shift(?:ed|s))(?: back| up| forward)?"
        r"(?: (?!from)[^.;,]{1,40}?)? (?:to|until|till)\b|\bfrom (?:its |the |an? )?(?:original|"
        r"previous|earlier|initial|planned|"
        r"scheduled)(?:ly)?(?: \w+){0,3}? (?:of|on)\b",
        "The studio has delayed the film to March 12.",
    ),
    Event(
        "",
        r"\b[Tt]he (?:\d{4} )?(?:original|predecessor|novel|book|memoir|first (?:film|movie)|"
        r"previous "
        r"(?:film|movie))(?: (?:film|movie|series|version|novel))? (?:was |first |"
        r"had )*(?:came out|"
        r"c[ao]me out|released|premiered|debuted|opened|hit|launched|aired|published)\b|"
        r"\b(?:was|were|been|being|got|is) (?:\w+ )?dropped(?= (?:by|after|despite|amid|when|in "
        r"favour)\b)|"
        r"\b(?:[Pp]remiere|[Rr]elease|[Ll]aunch|[Ww]rap|[Vv]iewing)[ -](?:after-?)?(?:part(?:y|"
        r"ies)|"
        r"event|screening room)\b|\b(?:[Pp]ress|[Pp]roduct) launch\b|"
        r"\b(?:petition|app|campaign|website|channel|service|interview|probe|appeal|range|case|"
        r"inquest|museum|podcast|musical|documentary maker|room|shop|restaurant|exhibition|"
        r"pop-up|inquiry|investigation|hotline|doors?|"
        r"bookings|"
        r"applications) (?:\w+ ){0,2}(?:open|launch|air|start|debut|return|premier)\w*|"
        r"\b(?:figures|numbers|totals|estimates|results|data|details)\b[^.;,]{0,30}? "
        r"(?:(?:will|are|were|is|to|be|being|due) )+\w+|"
        r"\b(?:for |than |as )(?:an?|any) (?:[\w-]+ ){0,3}(?:film|movie|show|series|comedy|drama|"
        r"thriller|sequel) (?:releas|open|premier|debut|air)\w*|"
        r"\b(?:\w+est|best|worst|most[- ]\w+|record|top)[ -](?:[\w-]+ ){0,3}(?:debut|launch|"
        r"opening|"
        r"release|premiere|start|bow|finale)s?(?= (?:of|in|since|for)\b)|"
        r"\b(?:[Dd]ebut|[Aa]rriv|[Ll]and|[Oo]pen|[Ll]aunch|[Rr]eturn)\w* (?:on|at|with|"
        r"to) (?:Rotten "
        r"Tomatoes|Metacritic|an? (?:\w+ )?(?:score|rating)|No\.? ?\d|[Nn]umber|#\d)|"
        r"\b(?:[Hh]er|[Hh]is|[Tt]heir|[Nn]ew|[Dd]ebut|[Ss]olo) (?:[\w-]+ )?(?:album|single|song|"
        r"memoir|"
        r"novel|book|podcast|EP|mixtape|tour|baby|restaurant|play)\b(?: [^.;,]{0,25}?)? (?:is|"
        r"are|was|"
        r"were|will|comes?|came|hits?|drops?|dropped|arriv\w+|released|out|lands?|debut\w*|"
        r"launch\w*|begins?|starts?|opens?|kicks?)\b(?: be| off)?(?: out| released| published)?|"
        r"\b(?:[Ff]estival|[Tt]rial|[Tt]our|hearing|strike|contest|competition|voting|ceremony|"
        r"conference|election|school|semester|talks|auditions?)\b[^.;,]{0,30}? (?:begin|start|open|"
        r"kick|run|take|return|launch|premier|debut)\w*(?: off)?|"
        r"\b(?:vanished|disappeared|murder\w*|pre-?orders?(?: will)?(?: open| begin| start)?|"
        r"tickets|announc(?:ed|es|ing|"
        r"ement)|confirmed|reveal(?:ed|s)|said|says|told|tweeted|posted|wrote|shared|spoke|"
        r"interview|renew(?:ed|al)|cancell?ed|axed|scrapped|"
        r"ordered|commissioned|greenlit|picked up|pick up|signed|cast(?:ing)?|joined|won|"
        r"awarded|nominat\w+|died|passed away|born|"
        r"gross(?:ed|ing)|earn(?:ed|ing)|took in|made|collect\w+|haul\w*|topp\w+|ranked?|"
        r"peaked|climb\w+|fell|scored|viewed|watched|"
        r"reported|acquired|bought|sold|moved|based on|adapted|written|published|set in|"
        r"directed|filmed|recorded|happened|"
        r"married|divorced|arrested|left|quit|compared|drop(?:s|p?ed|ping)? "
        r"(?:\d|to|out|from|off|of)|delay(?:ed)?|statement|according|as of|founded|"
        r"launched (?:a|an|his|her|the (?:app|service|platform|company))|ratings?|award\w*|"
        r"Emmys?|Oscars?|Grammys?)\b",
        "It was announced on Monday.",
    ),
    Event(
        "premiere",
        rf"\b(?:[Pp]remier(?:es?|ed|ing)|[Dd]ebut(?:s|ed|ing)?|{_BE}(?:released|aired|shown|"
        rf"broadcast|streamed)|(?<!theatrical )(?<!new )(?<!other )[Rr]eleases(?! (?:of|"
        rf"from))|[Rr]eleasing|[Rr]eleased?|"
        r"[Aa]irs|[Aa]iring|(?<!off )(?<!on )(?<!the )[Aa]ir(?! date)|[Ss]treams|(?:to|begin|"
        r"begins|start|starts|will|"
        r"is|are|be) stream(?:ing)?(?! (?:service|platform|giant))|"
        r"[Rr]eturn(?:s|ed|ing)?(?! to (?:the )?(?:role|franchise|form|normal|work|exclusive|"
        r"West End|Broadway|stage|theatre|set|"
        r"music|social media|court|London|Instagram|"
        r"theaters))|[Aa]rriv(?:es?|ed|ing|al)|"
        r"[Ll]and(?:s|ed|ing)?(?= (?:a little|about|almost|just|less|more|on|in|this|next|later|"
        r"last|until|today|tonight|tomorrow|back|"
        r"exclusively|globally|with|\d)\b| [A-Z])|[Dd]rop(?:s|ped|ping)?|"
        r"[Ll]aunch(?:es|ed|ing)?|"
        r"[Kk]ick(?:s|ed|ing)? off(?= (?:on|in|with|this|next|[A-Z]))|(?:[Ss]eason|[Ss]eries|"
        r"show|run|it) (?:will |is set to |to )?(?:begins?|began|starts?|started)|"
        r"(?:begin|start)s? (?:airing|streaming|its run)|began (?:airing|streaming|its run)|"
        r"(?:is|are|was|were|will be|be|now|became|becomes?|made) (?:\w+ )?available|available|"
        r"[Cc]om(?:es?|ing)(?! (?:into|weeks|months|days|years|off|out of|up|from|of age|"
        r"after|on the heels|together))(?: (?:to|out|back))?|[Cc]ame (?:out|back)|"
        r"(?:is|are|was|be|[Nn]ow) out|[Oo]ut (?:on|in)|[Bb]ow(?:s|ed)?(?! out)|"
        r"(?:is|are|was|were|be|been|comes?|now|right) back(?! (?:together|at (?:work|home)|"
        r"from|to "
        r"(?:work|normal)|then|up|off|out|down|story|catalog\w*))|set for|[Ss]lated for|"
        rf"(?:will be|is|are|be) on (?:the )?(?:{PLATFORM}|TV|air|our screens|screens)|"
        rf"[Hh]it(?:s|ting)? (?:{PLATFORM}|streaming|digital|(?:our |your |TV |UK |US |the small )*"
        r"screens?)|(?:g[eo]t(?:s|ting)?|is|was) under ?way|(?:go(?:es|ne)?|went|going) (?:out|"
        r"live)"
        r"(?! (?:of|with|to|for|and)\b)|(?:touch(?:es|ed)?|touching) down|"
        r"grac(?:e|es|ed|ing) (?:our |the |your |TV )*(?:screens?|airwaves)|gets? (?:going|"
        r"started)|"
        r"(?:beg[ai]n|start(?:s|ed)?) (?:its |their )?life|waiting until|head(?:s|ed|ing)? to "
        rf"(?:{PLATFORM}|digital|streaming|screens|cinemas|theaters)|[Uu]nveil(?:s|ed|"
        rf"ing)?(?= (?:the |"
        r"its |all |\w+ ){0,4}(?:episodes?|season|series|film|drama|show)\b)|"
        r"[Oo]ut(?= (?:\w+day|this|next|later|tomorrow|today)\b| [A-Z][a-z]{2,8}\.? \d)|"
        r"[Cc]omeback|[Rr]oll(?:s|ed|ing)? out|"
        r"(?:[Ss]tart(?:s|ed)?|[Bb]eg(?:ins?|an))(?= (?:on|at|tonight|tomorrow|this|next|last|from)"
        r"\b|,? \w*day\b)|[Ff]ollow(?:s|ed|ing)?(?= (?:in|on|at|this|next|later)\b)|"
        r"(?:start|beginning) of (?:the |its |their )?(?:[\w-]+ ){0,2}(?:season|series|run|show)|"
        r"(?:can|could|will|able to) (?:then )?(?:watch|catch|see|stream|binge|tune)|[Tt]une in|"
        r"[Ss]treaming(?= (?:on|from|exclusively|now|in))|"
        r"(?:wait|hang on|hold on|sit tight|hold out)(?: (?:for|"
        r"to see) [^.;,]{1,40}?)? (?:until|till)"
        r"|[Dd](?:on['’]t|o not) (?:expect|bank on)[^.;,]{0,40}? (?:before|until)|"
        r"(?:pencill?ed|slotted) in(?:to)?|earmarked for|scheduled (?:for|to)|planned for|"
        r"dated? (?:[^.;,]{1,25} )?for|(?:target|ey|aim)(?:s|es|ed|eing|ing)(?: for| at)?(?: an?)?"
        r"(?= (?:early|late|mid|[Ss]pring|[Ss]ummer|[Ff]all|[Aa]utumn|[Ww]inter|20\d\d|[A-Z]))|"
        r"(?:[Ee]arliest|[Rr]ealistic|[Ll]ikel(?:y|iest)|[Pp]robable)(?: \w+){0,2} (?:target|"
        r"window|"
        r"date|slot|bet|return|arrival)|on the cards|(?:be|is|are) with us|(?:make|made|"
        r"mak)(?:s|ing)? its way|"
        r"[Pp]remiere date|[Rr]elease date|[Aa]ir "
        r"date|due|"
        r"eying a return|eyeing a return|expect to see|[Ff]irst (?:aired|broadcast|shown|"
        r"screened|transmitted)|"
        r"(?:has|have|['’]s) been (?:on (?:our |the |TV )?(?:screens?|air|TV)|running|airing)|"
        r"(?:first|opening|debut|launch) episode|(?:series|season) opener|light of day|"
        r"(?:can|should|could) expect (?:[^.;,]{2,30}? )?(?:is|in|around|from)|"
        r"set to commence)\b",
        "Salt Road premieres on June 16.",
    ),
)
"""Words of events, in the order in which they are tried at one place."""
ROWS = {f"p{place}": one for place, one in enumerate(EVENTS)}
EXPRESSION = re.compile(
    r"\b(?=[a-zA-Z])(?:"
    + "|".join(
        f"(?P<{name}>" + re.sub(r"\?P<(\w+)>", rf"?P<\g<1>_{name}>", one.pattern) + ")"
        for name, one in ROWS.items()
    )
    + ")"
)
"""All rows in one expression; the group that matched names the row."""
