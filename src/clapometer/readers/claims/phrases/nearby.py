"""Who is told to be in a work by where the names stand: “Quill in Salt Road”, “Salt Road legend
Quill”, “Starring opposite her is Quill”. What stands between them must not speak of anything else.

Rows as in cast.py, which tells what `says` may be.
"""

from __future__ import annotations

from .rows import Row

_OF_ACTING = (
    r"(?:fame|stars?|starred|starring|roles?|parts?|play\w*|appear\w*|turn|cast|featur\w+|"
    r"guest\w*|cameos?|"
    r"portray\w*|debut\w*|lead\w*|perform\w*|act(?:s|ed|ing)?|shone|voic\w+|seen|heard|back|"
    r"return\w*|"
    r"household)"
)
_EPITHET = (
    r"(?:favou?rites?|stalwarts?|legends?|regulars?|veterans?|hunks?|heartthrobs?|beaut(?:y|"
    r"ies)|villains?|"
    r"icons?|newcomers?|bad boys?|heroes|hero|funnym[ae]n|hardm[ae]n|newbies?|mainstays?|"
    r"leading lad(?:y|ies)|"
    r"leading m[ae]n|co-leads?|thespians?|performers?)"
)
NEARBY: tuple[Row, ...] = (
    Row(
        "cast: a person in the work",
        " in ",
        rf"{{alone}}(?:,? (?:[a-z’'-]+ ){{0,5}}?{_OF_ACTING}(?: (?:of|as|out|up|alongside|with|"
        rf"for|a|an|the|"
        rf"name|role|part)){{0,3}})? in (?:[\w’'&+-]+ ){{0,3}}?{{work}}(?! ?(?:Street|Road|Park|"
        rf"Square)\b)",
        'Critics loved Ada Quill in "Salt Road".',
        "nearby",
    ),
    Row(
        "cast: roles for them",
        "roles for|parts for|role for|part for|room for",
        r"\b(?:roles?|parts?|room|turns?) for {people}",
        'There are roles for Ada Quill, Bo Tarn and Cy Dunn in "Salt Road".',
    ),
    Row(
        "cast: a favourite of the work",
        "",
        rf"{{work}}['’]?s? (?:[a-z-]+ ){{0,2}}?{_EPITHET},? {{people}}",
        '"Salt Road" stalwart Ada Quill has quit.',
    ),
    Row(
        "cast: star of",
        " of ",
        r"{alone},? (?:(?:is |was |are )?(?:the|an?|one of the) )?(?:[\w-]+ )?(?:star|lead|face|"
        r"frontman|leading "
        r"(?:man|lady)|stars|leads|host|presenter|voice) of {it}",
        'Ada Quill, star of "Salt Road", was spotted in town.',
    ),
    Row(
        "cast: known as",
        "known",
        r"{person},? (?:who is |is )?(?:better|best|perhaps best) known(?: to [\w’' -]{1,25})? "
        r"(?:as|for playing) "
        r"{name}",
        "Ada Quill, better known to viewers as dodgy landlord Nell, is off.",
    ),
    Row(
        "cast: doing what is",
        "ing ",
        r"\b(?:[Pp]laying|[Ss]tarring|[Aa]ppearing|[Cc]o-starring|[Rr]eturning|[Jj]oining|"
        r"[Vv]oicing|[Ff]ronting|"
        r"[Hh]osting|[Pp]resenting|[Rr]eprising) [^.;]{0,60}? (?:is|are|will be|was|were) {people}",
        "Playing opposite her in the film is Ada Quill.",
    ),
    Row(
        "cast: they cast somebody",
        "",
        r"\b(?:lin(?:ed|es|ing) up|tapped|taps|signed(?: up)?|hired|cast|casting|chose|chosen|"
        r"picked|recruited|"
        r"landed|enlisted|poached|snapped up|drafted in|brought in|secured|snagged|bagged|"
        r"booked|persuaded) "
        r"{people} (?:to (?:play|star|portray|voice|appear|lead|front|host|present|join|return)|"
        r"as (?:the |an? )?"
        r"(?:[\w-]+ )?(?!(?:writer|director|showrunner|producer|head)\b)|for the (?:role|part|"
        r"lead))",
        "Bosses have lined up Ada Quill to play a crooked councillor.",
    ),
    Row(
        "cast: made a star of",
        "name|star|career",
        r"\b(?:made (?:a )?(?:household names?|stars?|names?|big names?) (?:out )?of|launched "
        r"the careers? of|"
        r"made stars? of) {people}",
        "The drama, which made a household name of Ada Quill, ends in May.",
    ),
    Row(
        "cast: a cast that takes in",
        "cast |ensemble |line-up ",
        r"\b(?:cast|ensemble|line-?up) (?:that |which )?(?:also )?(?:takes in|spans|has|numbers|"
        r"is completed by|"
        r"ranges from|unites|reunites|brings together|mixes|pairs|is topped by|is fronted by) "
        r"{people}",
        "Quill heads a cast that takes in Ada Quill, Bo Tarn and Cy Dunn.",
    ),
    Row(
        "cast: seen here in",
        "een |ictured|hown",
        r"\b(?:[Ss]een|[Pp]ictured|[Ss]hown)(?: here| above| left| right| below)? (?:in|on) "
        r"{work},? {people}",
        'Seen here in "Salt Road", Ada Quill is a cop with a secret.',
    ),
)
