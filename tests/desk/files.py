"""Made-up files of reviews."""

import csv

COLUMNS = ("film", "year", "critic", "outlet", "date", "verdict", "grade", "quote")


def write(path, rows, columns=COLUMNS):
    with path.open("w", encoding="utf-8", newline="") as file:
        writer = csv.writer(file)
        writer.writerow(columns)
        writer.writerows(rows)
    return path


def row(
    critic,
    verdict="fresh",
    *,
    film="A Made-up Film",
    year=2026,
    outlet=None,
    date="2026-03-01",
    grade="4/5",
    quote="",
):
    outlet = f"Outlet of {critic}" if outlet is None else outlet
    return (film, year, critic, outlet, date, verdict, grade, quote)


def some(count, film="A Made-up Film"):
    return [
        row(f"Invented Critic {n}", "rotten" if n % 4 == 0 else "fresh", film=film)
        for n in range(count)
    ]
