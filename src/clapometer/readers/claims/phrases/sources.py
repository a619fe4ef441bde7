"""What a work is based on: the rows that lead to the source, and the words for kinds of sources.

A row's pattern is only what leads to the source; what follows it (author, kind, title) is read by
the finder from the words after it, or before it where `says` ends in “<”. `says` is the kind of
source where the row itself tells it.
"""

from __future__ import annotations

from .rows import Row

TYPES = (
    r"(?:(?:graphic|young adult|YA|fantasy|romance|crime|debut|best-?selling|bestseller|"
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
    r"true (?:story|stories|events)|real events)"
)
"""Words for kinds of sources."""
SOURCES: tuple[Row, ...] = (
    Row(
        "source: based on",
        "ased ",
        r"\b[Bb]ased (?:loosely |closely |partly |in part |heavily )?(?:up)?on ",
        "It is based on the graphic novels by Ada Quill.",
    ),
    Row(
        "source: adapted from",
        " from ",
        r"\b(?:[Aa]dapted|[Dd]rawn|[Tt]aken) from ",
        "Adapted from Ada Quill's novel Salt, it opens on Friday.",
    ),
    Row(
        "source: inspired by",
        "nspired by",
        r"\b[Ii]nspired by (?=the |[\ue000-\uefff]|[\"“'‘])",
        'It is inspired by the book "Salt" by Ada Quill.',
    ),
    Row(
        "source: adaptation of",
        " of ",
        r"\b(?:[Aa]daptations?|[Rr]eimagining|[Rr]e-imagining|[Rr]etelling) of "
        r"(?=the |[\ue000-\uefff]|[\"“'‘]|\w+ (?:author|novelist)|(?:best|award))",
        "It is an adaptation of Ada Quill's memoir.",
    ),
    Row(
        "source: adapts",
        "adapt",
        r"\b(?:adapts?|adapting|to adapt) (?=the |[\ue000-\uefff]|[\"“'‘])",
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
