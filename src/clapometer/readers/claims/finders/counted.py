"""What stories count: the units behind a number, and what exactly is counted by them."""

from __future__ import annotations

from typing import NamedTuple

_LIKE = r"[ -](?:[\w’'.-]+ ){0,3}?"
_SEEN = r"(?:view\w*|watch\w*|stream\w*|play\w*|listen\w*)"


class Unit(NamedTuple):
    """A unit that is counted: the words behind the number, the unit, the metric, the least number
    that is a fact of reception, a made-up example, and words that have to stand before it."""

    rule: str
    words: str
    unit: str
    metric: str
    least: float
    example: str
    before: str = ""


UNITS: tuple[Unit, ...] = (
    Unit(
        "count: hours",
        rf" hours (?:(?:were|was|been|being|of) )?(?:total )?(?:{_SEEN}|viewing|view ?time|watch"
        r" ?time|streaming|content)|(?:(?<=illion)|(?<=\d{3})) (?:[\w-]+ ){0,2}?hours\b",
        "hours",
        "hours viewed",
        100_000,
        '"Salt Road" had 27.8 million hours viewed in its first week.',
    ),
    Unit(
        "count: minutes",
        rf" minutes (?:(?:were|was|been|being|of) )?(?:total )?(?:{_SEEN}|viewing|view ?time|watch"
        r" ?time|streaming|content)|(?:(?<=illion)|(?<=\d{3})) (?:[\w-]+ ){0,2}?minutes\b",
        "minutes",
        "minutes viewed",
        100_000,
        '"Salt Road" drew 1.2 billion minutes of viewing.',
    ),
    Unit(
        "count: ovation",
        r"-minute(?: [\w-]+){0,2} (?:ovation|applause)\b",
        "minutes",
        "standing ovation",
        1,
        '"Salt Road" got an 11-minute standing ovation.',
    ),
    Unit(
        "count: ovation lasted",
        r" minutes\b",
        "minutes",
        "standing ovation",
        1,
        'The applause for "Salt Road" lasted for 11 minutes.',
        r"\b(?:ovation|applau[ds]\w*|clapp\w+|cheer\w+|on its feet)\b[^.;]{0,50}\Z",
    ),
    Unit(
        "count: parts",
        r"-part(?:er\b|(?: [\w’'-]+){0,3}? (?:drama|series|thriller|mystery|adaptation|comedy"
        r"|show|docuseries|run|season|saga|dramedy|whodunnit|whodunit|documentary|epic|tale)\b)",
        "episodes",
        "episodes",
        3,
        '"Salt Road" is a six-part thriller.',
    ),
    Unit(
        "count: all parts",
        r" parts\b",
        "episodes",
        "episodes",
        3,
        'All six parts of "Salt Road" are on the player.',
        r"(?:\b(?:in|of|over|across|runs? to|comprises) |\b[Aa]ll )?\Z",
    ),
    Unit(
        "count: weeks of a place",
        r" (?:consecutive |straight |successive )?weeks\b(?: (?:running|in a row))?",
        "weeks",
        "weeks on the list",
        2,
        '"Salt Road" has been No. 1 for three straight weeks.',
        r"\b(?:[Nn]o\.? ?1|[Nn]umber[- ]one|top (?:10|ten|spot|five)|charts?|list)\b[^.;,]{0,50}"
        r" for (?:the (?:last|past) )?\Z",
    ),
    Unit(
        "count: players",
        rf"{_LIKE}(?:players|gamers)\b",
        "players",
        "players",
        1000,
        'The game of "Salt Road" had 148,000 concurrent players.',
    ),
    Unit(
        "count: signatures",
        rf"{_LIKE}(?:signatures|signatories)\b|{_LIKE}(?:people|fans|viewers|supporters) (?:have |"
        r"has |had )?(?:(?:already|now|since|so far|also) )*(?:signed|(?:put|added|lent) their "
        r"names? to)\b",
        "signatures",
        "petition signatures",
        100,
        'A petition to save "Salt Road" has 41,000 signatures.',
    ),
    Unit(
        "count: signed by",
        r" (?:\w+ )?(?:people|fans|viewers|supporters)\b",
        "signatures",
        "petition signatures",
        100,
        'A petition to save "Salt Road" was signed by 12,000 fans.',
        r"\b(?:signed|backed|supported) (?:so far )?by (?:some |about )?\Z",
    ),
    Unit(
        "count: people subscribing",
        r" (?:people|fans|users) (?:now |already )?subscribe\b",
        "subscribers",
        "subscribers",
        1000,
        'Over 1.1 million people subscribe to the channel of "Salt Road".',
    ),
    Unit(
        "count: people following",
        r" (?:people|fans|users) (?:now |already )?follow\b",
        "followers",
        "followers",
        1000,
        'Over 1.1 million people follow the account of "Salt Road".',
    ),
    Unit(
        "count: viewers",
        rf"{_LIKE}(?:viewers?|tv viewers)\b(?! (?:under|aged|between|over))"
        r"|-strong (?:audience|viewership|crowd)\b",
        "viewers",
        "audience",
        1000,
        '"Salt Road" averaged five million viewers.',
    ),
    Unit(
        "count: households",
        rf"{_LIKE}(?:households|homes)\b",
        "households",
        "households",
        1000,
        '"Salt Road" was seen in 4.1 million households.',
    ),
    Unit(
        "count: people watching",
        r" (?:people|fans|Brits|Americans|Britons|of us|subscribers|members|adults|punters)"
        r"(?: [-–—] [^-–—;.]{3,60} [-–—])?(?: worldwide| globally| nationwide| across [\w ]{2,20}"
        r"| in [\w ]{2,20})?"
        r"(?: (?:have|had|were|are|all|already|have been|had been|who|then|still))* (?:watch(?:ed"
        r"|ing)"
        r"|tun(?:ed|ing)|saw|seen|stream(?:ed|ing)|viewed|caught|switched on|sat down|logged on"
        r"|stayed up|stuck|glued|hooked)\b",
        "viewers",
        "audience",
        1000,
        'Nearly three million people watched "Salt Road" live.',
    ),
    Unit(
        "count: views",
        rf"{_LIKE}(?:views|viewings|plays on YouTube)\b",
        "views",
        "views",
        1000,
        '"Salt Road" has 325.1 million views.',
    ),
    Unit(
        "count: followers",
        rf"{_LIKE}followers\b",
        "followers",
        "followers",
        100,
        'The account of "Salt Road" has 2.6 million followers.',
    ),
    Unit(
        "count: subscribers",
        rf"{_LIKE}(?:subscribers|subscriptions|paid members|members worldwide)\b",
        "subscribers",
        "subscribers",
        1000,
        'The channel of "Salt Road" has over 30 million subscribers.',
    ),
    Unit(
        "count: impressions",
        rf"{_LIKE}impressions\b",
        "impressions",
        "impressions",
        1000,
        'The trailer of "Salt Road" had 640 million impressions.',
    ),
    Unit(
        "count: times seen",
        r" times\b",
        "views",
        "views",
        1000,
        'The trailer of "Salt Road" was viewed over 1.4 million times.',
        r"\b(?:viewed|watched|streamed|played|seen)\b",
    ),
    Unit(
        "count: accounts",
        rf"{_LIKE}accounts\b",
        "accounts",
        "accounts",
        1000,
        '"Salt Road" was watched by 12 million accounts.',
    ),
    Unit(
        "count: streams",
        rf"{_LIKE}(?:streams|listens|plays)\b",
        "streams",
        "streams",
        1000,
        'The song of "Salt Road" has 90 million streams.',
    ),
    Unit(
        "count: posts",
        rf"{_LIKE}(?:posts|videos|tweets|clips)\b(?=[,.;]|\Z| (?:on|about|under|with|using|have"
        rf"|tagged))",
        "posts",
        "posts",
        1000,
        'There are 1.1 million posts about "Salt Road" on TikTok.',
    ),
    Unit(
        "count: likes",
        rf"{_LIKE}likes\b",
        "likes",
        "likes",
        1000,
        'The teaser of "Salt Road" got 2 million likes.',
    ),
    Unit(
        "count: mentions",
        rf"{_LIKE}(?:mentions|interactions|engagements|shares|comments|reactions)\b",
        "interactions",
        "interactions",
        1000,
        '"Salt Road" drew 3 million interactions.',
    ),
    Unit(
        "count: copies",
        rf"{_LIKE}(?:copies|books sold|book sales)\b",
        "copies",
        "copies sold",
        100,
        'The book behind "Salt Road" has sold nine million copies.',
    ),
    Unit(
        "count: books sold",
        r" (?:books|novels|paperbacks|hardbacks|albums|records)\b",
        "copies",
        "copies sold",
        1000,
        'The author of "Salt Road" has sold some 30 million books.',
        r"\b(?:sold|sells?|selling|shifted|shipped)(?: [a-z]+){0,2} \Z",
    ),
    Unit(
        "count: requests",
        rf"{_LIKE}requests\b",
        "requests",
        "requests",
        1000,
        '"Salt Road" has had 73 million requests on the player.',
    ),
    Unit(
        "count: downloads",
        rf"{_LIKE}downloads\b",
        "downloads",
        "downloads",
        1000,
        'The podcast of "Salt Road" has had two million downloads.',
    ),
    Unit(
        "count: tickets",
        rf"{_LIKE}(?:tickets|admissions)\b",
        "admissions",
        "tickets sold",
        100,
        '"Salt Road" sold 120,000 tickets.',
    ),
    Unit(
        "count: theaters",
        r" (?!fewer|more)(?:[a-z-]+ )?(?<!in )(?:theaters|theatres|cinemas|locations|screens"
        r"|venues)\b",
        "theaters",
        "theaters",
        2,
        '"Salt Road" is playing in 2,754 theaters.',
    ),
    Unit(
        "count: nominated for",
        r" (?:[\w-]+ )?(?:Emmys|Oscars|Grammys|Golden Globes|BAFTAs|\w+ Awards|Tonys|awards)\b",
        "nominations",
        "nominations",
        1,
        '"Salt Road" was nominated for 11 Emmys.',
        r"\b(?:nominat\w+|up) (?:for|in) ",
    ),
    Unit(
        "count: nominations",
        rf"{_LIKE}(?:nominations|nods|noms)\b",
        "nominations",
        "nominations",
        1,
        '"Salt Road" has 12 Academy Award nominations.',
    ),
    Unit(
        "count: awards",
        rf"{_LIKE}(?:Emmys|Oscars|Grammys|Golden Globes|BAFTAs|Emmy Awards|Academy Awards|Tonys)\b",
        "awards",
        "awards won",
        1,
        '"Salt Road" won four Emmys.',
    ),
    Unit(
        "count: languages",
        r"[ -](?:different )?languages\b",
        "languages",
        "languages",
        2,
        'The books of "Salt Road" were translated into 38 languages.',
    ),
    Unit(
        "count: episodes",
        r"[ -](?:new |all-new |hour-long |one-hour |half-hour |hourlong |more |total "
        r"|additional )*episodes?\b",
        "episodes",
        "episodes",
        2,
        'The season of "Salt Road" has eight episodes.',
    ),
    Unit(
        "count: weeks on a list",
        r" (?:consecutive |straight |successive |total )?weeks? (?:on|in|at|atop) (?:the |a |top"
        r"|Netflix|[Nn]o\.? ?1|[Nn]umber[- ]one|#1)",
        "weeks",
        "weeks on the list",
        1,
        '"Salt Road" spent 11 weeks on the bestseller list.',
        r"(?<!first )(?<!last )(?<!past )(?<!next )(?<!these )(?<!opening )\Z",
    ),
)
"""What is counted by the words behind a number; the first row that fits decides."""
