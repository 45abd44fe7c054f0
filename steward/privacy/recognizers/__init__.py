"""privacy/recognizers."""
