"""Made-up stories on the desk, and what a reader might find in them. Nothing of it is real."""

from itertools import count

from clapometer.desk.claims.folding import propose_claims
from clapometer.desk.proposals.deciding import By, accept
from clapometer.desk.proposals.models import Proposal, Reading
from clapometer.desk.proposals.takers import taker_of
from clapometer.readers.claims.claim import Claim

ACTOR = "member:1"
WORDS = "Saltroad, which nobody made, will be back for a second year, its makers said."
_numbers = count(1)


def reading(n=None, **said):
    """Keep a made-up story on the desk."""
    number = next(_numbers) if n is None else n
    told = {
        "how": "paste", "link": f"https://gazette.example/{number}",
        "digest": f"made-up {next(_numbers)}", "headline": f"Ferry story {number}",
        "outlet": "The Made-up Gazette", "published": "2026-07-01", "language": "en",
        "text": WORDS, "taken_at": 1, "taken_by": ACTOR, "state": "read",
    }  # fmt: skip
    return Reading.objects.create(**{**told, **said})


def claim(kind="renewal", work="Saltroad", value="renewed", season=None, **said):
    told = {"modality": "confirmed", "span": (0, len(WORDS)), "rule": "made-up", "confidence": 0.9}
    names = {"modality", "span", "rule", "confidence", "seasons", "as_of"}
    own = {name: one for name, one in said.items() if name in names}
    fields = {name: one for name, one in said.items() if name not in names}
    return Claim(kind=kind, work=work, season=season, value=value, fields=fields, **{**told, **own})


def proposed(*claims, story=None):
    """Propose claims of one story; return the proposal of the first."""
    return propose_claims(story or reading(), claims)[0].proposal


def yes(proposal, said=None):
    return accept(proposal.id, By(ACTOR), said)


def compared(proposal):
    found = Proposal.objects.get(id=proposal.id)
    return taker_of(found).compare(found)


def edited(proposal, **typed):
    """Return what an editor makes of a proposal by changing some fields."""
    taker = taker_of(proposal)
    shown = {one.name: one.value for one in taker.fields(proposal)}
    return taker.edited(proposal, {**shown, **typed})
