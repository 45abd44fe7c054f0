"""metadata/suggestions."""
