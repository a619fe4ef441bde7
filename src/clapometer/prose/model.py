"""A trained model: weights of words and phrases, and what it says of a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from math import exp, sqrt
from typing import NamedTuple

from .reasons import Reason, Summed, reasons
from .senses import opinion_row
from .turning import turned_places
from .words import pairs_of, pieces_of, words_of

REMEMBERED = 200_000
"""Words whose weights are kept worked out; when so many were met, it begins anew."""


@dataclass(frozen=True, slots=True)
class Weights:
    """What was learned; a positive weight speaks for a positive verdict.

    `words`, `pairs`, `triples` count once a text, a triple only where its two pairs are known (a
    triple that stands in two texts has pairs that do); `pieces` once for each different word that
    holds them. `senses` has two numbers for a word: one counts each time it stands there, one again
    where it is negated, both divided by the square root of the number of words. They come from what
    is known of the word apart from the texts, so they also speak of words that no text had.
    `opinions` has the same two for one step of opinion, for and against: by them a word counts that
    is in no table.
    """

    bias: float
    words: Mapping[str, float]
    pieces: Mapping[str, float]
    pairs: Mapping[str, float]
    triples: Mapping[str, float]
    senses: Mapping[str, tuple[float, float]]
    opinions: tuple[tuple[float, float], ...] = ()


@dataclass(frozen=True, slots=True)
class Calibration:
    """How a sum of weights is read as a probability: 1 / (1 + exp(-(slope × sum + offset))).

    Platt's method, fitted on sums of texts that the weights were not learned from.
    """

    slope: float
    offset: float

    def probability(self, total: float) -> float:
        """Return the probability that the verdict is positive."""
        power = self.slope * total + self.offset
        if power >= 0:
            return 1 / (1 + exp(-min(power, 500.0)))
        grown = exp(max(power, -500.0))
        return grown / (1 + grown)


class Verdict(NamedTuple):
    """What a model says of a text; `probability` is that of a positive verdict, 0 to 1."""

    positive: bool
    probability: float
    because: tuple[Reason, ...]


class _Known(NamedTuple):
    own: float
    sense: float
    turned: float


@dataclass(frozen=True, slots=True)
class Model:
    """Weights, their calibration, and facts about the training to be shown (texts, accuracy …)."""

    weights: Weights
    calibration: Calibration
    facts: Mapping[str, object]
    _known: dict[str, _Known] = field(default_factory=dict, repr=False, compare=False)

    def total(self, text: str) -> float:
        """Return the sum of the weights of a text."""
        return self._sum(words_of(text)).total

    def read(self, text: str) -> Verdict:
        """Return the verdict on a text, with the phrases that weigh most."""
        summed = self._sum(words_of(text))
        probability = self.calibration.probability(summed.total)
        return Verdict(probability >= 0.5, probability, reasons(summed))

    def read_all(self, texts: Iterable[str]) -> Iterator[Verdict]:
        """Yield the verdict on each text, in order."""
        return map(self.read, texts)

    def _sum(self, words: list[str]) -> Summed:
        known = self._known
        if len(known) > REMEMBERED:
            known.clear()
        found = [known.get(word) or self._learn(word) for word in words]
        shrink = 1 / sqrt(len(words)) if words else 0.0
        single = [own + sense * shrink for own, sense, _ in found]
        total = self.weights.bias + sum(single)
        if len(set(words)) < len(words):
            once = {word: one.own for word, one in zip(words, found, strict=True)}
            total += sum(once.values()) - sum(one.own for one in found)
        for place in turned_places(words):
            turned = found[place].turned * shrink
            single[place] += turned
            total += turned
        return self._with_phrases(words, single, total)

    def _with_phrases(self, words: list[str], single: list[float], total: float) -> Summed:
        pairs, triples = self.weights.pairs, self.weights.triples
        twos = pairs_of(words)
        doubles = {place: two for place, two in enumerate(twos) if two in pairs}
        threes = {
            place: f"{two} {words[place + 2]}"
            for place, two in doubles.items()
            if place + 1 in doubles
        }
        total += sum([pairs[two] for two in set(doubles.values())])
        total += sum([triples[three] for three in set(threes.values()) if three in triples])
        return Summed(
            words,
            single,
            {place: pairs[two] for place, two in doubles.items()},
            {place: triples[three] for place, three in threes.items() if three in triples},
            total,
        )

    def _learn(self, word: str) -> _Known:
        weights = self.weights
        own = weights.words.get(word, 0.0)
        own += sum(weights.pieces.get(piece, 0.0) for piece in set(pieces_of(word)))
        sense = weights.senses.get(word) or self._by_opinion(word)
        found = _Known(own, *sense)
        self._known[word] = found
        return found

    def _by_opinion(self, word: str) -> tuple[float, float]:
        row = opinion_row(word)
        steps = list(zip(row, self.weights.opinions, strict=False))
        sense = sum(step * standing for step, (standing, _) in steps)
        return sense, sum(step * turned for step, (_, turned) in steps)
