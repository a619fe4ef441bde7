"""Every link inside the documentation leads somewhere."""

from pathlib import Path
from urllib.parse import unquote, urlsplit

import pytest

from tools.machine import ROOT
from tools.pages import anchors, links, pages


def broken(page: Path, target: str) -> str:
    """What is wrong with a link inside the project; the empty string for a good one."""
    parts = urlsplit(target)
    if parts.scheme or parts.netloc:
        return ""
    file = (page.parent / unquote(parts.path)).resolve() if parts.path else page
    if not file.exists():
        return f"{target}: no such file"
    if not file.is_relative_to(ROOT):
        return f"{target}: leads out of the project"
    if parts.fragment and file.suffix == ".md" and parts.fragment not in anchors(file):
        return f"{target}: no such heading"
    return ""


@pytest.mark.parametrize("page", pages(), ids=lambda one: str(one.relative_to(ROOT)))
def test_every_link_leads_somewhere(page: Path) -> None:
    assert list(filter(None, (broken(page, target) for target in links(page)))) == []


def test_every_page_is_reached_from_the_front(tmp_path: Path) -> None:
    """Following links from the README must meet every page."""
    met: set[Path] = set()
    ahead = [ROOT / "README.md"]
    while ahead:
        page = ahead.pop()
        if page in met or page.suffix != ".md":
            continue
        met.add(page)
        ahead += [
            file
            for target in links(page)
            if not urlsplit(target).scheme
            and (file := (page.parent / unquote(urlsplit(target).path)).resolve()).is_file()
        ]
    assert sorted(str(one.relative_to(ROOT)) for one in set(pages()) - met) == []


@pytest.mark.parametrize("target", ["nowhere.md", "#nothing", "../../../outside.md"])
def test_a_link_that_leads_nowhere_is_found(target: str) -> None:
    assert broken(ROOT / "docs" / "index.md", target)
