"""Made-up sentences about made-up films, for and against, by a small grammar of our own."""

from __future__ import annotations

from random import Random

THINGS = ("film", "story", "cast", "script", "ending", "music", "camera", "hero", "plot", "chase")
PRAISE = ("superb", "tender", "gripping", "witty", "radiant", "thrilling", "wise", "inventive")
BLAME = ("dull", "clumsy", "lifeless", "tedious", "shallow", "stale", "hollow", "witless")
AROUND = ("in the second hour", "from the first scene", "at the lake", "despite the rain", "again")


def sentence(draw: Random, positive: bool) -> str:
    """Return a sentence for or against; one in four says it by negating the opposite."""
    words, others = (PRAISE, BLAME) if positive else (BLAME, PRAISE)
    thing, around = draw.choice(THINGS), draw.choice(AROUND)
    if draw.random() < 0.25:
        return f"The {thing} is never {draw.choice(others)} {around}."
    return f"A {draw.choice(words)} {thing} {around}, and {draw.choice(words)} too."


def sentences(many: int, seed: int = 1) -> list[tuple[str, bool]]:
    """Return so many sentences, every second one positive."""
    draw = Random(seed)
    return [(sentence(draw, number % 2 == 0), number % 2 == 0) for number in range(many)]
