"""Sentences that can be quoted: values in, one dated sentence out, in house styles and languages.

Pure: no clock, no settings, no Django. Every word goes through gettext; how numbers, dates and
quotes are written is data (see languages, styles).
"""
