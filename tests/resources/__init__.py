"""What the program ships beside its code."""
