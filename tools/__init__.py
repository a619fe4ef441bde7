"""The house's own scripts: tests, documentation, package, import contracts."""
