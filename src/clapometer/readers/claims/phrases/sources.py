"""What a work is based on: the rows that lead to the source, and the words for kinds of sources.

A row's pattern is only what leads to the source; what follows it (author, kind, title) is read by
the finder from the words after it, or before it where `says` ends in “<”. `says` is the kind of
source where the row itself tells it; “typed”: only where a word for a kind of source follows;
“before”: the source stands in front of the match, not behind it.
"""

from __future__ import annotations

from .rows import Row

TYPES = (
    r"(?:(?:graphic|young adult|YA|young-adult|literary|fantasy|romance|crime|debut|"
    r"best-?selling|bestseller|"
    r"children['’]s|"
    r"light|web|dime|science fiction|sci-fi|historical|horror|mystery|picture) )*"
    r"(?:graphic novels?|comic[- ]books?(?: series)?|comics? series|comics?|novels? series|"
    r"novellas?|novels?|books? series|book trilogy|books?|memoirs?|autobiography|biography|"
    r"manga(?: series)?|webtoons?|webcomics?|manhwa|short stor(?:y|ies)|stories|fairy ?tales?|"
    r"stage (?:plays?|musicals?)|(?:Broadway )?musicals?|plays?|operas?|"
    r"video ?games? franchise|video ?games? series|video ?games?|mobile games?|board games?|"
    r"tabletop games?|games?|podcasts?|articles?|essays?|poems?|songs?|toy line|toys|dolls?|"
    r"film franchise|film series|films?|movies?|blockbusters?|TV series|television series|TV show|"
    r"miniseries|series|shows?|sitcoms?|dramas?|telenovelas?|anime(?: series)?|animated series|"
    r"cartoons?|trilog(?:y|ies)|sagas?|epics?|bestsellers?|best-?sellers?|tales?|documentary|"
    r"true(?:-life)? (?:story|stories|events|crimes?)|real(?:-life)? (?:events|story|stories|case)|"
    r"action RPG|RPG|MMO|role-?playing games?|(?:newspaper |magazine )?columns?|blog|diar(?:y|ies)|"
    r"quartet|quintet|duology|series of (?:novels|books|games)|folk ?tales?|legends?|myths?|"
    r"radio (?:play|series|drama|comedy)|web series|opera|ballet)"
)
"""Words for kinds of sources."""
_THE_WORK = (
    r"(?:(?:the |this )?(?:[\w-]+ ){0,3}?(?:{work}|series|film|show|movie|drama|sitcom|comedy|"
    r"adaptation|thriller)|it)"
)
SOURCES: tuple[Row, ...] = (
    Row(
        "source: takes from",
        "",
        r"\b(?:tak(?:es?|ing)|took|draw(?:s|ing)?|drew|deriv(?:es?|ing)|borrow(?:s|ing)?|borrowed) "
        r"(?:(?:its|much of its|heavy|some|loose|direct|both its) )?(?:(?:name|title|"
        r"inspiration|cues?|"
        r"story|plot|premise|characters|heavily|loosely|liberally|material) )?(?:and (?:its "
        r")?\w+ )?"
        r"(?:from|on|upon) ",
        "It takes its inspiration from the memoir of the same name by Ada Quill.",
        "typed",
    ),
    Row(
        "source: began as",
        "",
        r"\b(?:(?:began|started|starts|begins)(?: (?:out|off|life))? as|originated (?:as|in)|"
        r"grew out of|spun out of|was "
        r"born (?:as|out of)|(?:has|had) its roots in) ",
        "It began life as a stage play by Ada Quill.",
        "typed",
    ),
    Row(
        "source: version of",
        "ersion|take on|etelling|pin on|pdate of|eworking|reatment|ramati",
        r"\b(?:(?:TV|film|screen|big-screen|small-screen|live-action|animated|television|Hollywood|"
        r"American|US|U\.S\.|UK|British|English-language|modern|modern-day|contemporary|loose|"
        r"feature|"
        r"movie|streaming|new|latest|lavish|glossy|updated) )+(?:version|take|retelling|spin|"
        r"update|"
        r"reworking|dramati[sz]ation|treatment) (?:of|on) ",
        "It is a live-action version of the best-selling novel by Ada Quill.",
        "typed",
    ),
    Row(
        "source: a season covers",
        "eason |eries ",
        r"\b[Ss](?:eason|eries) (?:\w+ )?(?:will |would |is set to |is expected to |to "
        r")?(?:cover|adapt|"
        r"be based on|draw (?:on|from)|take in)s? (?=the (?:[\w-]+ )*(?:book|novel|volume)|"
        r"[\ue800-\uefff]|"
        r"[\"“‘])",
        'The second season will cover the second book in the series, "Salt Coast".',
    ),
    Row(
        "source: on which it is based",
        "ased|dapted|aken|rawn|nspired|erived",
        rf"(?:(?:,? (?:on|upon|from|by) which|,? which|,? that) {_THE_WORK}|(?<=[\w\"”’']) "
        rf"(?:it|the "
        rf"(?:film|series|show|drama|movie))|(?<=[\ue800-\uefff]) it) (?:is|was|has been|were) "
        rf"(?:\w+ )?"
        r"(?:based(?: on)?|(?:adapted|taken|drawn|derived)(?: from)?|inspired(?: by)?)(?=[.,;]|\Z)",
        'The novel "Salt", on which "Salt Road" is based, has sold out.',
        "before",
    ),
    Row(
        "source: which it adapts",
        "adapt|draws on|brings to",
        rf",? (?:which|that) {_THE_WORK} (?:\w+ )?(?:adapts|adapted|is adapting|draws on|brings "
        rf"to)",
        'The 2014 game Salt, which "Salt Road" adapts, has sold out.',
        "before",
    ),
    Row(
        "source: that inspired it",
        "nspir|spawn|basis|turned into|adapted (?:in|as)|gave rise|source",
        r"\b(?:(?:that|which) (?:has )?(?:inspired|spawned|is the basis (?:for|of)|was the "
        r"basis (?:for|of)|"
        r"formed the basis (?:for|of)|gave rise to|was (?:adapted|turned) into)|(?:that is )?the "
        r"(?:inspiration|basis|source(?: material)?) (?:for|of|behind)|adapted into|turned into|"
        r"now) "
        r"(?:the )?(?:[\w’'-]+ ){0,4}?{work}",
        'Ada Quill, author of the novel that inspired "Salt Road", was pleased.',
        "before",
    ),
    Row(
        "source: based on",
        "ased ",
        r"\b[Bb]ased (?:loosely |closely |partly |in part |heavily |very loosely |directly "
        r")?(?:up)?on "
        r"(?!Nielsen|figures|data|numbers)",
        "It is based on the graphic novels by Ada Quill.",
    ),
    Row(
        "source: adapted from",
        " from ",
        r"\b(?:[Aa]dapted|[Dd]rawn|[Tt]aken|[Dd]erived|[Ee]xpanded)(?: (?:loosely|closely|by "
        r"[\ue000-\ue7ff"
        r"]|for (?:the )?(?:screen|television|TV|film)))? from ",
        "Adapted from Ada Quill's novel Salt, it opens on Friday.",
    ),
    Row(
        "source: inspired by",
        "nspired by",
        r"\b[Ii]nspired (?:in part |partly |loosely )?by (?=the |[\ue000-\uefff]|[\"“'‘]|an? |"
        r"true |"
        r"real|her |his |their |events |[A-Z])",
        'It is inspired by the book "Salt" by Ada Quill.',
    ),
    Row(
        "source: adaptation of",
        " of ",
        r"\b(?:[Aa]daptations?|[Rr]eimagining|[Rr]e-imagining|[Rr]etelling) of "
        r"(?=the |an? |[\ue000-\uefff]|[\"“'‘]|\w+ (?:author|novelist)|(?:best|award)|her |his |"
        r"their |"
        r"[A-Z])",
        "It is an adaptation of Ada Quill's memoir.",
    ),
    Row(
        "source: adapts",
        "adapt",
        r"\b(?:adapt(?:s|ed)?|adapting|to adapt|dramati[sz]es|dramati[sz]ing) (?=the |her |his |"
        r"their |"
        r"[\ue000-\uefff]|[\"“'‘])",
        "It is the second attempt to adapt Ada Quill's 1965 epic.",
    ),
    Row(
        "source: prequel to",
        "requel",
        r"\b[Pp]requel(?: series| film)? (?:to|of) ",
        'A prequel to "Salt Road," it shows the first winter.',
        "prequel",
    ),
    Row(
        "source: sequel to",
        "equel|ollow",
        r"\b(?:[Ss]equel|[Ff]ollow-?up)(?: series| film)? to (?!be\b)",
        'It is a sequel to the film "Salt Road".',
        "sequel",
    ),
    Row(
        "source: spin-off of",
        "pin",
        r"\b[Ss]pin-?off(?: series| show| film)? (?:of|to|from) ",
        'It is a spin-off of "Salt Road".',
        "spin-off",
    ),
    Row(
        "source: remake of",
        " of ",
        r"\b(?:[Rr]emake|[Rr]eboot|[Rr]evival|live-action (?:remake|version))(?: series| film)? "
        r"of ",
        'It is a remake of the film "Salt Road".',
        "remake",
    ),
    Row(
        "source: a work's relative",
        "prequel|sequel|spinoff|spin-off|remake|reboot",
        r"{work}(?: film| franchise| universe| TV series| series)? "
        r"(prequel|sequel|spin-?off|remake|reboot)(?: series| film| show)?(?=,? [\ue800-\uefff])",
        'The "Salt Road" prequel "Salt Coast" is back.',
        "<",
    ),
    Row(
        "source: the book by",
        " by ",
        r"\b[Tt]he (?:original |best-?selling |hit |beloved |acclaimed )*(?=(?:graphic novels?|"
        r"novels?|"
        r"books?|comics?|comic books?|webcomics?|manga|memoirs?)(?: series)? by [\ue000-\ue7ff])",
        "The graphic novel by Ada Quill climbed to number one.",
    ),
    Row(
        "source: an author's original",
        "original |selling |beloved |hit ",
        r"(?=[\ue000-\ue7ff]['’]s (?:original|best-?selling|hit|beloved) (?:graphic novels?|"
        r"novels?|"
        r"books?|comics?|comic books?|webcomics?|manga|memoirs?)\b)",
        "Sales of Ada Quill's original novels have surged.",
    ),
    Row(
        "source: world created by",
        "created by",
        r"\bbased on (?:the )?(?:world|universe|characters?|stories)(?: that were| was)? "
        r"created by ",
        'It is based on the world created by Ada Quill in her "Salt" series of novels.',
    ),
    Row(
        "source: brought to the screen",
        " to ",
        r"\b(?:brings?|brought|bringing) (?=(?:the|[\ue000-\uefff]|[\"“'‘])[^.;]{0,80} to (?:the )?"
        r"(?:big |small |silver )?(?:screens?|television|TV|life)\b)",
        "It brought the best-selling video game to the big screen.",
    ),
)
