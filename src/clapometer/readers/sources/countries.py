"""Wikidata's items of countries -> their two letters (ISO 3166-1), for the places of releases."""

from __future__ import annotations

COUNTRIES = {
    "Q30": "US", "Q145": "GB", "Q142": "FR", "Q183": "DE", "Q38": "IT", "Q29": "ES", "Q17": "JP",
    "Q148": "CN", "Q668": "IN", "Q884": "KR", "Q16": "CA", "Q408": "AU", "Q664": "NZ", "Q27": "IE",
    "Q155": "BR", "Q96": "MX", "Q414": "AR", "Q159": "RU", "Q36": "PL", "Q34": "SE", "Q20": "NO",
    "Q35": "DK", "Q33": "FI", "Q55": "NL", "Q31": "BE", "Q40": "AT", "Q39": "CH", "Q45": "PT",
    "Q41": "GR", "Q28": "HU", "Q213": "CZ", "Q214": "SK", "Q43": "TR", "Q801": "IL", "Q79": "EG",
    "Q258": "ZA", "Q8646": "HK", "Q865": "TW", "Q334": "SG", "Q833": "MY", "Q869": "TH",
    "Q252": "ID", "Q928": "PH", "Q881": "VN", "Q1033": "NG", "Q189": "IS", "Q37": "LT",
    "Q211": "LV", "Q191": "EE", "Q218": "RO", "Q219": "BG", "Q224": "HR", "Q215": "SI",
    "Q403": "RS", "Q212": "UA", "Q739": "CO", "Q298": "CL", "Q419": "PE", "Q717": "VE",
    "Q77": "UY", "Q756617": "DK", "Q29999": "NL",
}  # fmt: skip
