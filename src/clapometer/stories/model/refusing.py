"""Why a language model gave no claims, as one table of sentences for a person."""

from __future__ import annotations

PROBLEMS: dict[str, str] = {
    "not_set": "No language model is named; put its address and name into the settings"
    " model_address and model_name.",
    "address": "The setting model_address cannot be used. {why}",
    "key_file": "The file of the setting model_key_file cannot be read ({why}).",
    "key_open": "The file of the setting model_key_file can be read by others; run chmod 600 on"
    " it.",
    "spent": "The language model was asked {count} times today, as often as the setting model_day"
    " allows; it is asked again tomorrow.",
    "fetch": "The language model gave no answer. {why}",
    "key_refused": "The language model's service does not accept the key (status {status}).",
    "redirect": "The language model's service sent elsewhere (status {status}); that is not"
    " followed. Put its own address into the setting model_address.",
    "status": "The language model's service answered with status {status}.",
    "busy": "The language model's service is busy (status {status}); try again later.",
    "not_json": "What the language model's service sent is no answer in its format.",
    "empty": "The language model wrote no text.",
    "cut": "The language model's answer was cut off at its longest length.",
    "no_claims": "What the language model wrote are no claims in the format asked for.",
}
"""code -> sentence with its places. None tells the key, the address or what a service wrote."""


class ModelRefused(Exception):
    """A model gave no claims: one sentence for a person, and `code`, a key of PROBLEMS."""

    def __init__(self, code: str, **places: object) -> None:
        super().__init__(PROBLEMS[code].format(**places))
        self.code = code
