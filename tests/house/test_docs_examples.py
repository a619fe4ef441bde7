"""Every example in the documentation does what the page says."""

from pathlib import Path

import pytest

from tools.conformance import FOLDER
from tools.examples import ExampleFailed, kind, run_examples
from tools.machine import ROOT
from tools.pages import Block, blocks, pages

WITH_EXAMPLES = [page for page in pages() if any(kind(block) for block in blocks(page))]


@pytest.mark.slow
@pytest.mark.parametrize("page", WITH_EXAMPLES, ids=lambda one: str(one.relative_to(ROOT)))
def test_the_examples_of_a_page_hold(page: Path, tmp_path: Path) -> None:
    # A reader of the pages has the kit beside them.
    (tmp_path / FOLDER.name).symlink_to(FOLDER)
    assert run_examples(list(blocks(page)), tmp_path) > 0


@pytest.mark.parametrize("page", pages(), ids=lambda one: str(one.relative_to(ROOT)))
def test_a_block_that_is_not_run_says_why(page: Path) -> None:
    assert all(one.note[1] for one in blocks(page) if one.note[0] == "not run")


def block(language: str, text: str, *note: str) -> Block:
    """A block as a page would hold it."""
    return Block(Path("page.md"), 1, language, text, (note[0], note[1]) if note else ("", ""))


def test_python_blocks_in_a_row_are_one_script(tmp_path: Path) -> None:
    script = [block("python", "a = 1\n"), block("python", "assert a == 1\n")]
    assert run_examples(script, tmp_path) == 2


def test_a_file_of_a_page_lies_beside_its_examples(tmp_path: Path) -> None:
    script = [
        block("csv", "film\nMade Up\n", "file", "films.csv"),
        block(
            "python", "from pathlib import Path\nassert Path('films.csv').stat().st_size == 13\n"
        ),
    ]
    assert run_examples(script, tmp_path) == 2


@pytest.mark.parametrize(
    "wrong",
    [
        block("python", "assert 1 == 2\n"),
        block("console", "$ clapometer no-such-command\n"),
        block("console", "$ clapometer --help\nsomething else\n"),
        block("console", "$ clapometer --help\n", "exits", "2"),
    ],
    ids=["python", "exit code", "output", "expected failure"],
)
def test_an_example_that_does_not_hold_is_found(wrong: Block, tmp_path: Path) -> None:
    with pytest.raises(ExampleFailed):
        run_examples([wrong], tmp_path)
