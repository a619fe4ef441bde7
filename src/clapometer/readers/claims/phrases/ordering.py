"""Forms in which new works are told of, as rows: sequels, spin-offs, remakes, films, series."""

from __future__ import annotations

from clapometer.readers.claims.companies import PLATFORM
from clapometer.readers.claims.grammar import Rule

DERIVED = (
    r"(?:prequel |sequel |live-action |animated |TV |film |movie |limited |stage |American |US |UK "
    r"|"
    r"celebrity )*(?:[Ss]pin-?off|SPIN-?OFF|offshoot|companion (?:series|show)|sister show|"
    r"[Pp]requel|PREQUEL|[Ss]equel|SEQUEL|threequel|"
    r"follow-?up|[Rr]emake|REMAKE|[Rr]eboot|REBOOT|reimagining|revival|celebrity (?:version|"
    r"edition|"
    r"special))s?"
    r"(?: (?:series|shows?|films?|movies?|drama|comedy|project|trilogy))?"
    r"(?! (?:comic|novel|book|game|podcast|album|manga|tour|series of))"
)
FILMED = (
    r"(?:TV movie|feature-length (?:film|special|finale|episode)|movie (?:version|adaptation)|film "
    r"(?:version|adaptation)|big-screen (?:version|outing|adaptation)|(?:American|US|Hollywood) "
    r"version|movie to (?:wrap|tie|finish)|stage musical)"
)
"""New works of another kind that a series may become."""
_PLAIN = (
    r"(?:(?:TV |television |limited |live-action |animated |drama |comedy |big-screen |"
    r"feature-length "
    r"|feature |screen |documentary |scripted |event |film |movie |stage )*"
    r"(?:series|mini-?series|drama|thriller|comedy|sitcom|soap|film|movie|adaptation|docuseries|"
    r"docudrama|dramedy|anthology|procedural|musical|version)s?(?: (?:adaptation|version|series|"
    r"drama))?)"
)
_KIND = rf"(?P<kind>{DERIVED}|{_PLAIN})"
_MADE = (
    r"(?:in (?:the (?:[Ww]orks|pipeline|offing)|(?:early |active |very early )?(?:development|"
    r"production|"
    r"pre-production)|talks)|on the (?:way|cards|horizon|slate)|"
    r"[Gg]reen-?[Ll]it|green-?lighted|[Oo]rdered|[Cc]ommissioned|[Aa]nnounced|[Cc]onfirmed|"
    r"planned(?! by the end)|mooted|being (?:made|developed|planned|written|filmed|shot|considered|"
    r"lined up|"
    r"discussed|prepared|produced|worked on|penned|drafted)|written|coming(?! out)|underway|under "
    r"way|"
    r"[Hh]appening|drawn up|set for (?:release|a release|20\d\d)|given the (?:green light|go-ahead|"
    r"nod|thumbs[- ]up)|going ahead|go(?:ing)? into production|in the can|official\b|revealed|"
    r"teased|rumou?red|"
    r"In (?:[Tt]he Works|Development|Production)|filming|shooting|being eyed|a go\b|a possibility|"
    r"a done deal|slated|dated|based on)"
)
_NOT_MADE = (
    r"(?:abandoned|passed (?:over|on)|dead\b|not (?:a thing|on the cards|a priority)|"
    r"(?:is|was|has)(?:n['’]t| not|n’t) (?:a thing|happening|planned|moving forward|going ahead|"
    r"in the works|being (?:made|reconsidered|considered|planned|developed))|not (?:happening|"
    r"planned|going ahead|in the works|moving forward)|off the table|out of the question|ruled out|"
    r"never (?:happened|going to happen|materialised))"
)
_A = (
    r"(?:an?|the|another|its|their|his|her|a second,?|the upcoming|a new|a potential|a possible|"
    r"two|"
    r"three|several|more|that|any|no|[A-Z][\w’']+[’']s)"
)
_WORDS = r"(?:(?!(?:seasons?|episodes?|instal?lments?|runs?|of)\b)[\w,’'“”\"&:.-]+ )"
_MAKES = (
    r"(?:order(?:s|ed|ing)?|[Gg]reen-?[Ll]it|[Gg]reen-?[Ll]ights?|green-?lighting|"
    r"commission(?:s|ed|ing)?|"
    r"announc(?:es|ed|ing)|confirm(?:s|ed|ing)?|reveal(?:s|ed)(?: that)?|"
    r"develop(?:s|ed|ing)?|work(?:s|ing)? on|plan(?:s|ned|ning)?(?: (?:to (?:create|make|"
    r"remake|do|film|shoot|write)|for|on))?|get(?:s|ting)?|[Gg]ot|making|to make|made|"
    r"to (?:create|write|direct|film|shoot|do|produce|develop)|creat(?:es|ing)|"
    r"prepar(?:es|ing)|set up|lands?|unveil(?:s|ed)|given|mak(?:es|ing)|set for|yet to (?:confirm|"
    r"announce|green-?light|order|commit to)|"
    r"progress on|ahead with|forward with|in talks (?:for|about|over|on)|talks (?:for|about|over|"
    r"on)|"
    r"hint(?:s|ed|ing) at|teas(?:es|ed|ing)|writ(?:es|ing)|"
    r"pen(?:s|ned|ning)|film(?:ing|ed)|shoot(?:ing)?|direct(?:ing)?|produc(?:es|ing)|script(?:ing|"
    r"ed)"
    r"|toy(?:s|ed|ing) with(?: the idea of)?|mull(?:s|ed|ing)?|consider(?:s|ed|ing)?|explor(?:es|"
    r"ing)|"
    r"eye(?:s|ing)|pitch(?:ed|ing)|discuss(?:es|ed|ing)|open to|keen (?:on|to (?:do|make))|"
    r"interest(?:ed)? in|up for|want(?:s|ed)? (?:to (?:do|make))?|would (?:love|like)(?: to (?:do|"
    r"make))?|lin(?:es|ed|ing) up|cook(?:s|ing) up|brew(?:s|ing)|sign(?:s|ed) (?:up for|on for|off "
    r"on)|commit(?:s|ted) to|rule(?:s|d)? out|ruling out|dismiss(?:es|ed)|spawn(?:s|ing)?|"
    r"launch(?:es|ing)?|there (?:will|may|might|could|won[’']t|would)(?: not| never)? be|"
    r"the (?:possibility|idea|prospect|chance)s? of|"
    r"[Rr]umou?rs of|hopes? (?:for|of)|asked (?:about|whether)|plans? (?:are under ?way |afoot "
    r")?for|"
    r"idea for|no (?:plans|desire|interest|need|intention)(?: \w+){0,2} (?:for|to (?:do|make)|in)|"
    r"(?:might|could|would|will|may|to) (?:film|make|do|write|direct|shoot|get|see|remake)|"
    r"order (?:to|for)|fast-?track(?:s|ed|ing)|at work on|reviv(?:es|ed|ing))"
)
RULES: tuple[Rule, ...] = (
    Rule(
        "order: not made",
        rf"\b(?P<kind>{DERIVED})\b[^.;]{{0,120}}? (?:is|are|was|were|been|has|have|it[’']s)?(?: "
        rf"(?:now|since|also|reportedly|sadly|later|been|is|says|“|\"|was|quietly)){{0,3}} "
        rf"[\"“'‘]?{_NOT_MADE}\b|"
        rf"\b[Nn]o (?:\w+ )?(?P<none>{DERIVED}) (?:is|was|are) (?:\w+ )?(?:planned|in the works|"
        r"coming|happening|on the (?:way|cards))|"
        rf"\b[Nn]o (?:current |immediate |firm )?(?:plans?|desire|interest|intention|need|appetite)"
        rf"[^.;,]{{0,30}}? (?:for|in|to (?:make|do|film|shoot|write|direct)) {_A} {_WORDS}{{0,4}}?"
        rf"(?P<want>{DERIVED})\b|"
        rf"\b(?:wo(?:n['’]t|uld(?:n['’]t| not))|will not|never|not|\w*n[’']t) (?:be |to |going to |"
        rf"ever |"
        rf"do |make |making |doing |write |direct |get |see |there |move |mov(?:e|ing) |go(?:ing)? "
        rf"|"
        rf"forward |ahead |with |planning |working |on |to )+{_A} "
        rf"{_WORDS}{{0,4}}?(?P<not>{DERIVED})\b",
        "The spin-off was passed over last year.",
        modality="denied",
    ),
    Rule(
        "order: numbered film",
        rf"\b(?:second|third|fourth|fifth|sixth|seventh|eighth) (?:[\w’'\"“”-]+ "
        rf"){{0,4}}?(?:film|movie)\b[^.;]{{0,20}} "
        rf"(?:is|was|has been|had been) (?:\w+ )?(?:{_MADE})|"
        rf"(?<=[a-z][\"”'’]) (?:[2-9]|II|III|IV)\b (?:is|has been|was) (?:\w+ ){{0,2}}{_MADE}|"
        rf"(?<=[a-z]) (?:[2-9]|II|III|IV)\b (?:(?:is|has been|was|[Oo]fficially) (?:\w+ "
        rf")?){{1,2}}{_MADE}",
        "The fourth Salt Road film was greenlit in May.",
        value="sequel",
    ),
    Rule(
        "order: is being made",
        rf"\b(?:[Aa]n?|[Tt]he|[Tt]wo|[Tt]hree|[Ss]everal|[Aa]nother|[Ii]ts|[Tt]heir|[Mm]ore|"
        rf"[Pp]lans for "
        rf"an?) {_WORDS}{{0,4}}?{_KIND}\b(?:,? [^.;]{{0,60}}?)?,? (?:is|are|was|were|"
        rf"has been|have been|will be|had been|could be|might be|may be) "
        rf"(?:\w+ ){{0,4}}?(?:reportedly |now |also |already |currently |still |being |both "
        rf")*?{_MADE}\b",
        "A sequel is in the works.",
    ),
    Rule(
        "order: in a headline",
        rf"(?<=[\"”'’\w]) (?P<kind>{DERIVED})s? (?:is |are |has been |officially |reportedly |now "
        rf"|"
        rf"Officially |[\"“'‘][^\"“”'‘’\n]{{2,40}}[\"”'’] |with \w+ \w+ )*{_MADE}\b",
        "'Salt Road' Sequel in the Works",
    ),
    Rule(
        "order: will come",
        rf"\b[Aa]n? (?:[\w-]+ ){{0,2}}?{_KIND} (?:to|of|from|based on) [^;\n]{{2,60}}? (?:will|is "
        rf"(?:set|due|expected|slated) to|is coming|would be (?:shown|made|released|filmed))\b",
        "A prequel to Salt Road will open in 2030.",
    ),
    Rule(
        "order: by its title",
        rf"\b(?:order(?:s|ed|ing)?|[Gg]reen-?[Ll]it|[Gg]reen-?[Ll]ights?|commission(?:s|ed|ing)?|"
        rf"pick(?:s|ed) "
        rf"up|announc(?:es|ed)|unveil(?:s|ed)|develop(?:s|ing|ed)|lands?|landed) (?:[a-z]+ "
        rf")?(?:(?P<title>"
        rf"[A-Z][^,.;\n]{{1,50}}?)|[\"“'‘][^\"“”'‘’\n]{{2,60}}[\"”'’]?)[\"”'’]?,[\"”'’]? "
        rf"{_A} {_WORDS}{{0,5}}?{_KIND}\b",
        "The network ordered “Salt Road: Dust,” a spin-off of its drama.",
    ),
    Rule(
        "order: ordered by",
        rf"[\"”'’]?,[\"”'’]? (?:an?|the) {_WORDS}{{0,4}}?{_KIND} (?:ordered|commissioned|"
        rf"green-?lit|announced|unveiled|revealed|in (?:the works|development)|(?:picked up|made) "
        rf"(?:by|at|for) (?:the )?(?:{PLATFORM}))\b",
        "Salt Road, an eight-part drama ordered by ITV, is set in Hull.",
    ),
    Rule(
        "order: the next by number",
        r"\b(?:at work on|work(?:ing|s)? on|writing|developing|directing|prepping|planning|"
        r"green-?lit|"
        r"announc\w+|confirm\w+|filming|shooting|making) [\"“'‘]?(?P<title>(?!Season|Series|Part|"
        r"Episode|"
        r"Vol)[A-Z][\w’'&-]*(?::? (?:(?:of|the|and|in|to|a|on) ){0,2}[A-Z][\w’'&-]*){0,5} "
        r"(?:[2-9]|II|III|IV))\b(?! (?:million|seasons|stars|series|more|new|episodes|per))",
        "The director is already at work on Salt Road 3.",
        value="sequel",
    ),
    Rule(
        "order: the treatment",
        r"\b(?:get(?:s|ting)?|got|given|receiv\w+) (?:the|a) (?P<kind>(?:big-screen|Hollywood|"
        r"movie|film|"
        r"small-screen|TV)) treatment\b",
        "The comic is getting the big-screen treatment.",
    ),
    Rule(
        "order: in its world",
        r"\b(?:series|shows?|dramas?|films?|movies?) (?:\w+ )?set in the (?:same )?(?:world|"
        r"universe) "
        r"(?:of|as)\b",
        "The channel is developing two new series set in the world of the show.",
        value="spin-off",
    ),
    Rule(
        "order: series order",
        r"\b(?:[Ss]eries [Oo]rder (?:[Tt]o|[Ff]or|at|from)(?! an? )|"
        r"[Oo]rdered to [Ss]eries|picked up to series|straight[- ]to[- ]series(?: order)?(?! (?:"
        r"order )?(?:to|for|at) an? )|pilot order (?:to|for)|ordered (?:a )?pilot|"
        r"(?:given|handed|gets|got|lands|landed|scored|scores) an? (?:\w+ )?(?:series|pilot) "
        r"order)\b",
        "The network has given a series order to “Salt Road.”",
        value="series",
    ),
    Rule(
        "order: making",
        rf"\b{_MAKES} (?:him |her |them |there (?:is|will be) )?{_A} {_WORDS}{{0,5}}?{_KIND}\b(?! "
        r"(?:finale|premiere|lead|regular|record|"
        r"order|debut|star|fans|of (?:photos|events|posts|interviews|years)))",
        "The studio is working on a spin-off.",
    ),
    Rule(
        "order: attached to",
        rf"\b(?:attached to|(?:set|cast|tapped|signed on|signed up|on board|due|hired|lined up) to)"
        rf"(?: (?:direct|star in|write|produce|lead|helm|front|appear in|headline|script))? {_A} "
        rf"{_WORDS}{{0,5}}?(?P<kind>{DERIVED})\b",
        "She is attached to star in the remake of “Salt Road.”",
    ),
    Rule(
        "order: remade",
        r"\b(?:is set for|set for|to get|gets|getting|for) (?:an? )?(?:\w+ )?(?P<kind>remake|"
        r"reboot|spin-?off|sequel|prequel|revival|film (?:version|adaptation))\b|"
        r"\b(?:(?:is|are|to|will|being|be) (?:be )?(?:remak(?:e|ing)|remade|reboot(?:ed|ing)|"
        r"reimagin(?:ed|ing)))\b",
        "Salt Road is set for a remake.",
        value="remake",
    ),
    Rule(
        "order: adapted",
        rf"\b(?:(?:is|are|being|be|to be|been) (?:\w+ )?(?:adapted|turned|made) (?:as|into|for) "
        rf"(?:an? "
        rf"|the )?|turn(?:s|ing)? [^.;,]{{2,40}} into (?:an? )?|adapting [^.;,]{{2,40}} (?:as|into|"
        rf"for) "
        rf"(?:an? )?){_WORDS}{{0,3}}?(?P<kind>{_PLAIN}|screen|television|TV|big screen|cinema)\b",
        "The comic is being turned into an animated series.",
    ),
)
"""Forms in which new works are told of."""
VALUES: tuple[tuple[str, str], ...] = (
    ("(?:American|US|UK|British|Hollywood) (?:version|remake)", "remake"),
    ("prequel", "prequel"),
    ("spin-?off|offshoot|companion|sister show|celebrity", "spin-off"),
    ("sequel|follow-?up|threequel", "sequel"),
    ("remake|reboot|reimagining|revival", "remake"),
    ("film|movie|big.screen|cinema|Hollywood", "film"),
    (".", "series"),
)
"""What a kind of new work is called in claims."""
