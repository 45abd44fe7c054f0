"""Tests of steward/schema."""
