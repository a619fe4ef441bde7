"""Who comes into a cast, comes back to it or leaves it, and who is said not to be in it.

Rows as in cast.py, which tells what `says` may be.
"""

from __future__ import annotations

from .rows import Row

_CREW = r"(?:co-)?(?:showrunner|director|writer|producer|composer|executive|head|boss|president)"
_NOT = r"(?:won['’]t|will not|isn['’]t|is not|aren['’]t|are not|will no longer|would not)"
JOINING: tuple[Row, ...] = (
    Row(
        "cast: joined by",
        " by ",
        r"\b(?:joined|flanked|accompanied|supported) (?:on[- ]screen |this time |once again |"
        r"again |"
        r"in the cast )?by {people}",
        "Quill is joined by Ada Quill (Nell) and, new this year, Bo Tarn as the Tidemother.",
    ),
    Row(
        "cast: joins them as",
        " as ",
        r"{alone},? (?:who )?{aux}(?:join(?:s|ed|ing)?|return(?:s|ed|ing)?|star(?:s|red|ring)?|"
        r"appear(?:s|ed|ing)?|back|featur(?:es|ing)|pop(?:s|ped|ping)? up|show(?:s|ed|ing)? up|"
        r"turn(?:s|ed|ing)? up|guest[- ]?stars?|step(?:s|ped|ping) in|"
        r"tak(?:es|ing) over|head(?:s|lines)|leads|co-stars?|arriv(?:es|ed|ing)|cameos?) "
        r"(?:[^,.;()]{1,60} )?as (?!(?:well|soon|long|far|much|part|if|it|they|he|she|host|one)\b)"
        rf"(?!(?:the |an? |its |new )*{_CREW}s?\b){{role}}",
        "Ada Quill is joining them as the boy king Osric.",
    ),
    Row(
        "cast: as will",
        "s will |o will |s is |o is |s are |o are |s does |s did ",
        r"\b(?:[Aa]s|[Ss]o) (?:will|is|are|does|do|did|would) {people}(?=[,.;]| as |\Z)",
        "Ada Quill will be back, as will Bo Tarn.",
        "beside",
    ),
    Row(
        "cast: is the signing",
        " is | are | was | were ",
        r"{alone},? (?:is|are|was|were) (?:also )?(?:the|an?|its|their|another|among the|"
        r"one of the) (?:[\w’'-]+ ){0,3}?(?:signings?|additions?|recruits?|newcomers?|newbies?|"
        r"new faces?|cast members?|series regulars?|guest stars?|leads?|stars?|leading m[ae]n|"
        r"leading lad(?:y|ies)|headliners?|hosts?|presenters?|narrators?|judges?)\b"
        r"(?= (?:of|in|on|to) (?:{it}|the (?:cast|panel))|[,.;]|\Z)",
        "Oscar winner Ada Quill is the big signing.",
    ),
    Row(
        "cast: among the cast",
        " among | part of | one of ",
        r"{alone},? (?:who )?(?:(?:is|are|was|were|will be|rank|ranks) )?(?:also |all |both )?"
        r"(?:among|part of|one of) (?:the|its|those|a) (?:[\w’'-]+ ){0,4}?"
        r"(?:cast|line-?up|ensemble|stars|leads|names|actors|returning|appearing|performers|"
        r"guest stars|voices|joining|starring|cast members|series regulars|co-stars)\b",
        "Ada Quill and Bo Tarn were among the original line-up.",
    ),
    Row(
        "cast: among them are",
        "mong ",
        r"\b[Aa]mong (?:the|those|its) [^.;,]{0,25}?(?:cast|stars|returning|appearing|joining|"
        r"faces|"
        r"names|players|actors|voices)[^.;,]{0,30} (?:are|is|include|will be|were) {people}",
        "Among those returning are Ada Quill and Bo Tarn.",
    ),
    Row(
        "cast: with them in it",
        "ith ",
        r"\b[Ww]ith {people},? (?:also |now |both |all |once again |again |set to |expected to |"
        r"confirmed to |due to )?(?:join(?:ing)?|return(?:ing)?|back|repris(?:e|ing)|star(?:ring)?|"
        r"co-star(?:ring)?|attached|appear(?:ing)?|guest[- ]starring|play(?:ing)?|voic(?:e|ing)|"
        r"portray(?:ing)?|in (?:the|a|an|her|his) (?:[\w-]+ ){0,3}?(?:role|roles|cast|lead)|"
        r"on board|on the (?:judging )?panel|taking (?:on|over)|heading|leading|rounding out|among|"
        r"tipped|stepping|narrating|presenting|hosting|completing|cast as|featuring|lending)\b"
        rf"(?! (?:as )?(?:the |an? )?{_CREW})",
        "A sequel is being written, with Ada Quill returning.",
    ),
    Row(
        "cast: agreed to",
        " to | for | on ",
        r"{alone},? (?:who )?{aux}(?:agreed|signed|signed on|signed up|re-upped|committed|inked a "
        r"deal|closed a deal|contracted|in (?:final |early |advanced )?(?:talks|negotiations)|"
        r"attached|lined up|wanted|approached|due|under contract|keen|hoping|locked in|in line) "
        r"(?:to |for )(?:appear|return|star|come back|feature|reprise|join|lead|host|present|"
        r"next (?:season|year|series)|the (?:sequel|next|new|second|third|role|lead)|"
        r"a (?:second|third|fourth|fifth|role)|(?:another|more) (?:season|series|film))\b",
        "Ada Quill has agreed to appear in both.",
    ),
    Row(
        "cast: has yet to sign",
        " yet to ",
        r"{person}(?:, (?:who|whose) [^.;]{0,80}?,)?,? (?:has|have|had) yet to (?:sign|commit|"
        r"confirm|agree|close|decide)",
        "Ada Quill, who broke a wrist at sea, has yet to sign.",
        "undecided",
    ),
    Row(
        "cast: added to it",
        "cast|added|announced|unveiled|confirmed|named|boarded|tapped|revealed",
        r"{alone},? (?:who )?(?:has|have|had|is|are|was|were|will be) (?:also |all |both |been |"
        r"now |officially |just )*(?:cast|added|announced|unveiled|confirmed|revealed|named|tapped|"
        r"hired|drafted in|brought in|brought on|roped in) (?:in|for|as|to|among|on|opposite)"
        rf" (?!(?:the |an? |its |new |sole |lead )*{_CREW})"
        r"(?:{it}|(?:the|an?|its) (?:[\w-]+ ){0,4}?(?:role|part|lead|cast|line-?up|host|presenter|"
        r"judge|series regular|guest star|star|villain|ensemble|character)s?\b|"
        r"(?:[\w-]+ ){0,3}roles?\b|{name})",
        "Ada Quill and Bo Tarn have been cast in recurring roles.",
    ),
    Row(
        "cast: it has added",
        "add|cast |recruit|enlist|tapped|sign|welcom|brought|land|bring|draft|hire",
        r"(?:{W}|\b(?:series|show|drama|comedy|film|sequel|thriller|soap|season|producers|bosses|"
        r"spin-?off|it))['’,]? (?:has |have |will )?(?:also |now |just )?(?:add(?:s|ed)?|casts?|"
        r"recruit(?:s|ed)?|enlist(?:s|ed)?|taps|tapped|sign(?:s|ed)(?: up)?|welcom(?:es?|ed)|"
        r"brought in|brings? in|lands|landed|draft(?:s|ed) in|hire[sd]) {people}"
        r"(?= (?:as|to|in|for|opposite|alongside)\b|[.,;]|\Z)",
        '"Salt Road" has added Ada Quill as a series regular.',
    ),
    Row(
        "cast: appears in a recurring role",
        " role",
        r"{alone},? (?:who )?{aux}(?:appear|feature|recur|star|co-star|turn up|pop up|"
        r"return)(?:s|ed|ing)? in "
        r"(?:an? |the |his |her |their )?(?:[\w-]+ ){0,3}?(?:recurring|supporting|guest|key|"
        r"undisclosed|small|"
        r"cameo|lead|main|starring|minor|unspecified|mystery)(?: [\w-]+)? roles?\b",
        "Ada Quill and Bo Tarn also appear in recurring roles.",
    ),
    Row(
        "cast: brought in",
        "brought |drafted|roped|recruited|poached|unveiled",
        r"{alone},? (?:has|have|had|was|were|is|are) {aux}(?:brought (?:back|in|on board)|"
        r"drafted in|roped in|"
        r"recruited|unveiled as|poached)\b",
        "Ada Quill and Bo Tarn have both been brought back in from the cold.",
    ),
    Row(
        "cast: makes a return",
        "return|comeback|debut|exit|entrance|cameo",
        r"{alone},? (?:who )?{aux}(?:mak(?:es?|ing)|made) (?:an?|his|her|their) "
        r"(?:(?!feature|director|directing|writing|producing|literary|stage)[\w-]+ ){0,3}?"
        r"(?:return|"
        r"comeback|debut|exit|entrance|bow|cameo)\b(?: (?:to|in|on|from) {it})?(?: as {name})?",
        "Ada Quill will also make a brief return as Nell Marsh later this year.",
        "nearby",
    ),
    Row(
        "cast: are those starring",
        "starring|appearing|featured|lined up",
        r"{alone},? (?:is|are|was|were) (?:[^.,;]{0,40} )?(?:starring|appearing|featured|lined "
        r"up) in {it}",
        'Ada Quill and Bo Tarn were the big names starring in "Salt Road".',
    ),
    Row(
        "cast: promoted",
        "promot|upped|elevated|bumped",
        r"\b(?:promot(?:ed|es|ing)|upp(?:ed|ing)|elevat(?:ed|es|ing)|bump(?:ed|s|ing))(?: up)? "
        r"{others} to "
        r"(?:a )?(?:series |main )?(?:regular|cast)|{alone},? {aux}(?:promoted|upped|elevated|"
        r"bumped up) to "
        r"(?:a )?(?:series |main )?(?:regular|cast)",
        "The show has promoted Ada Quill to series regular.",
    ),
    Row(
        "cast: those who are added are",
        ":",
        r"\b(?:guest stars?|regulars|cast members|newcomers|additions|recruits|new faces|actors|"
        r"stars|line-?up|"
        r"signings|cast)\b[^.:;]{0,60}: {people}",
        "It has added the following guest stars to Season 4: Ada Quill as Nell, Bo Tarn as Jack.",
    ),
    Row(
        "cast: is said to return",
        "return|back",
        r"{alone},? (?:who )?(?:will|would|is|are|was|were|has|have) {aux}(?:return|returns|"
        r"returning|come back|coming back|back|returned)(?= (?:as|for|in (?:the|its|season|"
        r"series|a)|on|aboard|too|again|"
        r"next|when|once|this|alongside)\b|[.,;]|\Z| to (?:the (?:show|series|role|cast|fold|soap|"
        r"franchise|sitcom|drama|programme)|{it}|their|reprise))",
        "Ada Quill (Nell) and Bo Tarn are all expected to return.",
        "player",
    ),
    Row(
        "cast: to return",
        " to ",
        r"\b(?:expect(?:s|ed|ing)?|want(?:s|ed)?|hop(?:e|es|ing) for|allow(?:s|ed)?|see) "
        r"{people} to "
        r"(?:return|be back|come back|reprise|appear|star|feature)\b",
        "We can expect Ada Quill and Bo Tarn to return as two thieves.",
    ),
    Row(
        "cast: the return of several",
        "return of|comeback of|arrival of|addition of|casting of|exit of|departure of",
        r"\b(?:return|comeback|arrival|addition|casting|introduction) of {people}",
        "It will see the return of Ada Quill (Nell), Bo Tarn (Jack) and Cy Dunn (Eve).",
    ),
    Row(
        "cast: leaves",
        "eav|eft|uit|xit|epart|bow|fired|axed|dropped|sacked|written out|killed off|farewell|"
        "stepp|walk",
        r"{alone},? (?:who )?{aux}(?i:leav(?:es?|ing)|left|quits?|quitting|exit(?:s|ed|ing)?|"
        r"depart(?:s|ed|ing)?|walk(?:s|ed|ing)? away from|bow(?:s|ed|ing)? out of|"
        r"step(?:s|ped|ping)? (?:away|down) from|(?:bids?|said|says) (?:farewell|goodbye) to|"
        r"(?:been |was |were )?(?:fired|dropped|axed|sacked|written out|killed off|let go)"
        r"(?: from| of| by)?) (?:{it}|the (?:cast|role)\b)",
        'Ada Quill has exited "Salt Road" after two seasons.',
        "former",
    ),
    Row(
        "cast: is it leaving",
        "Is |Will |Are ",
        r"\b(?:Is|Are|Will) {people} (?:leaving|returning|return|coming back|come back|be back|"
        r"back|"
        r"quitting|exiting|leave|still|in)\b",
        "It asks them all: Is Quill leaving the show?",
    ),
    Row(
        "cast: took over from",
        "over from|replac|succeed|stepped in for|filled in for|stepping in for",
        r"{person},? (?:who )?{aux}(?:(?:took|takes?|taken|taking) over from|replac(?:es?|ed|ing)|"
        r"succeed(?:s|ed|ing)?|stepp(?:ed|ing) in for|fill(?:s|ed|ing) in for) "
        r"(?:[a-z-]+ ){0,3}(?P<others>{P})",
        "Ada Quill, who took over from Bo Tarn before the second series, was there.",
        "succession",
    ),
    Row(
        "cast: replaced by",
        "replaced by|succeeded by|recast with",
        r"\b(?:replaced|succeeded|recast) (?:as [^,.;]{1,40} )?(?:by|with) {people}",
        "He will be replaced by Ada Quill.",
        "successor",
    ),
    Row(
        "cast: they will not",
        "won|not |n't|n’t",
        rf"{{person}}(?:, \d\d)?(?:, (?:who|whose) [^;]{{0,90}}?)?,?(?: [^.,;]{{0,40}}?)? "
        rf"{_NOT} (?:be )?"
        r"(?:around|part of|in (?:the\b|it\b|{{it}})|featured?|joining|coming back|seen|among|"
        r"involved|on "
        r"board)"
        r"\b",
        "Ada Quill won't be part of the new season.",
        "denied",
    ),
    Row(
        "cast: do not expect",
        "expect|count on|look for|without ",
        r"\b(?:[Dd]on['’]t|[Dd]o not|[Nn]ever) (?:expect|count on|look for|bank on)(?: to see| a "
        r"return (?:from|by|for)| any sign of| the return of)? {people}",
        "Don't count on Ada Quill, whose foreman is dead.",
        "denied",
    ),
    Row(
        "cast: who will not be back",
        "won|not |n't|n’t|missing|absent|Missing|Absent",
        rf"(?:\b(?:who|that|face) (?:[\w-]+ )?{_NOT} (?:be )?(?:[\w-]+ )?(?:around|back|returning|"
        r"return|there|appearing|featured|in it|coming back|joining|seen)[^.;,]{0,40}? (?:is|are|"
        r"include|includes)|\b(?:[Mm]issing|[Aa]bsent|[Nn]ot (?:returning|back))(?: (?:from|for|"
        r"this)"
        r" [^.;,]{1,40}?)? (?:is|are|will be)|\b[Ww]e (?:won['’]t|will not) be seeing) {people}",
        "One who definitely won't be around is Ada Quill.",
        "denied",
    ),
    Row(
        "cast: a false report",
        "eport|umour|umor|laim|alk|peculation|uggest|hisper|idea|notion",
        r"\b(?:[Rr]eports?|[Rr]umou?rs?|[Cc]laims?|[Tt]alk|[Ss]peculation|[Ss]uggestions?|"
        r"[Ww]hispers|[Ii]dea|[Nn]otion) (?:that )?{people} (?:has|have|had|is|are|was|were|will|"
        r"would|could|might)[^.;]{0,90}? (?:are|were|is|was|been) (?:false|untrue|wide of the mark|"
        r"not true|denied|dismissed|nonsense|rubbish|unfounded|shot down|incorrect|wrong|baseless|"
        r"bogus|utter|complete|debunked|quashed)\b",
        "Reports that Ada Quill has signed on to play the villain are false.",
        "denied",
    ),
    Row(
        "cast: denies being in it",
        "den|ruled out|quash|shot down|dismiss|rubbish|laugh|turned down|passed on|declin",
        r"{person},? (?:who )?(?:has |have )?(?:denie[sd]|ruled out|quashed|shot down|dismissed|"
        r"rubbished|laughed off|turned down|passed on|declined)[^.;]{0,50}? (?:join|return|star|"
        r"play|appear|cast|role|part|involved|reprising)",
        "Ada Quill has denied that she is joining the cast.",
        "denied",
    ),
)
