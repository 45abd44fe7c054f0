"""schema/checks."""
