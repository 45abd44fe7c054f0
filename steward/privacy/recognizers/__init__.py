"""One file for each kind of personal value, each ending in `RECOGNIZER`. Files with a leading underscore are shared code."""
