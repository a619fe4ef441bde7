"""What a sentence answers to a question for something to come: yes, no, perhaps, nobody says."""

from __future__ import annotations

import re

SIGNS: tuple[tuple[str, str, str], ...] = (
    (
        "speculated",
        r"\b(?:not|\w*n[’']t|never)(?: \w+){0,2} rul(?:e|ed|ing) (?:it |anything )?out",
        "It hasn't been ruled out.",
    ),
    (
        "undecided",
        (
            r"\b(?:too (?:early|soon)|not (?:yet )?(?:been )?(?:announced|confirmed|renewed|"
            r"decided|known|"
            r"clear)|\w*n[’']t (?:yet )?(?:been )?(?:announced|confirmed|renewed|decided|"
            r"commissioned|ordered|"
            r"said|green-?lit)|no (?:official )?(?:word|news|confirmation|announcement|decision)|"
            r"remains? "
            r"to be seen|yet to|nothing (?:has been |is |[’']s )?(?:official|confirmed|announced|"
            r"decided|"
            r"set)|wait and see|anyone[’']s guess|still (?:unknown|unclear|up in the air)|"
            r"neither [^.;]{2,60} (?:has|have) (?:said|confirmed|announced))\b"
        ),
        "It is too early to say.",
    ),
    (
        "denied",
        (
            r"\A[\"“'‘]?(?:No\b(?! one)|Nope|Sadly,? (?:no|not)|Unfortunately,? (?:no|not)|"
            r"Absolutely not|"
            r"Don[’']t count on it|Not if)|\bno plans\b|\bruled (?:it )?out\b"
        ),
        "No, its makers have other things to do.",
    ),
    (
        "speculated",
        (
            r"\b(?:never say never|hopes?|"
            r"hopeful|could|might|would love|[’']d love|possib\w+|likely|keen|maybe|perhaps|watch "
            r"this "
            r"space|fingers crossed|hint\w*|teas\w+)\b"
        ),
        "Never say never.",
    ),
    (
        "confirmed",
        (r"\A[\"“'‘]?(?:Yes|Yep|Yup|Absolutely|Good news|It is\b|It[’']s official|Indeed|You bet)"),
        "Yes. It has been ordered.",
    ),
)
"""Signs in the order in which they decide: modality, expression, made-up example."""
_SIGNS = tuple((modality, re.compile(sign, re.IGNORECASE)) for modality, sign, _ in SIGNS)


def answer_to(text: str) -> str | None:
    """Return the modality that an answer gives, None where it is none."""
    return next((modality for modality, sign in _SIGNS if sign.search(text)), None)
