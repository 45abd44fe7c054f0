"""The ways to a place of publication: a port, one file per target, and a fake that ships for tests.

Context: cities change portals, and answers get lost on the way to them. Decision: a gateway only ever gets what was approved,
every act may be repeated (what is there already is looked at first, never made twice), and nothing is called published before
it was read back and compared. Refused: a target's own review (CKAN has none, others differ; the decision lives in our queue).
"""
