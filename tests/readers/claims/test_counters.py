"""Counters and uplifts: of what, whose, where, and how they are stated. All made up."""

from typing import Any

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import counts
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

KNOWN = tuple(KnownWork(title=title) for title in ("Salt Road", "Tin Harbour"))


def _counts(text: str) -> list[tuple[Any, ...]]:
    return [
        (claim.value, claim.fields["unit"], claim.fields.get("subject"), claim.fields.get("bound"),
         claim.modality)
        for claim in counts.find(Document(Story(text), KNOWN))
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "“Salt Road” is loved: #saltroad has amassed over 4.3B views on TikTok.",
            [(4_300_000_000, "views", "#saltroad", "≥", "reported")],
        ),
        (
            "Sales of the “Salt Road” novels surged a whopping 1,700% in the UK.",
            [(1700, "percent", "books", "≥", "reported")],
        ),
        (
            "“Salt Road” had 9.3 million viewers, up from 7.1 million.",
            [
                (9_300_000, "viewers", None, None, "reported"),
                (7_100_000, "viewers", None, None, "former"),
            ],
        ),
        (
            "The trailer of “Salt Road” was viewed almost 2 million times.",
            [(2_000_000, "views", "trailer", "≤", "reported")],
        ),
        ("“Salt Road” lost one in five of its viewers.", [(20, "percent", None, None, "reported")]),
        ("“Salt Road” fell 64% in week two.", [(64, "percent", None, None, "reported")]),
        (
            "The ten-episode season of “Salt Road” is out.",
            [(10, "episodes", None, None, "reported")],
        ),
    ],
)
def test_a_counter_is_read(text: str, expected: list[tuple[Any, ...]]) -> None:
    assert _counts(text) == expected


def test_followers_are_a_persons() -> None:
    text = (
        "“Salt Road” made stars. Ada Quill now has 2.6 million followers on Instagram, up from "
        "100,000 a month before."
    )
    now, before = counts.find(Document(Story(text), KNOWN))
    assert (now.value, now.modality, now.fields["subject"]) == (2_600_000, "current", "Ada Quill")
    assert (before.value, before.modality) == (100_000, "former")
    assert now.fields["platform"] == "Instagram"


@pytest.mark.parametrize(
    "text",
    [
        "“Salt Road” runs 90 minutes and took 24 hours to write.",
        "The first two episodes of “Salt Road” are out.",
        "The maker of “Salt Road” saw its stock fall 70% this year.",
        "Thanks to its 221 million global subscribers the streamer is large.",
        "“Salt Road” dropped to 97% on Rotten Tomatoes.",
    ],
)
def test_what_counts_no_reception_is_not_read(text: str) -> None:
    assert _counts(text) == []
