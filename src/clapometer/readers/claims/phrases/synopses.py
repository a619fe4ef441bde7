"""What tells what a work is about: the rows of the grammar of synopses."""

from __future__ import annotations

from .rows import Row

_SUBJECT = (
    r"(?:(?:Sir |Dame )?(?:(?P<work>[\ue800-\uefff])(?: [Ss]eason \w+)?|(?:[Tt]he|[Tt]his|"
    r"[Hh]is|[Hh]er|[Ii]ts|[\ue000-\ue7ff]['’]s) "
    r"(?:(?!(?:box|studio|network|report|company)\b)[\w’'.\-\ue000-\uefff]+ ){0,6}?"
    r"(?:{kind}|story|plot|trailer|teaser|tale|narrative|premise|episodes?|chapter|outing|entry|"
    r"format|docuseries|docu-series|series|run|instalments?|action|storyline|caper|contest|quiz|"
    r"\w+-parter|game|batch|opener|saga|satire|soap|western|noir|show|feature|competition)"
    r"(?: \d+| one| two| three| four| five)?(?: (?:for|of) [^.;]{1,60}?)?)"
    r"|[Ss](?:eason|eries) (?:\d+|one|two|three|four|five|six|seven|eight))"
)
_BETWEEN = (
    r"(?:,? (?:which|that) [^.;]{0,120}?,?|, [^.;]{1,120}?,"
    r"| (?:is|was) (?:based|adapted|inspired|set|written|directed)\b[^.;]{0,90}? and"
    r"| (?:now|then|also|will|once again|again))?(?: will)?"
)
_VERB = (
    r"(?:follow(?:s|ed|ing)? (?!suit|in the|the (?:success|release|news|announcement|record|"
    r"first|second|"
    r"third|debut|premiere|launch|end|events? at|box)|a (?:record|strong|similar|string|"
    r"successful)|"
    r"up |last |news|[\ue800-\uefff]|\d|with|by )"
    r"|cent(?:er|re)(?:s|ed|d)? (?:on|around)|focus(?:es|ed|ing)? on (?!what|how to)|revolves? "
    r"around|"
    r"tell(?:s|ing)? (?:the|a|an|of|how|what|two|three) |chronicl(?:es|ed|e|ing)|explor(?:es|ed|e|"
    r"ing) |"
    r"document(?:s|ed)? the|"
    r"depict(?:s|ed)? |recounts? |chart(?:s|ed) (?:the|a|his|her)|trac(?:es|ed|e|ing) the|"
    r"dramatiz(?:es|ed|e)|imagin(?:es|ed|e) |pick(?:s|ed)? up (?!the|steam|where it|an? "
    r"(?:award|win|nod|nomination|prize)|more|\$|another|\d|two)|"
    r"takes? (?:viewers|audiences|place|an? [^.;]{0,40}?look at)|is set (?:in|against|during|on|"
    r"after|before|amid|"
    r"\d|two|three|several|decades|years|more|in the) (?!to)|is about (?!to )|was about (?!to )|"
    r"unfolds |"
    r"finds? [A-Z\ue000-\ue7ff]|finds? (?:the|a|an) |"
    r"sees? (?!its |the (?:show|series|film|network|company|streamer|studio|number|audience|rating|"
    r"return|drama|cast)|viewers|ratings|audiences|a (?:rise|return|drop|fall|jump|boost|record|"
    r"new "
    r"(?:cast|star))|the likes)[a-zA-Z\ue000-\ue7ff]|"
    r"shows? [A-Z\ue000-\ue7ff]\w* \w+ing|introduces? (?:viewers|audiences) to|"
    r"deals? with|delves? (?:deep )?into|examin(?:es|ed|e) (?:the|how|what|a|an|why)|"
    r"investigat(?:es|ed|e) |pits? |plung(?:es|ed|e) |transports? |unravel(?:s|ed)? |weaves? |"
    r"dramati[sz]es? |reimagines? |recreates? |joins? [A-Z\ue000-\ue7ff]|hinges? on|"
    r"(?:jump|skip|leap|fast-forward)s? (?:ahead|forward|back)|catch(?:es)? up with|"
    r"tak(?:es|e) (?:us|place|viewers|audiences|fans|you|\w+ back)|brings? together|"
    r"asks? (?:what|whether|how|who)|invites? (?:us|viewers|audiences)|thrusts? |uncovers? |"
    r"tackles? |grapples? with|span(?:s|ned) (?:[\w-]+ ){0,2}?(?:decades|generations|centuries|"
    r"years)|"
    r"lifts? the lid on|shin(?:es|ed) a light on|peels? back|digs? into|lays? bare|looks? at|"
    r"lifts? the curtain|runs? to \w+ (?:episodes|parts) and |"
    r"(?:begin|start|open|kick)s?(?: off| out| up)? (?:when|with|as|after) (?!\$|£|\d|"
    r"an? (?:score|audience|rating|average|total|haul|bang|whopping|massive)|the (?:score|rating)|"
    r"(?:cinemas|theat|January|February|March|April|May|June|July|August|September|October|"
    r"November|December|Monday|Tuesday|Wednesday|Thursday|Friday|Saturday|Sunday))|"
    r"is (?:a|an|the) (?:[\w-]+ ){0,5}?(?:story|tale|drama|comedy|thriller|satire|portrait|study|"
    r"film|series|show|mystery|saga|account|love letter|romance|horror|"
    r"sitcom) (?:of (?!the (?:year|"
    r"summer|week|season|moment))|about |in which |that follows |following |where |exploring |"
    r"set )|"
    r"turns? on |concerns (?:an?|the|two|three) |"
    r"stars? [\ue000-\ue7ff] as (?:(?:an?|the) [^.;,]{3,80}|[A-Z\ue000-\ue7ff][^.;,]{0,40},) "
    r"(?:who|whose|that|\w+ing|an?|forced|determined)\b|"
    r"(?:starts|begins|opens) (?:\w+ ){0,2}?(?:years|months|days|weeks) (?:before|after|later)\b)"
)
SYNOPSES: tuple[Row, ...] = (
    Row(
        "synopsis: the work tells",
        "",
        rf"(?:\A|(?<=[,;—–(] )|(?<= that )|(?<= but )|(?<= and )){_SUBJECT}{_BETWEEN} {_VERB}",
        "The series follows a widow who runs a salt works on the coast.",
    ),
    Row(
        "synopsis: which tells",
        "",
        rf"{_SUBJECT},? (?:— |– )?(?:which|that|also|and) (?:now |also |again )?{_VERB}",
        '"Salt Road," which follows a widow on the coast, opens on Friday.',
    ),
    Row(
        "synopsis: a film telling",
        "",
        r"\b(?:film|movie|series|show|drama|comedy|thriller|story|tale|mystery|satire) "
        r"(?:about|focusing on|following|"
        r"cent(?:er|r)(?:ed|ing) (?:on|around)|set in|chronicling|exploring) (?!(?:the )?box)\w",
        "It is a series about a widow on the coast.",
    ),
    Row(
        "synopsis: plays somebody who",
        "",
        r"\A[Ii]n (?:the|this|it)(?: [\w-]+){0,3}?,? [\ue000-\ue7ff] (?:plays|stars as|"
        r"portrays) (?:an?|the) "
        r"[^.;]{3,80}? (?:who|whose|that|\w+ing)\b",
        "In the film, Ada Quill plays a widow whose sons are lost at sea.",
    ),
    Row(
        "synopsis: it tells",
        "",
        rf"(?:\A|, )[Ii]t(?:['’]s| will|) (?:also )?"
        rf"(?:set in|an? (?:[\w-]+ )?(?:story|tale|saga|portrait) (?:of|about)|{_VERB})",
        "Based on the novels, it follows a widow on the coast.",
    ),
    Row(
        "synopsis: setting first",
        "",
        r"\A(?:Set (?:in|against|during|on|amid|after|two|\d)|Cent(?:er|r)(?:ed|ing) (?:on|around)|"
        r"Picking up|Following the (?:lives?|story|adventures)|Focus(?:ed|ing) on|Inspired by)\b",
        "Set in a town on the coast, it has six parts.",
    ),
    Row(
        "synopsis: in which",
        "",
        r"(?:\b(?:{kind}|instalment|outing|show)|{W})[”\"’']?,? (?:in which|where|wherein) "
        r"(?!available|possible|it |he |she |"
        r"the (?:film|show|series) |we |critics|viewers|fans|the (?:site|streamer|network))"
        r"[a-zA-Z\ue000-\ue7ff]",
        "The film, in which a widow runs a salt works, took $3 million.",
    ),
    Row(
        "synopsis: a work about",
        "",
        r"{W}[”\"’']?,[”\"’']? about (?:an?|the|two|three|four|five|[\w-]+) (?![$£\d])"
        r"[^.;]{20}",
        "Salt Road, about a widow who runs a salt works, was sold to 40 countries.",
    ),
    Row(
        "synopsis: in the film",
        "",
        r"\A(?:[Ii]n|[Oo]n) (?:the (?:new |latest |first |second |third |final |opening )?"
        r"(?:{kind}|story|run|instalment|episodes?|programme)|it|{W}|[Ss]eason \w+|[Ss]eries \w+)"
        r",? (?:an?|two|three|four|five|twelve|twenty|\d{1,2}|the) (?!million|per |percent|%|"
        r"(?:of|in) |(?:critic|viewer|audience|"
        r"fan|record|total|source|nod|spokes\w+|combined|whopping|film|show|series|studio|actor|"
        r"actress|star|director)s?\b)[^.;“”\"]{15,}",
        "In the film, a widow finds that the sea has come for her salt works.",
    ),
    Row(
        "synopsis: at its heart",
        "",
        r"\A(?:At the (?:heart|centre|center|core) of (?:it all|it|the {kind}|the story|this|"
        r"{W}|things)|At its (?:heart|centre|center|core)|(?:Its|The) premise is [^:]{2,40}:)",
        "At the heart of the drama is a widow who runs a salt works.",
    ),
    Row(
        "synopsis: viewers meet",
        "",
        r"\A(?:[A-Z][\w ]{0,20}, )?(?:[Vv]iewers|[Aa]udiences|[Ww]e) (?:first |now |will |"
        r"are )*(?:meet|join|follow|watch|find|introduced to|rejoin|see) (?:{P}|[A-Z][a-z]+|"
        r"the (?!show|film|series)|an? )"
        r"[^.;]{20,}",
        "Viewers meet Nell as she is let out of prison.",
    ),
    Row(
        "synopsis: contestants",
        "",
        r"\A(?:The |\w+ |\d+ )?(?i:contestants|couples|players|teams|hopefuls|celebrities|"
        r"singletons|strangers|competitors|amateur \w+|families) (?:must|compete|battle|have to|"
        r"attempt|race|cook|live|try|face|are (?:set|sent|dropped|locked|marooned|stranded|"
        r"paired))\b",
        "Contestants must cross the sea in boats of their own making.",
    ),
    Row(
        "synopsis: when this, then that",
        "",
        r"\A(?:When|After|As|Following) [^.;“”\"]{10,120}?, (?:{P}|[A-Z][a-z]+|an?|the|two|three) "
        r"?[^.;,]{0,40}?(?:must|(?:is|are) (?:forced|drawn|thrust|sent)|discovers?|sets? out|"
        r"uncovers?|"
        r"finds? (?:himself|herself|themselves|that)|teams? up|embarks?|vows? to|"
        r"goes undercover)\b",
        "When the sea takes her sons, a widow must choose between the coast and her trade.",
    ),
    Row(
        "synopsis: somebody is",
        "",
        r"\A(?:{P}|[A-Z]\w+(?: [A-Z]\w+)?) \({P}\) (?:is an?|must|finds?|discovers?|lives|works|"
        r"has)\b",
        "Nell Crane (Ada Quill) is a widow with a secret, and the coast is about to learn it.",
    ),
    Row(
        "synopsis: plays one who",
        "",
        r"\A(?:\w+ )?{P} (?:plays|stars as|portrays|is|voices) (?:{P}|[A-Z][\w’'-]+"
        r"(?: [A-Z][\w’'-]+)*), (?:an?|the) [^.;]{3,80}? "
        r"(?:who|whose|that|\w+ing|forced|sent|caught|determined|torn)\b",
        "Ada Quill plays Nell Crane, a widow who runs a salt works.",
    ),
)
WEAK = frozenset(
    {
        "synopsis: plays one who",
        "synopsis: contestants",
        "synopsis: when this, then that",
        "synopsis: somebody is",
        "synopsis: beside the title",
    }
)
"""Rules that count only for a work of which nothing tells more."""
APPOSED = (
    r"(?:\A|[,–—(]|[”\"’'],?) ?(?P<told>(?:an?|the|its|this) (?:[\w’'-]+,? ){0,6}?(?:film|movie|"
    r"series|show|drama|comedy|thriller|story|tale|mystery|satire|documentary|biopic|musical|"
    r"horror|"
    r"romance|sitcom|adventure|caper|fantasy|saga|whodunit|dramedy|chiller|noir|epic|western|"
    r"procedural|docuseries|romcom|rom-com|spoof|parody) (?:about|following|starring "
    r"[^,.;]{1,60} as|centred on|centered on|focusing on|exploring|chronicling|in which|where|"
    r"charting|set (?:in|on|against|during|at)) [^;.()–—]{15,}?)"
    r"(?=[,.;()–—]|[”\"’']?\Z| that (?:has|is|was|won|took)\b)"
)
"""What is said of a work beside its title: “…, a drama about a widow who …”."""
OFFICIAL = (
    r"\b(?:synopsis|logline|log line|plot summary|plot description|official description|tagline|"
    r"summary|premise|blurb|description (?:from|reads|of the)|press notes)\b"
)
"""Words that lead to a synopsis in the makers' own words."""
ABOUT = (
    r"\A(?:what(?:['’]s| is| will) .{0,80}\b(?:about|happen)\??|(?:the )?(?:plot|premise|synopsis|"
    r"storyline|story)(?: of .{0,60})?[:?]?|.{0,60}\b(?:plot|storyline|synopsis)(?:[:?].{0,50})?)\Z"
)
"""Headings over a synopsis."""
