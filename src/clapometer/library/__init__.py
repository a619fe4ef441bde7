"""The library: what `import clapometer as clap` offers to analysts, in names of its own.

It asks the engine, the readers and the drawing, and adds nothing to a number. Django, NumPy and
pyarrow are not loaded until a table is.
"""
