"""Tables of texts with verdicts. All texts are made up."""

import pytest

from clapometer.readers.labelled import Labelled, read_labelled
from clapometer.readers.problems import FileRefused

BOTH = [Labelled("a fine film", True, ""), Labelled("a dull film", False, "")]


@pytest.fixture
def read(tmp_path):
    def give(name, content, **named):
        (tmp_path / name).write_bytes(content.encode())
        return read_labelled(tmp_path / name, **named)

    return give


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("a.csv", "review,sentiment\na fine film,positive\na dull film,negative\n"),
        ("a.csv", 'fresh,snippet\n1,"a fine film"\n0,a dull film\n'),
        ("a.tsv", "label\ttext\n1\ta fine film\n0\ta dull film\n"),
        ("a.tsv", "1\ta fine film\n0\ta dull film\n"),
        ("a.csv", "a fine film,pos\na dull film,neg\n"),
        ("a.jsonl", '{"text":"a fine film","label":1}\n{"text":"a dull film","label":0}\n'),
        ("a.csv", "x;judged;said\n7;fresh;a fine film\n8;rotten;a dull film\n"),
    ],
)
def test_columns_are_guessed_with_a_header_or_without(read, name, content):
    assert read(name, content).rows == BOTH


def test_quotation_marks_of_a_tab_separated_file_that_never_quotes(read):
    found = read("a.tsv", 'label\ttext\n1\t" fine " , he said\n0\tso "dull\n1\t"\n').rows
    assert [one.text for one in found] == ['" fine " , he said', 'so "dull', '"']


def test_quotation_marks_of_a_tab_separated_file_that_quotes(read):
    found = read("a.tsv", 'label\ttext\n"1"\t"so ""fine"""\n"0"\t"dull"\n').rows
    assert [one.text for one in found] == ['so "fine"', "dull"]


def test_folds_rows_left_out_and_one_verdict_first(read):
    many = "".join(f"1\tfine {number}\t{number % 3}\n" for number in range(300))
    rest = "0\tdull\t2\nmaybe\twho knows\t1\n0\t\t1\nshort\n"
    found = read("a.tsv", f"label\ttext\tfold\n{many}{rest}")
    assert len(found.rows) == 301
    assert found.rows[-1] == Labelled("dull", False, "2")
    assert found.left_out == 3
    assert found.columns.fold == "fold"


def test_columns_by_name_and_by_number(read):
    content = "a,b,c\n1,0,first text\n0,1,second text\n"
    assert [one.positive for one in read("a.csv", content, verdict="b").rows] == [False, True]
    assert [one.text for one in read("a.csv", content, text="3", verdict="1").rows] == [
        "first text", "second text",
    ]  # fmt: skip
    with pytest.raises(FileRefused, match="“d”; its columns are: a, b, c"):
        read("a.csv", content, verdict="d")


def test_a_table_without_verdicts_is_refused(read):
    with pytest.raises(FileRefused, match="--verdict"):
        read("a.csv", "title,year\nA film,1999\nB film,2001\n")
    with pytest.raises(FileRefused, match="empty"):
        read("a.csv", "")
