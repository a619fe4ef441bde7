"""Who plays a part, told otherwise than by “plays”: roles taken on, performances, lives shared.

Rows as in cast.py, which tells what `says` may be.
"""

from __future__ import annotations

from .rows import Row

_WELL = (
    r"(?:superb|brilliant|terrific|excellent|magnificent|outstanding|wonderful|great|fantastic|"
    r"perfect|electric|magnetic|hilarious|mesmeri[sz]ing|charming|sensational|riveting|"
    r"perfectly cast|well cast|miscast|wasted|extraordinary|spellbinding|compelling|impressive|"
    r"delightful|sublime|heartbreaking|stunning|effective|convincing|unrecognisable|dazzling)"
)
PERFORMING: tuple[Row, ...] = (
    Row(
        "cast: takes the role",
        " role| part",
        r"{alone},? (?:who )?{aux}(?:takes?|took|taken|taking|tackles?|fills?|assumes?|lands?|"
        r"landed|bagged|nabbed|won|scored|snagged|secured|inherit(?:s|ed|ing)|tackl(?:es|ed|ing)|"
        r"given|handed|offered|got|gets|play(?:s|ed|ing)?|had|has) (?:on |up |over )?"
        r"(?:the|a|an|his|her|their) (?:[\w’'-]+ ){0,3}?(?:roles?|parts?)\b(?: (?:of|as) {name})?",
        'Newcomer Ada Quill takes the title role in "Salt Road".',
    ),
    Row(
        "cast: into the shoes",
        " into ",
        r"{alone},? (?:who )?{aux}(?:step|slip)(?:s|p?ed|p?ing)? (?:back )?into "
        r"(?:(?:the|her|his) )?(?:[\w’'-]+ ){0,2}?(?:shoes|role|boots|robes|part|skin|heels) of "
        r"{name}",
        "It sees Ada Quill step into the shoes of landlady Nell.",
    ),
    Row(
        "cast: gives a performance",
        "performance| turn|portrayal",
        r"{alone},? (?:who )?{aux}(?:giv(?:es?|ing)|gave|deliver(?:s|ed|ing)?|turn(?:s|ed|ing) in|"
        r"puts? in|serv(?:es|ing) up|contribut(?:es|ing)) (?:an?|his|her|the|one of) "
        r"(?:[\w’'-]+ ){0,6}?(?:performance|turn|portrayal)s?(?: as {name})?",
        "Ada Quill gives a career-best performance as Nell.",
    ),
    Row(
        "cast: good as",
        " as | in ",
        rf"{{alone}},? (?:is|are|was|were) (?:[a-z-]+ ){{0,2}}?{_WELL} (?:as (?:{{name}}|(?:the|"
        rf"a|an"
        rf"|his|her) )|in (?:the (?:title|lead) role|{{it}}))",
        "Ada Quill is superb as the matriarch.",
    ),
    Row(
        "cast: a person's performance",
        "performance|turn|portrayal|casting|stint|debut|exit|departure",
        r"{person}['’]s? (?:[\w’'-]+ ){0,3}?(?:performance|turn|portrayal|casting|stint|tenure|"
        r"return|"
        r"debut|exit|departure) "
        r"(?:as|of|in|on|from) (?:{name}|{it})",
        "They praised Ada Quill's powerhouse turn as Nell Marsh.",
    ),
    Row(
        "cast: brings to life",
        " to life",
        r"{alone},? (?:who )?{aux}(?:brings?|brought|bringing) {name} to life",
        "Ada Quill brings Nell Marsh to life.",
    ),
    Row(
        "cast: brought to life by",
        " by ",
        r"\b(?:brought to life|played|portrayed|voiced|embodied|inhabited|depicted|essayed)"
        r"(?: [a-z-]+){1,5}? by {people}",
        "The king is played with a wink by Ada Quill.",
    ),
    Row(
        "cast: the role went to",
        " role| part",
        r"\b[Tt]he (?:[\w-]+ ){0,3}(?:roles?|parts?)(?: of [^.,;]{1,40})? (?:went|goes|was "
        r"given|was"
        r" handed|fell|passed|falls) to {people}",
        "The role of the landlady went to Ada Quill.",
    ),
    Row(
        "cast: a described character",
        " (",
        r"\b(?P<role>(?:[Aa]n?|[Tt]he|[Hh]is|[Hh]er|[Tt]heir|[Tt]wo|[Tt]hree) "
        r"(?:(?!and\b|by\b|in\b|of\b|on\b|from\b)[a-z][\w’'-]* ){0,5}?"
        r"(?!(?:film|movie|series|show|book|novel|song|album|track|drama|comedy|version|original|"
        r"latter|former|pair|duo|trio|one|hit|sequel|actors?|actress|star|stars|singer|author)\b)"
        r"[a-z][\w’'-]*) \((?:an? [\w -]{1,30} |the [\w -]{1,30} "
        r")?(?P<people>{P}(?:{joint}{P})*)\)",
        "In the film, a grieving baker (Ada Quill) takes a job at sea.",
    ),
    Row(
        "cast: whose character",
        " whose ",
        r"{person},? (?:\d\d, )?whose (?![^,.;]{0,30}\b(?:novel|book|memoir|play|film|movie|show|"
        r"series|debut|album|song|credits?|work|career|husband is|wife is)s?\b)"
        r"(?:(?:on-?screen |beloved )?(?:character|alter ego|portrayal of|turn as|role as|"
        r"performance as),? )?(?:(?!and\b|on\b|in\b|to\b)[a-z][\w’'-]*,? ){0,4}?{character}"
        r"(?=,| [a-z])",
        "Ada Quill, whose foreman, Nell, met a grisly end, was there.",
        "character",
    ),
    Row(
        "cast: a person's one-word character",
        "'s |’s |' |’ ",
        r"(?<!by ){person}['’]s? (?P<role>(?:(?:Dr|Mr|Mrs|Ms)\. )?[A-Z][a-zà-ÿ’'-]+)"
        r"(?=,? (?:who|is|was|will|has|had|and {P}['’]|finds?|gets?|takes?|meets?|finally|may|"
        r"might|"
        r"could|begins?|struggles?|returns?|dies|discovers?|learns?|faces?|leaves?|sets)\b|[.;]|, |"
        r"\)|\Z)",
        "We have not seen the last of Ada Quill's Wren, who fell into the sea.",
        "character",
    ),
    Row(
        "cast: on-screen relative",
        "screen|fictional|TV |telly",
        r"\b(?:[Hh]er|[Hh]is|[Tt]heir) (?:on-?screen|screen|fictional|TV|telly|on-?screen) "
        r"(?P<role>[\w-]+(?: [a-z]+)?),? {person}",
        "Her screen husband, Ada Quill, wept.",
    ),
    Row(
        "cast: beside those who play",
        " is | are | was | appears",
        r"{alone} (?:(?:is|are|was|were)|appears?(?:,[^,.;]{1,30},)? as|plays?) (?P<role>(?:her|"
        r"his|"
        r"their|the|an?) (?!(?:big|new|latest|only|first|best|last|late|same|most)\b)"
        r"(?:[\w’'-]+ ){0,4}?[\w’'-]+)(?=[.,;]| on | who | of )",
        "Ada Quill plays Nell Marsh and Bo Tarn is the cop on her tail.",
        "beside",
    ),
    Row(
        "cast: they play",
        "play|appear|star|voic",
        r"\bin which (?:she|he|they) {aux}(?:plays?|stars?|appears?|features?|co-stars?|voices?)"
        r"(?: (?:opposite|alongside|with) {others})?",
        'She made "Salt Road", in which she appears opposite Bo Tarn.',
        "she too",
    ),
    Row(
        "cast: in which they play",
        "in which ",
        r"\bin which {people},? {aux}(?:plays?|stars?|appears?|features?|co-stars?|voices?)\b",
        'There is also "Salt Road", in which Ada Quill and Bo Tarn star.',
    ),
    Row(
        "cast: sees them play",
        "see|saw|find|found|has |features",
        r"\b(?:sees?|saw|seeing|finds?|has|features|having) {people} (?:play|playing|as|portray|"
        r"portraying|return|returning|step|stepping|reprise|reprising|take on|taking on|star|"
        r"starring|back|join|joining|lead|leading|team|teaming|voicing)\b",
        "The series sees Ada Quill and Bo Tarn return as two thieves.",
    ),
    Row(
        "cast: as well as starring",
        "star",
        r"{person},? who [^.;]{1,60}? (?:as well as|while also|and also|and|while|before) "
        r"(?:starring|stars|starred|appearing|appears|appeared|acting)\b(?: in (?:it|{it}))?"
        r"(?: as {name})?",
        "Ada Quill, who made the show as well as starring in it as vicar Nell, told fans.",
    ),
    Row(
        "cast: caption",
        " in | on ",
        r"\A(?:\w+: )?{alone} (?:star )?(?:in|on) (?:the )?(?:\w+ ){0,3}?{work}(?=[.,;:)]|\Z| "
        r"?[(|]|"
        r"[A-Z]| \w+: )",
        'Quill in "Salt Road" (Image: Gazette)',
    ),
)
