"""What tells what a work is about: the rows of the grammar of synopses."""

from __future__ import annotations

from .rows import Row

_SUBJECT = (
    r"(?:(?:Sir |Dame )?(?:(?P<work>[\ue800-\uefff])(?: [Ss]eason \w+)?|(?:[Tt]he|[Tt]his|"
    r"[Hh]is|[Hh]er|[Ii]ts|[\ue000-\ue7ff]['’]s) "
    r"(?:(?!(?:box|studio|network|report|company)\b)[\w’'.\-\ue000-\uefff]+ ){0,6}?"
    r"(?:{kind}|story|plot|trailer|teaser|tale|narrative|premise|episodes|chapter|outing|entry)"
    r"(?: \d+| two| three)?(?: (?:for|of) [^.;]{1,60}?)?))"
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
    r"tell(?:s|ing)? (?:the|a|an|of) |chronicl(?:es|ed|e|ing)|explor(?:es|ed|e|ing) |"
    r"document(?:s|ed)? the|"
    r"depict(?:s|ed)? |recounts? |chart(?:s|ed) (?:the|a|his|her)|trac(?:es|ed|e|ing) the|"
    r"dramatiz(?:es|ed|e)|imagin(?:es|ed|e) |pick(?:s|ed)? up (?!the|steam|where it|an? "
    r"(?:award|win|nod|nomination|prize)|more|\$|another|\d|two)|"
    r"takes? (?:viewers|audiences|place|an? [^.;]{0,40}?look at)|is set (?:in|against|during|on|"
    r"after|before|amid|"
    r"\d|two|three|several|decades|years|more|in the) (?!to)|is about|was about|concerns |unfolds |"
    r"finds? [A-Z\ue000-\ue7ff]|finds? (?:the|a|an) |sees? (?:the|a|an|[\ue000-\ue7ff]|\w+) "
    r"(?:[\w’'-]+ ){0,5}?"
    r"(?:try|trying|compete|fight|face|facing|return|struggl\w+|join|take|taking|become|"
    r"becoming|discover|"
    r"navigat\w+|embark\w*|search\w*|battl\w+|team\w*|go|going|forced|travel\w*|grappl\w*)|"
    r"shows? [A-Z\ue000-\ue7ff]\w* \w+ing|introduces? (?:viewers|audiences) to|"
    r"deals? with|delves? into|stars? [\ue000-\ue7ff] as (?:an?|the) [^.;]{3,80} (?:who|whose|"
    r"that|\w+ing)\b|(?:starts|begins|opens) (?:\w+ ){0,2}?(?:years|months|days|weeks) "
    r"(?:before|after|later)\b)"
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
        rf"(?:\A|, )[Ii]t(?:['’]s| will|) (?:also )?(?=follows|follow|cent|focus|revolves|tells|"
        rf"chronicl|explor|"
        rf"depict|set|is set|takes place|picks up|will)(?:set in|{_VERB})",
        "Based on the novels, it follows a widow on the coast.",
    ),
    Row(
        "synopsis: setting first",
        "",
        r"\A(?:Set (?:in|against|during|on|amid|after|two|\d)|Cent(?:er|r)(?:ed|ing) (?:on|around)|"
        r"Picking up|Following the (?:lives?|story|adventures)|Focus(?:ed|ing) on|Inspired by)\b",
        "Set in a town on the coast, it has six parts.",
    ),
)
OFFICIAL = (
    r"\b(?:synopsis|logline|log line|plot summary|plot description|official description|tagline|"
    r"summary|premise)\b"
)
"""Words that lead to a synopsis in the makers' own words."""
ABOUT = (
    r"\A(?:what(?:['’]s| is) .{0,80}\babout\??|(?:the )?(?:plot|premise|synopsis|storyline|story)"
    r"(?: of .{0,60})?[:?]?)\Z"
)
"""Headings over a synopsis."""
