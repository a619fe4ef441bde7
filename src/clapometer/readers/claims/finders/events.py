"""What comes out, and the words that say so: the grammar of premieres."""

from __future__ import annotations

import re
from typing import NamedTuple


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
        r"\b(?:(?:season|series|mid-?season|two-part )?\s?finale|final episode|last "
        r"episode)\b(?: (?:airs|aired|drops|premieres|will air|on))?"
        r"|(?:[Ss]eason|[Ss]eries|[Rr]un|show|instal?lment)(?: (?:\w+))? (?:ended|ends|"
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
        r"\b(?:[Pp]roduction|[Ff]ilming|[Ss]hooting|cameras?|principal photography)"
        r"(?: (?:on|for) [^.;,]{2,40})? (?:is |will |has |had |are |was |were |to |set |due |"
        r"expected |slated |scheduled )*(?:beg[aiu]n|begins|start(?:s|ed)?|"
        r"underway|kick(?:s|ed)? off|resum(?:es?|ed)|roll)\b",
        "Filming begins in early 2027.",
    ),
    Event(
        "production end",
        r"\b(?:wrap(?:ped|s)?(?: up)?|finish(?:ed|es)?|complet(?:ed|es)) (?:production|"
        r"filming|shooting)\b|\b(?:filming|production|shooting) "
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
        r"in) (?:\w+ )?(?:theaters|theatres|cinemas|multiplexes|cineplexes|the big screen)|"
        r"open(?:s|ed)?(?! (?:to|with|at|in (?:first|second|third|the top)|up|the|its doors|"
        r"about|on the)\b)(?: nationwide| wide| domestically| in the U\.?S\.?)?|"
        r"theatrical(?:ly)? (?:release|bow|debut|run)(?:d)?|released? theatrically|(?:wide|"
        r"limited|nationwide) release)\b",
        "The film opens on Friday.",
    ),
    Event(
        "premiere",
        r"\b(?:delayed|pushed(?: back| up)?|moved(?: back| up| forward)?|postponed|"
        r"rescheduled|bumped|shifted)"
        r"(?: (?!from)[^.;,]{1,40}?)? (?:to|until)\b|\bfrom (?:its |the |an? )?(?:original|"
        r"previous|earlier|initial|planned|"
        r"scheduled)(?:ly)?(?: \w+){0,3}? (?:of|on)\b",
        "The studio has delayed the film to March 12.",
    ),
    Event(
        "",
        r"\b(?:figures|numbers|totals|estimates|results|data|details)\b[^.;,]{0,30}? (?:will "
        r"be|are|were|to be) \w+|"
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
        r"married|divorced|arrested|left|quit|compared|drop(?:ped)? of|dropp?(?:ed|ing) "
        r"(?:\d|to|out|from)|delay(?:ed)?|statement|according|as of|founded|"
        r"launched (?:a|an|his|her|the (?:app|service|platform|company))|ratings?|award\w*|"
        r"Emmys?|Oscars?|Grammys?)\b",
        "It was announced on Monday.",
    ),
    Event(
        "premiere",
        rf"\b(?:[Pp]remier(?:es?|ed|ing)|[Dd]ebut(?:s|ed|ing)?|{_BE}(?:released|aired|shown|"
        rf"broadcast|streamed)|(?<!theatrical )(?<!new )(?<!other )[Rr]eleases(?! (?:of|"
        rf"from))|[Rr]eleasing|[Rr]eleased?|"
        r"[Aa]irs|[Aa]iring|[Aa]ir(?! date)|[Ss]treams|(?:to|begin|begins|start|starts|will|"
        r"is|are|be) stream(?:ing)?(?! (?:service|platform|giant))|"
        r"[Rr]eturn(?:s|ed|ing)?(?! to (?:the )?(?:role|franchise|form|normal|work|exclusive|"
        r"theaters))|[Aa]rriv(?:es?|ed|ing|al)|"
        r"[Ll]and(?:s|ed|ing)?(?= (?:on|a|this|next|later)\b| [A-Z])|[Dd]rop(?:s|ped|ping)?|"
        r"[Ll]aunch(?:es|ed|ing)?|"
        r"[Kk]ick(?:s|ed|ing)? off(?= (?:on|in|with|this|next|[A-Z]))|(?:[Ss]eason|[Ss]eries|"
        r"show|run|it) (?:will |is set to |to )?(?:begins?|began|starts?|started)|"
        r"(?:begin|start)s? (?:airing|streaming|its run)|began (?:airing|streaming|its run)|"
        r"(?:is|are|was|were|will be|be|now|became|becomes?|made) (?:\w+ )?available|available|"
        r"[Cc]om(?:es?|ing)(?! (?:into|weeks|months|days|years|off|out of|up|from|of age|"
        r"after|on the heels|together))(?: (?:to|out|back))?|[Cc]ame (?:out|back)|"
        r"(?:is|are|was|be|[Nn]ow) out|[Oo]ut (?:on|in)|[Bb]ow(?:s|ed)?(?! out)|"
        r"(?:is|are|be) back|set for|[Ss]lated for|[Pp]remiere date|[Rr]elease date|[Aa]ir "
        r"date|due|"
        r"eying a return|eyeing a return|expect to see|[Ff]irst (?:aired|broadcast|shown)|"
        r"set to commence)\b",
        "Salt Road premieres on June 16.",
    ),
)
"""Words of events, in the order in which they are tried at one place."""
ROWS = {f"p{place}": one for place, one in enumerate(EVENTS)}
EXPRESSION = re.compile(
    "|".join(
        f"(?P<{name}>" + re.sub(r"\?P<(\w+)>", rf"?P<\g<1>_{name}>", one.pattern) + ")"
        for name, one in ROWS.items()
    )
)
"""All rows in one expression; the group that matched names the row."""
FILM_EVENTS = frozenset({"release"})
