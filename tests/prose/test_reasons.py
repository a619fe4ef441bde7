"""The phrases that weigh. Worked by hand."""

from clapometer.prose.reasons import REASONS, Reason, Summed, reasons


def test_a_phrase_that_says_more_than_its_words_is_named_whole():
    words = ["not", "bad", "at", "all", "."]
    summed = Summed(words, [-1.0, -2.0, 0.0, 0.0, 5.0], {0: 6.0}, {}, 8.0)
    # “not bad” weighs -1 - 2 + 6 = 3, counted 0.85 × 3 = 2.55; “bad” alone counts 2. The full stop
    # is no phrase.
    assert reasons(summed) == (Reason("not bad", 3.0),)


def test_phrases_do_not_overlap_and_the_heaviest_come_first():
    words = ["dull", "plot", "saved", "by", "wit"]
    summed = Summed(words, [-3.0, 0.1, 0.6, 0.0, 2.0], {}, {}, -0.3)
    assert [one.phrase for one in reasons(summed)] == ["dull", "wit", "saved"]


def test_three_words_with_a_weight_of_their_own():
    words = ["out", "of", "time"]
    summed = Summed(words, [0.1, 0.1, 0.1], {0: 0.1, 1: 0.1}, {0: -4.0}, 0.0)
    assert reasons(summed) == (Reason("out of time", -3.5),)


def test_no_words_have_no_reasons_and_there_are_never_too_many():
    assert reasons(Summed([], [], {}, {}, 0.3)) == ()
    many = [f"w{number}" for number in range(9)]
    assert len(reasons(Summed(many, [1.0] * 9, {}, {}, 9.0))) <= REASONS
