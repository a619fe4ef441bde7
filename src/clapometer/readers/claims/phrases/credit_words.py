JOB = (
    r"(?i:(?:series )?co-?creators?|(?:series )?creators?|(?:head|lead) writers?|co-?writers?|"
    r"writers?|screenwriters?|scribes?|"
    r"co-?directors?|directors?|film-?makers?|helmers?|show-?runners?|co-?showrunners?|"
    r"show[- ]?boss(?:es)?|"
    r"exec(?:utive)? producers?|producers?|composers?|developers?|cinematographers?|auteur|"
    r"writer[-/ ]directors?|director[-/ ]writers?)"
)
MADE = (
    r"(?i:co-?created|created|co-?written|written|penned|scripted|co-?directed|directed|helmed|"
    r"exec(?:utive)?[- ]produced|produced|(?:co-)?developed|composed|scored|lensed|choreographed|"
    r"adapted|devised|conceived|dream(?:ed|t) up|masterminded|authored|co-penned|steered|overseen|"
    r"thought up)"
)
MAKE = (
    r"(?:co-?wrote|devised|co-?creates?d?|creates?d?|co-?writes?|writes?|wrote|has written|pens|"
    r"penned|"
    r"co-?directs?|"
    r"co-?directed|directs?|directed|helms?|helmed|executive[- ]produces?d?|produces?d?|"
    r"(?:co-)?develops?|(?:co-)?developed|composes?d?|showruns?|showran|adapts?|adapted|"
    r"devise[sd]?|"
    r"conceived|masterminded|dream(?:ed|t) up|scripts|scripted|co-penned|oversees?|oversaw|"
    r"steers?|steered|exec[- ]produces?d?|is (?:writing|directing|producing)|"
    r"are (?:writing|directing|producing))"
)
MAKING = (
    r"(?:co-)?(?:creating|writing|directing|producing|developing|showrunning|scripting|penning|"
    r"composing|scoring|adapting|helming|steering|overseeing|executive[- ]producing|"
    r"exec[- ]producing|running|supplying the script|providing the script|handling the script)"
)
LIST = r"(?:, and |, | and |/| & |-| as well as )"
"""What joins jobs and doings, and people's names."""
