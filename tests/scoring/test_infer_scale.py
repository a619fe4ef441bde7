"""Which scale somebody's grades are on."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from clapometer.scoring.grades import GradeRefused, read_grade
from clapometer.scoring.infer import BY, Contradiction, Hand, infer_scale, infer_scales, weigh

PROPOSED = [
    # Others of the same hand state it.
    (["7/10", "8/10", "6/10", "7"], "of-10", "stated", 3, 1),
    (["3/4", "2.5/4", "★★★☆", "3 stars", "**1/2", "2"], "of-4", "stated", 3, 3),
    (["B", "B-", "A", "C"], "letters", "stated", 4, 0),
    (["terningkast 4", "terningkast 5", "terningkast 3", "6"], "die", "stated", 3, 1),
    # The numbers alone fill it.
    (["7", "8", "9", "6", "10"], "of-10", "shape", 0, 5),
    (["4.5", "3", "5", "2", "4"], "of-5", "shape", 0, 5),
    (["63", "71", "W/O", "48", "90", "55"], "walked-out", "words", 0, 6),
    (["63", "71", "48", "90", "55"], "of-100", "shape", 0, 5),
    # The words are those of one table.
    (["Half Price", "Matinee", "Big Screen Watch"], "ticket", "words", 0, 3),
    (["Half Price"], None, "nothing", 0, 0),
    # Four and five stars are told apart by nothing.
    (["3", "2", "4", "3.5", "1"], None, "nothing", 0, 0),
    # The largest is too far from every maximum.
    (["3", "2", "6", "5", "4"], None, "nothing", 0, 0),
    (["300", "2", "6", "5", "4"], None, "nothing", 0, 0),
    (["7", "8"], None, "nothing", 0, 0),
    ([], None, "nothing", 0, 0),
    (["", " "], None, "nothing", 0, 0),
    # 8 is no number of five, so the numbers alone are on another scale.
    (["4/5", "3/5", "5/5", "8", "3"], None, "split", 0, 0),
    # Nothing but ones: a yes, perhaps.
    (["4/5", "3/5", "5/5", "1", "1"], None, "ones", 0, 0),
    # Two scales, neither of them three quarters.
    (["4/5", "3/5", "7/10", "8/10", "3"], None, "nothing", 0, 0),
]


@pytest.mark.parametrize(("grades", "scale", "by", "stated", "opened"), PROPOSED)
def test_proposed(grades, scale, by, stated, opened) -> None:
    found = infer_scale(grades)
    assert (found.scale, found.by, found.stated, found.opened) == (scale, by, stated, opened)
    assert found.fits == stated + opened
    assert found.total == len([text for text in grades if text.strip()])
    assert found.sentence.endswith(f"{BY[by]}.")


def test_every_ground_that_a_hands_own_grades_give_is_shown_above() -> None:
    assert {by for _, _, by, *_ in PROPOSED} | {"outlet", "chosen"} == set(BY)


def test_seven_reads_as_seven_of_ten_and_says_so() -> None:
    found = infer_scale(["7/10", "8/10", "6/10", "7"])
    grade = read_grade("7", found.scale)
    assert (grade.text, grade.scale, grade.points) == ("7", "of-10", 7000)
    assert found.sentence == (
        "4 of 4 grades fit of-10 (3 state it, 1 are read by it); "
        "other grades of the same hand state the scale."
    )


def test_what_contradicts_is_listed_with_its_reason() -> None:
    found = infer_scale(["4/5"] * 9 + ["B+", "B+", "5/4", "2"])
    assert found.scale == "of-5"
    assert found.contradicts == (
        Contradiction("B+", 2, "letters"), Contradiction("5/4", 1, "above_maximum"),
    )  # fmt: skip
    assert found.rivals == ("letters",)


def test_a_scale_that_a_person_chose_is_weighed_too():
    grades = ["3", "2", "3.5", "4.5"]
    assert infer_scale(grades).scale is None
    chosen = weigh(grades, "of-4")
    assert (chosen.by, chosen.fits, chosen.total) == ("chosen", 3, 4)
    assert chosen.contradicts == (Contradiction("4.5", 1, "above_maximum"),)
    assert weigh(["4/5"] * 3, "of-5") == infer_scale(["4/5"] * 3)


def test_an_outlet_lends_its_scale_where_a_critic_has_too_few() -> None:
    house = [(Hand("Gazette", "A"), text) for text in ("4/5", "3/5", "2/5", "5/5")]
    guest = [(Hand("Gazette", "B"), "3"), (Hand("Gazette", "C"), "8")]
    found = infer_scales(
        [*house, *guest, (Hand("", "D"), "3"), (Hand("Gazette", "E", "1998"), "3")]
    )
    assert {(hand.critic, one.scale, one.by) for hand, one in found.items()} == {
        ("A", "of-5", "stated"), ("B", None, "nothing"), ("C", None, "nothing"),
        ("D", None, "nothing"), ("E", None, "nothing"),
    }  # fmt: skip
    alone = infer_scales([*house, guest[0]])
    assert (alone[guest[0][0]].scale, alone[guest[0][0]].by) == ("of-5", "outlet")


# Whatever the texts: a proposal is a scale that reads what it counts as fitting, every grade is
# counted once, and the order of the grades changes nothing.
@given(
    st.lists(
        st.sampled_from(
            [
                "7",
                "8",
                "3",
                "1",
                "0",
                "10",
                "63",
                "7/10",
                "4/5",
                "3/4",
                "B+",
                "★★★",
                "3 stars",
                "Half Price",
                "W/O",
                "1/2",
                "+2",
                "5/4",
                "nonsense",
                "",
                "terningkast 4",
            ]
        )
        | st.text(max_size=5),
        max_size=30,
    ),
    st.randoms(use_true_random=False),
)
def test_a_proposal_counts_every_grade_once(grades, random) -> None:
    found = infer_scale(grades)
    shuffled = list(grades)
    random.shuffle(shuffled)
    again = infer_scale(shuffled)
    assert (again.scale, again.by, again.fits) == (found.scale, found.by, found.fits)
    if found.scale:
        against = sum(one.times for one in found.contradicts)
        assert found.fits + against == found.total
        assert found.fits == sum(1 for text in grades if text.strip() and on(text, found.scale))


def on(text: str, scale: str) -> bool:
    try:
        return read_grade(text, scale).scale == scale
    except GradeRefused:
        return False


# A made-up critic who went over from four stars to ten points: each period has its own scale.
def test_each_period_has_its_own_scale() -> None:
    stars = [(Hand("Gazette", "A", "1999"), text) for text in ("3/4", "2/4", "3.5/4", "3")]
    tens = [(Hand("Gazette", "A", "2009"), text) for text in ("7/10", "8/10", "9/10", "3")]
    found = infer_scales([*stars, *tens])
    assert [found[Hand("Gazette", "A", year)].scale for year in ("1999", "2009")] == [
        "of-4", "of-10",
    ]  # fmt: skip
    undivided = infer_scales((hand._replace(period=""), text) for hand, text in [*stars, *tens])
    assert undivided[Hand("Gazette", "A")].scale is None
