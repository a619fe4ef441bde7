"""A kind of fact for tests, with a field of every shape. All that it says is made up."""

from clapometer.facts import kinds
from clapometer.facts.fields import (
    Amount,
    Choice,
    Day,
    Flag,
    Language,
    Link,
    Prose,
    Ref,
    Territory,
    Text,
    Texts,
    Whole,
    Wholes,
)

TABLE = {"sung": "it was sung", "spoken": "it was spoken"}
OMEN = kinds.FactKind(
    name="omen",
    title="Omen",
    means="what was foretold of a work",
    fields=(
        Text(name="word", label="Word", means="the omen", example="Three crows", required=True),
        Prose(name="telling", label="Telling", means="at length", example="So.\nAnd so.",
              sealed=True),
        Choice(name="way", label="Way", means="how it was told", example="sung", table=TABLE),
        Whole(name="crows", label="Crows", means="how many", example="2,600,000"),
        Amount(name="weight", label="Weight", means="in stones", example="4.3 billion"),
        Day(name="due", label="Due", means="when it comes true", example="August 2023"),
        Link(name="scroll", label="Scroll", means="where it lies", example="https://omen.example/"),
        Territory(name="land", label="Land", means="for which country", example="France"),
        Language(name="tongue", label="Tongue", means="in which language", example="pt-BR"),
        Flag(name="grim", label="Grim", means="whether it is grim", example="yes"),
        Wholes(name="seasons", label="Seasons", means="which seasons", example="2 and 4-5"),
        Texts(name="seers", label="Seers", means="who saw it", example="A. Made-up; B. Made-up"),
        Ref(name="other", label="Other", means="the other work", example="w1", to="work"),
    ),
    line=lambda said: str(said["word"]),
    about=("film", "season"),
    moment="when it was foretold",
)  # fmt: skip

SEER = kinds.FactKind(
    name="seer",
    title="Seer",
    means="somebody who foretells",
    fields=(Text(name="name", label="Name", means="the name", example="A. Made-up",
                 required=True),),
    line=lambda said: str(said["name"]),
    about=(),
)  # fmt: skip
VISION = kinds.FactKind(
    name="vision",
    title="Vision",
    means="who saw what of a work",
    fields=(
        Ref(name="seer", label="Seer", means="who saw it", example="A. Made-up", to="seer",
            required=True),
        Text(name="sight", label="Sight", means="what was seen", example="A ship"),
    ),
    line=lambda said: str(said.get("sight", "a vision")),
)  # fmt: skip


def register(patch, *more):
    """Make the kind known for one test, and more of them."""
    for kind in (OMEN, *more):
        patch.setitem(kinds._kinds, kind.name, kind)
