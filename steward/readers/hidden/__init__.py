"""readers/hidden."""
