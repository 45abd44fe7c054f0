"""The coordinator's Desk, one file per page: what waits, one submission with its evidence, the decision."""
