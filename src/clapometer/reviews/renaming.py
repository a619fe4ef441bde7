"""Names of critics and outlets that were corrected: a part of the projection.

A name counts from the last correction that nobody took back. Those from before it are kept by
their folded keys, so that whoever is called by an old name is known.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from clapometer.catalogue.folding import fold
from clapometer.ledger.bulk import execute_rows, insert_rows, look_up
from clapometer.ledger.entries import Entry
from clapometer.ledger.reading import read_some
from clapometer.ledger.texts import read_texts

NAMED = ("outlet", "critic")
CORRECTED = frozenset(f"{kind}.corrected" for kind in NAMED)
_COLUMNS = ("seq", "kind", "named_id", "key")


def erased(critic: int) -> str:
    """Return what stands for a critic's name that was erased."""
    return f"(name erased, critic:{critic})"


def correct(entry: Entry) -> None:
    """Give a critic or an outlet the name that the entry corrects it to."""
    kind, named = entry.kind.partition(".")[0], entry.subject_id
    key = _key_of(kind, named)
    if key is not None:
        insert_rows("reviews_formername", _COLUMNS, [(entry.seq, kind, named, key)])
        _name_anew(kind, named)


def take_back(entry: Entry) -> None:
    """Take a correction back: the name from before it holds again."""
    kind, named = entry.kind.partition(".")[0], entry.subject_id
    execute_rows(
        "UPDATE reviews_formername SET voided_at = %s WHERE seq = %s AND voided_at IS NULL",
        [(entry.recorded_at, entry.data["entry"])],
    )
    _name_anew(kind, named)


def forget(kind: str, ids: Iterable[int]) -> None:
    """Forget the former names of critics or outlets that are gone."""
    execute_rows(
        "DELETE FROM reviews_formername WHERE kind = %s AND named_id = %s",
        [(kind, id_) for id_ in ids],
    )


def naming_entry(kind: str, named: int) -> int:
    """Return the position of the entry whose name a critic or an outlet bears now."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT max(seq) FROM reviews_formername"
            " WHERE kind = %s AND named_id = %s AND voided_at IS NULL",
            [kind, named],
        )
        return int(cursor.fetchone()[0] or named)


def formerly(kind: str, keys: Iterable[str]) -> dict[str, int]:
    """Return, by folded name, who once bore it and was corrected since; the last one of several."""
    rows = look_up(
        ("wanted_kind", "wanted_key"),
        [(kind, key) for key in keys],
        "SELECT f.key, f.named_id FROM wanted JOIN reviews_formername f"
        " ON f.kind = wanted_kind AND f.key = wanted_key AND f.voided_at IS NULL ORDER BY f.seq",
    )
    return dict(rows)


def _key_of(kind: str, named: int) -> str | None:
    with connection.cursor() as cursor:
        cursor.execute(f"SELECT key FROM reviews_{kind} WHERE id = %s", [named])
        row = cursor.fetchone()
    return row[0] if row else None


def _name_anew(kind: str, named: int) -> None:
    name = name_in(kind, named, naming_entry(kind, named))
    execute_rows(
        f"UPDATE reviews_{kind} SET name = %s, key = %s WHERE id = %s", [(name, fold(name), named)]
    )


def name_in(kind: str, named: int, seq: int) -> str:
    """Return the name that an entry gives to a critic or an outlet."""
    if kind == "outlet":
        return str(read_some([seq])[seq].data["name"])
    return read_texts([seq], "name").get(seq, erased(named))
