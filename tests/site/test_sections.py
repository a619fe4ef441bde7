"""The sections of a work's page: each has its place, and one with nothing to say costs nothing."""

from __future__ import annotations

import re

import pytest
from django.template.loader import get_template

from clapometer.site.addresses import work_address
from clapometer.site.sections import BODY, HEAD, Section, filled


@pytest.mark.parametrize("section", [*HEAD, *BODY], ids=lambda one: one.name)
def test_each_section_has_a_template(section):
    assert get_template(section.template)


def test_no_two_sections_share_an_anchor():
    names = [one.name for one in (*HEAD, *BODY)]
    assert len(names) == len(set(names))


def test_a_section_that_reads_nothing_is_left_out():
    silent = Section("silent", "Silent", lambda record: None)
    speaking = Section("speaking", "Speaking", lambda record: {})
    assert [one.name for one in filled([silent, speaking], record=None)] == ["speaking"]


def test_the_contents_name_every_section_of_the_page_in_its_order(reader, festival):
    page = reader.get(work_address(festival.works["season 2"])).content.decode()
    contents = re.search(r'<nav class="contents".*?</nav>', page, re.DOTALL)[0]
    named = re.findall(r'href="#([^"]+)"', contents)
    headed = re.findall(r'<section class="section [^"]*" aria-labelledby="([^"]+)"', page)
    assert named == [*headed, "cite"]
    assert {"seasons", "course", "reviews", "picker"} <= set(named)
    for name in named:
        assert len(re.findall(rf'id="{name}"', page)) == 1, name


def test_a_series_reviewed_in_its_parts_alone_has_no_chart_of_its_own(reader, festival):
    page = reader.get(work_address(festival.works["series"])).content.decode()
    assert 'id="course"' not in page
    assert 'id="seasons"' in page
