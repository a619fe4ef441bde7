"""Finders of claims, one module for a family of kinds."""
