"""A file is what its bytes say; what is no table is refused in one sentence."""

from __future__ import annotations

import io
import zipfile

import pytest

from clapometer.readers.problems import FileRefused
from clapometer.readers.sniff import MAGIC, NO_VALUES, sniff
from clapometer.readers.tables import open_table


def zipped() -> bytes:
    buffer = io.BytesIO()
    with zipfile.ZipFile(buffer, "w") as archive:
        archive.writestr("xl/workbook.xml", "<workbook/>")
    return buffer.getvalue()


NO_TABLES = {
    "empty": b"",
    "blank": b" \n\n\t\n",
    "mark only": b"\xef\xbb\xbf",
    "null": b"null\n",
    "html": b"<!DOCTYPE html>\n<html><head><title>502 Bad Gateway, sorry</title></head></html>",
    "html without doctype": b"\n  <html lang='en'>\n<body>Not found</body>",
    "a moved page": b'<a href="https://example.org/">Moved Permanently</a>.\n',
    "prose": b"A note, to all\n" + b"that has no commas\n" * 5,
    "html after comment": b"<!-- cached -->\n<html><body>Not found</body></html>",
    "xml": b"<?xml version='1.0'?>\n<rows><row/></rows>",
    "json array": b'[{"title": "Made-up", "critic": "Nobody"}]',
    "pretty json": b'{\n  "error": "gone",\n  "code": 410\n}\n',
    "zip": zipped(),
    "utf-16": "critic,outlet\nA,B\n".encode("utf-16"),
    "picture": b"\x89PNG\r\n\x1a\n\x00\x00\x00\rIHDR",
    "garbage": bytes(range(256)) * 4,
    "control characters": b"\x01\x02,\x03\n\x04,\x05",
    "one column": b"title\nMade-up film\nAnother made-up film\n",
    "no header": b"1;31;2.5;1260759144\n1;1029;3.0;1260759179\n",
    "commas at the end": b"title,,,\nMade-up film,,,\n",
    "many columns": b",".join(b"c%d" % n for n in range(2_000)) + b"\n",
    "quote never closed in the header": b'"title,critic\nA,B\n' + b"x,y\n" * 100_000,
}
CODES = {
    "empty": "empty",
    "blank": "empty",
    "mark only": "empty",
    "null": "no_value",
    "html": "web_page",
    "html without doctype": "web_page",
    "a moved page": "web_page",
    "prose": "no_row_fits",
    "html after comment": "web_page",
    "xml": "markup",
    "json array": "json_document",
    "pretty json": "json_document",
    "zip": "zip",
    "utf-16": "utf16",
    "picture": "binary",
    "garbage": "binary",
    "control characters": "binary",
    "one column": "one_column",
    "no header": "no_header",
    "commas at the end": "one_column",
    "many columns": "too_many_columns",
    "quote never closed in the header": "broken_header",
}


@pytest.mark.parametrize("what", NO_TABLES)
def test_what_is_no_table_is_refused_in_one_sentence(write, what):
    with pytest.raises(FileRefused) as caught:
        open_table(write(NO_TABLES[what]))
    assert caught.value.code == CODES[what]
    assert "reviews.csv" in caught.value.sentence
    assert "\n" not in caught.value.sentence


@pytest.mark.parametrize("word", sorted(NO_VALUES))
def test_every_word_for_nothing_is_refused(word):
    with pytest.raises(FileRefused) as caught:
        sniff(word.upper().encode() + b"\r\n", "f")
    assert caught.value.code == "no_value"


@pytest.mark.parametrize("magic", MAGIC)
def test_every_kind_of_archive_and_document_is_named(magic):
    with pytest.raises(FileRefused, match=MAGIC[magic]):
        sniff(magic + b"rest", "f")


@pytest.mark.parametrize(
    ("data", "form", "delimiter"),
    [
        (b"critic,outlet,verdict\nA,B,fresh\n", "csv", ","),
        (b"critic;outlet;verdict\nA, B;C;fresh\n", "csv", ";"),
        (b"critic|outlet|verdict\nA|B|fresh\n", "csv", "|"),
        (b"critic\toutlet\tquote\nA\tB\tone, two, three, four\n", "tsv", "\t"),
        (b'critic,quote\nA,"a;b;c;d;e"\nB,"a;b;c;d;e"\n', "csv", ","),
        (b'{"critic": "A", "outlet": "B"}\n', "jsonl", ""),
        (b'{"critic": "A", \n{"critic": "B", "outlet": "C"}\n', "jsonl", ""),
        (b'\n\n{"critic": "A"}\n', "jsonl", ""),
        (b"PAR1....", "parquet", ""),
    ],
)
def test_format_and_separator(data, form, delimiter):
    sniffed = sniff(data, "f")
    assert (sniffed.format, sniffed.delimiter) == (form, delimiter)


def test_a_first_json_line_longer_than_what_is_looked_at_is_still_json(write):
    line = '{"critic": "A", "quote": "' + "x" * 200_000 + '"}\n'
    table = open_table(write(line.encode() * 2))
    assert table.format == "jsonl"
    assert len(list(table.rows)) == 2


def test_numbers_in_a_header_with_a_known_name_are_names(write):
    assert open_table(write(b"title,2019\nMade-up,3\n")).columns == ("title", "2019")
