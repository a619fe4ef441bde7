"""Whose a counter is, where it is not the work's own, and on which network it is counted."""

from __future__ import annotations

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
