"""Tests of steward/table."""
