"""One file per kind of file that can be opened, each ending in `FORMAT`; the one that is surest of a file reads it."""
