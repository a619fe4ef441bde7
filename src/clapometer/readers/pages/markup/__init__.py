"""Structured data of pages: JSON-LD, microdata, RDFa, microformats and meta elements."""
