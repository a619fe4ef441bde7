"""What is counted without a unit, whose it is if not the work's own, and on which network."""

from __future__ import annotations

TOLD_BEFORE: tuple[tuple[str, str], ...] = (
    (
        "viewers",
        (
            r"\b(?:audience|viewership|viewing figures?|ratings|reach|peak|average|overnights?"
            r"|consolidated (?:figure|audience|rating|total|number)s?|consolidat\w+"
            r"|overnight figures?"
            r"|\d+-day (?:figure|total|rating|number)s?)"
            r" (?:audience )?(?:of|at|to|was|is|on|stands? at|stood at|came in at|com(?:es"
            r"|ing) in at"
            r"|fell to|rose to|f[ae]ll\w* to|ris\w+ to|slump\w+ to|slipp\w+ to|dropp\w+ to"
            r"|climb\w+ to|dipp\w+ to|plung\w+ to) \Z"
            r"|\b(?:watched|seen|viewed) (?:live |overnight |on the night )?by (?:an average of "
            r"|a peak of )?\Z"
            r"|\b(?:averag(?:ed|ing)|peaked at|attracted|tuned in by) \Z"
        ),
    ),
    (
        "followers",
        r"\bfollow(?:ed|ing|er count|ers?)\b[^.;]{0,24}(?:by|of|at|to|now|count|from) \Z",
    ),
    (
        "copies",
        (
            r"\b(?:book )?sales of \Z|\b(?:books?|novels?|series|paperback|hardback|trilogy|saga"
            r"|memoir) (?:has |have |had )?(?:already |since )?sold \Z"
            r"|\b(?:to press for|print run of|reprint of|printing of|reprinting) \Z"
        ),
    ),
)
"""What a large number without a unit counts, by the words in front of it."""

SUBJECTS: tuple[tuple[str, str], ...] = (
    (
        "books",
        (
            r"\b(?:books?|novels?|graphic novels?|paperbacks?|manga|comics?|volumes?"
            r"|print) ?(?:series )?(?:sales)?\b"
        ),
    ),
    ("hashtag", r"#\w+|\bhashtags?\b"),
    ("trailer", r"\b(?:trailer|teaser)\b"),
    ("song", r"\b(?:song|single|track|ballad|anthem)\b"),
    ("soundtrack", r"\b(?:soundtrack|album)\b"),
    ("account", r"\b(?:accounts?|profile|followers)\b"),
    ("video", r"\b(?:music video|video|clip)\b"),
    ("finale", r"\b(?:finale|final episode)\b"),
    ("premiere", r"\b(?:premiere|first episode|debut episode|pilot)\b"),
)
"""Whose number it is, where it is not the work's own."""
NETWORKS: tuple[tuple[str, str], ...] = (
    ("TikTok", r"tik ?tok"),
    ("Instagram", r"instagram"),
    ("YouTube", r"youtube"),
    ("Twitter", r"twitter"),
    ("X", r"\bon X\b|formerly Twitter"),
    ("Facebook", r"facebook"),
    ("Tumblr", r"tumblr"),
    ("Reddit", r"reddit"),
    ("Spotify", r"spotify"),
    ("Snapchat", r"snapchat"),
    ("Twitch", r"twitch"),
    ("Threads", r"\bon Threads\b"),
    ("Weibo", r"weibo"),
    ("Bilibili", r"bilibili"),
    ("Wattpad", r"wattpad"),
    ("Webtoon", r"webtoon"),
    ("Tapas", r"\btapas\b"),
    ("Goodreads", r"goodreads"),
    ("AO3", r"\bAO3\b|archive of our own"),
)
"""Networks and sites on which something is counted, and the words for them."""
