"""The settings of a site: one table that the program, `init` and the documentation all read."""

from __future__ import annotations

import os
import tomllib
from dataclasses import dataclass
from pathlib import Path

FILE_NAME = "clapometer.toml"
DATA_VARIABLE = "CLAPOMETER_DATA"
DEFAULT_FOLDER = "clapometer-data"


@dataclass(frozen=True, slots=True)
class Option:
    """One setting: its name in the file, the variable that overrides it, and what it means."""

    name: str
    variable: str
    default: str
    meaning: str


OPTIONS = (
    Option("name", "CLAPOMETER_NAME", "Clapometer", "The site's name, shown on every page."),
    Option(
        "address",
        "CLAPOMETER_ADDRESS",
        "http://127.0.0.1:8000",
        "The public address; allowed hosts, secure cookies and links follow from it.",
    ),
    Option("language", "CLAPOMETER_LANGUAGE", "en", "The language of pages, as a BCP 47 code."),
    Option(
        "time_zone",
        "CLAPOMETER_TIME_ZONE",
        "UTC",
        "The IANA time zone in which a date without a time is read.",
    ),
    Option(
        "rule",
        "CLAPOMETER_RULE",
        "clapometer",
        "The rule by which scores are printed until the site adopts one (`clapometer rules"
        " adopt`), which then has a date; afterwards this decides nothing.",
    ),
    Option(
        "licence",
        "CLAPOMETER_LICENCE",
        "Free to quote and to show with this credit.",
        "What readers may do with the numbers and charts of the site; stands on what they take"
        " away.",
    ),
    Option(
        "database_url",
        "DATABASE_URL",
        "",
        "A PostgreSQL address; left empty, the site is one SQLite file in its folder.",
    ),
    Option(
        "mail",
        "CLAPOMETER_MAIL",
        "",
        "The server that sends codes to sign in with, like"
        " smtp://user:password@mail.example.org:587?from=board@example.org; left empty, codes are"
        " printed by `serve`.",
    ),
    Option(
        "mail_bounces",
        "CLAPOMETER_MAIL_BOUNCES",
        "",
        "The address, like bounce@example.org, that mail to followers which cannot be delivered"
        " comes back to, with a seal after a plus that tells `clapometer bounces` whose it was;"
        " left empty, it comes back to the sender.",
    ),
    Option(
        "hub",
        "CLAPOMETER_HUB",
        "",
        "WebSub hubs that are told when a work's public feed has changed, their addresses parted by"
        " spaces; left empty, none is.",
    ),
    Option(
        "hold_over",
        "CLAPOMETER_HOLD_OVER",
        "",
        "How many followers a message may have before it waits for an editor to release it, a whole"
        " number in quotes like 50000; left empty, none waits by itself, and what is no whole"
        " number lets everything wait.",
    ),
    Option(
        "quote_words",
        "CLAPOMETER_QUOTE_WORDS",
        "40",
        "How many words of a story are quoted at a time, a whole number in quotes from 5 to 100;"
        " whatever is longer is cut.",
    ),
    Option(
        "discussion",
        "CLAPOMETER_DISCUSSION",
        "off",
        "on: members may remark on stories, and each remark waits until an editor lets it; off: no"
        " story has any.",
    ),
    Option(
        "model_address",
        "CLAPOMETER_MODEL_ADDRESS",
        "",
        "The address of a language model's service with OpenAI's interface, like"
        " http://127.0.0.1:11434/v1, which may be on the own network; left empty, stories are read"
        " by the rules alone.",
    ),
    Option(
        "model_name",
        "CLAPOMETER_MODEL_NAME",
        "",
        "The model to ask there, by the name that the service has for it.",
    ),
    Option(
        "model_key_file",
        "CLAPOMETER_MODEL_KEY_FILE",
        "",
        "A file that holds the key of that service, if it wants one; nobody but its owner may be"
        " able to read it.",
    ),
    Option(
        "model_key",
        "CLAPOMETER_MODEL_KEY",
        "",
        "The key itself, best given by its variable; it is never printed, and goes before the"
        " file.",
    ),
    Option(
        "model_day",
        "CLAPOMETER_MODEL_DAY",
        "200",
        "How often the model may be asked on a day, a whole number in quotes; each process counts"
        " for itself.",
    ),
    Option(
        "verdict_sure",
        "CLAPOMETER_VERDICT_SURE",
        "0.9",
        "How sure the site's model has to be, from 0.5 to 1 in quotes, before a review without a"
        " verdict waits on the desk with the one its words suggest; 1 suggests none.",
    ),
    Option(
        "text_days",
        "CLAPOMETER_TEXT_DAYS",
        "14",
        "For how many days the text of a story lies on the editors' desk after all that it proposed"
        " is settled, a whole number in quotes; what is no whole number keeps the 14.",
    ),
)


class OptionRefused(ValueError):
    """A setting cannot be used; the message is one sentence for a person."""


def data_folder() -> Path:
    """Return the folder of the site this process serves."""
    return Path(os.environ.get(DATA_VARIABLE) or DEFAULT_FOLDER).absolute()


def read_options(folder: Path) -> dict[str, str]:
    """Return every setting of the site: the environment first, then its file, then the default."""
    written = _read_file(folder / FILE_NAME)
    return {
        option.name: os.environ.get(option.variable) or written.get(option.name, option.default)
        for option in OPTIONS
    }


def _read_file(path: Path) -> dict[str, str]:
    if not path.exists():
        return {}
    try:
        written = tomllib.loads(path.read_text(encoding="utf-8"))
    except (tomllib.TOMLDecodeError, UnicodeDecodeError) as problem:
        raise OptionRefused(f"{path} is no readable TOML file: {problem}.") from None
    known = {option.name for option in OPTIONS}
    for name, value in written.items():
        if name not in known:
            raise OptionRefused(
                f"{path} has an unknown setting “{name}”; known are {sorted(known)}."
            )
        if not isinstance(value, str):
            raise OptionRefused(f"{path}: the setting “{name}” must be text in quotes.")
    return written
