"""metadata/exports."""
