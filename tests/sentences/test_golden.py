"""Sentences as a person would write them, by hand, in three languages. All facts are made up."""

import pytest

from clapometer.sentences.voice import Voice
from clapometer.sentences.writing import write
from tests.sentences import facts as f

# A no-break space before %, ; and : and inside « », a narrow one between thousands.
NB, NN = "\u00a0", "\u202f"
GOLDEN = [
    ("ap", "en", f.FELL,
     ("“The Salt Road” debuted at 100 percent from 31 reviews on Aug. 3, 2023; it has since fallen"
     " to 97 percent from 37 reviews (Aug. 7, 2023).")),
    ("guardian", "en", f.FELL,
     ("The Salt Road debuted at 100% from 31 reviews on 3 August 2023; it has since fallen to 97%"
     " from 37 reviews (7 August 2023).")),
    ("neutral", "en", f.FELL,
     ("The Salt Road debuted at 100% from 31 reviews on 2023-08-03; it has since fallen to 97% from"
     " 37 reviews (2023-08-07 12:00 UTC).")),
    ("ap", "de", f.FELL,
     ("„The Salt Road“ startete am 3. August 2023 mit 100 Prozent aus 31 Kritiken; seither ist der"
     " Wert auf 97 Prozent aus 37 Kritiken gefallen (7. August 2023).")),
    ("guardian", "fr", f.FELL,
     (f"«{NB}The Salt Road{NB}» a débuté à 100{NB}% sur 31 critiques le 3 août 2023{NB}; depuis, la"
     f" note a baissé à 97{NB}% sur 37 critiques (7 août 2023).")),
    ("guardian", "en", f.ROSE,
     ("The Salt Road debuted at 60% from five reviews on 1 August 2023; it has since risen to 71%"
     " from 14 reviews (31 August 2023).")),
    ("ap", "fr", f.ROSE,
     (f"«{NB}The Salt Road{NB}» a débuté à 60 pour cent sur cinq critiques le 1er août 2023{NB};"
     " depuis, la note a progressé à 71 pour cent sur 14 critiques (31 août 2023).")),
    ("ap", "en", f.STAYED,
     ("“The Salt Road” stood at 97 percent from 37 reviews on Aug. 7, 2023; it still stood at 97"
     " percent, from 38 reviews, on Sept. 1, 2023.")),
    ("ap", "de", f.LOST,
     ("„The Salt Road“ startete am 3. August 2023 mit 100 Prozent aus einer Kritik; seither gibt es"
     " bei zwei Kritiken keinen Wert mehr (7. August 2023).")),
    ("guardian", "de", f.OF_TEN,
     ("„The Salt Road“ stand am 3. August 2023 bei 7,5 von 10 aus fünf Kritiken; nach einer anderen"
     f" Regel lautet der Wert seither 75{NB}% aus fünf Kritiken (3. September 2023).")),
    ("ap", "fr", f.NONE,
     f"«{NB}The Salt Road{NB}» n’avait pas de note le 3 août 2023, avec une critique."),
    ("neutral", "de", f.VERDICTS,
     "Am 2023-08-07 waren 36 von 37 gezählten Kritiken zu „The Salt Road“ positiv."),
    ("ap", "en", f.HELD,
     ("“The Salt Road” has held the badge “Standing ovation” since Aug. 3, 2023 (as of Sept. 3,"
     " 2023).")),
    ("ap", "en", f.GONE,
     ("“The Salt Road” lost the badge “Standing ovation” on Aug. 3, 2023, and had not regained it"
     " by Sept. 3, 2023.")),
    ("guardian", "de", f.EXTREMES,
     (f"Bis zum 3. September 2023 stand „The Salt Road“ am höchsten bei 100{NB}% (aus 31 Kritiken,"
     f" 3. August 2023) und am niedrigsten bei 94{NB}% (aus 35 Kritiken, 5. August 2023).")),
    ("ap", "en", f.RUN,
     ("“The Salt Road” was in the Netflix Top 10, TV (English) for three weeks between the week to"
     " April 24, 2022, and the week to May 8, 2022; its best place was No. 5, in the week to May 1,"
     " 2022.")),
    ("ap", "de", f.ONE_WEEK,
     ("„The Salt Road“ stand eine Woche lang, in der Woche bis zum 24. April 2022, in der Liste"
     " Netflix Top 10, TV (English), auf Platz 7.")),
    ("guardian", "en", f.EVER,
     ("Over all weeks up to the week to 8 May 2022, The Salt Road was in the Netflix Top 10 of 54"
     " countries.")),
    ("ap", "de", f.LAST,
     ("In der Woche bis zum 8. Mai 2022 stand „The Salt Road“ in der Liste Netflix Top 10 von einem"
     " Land.")),
    ("ap", "fr", f.AT_ONCE,
     (f"À son maximum, dans la semaine close le 1er mai 2022, «{NB}The Salt Road{NB}» figurait dans"
     " le classement Netflix Top 10, dans 11 pays à la fois.")),
    ("ap", "en", f.COUNTED,
     "#saltroad: at least 4.3 billion views on May 20, 2022, according to A Made-up Gazette."),
    ("guardian", "en", f.COUNTED,
     "#saltroad: at least 4.3bn views on 20 May 2022, according to A Made-up Gazette."),
    ("neutral", "fr", f.COUNTED,
     (f"#saltroad{NB}: au moins 4{NN}300{NN}000{NN}000 vues le 2022-05-20, selon A Made-up"
     " Gazette.")),
    ("ap", "fr", f.COUNTED,
     f"#saltroad{NB}: au moins 4,3 milliards de vues le 20 mai 2022, selon A Made-up Gazette."),
    ("ap", "de", f.COUNTED,
     "#saltroad: mindestens 4,3 Milliarden Aufrufe am 20. Mai 2022, laut A Made-up Gazette."),
    ("ap", "fr", f.FANS,
     "@ada : environ 3,4 millions d’abonnés le 20 mai 2022, selon A Made-up Gazette."),
    ("ap", "en", f.FOLLOWED, "@ada: 2,612,345 barnacles in May 2022."),
    ("ap", "en", f.ROSE_BY,
     ("US sales rose by 1,700 percent, to 18 times the former number (US; May 2022 against April"
     " 2022), according to A Made-up Gazette (May 20, 2022).")),
    ("guardian", "de", f.FELL_BY,
     f"Sales: minus 12,5{NB}%, das 0,875-Fache des früheren Werts (20. Mai 2022)."),
    ("ap", "en", f.QUOTED,
     ("The critics’ consensus on “The Salt Road,” written by Ada Merriweather on Aug. 3, 2023:"
     " “Kind, and salty.”")),
    ("guardian", "en", f.QUOTED,
     ("The critics’ consensus on The Salt Road, written by Ada Merriweather on 3 August 2023:"
     " ‘Kind, and salty.’")),
    ("guardian", "en", f.PRINTED_FROM,
     "A Made-up Site printed 97% from 37 reviews for The Salt Road on 7 August 2023."),
    ("guardian", "de", f.PRINTED_FROM,
     "A Made-up Site gab am 7. August 2023 für „The Salt Road“ an: 97% aus 37 Kritiken."),
    ("guardian", "fr", f.PRINTED_FROM,
     "A Made-up Site indiquait le 7 août 2023 pour « The Salt Road » : 97% sur 37 critiques."),
    ("guardian", "en", f.PRINTED,
     "A Made-up Site printed 97 percent for The Salt Road on 7 August 2023."),
    ("ap", "en", f.RENEWED,
     ("A Made-up Streamer announced on May 20, 2022, that “The Salt Road” was renewed for seasons 2"
     " and 3.")),
    ("ap", "de", f.RENEWED,
     ("A Made-up Streamer gab am 20. Mai 2022 bekannt, dass „The Salt Road“ um die Staffeln 2 und 3"
     " verlängert wurde.")),
    ("ap", "fr", f.RENEWED,
     (f"A Made-up Streamer a annoncé le 20 mai 2022 que «{NB}The Salt Road{NB}» obtient un"
     " renouvellement pour les saisons 2 et 3.")),
    ("guardian", "en", f.DATED,
     ("It was rumoured on 20 May 2022 that The Salt Road (season 2) was to be released in August"
     " 2023.")),
    ("ap", "de", f.DENIED,
     "A Made-up Streamer bestritt am 20. Mai 2022, dass „The Salt Road“ abgesetzt wird."),
    ("neutral", "en", f.MOVED,
     ("A Made-up Streamer said on 2022-05-20 that it was undecided whether The Salt Road was to"
     " move to Kanal 9.")),
    ("ap", "en", f.RELEASED,
     "Release date of “The Salt Road”: Aug. 3, 2023 (A Made-up Streamer, US)."),
]  # fmt: skip


@pytest.mark.parametrize(("style", "language", "fact", "sentence"), GOLDEN)
def test_a_sentence_is_as_a_person_would_write_it(style, language, fact, sentence):
    assert write(fact, Voice(style, language)) == sentence
