"""Figures told twice are one fact; figures that differ in a word that counts are two."""

from dataclasses import replace

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.echoes import without_echoes

# Made up.
FULL = Claim(
    kind="chart",
    work="Salt Road",
    season=2,
    value=1,
    modality="reported",
    span=(40, 80),
    rule="chart: numbered",
    fields={"unit": "rank", "chart": "Netflix Top 10", "platform": "Netflix", "place": "UK"},
)
SHORT = replace(FULL, season=None, span=(0, 20), fields={"unit": "rank", "chart": "streaming"})


def test_the_shorter_telling_is_left_out() -> None:
    assert without_echoes([SHORT, FULL]) == [FULL]
    assert without_echoes([FULL, SHORT]) == [FULL]


def test_another_chart_place_season_or_modality_is_another_fact() -> None:
    for other in (
        replace(FULL, fields={**FULL.fields, "place": "US"}),
        replace(FULL, fields={**FULL.fields, "chart": "Billboard Hot 100"}),
        replace(FULL, season=1),
        replace(FULL, modality="former"),
        replace(FULL, value=2),
        replace(FULL, work="Tin Harbour"),
    ):
        assert without_echoes([FULL, other]) == [FULL, other]


def test_what_is_told_alike_is_not_lost() -> None:
    assert without_echoes([FULL]) == [FULL]
    assert without_echoes([]) == []
