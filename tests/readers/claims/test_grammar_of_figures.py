"""Every row of the grammars of figures reads its own made-up example."""

import pytest

from clapometer.readers.claims.claim import Claim
from clapometer.readers.claims.document import Document
from clapometer.readers.claims.finders import badges, charts, consensus, counts, takings
from clapometer.readers.claims.finders.counted import UNITS
from clapometer.readers.claims.finders.rank_rows import PLACES
from clapometer.readers.claims.finders.shares import SHARES
from clapometer.readers.claims.known import KnownWork
from clapometer.readers.claims.story import Story

# Made up.
KNOWN = (KnownWork(title="Salt Road"), KnownWork(title="Tin Harbour"))


def _claims(finder, text: str) -> list[Claim]:
    return list(finder.find(Document(Story(text), KNOWN)))


EXAMPLES = [
    *((takings, row.rule, row.example) for row in (*takings.ROWS, takings.AND)),
    *((charts, row.rule, row.example) for row in PLACES),
    *((counts, row.rule, row.example) for row in (*UNITS, *SHARES)),
    *((badges, row.rule, row.example) for row in badges.ROWS),
    *((consensus, rule, row[1]) for rule, row in consensus.ROWS.items()),
]


@pytest.mark.parametrize(("finder", "rule", "example"), EXAMPLES)
def test_a_row_reads_its_own_example(finder, rule: str, example: str) -> None:
    found = _claims(finder, example)
    assert rule in {claim.rule for claim in found}, found
    assert "Salt Road" in {claim.work for claim in found}
