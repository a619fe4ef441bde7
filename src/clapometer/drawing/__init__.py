"""The chart of a score over time: its geometry, and the same chart as an SVG that stands alone.

Pure: no clock, no settings, no Django. Pages draw the geometry by their templates, the library by
`drawing.svg`.
"""
