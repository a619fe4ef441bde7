"""Pictures drawn anew, and hostile files refused in one sentence. All pictures are made up."""

from __future__ import annotations

import io
import subprocess
import time
import zlib
from functools import cache
from hashlib import sha256

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image, ImageCms

from clapometer.readers.pictures import reading
from clapometer.readers.pictures.bounds import BYTES, PIXELS, PictureRefused
from clapometer.readers.pictures.drawing import draw
from clapometer.readers.pictures.forms import form_of
from clapometer.readers.pictures.reading import read_picture
from tests.readers.pictures import chunk, moving, picture, png, saved

FORMS = ("JPEG", "PNG", "WEBP", "AVIF")


@cache
def _whole(form):
    return saved(form)


@pytest.fixture
def files():
    return {form: _whole(form) for form in FORMS}


@pytest.mark.parametrize("form", FORMS)
def test_every_format_is_drawn_anew_in_two_sizes(form):
    found = read_picture(saved(form, picture(1200, 1800)))
    for one, size in ((found.large, (780, 1170)), (found.small, (320, 480))):
        assert (one.width, one.height) == size
        assert one.sha256 == sha256(one.data).hexdigest()
        with Image.open(io.BytesIO(one.data)) as image:
            assert (image.format, image.size) == ("WEBP", size)
            red, green, blue = image.convert("RGB").getpixel((size[0] - 5, size[1] - 5))
            assert (abs(red - 30) < 12, abs(green - 90) < 12, abs(blue - 200) < 12) == (True,) * 3


def test_nothing_is_made_larger():
    found = read_picture(saved(image=picture(200, 300)))
    assert (found.large.width, found.large.height) == (200, 300)
    assert (found.small.width, found.small.height) == (200, 300)


# What a camera or an editor wrote into the file stays there: only the pixels come along.
def test_metadata_is_dropped_and_the_turn_it_asks_for_is_done():
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010E] = "SECRET PLACE"
    profile = ImageCms.ImageCmsProfile(ImageCms.createProfile("sRGB")).tobytes()
    data = saved(image=picture(300, 200), exif=exif, comment=b"SECRET NOTE", icc_profile=profile)
    assert b"SECRET" in data
    for one in read_picture(data):
        assert (one.width, one.height) == (200, 300)
        assert b"SECRET" not in one.data
        for name in (b"EXIF", b"XMP ", b"ICCP"):
            assert name not in one.data


def test_transparency_lies_on_white():
    clear = Image.new("RGBA", (200, 200), (0, 0, 0, 0))
    with Image.open(io.BytesIO(read_picture(saved("PNG", clear)).small.data)) as image:
        assert min(image.convert("RGB").getpixel((100, 100))) > 250


@pytest.mark.parametrize("mode", ["L", "P", "1", "CMYK", "LA", "I;16"])
def test_other_ways_to_hold_colours(mode):
    form = "JPEG" if mode == "CMYK" else "PNG"
    image = picture() if mode == "I;16" else picture().convert(mode)
    if mode == "I;16":
        image = Image.new("I;16", (200, 300), 40_000)
    with Image.open(io.BytesIO(read_picture(saved(form, image)).large.data)) as drawn:
        assert drawn.mode == "RGB"
        if mode == "I;16":
            assert abs(drawn.getpixel((9, 9))[0] - 40_000 // 256) < 4


@pytest.mark.parametrize(
    ("data", "sentence"),
    [
        (b"", "The file is empty."),
        (b"GIF89a" + b"\0" * 50, "The file is a GIF; a poster has to be a JPEG, PNG, WebP or AVIF"),
        (b"%PDF-1.7\n", "The file is a PDF"),
        (b"\xef\xbb\xbf <svg xmlns='http://www.w3.org/2000/svg'/>", "The file is an SVG"),
        (b"<!doctype html><script>alert(1)</script>", "The file is a web page"),
        (b"PK\x03\x04" + b"\0" * 60, "The file is an archive"),
        (b"\0\0\0\x18ftypheic" + b"\0" * 60, "The file is a HEIC"),
        (b"\0\0\0\x18ftypisom" + b"\0" * 60, "The file is a film"),
        (b"made up", "The file is no picture"),
        (b"\xff\xd8\xff", "cut off"),
        (b"\x89PNG\r\n\x1a\n", "cut off"),
        (b"RIFF\xff\0\0\0WEBPVP8 ", "cut off"),
        (b"\xff\xd8\xff\xe0\0\x02AB", "begins as a JPEG and is none"),
        (png(60_000, 60_000), "too large"),
        (png(100_000, 10), "too large"),
        (png(99, 500), "99 × 500 pixels; each side"),
        (png(500, 500), "broken or cut off"),
        (png(0, 500), "broken or cut off|each side"),
        (png(500, 500, before=chunk(b"acTL", b"\0" * 8)), "moves"),
        (b"\x89PNG\r\n\x1a\n" + b"\xff" * 400, "cut off"),
    ],
)  # fmt: skip
def test_hostile_files_are_refused_in_one_sentence(data, sentence):
    with pytest.raises(PictureRefused, match=sentence) as refused:
        read_picture(data)
    told = str(refused.value)
    assert told.endswith(".")
    assert "\n" not in told
    assert len(told) < 200


def test_a_file_that_is_too_large_is_not_decoded():
    with pytest.raises(PictureRefused, match="bytes; 12,582,912 are the most"):
        read_picture(b"\xff\xd8\xff" + b"\0" * BYTES)


@pytest.mark.parametrize("form", FORMS)
def test_a_file_that_is_cut_off_is_refused(files, form):
    data = files[form]
    for part in (len(data) // 2, len(data) - 3):
        with pytest.raises(PictureRefused):
            read_picture(data[:part])


# Whole by its outer form, and garbage inside.
@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
@pytest.mark.parametrize("filler", [b"\0", b"\xff"])
def test_garbage_inside_is_refused(files, form, filler):
    data = files[form]
    start, end = {"PNG": (60, 20), "WEBP": (40, 0), "AVIF": (len(data) - 60, 0)}[form]
    broken = data[:start] + filler * (len(data) - start - end) + data[len(data) - end :]
    with pytest.raises(PictureRefused):
        draw(broken, form_of(broken))


@pytest.mark.parametrize("form", FORMS)
@pytest.mark.parametrize(
    "tail", [b"<script>alert(1)</script>", b"PK\x03\x04" + b"\0" * 30 + b"PK", b"GIF89a"]
)
def test_two_files_in_one_are_refused(files, form, tail):
    with pytest.raises(PictureRefused, match="after its picture ends"):
        form_of(files[form] + tail)


@pytest.mark.parametrize("form", ["JPEG", "PNG", "WEBP"])
def test_empty_space_at_the_end_is_passed_over(files, form):
    assert form_of(files[form] + b"\0" * 512).upper() == form


@pytest.mark.parametrize("form", ["PNG", "WEBP", "AVIF"])
def test_what_moves_is_refused(form):
    with pytest.raises(PictureRefused, match="still"):
        read_picture(moving(form))


# A bomb: few bytes that unpack into very many, in the pixels and beside them.
@pytest.mark.parametrize("before", [b"", chunk(b"zTXt", b"a\0\0" + zlib.compress(b"\0" * 10**8))])
def test_bombs_are_refused_at_once(before):
    side = int(PIXELS**0.5) - 1
    body = zlib.compress(b"\0" * (10**7), 9)
    started = time.monotonic()
    with pytest.raises(PictureRefused):
        read_picture(png(side if not before else 200, side, data=body, before=before))
    assert time.monotonic() - started < 10


def test_one_that_takes_too_long_is_given_up(monkeypatch):
    def slow(*_, **options):
        raise subprocess.TimeoutExpired("drawing", options["timeout"])

    monkeypatch.setattr(subprocess, "run", slow)
    with pytest.raises(PictureRefused, match="cannot be read within 20 seconds"):
        read_picture(saved())


def test_a_decoder_that_breaks_breaks_nothing_else(monkeypatch):
    monkeypatch.setattr(reading, "_PROGRAM", "clapometer.no_such_program")
    with pytest.raises(PictureRefused, match="save it anew"):
        read_picture(saved())


# Whatever is done to a file, it is drawn or refused; nothing else ever happens.
@settings(max_examples=60)
@given(
    form=st.sampled_from(FORMS),
    spots=st.lists(st.tuples(st.integers(0, 4_000), st.integers(0, 255)), max_size=12),
    cut=st.integers(0, 5_000),
)
def test_damaged_files_are_drawn_or_refused(form, spots, cut):
    data = bytearray(_whole(form))
    for place, value in spots:
        data[place % len(data)] = value
    try:
        told = form_of(bytes(data[: len(data) - cut] if cut < 200 else data))
        assert len(draw(bytes(data), told)) == 2
    except PictureRefused as refused:
        assert str(refused).endswith(".")
