"""Who says words in quotation marks, and where: the tables of the grammar of speech."""

from __future__ import annotations

_PLAIN = (
    "blame cite beg brag dub add answer explain post tweet caption comment respond recall reveal "
    "joke quip continue confirm announce declare insist claim argue remark observe muse recount "
    "gush enthuse exclaim laugh remember reflect conclude promise predict warn stress emphasize "
    "emphasise acknowledge vow hint summarize summarise opine complain suggest urge reckon sigh "
    "smile chuckle giggle grin shrug beam rave fume rage moan groan grumble rant vent blast slam "
    "protest object counter retort whisper shout scream yell snap offer venture volunteer reason "
    "speculate wonder marvel lament mourn plead demand concede allow boast crow caution advise "
    "pledge assure reassure maintain contend assert affirm reiterate repeat interject elaborate "
    "clarify confess confide disclose divulge echo note tease share ask state praise hail brand "
    "describe call deem judge liken compare condemn criticise criticize bemoan rejoice dismiss "
    "mention report applaud congratulate thank toast email repost"
)
"""Verbs of saying with regular forms."""
_ODD = (
    "said|says|say|saying|told|tells|tell|telling|wrote|writes|writing|reads|replied|"
    "replies|replying|admitted|admits|admitting|cried|cries|crying|quipped|quipping|swore|swears|"
    "began|begins|beginning|went on|goes on|thinks|thought|feels|felt|believes|believed|hopes|"
    "hoped|found|finds|finding|went as far as|chimed in|chimes in|chipped in|weighed in|weighs in|"
    "doubled down|hit back|hits back|fired back|shot back|signed off|summed up|sums up|summing up|"
    "put it|puts it|piped up|opened up|spoke out|penned|pens|penning|sobbed|weeps|"
    "denied|denies|denying|quoted|spilled|dished|vented|panned|"
    "explain|add|insist|admit|write|complain|argue|reads|read|dubbed|dubs|dubbing|agreed|agrees|"
    "labelled|labels|labelling|labeled"
)
"""Other verbs of saying."""


_DOUBLING = frozenset({"shrug", "quip", "brag", "beg", "grin", "snap", "dub", "slam"})
"""Verbs that double their last letter."""


def _forms(verb: str) -> tuple[str, ...]:
    """Return the forms of a regular verb."""
    if verb in _DOUBLING:
        return verb, f"{verb}s", f"{verb}{verb[-1]}ed", f"{verb}{verb[-1]}ing"
    if verb.endswith("e"):
        return verb, f"{verb}s", f"{verb}d", f"{verb[:-1]}ing"
    if verb.endswith(("ss", "sh", "ch")):
        return verb, f"{verb}es", f"{verb}ed", f"{verb}ing"
    return verb, f"{verb}s", f"{verb}ed", f"{verb}ing"


VERBS = "|".join([_ODD, *(form for verb in _PLAIN.split() for form in _forms(verb)[1:])])
"""Verbs of saying."""
PRONOUNS = ("he", "she", "they")
"""Words that stand for somebody named before."""
DESCRIPTIONS = (
    "actor|actress|star|director|writer|author|creator|showrunner|filmmaker|producer|"
    "executive producer|composer|comedian|singer|host|critic|analyst|executive|novelist|"
    "screenwriter|co-creator|co-star|rapper|musician|boss|chief|mogul|legend|veteran|winner|nominee"
)
"""Words for what somebody is: “the actor said”."""
ORGANISATIONS = (
    "streamer|streaming service|streaming giant|network|studio|company|broadcaster|platform|"
    "service|publisher|distributor|channel|outlet|publication"
)
"""Words for companies: “the streamer said”."""
UNNAMED = (
    "fan|viewer|user|insider|source|spokesperson|spokeswoman|spokesman|representative|commenter|"
    "person|follower|moviegoer|reader"
)
"""Words for somebody whom the story does not name: “one fan wrote”."""
VENUES: tuple[tuple[str, str], ...] = (
    (
        "interview",
        (
            r"\b[Ii]n (?:an?|his|her|their|this|that|one|a recent|an exclusive|\w+) "
            r"(?:[\w-]+ ){0,3}?"
            r"(?:interview|conversation|chat|sit-down|Q&A|profile|cover story) (?:with|for|to|"
            r"on|in) "
            r"(?P<place>(?:the )?[A-Z][\w’'&.+]*(?: (?:[A-Z][\w’'&.+]*|of|the|and|for))*)"
        ),
    ),
    (
        "told",
        (
            r"\b(?:told|tells|telling|[Ss]peaking to|[Ss]peaking with|[Ss]poke to|spoke with|"
            r"[Tt]alking to|"
            r"talked to|chatting with|informed|confirmed to|revealed to|explained to|"
            r"exclusively to) "
            r"(?P<place>(?:[Tt]he )?[A-Z][\w’'&.+]*(?: (?:[A-Z][\w’'&.+]*|of|the|and|for))*)"
        ),
    ),
    (
        "statement",
        (
            r"\b[Ii]n (?:an?|the|his|her|their|its) (?:\w+ ){0,2}?"
            r"(?P<thing>statement|press release|"
            r"news release|release|memo|letter|open letter|blog post|email|e-mail|post|video|essay|"
            r"op-ed|"
            r"tweet|caption|featurette|trailer|teaser|review|speech|memoir|book|earnings call|"
            r"press conference|panel|podcast|newsletter|documentary|announcement)"
            r"(?: (?:to|on|for|with|posted on|shared on) (?P<place>(?:the )?[A-Z][\w’'&.+]*(?: "
            r"[A-Z][\w’'&.+]*)*))?"
        ),
    ),
    (
        "event",
        (
            r"\b(?:[Aa]t|[Dd]uring|after|following|ahead of|from) (?:an?|the|this year['’]s|last "
            r"week['’]s|his|her|their|its)?"
            r" ?(?P<place>(?:[\w’'-]+ ){0,4}?(?:premiere|red carpet|screening|panel|press "
            r"conference|ceremony|"
            r"festival|convention|Comic-Con|CinemaCon|D23|Tudum|Upfronts?|upfront|earnings call|"
            r"event|Q&A|"
            r"awards|Oscars|Emmys|Golden Globes))\b"
        ),
    ),
    (
        "site",
        (
            r"\b[Oo]n (?:his|her|their|its|the show['’]s|the film['’]s|the series['’]) (?:own |"
            r"official |personal )?"
            r"(?P<thing>blog|website|site|podcast|page|account|social media|channel|show|radio "
            r"show|"
            r"newsletter)"
        ),
    ),
    (
        "network",
        (
            r"\b(?:[Oo]n|via|through|to|an?|his|her|their|its) (?:(?:his|her|their|its) )?"
            r"(?P<place>Instagram|Twitter|X|TikTok|Facebook|Threads|Bluesky|YouTube|Reddit|Tumblr|"
            r"Snapchat|"
            r"LinkedIn|Weibo|Twitch|social media)\b"
        ),
    ),
    (
        "show",
        (
            r"\b[Oo]n (?P<place>(?:the |an episode of |)[\"“‘']?(?:The )?[A-Z][\w’'&.]*"
            r"(?: (?:[A-Z][\w’'&.]*|of|the|and|with|on))*[\"”’']?(?: podcast)?)"
        ),
    ),
    ("tweeted", r"\btweet(?:ed|s|ing)\b"),
    ("blog", r"\b(?:wrote|writes|posted|said) on (?:the|a) (?P<thing>\w+)\b"),
)
"""Where words were said, the first that fits first: groups `place` or `thing` name it."""
TWEETED = "Twitter"
