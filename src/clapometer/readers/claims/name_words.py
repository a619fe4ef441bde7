"""Words with a capital that are no part of a person's name, as tables."""

from __future__ import annotations


def _words(text: str) -> frozenset[str]:
    return frozenset(text.split())


HONORIFICS = _words("""
mr mrs ms miss dr sir dame lord lady king queen prince princess president captain detective
sergeant sgt lieutenant lt officer agent professor prof reverend rev father sister brother chief
general colonel major senator governor mayor judge justice emperor empress duke duchess baron
baroness count countess ser maester sensei master mother pope saint aunt uncle commander admiral
inspector sheriff deputy secretary headmistress headmaster principal nurse coach
""")
"""Words before a name that say what a person is called, not who."""
JOBS = _words("""
director writer creator producer executive actor actress star stars host author novelist filmmaker
showrunner composer screenwriter comedian singer rapper musician journalist critic analyst
reporter editor correspondent spokesman spokeswoman spokesperson chairman chairwoman ceo chief
officer head vice senior co-creator co-star co-stars co-writer co-director co-showrunner co-ceo
directors writers creators producers actors showrunners animator cinematographer entrepreneur
tycoon comic legend icon newcomer newcomers alum veteran writer-director writer/director
singer-songwriter stand-up created directed written produced starring featuring voiced played
narrated hosted guest programming president chef chefs presenter presenters dj dancer magician
footballer boxer dancers presenters fellow playwright playwrights screenwriters scribe showboss
boss bosses hosts judges panellist panelist
""")
"""Words before a name that say what a person does."""
STARTERS = _words("""
a an the this that these those and but or nor so yet for of in on at by to from with without as if
when while where why how who whom whose which what there here then than it its he she they we you
i his her hers their our your my me him them us is are was were be been being has have had do does
did will would can could may might must shall should not no yes all any both each every few more
most much many some such other another next last first second third final one two three four five
six seven eight nine ten also just only even still again once now today tomorrow yesterday after
before during since until till about above across against along among around because between
beyond despite down inside into like near off onto out outside over past per through throughout
added adds says said explained explains continued quipped joked replied loved love loving hated
watching watched wrote writes asked asking told speaking thanks sorry please absolutely
toward towards under unlike up upon via within although though unless whether however meanwhile
additionally finally instead later overall otherwise previously recently according based set plus
see read watch check follow contact contributing directed written produced created developed
helmed starring featuring including joining centering centring picking following making given
released speaking described asked reach best better big bigger new old good great long little high
top full real own same meet let get go come take give make find know think want need look say says
said told review reviews recap exclusive breaking spoiler spoilers warning update updated list
cast trailer plot story movie movies film films show shows series season seasons episode episodes
part chapter volume vol book books novel comic game games song songs album
""")
"""Words that may stand with a capital before a name, or anywhere, and belong to none."""
ORGANISATIONS = _words("""
abc cbs nbc fox bbc itv hbo max hulu peacock netflix disney disney+ pixar marvel dc amazon prime
apple paramount paramount+ universal sony warner bros lionsgate mgm a24 neon starz showtime amc fx
fxx syfy bravo tbs tnt usa cw espn mtv vh1 nickelodeon cartoon network networks crunchyroll roku
tubi pluto britbox acorn shudder mubi youtube google meta facebook instagram twitter tiktok
snapchat reddit spotify twitch microsoft nintendo xbox playstation sega ubisoft mattel hasbro lego
comscore nielsen rentrak posttrak cinemascore metacritic imdb rottentomatoes rotten tomatoes
fandango letterboxd flixpatrol boxofficemojo mojo variety deadline hollywood reporter collider
indiewire thewrap wrap vulture vanity fair entertainment weekly tudum today cnn nyt times post
guardian independent telegraph mirror sun daily mail express metro herald tribune gazette journal
chronicle globe press associated reuters bloomberg forbes fortune time people magazine news
newspaper tvline tvguide guide gamespot ign polygon kotaku verge wired rolling stone billboard nme
pitchfork empire esquire gq vogue elle cosmopolitan glamour ew thr usatoday buzzfeed mashable
screen rant cinemablend comicbook slashfilm den geek studios studio pictures picture productions
production company corporation corp inc ltd llc group holdings partners media television tv
animation records music publishing publishers games channel streaming plus video services service
capital ventures agency association academy guild union institute society foundation committee
council board department ministry university college school museum theatre theater theatres
theaters cinema cinemas regal imax dolby odeon cineworld searchlight focus features blumhouse
legendary skydance miramax dreamworks illumination touchstone tristar orion netflix's lucasfilm
working title bad robot direct showbiz exhibitor relations police army navy senate congress
parliament house republican democratic party team black-owned
""")
"""Words of companies, outlets, networks and bodies."""
PLACES = _words("""
america american americans africa african asia asian australia australian austria belgium brazil
brazilian britain british california canada canadian chicago china chinese colombia denmark danish
dublin edinburgh egypt england english europe european florida france french georgia germany
german greece greek hawaii hong kong hungary iceland illinois india indian indiana ireland irish
israel italy italian jamaica japan japanese jersey kentucky korea korean las vegas latin london
los angeles malta manchester massachusetts mexico mexican miami michigan midwest montana morocco
moscow nevada new york netherlands dutch nigeria norway norwegian ohio oklahoma oregon paris
philadelphia philippines poland portugal russia russian san francisco diego scotland scottish
seattle singapore south north east west spain spanish states united kingdom sweden swedish
switzerland sydney texas thailand tokyo toronto turkey turkish ukraine uk us utah vancouver venice
virginia wales washington zealand alaska alaskan arizona boston brooklyn broadway manhattan queens
westeros city county state street avenue road park island islands river lake mountain mountains
argentine argentinian chilean peruvian cuban venezuelan puerto rican dominican haitian jamaican
filipino filipina malaysian indonesian vietnamese taiwanese thai pakistani bangladeshi nepalese
iranian iraqi lebanese syrian palestinian moroccan tunisian algerian egyptian turkish nigerian
ghanaian kenyan ethiopian senegalese somali ugandan zimbabwean finnish icelandic hungarian czech
slovak slovenian croatian serbian bosnian romanian bulgarian polish ukrainian belgian austrian
swiss portuguese estonian latvian lithuanian georgian armenian catalan singaporean
beach valley bay square hill hills town village coast ocean sea desert
""")
"""Words of places and of those who live there."""
CALENDAR = _words("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june
july august september october november december jan feb mar apr jun jul aug sept sep oct nov dec
spring summer autumn fall winter christmas halloween thanksgiving easter memorial labor day days
week weekend month year years eve valentine's veterans independence new
""")
"""Words of days and seasons."""
PRIZES = _words("""
academy award awards award-winner award-winning oscar oscars oscar-winner emmy emmys golden globe
globes grammy grammys bafta baftas tony tonys sag palme cannes sundance tiff festival festivals
venice berlin berlinale sxsw comic-con cinemacon tribeca critics critics' choice people's teen mtv
primetime daytime creative arts best picture actor actress supporting outstanding limited
certified fresh tomatometer popcornmeter super bowl olympics olympic world cup box office hot top
ten
""")
"""Words of prizes, festivals and contests."""
THINGS = _words("""
christ christian god jesus bible covid covid-19 pandemic internet web email x facebook cgi vfx dna
ai fbi cia nasa navy air force world war cold civil american dream republic national international
federal royal red blue green carpet press release statement image photo photos picture getty
courtesy via credit horror comedy drama thriller romance sci-fi fantasy action adventure
documentary animated live-action original originals anime musical western sequel prequel spinoff
spin-off reboot remake premiere finale newsletter crossword puzzle quiz subscribe sign join shop
deals privacy policy terms cookie cookies rights reserved
""")
"""Other words with a capital."""
NOT_NAMES = STARTERS | ORGANISATIONS | PLACES | CALENDAR | PRIZES | THINGS | JOBS | HONORIFICS
"""Words that part a run of capitals: no name reaches over one, but see people.py."""
SURNAMES = _words("""
fox washington king prince park hall house stone price black white brown green gray grey hill west
page rush love rock young short long cook baker fisher hunter parker may june summer winter day
week judge pope bishop church england london paris brooks rivers lake waters fields banks woods
glass gold silver snow frost storm rose berry bush fish wolf bird swift best good moody sharp wise
strong bright rich poor reeves street lane holland ireland france israel jordan georgia austin
dallas houston chase hope grace faith joy christian bell ball major mayor sheriff marshall duke
bay queen north east south beach county wales english french german
earl knight lord weaver mason carter chandler smith sun moon star field ford cross bridges cage
crow hart ryder rider power powers
""")
"""Words that are also surnames: after a given name they belong to the name."""
MONONYMS = _words("""
zendaya rihanna beyoncé beyonce cher madonna adele eminem shakira björk bono awkwafina mo'nique
rosalía lizzo doja ludacris rza ice-t zedd skrillex moby enya raye dido questlove pharrell akon
nelly coolio twiggy charo sade anohni yungblud jungkook jimin jennie rosé vangelis topol
cantinflas
""")
"""People whom everybody knows by one word that is no other word."""
HYPHENED = _words("""
lister listers winner winning nominated nominee based produced led created born owned themed style
inspired directed backed set only bound made era old year-old long run starring certified affected
like free
""")
"""Last parts of words with a hyphen that describe: “Emmy-nominated”."""
PARTICLES = "de|del|della|di|da|das|dos|du|van|von|der|den|ter|ten|la|le|el|al|bin|ibn|y|af|zu"
"""Small words inside names."""
_POSSESSIONS = _words("""
instagram twitter tiktok youtube facebook spotify threads bluesky snapchat hollywood ofcom brexit
i'm i'll i've o.k ok tv telly ep lp dvd blu-ray
""")


def may_be_character(words: str) -> bool:
    """Return whether what somebody is said to have may be a character's name: no word of prizes,
    places, days or companies."""
    plain = [word.casefold().strip(".,'’") for word in words.split()]
    if not plain:
        return False
    named = [word for word in plain if word not in HONORIFICS]
    return bool(named) and not any(word in NOT_NAMES or word in _POSSESSIONS for word in named)
