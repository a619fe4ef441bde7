"""Stories without clutter: what goes, and what stays though it looks alike. All made up."""

from __future__ import annotations

import pytest

from clapometer.readers.pages.body.cleaning import cleaned, clutter_of
from clapometer.readers.pages.body.clutter import CLUTTER

STAYS = (
    "The Salt Road has been renewed for a second season, and fans click with its leads.",
    "Hit drama The Salt Road returns, and yes, everybody is back.",
    "“We use cookies as a running gag all through the second season,” says its creator.",
    "For more than a decade she followed the band, and fans follow her on Instagram now.",
    "More than 40 countries had it in their Top 10.",
    "Volume two arrives on 1 July.",
    "Up next for the director is a film about lighthouse keepers.",
    "Watch the trailer and you will see why.",
    "This story first unfolded in a comic and tells of two keepers.",
    "Illustrations by hand open every episode. The creator drew them herself.",
    "Tell us about working on the film.",
    "Version tested: PC.",
    "Published in 2016, the novel sold a million copies.",
    "Images of the sea fill the screen, and they say more than the dialogue does.",
    "Share prices of the studio fell after the premiere.",
    "By the time it ends, the critic in the third row was in tears.",
    "The Associated Press named it the best of the year.",
    "Like its predecessor, it ends on a beach.",
    "A",
    "Check out the lighthouse scene: it is one of the best of the year.",
    "You can get lost in its long takes.",
    "Watch it for the lead.",
    "For more than coverage of a war, it is a portrait of two men.",
    "Courtesy of its lead, the film has a heart. It needs one.",
    "The newsletter that she writes in the film is read by nobody.",
    "Popular on both sides of the sea, the band sold a million records.",
    "You may like it; I did not.",
    "To see this on a large screen is a joy.",
    "Copyright is what the film is about.",
    "Comment is free, the saying goes, and so is the film.",
)  # fmt: skip
GOES = {
    "notification": (
        "Click “Allow” to get our alerts",
        "Turn on notifications so you never miss a story",
        "Don’t miss a thing! Get our updates",
        "You can now also get our stories sent straight to your device.",
    ),
    "cookies": (
        "This site uses cookies",
        "By clicking “Accept”, you agree to our use of cookies.",
        "Accept all cookies",
        "By signing up, you agree to our terms of use.",
        "We and our 812 partners store cookies on your device.",
    ),
    "related": (
        "Related: The ten best lighthouse films",
        "READ MORE: What we know of season two",
        "Related articles",
        "Related video: the first look",
        "Most read in TV",
        "WATCH: the trailer",
        "Add The Made-up Times as a preferred source",
        "Most read",
        "More from The Made-up Times",
        "Trending Now",
    ),
    "newsletter": (
        "Sign up to our weekly newsletter",
        "Get the best of film delivered straight to your inbox",
        "Subscribe now for just £1",
        "The Made-up newsletter brings you the latest film news, morning and evening.",
        "Something went wrong, please try again later.",
    ),
    "share": ("Share", "Facebook Twitter WhatsApp Email", "Share this article", "42 Comments",
              "Tweet", "Copy link", "Share or comment on this article: Salt",
              "Thanks for your feedback!"),
    "caption": (
        "Image credit: Made-up Pictures", "(Picture: Getty)", "Getty Images", "Photo by Ann Lee",
        "Courtesy of Made-up Pictures", "Photo: Ann Lee/Made-up Pictures",
    ),
    "sign_off": (
        "Follow us on Twitter and Facebook",
        "What do you think? Let us know in the comments below!",
        "Got a story? Get in touch with our team.",
        "Additional reporting by Ann Lee",
        "Check out more of our drama coverage, or visit our TV guide for what is on tonight.",
        "If you’re looking for something else to watch, check out our pages.",
        "This article was originally published in March.",
    ),
    "advertisement": (
        "Advertisement", "Advertisement - Continue Reading Below",
        "Article continues after advertisement",
    ),
    "shop": ("Buy now on a made-up shop", "We may earn an affiliate commission from our links."),
    "player": ("Your browser does not support video.", "0:00 / 2:31", "Now playing",
               "To view this video please enable JavaScript"),
    "rights": ("© 2024 The Made-up Times", "All rights reserved."),
}  # fmt: skip


@pytest.mark.parametrize("line", STAYS)
def test_a_line_of_a_story_stays(line: str) -> None:
    assert clutter_of(line) == ""


@pytest.mark.parametrize(("kind", "line"), [(kind, one) for kind in GOES for one in GOES[kind]])
def test_clutter_goes(kind: str, line: str) -> None:
    assert clutter_of(line) == kind


def test_every_kind_has_tests_and_a_fitting_example() -> None:
    assert GOES.keys() == CLUTTER.keys()
    for name, rule in CLUTTER.items():
        assert clutter_of(rule.example) == name


def test_a_sentence_that_is_longer_than_clutter_stays() -> None:
    sentence = "Sign up for the voyage, says the captain, " + "and so they sail on and on, " * 20
    assert clutter_of(sentence) == ""


def test_headline_byline_and_repeated_sentences_go_once() -> None:
    sentence = "Two keepers share a lighthouse, a secret and one pair of boots all through winter."
    text = (
        f"The Salt Road review\nBy Ann Lee\n3 March 2024\n{sentence}\nShare\n{sentence}\nNo.\nNo."
    )
    found = cleaned(text, headline="The Salt Road review", byline=["Ann Lee"])
    assert found.text == f"{sentence}\nNo.\nNo."
    assert found.left_out == {"repeated": 4, "share": 1}


def test_the_headline_said_again_far_below_stays() -> None:
    lines = [f"Sentence number {number} of the story is this." for number in range(9)]
    text = "\n".join([*lines, "The Salt Road"])
    assert cleaned(text, headline="The Salt Road").text == text
