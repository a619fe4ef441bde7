"""What can be wrong with a file or a row, as tables of sentences for a person."""

from __future__ import annotations

from collections.abc import Mapping as Lookup

FILE_REFUSALS: dict[str, str] = {
    "missing": "{name} does not exist; check the path.",
    "directory": "{name} is a folder; name one file in it.",
    "not_regular": "{name} is no regular file; save what it gives as a file first.",
    "unreadable": "{name} cannot be read ({why}); check the path and its permissions.",
    "empty": "{name} is empty.",
    "no_value": "{name} holds only “{text}”, not a table; fetch it again.",
    "web_page": "{name} is a web page (HTML), not a table; the download probably answered with "
    "an error page, so fetch it again.",
    "markup": "{name} is an XML document, not a table; save it as CSV or JSON Lines.",
    "json_document": "{name} is one JSON document; write one object a line (JSON Lines), "
    "for example with: jq -c '.[]'",
    "zip": "{name} is a zip archive or an Excel workbook; unpack it, or save the sheet as CSV.",
    "binary": "{name} is {what}, not a table; save it as CSV, TSV, JSON Lines or Parquet.",
    "utf16": "{name} is written in UTF-16; save it as UTF-8.",
    "bomb": "{name} unpacks to more than {limit}; it was refused as a compression bomb after "
    "{size} MiB.",
    "line_too_long": "{name} has a line longer than {limit} MiB (line {line}); no table of "
    "reviews has such lines.",
    "no_header": "{name} has no header: its first row holds data (“{text}”); put the names of "
    "the columns into a first row.",
    "one_column": "{name} has only one column (“{text}”); a table needs two or more, separated "
    "by comma, tab, semicolon or |.",
    "too_many_columns": "{name} has more than {limit} columns; no table of reviews has so many.",
    "broken_header": "The header of {name} cannot be read: a quotation mark in it is never "
    "closed, or a name is too long.",
    "no_row_fits": "None of the first {count} rows of {name} can be read, so it is no table. The "
    "first: {sentence}",
    "damaged_gzip": "{name} is a damaged gzip file; fetch it again.",
    "damaged_parquet": "{name} is a damaged Parquet file ({why}); fetch or write it again.",
    "columns_absent": "{name} lacks the column “{column}” that the mapping takes for {field}; "
    "its columns are: {columns}.",
    "no_dump": "{name} is none of IMDb's tables that are read here ({known}): its columns are "
    "{columns}.",
    "names_alone": "{name} holds only names of people; take in title.principals, which is read "
    "together with it.",
    "no_names": "{name} names people by numbers only; put name.basics.tsv.gz into the same folder.",
    "no_answers": "{name} holds no answers: it has the columns {columns}, and lacks key, work or "
    "answer.",
    "no_chart": "{name} is no list of the most watched that is known here: its columns are "
    "{columns}; known lists have {known}.",
    "no_counters": "{name} is no table of numbers: it has no column for {fields}; its columns are "
    "{columns}.",
    "no_facts": "No column of {name} is called kind, so it is no table of facts; its columns are: "
    "{columns}. `clapometer facts template KIND` prints one to fill in.",
    "no_labels": "{name} has no column for {fields}; its columns are: {columns}.",
    "columns_missing": "No column of {name} is known to hold {fields}; name it with "
    "--map {example}. The columns are: {columns}.",
}
"""Why a whole file is refused: code -> sentence with its places."""

ROW_REFUSALS: dict[str, str] = {
    "wrong_cells": "The row has {found} cells where the header has {expected}.",
    "unclosed_quote": "A quotation mark that opens in this row is never closed; the row was left "
    "out and reading went on with the next line.",
    "swallowed": "A quotation mark that opens in this row is never closed; the row and the "
    "{lines} lines after it were left out.",
    "unreadable_row": "The row cannot be split into cells: {why}.",
    "broken_json": "The line is no valid JSON: {why}.",
    "not_an_object": "The line is JSON but no object with names and values.",
    "no_work": "The row names no film or series.",
    "work_too_long": "The identifier of the work is longer than {limit} characters.",
    "no_reviewer": "The row names neither a critic nor an outlet.",
    "unreadable_verdict": "“{text}” is no known word for a verdict, positive or negative.",
    "unreadable_date": "“{text}” is no date that can be read; write it like 2018-11-10.",
    "ambiguous_date": "“{text}” may be day first or month first; say which with "
    "--map date_order=day-first or --map date_order=month-first.",
    "unreadable_top": "“{text}” does not say whether the critic is a top critic; use yes or no.",
    "unreadable_first_episodes": "“{text}” does not say whether the review judges the first "
    "episodes only; use yes or no.",
    "unreadable_week": "“{text}” is no week; a week is named by the Sunday that ends it, like "
    "2022-05-01.",
    "unreadable_rank": "“{text}” is no place in a list; places are numbers from 1.",
    "unreadable_territory": "“{text}” is no country in two letters, like AR.",
    "unreadable_number": "“{text}” is no whole number of {what}.",
    "unreadable_amount": "“{text}” is no number; write it like 4,300,000, 4.3 million or "
    "over 4.3B.",
    "unreadable_bound": "“{text}” is no bound of a number; use =, ≥, ~ or ≤.",
    "no_day": "The row does not say as of which day the number is.",
    "no_measure": "The row does not say what is counted (measure).",
    "no_name": "The row has neither an identifier nor a title.",
}
"""Why one row is refused: code -> sentence with its places."""

REMARKS: dict[str, str] = {
    "no_opinion": "{count} reviews have neither a verdict nor a grade; they are kept, and count "
    "nowhere until somebody says what they are.",
    "latin_1": "{count} of the lines are not UTF-8 and were read as Latin-1 (Windows-1252); the "
    "first is line {first}.",
    "truncated": "The compressed file ends too early or is damaged; the rows up to there were "
    "read, an unfinished last line was left out.",
    "trailing": "Bytes after the end of the compressed data were left out.",
    "duplicate_column": "Column names that occur more than once were numbered: {detail}.",
    "unnamed_column": "Columns without a name were numbered: {detail}.",
    "late_key": "{count} values have names first seen after the sample ({detail}) and were left "
    "out; the first is in row {first}.",
    "link_dropped": "{count} links were left out, because only http and https addresses of up to "
    "2,000 characters are kept, for example “{detail}”.",
    "year_dropped": "{count} years could not be read and were left out, for example “{detail}”.",
    "kind_dropped": "{count} kinds of work are unknown words and were left out, for example "
    "“{detail}”.",
    "release_dropped": "{count} widths of release are unknown words and were left out, for "
    "example “{detail}”.",
    "released_dropped": "{count} dates of release could not be read and were left out, for "
    "example “{detail}”.",
    "number_dropped": "{count} numbers could not be read and were left out, for example "
    "“{detail}”.",
    "identifier_dropped": "{count} identifiers do not have the form of their site and were left "
    "out, for example “{detail}”.",
    "text_cut": "{count} texts were too long and were cut, the first one begins “{detail}”.",
}
"""What was done quietly and should be said: code -> sentence with its places."""


class Refused(Exception):
    """Something a person must put right; `sentence` says what, where, and what to do."""

    def __init__(self, code: str, sentence: str) -> None:
        super().__init__(sentence)
        self.code = code
        self.sentence = sentence


class FileRefused(Refused):
    """The file is no such file at all, or stops being one; `code` is a key of FILE_REFUSALS."""


class MappingRefused(Refused):
    """A mapping or profile names something that does not exist or cannot be."""


class CellRefused(Exception):
    """One cell cannot be read, so its row is refused; `code` is a key of ROW_REFUSALS."""

    def __init__(self, code: str, **places: object) -> None:
        super().__init__(code)
        self.code = code
        self.places = places


def file_refused(code: str, name: str, **places: object) -> FileRefused:
    """Return the refusal of a file with its sentence filled in."""
    return FileRefused(code, FILE_REFUSALS[code].format(name=name, **places))


def row_sentence(code: str, places: Lookup[str, object]) -> str:
    """Return the sentence of a row's refusal; texts from the row are shortened to 60 characters."""
    shown = {key: _short(value) for key, value in places.items()}
    return ROW_REFUSALS[code].format(**shown)


def _short(value: object) -> object:
    if not isinstance(value, str):
        return value
    # A cell may hold line breaks; a sentence stands on one line.
    text = " ".join(value.split())
    return text[:59] + "…" if len(text) > 60 else text


class Remarks:
    """Counts what was done quietly, so that it can be said in one sentence per kind."""

    __slots__ = ("_noted",)

    def __init__(self) -> None:
        self._noted: dict[str, tuple[int, int, str]] = {}

    def note(self, code: str, first: int = 0, detail: str = "", count: int = 1) -> None:
        """Count one more of a kind; the place and the detail of the first are kept."""
        known = self._noted.get(code)
        self._noted[code] = (known[0] + count, *known[1:]) if known else (count, first, detail)

    def sentences(self) -> tuple[str, ...]:
        """Return one sentence for each kind noted so far."""
        return tuple(
            REMARKS[code].format(count=f"{count:,}", first=f"{first:,}", detail=_short(detail))
            for code, (count, first, detail) in self._noted.items()
        )
