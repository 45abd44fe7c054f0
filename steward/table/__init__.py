"""The opened table in Arrow memory: every cell as typed, and where each record stands in the file."""
