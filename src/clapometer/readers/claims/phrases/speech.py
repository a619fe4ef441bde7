"""Who says words in quotation marks, and where: the tables of the grammar of speech."""

from __future__ import annotations

VERBS = (
    "said|says|say|saying|told|tells|tell|telling|added|adds|add|adding|explained|explains|explain|"
    "explaining|wrote|writes|writing|tweeted|tweets|posted|posts|captioned|commented|comments|"
    "replied|replies|responded|responds|answered|answers|asked|asks|recalled|recalls|revealed|"
    "reveals|shared|shares|sharing|joked|jokes|quipped|quips|teased|teases|teasing|noted|notes|"
    "noting|continued|continues|confirmed|confirms|announced|announces|declared|declares|insisted|"
    "insists|admitted|admits|claimed|claims|argued|argues|stated|states|stating|remarked|remarks|"
    "observed|observes|mused|muses|recounted|recounts|gushed|gushes|praised|praises|called|calls|"
    "described|describes|dubbed|hailed|concluded|concludes|promised|promises|predicted|predicts|"
    "warned|warns|stressed|emphasized|emphasised|acknowledged|enthused|exclaimed|laughed|"
    "remembered|remembers|reflected|reflects|reported|reports|read|reads|penned|summarized|"
    "summarised|opined|complained|suggested|suggests|urged|vowed|vows|hinted|hints|believes|thinks|"
    "feels|hopes|chimed in|went on|weighed in|doubled down|applauds|applauded"
)
"""Verbs of saying."""
PRONOUNS = ("he", "she", "they", "it")
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
