"""Correcting the names of critics and outlets, and taking a correction back."""

from __future__ import annotations

from typing import NamedTuple, TypeAlias

from django.utils.translation import gettext as _

from clapometer.catalogue.folding import fold
from clapometer.ledger.entries import Draft, Entry
from clapometer.ledger.reading import read_some
from clapometer.ledger.writing import writing
from clapometer.readers.text import LIMITS, clean_name
from clapometer.reviews.drafts import critic_corrected, entry_undone, outlet_corrected
from clapometer.reviews.models import Critic, FormerName, Outlet
from clapometer.reviews.renaming import CORRECTED, name_in, naming_entry

Named: TypeAlias = Critic | Outlet
MODELS: dict[str, type[Named]] = {"critic": Critic, "outlet": Outlet}


class NameRefused(ValueError):
    """A name cannot be corrected so; the message is one sentence."""


class Correction(NamedTuple):
    """A correction of a name that holds: its entry's position, the names before and after it."""

    seq: int
    before: str
    after: str


def named(kind: str, id_: int) -> Named | None:
    """Return the critic or the outlet with this number, None where there is none."""
    return MODELS[kind].objects.filter(id=id_).first()


def kind_of(one: Named) -> str:
    """Return what entries call it: "critic" or "outlet"."""
    return "critic" if isinstance(one, Critic) else "outlet"


def correct_name(one: Named, typed: str, actor: str) -> Entry:
    """Give a critic or an outlet the right name. Raises NameRefused.

    All reviews go with it, and whatever names the old one later still means the same.
    """
    kind, name = kind_of(one), clean_name(typed)
    with writing(actor) as writer:
        now = MODELS[kind].objects.filter(id=one.id).first()
        if now is None:
            raise NameRefused(_("It was taken back in the meantime."))
        _refuse(now, name)
        return writer.append_one(_draft(kind, one.id, name, naming_entry(kind, one.id)))


def _refuse(one: Named, name: str) -> None:
    """Refuse a name that is none, that changes nothing, or that somebody else bears."""
    longest = LIMITS["critic"]
    if not name:
        raise NameRefused(_("Write the name."))
    if len(name) > longest:
        raise NameRefused(_("A name has at most %(n)d characters.") % {"n": longest})
    if name == one.name:
        raise NameRefused(_("That is the name already."))
    _refuse_taken(one, name)


def _refuse_taken(one: Named, name: str) -> None:
    other = type(one).objects.filter(key=fold(name)).exclude(id=one.id).first()
    if other is not None:
        raise NameRefused(
            _("“%(name)s” is another one of the record (%(kind)s %(id)d); two cannot share a name.")
            % {"name": other.name, "kind": kind_of(one), "id": other.id}
        )


def _draft(kind: str, id_: int, name: str, before: int) -> Draft:
    if kind == "critic":
        return critic_corrected(id_, name, before)
    return outlet_corrected(id_, name, before)


def undo_correction(seq: int, actor: str) -> Entry:
    """Take one correction of a name back. Raises NameRefused."""
    with writing(actor) as writer:
        found = FormerName.objects.filter(seq=seq, voided_at=None).first()
        if found is None:
            raise NameRefused(_("There is no such correction, or it was taken back already."))
        one = MODELS[found.kind].objects.get(id=found.named_id)
        _refuse_taken(one, _name_without(found))
        draft = entry_undone(f"{found.kind}.undone", f"{found.kind}:{found.named_id}", seq)
        return writer.append_one(draft)


def _name_without(correction: FormerName) -> str:
    """Return the name that would hold if a correction had not been made."""
    kind, named = correction.kind, correction.named_id
    others = FormerName.objects.filter(kind=kind, named_id=named, voided_at=None)
    last = others.exclude(seq=correction.seq).order_by("-seq").first()
    return name_in(kind, named, last.seq if last else named)


def corrections_of(one: Named) -> list[Correction]:
    """Return the corrections of a name that hold, the newest first."""
    kind = kind_of(one)
    found = FormerName.objects.filter(kind=kind, named_id=one.id, voided_at=None)
    entries = read_some(found.values_list("seq", flat=True))
    return [_correction(kind, one.id, entry) for _, entry in sorted(entries.items(), reverse=True)]


def _correction(kind: str, named: int, entry: Entry) -> Correction:
    assert entry.kind in CORRECTED
    before = name_in(kind, named, entry.data["before"])
    return Correction(entry.seq, before, name_in(kind, named, entry.seq))
