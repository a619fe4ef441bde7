"""Forms in which cancellations are told, as rows: a show ended against its makers' will."""

from __future__ import annotations

from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.counting import ORDINAL
from clapometer.readers.claims.further import FURTHER, UNIT
from clapometer.readers.claims.grammar import Rule

_NOT_SHOWS = (
    r"(?! (?:flights?|trips?|tours?|plans|contracts?|shows? in|gigs?|concerts?|subscriptions?|"
    r"appearances?|screenings?|events?|weddings?|meetings?|culture|each other|out|due to|noise|"
    r"from (?:the (?:cast|show|series|film|role|line-up of)|[A-Z][\w ’']+ after)|tickets?|jobs?|"
    r"scenes?|star\b|host\b|presenter|actor|actress|judge|plot|storyline|character|staff|workers|"
    r"the (?!(?:[\w’'-]+ ){0,4}(?:show|series|drama|sitcom|comedy|soap|programme|program|quiz|"
    r"spin-?off|"
    r"project|thriller|reboot|revival|hit|saga|adaptation|remake|sequel|prequel|gameshow|anthology|"
    r"pair|"
    r"duo|lot|axe|series)\b)[a-z]+\b|"
    r"the (?:premiere|event|tour|screening|party|wedding|interview|trip|flight|subscription|"
    r"gig|concert|ceremony|festival|contract|deal|appearance|meeting|plan|scene|order|licen[cs]e|"
    r"idea|storyline|character|[\w’' “”\"‘]{2,30}? (?:panel|event|screening|tour|premiere|party|"
    r"concert|"
    r"appearance|convention))|"
    r"(?:his|her|their|your|my|our) (?!show|series|drama|sitcom|comedy|favou?rite|hit)))"
)
_CANCELS = (
    r"(?:[Cc]ancell?(?:ed|s|ing)|CANCELL?ED|CANCELS|[Aa]x(?:ed|es|ing)|AXED|AXES|[Ss]crap(?:ped|s|"
    r"ping)|SCRAPPED|[Nn]ixe[ds]|"
    r"[Cc]anned|[Dd]itch(?:ed|es|ing)|[Ss]helv(?:ed|ing)|[Bb]inn(?:ed|ing)|[Bb]ins|"
    r"[Cc]ull(?:ed|ing|s)|"
    r"[Jj]unk(?:ed|s)|[Dd]ump(?:ed|s)(?! (?:on|his|her))|[Jj]ettison(?:ed|s)|[Gg]uillotined|"
    r"[Dd]eep-sixed|[Ss]cuppered|[Kk]ibosh(?:ed|es)|[Tt]erminat(?:ed|es)|"
    r"[Kk]ill(?:ed|s) off(?= (?:by|at|after|the (?:show|series)|[\"“'‘]?[A-Z]))|"
    r"(?:to|will|could|might|would|may) (?:cancel|axe|ax|scrap|shelve|bin|ditch|cull|drop "
    r"(?:the|its) (?:show|series|drama|sitcom)))"
)
_CARRIER = (
    rf"(?:(?:the |its )?(?:{PLATFORM}|broadcasters?|networks?|streamers?|channels?|bosses|"
    rf"streaming (?:giant|service)|corporation|Beeb|schedulers|[A-Z][\w+]*(?: [A-Z\d][\w+]*)?))"
)
_NOT = r"(?:n['’]t| not| never)"
RULES: tuple[Rule, ...] = (
    Rule(
        "cancellation: stays on",
        r"\b(?:plans? to stick with|stands? by|sticking with|remain(?:s)? on (?:the )?air|"
        r"(?:has|have) no plans to (?:cancel|axe|drop|end)|safe from (?:cancell?ation|the axe)|"
        r"(?:will|would|is|was|has|have|had|are|were)(?:n['’]t| not|  never) (?:be(?:en)? "
        r")?(?:being "
        r")?(?:cancell?ed|cancell?ing|axed|facing the axe|for the chop|at risk|getting the chop|"
        r"axing|scrapped|dropped|binned|culled|scrapping)|not (?:been |being |getting "
        r")?(?:cancell?ed"
        r"|axed|scrapped)|"
        r"[Nn]obody (?:has )?(?:cancell?ed|axed)|"
        r"no truth (?:whatsoever |at all )?(?:in|to) [^.;]{0,60}?(?:axed|cancell?ed|scrapped|"
        r"dropped|axe|cancell?ation|end\b)|"
        r"(?:[’']s|reports of its|rumou?rs of its|its) demise (?:are|is|were|was|have been) "
        r"(?:\w+ )?exaggerated|(?:escap(?:es|ed)|avoid(?:s|ed)|dodg(?:es|ed)|spared|surviv(?:es|"
        r"ed))"
        r" (?:the )?(?:axe|chop|cull|cancell?ation))\b",
        "The channel plans to stick with the show.",
        modality="denied",
    ),
    Rule(
        "cancellation: threatened",
        r"\b(?:fac(?:es|ed|ing)|for|under|threatened with|at risk of|risk of|in danger of|danger "
        r"of|"
        r"on the (?:verge|brink) of|avoid|fears? of|feared|fear|could (?:be|face|get)|may (?:be|"
        r"face)|might (?:be|face|get)|set (?:to be|for)|rumou?red to be|tipped to be|"
        r"expected to be|going to be|about to be|considering) "
        r"(?:being )?(?:the (?:axe|ax|chop|boot|bullet)\b|cancell?ation|cancell?ed\b|axed\b|"
        r"scrapped\b|dropped by|axing|scrapping|cancell?ing|binned\b|culled\b|canned\b)|"
        r"\baxe (?:is |was |still )*(?:hang(?:s|ing)|hover(?:s|ing)|loom(?:s|ing)) over\b|"
        r"\b(?:fate|future) (?:is |was )?(?:on the line|under threat|in jeopardy)|"
        r"\bfuture (?:is |looks |was )?(?:bleak|in jeopardy|under threat|on the line)",
        "The sitcom is facing the axe, sources say.",
        modality="speculated",
    ),
    Rule(
        "cancellation: cancelled",
        rf"\b(?:{_CANCELS}|[Cc]ancell?ation|[Aa]xing (?:of|comes|came|was)|"
        rf"decision to (?:cancel|axe|scrap|end|drop|bin|pull|not renew))\b{_NOT_SHOWS}",
        "The network cancelled Salt Road after two seasons.",
    ),
    Rule(
        "cancellation: no further season",
        rf"\b(?:will|would|is|to|[’']ll|are|[Ww]ith) (?:be |get |see |have )?[Nn]o (?:(?P<nth>"
        rf"{ORDINAL})|more|further|new|another) (?:[\w-]+ )?(?:{UNIT}|episodes)\b|"
        rf"\b(?:wo(?:n['’]t|uld not|uldn['’]t)|will not) (?:be |get |have |receive |see |make |do "
        rf")+"
        rf"(?:(?:an?|any|the) )?"
        rf"(?:(?P<an>{ORDINAL})|more|further|new|another|(?:season|series) (?P<number>\d{{1,2}}|"
        rf"two|"
        rf"three|four|five|six|seven)) ?(?:[\w-]+ )?(?:{UNIT}|episodes)?\b|"
        rf"\b(?:will be|is|[’']ll be) no more (?=[\"“'‘]?[A-Z])|"
        rf"(?:^|[;,.:–—(] ?)[Nn]o (?:[Ss]eason|[Ss]eries) (?P<no>\d{{1,2}})\b|"
        rf"\b(?:will|would|is|are|wo|[’']re|[’']s)(?:n['’]t| not) (?:be )?mak(?:e|ing) (?:an?y? "
        rf")?(?:(?:{ORDINAL})|more|further|new|another)\b",
        "There will be no third season of Salt Road.",
    ),
    Rule(
        "cancellation: not renewed",
        rf"\b(?:(?:(?:wo|will|would|is|are|was|were|does|did|do|to|has|had){_NOT}|[Nn]ot) (?:be "
        rf"|being |been |to be |to |get |getting |ever )*"
        rf"(?:(?:mov|go|proceed)(?:e|ing)(?: forward| ahead)? (?:with|on)|return(?:ing)? (?:for|to|"
        rf"with|"
        rf"after)|"
        rf"returning\b|return\b|back (?:for|on)|coming back\b|come back\b|renew(?:ed|ing)?\b|"
        rf"pick(?:ed|ing) up|get(?:ting)?|order(?:ing|ed)?|"
        rf"(?:re-?)?commission(?:ing|ed)?|continu(?:e|ing))|"
        rf"(?:[Dd]ecided|[Oo]pted|[Cc]hose(?:n)?|[Ee]lected) (?:against|not to|to not)|"
        rf"[Dd]eclin(?:ed|es) to (?:renew|order|pick)|[Pp]ass(?:ed|es|ing) (?:on|over)(?: the "
        rf"pilot| ordering)?|[Tt]urned down|[Rr]uled out|[Rr]ul(?:es|ing) out)"
        rf"(?: (?:move forward|proceed|go ahead|renew|pick|order|renewing|ordering|making|mak(?:e|"
        rf"ing)|"
        rf"bring|commission|commissioning|with|on|up|for|it|the|show|series|back|to|our|screens|"
        rf"[\"“'‘]?[A-Z][\w’']*[\"”'’]?|and|of)){{0,8}}?"
        rf"(?: (?P<what>{FURTHER}))",
        "The streamer decided not to go ahead with a third season.",
    ),
    Rule(
        "cancellation: will not return",
        rf"\b(?:wo|will|would|is|are|was|were)(?:{_NOT}) (?:be )?(?:renew(?:ed|ing)|"
        rf"return(?:ing)?(?: "
        rf"(?:to (?:our|your|the|TV|{PLATFORM})|after|next|this)|(?=[,.;]|$))|coming back(?=[,.; "
        rf"])|"
        rf"be back(?=[,.; ])|pick(?:ed|ing) up|(?:mov|go)ing (?:forward|ahead)|going ahead)|"
        rf"\b(?:decided|opted|chose|elected|chosen) (?:not to (?:renew|recommission|order|continue|"
        rf"bring|pick|"
        rf"proceed|go ahead|make|return to)|against (?:renew|recommission|order|mak|bring|"
        rf"continu)ing)|"
        rf"\bdeclin(?:ed|es) to renew\b|\bnot (?:to )?renew(?:ing|ed)?\b|"
        rf"\bno longer (?:in the works|in development|moving forward|happening|going ahead|being "
        rf"made)\b",
        "Salt Road will not be renewed, the channel said.",
    ),
    Rule(
        "cancellation: the axe",
        rf"\b(?:[Pp]ull(?:s|ed|ing)? the plug|PULLS? THE PLUG|(?:(?:gets?|got|gotten|given|gives|"
        rf"gave|give|hands?|handed|"
        rf"wields?|wielded|swings?|swung|brings?|brought down|faces|faced|shown|shows|felt|had) "
        rf"(?:[\w’'“”\"&:-]+ ){{0,6}}?(?:the "
        rf"(?:axe|ax|chop|boot|bullet|push|elbow|heave-ho|door|snip|bum’s rush|old heave-ho)|"
        rf"its marching orders|its P45|its cards|their marching orders))|"
        rf"(?:for the chop)|(?:was|were|been|being|be|gets?|got|is|and) (?:\w+ly |since |then |"
        rf"both |all |also |each )?(?:"
        rf"(?:pulled|dropped|taken "
        rf"off|yanked|cut|removed|ousted)(?: (?:(?:from|off)(?: the| its| their| {PLATFORM}[’']s?| "
        rf"(?:TV|prime-?time|Saturday))*"
        rf" ?(?:schedules?|air|airwaves|line-?up|slate|roster|screens?|{PLATFORM}|after)|by "
        rf"{_CARRIER}|after (?:just |only )?\w+ (?:season|series|episode|run|year)s?))|"
        rf"dropped(?= (?:[\"“”]|altogether|entirely|for good|[–—-]))|rested\b(?! (?:on|in|her|"
        rf"his))|"
        rf"put out of (?:its|their) misery|consigned to|cut short|pulled from|sent packing|laid to "
        rf"rest)|"
        rf"(?:being|been) dropped (?=(?:was|is|are|were|as|and|or)\b)|"
        rf"took (?:it|the (?:show|series)) off (?:the )?air|(?:taken|went|go|goes) off (?:the "
        rf")?air|"
        rf"(?:has|have|had) (?:\w+ly )?(?:dropped|pulled|rested) (?:the (?:show|series|drama|"
        rf"sitcom|"
        rf"comedy|soap|programme|quiz)|[^.;,]{{2,40}} (?:from its (?:schedules?|line-?up)|for "
        rf"good))|"
        rf"lost its (?:\w+ )?slot|dead in the water|"
        rf"(?:[Cc]all(?:s|ed|ing)?|CALLS?) time on|[Pp]ut(?:s|ting)? an end to|"
        rf"met the same fate|suffered the same fate|"
        rf"(?:casualt(?:y|ies)|victims?) of (?:the )?[^.;,]{{0,30}}?(?:axe|chop|cull|cuts|"
        rf"cost-cutting|spree)|"
        rf"me(?:t|ets) (?:the )?axe|(?:has|have) (?:\w+ly )?dropped "
        rf"(?=[\"“'‘]?[A-Z][^.;,]{{1,30}}[\"”'’]?"
        rf"(?:[.,;]| from| after| amid|$))|(?:been|was|were) (?:\w+ly )dropped(?=[.,;”’'\"]|$)|"
        rf"one and done\b|axe (?:has |had )?(?:fallen|fell|falls|come down|came down) on|"
        rf"(?:put|puts|putting) [^.;,]{{2,40}}? out to (?:pasture|grass)|(?:met|meets) its (?:end|"
        rf"maker)|"
        rf"call(?:s|ed|ing)? it quits on|brought (?:the|its) curtain down on|"
        rf"(?:drops|dropping) the axe|killed off|kills off(?= [\"“'‘]?[A-Z])|"
        rf"(?:is|was) (?:all )?over after (?:just |only )?\w+ (?:season|series)|is no more)\b",
        "The broadcaster pulled the plug on the sitcom.",
    ),
)
"""Forms in which cancellations are told."""
