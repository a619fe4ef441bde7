"""Forms in which endings are told, as rows: the last season, the last film, the end."""

from __future__ import annotations

from clapometer.readers.claims.counting import CARDINAL, ORDINAL
from clapometer.readers.claims.further import FURTHER, UNIT
from clapometer.readers.claims.grammar import Rule

_ENDING = r"(?:final|last(?:[- ]ever)?|concluding|farewell)"
_LAST_WORDS = (
    r"(?:the|its|their|our|[A-Z][^.;,]{1,40}?[’']s?) (?:show['’]s |series['’]? |saga['’]s |very "
    r")?(?:final|last)(?:[- "
    r"]ever)?"
    r"\b(?! (?:episode|week|one standing|few|time|year|month|summer|autumn|spring|to |chance|two|"
    r"three|film|movie|touches|scene|minutes|outing for|for (?:him|her|now)|of))"
)
_LEAVES = (
    r"(?:end(?:ing)?(?! up)|conclud(?:e|ing)|finish(?:ing)?|wrap(?:ping)?(?: (?:up|things up|it "
    r"up))?|"
    r"(?:sign|signing) off|bow(?:ing)? out|tak(?:e|ing) (?:its|a) (?:final )?bow|"
    r"(?:say|saying) (?:goodbye|farewell)|bid(?:ding)? (?:farewell|adieu)|com(?:e|ing) to an? "
    r"(?:\w+ )?(?:end|close|conclusion)|draw(?:ing)? to an? (?:\w+ )?(?:end|close|conclusion)|"
    r"call(?:ing)? it (?:a day|quits)|end(?:ing)? its run|ride off into the sunset|go off (?:the )?"
    r"air|leave (?:our|the) (?:screens|air)|bring (?:the|its) (?:story|saga|curtain) (?:down|to)|"
    r"reach(?:ing)? (?:its|the) end|close (?:its|the) doors|hang up its)"
)
_LEFT = (
    r"(?:ended|concluded|finished|wrapped(?: up)?|signed off|bowed out|took its final bow|"
    r"said (?:goodbye|farewell)|came to an? (?:\w+ )?(?:end|close|conclusion)|drew to a close|"
    r"called it (?:a day|quits)|left (?:our|the) (?:screens|air))"
)
_END_STOPS = (
    r"(?= (?:with|tonight|after|on|in|for good|following|this|next|when|at|from|once)\b|[.,!;]|$)"
)
RULES: tuple[Rule, ...] = (
    Rule(
        "ended: not the end",
        r"\b(?:wo(?:n['’]t)|will not|is(?:n['’]t| not)|would(?:n['’]t| not)|not) (?:be |"
        r"necessarily )*(?:the (?:end(?! of (?:it|that|the (?:world|line|matter)))|last(?! (?:we|"
        r"of|"
        r"to|time|person))|"
        r"final)|its last|ending(?! up)|over(?=[,.; ]|$)|the show['’]s last)\b|\bno plans? to "
        r"(?:wrap|"
        r"end|finish|conclude)|"
        r"\bplans? to (?:wrap up|end) (?:the (?:show|series) )?any ?time soon|\bfar from (?:over|"
        r"finished)\b",
        "The season won't be the last, the writers say.",
        modality="denied",
        value="final season",
    ),
    Rule(
        "ended: whether the last",
        rf"\b(?:[Ww]hether|[Ii]f) [^.;]{{0,50}}\b(?:(?:the|its|their) {_ENDING}\b(?! (?:of|time|we|"
        rf"episode))(?: (?:one|season|series))?|(?:be|is|marks?) the end\b(?! of (?:the )?(?:week|"
        r"year|month|season)))",
        "It is not known whether season 3 will be the last.",
        modality="undecided",
        value="final season",
    ),
    Rule(
        "ended: will be the last",
        rf"\b(?:(?:{ORDINAL}|next|upcoming|forthcoming|new|coming) (?:\w+ )?{UNIT}|{UNIT}|"
        rf"(?:[Ss]eason|[Ss]eries) (?:\d{{1,2}}|{CARDINAL})|"
        rf"one)\b[^.;]{{0,40}}?\b(?:will|"
        rf"would|is (?:set )?to|is|was|could|might|may) (?:also |reportedly |officially |now "
        rf")?(?:(?:be|stand as|serve as|prove|become|mark) "
        rf")?{_LAST_WORDS}|"
        rf"\b{UNIT}[^.;,]{{0,30}}?\b(?:to be|as) {_LAST_WORDS}|"
        rf"\b(?:[Ss]eason|[Ss]eries) (?:\d{{1,2}}|{CARDINAL}) (?:will )?(?:marks?|be) the end\b",
        "The third season will be the last.",
        value="final season",
    ),
    Rule(
        "ended: final season",
        rf"\b(?:(?:\w+ and )?{_ENDING})(?: (?:ever|[\w-]+-(?:episode|part)|upcoming|planned))? "
        rf"(?:season|series(?! finale)|run of "
        rf"episodes|batch of episodes|seasons|outing|run(?! of (?:the|luck|form|games|wins|shows))|"
        rf"instal?ment of the (?:show|"
        rf"series))\b(?! "
        rf"(?:of|in) (?:the )?(?:year|evening|NBA|NFL|football|night))|"
        rf"\b{CARDINAL} (?:seasons|series) and (?:out|done)\b|"
        rf"\blast hurrah\b|\b[Ff]inal [Ss]eason\b|\bFINAL (?:SEASON|SERIES)\b|\b[Ss]wan[- ]?song\b|"
        rf"(?<!after the )(?<!following the )(?<!since the )\bseries finale\b|\bfarewell (?:season|"
        rf"series|run|tour of)\b|"
        rf"\b(?:final|last) (?:ever )?chapter of (?:the )?(?:show|series|drama|saga)\b",
        "Salt Road returns for its fourth and final season.",
        value="final season",
    ),
    Rule(
        "ended: last film",
        r"(?:\b(?:final|(?:and|as the|be the|is the|its) (?:\w+ly )?last)|\blast[- ]ever) "
        r"(?:film|movie|chapter|entry|instal?lment|picture|part)\b(?! of the (?:evening|night|day|"
        r"festival|year|week))|"
        r"\b(?:film|movie|picture|threequel|sequel)\b[^.;]{0,30}? (?:will be|is|to be|is set to "
        r"be) the "
        r"(?:final|last)(?: one| chapter)? (?:in|of) (?:the|its) (?:series|saga|franchise|"
        r"trilogy)\b",
        "The fifth and last film of the saga opened.",
        value="last film",
    ),
    Rule(
        "ended: comes to an end",
        rf"\b(?:(?:will|would|(?:set|due|going|about|is|are|was|plans|planned|wants?|decided) to|"
        rf"could|may|might|[’']ll) (?:\w+ly |also |now |finally )?{_LEAVES}|"
        rf"(?:is|are|was|[’']s) (?:officially |finally |now |also )?(?:ending(?! up)|concluding|"
        rf"wrapping up|bowing out|signing off|coming to an? (?:\w+ )?(?:end|close)|drawing to a "
        rf"close|"
        rf"set to end|to end|saying (?:goodbye|farewell)|calling it (?:a day|quits)|over(?= "
        rf"after))|"
        rf"(?:come|comes|brought|bring|brings) to an? (?:\w+ )?(?:end|close|conclusion)|bows out|"
        rf"signs off|ends its run|"
        rf"(?:ends|ENDS|wraps(?: up)?|concludes|finishes)(?= after| tonight| with (?:its |the "
        rf")?(?:{FURTHER})| "
        rf"for good)|"
        rf"(?:to [Ee]nd|ENDING|Ending|Ends?|to Conclude|to Wrap(?: Up)?|to [Ee]nd its run)"
        rf"(?= (?:[Ww]ith|[Aa]fter) )){_END_STOPS}",
        "Salt Road will end after four seasons.",
        value="final season",
    ),
    Rule(
        "ended: brought to its end",
        rf"\b(?:end|ends|ended|ending|finish|conclude|wrap up|close out|draw a line under|bring an "
        rf"end "
        rf"to|called time on|bow(?:s|ed|ing)? out of) (?:the (?:show|series|drama|sitcom|comedy|"
        rf"soap|saga|"
        rf"story)|it|things|[\"“'‘]?[A-Z][^.;,]{{1,40}}?[\"”'’]?) (?:after|with|at) (?:(?:its|the|"
        rf"just|"
        rf"only|a) )*(?:{FURTHER}|(?:{CARDINAL}|\d\d) (?:\w+ )?(?:seasons|series|years))",
        "Its writer has decided to end the show after five seasons.",
        value="final season",
    ),
    Rule(
        "ended: the curtain",
        r"\b(?:(?:final )?curtain (?:\w+ )?(?:comes?|coming|falls?|falling|is falling|came|fell|to "
        r"fall|to come|will fall|will come)(?: down)?|(?:draws?|brings?|bringing|drawing|brought|"
        r"drew) (?:the|down the) curtain|the end of the (?:road|line)(?= (?:for|[\"“'‘]?[A-Z]))|"
        r"(?:end|ends|ending|sign(?:s|ing)? off|leav(?:es|ing)|gone|finish(?:es|ing)?|over) for "
        r"good|"
        r"final bow)\b",
        "The curtain comes down on the drama this spring.",
        value="final season",
    ),
    Rule(
        "ended: off the air",
        r"\b(?:aired for the (?:very )?last time (?:back )?in|last aired (?:back )?in|(?:been "
        r")?off (?:the air|our screens|air|screens|TV) since|(?:went|gone|left|came) "
        r"(?:off )?(?:the air|off air|our screens|TV screens|our TVs) (?:for good )?(?:back )?in|"
        r"(?:not|n[’']t) been (?:on (?:air|TV|our screens)|seen) since) (?:\w+ )?(?P<year>(?:19|"
        r"20)\d\d)",
        "The sitcom has been off the air since 2011.",
        value="ended",
    ),
    Rule(
        "ended: ended",
        rf"\b(?:{_LEFT}) (?:its (?:\w+-(?:season|series|year) )?run |its \w+-\w+ run |for good )?"
        rf"(?=(?:back )?in (?:\w+ )?(?:19|20)\d\d\b|after (?:\w+ )?(?:{CARDINAL}|\d\d) (?:\w+ )?(?:"
        rf"seasons|series|years)|last (?:year|month|week|summer|spring|autumn|fall|winter)|(?:\w+ "
        rf")?"
        rf"years? ago)|\b(?:ended|concluded|wrapped up|finished) its (?:[\w-]+ )?run\b(?! (?:on|"
        rf"with) "
        r"[$£€])",
        "Salt Road ended in 2021 after six seasons.",
        value="ended",
    ),
)
"""Forms in which endings are told."""
