"""The tests, which mirror steward/."""
