"""Forms in which renewals are told, as rows: a further season ordered, hoped for, left open."""

from __future__ import annotations

from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import CARDINAL
from clapometer.readers.claims.further import FURTHER, UNIT
from clapometer.readers.claims.grammar import Rule

_NOT_SHOWS = (
    r"(?! (?:his|her|their|my|our|your|its (?:deal|contract|focus|vow|lease|licen[cs]e)|contract|"
    r"deal|focus|interest|"
    r"vows|hope|sense|calls?|energy|attention|appreciation|push|effort|fears|tensions|licen[cs]e|"
    r"membership|subscription|feud|love|speculation|rivalry|optimism|debate|scrutiny|pressure|"
    r"the (?:lease|licen[cs]e|contract|deal|call|calls|debate|focus|feud|rights|option|pressure|"
    r"push|partnership|agreement|fight|search)|an? (?:deal|contract|lease|agreement)))"
)
_NO_NOUN = (
    r"(?=[^\w\s]|\s*$|\s+(?:[^a-z\s]|(?:for|by|in|on|at|after|ahead|last|this|and|but|it|the|"
    r"as|despite|with|until|through|earlier|back|just|today|yesterday|early|so|before|since|when|"
    r"while|an?|its|another|both|again|weeks|days|months|two|three|from|to|or|following|along|"
    r"alongside|amid|over|us|them|all|most|several|four|five|six|only|too|yet|now|long|almost|"
    r"within|hit|fan|mere|hours|already|that|fellow|popular|because|due|even|no|officially|"
    r"instead|mid|midway|once|twice|than|per|if|until|via|under)\b))"
)
"""Renewed popularity is no renewal: no noun may follow that the word describes."""
_GAP = (
    r"(?: (?!with\b|on\b|after\b|from\b|as\b|now\b|where|when|who|they\b|he\b|she\b|"
    r"we\b|it was|details|plans|news|title|cast|trailer|teaser|date|will\b|would\b|has\b|have\b|"
    r"is\b|was\b|were\b|are\b|had\b|conclude|end\b|ends\b|that\b|following\b|despite\b|before\b|"
    r"since\b|while\b|but\b|during\b|watch|finish|in (?!talks|for)|won\b|drew|drawn|out\b|viewers|"
    r"stars? out|per ?cent|back in|its\b|until\b|against)"
    r"[\w\"“”'‘’:&,+-]+)"
)
_ALSO = (
    r"(?:has |have |had |was |were |is |are |will |being |been |be |not |yet |could |may |might |"
    r"would |should |officially |already |now |also |finally |just |both |since |still |only |"
    r"quietly |currently |"
    r"n[’']t |to |gets |got |get |set |due |all |reportedly |together |formally ){0,5}"
)
_MADE = (
    r"(?:announced|confirmed|ordered|commissioned|green-?lit|greenlighted|recommissioned|picked "
    r"up(?= (?:by|for|at|in)\b|[.,;]|$)|"
    r"signed off|approved|locked in|in the bag|a done deal|"
    r"given the (?:green light|go-ahead|nod|thumbs[- ]up)|in the works|in the pipeline|on the way|"
    r"on the cards|on the horizon|in the offing|happening|going ahead|go(?:ing)? into production|"
    r"in (?:early |active |pre-?)?(?:development|production|pre-production)|underway|under way|"
    r"being (?:made|planned|written|developed|plotted|filmed|shot|discussed|considered|talked "
    r"about|explored|eyed|lined up|worked on)|planned|a go\b|guaranteed|"
    r"official\b|in the can|(?:filmed|shot|written)(?=[.,;]|$| and\b)|"
    r"coming\b(?! (?:out|on)\b)|secured)"
)
_GIVES = (
    r"(?:given|gives|gave|give|granted|grants|awarded|awards|handed|hands|hand|gifted|gets?|got|"
    r"gotten|getting|land(?:s|ed|ing)?|secur(?:es|ed|ing)|scor(?:es|ed|ing)|bag(?:s|ged|ging)?|"
    r"nab(?:s|bed|bing)?|snag(?:s|ged)|earn(?:s|ed|ing)?|win(?:s|ning)?|won|clinch(?:es|ed)|"
    r"net(?:s|ted)|receiv(?:es|ed|ing)|sets?|lines? up|lined up)"
)
_ORDERS = (
    r"(?:pick(?:s|ed|ing)? (?:it |them |the (?:\w+ )?(?:show|series|drama|comedy|sitcom) |"
    r"[^.,;]{2,40}? )?(?:back )?up|pick-up|pickup|"
    r"order(?:s|ed|ing)?|re-?order(?:s|ed)|green-?lit|green-?lights?|green-?lighted|"
    r"green-?lighting|commission(?:s|ed|ing)?|re-?commission(?:s|ed|ing)?|"
    r"extend(?:s|ed|ing)?|given the (?:green light|go-ahead|nod|thumbs[- ]up)|"
    r"(?:green light|go-ahead|nod|thumbs[- ]up|repeat order) (?:to|for)|"
    r"bring(?:s|ing)? (?:[\w’']+ ){0,4}?back|brought (?:[\w’']+ ){0,4}?back|"
    r"sign(?:s|ed)? (?:up|on|off)|commit(?:s|ted|ting)? to|"
    r"ask(?:s|ed)? for|reviv(?:es|ed|ing)|resurrect(?:s|ed)|sav(?:es|ed)|rescu(?:es|ed)|"
    r"splash(?:es|ed) out on|spring(?:s|ing)? for|sprung for|invest(?:s|ed|ing)? in|opt(?:s|ed) "
    r"for|set (?:to return|for a return|to be back)|bought|buys|"
    r"(?:will|to|going to|set to) (?:make|get|have|produce|film|do|air))"
)
_TRAILS = (
    r"(?!['’]?s? (?:premiere|release|trailer|teaser|finale|date|cast|pick-up|would|was|"
    r"began|begins|starts|has begun|filming|production|episode|opener|\d|stars|an? (?!month|week|"
    r"day|year|few|couple)|full marks|top marks|(?:two|three|four|five) "
    r"(?:out|stars)|[A-F][+-]?\b|its|debut|launch|will be (?:the|"
    r"its) (?:final|last)|tickets|contract|of (?:pudding|pie|cake)))"
)
RULES: tuple[Rule, ...] = (
    Rule(
        "renewal: renewed",
        rf"\b(?:[Rr]e-?(?:newed|newing|news)|RENEWED|RENEWS|[Rr]e-?upped|[Rr]e-ups|"
        rf"[Rr]ecommissioned|(?:to|will|not|could|might|"
        rf"would|may|should|\w*n[’']t|officially) renew)\b{_NOT_SHOWS}{_NO_NOUN}",
        "Salt Road has been renewed for a third season.",
    ),
    Rule(
        "renewal: early renewal",
        rf"\b(?:early|season|series|multi-season|two-season|three-season|multi-year|show['’]s|"
        rf"surprise|(?<!to-){UNIT} (?:\d{{1,2}}|{CARDINAL})|Season \d{{1,2}}|S\d{{1,2}}|\w+-season|"
        rf"last-"
        rf"minute|{CARDINAL}-series) (?:[Rr]enewal|pick-?up(?! truck)|[Pp]ick-?[Uu]p\b(?! truck)|"
        r"[Rr]ecommission)|"
        rf"\b(?:{UNIT} (?:\d{{1,2}}|{CARDINAL})|S\d{{1,2}}|(?:second|third|fourth|fifth)-"
        r"(?:season|series)) [Oo]rder\b|"
        r"\b(?:scor(?:es|ed)|nab(?:s|bed)|land(?:s|ed)|earn(?:s|ed)|gets?|got|secur(?:es|ed)|"
        r"announc(?:es|ed)|celebrat\w+) (?:an? |its |the )?(?:\w+ )?[Rr]enewal\b|"
        r"\b(?:[Rr]enewal|pick-up|recommission) (?:of|for) (?:the )?",
        "The show's renewal for season two came early.",
    ),
    Rule(
        "renewal: picked up",
        rf"\b(?:{_ORDERS}\b{_GAP}{{0,7}}? (?:for |with |of )?(?:in )?|{_GIVES}\b{_GAP}{{0,7}}? "
        rf"(?:for |with "
        rf"|of )?(?<!the )(?<!its )(?!(?:the|its) )){FURTHER}{_TRAILS}|"
        rf"\b(?:confirm(?:s|ed|ing)?|announc(?:es|ed|ing)|reveal(?:s|ed)) (?:that )?(?!the |its "
        rf")(?:there "
        rf"(?:will "
        rf"be|would be|is) |plans for |it (?:will|would) (?:make|get|produce) )?{FURTHER}{_TRAILS}",
        "The network picked up the drama for a second season.",
    ),
    Rule(
        "renewal: hoped for",
        rf"\b(?:hint(?:s|ed|ing)? at|teas(?:es|ed|ing)|promis(?:es|ed|ing)|hop(?:es|ed|ing|e|eful) "
        rf"(?:for|that|of|to)|hope for|eye(?:s|ing)|mull(?:s|ed|ing)?|consider(?:s|ed|ing)?|"
        rf"discuss(?:es|ed|ing)|[Tt]alks? (?:are |is )?(?:already )?(?:for|about|over|of|on|to|"
        rf"under "
        rf"?way|progressing)|"
        rf"(?:in|has had|having) (?:early |advanced )?(?:talks|conversations|discussions)|"
        rf"(?:plans|ideas|room|scope|a plan|appetite|scripts|storylines)[\"”'’]? "
        rf"(?:are under way )?for|planning|call(?:s|ing)? for|keen (?:on|to)|eager (?:for|to)|"
        rf"(?<!not )(?:ready|prepared|willing|happy) (?:for|to)|open to|(?:be|is|are|still|not|"
        rf"all) up for|would love|[’']d love|"
        rf"would like|[’']d like|(?:want|wants|wanted|love|loves) to|wants|excited (?:for|to)|"
        rf"mapp?(?:ed)? out|[Ww]riting|[Ww]rit(?:es|ten)|[Pp]lott(?:ed|ing)|work(?:ing|s|ed)? on|"
        rf"develop(?:s|ed|ing)|pitch(?:ed|ing)|outlin(?:ed|ing)|envision\w*|imagin(?:es|ed|ing)|"
        rf"demand(?:s|ed|ing)?(?! for)|begg(?:ed|ing) for|crying out for|petition(?:s|ed|ing)? for|"
        rf"chances? of|prospect of|possibility of|potential for|door (?:\w+ )?open (?:for|to)|"
        rf"sets? up|setting up|paves the way for|could (?:return|be back|come back|get|see|do|go|"
        rf"make|be)|writers[’']? room (?:for|on|of)|ideas? for|story for|enough (?:\w+ )?for|"
        rf"material for|scripts? for|see|sees|fill|say yes to)"
        rf"(?: (?!will\b|is\b|was\b|in\b|with\b|if\b|while\b|[Ss]eason|episode|"
        rf"after\b)[\w’']+){{0,4}}? "
        rf"{FURTHER}(?! (?:finale|premiere|trailer|cast|episode|opener|lead|guest|villain|was|were|"
        rf"had|is|drew|"
        rf"scenes?|storylines?|arc\b|of the (?:day|week)))",
        "The makers have hinted at a third series.",
        modality="speculated",
    ),
    Rule(
        "renewal: more seasons",
        rf"\b(?:for|through|with|get|run for|run to|runs to|of) (?:at least |up to )?(?:{CARDINAL}|"
        rf"a couple of|a few|several) (?:more|further|additional) (?:seasons|series)\b|"
        rf"\brenewed through (?:season )?\d",
        "It will go on for at least four more seasons.",
    ),
    Rule(
        "renewal: there will be",
        rf"\b(?:[Tt]here(?: will|[’']ll| is going to| are going to) (?:definitely |indeed |also |"
        rf"now )?be|"
        rf"(?:will|lives?|lived|gets?|got|is going|are going) (?:\w+ )?(?:live )?to see|will see|"
        rf"(?:bring|brings|brought|bringing) [^.;,]{{2,40}} back for|is getting|are getting) "
        rf"(?:more\b(?! than)|{FURTHER}(?! (?:of the|cast|trailer)))",
        "There will be a fourth season.",
    ),
    Rule(
        "renewal: the renewal",
        r"\b(?:[Tt]he|[Ii]ts|[Tt]his|[Tt]hat) (?:\w+ )?(?:renewal|recommission|pick-up) "
        r"(?:comes|came|news|was|is|means|follows|followed|makes|marks|had|has|will|arrives|"
        r"arrived)\b",
        "The renewal comes three weeks after its launch.",
    ),
    Rule(
        "renewal: order of seasons",
        rf"\b(?:handed|hands|given|gives|gets?|got|landed|lands|scored|scores|secured|with|wins|"
        rf"won|"
        rf"nabs|nabbed) (?:an? )?(?:[\w-]+ )?(?:{CARDINAL}|multi)-(?:season|series|year) "
        r"(?:[Oo]rder|pick-?up|[Rr]enewal|commission|extension|deal)\b",
        "The drama has been handed a two-season order.",
    ),
    Rule(
        "renewal: was announced",
        rf"\b{FURTHER}(?: (?:of|for|with) [^.;,]{{2,50}}?)?(?:, [^,.;]{{2,50}},)? "
        rf"{_ALSO}{_MADE}(?!-| (?:by the end|to "
        rf"be the))",
        "A third season had been announced in May.",
    ),
    Rule(
        "renewal: fate left open",
        r"\b(?:[Ff]ate|[Ff]uture) of (?P<whose>[^.;]{2,70}?) (?:still )?(?:remains?|is|was|hangs?)"
        r" (?:still )?(?:\w+ )?(?:undecided|uncertain|unclear|unknown|in limbo|in doubt|to be "
        r"decided|up in the air|in the balance|unresolved|shrouded|not (?:yet )?(?:been )?(?:"
        r"decided|known|clear)|unconfirmed|a mystery|in question)\b|"
        r"\b(?:[A-Z][\w’']*|show|series|sitcom|drama|soap|programme|quiz)(?:[’']s|s[’']) (?:fate|"
        r"future) (?:still )?(?:remains?|is|was|hangs?) (?:still )?(?:\w+ )?(?:"
        r"undecided|uncertain|unclear|unknown|in limbo|in (?:\w+ )?doubt|up in the air|in the "
        r"balance)\b|"
        r"\b(?:[Nn]o (?:final |firm |official )?(?:decision|word|news|announcement|update)|"
        r"(?:yet to|not|\w*n[’']t|to) (?:\w+ )?(?:decided?|said|say|announced?|confirm(?:ed)?|"
        r"reveal(?:ed)?|"
        r"made (?:a|any) (?:\w+ )?(?:decision|announcement|call)))"
        r" (?:has |have |had |as )?(?:yet )?(?:been )?(?:taken|made|given|reached)? ?"
        r"(?:yet )?(?:on|about|regarding|as to|over|if|whether) (?:whether )?"
        rf"(?:[^.;,]{{2,60}}?(?:return|be back|continue|renewed|get|come back|be|order|make|"
        rf"commission) )?(?:an? |any )?"
        rf"(?:(?:for|with) )?(?:{FURTHER}|(?:the )?(?:show|series|drama|sitcom|comedy)[’']s "
        rf"future)",
        "The fate of Salt Road is still undecided.",
        modality="undecided",
    ),
    Rule(
        "renewal: will return",
        rf"\b(?:(?:will|would|WILL|can|to) (?:\w+ )?(?:return|be back|be returning|come back|run|"
        rf"go on)|"
        rf"(?:is|are|[’']s|[’']re) (?:\w+ )?(?:coming back|returning|back)|"
        rf"(?:is|are) set (?:to return|for a return)|will get|to return|come back|coming back|"
        rf"going to be back|guaranteed to return|[Bb]ack) (?:\w+ )?"
        rf"(?:for|with|to) {FURTHER}",
        "Salt Road will return for a third season.",
    ),
    Rule(
        "renewal: coming back for more",
        r"\b(?:will|to|could|might|may|is|are|be) (?:\w+ )?(?:return(?:ing)?|come back|coming back|"
        r"be back|back|live(?:s)? on) (?:again )?for (?:even )?more\b(?! information| details)|"
        r"\b(?:ordered|commissioned|signed up for|asked for|green-?lit|picked up) (?:even )?more "
        r"(?:of |episodes\b|[\"“'‘]?[A-Z])|"
        r"\b(?:extend(?:ed|s)?|renew(?:ed|s)?) [^.;,]{2,40} (?:by|for) (?:another|a further) "
        r"(?:year|two years|season)",
        "Salt Road is coming back for more.",
    ),
    Rule(
        "renewal: a third",
        rf"\b[Aa] (?P<nth>second|third|fourth|fifth|sixth)(?: one)? {_ALSO}{_MADE}|"
        r"\b(?:about|regarding|order(?:ed|ing)?|renewed for|talks? of|plans? for|discuss\w*|"
        r"possibility "
        r"of|commission\w*|picked up for|back for) an? (?P<other>second|third|fourth|fifth|sixth)"
        r"(?=[.;”\"’]|$| (?:is|has|was)\b)",
        "The first season was a hit, and a second has been ordered.",
    ),
    Rule(
        "renewal: so many seasons",
        rf"\b(?P<many>{CARDINAL})-(?:season|series|year) (?:plan|arc|story|run in mind|vision|"
        rf"saga)\b|"
        rf"\b(?:mapp?(?:ed|ing)?|plan(?:ned|s|ning)?|plott(?:ed|ing)|arc|story|outlin(?:ed|e)|"
        rf"written|ideas|mapped)\b[^.;,]{{0,30}}? (?:to|through|until|for|up to) (?:the end of )?"
        rf"(?P<season>[Ss]eason|[Ss]eries) (?:\d|{CARDINAL})\b|"
        rf"\b(?:see|sees|seeing|imagine|envision|envisage|envisages|envisions|want|wants|planned|"
        rf"plans|plan|hopes?|"
        rf"conceived|pitched|story|tale|enough|has|have|needs|runs?|running|"
        rf"designed)\b[^.;,]{{0,50}}?"
        rf"\b(?:to|for|as|has|over|across|with|needs|in|tell) [\"“'‘]?(?:it |the story )?(?:in |as "
        rf"|"
        rf"over )?(?:(?:at least|up to|around|about)[\"”'’]? )?"
        rf"[\"“'‘]?(?:{CARDINAL} or )?(?P<number>{CARDINAL})[\"”'’]? "
        rf"(?:seasons|series)\b(?! (?:of|ago|on)\b)|"
        rf"\brun(?:s|ning)? (?:on )?to (?P<to>{CARDINAL})(?: (?:seasons|series)|(?=[.\"”'’;,]))",
        "Its makers have a five-season plan.",
        modality="speculated",
    ),
    Rule(
        "renewal: revived",
        rf"\b(?:sav(?:es|ed|ing)|rescu(?:es|ed|ing)|reviv(?:es|ed|ing)|resurrect(?:s|ed|ing)|"
        rf"un-?cancell?(?:ed|s)|bring(?:s|ing)? back|brought back|"
        rf"pick(?:s|ed|ing)? up) (?:the )?(?:(?!when|where|from|after)\w+ ){{0,3}}(?:show|"
        rf"series|drama|sitcom|comedy|soap|programme|"
        rf"it|thriller|canceled|cancelled|axed)\b|\b(?:was|were|been|being|is|be) (?:later |then |"
        rf"since |quickly |subsequently )?(?:saved|rescued|revived|resurrected|uncancell?ed|"
        rf"brought back|picked up) (?:by|at|on) (?:the )?(?:streamer |network |rival )?(?:"
        rf"{PLATFORM}|[A-Z])|\b(?:found|finds|find|finding) (?:itself )?(?:a )?new home\b|"
        rf"\bnew lease of life\b|\bsecond lease of life\b|\b(?:given|handed|wins?|won|granted) a "
        rf"(?:last-minute )?reprieve\b|\bback from the dead\b|"
        rf"\b(?:handed|given|thrown|granted|gets?|got) (?:a|its) (?:\w+-?\w* )?(?:lifeline|second "
        rf"chance|"
        rf"stay of execution)\b",
        "The streamer rescued the show after its cancellation.",
    ),
    Rule(
        "renewal: whether it returns",
        r"\b(?:deciding|to decide|decide|weighing up|mulling|debating) (?:whether|if|over whether) "
        r"to "
        r"(?:bring|renew|recommission|order|continue|make)\b|"
        r"\b(?:[Nn]either [^.;]{2,60}?|[Nn]obody|yet to|\w*n[’']t|not|refus\w+ to|declin\w+ to|"
        r"unclear|"
        r"unknown|not known|to be seen|would only|no word (?:yet )?on|anyone’s guess|wait to see|"
        r"wait to "
        r"find out|waiting to (?:hear|see|learn|find out))(?: (?:has|have|would|will|yet|be|been))*"
        r"(?: (?:said|say|says|confirm(?:ed)?|reveal(?:ed)?|announced?|know|known|decided?|clear|"
        r"drawn on|comment(?:ed)? on))?[,]? (?:whether|if) (?P<whose>[^.;,]{2,60}?) "
        r"(?:will|would|is going to|can|gets|is) (?:be back|return|continue|get (?:more|another|a)|"
        r"be renewed|live on|come back|coming back|returning)\b(?! (?:as|to (?:the|his|her)|in))",
        "Neither of them has said whether the show will be back.",
        modality="undecided",
    ),
    Rule(
        "renewal: hoped for one",
        r"\b(?:optimistic|hopeful|confident|hopes?|hoping|chances?|odds|likelihood|prospects?|"
        r"talks?|"
        r"pushing|angling|campaign\w*|calls?|rumou?rs?|begg?ing|positive|bullish)[\"”'’]?,? "
        r"[^.;,]{0,30}?"
        r"\b(?:of|for|about|on|over|with|that) (?:an? |getting |its |the show[’']s |another "
        r")*(?:renewal|"
        r"pick-?up(?! truck)|comeback|revival|recommission\w*|new season|new series|more "
        r"episodes)\b|"
        r"\b(?:look(?:s|ing)?|search(?:es|ing)?|hunt(?:s|ing)?|shop(?:s|ping|ped)) [^.;,]{0,30}?"
        r"(?:for a new home|the (?:show|series) (?:around|elsewhere)|it (?:around|elsewhere)|to "
        r"other "
        r"(?:outlets|networks|streamers|buyers|broadcasters))",
        "Its star is hopeful about a pick-up.",
        modality="speculated",
    ),
    Rule(
        "renewal: could return",
        rf"\b(?:could|might|may) (?:\w+ )?(?:return|be (?:back|revived|brought back|renewed|"
        rf"resurrected|saved|rescued)|come back|get {FURTHER})\b(?! (?:to (?:the|his|her|their)|"
        rf"as))|"
        rf"\b(?:in talks|hoping|hopes|wants?|keen|plans?|planning|looking|trying|not in talks|"
        rf"tipped|"
        rf"set|poised) to (?:(?:make|do|film) (?:any )?more\b|revive|bring back|resurrect|save|"
        rf"rescue|bring (?:it|the (?:show|"
        rf"series)) "
        rf"back|renew)\b",
        "The axed drama could return next year.",
        modality="speculated",
    ),
)
"""Forms in which renewals are told."""
