"""Tests of steward/workflow."""
