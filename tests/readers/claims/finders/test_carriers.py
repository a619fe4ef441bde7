"""Which company carries or makes a work, told by what stands around its name. All made up."""

import time

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders.carriers import NAMED
from clapometer.readers.claims.finders.platforms import find
from clapometer.readers.claims.phrases.carriers import BESIDE, Beside
from clapometer.readers.claims.story import Story

LEAD = "“Salt Road” is back\n\n“Salt Road” and “Low Water” are dramas. Ada Quill is in “Salt Road.”"


def carried(text: str) -> set[tuple[str | None, str]]:
    return {(one.work, one.value) for one in find(Document(Story(f"{LEAD}\n\n{text}")))}


@pytest.mark.parametrize("row", BESIDE, ids=[row.rule for row in BESIDE])
def test_a_row_reads_its_example(row: Beside) -> None:
    fits = [
        row.before.search(row.example[: one.start()]) and row.after.match(row.example[one.end() :])
        for one in NAMED.finditer(row.example)
    ]
    assert any(fits)


@pytest.mark.parametrize("row", BESIDE, ids=[row.rule for row in BESIDE])
def test_a_row_is_quick_on_long_nonsense(row: Beside) -> None:
    text = ("by the new and its, to (from at for of a has " * 30)[:1200]
    started = time.process_time()
    row.before.search(text[-110:])
    row.after.match(text[:110])
    assert time.process_time() - started < 0.3


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("The ITV1 thriller has been a hit.", ("Salt Road", "ITV1")),
        ("The Beeb's big Sunday drama is back.", ("Salt Road", "BBC")),
        ("“Salt Road,” a Hulu original, will end.", ("Salt Road", "Hulu")),
        ("Disney+ has axed “Low Water” after two seasons.", ("Low Water", "Disney+")),
        ("“Low Water” was binned by Hulu last year.", ("Low Water", "Hulu")),
        ("Neon picked up North American rights to “Salt Road.”", ("Salt Road", "Neon")),
        ("A24 acquired the film at a festival.", ("Salt Road", "A24")),
        ("Network bosses at CBS have ordered a second season of it.", ("Salt Road", "CBS")),
        ("It has found a new home at Peacock.", ("Salt Road", "Peacock")),
        ("“Low Water” (Sunday, BBC Two, 9pm) is back.", ("Low Water", "BBC Two")),
        ("“Low Water,” from Lionsgate, took $3 million.", ("Low Water", "Lionsgate")),
        ("It was a bad week for Sony and “Low Water.”", ("Low Water", "Sony")),
        ("“Low Water” will return, NBC announced on Friday.", ("Low Water", "NBC")),
        ("NBC confirmed that “Low Water” will return.", ("Low Water", "NBC")),
        ("Universal will release “Low Water” in May.", ("Low Water", "Universal")),
        ("“Low Water” hails from Lionsgate and Tin Pan Films.", ("Low Water", "Lionsgate")),
        ("The makers of “Salt Road” made “Low Water” for Channel 4.", ("Low Water", "Channel 4")),
        ("Acorn TV, which shows the drama in the States, is pleased.", ("Salt Road", "Acorn TV")),
        ("Network: Starz", ("Salt Road", "Starz")),
        ("Network\n\nStarz\n\nIt is a long day.", ("Salt Road", "Starz")),
        ("Ada Quill in Salt Road (Image: ITV)", ("Salt Road", "ITV")),
        ("PHOTO: Joe Marsh/Hulu", ("Salt Road", "Hulu")),
        ("Over on ITV1 it was another story. “Low Water” sank.", ("Low Water", "ITV1")),
        ("It can be seen on Sky Atlantic in Britain and Peacock elsewhere.",
         ("Salt Road", "Peacock")),
        ("It is available on iPlayer.", ("Salt Road", "BBC iPlayer")),
        ("“Salt Road” took $3 million, according to Lionsgate.", ("Salt Road", "Lionsgate")),
    ],
)  # fmt: skip
def test_who_carries_a_work(text: str, found: tuple[str, str]) -> None:
    assert found in carried(text)


@pytest.mark.parametrize(
    "text",
    [
        "The show's trailer landed on YouTube on Monday.",
        "The teaser has been watched 3 million times on YouTube.",
        "Quill said on BBC Breakfast that she was tired.",
        "Speaking to Sky News, she was grateful.",
        "She is best known for the BBC soap Marlow Lane.",
        "Quill told ITV's Morning Tea that she was tired.",
        "Quill appeared on the BBC's Late Chair to talk of it.",
        "Quill signed a deal with Netflix for three films.",
        "Quill left the BBC in 2019.",
        "Shares in Disney rose after the report.",
        "A bid from Netflix was turned down.",
    ],
)
def test_companies_that_carry_nothing(text: str) -> None:
    assert carried(text) == set()


def test_a_channel_stands_for_its_company() -> None:
    text = "The BBC drama airs on BBC One.\n\nIt airs on Prime Video.\n\nAmazon renewed it."
    assert carried(text) == {("Salt Road", "BBC One"), ("Salt Road", "Prime Video")}


def test_the_streamer_is_the_one_that_was_named_last() -> None:
    text = "Peacock is back for more. Last month, the streamer cancelled “Low Water.”"
    assert ("Low Water", "Peacock") in carried(text)


def test_a_title_behind_two_nouns_is_what_they_are() -> None:
    assert carried("It beat the Sony horror sequel “Low Water.”") == {("Low Water", "Sony")}
