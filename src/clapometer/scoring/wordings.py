"""The words with which grades are printed in several languages, as tables; docs print them too.

A word that is a number in one language and something else in another is left out: “to” is two in
Norwegian and a range in English, “en” one in Danish and “in” in French, and “null” stands in
many a file for nothing at all.
"""

from __future__ import annotations

NUMBERS: dict[str, tuple[str, ...]] = {
    "English": (
        "zero", "one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten",
        "eleven", "twelve", "thirteen", "fourteen", "fifteen", "sixteen", "seventeen", "eighteen",
        "nineteen", "twenty",
    ),
    "French": (
        "zéro", "un", "deux", "trois", "quatre", "cinq", "", "sept", "huit", "neuf", "dix",
        "onze", "douze", "treize", "quatorze", "quinze", "seize", "", "", "", "vingt",
    ),
    "German": (
        "", "eins", "zwei", "drei", "vier", "fünf", "sechs", "sieben", "acht", "neun", "zehn",
    ),
    "Spanish": (
        "cero", "una", "dos", "tres", "cuatro", "cinco", "seis", "siete", "ocho", "nueve", "diez",
    ),
    "Italian": (
        "", "uno", "due", "tre", "quattro", "cinque", "sei", "sette", "otto", "nove", "dieci",
    ),
    "Portuguese": ("", "uma", "duas", "três", "quatro", "", "", "sete", "oito", "", "dez"),
    "Dutch": (
        "", "één", "twee", "drie", "vier", "vijf", "zes", "zeven", "acht", "negen", "tien",
    ),
    "Norwegian and Danish": ("", "", "", "tre", "fire", "fem", "seks", "", "", "", "ti"),
    "Swedish": ("noll", "ett", "två", "tre", "fyra", "fem", "sex", "sju", "åtta", "nio", "tio"),
}  # fmt: skip
"""Number words by language; a number's place in the list is its value, "" leaves one out."""

TENS = ("twenty", "thirty", "forty", "fifty", "sixty", "seventy", "eighty", "ninety")

STARS = (
    "star", "stars", "heart", "hearts",
    "étoile", "étoiles", "stern", "sterne", "sternen", "estrella", "estrellas",
    "estrela", "estrelas", "stella", "stelle", "ster", "sterren",
    "stjerne", "stjerner", "hjerte", "hjerter", "stjärna", "stjärnor",
    "gwiazdka", "gwiazdki", "gwiazdek", "tähti", "tähteä",
)  # fmt: skip
"""Words for a star, or for a heart printed in place of one."""

POINTS = (
    "point", "points", "pt", "pts", "punkt", "punkte", "punkten", "poeng", "poäng",
    "punto", "puntos", "punti", "ponto", "pontos", "punten", "点",
)  # fmt: skip
"""Words for a point, which say nothing that the number alone does not."""

OUT_OF = (
    "out of", "of", "over", "sur", "von", "av", "ut av", "ud af", "af", "su", "van de", "van",
    "uit",
)  # fmt: skip
"""Words between a grade and its maximum."""

BETWEEN_NUMBERS = ("de", "z")
"""Words for “out of” that are believed only between a number or its stars and a number."""

HALVES = (
    "and a half", "and one half", "and half", "et demi", "et demie", "y media", "y medio",
    "e mezzo", "e mezza", "e meia", "e meio", "og en halv", "og et halvt", "och en halv",
    "och ett halvt", "en een half", "und eine halbe",
)  # fmt: skip
"""Words for a half behind a number."""

LABELS = (
    "grade", "rating", "score", "verdict", "overall", "stars",
    "note", "wertung", "bewertung", "betyg", "karakter", "vurdering",
    "voto", "nota", "cijfer", "calificación", "puntuación", "valoración", "ocena",
)  # fmt: skip
"""Words in front of a grade that only say that it is one."""

OF_WHOM = ("our", "my", "the", "overall", "final", "letter", "star", "critic's")
"""Words in front of those."""
