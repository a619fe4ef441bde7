"""The page with the facts to cite, and the same set as files. The festival is made up."""

from __future__ import annotations

import csv
import io
import json
import re
from html import unescape

import pytest
from django.conf import settings

from clapometer.citing.gathering import cite
from clapometer.ledger.reading import head
from clapometer.sentences.voice import Voice
from clapometer.site.addresses import cite_address
from tests.site.festival import append, instant, post, said

AP = Voice("ap", "en")
SENTENCES = re.compile(r"<textarea[^>]*>([^<]*)</textarea>")


@pytest.fixture
def film(festival):
    return festival.works["film"]


def sentences(work, voice=AP, **asked):
    """The sentences about the work itself, by kind."""
    items = cite(work, position=head()[0], **asked).items
    return {item.kind: item.sentence(voice) for item in items if item.about.id == work.id}


def shown(reader, address) -> list[str]:
    return [unescape(text) for text in SENTENCES.findall(reader.get(address).content.decode())]


def test_the_debut_says_what_the_score_has_been_since(film):
    told = sentences(film, at=instant("2026-03-08"))
    assert told["debut"] == (
        "“The Ferryman's Holiday (made up)” debuted at 100 percent from five reviews on March 4,"
        " 2026; it has since fallen to 83 percent from six reviews (March 8, 2026)."
    )


def test_a_score_of_the_past_says_what_came_after_it(film):
    told = sentences(film, at=instant("2026-03-08"))
    assert told["score"] == (
        "“The Ferryman's Holiday (made up)” stood at 83 percent from six reviews on March 8,"
        " 2026; it has since fallen to 75 percent from eight reviews (March 16, 2026)."
    )


def test_the_score_of_now_has_no_later_one(film):
    assert "since" not in sentences(film)["score"]


def test_on_the_day_of_the_debut_nothing_has_come_since(film):
    told = sentences(film, at=instant("2026-03-04"), known=instant("2026-03-04T23:00Z"))
    assert told["debut"].endswith("from five reviews on March 4, 2026.")
    assert "extremes" not in told


def test_highest_and_lowest_name_the_first_day_of_each(film):
    assert sentences(film)["extremes"] == (
        "Up to March 24, 2026, “The Ferryman's Holiday (made up)” stood highest at 100 percent"
        " (five reviews, March 4, 2026) and lowest at 63 percent (eight reviews, March 12, 2026)."
    )


def test_verdicts_and_grades_are_counted(film):
    told = sentences(film, Voice("neutral", "en"))
    assert "6 of 8 counted reviews" in told["verdicts"]
    assert re.search(r"averaged \d\.\d of 10 from 7 graded reviews", told["grades"])


def test_a_series_brings_its_seasons(festival):
    items = cite(festival.works["series"], position=head()[0]).items
    assert {item.about.label for item in items if item.kind == "debut"} == {
        "Harbour Lights (made up): Season 1", "Harbour Lights (made up): Season 2",
    }  # fmt: skip
    assert len({item.key for item in items}) == len(items)


def test_a_work_without_reviews_has_nothing_to_cite(reader, festival):
    quiet = festival.works["quiet"]
    assert cite(quiet, position=head()[0]).items == ()
    page = reader.get(cite_address(quiet)).content.decode()
    assert "Nothing can be cited" in page
    assert "<img" not in page


# The permalink fixes both clocks and the rule: whatever comes later, it gives the same facts.
def test_a_permalink_gives_the_same_facts_for_ever(reader, festival, film):
    page = reader.get(f"{cite_address(film)}?style=guardian&language=de").content.decode()
    (link,) = set(re.findall(r'class="address"><a href="([^"]+)"', page))
    path = unescape(link).removeprefix(settings.SITE["address"])
    before = shown(reader, path)
    late = said(False, "1/5", "2026-03-20")
    post(festival, film, "Kaya Thorne", "Kino Kestrel", late, "2026-03-25T10:00Z")
    assert shown(reader, path) == before
    assert shown(reader, f"{cite_address(film)}?style=guardian&language=de") != before


def test_the_page_asks_a_fixed_number_of_queries(reader, festival, film, django_assert_num_queries):
    from django.db import connection
    from django.test.utils import CaptureQueriesContext

    def asked():
        with CaptureQueriesContext(
            connection,
        ) as queries:
            assert reader.get(cite_address(film)).status_code == 200
        return len(queries)

    reader.get(cite_address(film))
    few = asked()
    for number, critic in enumerate(("Kaya Thorne", "Lev Marsden", "Dario Venn")):
        again = said(True, "5/5", "2026-03-20")
        post(festival, film, critic, "Projectionist", again, f"2026-03-26T1{number}:00Z")
    assert asked() == few


@pytest.mark.parametrize("style", ["ap", "guardian", "neutral"])
@pytest.mark.parametrize("language", ["en", "de", "fr"])
def test_the_page_speaks_every_voice(reader, film, style, language):
    page = reader.get(f"{cite_address(film)}?style={style}&language={language}")
    assert f'readonly rows="2" lang="{language}"' in page.content.decode()
    assert shown(reader, f"{cite_address(film)}?style={style}&language={language}") == [
        item.sentence(Voice(style, language)) for item in cite(film, position=head()[0]).items
    ]


@pytest.mark.parametrize("query", ["style=loud", "language=tlh", "at=yesterday", "rule=none-such"])
def test_what_cannot_be_asked_is_refused_in_a_sentence(reader, film, query):
    for path in (cite_address(film), f"{cite_address(film)}.csv"):
        answer = reader.get(f"{path}?{query}")
        assert answer.status_code == 400
        assert query.partition("=")[2] in answer.content.decode()


def test_an_old_title_leads_to_the_address_of_now(reader, film):
    old = cite_address(film).replace(film.slug, "old-title")
    answer = reader.get(f"{old}.csv?style=ap")
    assert answer.status_code == 301
    assert answer.headers["Location"] == f"{cite_address(film)}.csv?style=ap"


def test_each_file_holds_every_fact_with_credit_and_licence(reader, film):
    items = cite(film, position=head()[0]).items
    told = [item.sentence(Voice("ap", "fr")) for item in items]
    query = "?style=ap&language=fr"
    answer = reader.get(f"{cite_address(film)}.json{query}")
    data = json.loads(answer.content)
    assert [one["sentence"] for one in data["facts"]] == told
    assert all("style=ap&language=fr#" in one["permalink"] for one in data["facts"])
    assert data["licence"] == settings.SITE["licence"]
    assert str(data["position"]) in data["credit"]
    assert data["facts"][1]["values"]["then"]["mark"] == {
        "number": "100", "out_of": 100, "is_share": True,
    }  # fmt: skip
    table = reader.get(f"{cite_address(film)}.csv{query}").content.decode()
    assert [row["sentence"] for row in csv.DictReader(io.StringIO(table))] == told
    text = reader.get(f"{cite_address(film)}.md{query}").content.decode()
    assert text.count("\n- ") + text.startswith("- ") == len(told)
    assert settings.SITE["licence"] in text


def test_files_are_handed_out_to_be_kept(reader, film):
    answer = reader.get(f"{cite_address(film)}.md")
    name = f"{film.slug}-w{film.id}.md"
    assert answer.headers["Content-Disposition"] == f'attachment; filename="{name}"'
    assert answer.headers["ETag"]
    again = reader.get(
        f"{cite_address(film)}.md", headers={"if-none-match": answer.headers["ETag"]}
    )
    assert again.status_code == 304


def test_the_chart_is_a_picture_with_title_credit_and_licence(reader, film):
    from xml.etree import ElementTree

    svg = reader.get(f"{cite_address(film)}.svg").content.decode()
    words = " ".join(ElementTree.fromstring(svg).itertext())
    for part in (str(film), f"ledger position {head()[0]}", settings.SITE["licence"]):
        assert part in words
    png = reader.get(f"{cite_address(film)}.png")
    assert png.headers["Content-Type"] == "image/png"
    assert png.content.startswith(b"\x89PNG\r\n\x1a\n")
    width = int.from_bytes(png.content[16:20], "big")
    assert width == 2 * 768


def test_words_in_the_picture_need_no_font_of_the_machine(film):
    """The same picture without the machine's fonts has as much ink: no letter is lost."""
    from resvg_py import svg_to_bytes

    from clapometer.site.citepictures import FAMILY, FONT, svg_of

    cited = cite(film, position=head()[0])
    fonts = {"font_files": [str(FONT)], "font_family": FAMILY, "sans_serif_family": FAMILY,
             "skip_system_fonts": True}  # fmt: skip
    with_words = svg_to_bytes(svg_string=svg_of(cited), **fonts)
    without = svg_to_bytes(svg_string=re.sub(r"<text.*?</text>", "", svg_of(cited)), **fonts)
    assert len(with_words) > len(without) + 5_000


def test_a_title_cannot_run_in_a_spreadsheet_nor_break_the_files(reader, festival):
    from clapometer.catalogue.drafts import work_added
    from clapometer.catalogue.models import Work

    title = "=HYPERLINK(1) <b>[x](y)</b> | *z*"
    (seq,) = append(work_added(kind="film", title=title))
    work = Work.objects.get(id=seq)
    for number, critic in enumerate(list(festival.critics)[:5]):
        content = said(True, "4/5", f"2026-03-0{number + 1}")
        post(festival, work, critic, "Projectionist", content, "2026-03-30T10:00Z")
    table = reader.get(f"{cite_address(work)}.csv").content.decode()
    for row in csv.reader(io.StringIO(table)):
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in row)
    text = reader.get(f"{cite_address(work)}.md").content.decode()
    assert "<b>" not in text.replace("\\<b\\>", "")
    assert "[x](y)" not in text
    svg = reader.get(f"{cite_address(work)}.svg").content.decode()
    assert "<b>" not in svg
