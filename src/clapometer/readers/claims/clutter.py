"""Signs of what is no part of a story: advertisements, links, prompts, bylines, captions."""

from __future__ import annotations

import re
from typing import NamedTuple


class Sign(NamedTuple):
    """A sign of clutter. `pattern` is matched at the start of a line or sentence; `why` says what
    tells it from a sentence of the story. `whole` signs speak for their whole line, others only
    for their own sentence."""

    role: str
    pattern: str
    why: str
    whole: bool = True


SIGNS: tuple[Sign, ...] = (
    Sign(
        "related",
        r"(?:READ MORE|READ NEXT|READ ALSO|ALSO READ|SEE ALSO|MORE FROM|MORE ON|DON['’]T MISS|"
        r"WATCH|RELATED|EXCLUSIVE|RECAP|REVIEW|MUST READ|TRENDING|UP NEXT)\s?(?::|\||–|—|-\s)",
        "a tabloid's label in capitals before a link",
    ),
    Sign(
        "related",
        r"(?:Read more|Read next|Read also|See also|See more|More|More on [\w ]{2,30}|Related|"
        r"Also read|Don['’]t miss|Up next|Recap|Ranked|Watch|Listen|Exclusive|Spoilers)\s?:",
        "the label of a link to another story",
    ),
    Sign(
        "related",
        r"[^.:!?\n]{1,69}(?:[^.:!?\d\n]:(?=[\"'“‘]?[A-Z0-9])|\d:(?=[\"'“‘]?[A-Z]))",
        "a label glued to the headline of another story, without a blank after the colon",
    ),
    Sign(
        "related",
        r"(?=(?:\S+ ){3})(?=.*[A-Z]{3})[A-Z0-9'’\"“”‘!?,:&.\- ]{16,}$",
        "a teaser in capitals",
    ),
    Sign(
        "promotion",
        r"(?:Need a break\?|Play (?:the|our|today['’]s) .{0,60}(?:crossword|puzzle|quiz|sudoku))",
        "the outlet's games",
        whole=False,
    ),
    Sign(
        "promotion",
        r"(?:Join (?:our|the) .{0,60}(?i:party|newsletter|community|group|channel|WhatsApp)"
        r"|(?:Sign|Signing) up (?:for|to|here|now)\b|SIGN UP\b|Subscribe\b|SUBSCRIBE\b"
        r"|Get (?:the|our|all the|more) .{0,60}(?:newsletter|inbox|email|app\b|updates)"
        r"|(?:Want|Looking for) .{0,80}(?:inbox|newsletter|\bapp\b)"
        r"|Never miss .{0,60}(?:newsletter|story|again|inbox|update)"
        r"|Download (?:our|the) .{0,30}\bapp\b)",
        "a newsletter, a subscription, an application",
        whole=False,
    ),
    Sign(
        "promotion",
        r"(?:Click (?:['\"“‘]?(?:OK|Allow|Yes|here)\b)|Tap (?:['\"“‘]?(?:OK|Allow|here)\b)"
        r"|(?:Allow|Turn on|Enable) (?:push )?notifications|We['’]d like to (?:send|show) you"
        r"|You can (?:manage|unsubscribe|change|turn) .{0,60}(?:notifications?|any ?time|settings)"
        r"|Thank you for (?:subscribing|signing up)|Something went wrong|Invalid email)",
        "a prompt of the browser or of a form",
        whole=False,
    ),
    Sign(
        "promotion",
        r"(?:(?:We|We and our partners|This (?:site|website|page)) (?:use|uses) (?:your )?"
        r"(?:cookies|sign-up)|Accept (?:all )?cookies|Manage (?:cookies|preferences|consent)"
        r"|By (?:signing up|continuing|clicking|subscribing),? (?:you|I) )",
        "consent to cookies and terms",
        whole=False,
    ),
    Sign(
        "promotion",
        r"(?:Privacy (?:Notice|Policy)\b|after newsletter promotion|Want (?:more|up-to-)"
        r".{0,80}(?:news|features|updates|stories)\b)",
        "a privacy notice, an offer of more",
        whole=False,
    ),
    Sign(
        "promotion",
        r"(?:Purchases you make|(?:When|If) you (?:buy|purchase|click|shop) .{0,60}(?:link|"
        r"commission)"
        r"|(?:We|Our writers) (?:may|might|could) (?:earn|receive) .{0,40}commission"
        r"|This (?:article|post|story|page) (?:contains|includes) affiliate"
        r"|(?:Looking for|Find) reliable (?:streaming )?options|(?:Shop|Buy|Order) (?:now|here)\b"
        r"|Check out .{0,80}(?:Home Internet|deals|service plans|subscription))",
        "notes on purchases",
        whole=False,
    ),
    Sign(
        "promotion",
        r"(?:Share (?:your|this)\b|Let us know\b|Tell us\b|Have your say|Join the (?:conversation|"
        r"discussion|debate)|(?:What do you think|Are you (?:excited|looking forward|watching|"
        r"a fan)|Will you (?:be watching|watch|miss)|Do you (?:agree|think)|Have you (?:seen|"
        r"watched)|Did you (?:enjoy|like|watch))\b.{0,120}\?(?: .{0,80}(?:comments?|below|poll))?|"
        r"(?:Comment|Vote|Comments?) (?:below|now|here)|Leave a comment|View \d+ comments?|"
        r"VOTE HERE|Follow (?:us|@\w+|the \w+) on\b)",
        "a call for comments",
        whole=False,
    ),
    Sign(
        "promotion",
        r"(?:Advertisement|ADVERTISEMENT|Advertorial|Sponsored|Story continues below|"
        r"Article continues|Loading\b|Play video|Video unavailable|Skip to (?:main )?content|"
        r"Recommended (?:stories|for you)|Most (?:read|popular)|Latest (?:news|stories)|"
        r"Top stories|Trending (?:now|stories))\b.{0,40}$",
        "a frame's own words",
    ),
    Sign(
        "caption",
        r"(?:\(?(?:Image|Photo|Picture|Pic|Credit|Photograph|Illustration|Images|Photos)"
        r"(?: (?:by|credit|courtesy(?: of)?))?\s?[:©]|(?:Getty(?: Images)?|Shutterstock|WireImage|"
        r"FilmMagic|AFP|Alamy|PA Wire|REUTERS)(?:[/ ][A-Z]|\s*$)|Photo by |Photograph by |©|"
        r".{1,160}\((?:Image|Photo|Picture|Pic|Credit|Photo by|Image credit)\s?[:]?[^()]{0,60}\)$|"
        r".{1,200}(?:/|\||via |, |\()\s?(?:Getty Images|Shutterstock|Alamy|AP Photo|"
        r"WireImage)\)?$)",
        "the credit of a picture",
    ),
    Sign(
        "byline",
        r"(?:By |BY )[A-Z][\w.'’-]+(?: [A-Z][\w.'’-]+){1,4}(?:,? (?:and|&) .{3,60})?"
        r"(?:, .{2,60})?(?: \|.*)?$",
        "who wrote it",
    ),
    Sign(
        "byline",
        r"(?:(?:Published|Updated|Posted|Last updated|First published)\b[: ].{3,80}$"
        r"|[A-Z][a-z]{2,8}\.? \d{1,2}, \d{4}(?:[ ,]+(?:Updated|at|\d{1,2}[:.]\d\d).{0,80})?$"
        r"|\d{1,2}:\d\d(?: ?[AP]M)?,? .{0,60}\d{4}.{0,30}$"
        r"|\d{1,2} [A-Z][a-z]{2,8} \d{4}(?:,? \d\d:\d\d.{0,20})?$)",
        "when it was published",
    ),
    Sign(
        "byline",
        r"(?:The Associated Press|Associated Press|AP|Reuters|AFP|PA Media|USA TODAY|CNN|BBC News|"
        r"[A-Z][\w ,.]{2,30} CNN(?: Business| Entertainment)? ?—?|Bang Showbiz|Entertainment "
        r"(?:Reporter|Editor|Writer|Correspondent)|(?:Senior |Assistant |Deputy )?(?:TV|Showbiz|"
        r"Film|Entertainment|Screen Time|News) (?:Reporter|Editor|Writer|Correspondent))$",
        "an agency, an outlet, a desk",
    ),
    Sign(
        "signoff",
        r"(?:Contribut(?:ing|ors?)\s?:|Reach (?:him|her|them|the reporter|[A-Z]\w+) (?:at|on|via)"
        r"|(?:Contact|Email|E-mail|Follow|Write to) .{2,90}(?:@|\bTwitter\b|\bInstagram\b|\bat "
        r"\S+@)"
        r"|.{2,90}contributed (?:to )?(?:reporting|this (?:report|story|article))"
        r"|(?:[A-Z][\w.'’-]+ ){2,4}(?:covers|reports on|writes about) .{2,90}\bfor\b .{2,60}"
        r"|(?:[A-Z][\w.'’-]+,? ){2,6}is an? .{0,60}\b(?:reporter|editor|writer|correspondent|"
        r"critic|journalist)\b"
        r".{0,60}\b(?:for|at|with|based)\b"
        r"|This (?:article|story) (?:originally|first|was) (?:appeared|published|updated|"
        r"originally)"
        r"|Editor['’]s note|(?:Additional )?[Rr]eporting by|Editing by|You can follow|"
        r"Copyright|All rights reserved|Got a (?:story|tip)|If you(?:['’]ve| have) got a .{0,40}"
        r"(?:story|video|tip))",
        "who the writer is, how the story was made",
    ),
)
"""Signs of clutter with the role they give; the first that fits decides."""
_WHOLE = tuple((one.role, re.compile(one.pattern)) for one in SIGNS)
_INNER = re.compile(
    r"(?:(?<=[.!?…] )|(?<=[.!?…][\"”'’)] )|(?<=\) ))(?:"
    + "|".join(
        f"(?P<sign{place}>{one.pattern})"
        for place, one in enumerate(SIGNS)
        if not one.whole or one.why.startswith("a tabloid")
    )
    + ")"
)
_NEXT = re.compile(r"[.!?…][\"”'’)]? (?=[A-Z\"“'‘])")
_SIGNOFFS_AFTER = 0.5
"""How far into a story its sign-off may begin: before that, a reporter is one of the story."""


def role_of(line: str, at: float) -> str | None:
    """Return the role that a line's signs give it, None where it shows none.

    `at` is how far into the story it stands, from 0 to 1.
    """
    for role, sign in _WHOLE:
        if sign.match(line) and (role != "signoff" or at > _SIGNOFFS_AFTER):
            return role
    return None


def inner_clutter(line: str) -> list[tuple[int, int, str]]:
    """Return the sentences of promotions and links inside a paragraph: start, end, role."""
    found: list[tuple[int, int, str]] = []
    for one in _INNER.finditer(line):
        if found and one.start() < found[-1][1]:
            continue
        end = _NEXT.search(line, one.end() - 1)
        role = SIGNS[int(str(one.lastgroup)[4:])].role
        found.append((one.start(), end.end() - 1 if end else len(line), role))
    return found
