"""The tables about reading pages of the web, as the reference prints them."""

from __future__ import annotations

from collections.abc import Callable, Iterable


def _table(head: str, *rows: Iterable[object]) -> str:
    cells = [[str(cell).replace("|", "\\|") for cell in row] for row in rows]
    lines = [f"| {' | '.join(row)} |" for row in cells]
    return "\n".join([f"| {head} |", "|" + "---|" * (head.count("|") + 1), *lines])


def repairs_text() -> str:
    """What is mended, in a page and in a block of JSON-LD, in the order it is tried."""
    from clapometer.readers.pages.markup.repairs import REPAIRS
    from clapometer.readers.pages.page import PAGE_REPAIRS

    steps = [(f"`{name}`", step.means) for name, step in REPAIRS.items()]
    whole = [(f"`{name}`", means) for name, means in PAGE_REPAIRS.items()]
    return _table("step | what was wrong, or done", *steps, *whole)


def clutter_text() -> str:
    """Kinds of lines that are left out of a story."""
    from clapometer.readers.pages.body.clutter import CLUTTER, REPEATED

    rows = [(f"`{name}`", one.why, one.longest, one.example) for name, one in CLUTTER.items()]
    return _table(
        "kind | what it is | longest | for example", *rows, ("`repeated`", REPEATED, "", "")
    )


def bounds_text() -> str:
    """How much of a page is read."""
    from clapometer.readers.pages.bounds import BOUNDS

    return _table("at most | of what", *((f"{most:,}", what) for most, what in BOUNDS.values()))


def refusals_text() -> str:
    """Why bytes are not read as a page."""
    from clapometer.readers.pages.refusals import PAGE_REFUSALS

    return _table("code | sentence", *((f"`{code}`", said) for code, said in PAGE_REFUSALS.items()))


def confidence_text() -> str:
    """What makes a review sure."""
    from clapometer.readers.pages.reviewing.confidence import POINTS

    return _table("points | when", *POINTS.values())


def grades_text() -> str:
    """Forms of grades that are found in print."""
    from clapometer.readers.pages.reviewing.printed import BARE, GRADES

    anywhere = [(f"`{example}`", "yes") for _, example in GRADES.values()]
    named = [
        (f"`{example}`", "only after a word such as “rating:”") for _, example in BARE.values()
    ]
    return _table("form | read on a line of its own", *anywhere, *named)


def verdicts_text() -> str:
    """Words that are a verdict given by the critic."""
    from clapometer.readers.pages.reviewing.verdicts import VERDICTS

    rows = []
    for positive, name in ((True, "positive"), (False, "negative")):
        words = ", ".join(f"“{word}”" for word, stands in VERDICTS.items() if stands == positive)
        rows.append((name, words))
    return _table("verdict | words", *rows)


def headlines_text() -> str:
    """Forms of a review's headline from which the work is read."""
    from clapometer.readers.pages.reviewing.works import TITLES

    return _table("for example", *((example,) for _, example in TITLES))


def outlets_text() -> str:
    """Outlets known by their domain."""
    from clapometer.readers.pages.fields.outlets import OUTLETS

    return _table("domain | outlet", *((f"`{domain}`", name) for domain, name in OUTLETS.items()))


def texts() -> dict[str, Callable[[], str]]:
    """The tables of the page by their names."""
    return {
        "page-repairs": repairs_text,
        "page-clutter": clutter_text,
        "page-bounds": bounds_text,
        "page-refusals": refusals_text,
        "page-grades": grades_text,
        "page-verdicts": verdicts_text,
        "page-headlines": headlines_text,
        "page-confidence": confidence_text,
        "page-outlets": outlets_text,
    }
