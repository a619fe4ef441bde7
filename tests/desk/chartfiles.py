"""Made-up files of charts, in the forms in which such files come."""

COLUMNS = ("week", "category", "weekly_rank", "show_title", "season_title", "weekly_hours_viewed",
           "cumulative_weeks_in_top_10")  # fmt: skip
COUNTRY_COLUMNS = ("country_name", "country_iso2", *COLUMNS[:5], COLUMNS[6])


def write(path, rows, columns=COLUMNS):
    lines = ["\t".join(columns), *("\t".join(map(str, row)) for row in rows)]
    path.write_text("\n".join(lines) + "\n", encoding="utf-8")
    return path


def line(week="2026-05-03", rank=1, show="Salt Road", season="Salt Road: Season 1", hours=1000,
         weeks=1, category="TV (English)"):  # fmt: skip
    return (week, category, rank, show, season, hours, weeks)


def country(code, week="2026-05-03", rank=1, show="Salt Road", season="Salt Road: Season 1",
            category="TV"):  # fmt: skip
    return (f"Country {code}", code, week, category, rank, show, season, 1)
