"""What a per cent sign counts beside review scores: shares of an audience, rises and drops."""

from __future__ import annotations

from clapometer.readers.claims.figures import Row

SHARES: tuple[Row, ...] = (
    Row(
        "share: of the audience",
        "",
        r" (?:of (?:the |its |all |opening |US "
        r"|total )*(?:[\w’'\"“”-]+ ){0,3}?(?:audience|crowd|viewers"
        r"|ticket[- ]buyers|moviegoers|viewership"
        r"|attendees|buyers|tickets|attendance|US total|total|households|patrons|subscribers"
        r"|listeners))\b",
        'Women were 65% of the audience of "Salt Road".',
    ),
    Row(
        "share: drop",
        r"\b(?:drop|dip|slip|slid|slide|plung|plummet|tumbl|declin|fell|fall|down|decreas|lost"
        r"|los|shed"
        r"|sank|sink|eas|off|crash|erod|shrank)\w*(?: (?:of|by|just|only|about|a|around|some"
        r"|its|audience"
        r"|roughly|more|than|nearly))* ",
        "",
        '"Salt Road" fell 64% in its second weekend.',
    ),
    Row(
        "share: drop",
        "",
        r" (?:second-(?:weekend|week) |week-(?:to|on|over)-week "
        r"|weekend-to-weekend |weekly |sharp |steep |slight )*"
        r"(?:drop|dip|slide|decline|decrease|fall|slip|plunge|loss|hold)\b",
        '"Salt Road" saw a 44% drop from last week.',
    ),
    Row(
        "share: rise",
        r"\b(?:surg|soar|jump|r[io]s|increas|up|climb|spik|grew|grow|skyrocket|gain|shot up"
        r"|rocket|balloon"
        r"|explod|boost|swell|swoll|improv|rall)\w*(?: (?:of|by|up|just|only|about|a|around|some"
        r"|as|much|roughly|more|than"
        r"|nearly|over|an|incredible|in|sales))* ",
        "",
        'Sales of the "Salt Road" books surged 1,700% in a week.',
    ),
    Row(
        "share: rise",
        "",
        r" (?:week-(?:to|on|over)-week |weekly |sharp |steep |sales |massive "
        r"|year-(?:on|over)-year )*(?:increase|surge|jump|rise"
        r"|boost|uplift|spike|uptick|bump|growth|gain|lift|hike|leap|upswing|climb)\b",
        '"Salt Road" saw a 17% increase.',
    ),
    Row(
        "share: more",
        "",
        r" (?:more|higher|bigger|larger|greater|better|ahead|above|less|lower"
        r"|fewer|below)\b",
        '"Salt Road" drew 20% more viewers than its debut.',
    ),
    Row(
        "share: wider",
        "",
        r" (?:over the age of|under the age of|(?:are|were) (?:older|younger"
        r"|under|over))",
        'For "Salt Road" an unusual 66% over the age of 55 came.',
    ),
)
"""What a per cent sign counts beside review scores; the first row that fits decides."""
