"""A push service of ours on loopback, with the browsers behind it: it opens and counts everything.

For tests and benchmarks: `python -m tools.pushservice --help`, or `running.push_service`.
"""
