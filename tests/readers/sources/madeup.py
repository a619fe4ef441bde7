"""Made-up works in the shapes in which TVmaze, Wikidata and IMDb answer."""

from __future__ import annotations

import gzip
from pathlib import Path
from typing import Any


def episode(number: int | None, season: int, day: str, own: int) -> dict[str, Any]:
    return {
        "id": own,
        "url": f"http://www.tvmaze.com/episodes/{own}/the-salt-ferry",
        "name": f"Crossing {number}",
        "season": season,
        "number": number,
        "airdate": day,
        "summary": "<p>They cross.</p>",
    }


def show(**changes: Any) -> dict[str, Any]:
    """A made-up show with two seasons: one weekly, one at once; a special belongs to the first."""
    return {
        "id": 900001,
        "url": "http://www.tvmaze.com/shows/900001/the-salt-ferry",
        "name": "The Salt Ferry",
        "type": "Scripted",
        "language": "English",
        "status": "Running",
        "premiered": "2021-03-05",
        "network": {"id": 1, "name": "Made-up One", "country": {"name": "Ireland", "code": "IE"}},
        "webChannel": {"id": 2, "name": "Made-up Stream", "country": None},
        "externals": {"tvrage": None, "thetvdb": 1, "imdb": "tt9000001"},
        "summary": "<p><b>The Salt Ferry</b> crosses &amp; waits.</p><p>Twice.</p>",
        "_embedded": {
            "seasons": [
                {"id": 800001, "url": "https://www.tvmaze.com/seasons/800001/x", "number": 1,
                 "name": "", "episodeOrder": 2, "premiereDate": "2021-03-05"},
            ],
            "episodes": [
                episode(1, 1, "2021-03-05", 700001),
                episode(2, 1, "2021-03-12", 700002),
                episode(None, 1, "2021-12-24", 700003),
                episode(1, 2, "2022-04-01", 700004),
                episode(2, 2, "2022-04-01", 700005),
            ],
            "cast": [
                {"person": {"id": 600001, "name": "Kit Made-up"},
                 "character": {"id": 1, "name": "The Ferrywoman"}, "self": False, "voice": False},
                {"person": {"id": 600002, "name": "Ann Invented"},
                 "character": {"id": 2, "name": "The Gull"}, "voice": True},
            ],
            "crew": [{"type": "Creator", "person": {"id": 600001, "name": "Kit Made-up"}},
                     {"type": "Gaffer", "person": {"id": 600003, "name": "Bo Nobody"}}],
            "akas": [{"name": "Das Salzschiff", "country": {"name": "Germany", "code": "DE"}}],
        },
        **changes,
    }  # fmt: skip


def snak(value: object) -> dict[str, Any]:
    """A snak of the type that the value asks for: an item, a day, (text, language), or a text."""
    if isinstance(value, tuple):
        data: object = {"text": value[0], "language": value[1]}
    elif isinstance(value, str) and value.startswith("+"):
        data = {"time": value, "precision": 11}
    elif isinstance(value, str) and value[:1] == "Q" and value[1:].isdigit():
        data = {"entity-type": "item", "id": value}
    else:
        data = value
    return {"snaktype": "value", "datavalue": {"value": data, "type": "any"}}


def claim(value: object, rank: str = "normal", **qualifiers: object) -> dict[str, Any]:
    told = {name: [snak(one)] for name, one in qualifiers.items()}
    return {"mainsnak": snak(value), "rank": rank, "qualifiers": told}


def entity(number: str = "Q900000001", **changes: Any) -> dict[str, Any]:
    """A made-up film with everything that is read."""
    return {
        "id": number,
        "labels": {"en": {"language": "en", "value": "Salt Night"},
                   "de": {"language": "de", "value": "Salznacht"}},
        "aliases": {"en": [{"language": "en", "value": "Night of Salt"}]},
        "claims": {
            "P31": [claim("Q11424")],
            "P1476": [claim(("Oíche Salainn", "ga"))],
            "P345": [claim("tt9000002")],
            "P1258": [claim("m/salt_night")],
            "P577": [claim("+2019-05-01T00:00:00Z", P291="Q27"),
                     claim("+2019-09-12T00:00:00Z", P291="Q183"),
                     claim("+2019-04-01T00:00:00Z", P291="Q999999999")],
            "P57": [claim("Q900000011")],
            "P161": [claim("Q900000012", P453="Q900000013")],
            "P144": [claim("Q900000014")],
            "P449": [claim("Q900000015")],
        },
        **changes,
    }  # fmt: skip


def names() -> dict[str, dict[str, Any]]:
    """The items that the film refers to."""

    def item(label: str, **claims: Any) -> dict[str, Any]:
        return {"labels": {"en": {"value": label}}, "claims": claims}

    return {
        "Q900000011": item("Bo Nobody"),
        "Q900000012": item("Kit Made-up"),
        "Q900000013": item("The Ferrywoman"),
        "Q900000014": item("Salt", P31=[claim("Q8261")], P50=[claim("Q900000016")]),
        "Q900000015": item("Made-up One"),
        "Q900000016": item("Ann Invented"),
    }


DUMPS = {
    "title.basics": (
        "tconst\ttitleType\tprimaryTitle\toriginalTitle\tisAdult\tstartYear\tendYear\truntimeMinutes"
        "\tgenres\n"
        "tt9000001\ttvSeries\tThe Salt Ferry\tThe Salt Ferry\t0\t2021\t\\N\t45\tDrama\n"
        "tt9000002\tmovie\tSalt Night\tOíche Salainn\t0\t2019\t\\N\t90\tDrama\n"
        'tt9000003\ttvEpisode\t"Crossing" 1\t"Crossing" 1\t0\t2021\t\\N\t45\t\\N\n'
        "tt9000004\tvideoGame\tSalt Racer\tSalt Racer\t0\t2020\t\\N\t\\N\t\\N\n"
        "tt9000005\tmovie\t\\N\t\\N\t0\t2020\t\\N\t\\N\t\\N\n"
        "nonsense\tmovie\tBroken\tBroken\t0\t2020\t\\N\t\\N\t\\N\n"
        "tt9000006\tmovie\n"
    ),
    "title.akas": (
        "titleId\tordering\ttitle\tregion\tlanguage\ttypes\tattributes\tisOriginalTitle\n"
        "tt9000002\t1\tSalznacht\tDE\tde\timdbDisplay\t\\N\t0\n"
        "tt9000002\t2\tOíche Salainn\t\\N\t\\N\toriginal\t\\N\t1\n"
        "tt9999999\t1\tUnwanted\tUS\ten\timdbDisplay\t\\N\t0\n"
    ),
    "title.episode": (
        "tconst\tparentTconst\tseasonNumber\tepisodeNumber\ntt9000003\ttt9000001\t1\t1\n"
    ),
    "title.principals": (
        "tconst\tordering\tnconst\tcategory\tjob\tcharacters\n"
        'tt9000002\t1\tnm9000001\tactress\t\\N\t["The Ferrywoman"]\n'
        "tt9000002\t2\tnm9000002\tdirector\t\\N\t\\N\n"
        "tt9000002\t3\tnm9000003\tarchive_footage\t\\N\t\\N\n"
    ),
    "name.basics": (
        "nconst\tprimaryName\tbirthYear\tdeathYear\tprimaryProfession\tknownForTitles\n"
        "nm9000001\tKit Made-up\t1980\t\\N\tactress\ttt9000002\n"
        "nm9000002\tBo Nobody\t1970\t\\N\tdirector\ttt9000002\n"
    ),
}


def dump(folder: Path, name: str) -> Path:
    """Write one of IMDb's tables as it is published: packed."""
    path = folder / f"{name}.tsv.gz"
    path.write_bytes(gzip.compress(DUMPS[name].encode()))
    return path
