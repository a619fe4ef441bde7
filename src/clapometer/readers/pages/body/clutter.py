"""Lines that are no part of a story, as a table of patterns with the reason for each.

A pattern has to fit a whole line, and lines are paragraphs: a sentence of the story that happens to
speak of cookies or newsletters stands in a longer line, which no pattern fits.
"""

from __future__ import annotations

import re
from typing import NamedTuple


class Clutter(NamedTuple):
    """A kind of line: why it is no story, how long it may be, an example, and its pattern."""

    why: str
    longest: int
    example: str
    pattern: re.Pattern[str]


def _row(why: str, longest: int, example: str, *patterns: str) -> Clutter:
    return Clutter(why, longest, example, re.compile("|".join(patterns), re.IGNORECASE))


_NETWORK = (
    r"(?:facebook|twitter|x|instagram|tiktok|threads|bluesky|youtube|snapchat|whatsapp|reddit"
    r"|linkedin|"
    r"pinterest|flipboard|tumblr|telegram|messenger|google news|google)"
)
_BUTTON = rf"(?:share|tweet|pin|e-?mail|print|save|copy|like|comment|bookmark|{_NETWORK})"
_AGENCY = (
    r"(?:getty(?: images)?|shutterstock|alamy|rex(?: features)?|press association|pa(?: (?:wire"
    r"|images|media))?"
    r"|afp|wireimage|filmmagic|bfi|backgrid|splash(?: news)?|instagram)"
)
_PICTURE = (
    r"(?:photos?|images?|pictures?|pics?|photographs?|credits?|stills?|screenshots?|illustrations?)"
)
_STORIES = r"(?:stories|articles|posts|news|reading|content|videos?|topics|links|coverage)"
_LEAD = (
    r"(?:(?:read|see|watch|find out|learn) (?:more|also|next|now)|more|related|recommended"
    r"|trending|up next"
    r"|don['’]t miss|must[- ]read|you (?:may|might) (?:also )?(?:like|enjoy))"
)

CLUTTER: dict[str, Clutter] = {
    "notification": _row(
        "a prompt to allow notifications", 260,
        "Never miss out: we’ll send you reminders. Click OK, then Allow.",
        r"(?:never|don['’]t) miss (?:out|a (?:thing|story|beat|moment))\b.*\b(?:notif|remind"
        r"|alert|allow|sign up"
        r"|subscrib|updates|newsletter|inbox).*",
        r"(?:please )?(?:click|tap)\b.*[\"'“‘]?\b(?:ok|allow|yes|accept|subscribe|enable"
        r"|the bell)\b.*",
        r"you can (?:now |also ){0,2}get\b.*\b(?:sent|delivered)\b.*",
        r"(?:turn on|enable|allow|switch on|get|receive|want|activate)\b.*\b(?:notifications?"
        r"|alerts?)\b.*",
        r"(?:we['’]ll|we will|we['’]d like to) (?:send|notify)\b.*\b(?:reminders?|notifications?"
        r"|alerts?"
        r"|updates?)\b.*",
    ),
    "cookies": _row(
        "a wall that asks for consent to cookies", 600, "We use cookies to improve our site.",
        r"(?:we|this (?:web)?site|our (?:web)?site|our partners|we and our\b.*)\s(?:uses?"
        r"|may use) cookies\b.*",
        r"(?:we and our|by (?:clicking|continuing|using|browsing|accepting))\b.*\b(?:cookies?"
        r"|privacy policy"
        r"|terms (?:of|and)\b).*",
        r"(?:accept|reject|manage|allow)(?: all| my)? (?:cookies?|preferences"
        r"|settings)(?: and continue)?\.?",
        r"we (?:value|care about|respect) your privacy\b.*",
        r"by (?:signing up|subscribing|registering|submitting)\b.*\b(?:agree|terms|policy)\b.*",
        r"this site is protected by\b.*",
        r"(?:cookie|privacy|consent) (?:settings|preferences|policy|notice|choices)"
        r"|your privacy(?: choices)?",
        r"this content is (?:hosted|provided) by\b.*|to (?:view|see|show you) this content\b.*",
        r"(?:please )?(?:update|change|review) your (?:cookie|privacy)\b.*",
    ),
    "related": _row(
        "a link to another story", 220, "READ MORE: The made-up show is back",
        rf"{_LEAD}\s*[:|»>–—]\s*\S.*|(?:watch|listen):\s*\S.*",
        r"related (?:story|video|article|content)(?:\s*[:|–—].*)?|editors?['’]?s?['’]? picks?",
        r"(?:most (?:read|popular|viewed)|popular|trending) (?:in|on) \S.{0,40}",
        r"(?:add|make) (?:us|\S+(?: \S+){0,3}) (?:as )?(?:a|your) preferred source\b.*",
        r"most (?:read|popular|viewed)|read (?:more|next|the full (?:story|article))\.{0,3}"
        r"|see also:?|read more (?:on|about"
        r"|from|in)\b.*",
        rf"(?:related|recommended|popular|trending|latest|most (?:read|popular|viewed)|top|more"
        rf"|other|similar)"
        rf"(?: (?:tv|film|movie|entertainment|celebrity))? {_STORIES}(?: (?:for you|now"
        rf"|from \S.{{0,40}}))?[:.…]*",
        r"(?:you (?:may|might) (?:also )?(?:like|enjoy)|what to (?:read|watch) next|keep reading"
        r"|continue reading"
        r"|trending(?: now)?|read this next|before you go|more (?:from"
        r"|like this)\b[^.!?]{0,60})[:.…]*",
    ),
    "newsletter": _row(
        "a promotion of a newsletter, an app or a subscription", 320,
        "Sign up for our newsletter to get the best of TV in your inbox.",
        r"sign(?:ing)? up (?:to|for|here|now|today|below)\b.*|subscribe (?:to|for|now|today"
        r"|here)\b.*",
        r"(?:the |our )?[\w’' -]{0,40}newsletters? (?:brings? you|is (?:e-?mailed|sent"
        r"|delivered))\b.*",
        r"we have more newsletters\b.*|try \S.*\bmagazine\b.*\b(?:today|now)\b.*",
        r"something went wrong, please try again\b.*|invalid e-?mail.*|sign up|log in|register"
        r"|sign in",
        r"(?:join|get) our (?:newsletter|mailing list|whatsapp|channel|community)\b.*",
        r"(?:get|receive|want)\b.*\b(?:newsletters?|(?:in|to) your (?:inbox|e-?mail)"
        r"|delivered (?:straight|daily|"
        r"direct(?:ly)?|to))\b.*",
        r"(?:enter )?your e-?mail(?: address)?\.?|thank(?:s| you) for (?:signing up"
        r"|subscribing)\b.*",
        r"(?:the |our )?(?:daily |weekly )?newsletter\.?|already (?:a subscriber|subscribed)\b.*",
        r"(?:download|get) (?:the|our)(?: free)?\b.*\bapp\b.*|support (?:our"
        r"|independent) journalism\b.*",
    ),
    "share": _row(
        "a bar of buttons to share or comment", 120, "Share on Facebook",
        rf"{_BUTTON}(?:[\s|,·•/&]+(?:and|on|via|to|with|by|this|it|link|article|story|post|page"
        rf"|url|{_BUTTON}))*!?",
        r"share (?:this|on|via|with|the (?:story|article))\b[^.!?]*!?|link copied!?"
        r"|\d+[km]? (?:shares?|comments?|likes?)",
        r"(?:view|show|hide|leave a|post a|add a|join the)(?: \d+)? (?:comments?|conversation"
        r"|discussion)[!.]?",
        r"comments?(?: \(\d+\)| \d+)?:?|share or comment on this (?:article|story)\b.*",
        r"how did this (?:story|article) make you feel\?|sending reaction\S*"
        r"|thanks for your feedback!?",
    ),
    "caption": _row(
        "the credit of a picture", 160, "(Picture: A made-up agency)",
        rf"[(\[]?\s*{_PICTURE}(?: credits?| courtesy(?: of)?| by| via"
        rf"| from)?\s*[:/©–—]\s*\S[^.!?]*\.?[)\]]?",
        rf"[(\[]?\s*{_PICTURE} (?:courtesy of|by|via) [^.!?]{{2,60}}[)\]]?",
        r"[(\[]?\s*(?:image|photo|picture) (?:credit|source|caption)\b.*",
        r"[(\[]?\s*courtesy of [^.!?]{2,60}[)\]]?",
        rf"[(\[]?\s*(?:©\s*)?{_AGENCY}(?:\s*[/,|]\s*[\w .&]+)*\s*[)\]]?",
    ),
    "sign_off": _row(
        "what a story signs off with", 330, "Share your thoughts in the comments below.",
        rf"(?:follow (?:us|me|our|@?\w+(?: \w+)?)|(?:like|find|join) (?:us|me))\b.* (?:on"
        rf"|at) {_NETWORK}\b.*",
        r"for (?:more(?! than\b)|the latest)\b.*(?:follow (?:us|our|@)|visit our|check out our"
        r"|head to our|click here"
        r"|like us|our \w+ (?:page|hub)).*",
        r"(?:got|have|do you have) (?:an?|any)(?: \w+)? (?:story|stories|tips?|news"
        r"|showbiz)\b.*(?:\?|get in touch"
        r"|e-?mail|contact|send|tell us).*|if you['’]ve got an?\b.*\b(?:story|tip|video"
        r"|pictures)\b.*(?:get in touch|e-?mail|contact|send|tell us).*",
        r"(?:share|tell us|let us know|leave|post|drop)\b.*\b(?:thoughts?|views?|think|opinions?"
        r"|comments?)\b.*"
        r"\b(?:comments?|below|section|@\w+|twitter|e-?mail)\b.*",
        r"what (?:do|did|are) you (?:think|make|looking)\b.*\b(?:comments?|below|let us know"
        r"|tell us)\b.*",
        r"(?:let us know|tell us|have your say|sound off)\b.*(?:comments?(?: section)?|below"
        r"|@\w+|our poll)\s*[.!:↓]*",
        r"(?:share your thoughts|have your say|join the (?:conversation|debate))\b[^.!?]*[.!]?",
        r"to (?:discuss this|submit|contact us|get in touch)\b.*(?:e-?mail|contact|visit|click"
        r"|@).*",
        r"(?:e-?mail|contact|get in touch with|reach) (?:us|the (?:author|reporter|writer|team)"
        r"|our)\b.*",
        r"(?:check out|visit|for) (?:more|our)\b(?! than\b).*\b(?:coverage|tv guide|streaming guide"
        r"|news hub)\b.*",
        r"if you['’]re looking for (?:more|something else)\b.*\b(?:tv guide|check out our"
        r"|visit our)\b.*",
        r"our standards:.*|the \w[\w ]{0,40} trust principles\.?",
        r"\(?(?:additional )?(?:reporting|editing) by\b.*|\((?:writing|compiled) by\b.*",
        r"\(?this (?:story|article|post|piece) (?:(?:was|has been) (?:originally |first "
        r"|since )?(?:updated|corrected"
        r"|amended|published)|(?:originally |first |also )+(?:appeared|published|ran))\b.*",
    ),
    "advertisement": _row(
        "a mark around an advertisement", 120, "Story continues below advertisement",
        r"[-–—\s]*(?:advertisements?|ads?|sponsored(?: content)?|promoted(?: content)?"
        r"|paid (?:content|post))"
        r"[-–—\s.:↓▼]*",
        r"advertisement\s*[-–—]\s*(?:continue|scroll)\b.*",
        r"(?:story|article|text) continues\b[^.!?]*|scroll (?:down )?(?:to|for)\b[^.!?]*"
        r"|continue below",
        r"skip (?:ad|advert|advertisement|to (?:main )?content|past newsletter)\b.*|hide ad"
        r"|close|loading\.*"
        r"|please wait\.*",
    ),
    "shop": _row(
        "a link to a shop", 420, "When you buy through our links, we may earn a commission.",
        r".*\b(?:affiliate (?:commission|links?)|may (?:earn|receive"
        r"|get) (?:an? )?(?:\w+ )?commission"
        r"|earn from qualifying purchases)\b.*",
        r"(?:buy|shop) (?:it )?(?:now|here|at|on)\b[^.!?]*|today['’]s best\b[^.!?]*\bdeals\b.*",
        r"(?:view|see) (?:deal|price)\b[^.!?]*",
    ),
    "player": _row(
        "a player that cannot play", 140, "To play this video you need to enable JavaScript.",
        r"to (?:play|view|watch) this video\b.*|this video (?:can ?not be played"
        r"|is (?:not available"
        r"|unavailable|private)"
        r"|has been removed)\b.*|video (?:unavailable|player|loading)\b.*",
        r"(?:sorry, )?your browser (?:does not|can ?not)\b.*|please enable javascript\b.*"
        r"|javascript (?:is (?:disabled|required)|must be)\b.*",
        r"now playing|play(?: video)?|watch now|up next|current time|duration|volume|mute|unmute"
        r"|autoplay|replay",
        r"\d{1,2}:\d\d(?::\d\d)?(?:\s*/\s*\d{1,2}:\d\d)?",
    ),
    "rights": _row(
        "a note of rights", 260, "© 2023 The Made-up Times. All rights reserved.",
        r"(?:©|\(c\)|copyright)\s*(?:©\s*)?\d{4}.*|.*\ball rights reserved\b.*",
    ),
}  # fmt: skip
"""Kinds of lines that are left out of a story, with the reason."""
REPEATED = "the headline, the byline or a line said before, once more"
"""Why a line goes that no pattern names; in `left_out` as `repeated`."""
