"""Tests of steward/schema/checks."""
