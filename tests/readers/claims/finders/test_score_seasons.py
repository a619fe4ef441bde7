"""Which season a score is of, in whatever words a story names it."""

import pytest

from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import runs, scores
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

# Made up, like all sentences here.
KNOWN = tuple(KnownWork(title=title) for title in ("Salt Road", "Tin Harbour"))
SHOWN = "Salt Road season 2 premiered on Friday, long after season 1 ended. "


@pytest.mark.parametrize("form", runs.FORMS, ids=lambda form: form.name)
def test_every_form_reads_its_example(form: runs.Form) -> None:
    document = Document(Story(SHOWN + form.example), KNOWN)
    found = runs.runs_in(document, document.sentences[-1], 2)
    assert len(found) == 1
    assert found[0].altogether == (form.name == "altogether")


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        (
            "The first season sits at 93% on Rotten Tomatoes, while the second slipped to 78.",
            [(1, 93), (2, 78)],
        ),
        (
            "Season one has a Rotten Tomatoes score of 93%, and the follow-up did better with 97%.",
            [(1, 93), (2, 97)],
        ),
        (
            "Season 2 has a Rotten Tomatoes score of 74%, down from season one's 89%.",
            [(2, 74), (1, 89)],
        ),
        ("The opening run boasts 91% on Rotten Tomatoes. It has 78 on Metacritic.",
         [(1, 91), (1, 78)]),
        ("Over on Metacritic, where season 1 managed just 55, it has a 74.", [(1, 55), (2, 74)]),
        ("Season 1 of Salt Road has 97% on Rotten Tomatoes. The new one has slipped to 91%.",
         [(1, 97), (2, 91)]),
        ("Seasons 1 and 2 scored 97% and 89% respectively on Rotten Tomatoes.",
         [(1, 97), (2, 89)]),
        ("Season 2 has 94% on Rotten Tomatoes. Season 1, which ended on 91%, was shorter.",
         [(2, 94), (1, 91)]),
        ("The ratings on Rotten Tomatoes of seasons 1, 2 and 3 are 96%, 88% and 61%.",
         [(1, 96), (2, 88), (3, 61)]),
        ("Season 1 was a hit (96% on Rotten Tomatoes). Season 2 (88%) was less so.",
         [(1, 96), (2, 88)]),
        ("Season 2 has 91% on Rotten Tomatoes, up from 74% for the first; its Metascore is 77.",
         [(2, 91), (1, 74), (2, 77)]),
        ("It has 97% on Rotten Tomatoes, season 1 had 78%. At Metacritic it rose from 66 to 84.",
         [(2, 97), (1, 78), (1, 66), (2, 84)]),
        ("Season 2 beat season 1, which the Gull called dull in a two-star review.", [(1, 2)]),
        ("With a Rotten Tomatoes rating of 81%, season 2 beats season 1 (74 per cent).",
         [(2, 81), (1, 74)]),
        ("The series averages 92% across its two seasons on Rotten Tomatoes.", [(None, 92)]),
        ("On Rotten Tomatoes it has 88%, below the 97% enjoyed by the first.", [(2, 88), (1, 97)]),
    ],
)  # fmt: skip
def test_a_score_goes_to_its_season(text: str, expected: list[tuple[int | None, int]]) -> None:
    found = list(scores.find(Document(Story(SHOWN + text), KNOWN)))
    assert [(claim.season, claim.value) for claim in found] == expected
