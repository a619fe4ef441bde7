"""The heart: grades, events, tallies, rules, histories and badges, all pure.

Nothing here reads a clock, a setting or a database. Instants are whole microseconds since
1970-01-01T00:00:00Z, grades are whole ten-thousandths of their scale, shares are exact fractions.
"""
