"""Who carries, makes and reports: streamers, networks, studios, outlets, as tables."""

from __future__ import annotations

from .choices import one_of

_STREAMERS = (
    "Netflix; Amazon Prime Video|Amazon Prime|Prime Video|Amazon; Amazon Freevee|Freevee; Hulu; "
    "Disney+|Disney Plus|Disney +; Disney+ Hotstar|Hotstar|JioHotstar|JioCinema; Max; HBO Max; "
    "Apple TV+|Apple TV Plus|Apple TV +; Apple TV; Paramount+|Paramount Plus|Paramount +; Peacock; "
    "Discovery+|Discovery Plus; AMC+|AMC Plus; BritBox; Acorn TV|Acorn; Shudder; Tubi; Pluto TV; "
    "Crunchyroll; Funimation; Crackle; YouTube Premium; YouTube Red; YouTube TV; YouTube; "
    "BBC iPlayer|iPlayer; ITVX; ITV Hub; All 4; My5; NOW TV; Stan; Binge; Foxtel; Crave; Viaplay; "
    "SkyShowtime; Canal+; Globoplay; ViX; Viu; iQiyi; Tencent Video; Youku; Bilibili; TVING; Wavve;"
    " "
    "Coupang Play; Rakuten Viki|Viki; U-Next; Abema; SonyLIV; ZEE5; Aha; Showmax; Mubi; Curiosity "
    "Stream; Criterion Channel; Kanopy; Roku Channel|The Roku Channel; Sling TV; fuboTV|Fubo; "
    "Facebook Watch; Quibi; Vudu; Blockbuster; CBS All Access; DC Universe; Spotify"
)
_NETWORKS = (
    "HBO; NBC; CBS; ABC; Fox; The CW|CW; FX; FXX; Freeform; Showtime; Starz; Cinemax; Epix; MGM+; "
    "AMC; Syfy|Sci Fi Channel; USA Network; TNT; TBS; truTV; Bravo; E!; Lifetime; Hallmark Channel|"
    "Hallmark; A&E; History; Discovery Channel|Discovery; TLC; HGTV; Food Network; National "
    "Geographic|Nat Geo; Comedy Central; MTV; VH1; BET; BET+; Nickelodeon; Disney Channel; Disney "
    "XD; "
    "Cartoon Network; Adult Swim; PBS; PBS Kids; Paramount Network; Spike; IFC; Sundance TV; OWN; "
    "UPN; "
    "The WB; Univision; Telemundo; WGN America; Audience Network; CNN; MSNBC; Fox News; ESPN; "
    "BBC One|BBC1|BBC 1; BBC Two|BBC2|BBC 2; BBC Three|BBC3; BBC Four|BBC4; BBC America; "
    "CBBC; CBeebies; BBC|Beeb; ITV1;"
    " "
    "ITV2; ITV; Channel 4; E4; More4; Channel 5; Sky Atlantic; Sky Max; Sky One|Sky1; Sky Comedy; "
    "Sky "
    "Cinema; Sky; Dave; UKTV; Alibi; Gold; S4C; STV; RTE|RTÉ; CBC; CTV; Global; Citytv; Showcase; "
    "APTN; Seven Network; Nine Network; Network 10|Channel 10; SBS; TVNZ; Three NZ; ZDF; ARD; RTL; "
    "ProSieben; Sat.1; TF1; France 2; France Télévisions; M6; Arte; RAI; Mediaset; RTVE; Antena 3; "
    "Telecinco; NRK; DR; SVT; TV4; Yle; NPO; VRT; TV Globo|Globo; Televisa; TV Azteca; NHK; Fuji "
    "TV; "
    "TBS Japan; TV Tokyo; Nippon TV; TV Asahi; KBS; MBC; tvN; JTBC; OCN; ENA; CCTV; Hunan TV; Star "
    "Plus; Zee TV; Sony TV; Colors TV"
)
_STUDIOS = (
    "Warner Bros.|Warner Bros|Warner Brothers; Universal Pictures|Universal; Paramount Pictures|"
    "Paramount; Sony Pictures|Sony; Columbia Pictures|Columbia; TriStar Pictures|TriStar; Walt "
    "Disney "
    "Studios|Walt Disney Pictures|Disney; Pixar; Marvel Studios; Lucasfilm; 20th Century Studios|"
    "20th "
    "Century Fox|20th Century; Searchlight Pictures|Searchlight|Fox Searchlight; Lionsgate; A24; "
    "Neon; "
    "Focus Features; MGM|Metro-Goldwyn-Mayer; Amazon MGM Studios|Amazon MGM; Amazon Studios; "
    "DreamWorks Animation|DreamWorks; Illumination; Blumhouse; New Line Cinema|New Line; STX "
    "Entertainment|STX|STXfilms; Miramax; The Weinstein Company; Legendary Pictures|Legendary "
    "Entertainment; Skydance; Annapurna; IFC Films; Magnolia Pictures|Magnolia; Bleecker Street; "
    "Roadside Attractions; Angel Studios; Briarcliff Entertainment; Open Road Films|Open Road; "
    "Screen "
    "Gems; Relativity; Summit Entertainment; United Artists; Working Title; "
    "StudioCanal|Studiocanal; "
    "Pathé; "
    "Gaumont; Toho; Studio Ghibli; Crunchyroll Films; GKIDS; Laika; Aardman; Constantin Film; "
    "Wildside; Yash Raj Films; Dharma Productions; T-Series; Huayi Brothers; Wanda; CJ ENM; Studio "
    "Dragon; Showbox; Warner Bros. Television; Universal Television; 20th Television; Sony "
    "Pictures "
    "Television; Lionsgate Television; Fremantle; Banijay; Endemol Shine; All3Media; Bad Robot; "
    "Shondaland; Apple Original Films; ShowBiz Direct|Showbiz Direct; Vertical Entertainment; RLJE "
    "Films; Saban Films; Well Go USA; Fathom Events; Trafalgar Releasing; "
    "Sony Pictures Classics; Film4; Dogwoof; Curzon; Picturehouse; "
    "Altitude; Vertigo Releasing; Signature Entertainment; Samuel Goldwyn Films; Quiver"
)
_OUTLETS = (
    "The Hollywood Reporter; The Wrap; TheWrap; Variety; Deadline; Entertainment Weekly; The New "
    "York "
    "Times; The Washington Post; The Los Angeles Times; The Guardian; The Times; The Sun; The "
    "Mirror; "
    "The Independent; The Telegraph; The Associated Press; The Verge; The Ringer; The Atlantic; "
    "The "
    "New Yorker; The Daily Mail; The Daily Beast; The Boston Globe; The Daily Telegraph; The "
    "Express; "
    "The Sunday Times; The Observer; The Irish Times; The Scotsman; The Standard; The A.V. Club; "
    "The "
    "Playlist; The Wall Street Journal; USA TODAY; Reuters; Associated Press; CNN; BBC News; "
    "Vulture; "
    "Collider; IndieWire; Rolling Stone; Vanity Fair; Empire; Total Film; Radio Times; Digital Spy;"
    " "
    "TVLine; TV Guide; People; Us Weekly; E! News; Page Six; TMZ; Forbes; Billboard; Time; Esquire;"
    " "
    "GQ; Vogue; Elle; Tudum; Box Office Mojo; Comscore; Rentrak; Nielsen; Rotten Tomatoes; "
    "RottenTomatoes.com; Metacritic; CinemaScore; PostTrak; Exhibitor Relations; IMDb; Twitter; "
    "Instagram; TikTok; Facebook; X; Reddit; Threads; Bluesky"
)


def _rows(table: str) -> list[tuple[str, ...]]:
    return [tuple(row.strip().split("|")) for row in table.split(";")]


PLATFORMS: dict[str, str] = {
    row[0]: role
    for table, role in ((_STREAMERS, "streamer"), (_NETWORKS, "network"), (_STUDIOS, "studio"))
    for row in _rows(table)
}
"""Streamers, networks and studios, by their first name, with what each is."""
NAMES: dict[str, str] = {
    name: row[0]
    for table in (_STUDIOS, _NETWORKS, _STREAMERS)
    for row in _rows(table)
    for name in row
}
"""Every name of a platform with its first one."""
OUTLETS = frozenset(name for row in _rows(_OUTLETS) for name in row)
"""Who reports and measures: never the title of a work where no mark says so."""
PARTS: dict[str, tuple[str, ...]] = {
    "BBC": ("BBC One", "BBC Two", "BBC Three", "BBC Four", "BBC iPlayer", "CBBC", "CBeebies"),
    "ITV": ("ITV1", "ITV2", "ITVX"),
    "Sky": ("Sky Atlantic", "Sky Max", "Sky One", "Sky Comedy", "Sky Cinema"),
    "Disney": ("Disney+",),
}
"""Companies with the channels that they have: who names one of these says nothing by the first."""
SPOKEN: dict[str, str] = {"iPlayer": "BBC iPlayer", "Beeb": "BBC", "the Beeb": "BBC"}
"""What is said of a company, with its name."""
PLATFORM = one_of(NAMES)
"""An expression that matches the name of a platform; what stands around it is the caller's."""
OUTLET = one_of(OUTLETS)
"""An expression that matches the name of an outlet."""
