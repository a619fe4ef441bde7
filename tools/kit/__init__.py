"""The conformance kit's cases: one module for each file of the folder conformance/."""
