"""Posters: uploaded, drawn anew, shown with licence and credit. All pictures are made up."""

from __future__ import annotations

import io
import re
from hashlib import sha256

import pytest
from django.conf import settings as site
from django.core.files.uploadedfile import SimpleUploadedFile
from django.urls import reverse
from PIL import Image

from clapometer.accounts.models import Member
from clapometer.catalogue.models import Work
from clapometer.catalogue.pictures import is_shown, picture_path
from clapometer.desk.posters import add_poster
from clapometer.desk.stating import correct_fact, restore_fact, undo_fact
from clapometer.facts.reading import fact_numbered
from clapometer.facts.typed import FactRefused
from clapometer.ledger.models import LedgerEntry
from clapometer.site.addresses import work_address
from clapometer.site.asking import text_of
from tests.catalogue.telling import add
from tests.readers.pictures import picture, saved
from tests.site.test_about import structured

pytestmark = pytest.mark.django_db
BY = "test editor"
TYPED = {"licence": "CC BY 4.0", "credit": "Photo: Kit Made-up", "source": "Made-up Stream"}


@pytest.fixture(autouse=True)
def _folder(tmp_path, monkeypatch):
    monkeypatch.setattr(site, "DATA", tmp_path)


@pytest.fixture
def film():
    return add("A Made-up Film", year=2024)


def address(work, query=""):
    return work_address(Work.objects.select_related("parent").get(id=work), query)


def pictures_of(fact):
    said = fact_numbered(fact).said
    return said["picture"], said["thumbnail"]


def test_a_poster_is_kept_and_stated(film):
    fact = add_poster(film, saved(image=picture(1200, 1800)), TYPED, BY).seq
    said = fact_numbered(fact).said
    assert (said["width"], said["height"], said["licence"]) == (780, 1170, "CC BY 4.0")
    for digest in pictures_of(fact):
        data = picture_path(digest).read_bytes()
        assert sha256(data).hexdigest() == digest
        with Image.open(io.BytesIO(data)) as image:
            assert image.format == "WEBP"
    assert len(list(picture_path("x").parent.iterdir())) == 2


# Every problem is told at once, and nothing is kept or written.
def test_a_hostile_picture_and_a_missing_credit_are_refused_together(film):
    with pytest.raises(FactRefused) as refused:
        add_poster(film, b"<svg/>", {"licence": "CC BY 4.0"}, BY)
    assert [one.field for one in refused.value.problems] == ["credit", "file"]
    with pytest.raises(FactRefused):
        add_poster(film, saved(), {"licence": "made up"}, BY)
    with pytest.raises(FactRefused, match="There is no work w999"):
        add_poster(999, saved(), TYPED, BY)
    assert LedgerEntry.objects.count() == 1


def test_the_page_shows_it_with_licence_and_credit(reader, film):
    fact = add_poster(film, saved(image=picture(1200, 1800)), TYPED, BY).seq
    large, small = pictures_of(fact)
    page = reader.get(address(film))
    shown = re.search(r'<figure class="poster">.*?</figure>', page.content.decode(), re.DOTALL)[0]
    assert f'src="/poster/{small}.webp" width="320" height="480" loading="lazy"' in shown
    assert f'href="/poster/{large}.webp"' in shown
    assert 'alt="Poster of A Made-up Film (2024)"' in shown
    assert "Photo: Kit Made-up" in shown
    assert 'href="https://creativecommons.org/licenses/by/4.0/"' in shown
    assert f'href="/fact/{fact}"' in shown
    image = structured(page)["image"]
    assert image["contentUrl"].endswith(f"/poster/{large}.webp")
    assert image["license"] == "https://creativecommons.org/licenses/by/4.0/"
    assert image["creditText"] == "Photo: Kit Made-up"
    assert f'<meta property="og:image" content="{image["contentUrl"]}">' in page.content.decode()


def test_a_season_without_one_shows_that_of_its_series(reader):
    series = add("Made-up Hearts", "series")
    season = add("Season 1", "season", parent=series, number=1)
    add_poster(series, saved(), TYPED, BY)
    assert 'alt="Poster of Made-up Hearts"' in reader.get(address(season)).content.decode()


def test_it_is_served_for_ever(reader, film):
    _, small = pictures_of(add_poster(film, saved(), TYPED, BY).seq)
    answer = reader.get(f"/poster/{small}.webp")
    assert answer.status_code == 200
    assert sha256(answer.content).hexdigest() == small
    assert answer.headers["Content-Type"] == "image/webp"
    assert answer.headers["X-Content-Type-Options"] == "nosniff"
    assert answer.headers["Cache-Control"] == "public, max-age=31536000, immutable"
    assert "default-src 'none'" in answer.headers["Content-Security-Policy"]
    again = reader.get(f"/poster/{small}.webp", headers={"if-none-match": answer.headers["ETag"]})
    assert (again.status_code, again.content) == (304, b"")
    for other in ("0" * 64, small[:-1], f"../{small}", small.upper()):
        assert reader.get(f"/poster/{other}.webp").status_code == 404


def test_one_that_was_taken_back_is_shown_no_more_on_any_page(reader, film):
    fact = add_poster(film, saved(), TYPED, BY).seq
    before = text_of(LedgerEntry.objects.latest("seq").recorded_at)
    _, small = pictures_of(fact)
    assert "poster/" in reader.get(address(film, f"known={before}")).content.decode()
    undo_fact(fact, "made-up reason", BY)
    for query in ("", f"known={before}"):
        assert "/poster/" not in reader.get(address(film, query)).content.decode()
    assert reader.get(f"/poster/{small}.webp").status_code == 404
    restore_fact(fact, "", BY)
    assert reader.get(f"/poster/{small}.webp").status_code == 200


def test_a_page_of_the_past_shows_the_picture_before_a_correction(reader, film):
    first = add_poster(film, saved(), TYPED, BY).seq
    before = text_of(LedgerEntry.objects.latest("seq").recorded_at)
    _, small = pictures_of(first)
    other = pictures_of(add_poster(add("Another"), saved(image=picture(200, 200)), TYPED, BY).seq)
    correct_fact(
        first,
        {**TYPED, "picture": other[0], "thumbnail": other[1], "width": "200", "height": "200"},
        BY,
    )
    assert small not in reader.get(address(film)).content.decode()
    assert small in reader.get(address(film, f"known={before}")).content.decode()
    assert is_shown(small)


def test_a_lost_file_leaves_no_hole(reader, film):
    data = saved(image=picture(1200, 1800))
    for digest in pictures_of(add_poster(film, data, TYPED, BY).seq):
        picture_path(digest).unlink()
        assert reader.get(f"/poster/{digest}.webp").status_code == 404
    page = reader.get(address(film))
    assert page.status_code == 200
    assert "<figure" not in page.content.decode()


@pytest.fixture
def editor(client):
    client.force_login(Member.objects.create(email="editor@made-up.example", role="editor"))
    client.defaults["HTTP_HOST"] = "localhost"
    return client


def test_an_editor_uploads_one(editor, film):
    form = reverse("poster_add", args=[film])
    page = editor.get(form)
    assert 'type="file"' in page.content.decode()
    assert "SHA-256" not in page.content.decode()
    token = re.search(r'name="token" value="([^"]+)"', page.content.decode())[1]

    def send(data=None, **typed):
        file = {} if data is None else {"file": SimpleUploadedFile("x.png", data)}
        return editor.post(form, {"token": token, **TYPED, **file, **typed})

    refused = send(b"GIF89a...", credit="")
    assert refused.status_code == 400
    assert "The file is a GIF" in refused.content.decode()
    assert "asks for a name" in refused.content.decode()
    assert "No picture was chosen." in send().content.decode()
    assert send(saved()).status_code == 302
    assert send(saved()).status_code == 302
    entries = LedgerEntry.objects.filter(kind="poster.added")
    assert [one.actor for one in entries] == [f"member:{Member.objects.get().id}"]


def test_more_than_a_poster_is_not_read(editor, film, monkeypatch):
    from clapometer.site import middleware

    monkeypatch.setattr(middleware, "LARGEST_BODY", 1_000)
    answer = editor.post(
        reverse("poster_add", args=[film]), {"file": SimpleUploadedFile("x.png", b"x" * 2_000)}
    )
    assert answer.status_code == 413
    assert "too large to send" in answer.content.decode()
