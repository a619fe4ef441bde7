"""The outlet that publishes a page: by its address where that is known, else by its own word."""

from __future__ import annotations

import re
from collections.abc import Iterator
from urllib.parse import urlsplit

from ..bounds import bound
from ..markup.things import Thing
from .sources import Found, Sources

OUTLETS: dict[str, str] = {
    "abc.net.au": "ABC News (Australia)", "aintitcool.com": "Ain't It Cool News",
    "apnews.com": "Associated Press", "arstechnica.com": "Ars Technica",
    "austinchronicle.com": "Austin Chronicle", "avclub.com": "The A.V. Club",
    "bbc.co.uk": "BBC", "bbc.com": "BBC", "bloody-disgusting.com": "Bloody Disgusting",
    "bostonglobe.com": "The Boston Globe", "businessinsider.com": "Business Insider",
    "chicagotribune.com": "Chicago Tribune", "cinemablend.com": "CinemaBlend",
    "cnet.com": "CNET", "cnn.com": "CNN", "collider.com": "Collider",
    "comingsoon.net": "ComingSoon.net", "consequence.net": "Consequence",
    "cosmopolitan.com": "Cosmopolitan", "dailymail.co.uk": "Daily Mail",
    "dazeddigital.com": "Dazed", "deadline.com": "Deadline", "decider.com": "Decider",
    "denofgeek.com": "Den of Geek", "detroitnews.com": "The Detroit News",
    "digitalspy.com": "Digital Spy", "empireonline.com": "Empire", "eurogamer.net": "Eurogamer",
    "ew.com": "Entertainment Weekly", "express.co.uk": "Daily Express",
    "filmcomment.com": "Film Comment", "flickeringmyth.com": "Flickering Myth",
    "forbes.com": "Forbes", "ft.com": "Financial Times", "gamesradar.com": "GamesRadar+",
    "gaytimes.co.uk": "Gay Times", "gizmodo.com": "Gizmodo", "gq.com": "GQ",
    "gq-magazine.co.uk": "British GQ", "heraldscotland.com": "The Herald",
    "hollywoodreporter.com": "The Hollywood Reporter", "huffpost.com": "HuffPost",
    "ign.com": "IGN", "independent.co.uk": "The Independent", "indiewire.com": "IndieWire",
    "inews.co.uk": "i", "irishtimes.com": "The Irish Times", "itv.com": "ITV", "joblo.com": "JoBlo",
    "latimes.com": "Los Angeles Times", "littlewhitelies.co.uk": "Little White Lies",
    "lwlies.com": "Little White Lies", "manchestereveningnews.co.uk": "Manchester Evening News",
    "mashable.com": "Mashable", "metro.co.uk": "Metro", "mirror.co.uk": "Daily Mirror",
    "mtv.com": "MTV", "nbcnews.com": "NBC News", "newyorker.com": "The New Yorker",
    "nme.com": "NME",
    "npr.org": "NPR", "nypost.com": "New York Post", "nytimes.com": "The New York Times",
    "observer.com": "Observer", "pagesix.com": "Page Six", "pastemagazine.com": "Paste",
    "pcgamer.com": "PC Gamer", "people.com": "People", "pinknews.co.uk": "PinkNews",
    "polygon.com": "Polygon", "radiotimes.com": "Radio Times", "reuters.com": "Reuters",
    "rogerebert.com": "RogerEbert.com", "rollingstone.com": "Rolling Stone", "rte.ie": "RTÉ",
    "salon.com": "Salon", "scotsman.com": "The Scotsman", "screendaily.com": "Screen Daily",
    "screenrant.com": "Screen Rant", "sfchronicle.com": "San Francisco Chronicle",
    "skynews.com": "Sky News", "news.sky.com": "Sky News", "slantmagazine.com": "Slant",
    "slashfilm.com": "/Film", "slate.com": "Slate", "smh.com.au": "The Sydney Morning Herald",
    "standard.co.uk": "Evening Standard", "startribune.com": "Star Tribune", "syfy.com": "SYFY",
    "telegraph.co.uk": "The Telegraph", "theatlantic.com": "The Atlantic",
    "theage.com.au": "The Age", "theaustralian.com.au": "The Australian",
    "theglobeandmail.com": "The Globe and Mail", "theguardian.com": "The Guardian",
    "theplaylist.net": "The Playlist", "theringer.com": "The Ringer", "thesun.co.uk": "The Sun",
    "thetimes.co.uk": "The Times", "thetimes.com": "The Times", "theverge.com": "The Verge",
    "thewrap.com": "TheWrap", "time.com": "Time", "timeout.com": "Time Out", "tmz.com": "TMZ",
    "totalfilm.com": "Total Film", "tvguide.com": "TV Guide", "tvline.com": "TVLine",
    "usatoday.com": "USA Today", "usmagazine.com": "Us Weekly", "vanityfair.com": "Vanity Fair",
    "variety.com": "Variety", "vg247.com": "VG247", "vox.com": "Vox", "vulture.com": "Vulture",
    "washingtonpost.com": "The Washington Post", "whatculture.com": "WhatCulture",
    "wired.com": "WIRED", "wsj.com": "The Wall Street Journal",
}  # fmt: skip
"""Well-known outlets by the domain they publish under; their subdomains are theirs too."""
PLATFORMS = frozenset(
    {"blogger", "blogspot", "wordpress", "wordpress.com", "medium", "substack", "tumblr", "wix",
     "squarespace", "ghost", "google news", "yahoo", "msn", "facebook", "youtube", "github", "home"}
)  # fmt: skip
"""Names that programs put where the outlet should stand."""
_LETTERS = re.compile(r"[^a-z0-9]+")
_ADDRESS = re.compile(r"(?:https?:)?//|www\.|@")


def read_outlet(sources: Sources) -> Found:
    """Return the name of the outlet and where it was found."""
    host = host_of(sources.canonical.value) or host_of(sources.url)
    known = outlet_of(host)
    if known:
        return Found(known, "table of outlets")
    told = [one for one in _told(sources) if _is_name(one.value)]
    fitting = [one for one in told if fits(one.value, host)]
    plain = host.removeprefix("www.")
    return next(iter([*fitting, *told]), Found(plain, "address" if plain else ""))


def outlet_of(host: str) -> str:
    """Return the well-known outlet that publishes under a host, or ""."""
    parts = host.lower().split(".")
    domains = (".".join(parts[start:]) for start in range(len(parts) - 1))
    return next((OUTLETS[one] for one in domains if one in OUTLETS), "")


def host_of(address: str) -> str:
    """Return the host of an address, "" for none."""
    try:
        return urlsplit(address).hostname or ""
    except ValueError:
        return ""


def fits(name: str, host: str) -> bool:
    """Whether a name and a host tell of one outlet: the letters of one stand in the other."""
    letters, site = _LETTERS.sub("", name.lower()), _LETTERS.sub("", host.removeprefix("www."))
    first = _LETTERS.sub("", host.removeprefix("www.").partition(".")[0])
    return len(letters) > 2 and len(first) > 2 and (letters in site or first in letters)


def _told(sources: Sources) -> Iterator[Found]:
    story = sources.story
    for name in ("publisher", "sourceOrganization", "copyrightHolder"):
        text = sources.things.text(story, name) or _brand(sources, story, name)
        if text and story:
            yield Found(_plain(text), f"{story.where}: {name}")
    metas = ("og:site_name", "application-name", "apple-mobile-web-app-title", "dc.publisher",
             "dcterms.publisher", "citation_journal_title", "publisher", "copyright")  # fmt: skip
    for text, name in sources.metas.all(*metas):
        yield Found(_plain(text), f"meta {name}")
    for one in sources.things.of({"WebSite", "NewsMediaOrganization", "Organization"}):
        if one.parent is None:
            yield Found(_plain(sources.things.name(one.thing)), f"{one.thing.where}: name")


def _brand(sources: Sources, story: Thing | None, name: str) -> str:
    publishers = sources.things.inner(story, name)
    return sources.things.text(publishers[0], "brand", "legalName") if publishers else ""


def _plain(text: str) -> str:
    return " ".join(text.split())[: bound("name")].strip(" |-–—")


def _is_name(text: str) -> bool:
    return bool(text) and not _ADDRESS.match(text) and text.lower() not in PLATFORMS
