"""Tests of steward/remedies."""
